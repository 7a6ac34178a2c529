"""What the other rooms ask of a store: small protocols, each for one kind of caller.

A caller names the protocol it needs, never "the store". Instants are aware UTC datetimes. Every method that
writes must run inside `Transactions.write()`; everything in one such block is durable together or not at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from syndication.model import Article, Edition


class Story(NamedTuple):
    """The current version of a story and what the public may see of it.

    `visible` is what the log has said so far; `shown` whether the story was ever visible (a page that was
    once public answers 410, one that never was 404). `part` is how it stands in the place of the story in row
    `lead` (`duplicate`, `take`, `lead`) or that it `waits` for one: then it is never visible itself.
    `composed` tells that `article` is made of several stories.
    """

    row: int
    article: Article
    visible: bool
    shown: bool
    part: str | None = None
    lead: int | None = None
    composed: bool = False


class Version(NamedTuple):
    """One stored version: its row, number, when it arrived, what was decided about it, and its Article."""

    row: int
    number: int
    received: datetime
    decision: str
    fingerprint: str
    article: Article


class Change(NamedTuple):
    """One row of the log: story `row` became what it is by `kind` at `at`.

    `kind` is `new`, `update`, `kill`, `release` (an embargo ended) or `expire`. `seq` only rises.
    """

    seq: int
    row: int
    version: int
    kind: str
    at: datetime


class News(NamedTuple):
    """What a follower has still to read: each story as it is now, with the instant when the log last named it.

    `seq` is the number of the last change among these (None: there are none), `more` says that others follow,
    `members` which windows hold which of the stories as a member.
    """

    stories: tuple[tuple[Story, datetime], ...] = ()
    seq: int | None = None
    more: bool = False
    members: AbstractSet[tuple[int, int]] = frozenset()


class Transactions(Protocol):
    """The one way to write."""

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction that holds the write lock from its first statement (BEGIN IMMEDIATE)."""

    def attempt(self) -> AbstractContextManager[None]:
        """Open a savepoint inside `write()`: an error undoes this part alone and is raised again."""


class Articles(Protocol):
    """Every version of every story."""

    def find(self, short_id: str) -> Story | None:
        """Return the story of an address ID (model.identity.short_id), or None."""

    def public(self, short_id: str) -> Story | None:
        """Return the story of an address ID, None where the public never saw it: neither answer takes longer."""

    def current(self, guid: str) -> Story | None:
        """Return the story of a guid, or None."""

    def get(self, row: int) -> Story:
        """Return the story of a row that exists."""

    def versions(self, row: int) -> list[Version]:
        """Return all stored versions of a story, newest number first."""

    def known(self, row: int, fingerprint: str) -> list[int]:
        """Return the numbers under which this very content is stored, the highest first."""

    def titled(self, words: str) -> list[Story]:
        """Return the newest twenty stories that were entitled so, newest first."""

    def entitled_like(self, words: str, limit: int) -> list[Story]:
        """Return the newest stories that were entitled with these words among others; reads every title."""

    def borne(self, words: Iterable[str]) -> list[str]:
        """Return those of these words that a story was entitled with, in order."""

    def entitle(self, row: int, words: Iterable[str]) -> None:
        """Have the story found under each of these words."""

    def add(
        self, article: Article, fingerprint: str, now: datetime, decision: str, *, hidden: bool = False
    ) -> Story:
        """Store the first version of a new story; one that is `hidden` is never visible itself."""

    def revise(self, story: Story, article: Article, fingerprint: str, now: datetime, decision: str) -> Story:
        """Store a version and make it the current one."""

    def contribute(self, story: Story, article: Article, fingerprint: str, decision: str) -> None:
        """Store a version of a composed story's own part, which stays unpublished until it is composed anew."""

    def compose(self, story: Story, article: Article, fingerprint: str, now: datetime) -> Story:
        """Store what a story and those in its place make together, and make it the current version."""

    def keep(self, story: Story, article: Article, fingerprint: str, decision: str) -> None:
        """Store a version as history only: it came too late."""

    def wake(self, row: int, at: datetime | None) -> None:
        """Have the story looked at when the clock comes to an instant: something in it is due then."""

    def due(self, now: datetime, limit: int) -> list[Story]:
        """Return stories whose visibility turned by the clock at or before `now`, earliest first."""

    def turn(self, story: Story, now: datetime) -> Story:
        """Store what `now` makes of the story's visibility and of its next turn."""

    def next_turn(self) -> datetime | None:
        """Return the next instant at which any story turns visible or invisible, or None."""

    def newest(self, limit: int) -> list[Article]:
        """Return the visible stories, newest publication first, ties broken in a fixed way."""

    def visible_count(self) -> int:
        """Return how many stories are visible."""

    def held_count(self) -> int:
        """Return how many stories, takes and copies are under embargo."""


