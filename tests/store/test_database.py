"""Transactions, strangers' files, migrations, several writers, full disks: all on real files."""

import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from syndication.errors import CannotStore, StoreOutdated, StoreUnusable
from syndication.store import Store, back_up, database, open_store
from syndication.store.statements import migrations
from tests.desk import NOON, accept, at, fresh, headline, story

ROOT = Path(__file__).parents[2]


def program(name: str, *arguments: object) -> list[str]:
    """Return the command that runs one of the programs beside this file."""
    return [sys.executable, "-m", f"tests.store.{name}", *map(str, arguments)]


def test_a_transaction_is_whole_or_not_at_all(store: Store) -> None:
    def interrupted() -> None:
        with store.write():
            store.cursors.save("desk", b"7")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.cursors.load("desk") is None
    with store.write():
        store.cursors.save("desk", b"8")
    assert store.cursors.load("desk") == b"8"


def test_an_attempt_fails_alone(store: Store) -> None:
    def failing() -> None:
        with store.attempt():
            store.cursors.save("two", b"2")
            raise ValueError("bad")

    with store.write():
        store.cursors.save("one", b"1")
        with pytest.raises(ValueError, match="bad"):
            failing()
        with store.attempt():
            store.cursors.save("three", b"3")
    assert [store.cursors.load(name) for name in ("one", "two", "three")] == [b"1", None, b"3"]


def test_an_attempt_that_comes_first_fails_alone(store: Store) -> None:
    def failing() -> None:
        with store.attempt():
            store.cursors.save("one", b"1")
            raise ValueError("bad")

    with store.write():
        for _ in range(2):
            with pytest.raises(ValueError, match="bad"):
                failing()
        store.cursors.save("two", b"2")
        with pytest.raises(ValueError, match="bad"):
            failing()
    with store.write(), store.attempt():
        store.cursors.save("three", b"3")
    assert [store.cursors.load(name) for name in ("one", "two", "three")] == [None, b"2", b"3"]


def test_a_writer_and_a_reader_do_not_wait_for_each_other(store: Store, file: Path) -> None:
    accept(store, [story(1)])
    reader = open_store(f"sqlite:///{file}", read_only=True)
    with store.write():
        store.cursors.save("desk", b"new")
        assert reader.cursors.load("desk") is None
        assert headline(reader) == story(1).headline
    assert reader.cursors.load("desk") == b"new"
    reader.close()


def test_a_reader_cannot_write(store: Store, file: Path) -> None:
    reader = open_store(f"sqlite:///{file}", read_only=True)
    with pytest.raises(CannotStore, match="readonly"), reader.write():
        reader.cursors.save("desk", b"x")
    assert store.cursors.load("desk") is None
    reader.close()


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="does not exist"):
        open_store(f"sqlite:///{tmp_path}/none.db", read_only=True)
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreUnusable, match="not set it up"):
        open_store(f"sqlite:///{tmp_path}/empty.db", read_only=True)
    assert [p.name for p in tmp_path.iterdir()] == ["empty.db"]


def test_a_store_that_breaks_while_it_is_read_is_unusable(store: Store, file: Path) -> None:
    reader = open_store(f"sqlite:///{file}", read_only=True)
    assert reader.changes.last() == 0
    with closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE change")
    with pytest.raises(StoreUnusable, match="no such table: change"):
        reader.changes.last()
    with pytest.raises(CannotStore, match="no such table: change"):
        store.changes.last()
    reader.close()


