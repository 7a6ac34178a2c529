"""How stories belong together, in SQLite."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from syndication.model import Article
from syndication.store.articles import story
from syndication.store.documents import unpack
from syndication.store.instants import maybe_micros
from syndication.store.marks import Marks
from syndication.store.protocols import Story
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("kinship")


class SqliteKinship:
    """`protocols.Kinship`."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._marks = Marks(database)

    def join(self, row: int, part: str | None, lead: int | None, turns: datetime | None = None) -> None:
        """Give the story its part in another one, or none; `turns` is when the clock changes something about it."""
        self._execute("join", part, lead, maybe_micros(turns), row)

    def members(self, row: int) -> list[Story]:
        """Return the stories that stand in the place of this one."""
        return [story(found) for found in self._database.query(_SQL["members"], (row,))]

    def own(self, row: int) -> Article:
        """Return the newest version that came under the story's own guid."""
        return unpack(self._database.query(_SQL["own"], (row,))[0][0])

    def mark(self, row: int, period: int, marks: Sequence[int]) -> None:
        """Have the story found by the marks of its opening."""
        if marks:
            self._marks.add(row, period, marks)

    def alike(self, period: int, marks: Sequence[int], limit: int) -> list[int]:
        """Return the rows of stories of about that period that share at least two of these marks, the most first."""
        return self._marks.alike(period, marks, limit)

    def relate(self, row: int, other: int) -> None:
        """Remember that two stories tell of one event."""
        self._execute("relate", min(row, other), max(row, other))

    def unrelate(self, row: int, other: int) -> None:
        """Forget that they do."""
        self._execute("unrelate", min(row, other), max(row, other))

    def related(self, row: int) -> list[int]:
        """Return the rows of the stories that tell of the same event."""
        return [other for (other,) in self._database.query(_SQL["related"], (row, row))]

    def _execute(self, name: str, *values: object) -> None:
        self._database.connection.execute(_SQL[name], values)
