"""The inline HTML of one block: the allow-list of `model.blocks`, written afresh from the tree."""

import html
import re

from syndication.model.blocks import INLINE_TAGS, plain
from syndication.on_demand import Expression
from syndication.parse import html_tree
from syndication.parse.addresses import followed
from syndication.parse.html_tree import Element
from syndication.printable import printable
from syndication.prose.characters import decode_references
from syndication.prose.inline import escape

_BLANKS = Expression(r"\s+")
_BREAK = "<br>"
_MOST_BREAKS = 40  # lines in one paragraph
_AROUND = Expression(r"\s*(?:<br>\s*)+\Z|\A\s*(?:<br>\s*)+")
_EMPTY = Expression(r"<(a|em|strong|b|i|sub|sup|code)(?: [^<>]*)?>(\s*)</\1>")
_TAG = Expression(r"</?(?:a|b|br|div|em|h[1-6]|i|p|span|strong|su[bp]|u)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SPACED = Expression(r" *<br> *")
SILENT = frozenset({"script", "style", "template", "svg", "head", "title", "meta", "link", "base"})
"""Elements whose content is no words."""
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that part paragraphs."""


_NOT_WORDS = SILENT | INLINE_TAGS | {"img"}


class Inline:
    """Builds the inline HTML of one block after the other; open tags go on in the next block."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._parts: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._said = False
        self._loose = False  # something was said outside of links
        self._breaks = 0
        self._inside: set[str] = set()  # a tag inside its like says nothing new

    def text(self, text: str | None) -> None:
        """Add words as they stand in the tree; blanks in front of a block are none."""
        if text and (self._parts or not text.isspace()):
            if text.strip():
                self._said = True
                self._loose = self._loose or not self._open or not any(name == "a" for name, _ in self._open)
            # `tidy` joins the blanks; what is printable has no others, nor anything that `words` would change.
            plainly = printable(text) and "&" not in text
            words = text if plainly else _BLANKS.sub(" ", html_tree.words(text))
            self._parts.append(escape(words))

    def line_break(self) -> bool:
        """Add a line break; True where it parts paragraphs: it follows another one, or a whole page of them."""
        if not self._said:
            return False
        self._breaks += 1
        last = next((part for part in reversed(self._parts) if part.strip()), "")
        self._parts.append(_BREAK)
        return last == _BREAK or self._breaks >= _MOST_BREAKS

    def open(self, element: Element) -> None:
        """Open a tag of the allow-list; a link only where its address leads somewhere."""
        name = element.tag
        opening = "" if name in self._inside else f"<{name}>"
        if opening and name == "a":
            href = followed(element.get("href"), self._base)
            opening = f'<a href="{html.escape(href)}">' if href else ""
        if opening:
            self._inside.add(name)
        self._open.append((name, opening))
        self._parts.append(opening)

    def close(self) -> None:
        """Close the tag opened last."""
        name, opening = self._open.pop()
        if opening:
            self._inside.discard(name)
            self._parts.append(f"</{name}>")

    @property
    def empty(self) -> bool:
        """Tell whether nothing was added since the last `take`, and no tag is open."""
        return not self._parts and not self._open

    @property
    def only_links(self) -> bool:
        """Tell whether all that was said since the last `take` stands in links."""
        return self._said and not self._loose

    def take(self) -> str:
        """Return what was added since the last time, well formed, without blanks and breaks around it."""
        if not self._said:
            self._parts = [opening for _, opening in self._open]
            self._breaks = 0
            return ""
        while self._parts and (self._parts[-1] == _BREAK or not self._parts[-1].strip()):
            self._parts.pop()
        closing = [f"</{name}>" for name, opening in reversed(self._open) if opening]
        text = "".join((*self._parts, *closing))
        self._parts = [opening for _, opening in self._open]
        self._said = self._loose = False
        self._breaks = 0
        return tidy(text)


def tidy(text: str) -> str:
    """Return inline HTML without empty tags, doubled blanks and blanks around it."""
    if "<" not in text:
        return " ".join(text.split())
    while True:
        smaller, count = _EMPTY.subn(r"\2", text)
        if not count:
            break
        text = smaller
    text = " ".join(text.split())
    if _BREAK not in text:
        return text
    text = _SPACED.sub(_BREAK, text).strip()
    return _AROUND.sub("", _AROUND.sub("", text)).strip()


def inline(element: Element, base: str | None, skip: Element | None = None) -> str:
    """Return the content of `element`, `skip` apart, as inline HTML; what would be blocks is parted by `<br>`."""
    if not len(element) and element.tag not in _NOT_WORDS and element is not skip:
        return escape(html_tree.line(element.text))
    built = Inline(base)
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        node, done = stack.pop()
        name = node.tag
        if not done and name not in SILENT and node is not skip:
            if name == "br" or (name in BLOCKS and node is not element):
                built.line_break()
            if name in INLINE_TAGS and name != "br":
                built.open(node)
            if name == "img":
                built.text(emoji(node))
            built.text(node.text)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if done:
            if name in INLINE_TAGS and name != "br":
                built.close()
            if name in BLOCKS and node is not element:
                built.line_break()
        if node is not element:
            built.text(node.tail)
    return re.sub(r"(?:<br>)+", _BREAK, built.take())


def plain_line(markup: str | None) -> str:
    """Return the words of a field that may hold markup, on one line, references decoded at most twice."""
    text = markup or ""
    if "&" in text:
        text = decode_references(text)
    return html_tree.line(plain(text) if "<" in text else text)


def text_line(text: str | None) -> str:
    """Return the words of a field that is plain text by its standard, on one line, references decoded.

    Where it has tags that only HTML has they go; other signs that look like tags stay.
    """
    said = text or ""
    return plain_line(said) if _TAG.search(said) else html_tree.line(decode_references(said))


def emoji(image: Element) -> str | None:
    """Return the character that a small picture stands for (`<img class="emoji" alt="…">`), else None."""
    kind = (image.get("class") or "").lower()
    return image.get("alt") if "emoji" in kind or "smiley" in kind else None
