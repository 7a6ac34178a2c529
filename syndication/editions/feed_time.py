"""The time of a feed: that of the newest change that touched it; it never goes backwards.

Changes bear the clock as it was. Where a feed is more than an hour ahead of it (the clock had been fast and was
set), it goes on by one second with each edition until the clock has come up with it: readers who compare times
see every edition, and feeds that the fast clock never touched bear the right time.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    """What a feed held before and holds now, and how old a story may be in it."""

    before: Sequence[Shown]
    after: Sequence[Shown]
    max_age: timedelta | None


def next_time(window: Window, now: datetime, touched: datetime | None) -> datetime:
    """Return the time of the feed's next edition, touched by a change of that time."""
    if window.updated is None:
        return touched or now
    if touched is not None and window.updated > now + AHEAD:
        return max(touched, window.updated + _SECOND)
    return max(touched or window.updated, window.updated)


def touches(
    store: Times, turnover: Turnover, known: Mapping[int, Article], now: datetime
) -> Iterator[datetime]:
    """Yield the instants of what touched the feed: of stories that came, went or moved, and ages.

    They come from the log and not from one step's changes, so a feed defined over an old archive, or one that
    follows a long log in several steps, bears the same time as one that saw each arrival. A wire whose clock is
    ahead dates its copy later than it came: the feed is never older than what it holds (RFC 4287 §4.2.15),
    unless that is dated so far ahead that nobody should believe it. `known` are Articles that need not be read.
    """
    before, after = set(turnover.before), set(turnover.after)
    moved = {place.row for place in before ^ after}
    if moved and (latest := store.changes.latest(sorted(moved))):
        yield latest
    if turnover.max_age is not None:
        still = {place.row for place in after}
        ends = (place.published + turnover.max_age for place in before if place.row not in still)
        yield from (end for end in ends if end <= now)
    came = after - before
    dated = [known[place.row] for place in came if place.row in known]
    for article in (*dated, *store.windows.articles([place for place in came if place.row not in known])):
        if now < article.modified <= now + AHEAD:
            yield article.modified
