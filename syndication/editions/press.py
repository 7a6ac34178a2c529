"""Prints what is pending: entries from the shelf or new, documents around them, files in their places."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from syndication import __version__
from syndication.editions.publication import Publication, digest
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
    """What became of one feed.

    `written` counts the editions that changed, `rendered` the entries made anew; `failure` is why a file
    could not be written; `left_out` names stories that a format cannot print, with the reason; `kept_back`
    says that files stay because the store, new or lost, knows no story of a feed that was published before.
    """

    feed: str
    written: int = 0
    rendered: int = 0
    failure: str | None = None
    left_out: tuple[str, ...] = ()
    kept_back: bool = False


class _Entries(NamedTuple):
    """Entries in the order of the feed, those rendered anew by version, and what could not be rendered."""

    variant: str
    found: list[bytes]
    fresh: dict[int, bytes]
    left_out: tuple[str, ...]


def file_name(feed: Feed, format_: FeedFormat) -> str:
    """Return the name of an edition's file."""
    return f"{feed.name}{format_.extension}"


def print_feed(
    store: Shelf, publication: Publication, feed: Feed, profile: Profile, now: datetime
) -> Printed:
    """Publish every format of one feed; a file that cannot be written leaves the feed pending."""
    window = store.windows.load(feed.name)
    updated = window.updated or now
    unknown = not window.shown and not any(e.feed == feed.name for e in store.windows.editions())
    done = Printed(feed.name)
    editions: list[Edition] = []
    shelf: list[_Entries] = []
    try:
        for name in feed.formats:
            format_, file = FORMATS[name], file_name(feed, FORMATS[name])
            entries = _entries(store, format_, profile, window.shown)
            shelf.append(entries)
            document = format_.document(feed, profile, updated, entries.found)
            etag = digest(document)
            if unknown and publication.digest(file) not in {None, etag}:
                done = done._replace(kept_back=True)
                continue
            changed = publication.put(file, document, updated)
            done = done._replace(
                written=done.written + changed,
                rendered=done.rendered + len(entries.fresh),
                left_out=done.left_out + entries.left_out,
            )
            editions.append(
                Edition(feed=feed.name, format=name, updated=updated, etag=etag, entries=len(entries.found))
            )
    except CannotPublish as error:
        done = done._replace(failure=str(error))
    with store.write():  # after the files: subscribers do not wait for the shelf
        _keep(store, shelf)
        if done.failure is None and not done.kept_back:
            _finish(store, window, editions)
    return done


def _entries(store: Shelf, format_: FeedFormat, profile: Profile, shown: Sequence[Shown]) -> _Entries:
    """Return the entries from the shelf, those that are missing there rendered.

    A story that the format cannot print never takes the feed with it.
    """
    variant = f"{format_.name}\n{__version__}\n{profile.key}"
    kept = store.windows.kept(variant, [s.version for s in shown])
    missing = [s for s in shown if s.version not in kept]
    fresh: dict[int, bytes] = {}
    left_out = []
    for place, article in zip(missing, store.windows.articles(missing), strict=True):
        try:
            fresh[place.version] = format_.entry(article, profile)
        except (ValueError, OverflowError) as error:
            left_out.append(f"{article.guid} as {format_.name}: {error}")
    kept |= fresh
    found = [kept[s.version] for s in shown if s.version in kept]
    return _Entries(variant, found, fresh, tuple(left_out))


def _keep(store: Shelf, shelf: Sequence[_Entries]) -> None:
    """Put what was rendered anew on the shelf."""
    for entries in shelf:
        for version, entry in entries.fresh.items():
            store.windows.keep(entries.variant, version, entry)


def _finish(store: Shelf, printed: Window, editions: Sequence[Edition]) -> None:
    """Remember what was published, unless the window moved on meanwhile."""
    store.windows.publish(printed.name, editions)
    if store.windows.load(printed.name) == printed:
        store.windows.save(printed._replace(pending=False, urgent=False))
