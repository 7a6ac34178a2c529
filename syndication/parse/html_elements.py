"""Elements of a page that are taken in one piece: pictures, quotations, lists, tables, preformatted text."""

import html
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from syndication.model import Line
from syndication.model.article import Media, PullQuote
from syndication.model.blocks import Block, Image, ListBlock, Paragraph, Preformatted, Quote, Table, plain
from syndication.on_demand import Expression
from syndication.parse import html_furniture, html_media, html_tree
from syndication.parse.html_inline import SILENT, emoji, inline
from syndication.parse.html_tree import Element
from syndication.prose import portal

_LAYOUT = 300  # characters in one item or cell: that is no list and no table but a page built with them
_LONGEST_CAPTION = 600
_MOST_IN_FIGURE = 200  # elements; a hostile page nests figures that hold everything
_SAID_BY = Expression(r"[-–—―]\s")
_LONGEST_NAME = 120
_BLANK_LINES = Expression(r"\n[ \t\r]*\n")
_MOST_LINES = 40  # in one paragraph
_RECORDINGS = ("video", "audio")
MEDIA = frozenset({"img", "video", "audio", "iframe", "embed", "object"})
"""Elements that show something without being words."""


class Page:
    """What an element cannot know by itself: the page's address and where its prose is."""

    def __init__(self, base: str | None, masses: Callable[[], dict[Element, int]]) -> None:
        self.base = base
        self._masses = masses

    @cached_property
    def _mass(self) -> dict[Element, int]:
        """Return how much prose each element holds (html_scope.masses): only what looks like furniture asks."""
        return self._masses()

    def rules(self, element: Element) -> bool:
        """Tell whether the element holds more than half of the page's prose."""
        return self._mass.get(element, 0) * 2 > self._most

    def holds(self, element: Element, much: int) -> bool:
        """Tell whether the element holds more than so much prose; no more than it has characters."""
        return sum(map(len, html_tree.pieces(element))) > much and self._mass.get(element, 0) > much

    @cached_property
    def _most(self) -> int:
        return max(self._mass.values(), default=0)


class Taken(NamedTuple):
    """What became of one element."""

    blocks: tuple[Block, ...] = ()
    media: tuple[Media, ...] = ()
    lines: tuple[Line, ...] = ()
    pull_quote: PullQuote | None = None


def take(element: Element, page: Page) -> Taken | None:
    """Return what the whole element says, None where its children are to be read one by one."""
    names = html_furniture.names(element)
    if _is_pull_quote(names):
        return _pull_quote(element, page)
    if element.tag == "div" and "caption" in names:
        return _figure(element, page)
    reader = _READERS.get(element.tag)
    return reader(element, page) if reader else None


def is_paragraph(element: Element) -> bool:
    """Tell a `p` whose attributes make nothing else of it: no furniture, no metadata, no pull quote."""
    if not element.attrib:
        return True
    if html_furniture.rule(element) or html_furniture.metadata(element):
        return False
    return not _is_pull_quote(html_furniture.names(element))


def _is_pull_quote(names: frozenset[str]) -> bool:
    return "pullquote" in names or {"pull", "quote"} <= names


def line_number(element: Element) -> int:
    """Return the line of the page on which the element begins, counted from 1."""
    number: object = element.sourceline
    return number if isinstance(number, int) and number > 0 else 1


def furniture(element: Element, rule: str, words: str | None = None) -> tuple[Line, ...]:
    """Return the account of an element that is no story: nothing where it has no words."""
    said = html_tree.all_words(element) if words is None else words
    return (Line(line_number(element), said, "furniture", f"html: {rule}"),) if said else ()


def _shown(element: Element, item: Media | None, words: str | None = None) -> Taken:
    if item is None:
        return Taken(lines=furniture(element, "media without an address", words))
    said = html_tree.all_words(element)
    account = (Line(line_number(element), said, "field", "html: caption", "media"),) if said else ()
    return Taken((Image(item.guid),), (item,), account)


def _image(element: Element, page: Page) -> Taken:
    return _shown(element, html_media.picture(element, page.base), html_tree.line(element.get("alt")))


def _recording(element: Element, page: Page) -> Taken:
    return _shown(element, html_media.recording(element, page.base))


def _frame(element: Element, page: Page) -> Taken:
    shown = html_media.frame(element, page.base)
    lines = furniture(element, "inside a frame" if shown else "media without an address")
    return Taken((shown,) if shown else (), lines=lines)


