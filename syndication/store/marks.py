"""Which stories bear which marks of their opening, in SQLite.

The marks of one story lie on as many pages of their table. So those of the last stories wait together in one row
until there are enough to be entered in their order, several on a page; who looks for marks looks there, too.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from struct import Struct, unpack
from typing import TYPE_CHECKING

import msgspec

from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("marks")
_EACH = 10
_ENTRY = Struct(f"<iq{_EACH}I")  # period, story, marks: the last one again where there are fewer
_WAITING = 64  # as many as a page of the file holds
_LOOK = 20


class Marks:
    """The marks of all stories of late."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def add(self, row: int, period: int, marks: Sequence[int]) -> None:
        """Have the story found by its marks, among those of a period."""
        entries = self._waiting()
        for first in range(0, len(marks), _EACH):
            each = marks[first : first + _EACH]
            entries += _ENTRY.pack(period, row, *each, *([each[-1]] * (_EACH - len(each))))
        if len(entries) >= _WAITING * _ENTRY.size:
            found = sorted(
                (when, mark, story) for when, story, *each in _ENTRY.iter_unpack(entries) for mark in each
            )
            self._database.connection.executemany(_SQL["enter"], found)
            entries = b""
        self._database.connection.execute(_SQL["wait"], (entries,))

    def alike(self, period: int, marks: Sequence[int], limit: int) -> list[int]:
        """Return the stories of a period, and of those beside it, that bear at least two of the marks.

        Those that bear the most come first, the newest of as many. Of each mark the newest twenty bearers count.
        """
        bearers = self._bearers_waiting(period, frozenset(marks))
        wanted = msgspec.json.encode(marks).decode()
        for when, mark in self._database.query(_SQL["borne"], (period, wanted)):
            found = self._database.query(_SQL["bearers"], (when, mark, _LOOK))
            bearers[when, mark] += [story for (story,) in found]
        counts = Counter(chain.from_iterable(found[:_LOOK] for found in bearers.values()))
        several = [story for story, count in counts.items() if count > 1]
        if several:
            present = self._database.query(_SQL["present"], (msgspec.json.encode(several).decode(),))
            several = sorted((story for (story,) in present), key=lambda story: (-counts[story], -story))
        return several[:limit]

    def _bearers_waiting(
        self, period: int, wanted: frozenset[int]
    ) -> defaultdict[tuple[int, int], list[int]]:
        """Return who bears these marks among those that wait, by period and mark, the newest first."""
        bearers: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        entries = self._waiting()
        if wanted.isdisjoint(unpack(f"<{len(entries) // 4}I", entries)):
            return bearers  # as most are
        for when, story, *each in reversed(list(_ENTRY.iter_unpack(entries))):
            if abs(when - period) <= 1:
                for mark in wanted.intersection(each):
                    bearers[when, mark].append(story)
        return bearers

    def _waiting(self) -> bytes:
        entries: bytes = self._database.query(_SQL["waiting"])[0][0]
        return entries
