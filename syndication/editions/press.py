"""Prints what is pending: entries from the shelf or new, documents around them, files in their places."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple, Protocol

from syndication import __version__
from syndication.editions.publication import Publication
from syndication.errors import CannotPublish
from syndication.model import Edition, Feed, Profile
from syndication.render import FORMATS, FeedFormat
from syndication.store import Shown, Window, Windows


class Shelf(Protocol):
    """What printing asks of a store."""

    windows: Windows

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


class Printed(NamedTuple):
    """What became of one feed: how many editions changed, how many entries were rendered, what failed."""

    feed: str
    written: int = 0
    rendered: int = 0
    failure: str | None = None


def file_name(feed: Feed, format_: FeedFormat) -> str:
    """Return the name of an edition's file."""
    return f"{feed.name}{format_.extension}"


def print_feed(
    store: Shelf, publication: Publication, feed: Feed, profile: Profile, now: datetime
) -> Printed:
    """Publish every format of one feed; a file that cannot be written leaves the feed pending."""
    with store.write():
        window = store.windows.load(feed.name)
    updated = window.updated or now
    written = rendered = 0
    editions = []
    try:
        for name in feed.formats:
            format_ = FORMATS[name]
            entries, fresh = _entries(store, format_, profile, window.shown)
            document = format_.document(feed, profile, updated, entries)
            written += publication.put(file_name(feed, format_), document, updated)
            rendered += fresh
            digest = blake2b(document, digest_size=16).hexdigest()
            editions.append(
                Edition(feed=feed.name, format=name, updated=updated, etag=digest, entries=len(window.shown))
            )
    except CannotPublish as error:
        return Printed(feed.name, written, rendered, str(error))
    _done(store, window, editions)
    return Printed(feed.name, written, rendered)


def _entries(
    store: Shelf, format_: FeedFormat, profile: Profile, shown: Sequence[Shown]
) -> tuple[list[bytes], int]:
    """Return the entries in order, and how many had to be rendered."""
    variant = f"{format_.name}\n{__version__}\n{profile.key}"
    kept = store.windows.kept(variant, [s.version for s in shown])
    missing = [s for s in shown if s.version not in kept]
    if missing:
        fresh = {
            s.version: format_.entry(article, profile)
            for s, article in zip(missing, store.windows.articles(missing), strict=True)
        }
        with store.write():
            for version, entry in fresh.items():
                store.windows.keep(variant, version, entry)
        kept |= fresh
    return [kept[s.version] for s in shown], len(missing)


def _done(store: Shelf, printed: Window, editions: Sequence[Edition]) -> None:
    """Remember what was published, unless the window moved on meanwhile."""
    with store.write():
        window = store.windows.load(printed.name)
        for edition in editions:
            store.windows.publish(edition)
        if window == printed:
            store.windows.save(window._replace(pending=False, urgent=False))
