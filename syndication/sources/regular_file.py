"""Opening what lies in a folder: regular files only, never waited for, never more than the limit."""

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from syndication.errors import UnsafeFile

_KINDS = {
    stat.S_IFDIR: "a directory",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_NO_WAITING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Identity(NamedTuple):
    """What tells one content of a file from the next: the file itself, its size, its time of change."""

    device: int
    inode: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Identity":
        """Return the identity that a stat shows."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def other_kind(mode: int) -> str | None:
    """Return what a file that is not a regular one is, in words; None for a regular file."""
    return None if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "no regular file")


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """Open for reading and give the descriptor; raise UnsafeFile for anything but a regular file.

    Links are not followed and a pipe without writer is not waited for. Other OSErrors pass through.
    """
    try:
        descriptor = os.open(path, _NO_WAITING)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENXIO}:
            raise UnsafeFile("a link or a socket", str(path)) from error
        raise
    try:
        kind = other_kind(os.fstat(descriptor).st_mode)
        if kind:
            raise UnsafeFile(kind, str(path))
        yield descriptor
    finally:
        os.close(descriptor)


def content(descriptor: int, limit: int) -> bytes:
    """Return the bytes, at most `limit`."""
    parts = []
    piece = max(os.fstat(descriptor).st_size, 1 << 16)  # at once, unless the file is growing
    while limit > 0 and (part := os.read(descriptor, min(limit, piece))):
        parts.append(part)
        limit -= len(part)
        piece = 1 << 16
    return b"".join(parts)


def writers(descriptor: int) -> Literal["some", "none", "unknown"]:
    """Say whether anybody holds the file open for writing (fcntl(2), "Leases").

    The kernel grants a read lease only where nobody does. Unknown: the file belongs to another user, or
    its file system (a network drive) has no leases.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return "unknown"
    import signal  # noqa: PLC0415 - commands that read a file and end have no writers to wait for

    try:
        # A writer that comes in the microsecond of the lease makes the kernel signal us: by default with
        # SIGIO, which ends the process. SIGURG is ignored by default.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return "some" if error.errno == errno.EAGAIN else "unknown"
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return "none"
