"""A reader of archived feeds (RFC 5005 §4) that knows nothing of who wrote them: it follows links and counts entries."""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

_ATOM = "{http://www.w3.org/2005/Atom}"
_HISTORY = "{http://purl.org/syndication/history/1.0}"
_TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"


class History(NamedTuple):
    """What the whole chain holds: ids with their titles, newest document first; a newer entry hides an older one.

    `documents` are the addresses that were read, in that order; `deleted` the ids of tombstones.
    """

    titles: dict[str, str]
    documents: list[str]
    deleted: set[str]


def history(read: Callable[[str], bytes], address: str) -> History:
    """Read the feed at an address and all documents of its archive; fail where the chain is not one."""
    titles: dict[str, str] = {}
    documents: list[str] = []
    deleted: set[str] = set()
    here: str | None = address
    while here is not None:
        assert here not in documents, "the chain runs in a circle"
        tree = etree.fromstring(read(here))
        head = tree if tree.tag == f"{_ATOM}feed" else tree[0]
        links = {str(e.get("rel")): str(e.get("href")) for e in head.iterchildren(f"{_ATOM}link")}
        is_archive = head.find(f"{_HISTORY}archive") is not None
        assert is_archive == bool(documents), "the feed itself is no archive document, all others are"
        assert links["self"] == here
        assert not is_archive or links["current"] == address
        if len(documents) > 1:
            assert links["next-archive"] == documents[-1]
        within = [_entry(entry) for entry in head.iter(f"{_ATOM}entry", "item")]
        assert len(within) == len(dict(within)), "a document has two entries of one story"
        titles |= {guid: title for guid, title in within if guid not in titles}
        deleted |= {str(e.get("ref")) for e in head.iterchildren(f"{_TOMBSTONES}deleted-entry")}
        documents.append(here)
        here = links.get("prev-archive")
    return History(titles, documents, deleted)


def _entry(entry: etree._Element) -> tuple[str, str]:
    guid = entry.findtext(f"{_ATOM}id") or entry.findtext("guid")
    title = entry.findtext(f"{_ATOM}title") or entry.findtext("title")
    return str(guid), str(title)
