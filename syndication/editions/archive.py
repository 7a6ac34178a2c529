"""The archive of a feed in Atom and RSS (RFC 5005 §4): pages that do not change once they are full.

A page holds what joined or changed in the feed, in the order of the log; its files are written when it is
full, and once more only when a story in it was killed or hidden. The feed's document points at the newest
page, each page at the one before.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

import msgspec

from syndication.editions.entries import Entries, entries_of
from syndication.editions.names import page_file, page_name
from syndication.editions.publication import Publication
from syndication.model import Feed, Profile
from syndication.render import FORMATS, FeedFormat
from syndication.render.archived_feed import FORMATS as ARCHIVED
from syndication.render.archived_feed import Place, placed
from syndication.store import Past, Windows


class Stacks(Protocol):
    """What an archive asks of a store."""

    windows: Windows
    past: Past

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


class Page(NamedTuple):
    """One page in one format: its entries, and whether its file changed."""

    entries: Entries
    written: bool


def pages(store: Stacks, publication: Publication, feed: Feed, profile: Profile) -> Iterator[Page]:
    """Publish the pages that are due and yield them; raise CannotPublish and the rest stays due."""
    window = store.windows.load(feed.name)
    full = set(store.past.pages(window.row))
    for number, updated in store.past.pending(window.row):
        held = store.past.held(window.row, number)
        shown = [place for place, visible in held if visible]
        hidden = [place for place, visible in held if not visible]
        articles = zip(hidden, store.windows.articles(hidden), strict=True)
        gone = [place for place, article in articles if article.pub_status == "canceled"]
        for format_ in _formats(feed, profile):
            entries = entries_of(store, format_, profile, shown, gone)
            within = msgspec.structs.replace(profile, max_items=None, max_bytes=None)
            document = format_.document(feed, within, updated, entries.found)
            older = _address(feed, format_, profile, number - 1) if number - 1 in full else None
            own = _address(feed, format_, profile, number)
            address = profile.site.feed(feed.name, format_.extension)
            document = placed(document, address, Place(own, address, older))
            yield Page(entries, publication.put(page_file(feed, format_, number), document, updated))
        with store.write():
            store.past.printed(window.row, number, updated)


def pointing(store: Stacks, feed: Feed, format_: FeedFormat, profile: Profile, document: bytes) -> bytes:
    """Return the feed's own document, pointing at the newest page of its archive where there is one."""
    archived = format_ in _formats(feed, profile)
    full = store.past.pages(store.windows.load(feed.name).row) if archived else []
    if not full:
        return document
    address = profile.site.feed(feed.name, format_.extension)
    return placed(document, address, Place(address, older=_address(feed, format_, profile, full[-1])))


def files(store: Stacks, feed: Feed, profile: Profile) -> Iterator[tuple[int, str]]:
    """Yield the page and the name of every file that the feed's archive should have."""
    window = store.windows.load(feed.name)
    for number in store.past.pages(window.row):
        for format_ in _formats(feed, profile):
            yield number, page_file(feed, format_, number)


def _formats(feed: Feed, profile: Profile) -> list[FeedFormat]:
    """Return the feed's formats that have archives; an aggregator that names its namespaces takes no others."""
    return [FORMATS[name] for name in feed.formats if name in ARCHIVED and profile.extensions is None]


def _address(feed: Feed, format_: FeedFormat, profile: Profile, number: int) -> str:
    return profile.site.feed(page_name(feed, number), format_.extension)
