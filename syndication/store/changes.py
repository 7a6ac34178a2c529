"""The log of changes and its followers, in SQLite."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from syndication.store.articles import story
from syndication.store.instants import instant, maybe_instant, micros
from syndication.store.protocols import Change, News
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("changes")


class SqliteChanges:
    """`protocols.Changes`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def append(self, row: int, version: int, kind: str, at: datetime) -> int:
        """Write a change and return its number."""
        values = (row, version, kind, micros(at))
        return self._database.connection.execute(_SQL["append"], values).lastrowid or 0

    def after(self, seq: int, limit: int) -> list[Change]:
        """Return at most `limit` changes that follow number `seq`, in order."""
        return [_change(row) for row in self._database.query(_SQL["after"], (seq, limit))]

    def news(self, follower: str, limit: int) -> News:
        """Return what at most `limit` changes, which a follower has still to read, say."""
        rows = self._database.query(_SQL["news"], (follower, limit))
        return News(
            tuple((story(row[:7]), instant(row[7])) for row in rows),
            max((row[8] for row in rows), default=None),
            sum(row[9] for row in rows) == limit,
            frozenset((int(window), row[0]) for row in rows if row[10] for window in row[10].split(",")),
        )

    def of(self, row: int) -> list[Change]:
        """Return every change of one story, oldest first."""
        return [_change(found) for found in self._database.query(_SQL["of"], (row,))]

    def latest(self, rows: Sequence[int]) -> datetime | None:
        """Return when the log last named any of these stories, None where it never did."""
        wanted = msgspec.json.encode(rows).decode()
        return maybe_instant(self._database.query(_SQL["latest"], (wanted,))[0][0])

    def last(self) -> int:
        """Return the number of the newest change, 0 when there is none."""
        seq: int = self._database.query(_SQL["last"])[0][0]
        return seq

    def reached(self, follower: str) -> int:
        """Return the number that a follower has worked up to."""
        rows = self._database.query(_SQL["reached"], (follower,))
        return rows[0][0] if rows else 0

    def advance(self, follower: str, seq: int) -> None:
        """Remember that a follower has worked up to `seq`."""
        self._database.connection.execute(_SQL["advance"], (follower, seq))


def _change(row: tuple[int, int, int, str, int]) -> Change:
    seq, story, version, kind, at = row
    return Change(seq, story, version, kind, instant(at))
