"""Follows the log: which stories each feed holds, and whether that has changed.

Runs in one transaction with the follower's number, so a crash loses nothing and repeats nothing. Writes no
files: a feed whose window changed is left `pending` for the press.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

import msgspec

from syndication import __version__
from syndication.model import Feed, Profile
from syndication.store import Articles, Change, Changes, Shown, Window, Windows

FOLLOWER = "editions"
_BATCH = 1000


class Log(Protocol):
    """What following asks of a store."""

    articles: Articles
    changes: Changes
    windows: Windows

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


class Followed(NamedTuple):
    """What one step of following found: whether there is more, and feeds that would have gone empty."""

    more: bool
    emptied: tuple[str, ...] = ()


def definition(feed: Feed, profile: Profile) -> str:
    """Return the text that changes whenever the feed's bytes could: its first line is the query alone."""
    query = msgspec.json.encode(feed.query).decode()
    return f"{query}\n{__version__}\n{msgspec.json.encode(feed).decode()}\n{profile.key}"


def follow(store: Log, feeds: Sequence[tuple[Feed, Profile]], now: datetime) -> Followed:
    """Work through at most a thousand changes and whatever the clock or a definition has changed."""
    with store.write():
        changes = store.changes.after(store.changes.reached(FOLLOWER), _BATCH)
        emptied = [feed.name for feed, profile in feeds if not _advance(store, feed, profile, changes, now)]
        for gone in store.windows.definitions().keys() - {feed.name for feed, _ in feeds}:
            store.windows.remove(gone)
        if changes:
            store.changes.advance(FOLLOWER, changes[-1].seq)
    return Followed(len(changes) == _BATCH, tuple(emptied))


def _advance(store: Log, feed: Feed, profile: Profile, changes: Sequence[Change], now: datetime) -> bool:
    """Bring one feed's window up to date; False where it would have gone empty without a reason."""
    window = store.windows.load(feed.name)
    defined = definition(feed, profile)
    redefined = window.definition != defined
    if window.definition.partition("\n")[0] != defined.partition("\n")[0]:
        _recruit(store, feed, window)
        touched = True
    else:
        touched = _update_members(store, feed, window, changes)
    if not (touched or redefined or (window.due is not None and window.due <= now)):
        return True
    after = now - feed.max_age if feed.max_age is not None else None
    shown = tuple(store.windows.newest(window.row, feed.limit, after))
    kept_back = redefined and not shown and _still_visible(store, window.shown)
    if kept_back:
        # Only the query counts as done: the rest differs, so the feed is looked at again and again.
        query, rest = defined.partition("\n")[0], window.definition.partition("\n")[2]
        shown, defined = kept_back, f"{query}\n{rest}"
    changed = shown != window.shown
    updated = window.updated
    if changed or updated is None:
        times = _times(feed, window, shown, changes, now)
        updated = max([*times, *([updated] if updated else [])], default=now)
    store.windows.save(
        window._replace(
            definition=defined,
            updated=updated,
            due=shown[-1].published + feed.max_age if shown and feed.max_age is not None else None,
            pending=window.pending or changed or (redefined and not kept_back),
            urgent=window.urgent or (changed and _hides(store, window, shown)),
            shown=shown,
        )
    )
    return not kept_back


def _recruit(store: Log, feed: Feed, window: Window) -> None:
    """Compute the membership anew: the query is not the one it was computed for."""
    store.windows.clear(window.row)
    for story in store.windows.everything():
        if feed.query.wants(story.article):
            store.windows.join(window.row, story)


def _update_members(store: Log, feed: Feed, window: Window, changes: Sequence[Change]) -> bool:
    touched = False
    for row in {change.row for change in changes}:
        story = store.articles.get(row)
        if story.visible and feed.query.wants(story.article):
            store.windows.join(window.row, story)
            touched = True
        else:
            touched |= store.windows.leave(window.row, row)
    return touched


def _hides(store: Log, window: Window, shown: Sequence[Shown]) -> bool:
    """Say whether something that was public no longer is: that goes at once, whatever the schedule."""
    gone = {s.row for s in window.shown} - {s.row for s in shown}
    return any(not store.articles.get(row).visible for row in gone)


def _still_visible(store: Log, shown: Iterable[Shown]) -> tuple[Shown, ...]:
    return tuple(s for s in shown if store.articles.get(s.row).visible)


def _times(
    feed: Feed, window: Window, shown: Sequence[Shown], changes: Sequence[Change], now: datetime
) -> list[datetime]:
    """Return the instants of what touched the feed: changes of stories that came, went or moved, and ages."""
    moved = {s.row for s in set(shown) ^ set(window.shown)}
    times = [change.at for change in changes if change.row in moved]
    if feed.max_age is not None:
        left = {s.row for s in window.shown} - {s.row for s in shown}
        ages = (s.published + feed.max_age for s in window.shown if s.row in left)
        times.extend(instant for instant in ages if instant <= now)
    return times
