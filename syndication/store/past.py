"""What each feed held before: killed stories that formats tell of, and the pages of its archive, in SQLite."""

from datetime import datetime
from typing import TYPE_CHECKING

from syndication.store.instants import instant, micros
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

    def gone(self, window: int) -> list[Gone]:
        """Return the killed stories, newest publication first."""
        return [
            Gone(Shown(row, version, instant(published)), instant(at))
            for row, version, published, at in self._database.query(_SQL["gone"], (window,))
        ]

    def fade(self, window: int, before: datetime) -> bool:
        """Forget those that were killed at or before that instant; say whether there were any."""
        return bool(self._execute("fade", window, micros(before)))

    def file(self, window: int, row: int, at: datetime, size: int) -> bool:
        """Enter a story as it is now into the feed's archive; say whether that filled a page."""
        (number,) = self._database.query(_SQL["append"], (window, row))[0]
        pages = self._database.query(_SQL["last page"], (window,))
        page, last = pages[0] if pages else (0, 0)
        if number - last < size:
            return False
        self._execute("close", window, page + 1, last + 1, number, micros(at))
        return True

    def touch(self, window: int, row: int, at: datetime) -> bool:
        """Have the full pages that hold the story printed again; say whether there are any."""
        return bool(self._execute("touch", micros(at), window, row))

    def pages(self, window: int) -> list[int]:
        """Return the numbers of the full pages, oldest first."""
        return [page for (page,) in self._database.query(_SQL["pages"], (window,))]

    def pending(self, window: int) -> list[tuple[int, datetime]]:
        """Return the pages that have to be printed, with their time."""
        return [(page, instant(at)) for page, at in self._database.query(_SQL["pending pages"], (window,))]

    def renew(self, window: int) -> None:
        """Have every page printed again: what they are made for has changed."""
        self._execute("every page pending", window)

    def held(self, window: int, page: int) -> list[tuple[Shown, bool]]:
        """Return what a page holds, newest first, each with whether the story is visible."""
        return [
            (Shown(row, version, instant(published)), bool(visible))
            for row, version, published, visible in self._database.query(_SQL["held"], (window, page))
        ]

    def printed(self, window: int, page: int, updated: datetime) -> None:
        """Note that a page was printed as it was at that time."""
        self._execute("printed", window, page, micros(updated))

    def forget(self, window: int) -> None:
        """Forget all of a feed."""
        self._execute("forget gone", window)
        self._execute("forget archived", window)
        self._execute("forget pages", window)

    def _execute(self, name: str, *values: object) -> int:
        return self._database.connection.execute(_SQL[name], values).rowcount
