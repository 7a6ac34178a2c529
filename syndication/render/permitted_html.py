"""The body in the elements that one aggregator permits: others go, their words stay.

Works on the body as this program writes it, so it knows every element there can be.
"""

from lxml.etree import _Element

from syndication.on_demand import Expression
from syndication.render.inline_html import attribute, words
from syndication.render.markup_tree import tree

# What may stand for an element that is not permitted, best first.
_SUBSTITUTES = {
    "h2": ("h3", "h1", "h4"),
    "strong": ("b",),
    "em": ("i",),
    "b": ("strong",),
    "i": ("em",),
    "figcaption": ("p",),
    "caption": ("p",),
    "pre": ("p",),
    "li": ("p",),
    "tr": ("p",),
    "thead": (),
}
_BLOCKS = frozenset(
    {"p", "h2", "blockquote", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "pre"}
    | {"figure", "figcaption", "div"}
)
_CELLS = frozenset({"td", "th"})
_VOID = frozenset({"img", "br"})
_BREAKS = Expression(r"(?:<br/>\s*){2,}")
_BLANK_LINES = Expression(r"\n{3,}")
_ANY_DEPTH = 1000


def permitted(
    markup: str,
    tags: tuple[str, ...] | None,
    max_depth: int | None = None,
    schemes: tuple[str, ...] | None = None,
) -> str:
    """Return the markup with no element outside `tags` and none deeper than `max_depth`.

    Links lead to `schemes` alone. Elements give way to their like, or to nothing: a block then ends with a blank line, cells are parted
    by a bar, a picture leaves its words. Breaks never stand in a row.
    """
    if not markup:
        return ""
    writer = _Writer(frozenset(tags) if tags is not None else None, max_depth or _ANY_DEPTH, schemes)
    writer.inside(tree(markup), 1)
    return _BLANK_LINES.sub("\n\n", _BREAKS.sub("<br/>", "".join(writer.out))).strip()


class _Writer:
    """Writes a tree anew, one permitted element after the other."""

    def __init__(
        self, tags: frozenset[str] | None, deepest: int, schemes: tuple[str, ...] | None = None
    ) -> None:
        self.tags = tags
        self.deepest = deepest
        self.schemes = schemes
        self.out: list[str] = []

    def inside(self, parent: _Element, depth: int) -> None:
        """Write what is inside `parent`; its elements stand at `depth`."""
        self._text(parent, parent.text)
        for element in parent:
            self._element(element, depth)
            self._text(parent, element.tail)

    def _element(self, element: _Element, depth: int) -> None:
        name = str(element.tag)
        instead = self._instead(name) if depth <= self.deepest and self._leads(element) else None
        if instead is None:
            self._words_of(element, name, depth)
            return
        attributes = "".join(f' {k!s}="{attribute(str(v))}"' for k, v in element.items())
        if instead in _VOID:
            self.out.append(f"<{instead}{attributes}/>")
            return
        self.out.append(f"<{instead}{attributes if instead == name else ''}>")
        self.inside(element, depth + 1)
        self.out.append(f"</{instead}>")

    def _leads(self, element: _Element) -> bool:
        """Say whether it is no link, or one to a place of a permitted scheme."""
        if self.schemes is None or element.tag != "a":
            return True
        return (element.get("href") or "").partition(":")[0].lower() in self.schemes

    def _instead(self, name: str) -> str | None:
        if self.tags is None or name in self.tags:
            return name
        return next((s for s in _SUBSTITUTES.get(name, ()) if s in self.tags), None)

    def _words_of(self, element: _Element, name: str, depth: int) -> None:
        """Write the words of an element that is not permitted, parted from what follows."""
        if name == "br":
            self.out.append("\n")
        elif name == "img":
            self.out.append(words(element.get("alt") or ""))
        else:
            if name in _BLOCKS and self.out and not self.out[-1].endswith("\n"):
                self.out.append("\n")
            self.inside(element, depth)
            if name in _CELLS and element.getnext() is not None:
                self.out.append(" | ")
            elif name in _BLOCKS:
                self.out.append("\n\n")

    def _text(self, parent: _Element, text: str | None) -> None:
        """Write text; line breaks of a preformatted block that gives way become elements."""
        said = words(text or "")
        broken = parent.tag == "pre" and self.tags is not None and "pre" not in self.tags
        self.out.append(said.replace("\n", "<br/>") if broken and "br" in (self.tags or ()) else said)
