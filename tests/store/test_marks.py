"""Who bears the same marks: told by counting, whether they wait or were entered."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.errors import CannotStore
from syndication.model.identity import fingerprint
from syndication.store import Store
from tests.desk import NOON, at, fresh, story

_MARKS = st.lists(st.integers(0, 12) | st.just(2**32 - 1), min_size=1, max_size=12, unique=True)
_BORNE = st.lists(st.tuples(st.integers(-3, 3), _MARKS), min_size=1, max_size=150)


def add(store: Store, number: int) -> int:
    """Store a story and return its row."""
    article = story(number)
    return store.articles.add(article, fingerprint(article), NOON, "new").row


def _fail_after(store: Store, count: int) -> None:
    """Undo so many marked stories, as the last one is there already."""
    with store.attempt():
        for number in range(2, 2 + count):
            store.kinship.mark(add(store, number), 5, [1, 2, 3])
        add(store, 2)


def _counted(borne: list[tuple[int, int, list[int]]], period: int, marks: list[int], limit: int) -> list[int]:
    """Return the same by looking at every story: of each mark in each period the newest twenty count."""
    counts: Counter[int] = Counter()
    for near in (period - 1, period, period + 1):
        for mark in marks:
            counts.update([row for row, p, m in reversed(borne) if p == near and mark in m][:20])
    several = [row for row, count in counts.items() if count > 1]
    return sorted(several, key=lambda row: (-counts[row], -row))[:limit]


@settings(max_examples=60, deadline=None)
@given(_BORNE, st.integers(-3, 3), _MARKS, st.integers(1, 5))
def test_those_that_bear_the_most_come_first(
    borne: list[tuple[int, list[int]]], period: int, marks: list[int], limit: int
) -> None:
    with TemporaryDirectory() as directory:
        store = fresh(Path(directory, "newsroom.db"))
        known: list[tuple[int, int, list[int]]] = []
        with store.write():
            for number, (near, some) in enumerate(borne, 1):
                row = add(store, number)
                store.kinship.mark(row, near, some)
                known.append((row, near, some))
        assert store.kinship.alike(period, marks, limit) == _counted(known, period, marks, limit)
        store.close()


@pytest.mark.parametrize("count", [1, 63, 64, 65, 130])
def test_what_was_undone_is_not_found(store: Store, count: int) -> None:
    with store.write():
        first = add(store, 1)
        store.kinship.mark(first, 5, [1, 2, 3])
        with pytest.raises(CannotStore):
            _fail_after(store, count)
        assert store.kinship.alike(5, [1, 2], 3) == [first]
    assert store.kinship.alike(5, [1, 2], 3) == [first]


@pytest.mark.parametrize("others", [1, 200])
def test_a_story_that_was_removed_is_not_found(store: Store, others: int) -> None:
    with store.write():
        for number in range(1, 2 + others):
            store.kinship.mark(add(store, number), 5, [number, number + 1])
        store.housekeeping.remove_stories(at(2), 0, 0)
        last = add(store, 9999)
        store.kinship.mark(last, 5, [1, 2])
        assert store.kinship.alike(5, [1, 2], 3) == [last]


def test_marks_of_old_periods_are_forgotten(store: Store) -> None:
    with store.write():
        rows = [add(store, number) for number in range(1, 200)]
        for row in rows:
            store.kinship.mark(row, 5 if row == rows[0] else 6, [row, row + 1])
        store.housekeeping.forget_marks(6)
        assert store.kinship.alike(5, [rows[0], rows[0] + 1], 3) == []
        assert store.kinship.alike(5, [rows[1], rows[1] + 1], 3) == [rows[1]]
