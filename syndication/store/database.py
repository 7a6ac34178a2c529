"""The SQLite file: connections, transactions, migrations.

WAL, `synchronous=FULL`, `BEGIN IMMEDIATE` (a deferred transaction that reads and then writes fails at once
with SQLITE_BUSY_SNAPSHOT whatever its timeout). One connection a thread; writers of one process queue on a
lock, writers of several processes on SQLite's own.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from syndication.errors import CannotStore, StoreOutdated, StoreUnusable
from syndication.store.arrivals import Cursors, Deliveries, Notices, Quarantine
from syndication.store.articles import SqliteArticles
from syndication.store.back_up import copy_whole
from syndication.store.changes import SqliteChanges
from syndication.store.history import SqliteHistory
from syndication.store.intake import SqliteCursors, SqliteDeliveries, SqliteNotices, SqliteQuarantine
from syndication.store.kinship import SqliteKinship
from syndication.store.life import History, Housekeeping, Kinship, Past
from syndication.store.past import SqlitePast
from syndication.store.protocols import (
    Articles,
    Changes,
    Windows,
)
from syndication.store.retention import SqliteHousekeeping
from syndication.store.statements import migrations
from syndication.store.windows import SqliteWindows

_SCHEME = "sqlite:///"
_APPLICATION = 0x53594E44  # "SYND": tells our files from others' (PRAGMA application_id)
_PATIENCE = 30.0
_STATEMENTS = 256  # more than there are: none is prepared twice
_SETTINGS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -8000",
    "temp_store = MEMORY",  # also what a savepoint could undo, which else goes to a file at each arrival
    "journal_size_limit = 16000000",
    "wal_autocheckpoint = 3800",  # pages, as many as that: those that each arrival writes go back once for all of them
)


class Database:
    """One SQLite file; see the module's docstring."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        self._threads = threading.local()
        self._next = threading.Lock()
        self._writers = threading.Lock()

    @property
    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection, opened at first use; raise StoreUnusable."""
        try:
            existing: sqlite3.Connection = self._threads.connection
        except AttributeError:
            existing = self._threads.connection = self._connect()
        return existing

    def query(self, statement: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> list[Any]:
        """Return all rows of a statement; raise CannotStore, or StoreUnusable where one only reads."""
        try:
            return self.connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            kind = StoreUnusable if self._read_only else CannotStore
            raise kind(str(error), str(self.path)) from error

    @contextmanager
    def write(self) -> Iterator[None]:
        """Hold the write lock; commit durably at the end, undo everything on any error."""
        connection = self.connection
        with self._turn():
            try:
                self._begin(connection)
                yield
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise CannotStore(str(error), str(self.path)) from error
            finally:
                if connection.in_transaction:  # after a full disk SQLite may have rolled back by itself
                    connection.execute("ROLLBACK")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Hold the lock of this process's writers, in turn: who has just written stands behind who waits."""
        with self._next:
            self._writers.acquire()
        try:
            yield
        finally:
            self._writers.release()

    def _begin(self, connection: sqlite3.Connection) -> None:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise CannotStore(str(error), str(self.path)) from error
        self._threads.changes_before = connection.total_changes

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo this part of a transaction alone when it fails; the error goes on, SQLite's own as CannotStore.

        What comes first in a transaction needs no savepoint, for which SQLite would copy each page that it writes:
        there the transaction is undone and begun anew.
        """
        connection = self.connection
        is_first = connection.total_changes == self._threads.changes_before
        if not is_first:
            connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException as error:
            if connection.in_transaction and is_first:
                connection.execute("ROLLBACK")
                self._begin(connection)
            elif connection.in_transaction:
                connection.execute("ROLLBACK TO attempt")
                connection.execute("RELEASE attempt")
            if isinstance(error, sqlite3.Error):
                raise CannotStore(str(error), str(self.path)) from error
            raise
        if not is_first:
            connection.execute("RELEASE attempt")

    def migrate(self) -> None:
        """Bring the schema up to date, each step whole or not at all; refuse a newer schema."""
        with self.write():
            version = self.schema()
            for number, script in migrations():
                if number > version:
                    for statement in script:
                        self.connection.execute(statement)
                    self.connection.execute(f"PRAGMA user_version = {number}")
            self.connection.execute(f"PRAGMA application_id = {_APPLICATION}")

    def schema(self) -> int:
        """Return the number of the file's schema, 0 for an empty file; raise StoreUnusable for a strange one."""
        return _schema(self.connection, self.path)

    def close(self) -> None:
        """Close this thread's connection."""
        if (connection := getattr(self._threads, "connection", None)) is not None:
            connection.close()
            del self._threads.connection

    def _connect(self) -> sqlite3.Connection:
        mode = "ro" if self._read_only else "rwc"
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        try:
            connection = sqlite3.connect(
                address, timeout=_PATIENCE, isolation_level=None, uri=True, cached_statements=_STATEMENTS
            )
        except sqlite3.Error as error:
            raise StoreUnusable(str(error), str(self.path)) from error
        try:
            _schema(
                connection, self.path
            )  # before the first statement that writes: not into a stranger's file
            if not self._read_only:
                connection.execute("PRAGMA journal_mode = WAL")
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        except (sqlite3.Error, StoreUnusable) as error:
            connection.close()
            raise StoreUnusable(getattr(error, "what", str(error)), str(self.path)) from error
        return connection


