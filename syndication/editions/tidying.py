"""Housekeeping: what is too old, and what nobody needs any more, in small portions so that nobody waits."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from syndication.editions.names import page_file
from syndication.editions.publication import Publication
from syndication.model import Feed, Retention
from syndication.render import FORMATS
from syndication.store import Cursors, Housekeeping, Windows

_MARKS_DAYS = 10
_PERIOD_DAYS = 2
_EPOCH_DAYS = 719163
_CLOCK = "clock of housekeeping"
_STEP = timedelta(days=1)


class Household(Protocol):
    """What housekeeping asks of a store."""

    windows: Windows
    housekeeping: Housekeeping
    cursors: Cursors

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


class Tidied(NamedTuple):
    """How many kept entries, stories and pages of archives went."""

    entries: int
    stories: int
    pages: int


def tidy(
    store: Household, publication: Publication, feeds: Sequence[Feed], retention: Retention, now: datetime
) -> Tidied:
    """Remove what `retention` lets go, and say how much that was.

    What went cannot come back, so a clock that leaps ahead is believed a day at a time: each call takes away
    at most what one more day makes too old.
    """
    with store.write():
        now = _believed(store, now)
        before = now - timedelta(days=retention.days) if retention.days else None
        entries = store.windows.prune()
        store.housekeeping.forget_marks((now.toordinal() - _EPOCH_DAYS - _MARKS_DAYS) // _PERIOD_DAYS)
    pages = stories = 0
    while dropped := _drop_pages(store, before, retention.stories):
        _remove_files(publication, feeds, dropped)
        pages += len(dropped)
    row: int | None = 0 if before or retention.stories else None
    while row is not None:
        with store.write():
            removed, row = store.housekeeping.remove_stories(before, retention.stories, row)
        stories += removed
    digest: bytes | None = b""
    while before and digest is not None:
        with store.write():
            digest = store.housekeeping.forget_deliveries(before, digest)
    return Tidied(entries, stories, pages)


def _believed(store: Household, now: datetime) -> datetime:
    """Return `now`, or a day after what was returned the last time where that is earlier."""
    last = store.cursors.load(_CLOCK)
    believed = min(now, datetime.fromisoformat(last.decode()) + _STEP) if last else now
    store.cursors.save(_CLOCK, believed.isoformat().encode())
    return believed


def _drop_pages(store: Household, before: datetime | None, most: int) -> list[tuple[str, int]]:
    if before is None and not most:
        return []
    with store.write():
        return store.housekeeping.drop_pages(before, most)


def _remove_files(publication: Publication, feeds: Sequence[Feed], pages: Sequence[tuple[str, int]]) -> None:
    by_name = {feed.name: feed for feed in feeds}
    with publication.round():
        for name, page in pages:
            for format_ in by_name[name].formats if name in by_name else ():
                publication.remove(page_file(by_name[name], FORMATS[format_], page))
