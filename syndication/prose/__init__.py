"""How newsrooms write, whatever the wire: datelines, sign-offs, signals, furniture, markup.

`dialects/` holds one file per agency. For the parsers there are four doors:

`read_text(text, context, known=None, issues=()) -> Iterator[Reading]`
    The whole understanding of plain copy: split into stories, header, body and tail, every field, and the
    account of every line. `text` is decoded; `characters.clean` is applied inside.
`read_blocks(blocks, context, known=None, issues=(), numbers=None, *, flowing=False) -> Iterator[Reading]`
    The same for copy that arrives as separate blocks (paragraphs of a page, of a CMS record): datelines,
    bylines, sign-offs, notes, key points, comments and furniture are recognised in the blocks, inline HTML
    is kept. With a known headline there is one story and a first block that repeats it is dropped.
    `numbers` gives the account's number of each block (default 1, 2, 3, ...).
`complete(known, context, issues=()) -> Article`
    Known fields to a whole Article, no words read: guid, content key, counts, provider, language, desk
    subject, source.
`characters.clean(text) -> Cleaned(text, issues)`
    Line ends, blanks, references, forbidden characters; for texts that do not go through `read_*`.

`Context.of(delivery, format_name)` says where the copy comes from; `Known` is a typed dict of Article
fields that the wire names (plus `wire_id`), which win over the words. A known headline still loses its
markers to `signals`, and a known summary gives up the dateline that the body lacks (IANS in Hindi).
Issues passed in come first in `Article.issues`.
"""

from syndication.prose.completion import complete
from syndication.prose.context import Context, Known
from syndication.prose.reader import read_blocks, read_text

__all__ = ["Context", "Known", "complete", "read_blocks", "read_text"]
