"""What was decided about each story and why, and which feeds held it from when to when, in SQLite."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from syndication.store.instants import instant, maybe_instant, micros
from syndication.store.life import Carried, Decision
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("history")


class SqliteHistory:
    """`protocols.History`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def decide(self, row: int, decision: Decision) -> None:
        """Enter a decision about a story."""
        at, what, version, reason, other = decision
        self._database.connection.execute(_SQL["decide"], (row, micros(at), what, version, reason, other))

    def decisions(self, row: int) -> list[Decision]:
        """Return the decisions about a story, oldest first."""
        found = self._database.query(_SQL["decisions"], (row,))
        return [
            Decision(instant(at), what, version, reason, other) for at, what, version, reason, other in found
        ]

    def carry(self, rows: Iterable[int], feed: str, at: datetime, formats: str) -> None:
        """Note that a feed holds these stories from `at` on."""
        since = micros(at)
        self._database.connection.executemany(_SQL["carry"], [(row, feed, since, formats) for row in rows])

    def drop(self, rows: Iterable[int], feed: str, at: datetime) -> None:
        """Note that a feed no longer holds them."""
        until = micros(at)
        self._database.connection.executemany(_SQL["drop"], [(until, row, feed) for row in rows])

    def carried(self, row: int) -> list[Carried]:
        """Return which feeds held the story, and when."""
        return [
            Carried(feed, instant(since), maybe_instant(until), tuple(formats.split()))
            for feed, since, until, formats in self._database.query(_SQL["carried"], (row,))
        ]

    def was_carried(self, row: int, feed: str) -> bool:
        """Say whether the feed ever held the story."""
        return bool(self._database.query(_SQL["ever carried"], (row, feed)))
