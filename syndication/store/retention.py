"""Removes what is too old or too much, and nothing that somebody still needs, in SQLite."""

from datetime import datetime
from typing import TYPE_CHECKING

from syndication.store.instants import micros
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("retention")
_PORTION = 500


class SqliteHousekeeping:
    """`life.Housekeeping`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def remove_stories(self, before: datetime | None, most: int, after: int) -> tuple[int, int | None]:
        """Look at a portion of the stories, remove what may go; return how many went, and where to go on."""
        rows = self._database.query(_SQL["surplus"], (after, _PORTION))
        (total,) = self._database.query(_SQL["stories"])[0] if most else (0,)
        surplus = total - most if most else 0
        ((reached,),) = self._database.query(_SQL["lagging"])
        removed = 0
        for row, published in rows:
            old = before is not None and published < micros(before)
            if old or removed < surplus:
                removed += self._remove(row, reached or 0, published if before is None else micros(before))
        # Where a whole portion stays, all after it is younger still.
        return removed, rows[-1][0] if removed and len(rows) == _PORTION else None

    def drop_pages(self, before: datetime) -> list[tuple[str, int]]:
        """Drop the oldest pages of each archive that hold only what is older; return feed and page of each.

        The newest page of an archive stays: the feed points at it.
        """
        pages = self._database.query(_SQL["old archive"])
        newest_page = {window: page for _, window, page, _, _ in pages}
        dropped: list[tuple[str, int]] = []
        done: set[int] = set()
        for name, window, page, last, newest in pages:
            if window in done or page == newest_page[window] or newest >= micros(before):
                done.add(window)
                continue
            self._execute("drop entries", window, last)
            self._execute("drop page", window, page)
            self._execute("end of archive", window, page + 1)
            self._execute("window pending", window)
            dropped.append((name, page))
        return dropped

    def forget_marks(self, period: int) -> None:
        """Forget the marks of stories of the periods before this one."""
        self._execute("remove marks", period)

    def forget_deliveries(self, before: datetime, limit: int) -> int:
        """Forget at most `limit` deliveries received before that instant; return how many."""
        return self._execute("remove deliveries", micros(before), limit)

    def _remove(self, row: int, reached: int, before: int) -> int:
        """Remove a story and those in its place, unless one of them is needed or younger; say how many went."""
        rows = [(row, before - 1), *self._database.query(_SQL["members"], (row,))]
        if any(self._is_needed(one, reached) or published >= before for one, published in rows):
            return 0
        for one, _ in reversed(rows):
            self._remove_one(one)
        return len(rows)

    def _remove_one(self, row: int) -> None:
        self._execute("remove titles", row)
        self._execute("remove relations", row)
        self._execute("remove relations back", row)
        self._execute("remove decisions", row)
        self._execute("remove carried", row)
        self._execute("remove memberships", row)
        self._execute("remove kept", row)
        self._execute("remove changes", row)
        self._execute("remove versions", row)
        self._execute("remove story", row)

    def _is_needed(self, row: int, reached: int) -> bool:
        return bool(
            self._database.query(_SQL["held by a follower"], (row, reached))
            or self._database.query(_SQL["held by a feed"], (row, row, row))
        )

    def _execute(self, name: str, *values: object) -> int:
        return self._database.connection.execute(_SQL[name], values).rowcount
