"""One published file and its gzip twin, held in memory for as long as the disk says the same."""

import errno
import os
import stat
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from syndication import log
from syndication.web.representation import Header, Representation, Variants, represent

_SECOND = 1_000_000_000


class _Mark(NamedTuple):
    """What tells two contents of one path apart without reading them.

    The time of the content is set by who wrote it and may repeat, and so may length and inode; the kernel's
    own time of the last change does not.
    """

    mtime_ns: int
    ctime_ns: int
    size: int
    inode: int


class PublishedFile:
    """The bytes under one address. Whatever happens to the file, what was last whole stays served."""

    def __init__(self, path: Path, headers: Sequence[Header]) -> None:
        self._path = path
        self._twin = path.with_name(path.name + ".gz")
        self._headers = tuple(headers)
        self._mark: _Mark | None = None
        self._twin_mark: _Mark | None = None
        self._variants: Variants | None = None
        self._loaded = 0.0
        self._trouble: int | None = None

    def current(self, now: float) -> Variants | None:
        """Return what is to be served at `now` (seconds of Unix time), or None before the first build."""
        try:
            mark = _mark(self._path.stat())
            # A date that was ahead is told as soon as it has come: every process gives the same one.
            if mark != self._mark or self._loaded < mark.mtime_ns // _SECOND <= now:
                self._load(now)
            elif self._twin_is_behind():
                self._load_twin(now)
        except OSError as error:
            self._notice(error)
        else:
            self._trouble = None
        return self._variants

    def _load(self, now: float) -> None:
        body, mark = _read(self._path)
        plain = self._represent(body, mark.mtime_ns, now)
        self._variants, self._mark, self._twin_mark = Variants(plain), mark, None
        self._loaded = now
        self._load_twin(now)

    def _twin_is_behind(self) -> bool:
        """Say whether the twin is not in use although it may have been written since we looked."""
        if self._variants is None or self._variants.gzip is not None:
            return False
        try:
            return _mark(self._twin.stat()) != self._twin_mark
        except OSError:
            return False

    def _load_twin(self, now: float) -> None:
        """Take the twin into use only if it holds the very bytes of the plain file."""
        if self._variants is None or self._mark is None:
            return
        plain = self._variants.plain
        try:
            packed, self._twin_mark = _read(self._twin)
        except OSError:
            return
        if _packs(packed, plain.body):
            gzip = self._represent(packed, self._mark.mtime_ns, now, coding=b"gzip")
            self._variants = Variants(plain, gzip)

    def _represent(
        self, body: bytes, mtime_ns: int, now: float, *, coding: bytes | None = None
    ) -> Representation:
        seconds, rest = divmod(mtime_ns, _SECOND)
        return represent(
            body,
            self._headers,
            # A clock that was set back must not date an answer into the future (RFC 9110 §8.8.2.1).
            modified=min(seconds, int(now)),
            # Editions date their files in whole seconds, and a second that had other bytes before with a rest.
            proof=rest == 0 and seconds <= now,
            coding=coding,
        )

    def _notice(self, error: OSError) -> None:
        # A feed that is not built yet is no trouble; one line for each kind of trouble, not for each request.
        if error.errno != self._trouble and (self._variants is not None or error.errno != errno.ENOENT):
            log.get().warning(
                "published_file_unreadable", path=str(self._path), reason=error.strerror, key=str(self._path)
            )
        self._trouble = error.errno


def _mark(found: os.stat_result) -> _Mark:
    return _Mark(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def _read(path: Path) -> tuple[bytes, _Mark]:
    """Return a regular file's bytes and mark, both of the same open file."""
    # Without O_NONBLOCK a pipe in the file's place would hold up every answer.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        body = file.read()
    if len(body) != found.st_size:
        raise OSError(errno.EAGAIN, "changed while it was read", str(path))
    return body, _mark(found)


def _packs(packed: bytes, body: bytes) -> bool:
    """Say whether a gzip file of one member holds `body`: its last eight bytes tell (RFC 1952 §2.3.1)."""
    trailer = zlib.crc32(body).to_bytes(4, "little") + (len(body) & 0xFFFFFFFF).to_bytes(4, "little")
    return packed[:2] == b"\x1f\x8b" and packed[-8:] == trailer
