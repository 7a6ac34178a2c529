"""Follows the log: which stories each feed holds, and whether that has changed.

Runs in one transaction with the follower's number, so a crash loses nothing and repeats nothing. Writes no
files: a feed whose window changed is left `pending` for the press.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

import msgspec

from syndication import __version__
from syndication.editions.past import Memories
from syndication.model import Feed, Profile, Retention
from syndication.render import FORMATS
from syndication.store import Articles, Changes, History, Past, Shown, Story, Window, Windows

FOLLOWER = "editions"
_BATCH = 1000
_RETENTION = Retention()


class Log(Protocol):
    """What following asks of a store."""

    articles: Articles
    changes: Changes
    windows: Windows
    past: Past
    history: History

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


class Followed(NamedTuple):
    """What one step of following found: whether there is more, and feeds that would have gone empty."""

    more: bool
    emptied: tuple[str, ...] = ()


class _Step(NamedTuple):
    """One step of following: where and when, feeds whose members are new, and what changed when."""

    store: Log
    memories: Memories
    now: datetime
    anew: frozenset[str]
    dated: Sequence[tuple[Story, datetime]]


def definition(feed: Feed, profile: Profile) -> str:
    """Return the text that changes whenever the feed's bytes could: its first line is the query alone."""
    query = msgspec.json.encode(feed.query).decode()
    return f"{query}\n{__version__}\n{msgspec.json.encode(feed).decode()}\n{profile.key}"


def follow(
    store: Log, feeds: Sequence[tuple[Feed, Profile]], now: datetime, retention: Retention = _RETENTION
) -> Followed:
    """Work through at most a thousand changes and whatever the clock or a definition has changed."""
    with store.write():
        changes = store.changes.after(store.changes.reached(FOLLOWER), _BATCH)
        stories = [store.articles.get(row) for row in sorted({change.row for change in changes})]
        windows = [
            (feed, definition(feed, profile), store.windows.load(feed.name)) for feed, profile in feeds
        ]
        recruiting = [
            (feed, window)
            for feed, defined, window in windows
            if _query(defined) != _query(window.definition)
        ]
        _recruit(store, recruiting)
        anew = frozenset(feed.name for feed, _ in recruiting)
        marked = {f.name: p.keep_deleted for f, p in feeds if p.shows_deleted and _marks_deleted(f)}
        memories = Memories(store, retention, now, marked)
        step = _Step(store, memories, now, anew, [(story, memories.latest(story)) for story in stories])
        emptied = [
            feed.name
            for feed, defined, window in windows
            if not _follow(step, feed, defined, window, stories)
        ]
        for gone in store.windows.definitions().keys() - {feed.name for feed, _ in feeds}:
            store.past.forget(store.windows.load(gone).row)
            store.windows.remove(gone)
        if changes:
            store.changes.advance(FOLLOWER, changes[-1].seq)
    return Followed(len(changes) == _BATCH, tuple(emptied))


def _follow(step: _Step, feed: Feed, defined: str, window: Window, stories: Sequence[Story]) -> bool:
    """Bring one feed up to date; False where it would have gone empty without a reason."""
    touched = feed.name in step.anew or _update_members(step.store, feed, window, stories)
    told = step.memories.follow(feed, window, step.dated)
    redefined = window.definition != defined
    if redefined:
        step.memories.renew(window)
    if told.changed:
        updated = max((t for t in (window.updated, told.at) if t), default=None)
        window = window._replace(pending=True, urgent=True, updated=updated)
    aged = window.due is not None and window.due <= step.now
    unchanged = not (touched or told.changed or aged or redefined)
    return unchanged or _show(step, feed, defined, window)


def _marks_deleted(feed: Feed) -> bool:
    return any(FORMATS[name].marks_deleted for name in feed.formats)


def _query(defined: str) -> str:
    return defined.partition("\n")[0]


def _recruit(store: Log, recruiting: Sequence[tuple[Feed, Window]]) -> None:
    """Compute memberships anew, in one walk for all: their queries are not those they were computed for."""
    if not recruiting:
        return
    for _, window in recruiting:
        store.windows.clear(window.row)
    for story in store.windows.everything():
        for feed, window in recruiting:
            if feed.query.wants(story.article):
                store.windows.join(window.row, story)


def _update_members(store: Log, feed: Feed, window: Window, stories: Sequence[Story]) -> bool:
    """Let changed stories join or leave; say whether any did."""
    touched = False
    for story in stories:
        if story.visible and feed.query.wants(story.article):
            store.windows.join(window.row, story)
            touched = True
        else:
            touched |= store.windows.leave(window.row, story.row)
    return touched


def _show(step: _Step, feed: Feed, defined: str, window: Window) -> bool:
    """Save what the feed shows now; False where it would have gone empty without a reason."""
    store, now = step.store, step.now
    after = now - feed.max_age if feed.max_age is not None else None
    shown = tuple(store.windows.newest(window.row, feed.limit, after))
    redefined = window.definition != defined
    kept_back = _remaining(store, window.shown, after) if redefined and not shown else ()
    if kept_back:
        # Only the query counts as done: the rest differs, so the feed is looked at again and again.
        shown, defined = kept_back, f"{_query(defined)}\n{window.definition.partition(chr(10))[2]}"
    changed = shown != window.shown
    updated = window.updated
    if changed or updated is None:
        updated = max((t for t in (updated, *_times(store, feed, window, shown, now)) if t), default=now)
        step.memories.carry(feed, window.shown, shown, updated)
    store.windows.save(
        window._replace(
            definition=defined,
            updated=updated,
            due=min((t for t in (_ages(feed, shown), step.memories.fades(window)) if t), default=None),
            pending=window.pending or changed or (redefined and not kept_back),
            urgent=window.urgent or (changed and _hides(store, window, shown)),
            shown=shown,
        )
    )
    return not kept_back


def _ages(feed: Feed, shown: Sequence[Shown]) -> datetime | None:
    """Return when the oldest story of the feed is too old for it."""
    return shown[-1].published + feed.max_age if shown and feed.max_age is not None else None


def _remaining(store: Log, shown: Iterable[Shown], after: datetime | None) -> tuple[Shown, ...]:
    """Return the places that neither a kill nor their age has taken away."""
    young = (s for s in shown if after is None or s.published > after)
    return tuple(s for s in young if store.articles.get(s.row).visible)


def _hides(store: Log, window: Window, shown: Sequence[Shown]) -> bool:
    """Say whether something that was public no longer is: that goes at once, whatever the schedule."""
    gone = {s.row for s in window.shown} - {s.row for s in shown}
    return any(not store.articles.get(row).visible for row in gone)


def _times(
    store: Log, feed: Feed, window: Window, shown: Sequence[Shown], now: datetime
) -> Iterator[datetime | None]:
    """Yield the instants of what touched the feed: of stories that came, went or moved, and ages.

    They come from the log and not from this step's changes, so a feed defined over an old archive, or one
    that follows a long log in several steps, bears the same time as one that saw each arrival.
    """
    for row in {s.row for s in set(shown) ^ set(window.shown)}:
        yield store.changes.latest(row)
    if feed.max_age is not None:
        left = {s.row for s in window.shown} - {s.row for s in shown}
        for place in window.shown:
            if place.row in left and place.published + feed.max_age <= now:
                yield place.published + feed.max_age
