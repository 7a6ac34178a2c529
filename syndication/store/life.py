"""What the other rooms ask of a store about a story's life: kin, decisions, and where it was carried.

Like `protocols.py`: instants are aware UTC datetimes, and what writes runs inside `Transactions.write()`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from syndication.model import Article
from syndication.store.protocols import Shown, Story


class Decision(NamedTuple):
    """What was decided about a story at `at`: about which version, for what reason; `other` is a story's row.

    `what` is `update`, `kill`, `late`, `conflict`, `duplicate`, `take`, `lead`, `waits`, `joined`, `reused`,
    `related`, `apart`, or `spared` (by a notice that means another story after all).
    """

    at: datetime
    what: str
    version: int
    reason: str
    other: int | None = None


class Carried(NamedTuple):
    """A feed that held a story: its name, from when, to when (None: still), in which formats."""

    feed: str
    since: datetime
    until: datetime | None
    formats: tuple[str, ...]


class Kinship(Protocol):
    """How stories belong together."""

    def join(self, row: int, part: str | None, lead: int | None, turns: datetime | None = None) -> None:
        """Give the story its part in the place of another one (it is hidden then), or none.

        `turns` is the next instant at which the clock changes what it is in that place.
        """

    def members(self, row: int) -> list[Story]:
        """Return the stories that stand in the place of this one."""

    def own(self, row: int) -> Article:
        """Return the newest version that came under the story's own guid."""

    def mark(self, row: int, period: int, marks: Sequence[int]) -> None:
        """Have the story found by the marks of its opening, among those of a period of time."""

    def alike(self, period: int, marks: Sequence[int], limit: int) -> list[int]:
        """Return the rows of stories that share at least two of these marks, the most first.

        They are those of this period, the one before and the one after it.
        """

    def relate(self, row: int, other: int) -> None:
        """Remember that two stories tell of one event."""

    def unrelate(self, row: int, other: int) -> None:
        """Forget that they do."""

    def related(self, row: int) -> list[int]:
        """Return the rows of the stories that tell of the same event."""


class History(Protocol):
    """What was decided, and what the feeds held."""

    def decide(self, row: int, decision: Decision) -> None:
        """Enter a decision about a story."""

    def decisions(self, row: int) -> list[Decision]:
        """Return the decisions about a story, oldest first."""

    def carry(self, rows: Iterable[int], feed: str, at: datetime, formats: str) -> None:
        """Note that a feed holds these stories from `at` on, in these formats (names parted by blanks)."""

    def drop(self, rows: Iterable[int], feed: str, at: datetime) -> None:
        """Note that a feed no longer holds them."""

    def carried(self, row: int) -> list[Carried]:
        """Return which feeds held the story, and when."""

    def was_carried(self, row: int, feed: str) -> bool:
        """Say whether the feed ever held the story."""


class Gone(NamedTuple):
    """A killed story that a feed held: its place there, and when it was killed."""

    place: Shown
    at: datetime


class Past(Protocol):
    """What each feed held before: killed stories, and the pages of its archive."""

    def bury(self, window: int, row: int, at: datetime) -> None:
        """Note that a story of the feed was killed; the first time counts."""

    def raise_(self, window: int, row: int) -> bool:
        """Note that it is published again; say whether it was gone."""

    def mourning(self) -> set[int]:
        """Return the windows that have killed stories to tell of."""

    def gone(self, window: int) -> list[Gone]:
        """Return the killed stories, newest publication first."""

    def fade(self, window: int, before: datetime) -> bool:
        """Forget those that were killed at or before that instant; say whether there were any."""

    def file(self, window: int, row: int) -> None:
        """Enter a story as it is now into the feed's archive."""

    def file_missing(self, window: int, rows: Iterable[int]) -> None:
        """Enter those of the stories that the archive does not know."""

    def loose(self, window: int) -> list[tuple[int, int]]:
        """Return the entries that are on no page yet, oldest first: their numbers and stories."""

    def close(self, window: int, first: int, last: int, at: datetime) -> None:
        """Make a page of the entries of these numbers."""

    def touch(self, window: int, row: int, at: datetime) -> bool:
        """Have the pages that hold a story which is no longer seen printed again; say whether there are any.

        It comes on no further page. They never show again what they showed of it, whatever becomes of the story.
        """

    def pages(self, window: int) -> list[int]:
        """Return the numbers of the pages, oldest first."""

    def oldest(self, window: int) -> int | None:
        """Return the number of the oldest page, None where there is none."""

    def newest(self, window: int) -> int | None:
        """Return the number of the newest page that was ever printed, None where there is none."""

    def pending(self, window: int, limit: int) -> list[tuple[int, datetime]]:
        """Return pages that have to be printed, with their time.

        First those from which something must go, then those that look otherwise, then new ones, oldest first.
        """

    def renew(self, window: int) -> None:
        """Have every page printed again: what they are made for has changed."""

    def held(self, window: int, page: int) -> list[tuple[Shown, bool]]:
        """Return what a page holds, newest first, each with whether the story is visible."""

    def printed(self, window: int, page: int, updated: datetime, reread: datetime | None) -> None:
        """Note that a page was printed as it was at that time, and when what it leaves out is read again."""

    def next_reread(self, window: int) -> datetime | None:
        """Return when the next page is printed again for what it left out, None where none is."""

    def reread(self, window: int, now: datetime) -> None:
        """Have the pages printed again that left out what is sound at `now`."""

    def forget(self, window: int) -> None:
        """Forget all of a feed."""

    def forget_archive(self, window: int) -> None:
        """Forget the feed's archive."""


class Housekeeping(Protocol):
    """Removes what is too old or too much, and nothing that a feed or a follower still needs."""

    def remove_stories(self, before: datetime | None, most: int, after: int) -> tuple[int, int | None]:
        """Look at a portion of the stories that follow row `after` and remove what may go.

        That are stories published before `before`, and the oldest of more than `most` (0: any number). Return
        how many went, and the row after which to go on (None: done).
        """

    def drop_pages(self, before: datetime | None, most: int) -> list[tuple[str, int]]:
        """Drop the oldest page of each archive where all on it may go; return feed and page of each.

        That are stories published before `before`, and those older than the newest `most` (0: any number).
        """

    def forget_marks(self, period: int) -> None:
        """Forget the marks of stories of the periods before this one."""

    def forget_deliveries(self, before: datetime, after: bytes) -> bytes | None:
        """Look at a portion of the deliveries that follow digest `after`; forget those received before that instant.

        Return the digest after which to go on (None: done).
        """