class Changes(Protocol):
    """The log, and how far each follower has read it."""

    def append(self, row: int, version: int, kind: str, at: datetime) -> int:
        """Write a change and return its number."""

    def after(self, seq: int, limit: int) -> list[Change]:
        """Return at most `limit` changes that follow number `seq`, in order."""

    def news(self, follower: str, limit: int) -> News:
        """Return what at most `limit` changes, which a follower has still to read, say."""

    def of(self, row: int) -> list[Change]:
        """Return every change of one story, oldest first."""

    def latest(self, rows: Sequence[int]) -> datetime | None:
        """Return when the log last named any of these stories, None where it never did."""

    def last(self) -> int:
        """Return the number of the newest change, 0 when there is none."""

    def reached(self, follower: str) -> int:
        """Return the number that a follower has worked up to."""

    def advance(self, follower: str, seq: int) -> None:
        """Remember that a follower has worked up to `seq`."""


class Shown(NamedTuple):
    """One place in a feed's window: the story, its version row, and its instant of publication."""

    row: int
    version: int
    published: datetime


class Window(NamedTuple):
    """What a feed holds at present.

    `definition` is what the membership was computed for; `updated` the feed-level time; `due` the next
    instant at which it changes without an arrival; `pending` whether files still have to be written, and
    `urgent` whether that may not wait for the feed's own schedule (something public must go). While a new
    membership is computed, `seeking` is what for and `walked` the last row that was looked at. `reread` is when
    stories that were left out are to be read again. `home` is the base address under which the feed was first
    published.
    """

    row: int
    name: str
    definition: str
    updated: datetime | None
    due: datetime | None
    pending: bool
    urgent: bool
    shown: tuple[Shown, ...]
    seeking: str | None = None
    walked: int = 0
    reread: datetime | None = None
    home: str | None = None


class Windows(Protocol):
    """Which stories each feed holds, the entries kept for them, and the editions made of them."""

    def load(self, name: str) -> Window:
        """Return the feed's window; an unknown feed gets an empty one."""

    def all(self) -> dict[str, Window]:
        """Return every window by the name of its feed."""

    def shown(self, name: str) -> tuple[Shown, ...]:
        """Return what the feed holds; nothing for an unknown one."""

    def definitions(self) -> dict[str, str]:
        """Return the feeds that have a window, each with what it was computed for."""

    def pending(self) -> dict[str, bool]:
        """Return the feeds whose files still have to be written, each with whether that is urgent."""

    def next_due(self) -> datetime | None:
        """Return the next instant at which a window changes without an arrival, or None."""

    def save(self, window: Window) -> None:
        """Keep the window."""

    def thin_out(self, window: int, limit: int) -> int:
        """Take at most so many stories out of a feed; return how many."""

    def remove(self, name: str) -> None:
        """Forget a feed that is no longer defined and holds no story."""

    def memberships(self, rows: Sequence[int]) -> set[tuple[int, int]]:
        """Return the window and the story of each membership that these stories have."""

    def join(self, window: int, row: int) -> None:
        """Make a story that is no member one, at its present instant of publication."""

    def leave(self, window: int, row: int) -> None:
        """Take the story out of the feed."""

    def newest(self, window: int, limit: int, after: datetime | None) -> tuple[Shown, ...]:
        """Return the newest members, published later than `after`, in the order of the feed."""

    def articles(self, shown: Sequence[Shown]) -> Iterator[Article]:
        """Yield the Articles of these places, in their order."""

    def visible(self, after: int, limit: int) -> list[Story]:
        """Return the first visible stories after a row, in the order of their rows."""

    def kept(self, variant: str, versions: Sequence[int]) -> dict[int, bytes]:
        """Return the entry bytes kept for these version rows under one format and profile."""

    def keep(self, variant: str, version: int, entry: bytes) -> None:
        """Keep an entry's bytes."""

    def prune(self) -> int:
        """Forget kept entries that no window shows; return how many."""

    def publish(self, feed: str, editions: Sequence[Edition]) -> None:
        """Remember what is published of a feed, in place of what was."""

    def editions(self) -> list[Edition]:
        """Return what is published, by feed and format."""
