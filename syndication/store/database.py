"""The SQLite file: connections, transactions, migrations.

WAL, `synchronous=FULL`, `BEGIN IMMEDIATE` (a deferred transaction that reads and then writes fails at once
with SQLITE_BUSY_SNAPSHOT whatever its timeout). One connection a thread; writers of one process queue on a
lock, writers of several processes on SQLite's own.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from syndication.errors import CannotStore, StoreUnusable
from syndication.store.articles import SqliteArticles
from syndication.store.changes import SqliteChanges
from syndication.store.intake import SqliteCursors, SqliteDeliveries, SqliteNotices, SqliteQuarantine
from syndication.store.protocols import Articles, Changes, Cursors, Deliveries, Notices, Quarantine, Windows
from syndication.store.statements import migrations
from syndication.store.windows import SqliteWindows

_SCHEME = "sqlite:///"
_APPLICATION = 0x53594E44  # "SYND": tells our files from others' (PRAGMA application_id)
_PATIENCE = 30.0


class Database:
    """One SQLite file; see the module's docstring."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        self._threads = threading.local()
        self._writers = threading.Lock()

    @property
    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection, opened at first use."""
        existing: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if existing is None:
            existing = self._threads.connection = self._connect()
        return existing

    def query(self, statement: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> list[Any]:
        """Return all rows of a statement."""
        try:
            return self.connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise CannotStore(str(error), str(self.path)) from error

    @contextmanager
    def write(self) -> Iterator[None]:
        """Hold the write lock; commit durably at the end, undo everything on any error."""
        connection = self.connection
        with self._writers:
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise CannotStore(str(error), str(self.path)) from error
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo this part of a transaction alone when it fails; the error goes on."""
        connection = self.connection
        connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO attempt")
                connection.execute("RELEASE attempt")
            raise
        connection.execute("RELEASE attempt")

    def migrate(self) -> None:
        """Bring the schema up to date, each step whole or not at all; refuse a newer schema."""
        with self.write():
            (application,) = self.connection.execute("PRAGMA application_id").fetchone()
            (version,) = self.connection.execute("PRAGMA user_version").fetchone()
            (tables,) = self.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if tables and application != _APPLICATION:
                raise StoreUnusable("is a database of another program", str(self.path))
            steps = migrations()
            if version > steps[-1][0]:
                raise StoreUnusable(
                    f"was written by a newer version (schema {version}, this program knows {steps[-1][0]})",
                    str(self.path),
                )
            for number, script in steps:
                if number > version:
                    for statement in script:
                        self.connection.execute(statement)
            self.connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            self.connection.execute(f"PRAGMA user_version = {steps[-1][0]}")

    def close(self) -> None:
        """Close this thread's connection."""
        if (connection := getattr(self._threads, "connection", None)) is not None:
            connection.close()
            self._threads.connection = None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -8000")
        connection.execute("PRAGMA journal_size_limit = 16000000")
        if self._read_only:
            connection.execute("PRAGMA query_only = ON")
        return connection


class Store:
    """The protocols of `protocols.py` over one SQLite file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.write = database.write
        self.attempt = database.attempt
        self.articles: Articles = SqliteArticles(database)
        self.changes: Changes = SqliteChanges(database)
        self.deliveries: Deliveries = SqliteDeliveries(database)
        self.quarantine: Quarantine = SqliteQuarantine(database)
        self.cursors: Cursors = SqliteCursors(database)
        self.notices: Notices = SqliteNotices(database)
        self.windows: Windows = SqliteWindows(database)

    @property
    def path(self) -> Path:
        """Return the file."""
        return self._database.path

    def back_up(self, target: Path) -> None:
        """Write a consistent copy while others write (a copied live file would lose what its WAL holds)."""
        with sqlite3.connect(target) as copy:
            self._database.connection.backup(copy)
        copy.close()

    def close(self) -> None:
        """Close this thread's connection."""
        self._database.close()


def open_store(url: str, *, read_only: bool = False) -> Store:
    """Return the store at `sqlite:///PATH`; made where absent, migrated unless `read_only`.

    Raise StoreUnusable where it cannot be opened, is damaged, or is newer than this program.
    """
    if not url.startswith(_SCHEME):
        raise StoreUnusable("only sqlite:///PATH is known", url)
    path = Path(url.removeprefix(_SCHEME))
    database = Database(path, read_only=read_only)
    try:
        if read_only and not path.is_file():
            raise StoreUnusable("does not exist", str(path))
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
            database.migrate()
        else:
            database.query("SELECT seq FROM change LIMIT 1")
    except (OSError, sqlite3.Error, CannotStore) as error:
        database.close()
        raise StoreUnusable(str(error), str(path)) from error
    return Store(database)
