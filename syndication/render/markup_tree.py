"""The body's markup, as this program writes it, as a tree."""

from lxml.etree import XMLParser, _Element, fromstring

_PARSER = XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def tree(markup: str) -> _Element:
    """Return an element that holds the markup, which is well-formed (`body_html` writes no other)."""
    return fromstring(f"<x>{markup}</x>".encode(), _PARSER)


def said(element: _Element) -> str:
    """Return the words inside an element, without its markup."""
    return "".join(str(text) for text in element.itertext())
