"""A tree of HTML to the blocks of a story, in reading order; what is not story is told with its rule."""

from collections.abc import Callable

from syndication.model import Line
from syndication.model.article import Media, PullQuote
from syndication.model.blocks import (
    INLINE_TAGS,
    Block,
    Paragraph,
    Quote,
    Subhead,
    plain,
)
from syndication.on_demand import Expression
from syndication.parse import html_elements, html_furniture, html_tree
from syndication.parse.html_content import Content
from syndication.parse.html_inline import BLOCKS, SILENT, Inline, emoji
from syndication.parse.html_tree import Element
from syndication.prose.inline import escape

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = Expression(r"<(b|strong)>([^<>]{1,80})</\1>")
_NO_SUBHEAD = Expression(r"[.:,;!?।()\d]|^\W")
_ENDS = Expression(r"[.!?।۔][\"'”’)]*$")
_LONG = 100  # characters of a line that ends with a full stop: a paragraph
_LABEL = 40  # characters of the section or topic that stands above a headline
_NARROW, _WIDE = 45, 90  # a line that was cut at a width


def content(
    root: Element,
    base: str | None,
    scope: Element | None = None,
    masses: Callable[[], dict[Element, int]] = dict,
    apart: frozenset[Element] = frozenset(),
) -> Content:
    """Return the story below `root`, links and pictures resolved against `base`.

    With `scope` everything outside that element is furniture. `masses` (html_scope.masses of the root) keeps a
    part that holds half of the prose from being taken for furniture by its name. `apart` is passed by in silence: the
    caller accounts for it.
    """
    walk = _Walk(base, scope, masses, apart)
    walk.over(root)
    return Content(
        tuple(walk.blocks),
        tuple(walk.numbers),
        tuple(walk.media.values()),
        walk.pull_quote,
        tuple(walk.dropped),
    )


class _Walk:
    def __init__(
        self,
        base: str | None,
        scope: Element | None,
        masses: Callable[[], dict[Element, int]],
        apart: frozenset[Element],
    ) -> None:
        self._page = html_elements.Page(base, masses)
        self._scope = scope
        self._above = set(scope.iterancestors()) if scope is not None else set()
        self._apart = apart
        self._inside = scope is None
        self._inline = Inline(base)
        self._headings: list[str] = []
        self._above_headline = scope is not None and scope.find(".//h1") is not None
        self._number = 1
        self.blocks: list[Block] = []
        self.numbers: list[int] = []
        self.media: dict[str, Media] = {}
        self.pull_quote: PullQuote | None = None
        self.dropped: list[Line] = []

    def over(self, root: Element) -> None:
        """Visit every element once, without recursion: a page may be nested 2,000 deep."""
        stack: list[tuple[Element, bool]] = [(root, False)]
        while stack:
            node, done = stack.pop()
            if done:
                self._leave(node)
            elif node.tag == "p" and self._at_once(node):
                pass
            elif self._enter(node):
                self._say(node, node.text)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node))
                continue
            if node is not root:
                self._say(node, node.tail)
        self._flush()

    def _at_once(self, node: Element) -> bool:
        """Take a paragraph that is nothing but words, as most are; say whether it is one."""
        if len(node) or not self._inside or self._headings or node is self._scope:
            return False
        if not self._inline.empty or node in self._apart or not html_elements.is_paragraph(node):
            return False
        self._number = html_elements.line_number(node)
        words = html_tree.line(node.text)
        if words:
            self._add(Paragraph(escape(words)))
        return True

    def _say(self, node: Element, text: str | None) -> None:
        if self._inside:
            self._inline.text(text)
        elif text and text.strip():
            self._drop(node, "outside the story", html_tree.line(text))

    def _enter(self, node: Element) -> bool:
        tag = node.tag
        if tag in SILENT or node in self._apart:
            return False
        rule = self._furniture(node)
        if rule:
            self._flush()
            self._drop(node, rule)
            return False
        field = html_furniture.metadata(node) if self._inside else None
        if field and not self._page.rules(node):
            words = html_tree.all_words(node)
            if words:
                line = html_elements.line_number(node)
                self.dropped.append(Line(line, words, "field", "html: microdata", field))
            return False
        if tag in INLINE_TAGS and tag != "br":
            self._inline.open(node)
        elif tag == "br":
            if self._inline.line_break():
                self._flush()
        elif tag == "img" and emoji(node):
            self._inline.text(emoji(node))
        elif tag in BLOCKS or tag in html_elements.MEDIA:
            self._flush()
            self._number = html_elements.line_number(node)
            if self._take(node):
                return False
            if tag in _HEADINGS:
                self._headings.append(tag)
        return True

    def _furniture(self, node: Element) -> str | None:
        if node in self._above:
            return None
        rule = html_furniture.rule(node)
        if node is self._scope:
            self._inside = True
        if not self._inside:
            return rule or "outside the story"
        return None if rule is None or self._page.rules(node) else rule

    def _leave(self, node: Element) -> None:
        tag = node.tag
        if tag in INLINE_TAGS and tag != "br":
            self._inline.close()
        elif tag in BLOCKS:
            self._flush()
            if tag in _HEADINGS:
                self._headings.pop()
                self._above_headline = self._above_headline and tag != "h1"
        if node is self._scope:
            self._flush()
            self._inside = False

    def _flush(self) -> None:
        if self._inline.empty:
            return
        label = self._above_headline and not self._headings and self._inline.only_links
        said = self._inline.take()
        if not said:
            return
        if label and len(plain(said)) <= _LABEL:
            self.dropped.append(
                Line(self._number, plain(said), "furniture", "html: a link above the headline")
            )
            return
        for text in _split(said):
            if not plain(text).strip():
                continue
            bold = _BOLD.fullmatch(text)
            if self._headings:
                self._add(Subhead(text))
            elif bold and not _NO_SUBHEAD.search(bold[2]):
                self._add(Subhead(bold[2]))
            else:
                self._add(Paragraph(text))

    def _add(self, block: Block) -> None:
        self.blocks.append(block)
        self.numbers.append(self._number)

    def _drop(self, node: Element, rule: str, words: str | None = None) -> None:
        words = html_tree.all_words(node) if words is None else words
        if words:
            self.dropped.append(Line(html_elements.line_number(node), words, "furniture", f"html: {rule}"))

    def _take(self, node: Element) -> bool:
        taken = html_elements.take(node, self._page)
        if taken is None:
            return False
        for item in taken.media:
            self.media.setdefault(item.guid, item)
        for block in taken.blocks:
            self._add(block)
        if taken.pull_quote and self.pull_quote:
            self._add(Quote(escape(taken.pull_quote.text), taken.pull_quote.attribution))
        elif taken.pull_quote:
            self.pull_quote = taken.pull_quote
            quoted = (taken.pull_quote.text, taken.pull_quote.attribution)
            said = " - ".join(part for part in quoted if part)
            self.dropped.append(Line(self._number, said, "field", "html: pull quote", "pull_quote"))
        self.dropped += taken.lines
        return True


def _split(said: str) -> list[str]:
    """Return the paragraphs of text with single breaks.

    It is parted where each line is a paragraph, joined where lines were only cut at a width.
    """
    lines = said.split("<br>")
    if len(lines) == 1 or "<" in "".join(lines):
        return [said]
    ended = sum(bool(_ENDS.search(plain(line))) for line in lines[:-1])
    if ended == len(lines) - 1 and len(said) > _LONG * len(lines):
        return lines
    cut = len(lines) > 3 and all(_NARROW <= len(line) <= _WIDE for line in lines[:-1])
    return [" ".join(lines)] if cut and ended * 3 < len(lines) else [said]
