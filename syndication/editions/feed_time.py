"""The time of a feed: that of the newest change that touched it; it never goes backwards.

Changes bear the clock as it was. Where a feed is more than an hour ahead of it (the clock had been fast and was
set), it goes on by one second with each edition until the clock has come up with it: readers who compare times
see every edition, and feeds that the fast clock never touched bear the right time.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from syndication.editions.filing import AHEAD
from syndication.model import Article
from syndication.store import Changes, Shown, Window, Windows

_SECOND = timedelta(seconds=1)


class Times(Protocol):
    """What telling the time asks of a store."""

    changes: Changes
    windows: Windows


class Turnover(NamedTuple):
    """The places that a feed held before alone, and those that it holds now alone; a story that moved has both."""

    left: AbstractSet[Shown]
    came: AbstractSet[Shown]

    @property
    def gone(self) -> list[Shown]:
        """Return the places of the stories that are in the feed no more."""
        still = {place.row for place in self.came}
        return [place for place in self.left if place.row not in still]

    @property
    def new(self) -> list[Shown]:
        """Return the places of the stories that were not in the feed before."""
        had = {place.row for place in self.left}
        return [place for place in self.came if place.row not in had]


def turnover(before: Sequence[Shown], after: Sequence[Shown]) -> Turnover:
    """Return in what two states of a feed differ."""
    had, has = set(before), set(after)
    return Turnover(had - has, has - had)


def next_time(window: Window, now: datetime, touched: datetime | None) -> datetime:
    """Return the time of the feed's next edition, touched by a change of that time."""
    if window.updated is None:
        return touched or now
    if touched is not None and window.updated > now + AHEAD:
        return max(touched, window.updated + _SECOND)
    return max(touched or window.updated, window.updated)


def touches(
    store: Times, moved: Turnover, max_age: timedelta | None, known: Mapping[int, Article], now: datetime
) -> Iterator[datetime]:
    """Yield the instants of what touched the feed: of stories that came, went or moved, and ages.

    They come from the log and not from one step's changes, so a feed defined over an old archive, or one that
    follows a long log in several steps, bears the same time as one that saw each arrival. A wire whose clock is
    ahead dates its copy later than it came: the feed is never older than what it holds (RFC 4287 §4.2.15),
    unless that is dated so far ahead that nobody should believe it. `known` are Articles that need not be read.
    """
    rows = {place.row for place in moved.left | moved.came}
    if rows and (latest := store.changes.latest(sorted(rows))):
        yield latest
    if max_age is not None:
        ends = (place.published + max_age for place in moved.gone)
        yield from (end for end in ends if end <= now)
    dated = [known[place.row] for place in moved.came if place.row in known]
    others = [place for place in moved.came if place.row not in known]
    for article in (*dated, *store.windows.articles(others)):
        if now < article.modified <= now + AHEAD:
            yield article.modified
