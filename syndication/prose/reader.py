"""Copy to Readings: the doors of this room."""

import html
from collections.abc import Iterable, Iterator, Sequence

from syndication.errors import UnreadableCopy
from syndication.model import Line, Reading
from syndication.model.article import Issue
from syndication.model.blocks import Block, Paragraph
from syndication.prose.characters import clean
from syndication.prose.completion import complete
from syndication.prose.context import Context, Known


def read_text(
    text: str, context: Context, known: Known | None = None, issues: Iterable[Issue] = ()
) -> Iterator[Reading]:
    """Yield one Reading for each story in plain copy; raise UnreadableCopy for nothing but blanks."""
    cleaned = clean(text)
    lines = [(n, line.strip()) for n, line in enumerate(cleaned.text.split("\n"), 1) if line.strip()]
    if not lines:
        raise UnreadableCopy("empty: nothing but blanks", context.locator)
    fields = Known(**(known or {}))
    account = []
    if "headline" not in fields and len(lines) > 1:
        fields["headline"] = lines[0][1]
        account.append(Line(*lines.pop(0), "field", "first-line", "headline"))
    fields["body"] = tuple(Paragraph(html.escape(line, quote=False)) for _, line in lines)
    account += [Line(n, line, "field", "paragraph", "body") for n, line in lines]
    yield Reading(complete(fields, context, (*issues, *cleaned.issues)), tuple(account))


def read_blocks(
    blocks: Sequence[Block],
    context: Context,
    known: Known | None = None,
    issues: Iterable[Issue] = (),
    numbers: Sequence[int] | None = None,
) -> Iterator[Reading]:
    """Yield one Reading for each story in copy that came as blocks."""
    fields = Known(**(known or {}))
    fields["body"] = tuple(blocks)
    yield Reading(complete(fields, context, issues))
