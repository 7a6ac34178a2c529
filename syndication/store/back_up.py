"""A copy of the database file that is whole: made while others write, held against itself, and only then in its place.

A plain copy of the live file would lose what its WAL holds. The copy needs no files beside it, and belongs to its
owner alone: it holds what is under embargo, and what was taken back.
"""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from syndication.errors import CannotBackUp


def copy_whole(connection: sqlite3.Connection, target: Path, application: int) -> None:
    """Write a copy to `target`, which is replaced where it is a store; raise CannotBackUp and it is as it was.

    `application` is what tells our files from others'. The copy is as of one instant between start and end.
    """
    try:
        _refuse_others(target, application)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise CannotBackUp(error.strerror or str(error), str(target)) from error
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            _prove(copy, target)
        os.fsync(handle)
        beside.replace(target)
        _sync(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise CannotBackUp(getattr(error, "strerror", None) or str(error), str(target)) from error
    finally:
        os.close(handle)
        beside.unlink(missing_ok=True)


def _refuse_others(target: Path, application: int) -> None:
    """Raise CannotBackUp for what is there and is no back-up: a slip of the hand must not cost a file."""
    if not target.exists():
        return
    address = f"{target.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as there:
            (found,) = there.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError:
        found = None
    if found != application or target.with_name(f"{target.name}-wal").exists():
        raise CannotBackUp("something else is there, or a store in use", str(target))


def _prove(copy: sqlite3.Connection, target: Path) -> None:
    said = [line for (line,) in copy.execute("PRAGMA integrity_check(1)")]
    if said != ["ok"]:
        raise CannotBackUp(f"the copy is damaged, and so is the store: {said[0]}", str(target))


def _sync(folder: Path) -> None:
    """Make a renaming in the folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
