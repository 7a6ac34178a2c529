"""Prints the archive of a feed in Atom and RSS (RFC 5005 §4): pages that do not change once they are made.

A page holds what joined or changed in the feed, in the order of the log; its files are written when it is
made, and once more only when a story in it was killed or hidden, or what the feed looks like was defined anew.
The feed's document points at the newest page, each page at the one before it and at the one after it; the
address of a page that is not made yet leads to the feed itself, so that no page changes when the next is made.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

import msgspec

from syndication.editions.entries import Entries, entries_of, without
from syndication.editions.filing import archived_formats
from syndication.editions.names import page_file, page_name
from syndication.editions.proof_reading import Times, read_proof
from syndication.editions.publication import Publication
from syndication.model import Feed, Profile
from syndication.render import FeedFormat
from syndication.render.archived_feed import Place, placed
from syndication.store import Past, Windows

_AT_ONCE = 20


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


def pages(
    store: Stacks, publication: Publication, feed: Feed, profile: Profile, now: datetime
) -> Iterator[Page]:
    """Publish some of the pages that are due and yield them; raise CannotPublish and the rest stays due.

    Those that show what has to go come first. A feed never waits long for its archive. A story at fault is on
    no page, and not kept either: whoever takes it from the shelf must find it judged.
    """
    window = store.windows.load(feed.name)
    oldest = store.past.oldest(window.row)
    for number, updated in store.past.pending(window.row, _AT_ONCE):
        held = store.past.held(window.row, number)
        shown = [place for place, visible in held if visible]
        hidden = [place for place, visible in held if not visible]
        articles = zip(hidden, store.windows.articles(hidden), strict=True)
        gone = [place for place, article in articles if article.pub_status == "canceled"]
        for format_ in archived_formats(feed, profile):
            entries = entries_of(store, format_, profile, shown, gone)
            newest_first = sorted((*shown, *gone), key=lambda place: place.published, reverse=True)
            fresh = {p.version: entries.fresh[p.version] for p in newest_first if p.version in entries.fresh}
            proof = read_proof(feed, format_, profile, Times(updated, now), fresh)
            entries = without(entries, proof)
            within = msgspec.structs.replace(profile, max_items=None, max_bytes=None)
            document = format_.document(feed, within, updated, entries.found)
            own, older, newer = (
                _address(feed, format_, profile, n) for n in (number, number - 1, number + 1)
            )
            address = profile.site.feed(feed.name, format_.extension)
            place = Place(own, address, None if number == oldest else older, newer)
            document = placed(document, address, place)
            yield Page(entries, publication.put(page_file(feed, format_, number), document, updated))
        with store.write():
            store.past.printed(window.row, number, updated, entries.reread)


def pointing(store: Stacks, feed: Feed, format_: FeedFormat, profile: Profile, document: bytes) -> bytes:
    """Return the feed's own document, pointing at the newest page of its archive where there is one."""
    archived = format_ in archived_formats(feed, profile)
    newest = store.past.newest(store.windows.load(feed.name).row) if archived else None
    if newest is None:
        return document
    address = profile.site.feed(feed.name, format_.extension)
    return placed(document, address, Place(address, older=_address(feed, format_, profile, newest)))


def is_waiting(store: Stacks, window: int) -> bool:
    """Say whether pages of a feed are still due."""
    return bool(store.past.pending(window, 1))


def files(store: Stacks, feed: Feed, profile: Profile) -> Iterator[tuple[int, str]]:
    """Yield the page and the name of every file that the feed's archive should have."""
    window = store.windows.load(feed.name)
    for number in store.past.pages(window.row):
        for format_ in archived_formats(feed, profile):
            yield number, page_file(feed, format_, number)


def _address(feed: Feed, format_: FeedFormat, profile: Profile, number: int) -> str:
    return profile.site.feed(page_name(feed, number), format_.extension)
