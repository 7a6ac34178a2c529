"""What each feed held before: killed stories that formats tell of, and the pages of its archive, in SQLite."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from syndication.store.instants import instant, maybe_instant, maybe_micros, micros
from syndication.store.life import Gone
from syndication.store.protocols import Shown
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("past")


class SqlitePast:
    """`life.Past`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def bury(self, window: int, row: int, at: datetime) -> None:
        """Note that a story of the feed was killed; the first time counts."""
        self._execute("bury", window, micros(at), row)

    def raise_(self, window: int, row: int) -> bool:
        """Note that it is published again; say whether it was gone."""
        return bool(self._execute("raise", window, row))

    def mourning(self) -> set[int]:
        """Return the windows that have killed stories to tell of."""
        return {window for (window,) in self._database.query(_SQL["mourning"])}

    def gone(self, window: int) -> list[Gone]:
        """Return the killed stories, newest publication first."""
        return [
            Gone(Shown(row, version, instant(published)), instant(at))
            for row, version, published, at in self._database.query(_SQL["gone"], (window,))
        ]

    def fade(self, window: int, before: datetime) -> bool:
        """Forget those that were killed at or before that instant; say whether there were any."""
        return bool(self._execute("fade", window, micros(before)))

    def file(self, window: int, row: int) -> None:
        """Enter a story as it is now into the feed's archive."""
        self._execute("file", window, row)

    def file_missing(self, window: int, rows: Iterable[int]) -> None:
        """Enter those of the stories that the archive does not know."""
        for row in rows:
            if not self._database.query(_SQL["is filed"], (row, window)):
                self.file(window, row)

    def loose(self, window: int) -> list[tuple[int, int]]:
        """Return the entries that are on no page yet, oldest first: their numbers and stories."""
        return self._database.query(_SQL["loose"], (window,))

    def close(self, window: int, first: int, last: int, at: datetime) -> None:
        """Make a page of the entries of these numbers."""
        self._execute("close", window, first, last, micros(at))

    def touch(self, window: int, row: int, at: datetime) -> bool:
        """Have the pages that hold a story which is no longer seen printed again; say whether there are any."""
        self._execute("unfile", window, row)
        if not self._execute("redact", row, window):
            return False
        return bool(self._execute("touch", micros(at), window, row))

    def pages(self, window: int) -> list[int]:
        """Return the numbers of the pages, oldest first."""
        return [page for (page,) in self._database.query(_SQL["pages"], (window,))]

    def oldest(self, window: int) -> int | None:
        """Return the number of the oldest page, None where there is none."""
        page: int | None = self._database.query(_SQL["oldest page"], (window,))[0][0]
        return page

    def newest(self, window: int) -> int | None:
        """Return the number of the newest page that was ever printed, None where there is none."""
        rows = self._database.query(_SQL["newest page"], (window,))
        return rows[0][0] if rows else None

    def pending(self, window: int, limit: int) -> list[tuple[int, datetime]]:
        """Return pages that have to be printed, with their time: the most urgent first."""
        found = self._database.query(_SQL["pending pages"], (window, limit))
        return [(page, instant(at)) for page, at in found]

    def renew(self, window: int) -> None:
        """Have every page printed again: what they are made for has changed."""
        self._execute("every page pending", window)

    def held(self, window: int, page: int) -> list[tuple[Shown, bool]]:
        """Return what a page holds, newest first, each with whether the story is visible."""
        return [
            (Shown(row, version, instant(published)), bool(visible))
            for row, version, published, visible, _ in self._database.query(_SQL["held"], (window, page))
        ]

    def printed(self, window: int, page: int, updated: datetime, reread: datetime | None) -> None:
        """Note that a page was printed as it was at that time, and when what it leaves out is read again."""
        self._execute("printed", maybe_micros(reread), window, page, micros(updated))

    def next_reread(self, window: int) -> datetime | None:
        """Return when the next page is printed again for what it left out, None where none is."""
        return maybe_instant(self._database.query(_SQL["next reread"], (window,))[0][0])

    def reread(self, window: int, now: datetime) -> None:
        """Have the pages printed again that left out what is sound at `now`."""
        self._execute("reread", window, micros(now))

    def forget(self, window: int) -> None:
        """Forget all of a feed."""
        self._execute("forget gone", window)
        self.forget_archive(window)

    def forget_archive(self, window: int) -> None:
        """Forget the feed's archive."""
        self._execute("forget archived", window)
        self._execute("forget pages", window)

    def _execute(self, name: str, *values: object) -> int:
        return self._database.connection.execute(_SQL[name], values).rowcount