def test_threads_and_processes_write_at_once(store: Store, file: Path) -> None:
    """Two processes and three threads; each change of each is there, with a number of its own."""

    def write(first: int) -> None:
        for number in range(first, first + 20):
            accept(store, [story(number)], at(number))
        store.close()

    threads = [threading.Thread(target=write, args=(base,)) for base in (1000, 2000, 3000)]
    others = [subprocess.Popen(program("writer", file, base, 20), cwd=ROOT) for base in (4000, 5000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [other.wait(60) for other in others] == [0, 0]
    changes = store.changes.after(0, 1000)
    assert [c.seq for c in changes] == list(range(1, 101))
    assert len({c.row for c in changes}) == store.articles.visible_count() == 100


def test_what_was_committed_survives_a_kill(file: Path) -> None:
    """A writer killed while it writes: whatever it said to be stored is, and a reader can open the rest."""
    with subprocess.Popen(program("writer", file, 1, 100_000), cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(40)]
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout.read().splitlines(keepends=True) if line.endswith(b"\n")]
    reader = open_store(f"sqlite:///{file}", read_only=True)
    assert all(reader.articles.current(f"urn:example:story:{number}") for number in said)
    assert reader.changes.last() - len(said) in {0, 1}
    reader.close()
    again = fresh(file)
    assert again.articles.visible_count() == again.changes.last()
    again.close()


@pytest.mark.usefixtures("store")
def test_a_back_up_while_others_write_is_consistent(file: Path, tmp_path: Path) -> None:
    other = subprocess.Popen(program("writer", file, 1, 300), cwd=ROOT, stdout=subprocess.PIPE)
    assert other.stdout is not None
    other.stdout.readline()
    for number in range(3):
        target = tmp_path / f"copy-{number}.db"
        back_up(f"sqlite:///{file}", target)
        copy = fresh(target)
        count = copy.changes.last()
        assert 0 < count == copy.articles.visible_count() == copy.deliveries.count()
        assert len(copy.articles.newest(1000)) == count
        copy.close()
    other.communicate(timeout=60)
    assert other.returncode == 0


@pytest.mark.parametrize(("umask", "mode"), [("022", 0o644), ("007", 0o660), ("077", 0o600)])
def test_the_umask_says_who_may_write(file: Path, umask: str, mode: int) -> None:
    """Where it leaves writing to the group, what one of the group leaves beside the store the daemon can write."""
    command = " ".join(program("writer", file, 1, 100_000))
    with subprocess.Popen(
        ["sh", "-c", f"umask {umask}; exec {command}"], cwd=ROOT, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.glob("newsroom.db*")}
        writer.kill()
    assert modes == dict.fromkeys(("newsroom.db", "newsroom.db-wal", "newsroom.db-shm"), mode)


def test_a_full_disk_loses_nothing_and_heals(file: Path) -> None:
    """The limit on file sizes is raised again in the same process: the same connection goes on."""
    ran = subprocess.run(
        program("full_disk", file),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    refused, stored = map(int, ran.stdout.split())
    assert refused > 0
    assert stored > 0
    store = fresh(file)
    assert store.articles.visible_count() == store.changes.last() == store.deliveries.count() == stored
    store.close()


def test_instants_before_1970_and_at_the_calendar_s_end(store: Store) -> None:
    for number, year in enumerate((1, 1969, 9999), 1):
        accept(store, [story(number, created=NOON.replace(year=year, microsecond=7))])
    assert [a.published.year for a in store.articles.newest(3)] == [9999, 1969, 1]


# What is opened, what is refused, and that a refused file stays as it is.


def test_only_sqlite_is_known() -> None:
    with pytest.raises(StoreUnusable, match="only sqlite:///PATH"):
        open_store("postgresql://localhost/x")


def test_a_file_of_another_program_is_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE addresses (name TEXT)")
    before = file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreUnusable, match=r"newsroom\.db: is a database of another program"):
            open_store(f"sqlite:///{file}", read_only=read_only)
    assert file.read_bytes() == before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_newer_schema_is_refused(store: Store, file: Path) -> None:
    store.close()
    with closing(sqlite3.connect(file)) as later:
        later.execute("PRAGMA user_version = 900")
    before = file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreUnusable, match=r"newer version \(schema 900, this program knows"):
            open_store(f"sqlite:///{file}", read_only=read_only)
    assert file.read_bytes() == before


def test_an_older_schema_is_not_read_but_brought_up_to_date_and_copied_before(file: Path) -> None:
    """Statements of this version would fail on it one by one, and say that a column is missing."""
    url = f"sqlite:///{file}"
    with closing(sqlite3.connect(file, isolation_level=None)) as earlier:
        for number, script in migrations()[:2]:
            for statement in script:
                earlier.execute(statement)
            earlier.execute(f"PRAGMA user_version = {number}")
        earlier.execute("PRAGMA application_id = 0x53594E44")
    for options in ({"read_only": True}, {"migrate": False}):
        with pytest.raises(StoreOutdated, match=r"older version \(schema 2, this program works on"):
            open_store(url, **options)
    back_up(url, file.with_name("before.db"))
    open_store(url).close()
    open_store(url, read_only=True).close()
    with pytest.raises(StoreOutdated):
        open_store(f"sqlite:///{file.with_name('before.db')}", read_only=True)


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"\0" * 4096])
def test_a_damaged_file_is_refused_in_one_line(file: Path, damage: bytes) -> None:
    file.write_bytes(damage)
    with pytest.raises(StoreUnusable) as caught:
        open_store(f"sqlite:///{file}")
    assert str(caught.value).startswith(f"{file}: file is not a database (restore a back-up")
    assert file.read_bytes() == damage


def test_a_torn_page_is_refused(store: Store, file: Path) -> None:
    store.close()
    data = bytearray(file.read_bytes())
    data[100:4096] = b"\xff" * 3996
    file.write_bytes(data)
    with pytest.raises(StoreUnusable, match="malformed"):
        open_store(f"sqlite:///{file}")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="unable to open"):
        open_store(f"sqlite:///{tmp_path}")


def test_a_name_with_signs_that_mean_something_in_addresses(tmp_path: Path) -> None:
    path = tmp_path / "50% of?mode=memory#it.db"
    made = fresh(path)
    accept(made, [story(1)])
    made.close()
    assert path.is_file()


def test_a_migration_interrupted_at_any_statement_leaves_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = migrations()
    ((number, script),) = whole[-1:]
    for cut in range(1, len(script)):
        broken = [*whole[:-1], (number, [*script[:cut], "CREATE TABLE"])]
        with monkeypatch.context() as patched:
            patched.setattr(database, "migrations", lambda broken=broken: broken)
            with pytest.raises(StoreUnusable, match="incomplete input"):
                fresh(file)
        with closing(sqlite3.connect(file)) as look:
            assert look.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    made = fresh(file)
    accept(made, [story(1)])
    made.close()


def test_a_migration_killed_by_a_signal_is_made_again(file: Path) -> None:
    for delay in ("0.001", "0.004", "0.016"):
        ran = subprocess.run(program("migrant", file, delay), cwd=ROOT, timeout=60, check=False)
        assert ran.returncode in {0, -signal.SIGALRM}
    made = fresh(file)
    accept(made, [story(1)])
    made.close()
