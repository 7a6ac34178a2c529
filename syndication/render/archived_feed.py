"""Archived feeds (RFC 5005 §4): what a feed's document and the pages of its archive say of each other.

The links and the mark are put behind the feed's title, where RSS and Atom both take them; each declares its
own namespace, so the document's entries stay as they are.
"""

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_TITLE_END = b"</title>"
FORMATS = frozenset({"atom", "rss"})
"""The formats that have archives."""


class Place(NamedTuple):
    """Where a document stands: its own address, the feed's for a page of the archive, and its neighbours'."""

    own: str
    current: str | None = None
    older: str | None = None
    newer: str | None = None


def placed(document: bytes, feed_address: str, place: Place) -> bytes:
    """Return an Atom or RSS document that says where it stands (§2 `fh:archive`, §4 the links)."""
    said = b""
    if place.current is not None:
        said += f'<fh:archive xmlns:fh="{_HISTORY}"/>'.encode() + _link("current", place.current)
        document = document.replace(quoteattr(feed_address).encode(), quoteattr(place.own).encode(), 1)
    if place.older is not None:
        said += _link("prev-archive", place.older)
    if place.newer is not None:
        said += _link("next-archive", place.newer)
    head, end, rest = document.partition(_TITLE_END)
    return b"".join((head, end, said, rest))


def _link(rel: str, address: str) -> bytes:
    return f'<a:link xmlns:a="{_ATOM}" rel="{rel}" href={quoteattr(address)}/>'.encode()
