"""Elements of a page's head as data, and their text."""

import html
from collections.abc import Iterable

import msgspec


class Element(msgspec.Struct, frozen=True, omit_defaults=True):
    """A `meta`, `link` or `title`. Attributes in the order in which they are written; values are plain text."""

    tag: str
    attributes: dict[str, str] = {}
    text: str | None = None


def prop(name: str, content: str | float | None) -> list[Element]:
    """Return a meta element with `property` (Open Graph and kin are RDFa); [] for no content."""
    return _meta("property", name, content)


def named(name: str, content: str | float | None) -> list[Element]:
    """Return a meta element with `name`; [] for no content."""
    return _meta("name", name, content)


def link(
    rel: str,
    href: str | None,
    *,
    media_type: str | None = None,
    hreflang: str | None = None,
    title: str | None = None,
) -> list[Element]:
    """Return a link element, attributes without a value left out; [] for no address."""
    if not href:
        return []
    given = {"rel": rel, "type": media_type, "hreflang": hreflang, "href": href, "title": title}
    return [Element("link", {name: value for name, value in given.items() if value})]


def markup(elements: Iterable[Element]) -> str:
    """Return the elements as HTML, one a line, every value escaped once."""
    return "".join(f"{_markup(element)}\n" for element in elements)


def _meta(key: str, name: str, content: str | float | None) -> list[Element]:
    return [Element("meta", {key: name, "content": str(content)})] if content not in (None, "") else []


def _markup(element: Element) -> str:
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in element.attributes.items())
    opened = f"<{element.tag}{attributes}>"
    return opened if element.text is None else f"{opened}{html.escape(element.text)}</{element.tag}>"