class Store:
    """The protocols of `protocols.py` over one SQLite file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        opened = database.path.stat()
        self._file = (opened.st_dev, opened.st_ino)
        self.write = database.write
        self.attempt = database.attempt
        self.articles: Articles = SqliteArticles(database)
        self.changes: Changes = SqliteChanges(database)
        self.kinship: Kinship = SqliteKinship(database)
        self.history: History = SqliteHistory(database)
        self.past: Past = SqlitePast(database)
        self.housekeeping: Housekeeping = SqliteHousekeeping(database)
        self.deliveries: Deliveries = SqliteDeliveries(database)
        self.quarantine: Quarantine = SqliteQuarantine(database)
        self.cursors: Cursors = SqliteCursors(database)
        self.notices: Notices = SqliteNotices(database)
        self.windows: Windows = SqliteWindows(database)

    @property
    def path(self) -> Path:
        """Return the file."""
        return self._database.path

    def in_place(self) -> bool:
        """Say whether the path still leads to the file that was opened: what is written would be lost else."""
        try:
            found = self.path.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self._file

    def close(self) -> None:
        """Close this thread's connection."""
        self._database.close()


def open_store(url: str, *, read_only: bool = False, migrate: bool = True) -> Store:
    """Return the store at `sqlite:///PATH`; made where absent, brought up to date unless `read_only` or told not to.

    Raise StoreUnusable where it cannot be opened, is damaged, is newer than this program, or is older and stays so.
    """
    database = Database(_path(url), read_only=read_only)
    try:
        _prepare(database, read_only=read_only, migrate=migrate)
    except (OSError, CannotStore) as error:
        database.close()
        raise StoreUnusable(getattr(error, "what", str(error)), str(database.path)) from error
    except StoreUnusable:
        database.close()
        raise
    return Store(database)


def back_up(url: str, target: Path) -> None:
    """Write a copy of a store that is whole and checked while others write, also of one that is of an older version.

    Raise StoreUnusable, or CannotBackUp and `target` is as it was.
    """
    database = Database(_path(url), read_only=True)
    with closing(database):
        _demand(database)
        copy_whole(database.connection, target, _APPLICATION)


def _path(url: str) -> Path:
    if not url.startswith(_SCHEME):
        raise StoreUnusable("only sqlite:///PATH is known", url)
    return Path(url.removeprefix(_SCHEME))


def _prepare(database: Database, *, read_only: bool, migrate: bool) -> None:
    if read_only:
        _demand(database)
    else:
        database.path.parent.mkdir(parents=True, exist_ok=True)
        if not database.path.exists():
            # As the umask has it, which SQLite would narrow to reading for the group: the files that a reader of the
            # group leaves beside it have its mode, and the daemon could not write them.
            database.path.touch(0o666)
    version, newest = database.schema(), migrations()[-1][0]
    if not read_only and (migrate or not version):
        database.migrate()
    elif version < newest:
        what = f"is of an older version (schema {version}, this program works on {newest})"
        raise StoreOutdated(what, str(database.path))


def _demand(database: Database) -> None:
    """Raise StoreUnusable where there is no store yet."""
    if not database.path.is_file():
        raise StoreUnusable("does not exist", str(database.path))
    if not database.schema():
        raise StoreUnusable("is empty: the daemon has not set it up yet", str(database.path))


def _schema(connection: sqlite3.Connection, path: Path) -> int:
    """Return the number of the schema, 0 for an empty file; raise StoreUnusable for what is not ours."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != _APPLICATION:
        raise StoreUnusable("is a database of another program", str(path))
    newest = migrations()[-1][0]
    if version > newest:
        raise StoreUnusable(
            f"was written by a newer version (schema {version}, this program knows {newest})", str(path)
        )
    return int(version)
