"""A copy of the store is whole or is not there, and never takes the place of anything else."""

import resource
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from syndication.errors import CannotBackUp
from syndication.store import Store, back_up
from tests.desk import NOON, accept, fresh, headline, story


def address(file: Path) -> str:
    """Return how the configuration names a store."""
    return f"sqlite:///{file}"


def test_a_copy_is_one_file_of_its_own_that_only_its_owner_reads(
    store: Store, file: Path, tmp_path: Path
) -> None:
    accept(store, [story()], NOON)
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    back_up(address(file), target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]
    again = fresh(target)
    assert headline(again) == story().headline
    again.close()


def test_an_earlier_copy_is_replaced(store: Store, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    back_up(address(file), target)
    accept(store, [story()], NOON)
    back_up(address(file), target)
    copy = fresh(target)
    assert copy.articles.visible_count() == 1
    copy.close()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "there", [b"[site]\ntitle = 'Mine'\n", b"", b"x" * 4096], ids=["toml", "empty", "noise"]
)
def test_another_file_is_left_alone(file: Path, tmp_path: Path, there: bytes) -> None:
    target = tmp_path / "site.toml"
    target.write_bytes(there)
    with pytest.raises(CannotBackUp, match="something else is there"):
        back_up(address(file), target)
    assert target.read_bytes() == there


def test_the_store_itself_is_no_place_for_its_copy(store: Store, file: Path) -> None:
    accept(store, [story()], NOON)
    with pytest.raises(CannotBackUp, match="a store in use"):
        back_up(address(file), file)
    assert headline(store) == story().headline


@pytest.mark.usefixtures("store")
def test_a_folder_that_is_missing_is_named(file: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotBackUp, match=r"none/copy\.db: .*No such file"):
        back_up(address(file), tmp_path / "none" / "copy.db")


def test_a_damaged_store_makes_no_copy(store: Store, file: Path, tmp_path: Path) -> None:
    """The copy would be as damaged, and would take the place of the last good one."""
    accept(store, [story(number) for number in range(1, 200)], NOON)
    target = tmp_path / "copy.db"
    back_up(address(file), target)
    good = target.read_bytes()
    store.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:  # an index that misses a row
        raw.execute("PRAGMA writable_schema = ON")
        index = raw.execute(
            "SELECT * FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'change' LIMIT 1"
        ).fetchone()
        raw.execute("DELETE FROM sqlite_schema WHERE name = ?", (index[1],))
        raw.execute("PRAGMA writable_schema = RESET")
        raw.execute("DELETE FROM change WHERE seq = 7")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index)
    with pytest.raises(CannotBackUp, match="damaged"):
        back_up(address(file), target)
    assert target.read_bytes() == good
    assert not list(tmp_path.glob("*.part"))


def test_a_full_disk_leaves_the_last_copy(file: Path, tmp_path: Path) -> None:
    store = fresh(file)
    accept(store, [story(number) for number in range(1, 200)], NOON)
    target = tmp_path / "copy.db"
    back_up(address(file), target)
    good = target.read_bytes()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(good) // 2, before[1]))
    try:
        with pytest.raises(CannotBackUp, match=r"copy\.db: "):
            back_up(address(file), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == good
    assert not list(tmp_path.glob("*.part"))
    store.close()
