"""Puts one file in its place: whole or not at all, durable, with its gzip twin.

Written beside its place, synced, renamed; the directory is synced once per round. A file that would not
change is not touched, so its time and every subscriber's validators stay.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from isal import isal_zlib

from syndication.errors import CannotPublish

_LITTER = ".new"
_SECOND = 1_000_000_000
_GZIP_LEVEL = 2
_GZIP_FORMAT = 31  # zlib's window bits for a gzip wrapper (RFC 1952), its time field zero


class Publication:
    """The directory of published files."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    @contextmanager
    def round(self) -> Iterator[None]:
        """Hold the directory against other writers; what was put into it is durable at the end.

        Raise CannotPublish where the directory cannot be made or written.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.directory, os.O_RDONLY | os.O_CLOEXEC)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                yield
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise CannotPublish(str(error), str(self.directory)) from error

    def put(self, name: str, data: bytes, updated: datetime) -> bool:
        """Publish `data` and its twin as `name` and `name.gz`; say whether anything changed.

        The file's time is that of the content, in whole seconds. One that shares its second with other
        bytes before it gets a nanosecond more, so that a server can tell a time that proves nothing; where
        its length is the same too, a second more: some servers' ETag is time and length.
        """
        path, twin = self.directory / name, self.directory / f"{name}.gz"
        try:
            before = path.read_bytes() if path.is_file() else None
            if before == data:
                moment = path.stat().st_mtime_ns
                if twin.is_file() and _unpacked(twin.read_bytes()) == data:
                    return False
            packed = isal_zlib.compress(data, _GZIP_LEVEL, _GZIP_FORMAT)
            if before != data:
                moment = _moment(path, twin, len(data), len(packed), int(updated.timestamp()))
                self._replace(path, data, moment)
            self._replace(twin, packed, moment)
        except OSError as error:
            raise CannotPublish(str(error), str(path)) from error
        return True

    def has(self, name: str) -> bool:
        """Say whether the file and its twin are there."""
        return (self.directory / name).is_file() and (self.directory / f"{name}.gz").is_file()

    def digest(self, name: str) -> str | None:
        """Return the digest of the file that is in place, None where there is none."""
        data = self.read(name)
        return None if data is None else digest(data)

    def read(self, name: str) -> bytes | None:
        """Return the file that is in place, None where there is none that can be read."""
        try:
            return (self.directory / name).read_bytes()
        except OSError:
            return None

    def remove(self, name: str) -> None:
        """Take the file and its twin away."""
        for path in (self.directory / name, self.directory / f"{name}.gz"):
            path.unlink(missing_ok=True)

    def names(self) -> list[str]:
        """Return what is published; a twin counts under the name of its file."""
        if not self.directory.is_dir():
            return []
        return sorted({p.name.removesuffix(".gz") for p in self.directory.iterdir() if p.is_file()})

    def sweep(self) -> None:
        """Remove what a crash left half written."""
        for path in self.directory.glob(f".*{_LITTER}") if self.directory.is_dir() else ():
            path.unlink(missing_ok=True)

    def _replace(self, path: Path, data: bytes, moment: int) -> None:
        beside = path.with_name(f".{path.name}{_LITTER}")
        try:
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.utime(file.fileno(), ns=(moment, moment))
                os.fsync(file.fileno())
            beside.rename(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise


def _moment(path: Path, twin: Path, plain: int, packed: int, second: int) -> int:
    """Return the time, in nanoseconds, of new bytes of these two lengths whose content is of `second`."""
    if not path.is_file():
        return second * _SECOND
    before = path.stat()
    earlier = before.st_mtime_ns // _SECOND
    if second > earlier:
        return second * _SECOND
    alike = before.st_size == plain or (twin.is_file() and twin.stat().st_size == packed)
    return (earlier + 1) * _SECOND if alike else earlier * _SECOND + 1


def digest(data: bytes) -> str:
    """Return the digest by which an edition's bytes are known."""
    return blake2b(data, digest_size=16).hexdigest()


def _unpacked(twin: bytes) -> bytes | None:
    try:
        return isal_zlib.decompress(twin, _GZIP_FORMAT)
    except isal_zlib.error:  # type: ignore[misc]  # its stub calls the class an instance
        return None
