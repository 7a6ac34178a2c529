"""The body of a story: a sequence of blocks, a tagged union in JSON under the key `type`.

`text` in every block but `Preformatted` is inline HTML of a small allow-list (a, em, strong, b, i, sub,
sup, code, br); plain words are escaped (`S&amp;T`).
"""

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from syndication.on_demand import Expression

INLINE_TAGS = frozenset({"a", "em", "strong", "b", "i", "sub", "sup", "code", "br"})
_TAG = Expression(r"<[^<>]*>")
_BREAK = Expression(r"<br\s*/?>", re.IGNORECASE)


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A paragraph of the story."""

    text: str


class Subhead(msgspec.Struct, frozen=True, tag="subhead"):
    """A sub-heading between paragraphs."""

    text: str


class Quote(msgspec.Struct, frozen=True, tag="quote"):
    """A quotation set apart (not words quoted inside a paragraph)."""

    text: str
    attribution: str | None = None


class ListBlock(msgspec.Struct, frozen=True, tag="list"):
    """A bulleted or numbered list."""

    items: tuple[str, ...]
    ordered: bool = False


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table; cells are inline HTML like any text."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()
    caption: str | None = None


class Preformatted(msgspec.Struct, frozen=True, tag="preformatted"):
    """Plain text (not HTML) whose line breaks and blanks carry meaning."""

    text: str


class Image(msgspec.Struct, frozen=True, tag="image"):
    """The place of a picture in the text: `media` is the guid of an item of `Article.media`."""

    media: str


class Embed(msgspec.Struct, frozen=True, tag="embed"):
    """A post, video or map of another site: its address, and its words where known (inline HTML)."""

    href: str
    text: str = ""
    provider: str | None = None


Block: TypeAlias = Paragraph | Subhead | Quote | ListBlock | Table | Preformatted | Image | Embed


def plain(inline: str) -> str:
    """Return the words of inline HTML: tags removed, references decoded, `<br>` a line break."""
    if "<" in inline:
        inline = _TAG.sub("", _BREAK.sub("\n", inline))
    return html.unescape(inline) if "&" in inline else inline


def texts(block: Block) -> tuple[str, ...]:  # noqa: PLR0911  # one return for each kind of block
    """Return the plain texts of one block in reading order."""
    match block:
        case Paragraph(text) | Subhead(text):
            return (plain(text),)
        case Preformatted(text):
            return (text,)
        case Quote(text, attribution):
            return (plain(text), attribution) if attribution else (plain(text),)
        case ListBlock(items):
            return tuple(map(plain, items))
        case Table(rows, header, caption):
            lines = ["\t".join(map(plain, row)) for row in ((header, *rows) if header else rows)]
            return (plain(caption), *lines) if caption else tuple(lines)
        case Embed(_, text) if text:
            return (plain(text),)
    return ()


def body_text(blocks: Iterable[Block]) -> str:
    """Return the words of the body, blocks separated by a blank line."""
    return "\n\n".join("\n".join(texts(block)) for block in blocks if not isinstance(block, Image))
