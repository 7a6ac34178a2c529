"""XML elements as text, one after the other, escaped as lxml's serializer escapes.

For the entries of feeds, which come by the hundred: a tree that is made to be written once takes several times
as long. What is said must be free of what XML forbids, as `plain_text` and its neighbours return it.
"""

from collections.abc import Container
from typing import Self

from syndication.on_demand import Expression

_IN_QUOTES = Expression('["&<>\t\n\r]')
_QUOTED = str.maketrans(
    {'"': "&quot;", "&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


class Elements:
    """Elements in a row. One whose prefix is not `declared` is left out, so the document stays well-formed."""

    __slots__ = ("_declared", "_parts")

    def __init__(self, declared: Container[str]) -> None:
        self._declared = declared
        self._parts: list[str] = []

    def add(self, name: str, text: str | None = None, **attributes: str | None) -> None:
        """Append an element with its text; attributes that are None or "" are left out."""
        self.add_markup(name, None if text is None else escaped(text), **attributes)

    def add_markup(self, name: str, markup: str | None, **attributes: str | None) -> None:
        """Append an element around markup that is escaped already; None writes an empty element."""
        if ":" in name and name.partition(":")[0] not in self._declared:
            return
        start = name
        if attributes:
            said = [f' {key}="{_quoted(value)}"' for key, value in attributes.items() if value]
            start += "".join(said)
        self._parts.append(f"<{start}/>" if markup is None else f"<{start}>{markup}</{name}>")

    def add_ready(self, markup: str) -> None:
        """Append elements that are text already and declare what they use."""
        self._parts.append(markup)

    def inside(self) -> Self:
        """Return an empty row for what is to stand inside an element of this one."""
        return type(self)(self._declared)

    def __str__(self) -> str:
        return "".join(self._parts)


def escaped(text: str) -> str:
    """Return text as it stands between tags (XML 1.0 §2.4, §2.11)."""
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text


def cdata(text: str) -> str:
    """Return text as a CDATA section, escaped where it would end the section early (§2.7)."""
    return escaped(text) if "]]>" in text else f"<![CDATA[{text}]]>"


def _quoted(text: str) -> str:
    """Return text as it stands between quotation marks (§2.3, §3.3.3)."""
    return text.translate(_QUOTED) if _IN_QUOTES.search(text) else text
