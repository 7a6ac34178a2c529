"""The addresses of a document: those of its elements and those inside its HTML."""

from collections.abc import Iterator

from syndication.validate.datatypes import split
from syndication.validate.document import Document, Value
from syndication.validate.markup import addresses

ELSEWHERE = frozenset({"mailto", "tel"})
_NAMES = frozenset({"urn", "tag"})


def in_bodies(document: Document) -> Iterator[Value]:
    """Yield every address in the HTML of the stories."""
    for story in document.stories:
        for value in story.marked_up:
            for tag in value.markup.begun:
                yield from (Value(href, value.at) for _, href in addresses(tag))


def every(document: Document) -> Iterator[Value]:
    """Yield all addresses."""
    yield from document.addresses
    yield from in_bodies(document)


def scheme(address: str) -> str:
    """Return the scheme in lower case, "" where there is none."""
    parts = split(address)
    return parts.scheme.lower() if parts else ""


def host(address: str) -> str:
    """Return the host in lower case, "" where there is none."""
    parts = split(address)
    return (parts.hostname or "").lower() if parts else ""


def names_only(address: str) -> bool:
    """Say whether it is a name that leads nowhere, such as a URN."""
    return scheme(address) in _NAMES
