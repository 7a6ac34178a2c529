"""Follows the log: which stories each feed holds, and whether that has changed.

Runs in one transaction with the follower's number, so a crash loses nothing and repeats nothing. Writes no
files: a feed whose window changed is left `pending` for the press.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple, Protocol

import msgspec

from syndication import __version__
from syndication.editions.feed_time import next_time, touches, turnover
from syndication.editions.filing import bind, page_size
from syndication.editions.holding import held
from syndication.editions.past import Memories
from syndication.editions.recruiting import Seeker, recruit
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
    """What one step of following found: whether there is more, and feeds that would have gone empty.

    `walking` says that feeds defined anew, or no more, need further steps: more work, but nobody waits for it.
    """

    more: bool
    walking: bool = False
    emptied: tuple[str, ...] = ()


class Subject(NamedTuple):
    """A feed as it is followed.

    `definition` changes whenever the feed's bytes could: its first line says what its members are, the second is
    a digest of how they look. `page_size` is that of its archive, 0 where it has none. `marks` says how long its
    items of killed stories stay, None where it has none.
    """

    feed: Feed
    profile: Profile
    definition: str
    page_size: int
    marks: timedelta | None

    @property
    def members(self) -> str:
        """Return what its members are."""
        return _members(self.definition)


class _Step(NamedTuple):
    """One step of following: where and when, what changed when, which of it is hidden, and who is in what."""

    store: Log
    memories: Memories
    now: datetime
    news: Sequence[tuple[Story, datetime]]
    hidden: AbstractSet[int]
    members: AbstractSet[tuple[int, int]]


def subject(feed: Feed, profile: Profile, retention: Retention = _RETENTION) -> Subject:
    """Return the feed as it is followed."""
    size = page_size(feed, profile, retention)
    members = msgspec.json.encode({"query": feed.query, "archive": bool(size)}).decode()
    looks = f"{__version__}\n{msgspec.json.encode(feed).decode()}\n{profile.key}"
    digest = blake2b(looks.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    marks = profile.shows_deleted and any(FORMATS[name].marks_deleted for name in feed.formats)
    return Subject(feed, profile, f"{members}\n{digest}", size, profile.keep_deleted if marks else None)


def follow(
    store: Log, subjects: Sequence[Subject], now: datetime, retention: Retention = _RETENTION
) -> Followed:
    """Work through at most a thousand changes and whatever the clock or a definition has changed."""
    with store.write():
        return take_step(store, subjects, now, retention)


def take_step(
    store: Log,
    subjects: Sequence[Subject],
    now: datetime,
    retention: Retention = _RETENTION,
    *,
    settled: bool = False,
) -> Followed:
    """Do the same inside an open transaction; with `settled` nothing, unless every feed is as it was defined."""
    known = store.windows.all()
    if settled and any(
        s.feed.name not in known or known[s.feed.name].definition != s.definition for s in subjects
    ):
        return Followed(more=True, walking=True)
    windows = {s.feed.name: known.get(s.feed.name) or store.windows.load(s.feed.name) for s in subjects}
    news = store.changes.news(FOLLOWER, _BATCH)
    marked = {s.feed.name: s.marks for s in subjects if s.marks is not None}
    hidden = {story.row for story, _ in news.stories if not story.visible}
    step = _Step(store, Memories(store, retention, now, marked), now, news.stories, hidden, news.members)
    touched = {s.feed.name for s in subjects if _update_members(step, s, windows[s.feed.name])}
    seekers = [
        Seeker(s.feed, windows[s.feed.name], s.members, s.page_size)
        for s in subjects
        if not settled and s.members != _members(windows[s.feed.name].definition)
    ]
    walked = recruit(store, seekers)
    windows |= walked
    emptied = [
        s.feed.name
        for s in subjects
        if not _follow(step, s, windows[s.feed.name], touched=s.feed.name in touched | walked.keys())
    ]
    left = [known[name] for name in known.keys() - windows.keys() if not _forget(store, known[name])]
    if news.seq is not None:
        store.changes.advance(FOLLOWER, news.seq)
    walking = any(window.seeking is not None for window in walked.values())
    return Followed(news.more, walking or bool(left), tuple(emptied))


def _follow(step: _Step, subject: Subject, window: Window, *, touched: bool) -> bool:
    """Bring one feed up to date; False where it would have gone empty without a reason."""
    told = step.memories.follow(subject.feed, window, step.news)
    redefined = window.definition != subject.definition
    early = window.reread is not None and window.reread <= step.now
    if early:
        window = _reread(step, window)
    if told.changed:
        window = window._replace(pending=True, urgent=True, updated=next_time(window, step.now, told.at))
    aged = window.due is not None and window.due <= step.now
    unchanged = not (touched or told.changed or aged or redefined or early)
    return unchanged or _show(step, subject, window)


def _reread(step: _Step, window: Window) -> Window:
    """Return the window, to be printed again: what was left out of documents for its date is early no more."""
    updated = next_time(window, step.now, window.reread)
    step.store.past.reread(window.row, step.now)
    return window._replace(pending=True, reread=None, updated=updated)


def _forget(store: Log, window: Window) -> bool:
    """Forget a portion of a feed that is no longer defined; say whether nothing is left of it."""
    if store.windows.thin_out(window.row, _BATCH):
        return False
    store.past.forget(window.row)
    store.windows.remove(window.name)
    return True


def _members(definition: str) -> str:
    return definition.partition("\n")[0]


def _update_members(step: _Step, subject: Subject, window: Window) -> bool:
    """Let changed stories join or leave, and the archive take note of them; say whether any did."""
    windows, touched = step.store.windows, False
    for story, _ in step.news:
        was = (window.row, story.row) in step.members
        is_wanted = story.visible and subject.feed.query.wants(story.article)
        if was:
            windows.leave(window.row, story.row)
        if is_wanted:
            windows.join(window.row, story.row)
            if subject.page_size:
                step.store.past.file(window.row, story.row)
        touched |= was or is_wanted
    return touched


def _show(step: _Step, subject: Subject, window: Window) -> bool:
    """Save what the feed shows now; False where it would have gone empty without a reason."""
    store, now, feed = step.store, step.now, subject.feed
    after = now - feed.max_age if feed.max_age is not None else None
    redefined, defined = window.definition != subject.definition, subject.definition
    kept_back: tuple[Shown, ...] = ()
    if window.seeking is not None:  # as it was, without what must go
        young = (place for place in window.shown if after is None or place.published > after)
        shown = tuple(place for place in young if place.row not in step.hidden)
        defined = window.definition
    elif redefined:
        shown = store.windows.newest(window.row, feed.limit, after)
        kept_back = () if shown else _remaining(store, window.shown, after)
    else:
        shown = held(store.windows, feed, window, [story for story, _ in step.news], after)
    if kept_back:
        # Only the members count as done: the rest differs, so the feed is looked at again and again.
        shown, defined = kept_back, f"{_members(defined)}\n{window.definition.partition(chr(10))[2]}"
    changed = shown != window.shown
    bound = bool(
        subject.page_size
        and window.seeking is None
        and bind(store, window.row, subject.page_size, {place.row for place in shown})
    )
    updated = window.updated
    if changed or bound or (updated is None and window.seeking is None):
        articles = {story.row: story.article for story, _ in step.news}
        moved = turnover(window.shown, shown)
        touched = max(touches(store, moved, feed.max_age, articles, now), default=None)
        updated = next_time(window, now, touched)
        step.memories.carry(feed, moved, updated)
    renewed = redefined and defined == subject.definition
    if renewed:
        step.memories.renew(window)
    store.windows.save(
        window._replace(
            definition=defined,
            updated=updated,
            due=min((t for t in (_ages(feed, shown), step.memories.fades(window)) if t), default=None),
            pending=window.pending or changed or bound or renewed,
            # What was public and no longer is goes at once, whatever the schedule.
            urgent=window.urgent
            or (bool(step.hidden) and any(place.row in step.hidden for place in window.shown)),
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
