"""A store that an earlier version wrote goes on as it was: `schema-3.sql` is what the last one with that schema left."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from syndication.editions.membership import follow, subject
from syndication.model import Feed, Profile, Query
from syndication.store import Store
from tests.desk import accept, at, fresh, story

OLD = Path(__file__).parents[1] / "data/store/schema-3.sql"
SPORT = Feed(name="sport", title="Sport", limit=3, query=Query(keywords=("sport",)))


@pytest.fixture
def old(file: Path) -> Iterator[Store]:
    """Seven stories, one of them killed and one corrected; the last one still has to be followed."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    migrated = fresh(file)
    yield migrated
    migrated.close()


def numbers(store: Store, feed: str) -> list[str]:
    """Return the numbers of the stories that a feed holds, in order."""
    held = store.windows.articles(store.windows.shown(feed))
    return [article.guid.rpartition(":")[2] for article in held]


def test_it_has_the_schema_of_a_new_one(old: Store, tmp_path: Path) -> None:
    made = fresh(tmp_path / "new.db")
    schemas = []
    for store in (old, made):
        with closing(sqlite3.connect(store.path)) as connection:
            found = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
            schemas.append((found.fetchall(), connection.execute("PRAGMA user_version").fetchone()))
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    made.close()
    assert schemas[0] == schemas[1]


def test_its_log_goes_on_with_the_next_number(old: Store) -> None:
    assert [(c.seq, c.row, c.kind) for c in old.changes.after(6, 9)] == [
        (7, 2, "update"),
        (8, 3, "kill"),
        (9, 7, "new"),
    ]
    assert old.changes.reached("editions") == 8
    accept(old, [story(8)], at(11))
    assert old.changes.last() == 10


def test_its_feeds_hold_what_they_held_and_what_comes(old: Store) -> None:
    assert numbers(old, "sport") == ["6", "5", "1"]
    assert [a.guid[-1] for a in old.articles.newest(9)] == ["7", "6", "5", "4", "2", "1"]
    feed = subject(SPORT, Profile())
    while follow(old, [feed], at(11)).walking:
        pass
    assert numbers(old, "sport") == ["7", "6", "5"]
    accept(old, [story(6, version=2, pub_status="canceled")], at(12))
    follow(old, [feed], at(12))
    assert numbers(old, "sport") == ["7", "5", "1"]


def test_it_knows_what_came_and_what_is_like_it(old: Store) -> None:
    (again,) = accept(old, [story(7, keywords=("sport",))], at(12))
    assert again.repeated
    first = old.articles.current("urn:example:story:6")
    assert first is not None
    (copy,) = accept(old, [story(8, body=first.article.body)], at(13))
    assert [accepted.decision for accepted in copy.stories] == ["duplicate"]
