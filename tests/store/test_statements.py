"""SQL lies in files: every statement has a use and every use a statement; none walks the archive when a story arrives."""

import re
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from syndication.store import Store, statements
from syndication.store.statements import statements as load
from tests.desk import accept, at, story

ROOMS = ("articles", "changes", "history", "intake", "kinship", "marks", "past", "retention", "windows")
# Statements that may read a whole table, and who asks for them how often.
WALKS = {
    "deliveries": "the command `status`",
    "refused": "metrics; the quarantine is small",
    "entries": "by its primary key, newest first, up to a limit",
    "borne": "over the words that it is given, by the index",
    "kept": "over the list of versions that it is given",
    "notices": "a handful of rows",
    "visible count": "a table of one row",
    "all": "one row a feed",
    "definitions": "one row a feed",
    "entitle": "over the words that it is given",
    "waiting": "a table of one row",
    "wait": "a table of one row",
    "present": "over the rows that it is given",
    "latest": "over the rows that it is given",
    "memberships": "over the rows that it is given",
    "news": "over the changes that a follower has still to read, up to a limit",
    "mourning": "the killed stories of a month",
    "pending": "one row a feed",
    "windows": "one row a feed",
    "editions": "one row an edition",
    "kept versions": "tidying, four times a day",
    "newest": "by its index, up to a limit",
    "first kept": "tidying, four times a day, where the retention counts stories: by the newest rows",
    "oldest pages": "tidying; one row a feed",
    "entitled like": "the command `story`, for words that are no whole headline",
}


@pytest.mark.parametrize("room", ROOMS)
def test_each_statement_is_used_and_each_use_has_its_statement(room: str) -> None:
    code = files("syndication.store").joinpath(f"{room}.py").read_text(encoding="utf-8")
    used = set(re.findall(r'(?:_SQL\[|_execute\(\s*)"([^"]+)"', code))
    assert used == load(room).keys() - {""}


def test_no_sql_file_is_without_a_module() -> None:
    names = {Path(f.name).stem for f in files("syndication.store").iterdir() if f.name.endswith(".sql")}
    assert names == set(ROOMS)


def test_migrations_are_numbered_without_a_gap() -> None:
    numbers = [number for number, _ in statements.migrations()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(script for _, script in statements.migrations())


def test_no_statement_of_an_arrival_reads_a_whole_table(store: Store, file: Path) -> None:
    """Cost follows the change, not the archive: no plan scans, but for those named above."""
    accept(store, [story(n) for n in range(1, 30)], at(60))
    scans = set()
    with closing(sqlite3.connect(file)) as connection:
        for room in ROOMS:
            for name, statement in load(room).items():
                marks = len(re.findall(r"\?(?!\d)", statement)) or len(set(re.findall(r"\?\d", statement)))
                plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", [None] * marks)
                scans |= {name for *_, detail in plan if detail.startswith("SCAN")}
    assert scans <= WALKS.keys()
