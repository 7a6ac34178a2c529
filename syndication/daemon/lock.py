"""One daemon per state: an exclusive lock that the system drops when its holder dies, however it dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from syndication.config import Configuration
from syndication.errors import AlreadyRunning, StoreUnusable

_ATTEMPTS = 10
_PAUSE = 0.02


def lock_path(configuration: Configuration) -> Path:
    """Return the lock of this configuration's state."""
    return Path(f"{configuration.store.path}.lock")


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock at `path`; raise AlreadyRunning, naming the holder, where another process keeps it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise StoreUnusable(str(error), str(path)) from error
    try:
        if not _taken(handle):
            holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
            raise AlreadyRunning(f"process {holder} works on this state", str(path))
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """Take the lock, and say whether that went: who only asks for its holder has it for an instant, too."""
    for attempt in range(_ATTEMPTS):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if attempt + 1 < _ATTEMPTS:
                time.sleep(_PAUSE)
        else:
            return True
    return False


def holder(path: Path) -> int | None:
    """Return the process that holds the lock, None when nobody does; who may read the file may ask."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        # Shared: who asks is no holder to another who asks.
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return int(os.read(handle, 32) or b"0")
    finally:
        os.close(handle)
    return None