def _figure(element: Element, page: Page) -> Taken | None:
    if sum(1 for _ in islice(element.iterdescendants(), _MOST_IN_FIGURE + 1)) > _MOST_IN_FIGURE:
        return None
    shown = [e for e in element.iter("img", *_RECORDINGS) if not (e.tag == "img" and emoji(e))]
    if len(shown) != 1 or next(element.iter("table", "pre", "iframe", "blockquote"), None) is not None:
        return None
    if len(html_tree.all_words(element)) > _LONGEST_CAPTION:
        return None
    said = html_media.figure_caption(element)
    make = html_media.picture if shown[0].tag == "img" else html_media.recording
    return _shown(element, make(shown[0], page.base, said))


def _quoted(element: Element, page: Page) -> tuple[str, str | None]:
    source = next(element.iter("cite", "footer", "figcaption"), None)
    paragraphs = [*element.iter("p")]
    if source is None and len(paragraphs) > 1:
        last = html_tree.all_words(paragraphs[-1])
        source = paragraphs[-1] if _SAID_BY.match(last) and len(last) <= _LONGEST_NAME else None
    attribution = html_tree.all_words(source).lstrip("-–—― ") if source is not None else ""
    return inline(element, page.base, source), attribution or None


def _quotation(element: Element, page: Page) -> Taken | None:
    if page.rules(element):
        return None  # the page sets its whole story as a quotation
    posted = html_media.post(element, page.base)
    if posted:
        return Taken((posted,))
    text, attribution = _quoted(element, page)
    return Taken((Quote(text, attribution),)) if plain(text).strip() else None


def _pull_quote(element: Element, page: Page) -> Taken | None:
    if page.rules(element):
        return None
    text, attribution = _quoted(element, page)
    said = html_tree.line(plain(text))
    if not said:
        return None
    found = None if attribution else portal.pull_quote(said)
    return Taken(pull_quote=found or PullQuote(said.strip('"“”'), attribution))


def _list(element: Element, page: Page) -> Taken | None:
    items = [e for e in element if e.tag not in SILENT]
    loose = (element.text or "").strip() or any((e.tail or "").strip() for e in element)
    if loose or any(e.tag != "li" or page.holds(e, _LAYOUT) for e in items):
        return None
    if _is_links(element):
        return Taken(lines=furniture(element, "list of links"))
    texts = tuple(text for e in items if plain(text := inline(e, page.base)).strip())
    return Taken((ListBlock(texts, element.tag == "ol"),) if texts else ())


def _table(element: Element, page: Page) -> Taken | None:
    if page.rules(element) or next(element.iterdescendants("table"), None) is not None:
        return None  # a page built with tables
    cells = [[c for c in row if c.tag in {"td", "th"}] for row in element.iter("tr")]
    layout = max(map(len, cells), default=0) < 2 or any(page.holds(c, _LAYOUT) for row in cells for c in row)
    if layout:
        return None
    named = element.find("caption")
    parts = [c for row in cells for c in row] + ([named] if named is not None else [])
    if sum(len(html_tree.all_words(part).split()) for part in parts) != len(
        html_tree.all_words(element).split()
    ):
        return None  # words outside of its cells
    texts = [tuple(inline(c, page.base) for c in row) for row in cells]
    heads = bool(cells[0]) and all(c.tag == "th" for c in cells[0])
    label = inline(named, page.base) if named is not None else ""
    rows = tuple(row for row in (texts[1:] if heads else texts) if any(row))
    return Taken((Table(rows, texts[0] if heads else (), label or None),) if rows or label else ())


def _preformatted(element: Element, page: Page) -> Taken:
    text = html_tree.words("".join(html_tree.pieces(element))).strip("\n")
    if page.rules(element):  # the page shows a text file
        return Taken(tuple(Paragraph("<br>".join(lines)) for lines in _paragraphs(text)))
    return Taken((Preformatted(text),) if text.strip() else ())


def _paragraphs(text: str) -> Iterator[list[str]]:
    for part in _BLANK_LINES.split(text):
        lines = [html.escape(line.strip(), quote=False) for line in part.split("\n") if line.strip()]
        for start in range(0, len(lines), _MOST_LINES):
            yield lines[start : start + _MOST_LINES]


def _is_links(node: Element) -> bool:
    """Tell a list that is nothing but links: a way to other pages."""
    linked = sum(len(html_tree.all_words(a)) for a in node.iter("a"))
    return linked > 0 and linked * 10 >= len(html_tree.all_words(node)) * 9


_READERS: dict[str, Callable[[Element, Page], Taken | None]] = {
    "img": _image,
    "video": _recording,
    "audio": _recording,
    "iframe": _frame,
    "embed": _frame,
    "object": _frame,
    "figure": _figure,
    "blockquote": _quotation,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "pre": _preformatted,
}
