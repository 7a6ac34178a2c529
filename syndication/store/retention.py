"""Removes what is too old or too much, and nothing that somebody still needs, in SQLite."""

from datetime import datetime
from typing import TYPE_CHECKING

from syndication.store.instants import micros
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("retention")
_PORTION = 500
_DELIVERIES = 5000
_LAST_DIGEST = b"\xff" * 16


class SqliteHousekeeping:
    """`life.Housekeeping`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def remove_stories(self, before: datetime | None, most: int, after: int) -> tuple[int, int | None]:
        """Look at a portion of the stories, remove what may go; return how many went, and where to go on."""
        rows = self._database.query(_SQL["portion"], (after, _PORTION))
        first = self._first_kept(most)
        ((reached,),) = self._database.query(_SQL["lagging"])
        removed, candidates = 0, False
        for row, published in rows:
            if _is_due(published, row, before, first):
                candidates = True
                removed += self._remove(row, reached or 0, published if before is None else micros(before))
        # Where a whole portion is too young to go, all after it is younger still.
        return removed, rows[-1][0] if candidates and len(rows) == _PORTION else None

    def drop_pages(self, before: datetime | None, most: int) -> list[tuple[str, int]]:
        """Drop the oldest page of each archive where all on it may go; return feed and page of each.

        The newest page of an archive stays: the feed points at it.
        """
        first = self._first_kept(most)
        dropped: list[tuple[str, int]] = []
        for name, window, page, last, published, row in self._database.query(_SQL["oldest pages"]):
            if _is_due(published, row, before, first):
                self._execute("drop entries", window, last)
                self._execute("drop page", window, page)
                self._execute("end of archive", window, page + 1)
                self._execute("window pending", window)
                dropped.append((name, page))
        return dropped

    def _first_kept(self, most: int) -> int:
        """Return the row of the oldest of the newest so many stories, 0 where there are no more."""
        rows = self._database.query(_SQL["first kept"], (most - 1,)) if most else []
        return rows[0][0] if rows else 0

    def forget_marks(self, period: int) -> None:
        """Forget the marks of stories of the periods before this one."""
        self._execute("remove marks", period)

    def forget_deliveries(self, before: datetime, after: bytes) -> bytes | None:
        """Look at a portion of the deliveries, forget the old ones; return the digest after which to go on."""
        rows = self._database.query(_SQL["portion of deliveries"], (after, _DELIVERIES - 1))
        last: bytes | None = rows[0][0] if rows else None
        self._execute("remove deliveries", after, last or _LAST_DIGEST, micros(before))
        return last

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


def _is_due(published: int, row: int, before: datetime | None, first: int) -> bool:
    return row < first or (before is not None and published < micros(before))
