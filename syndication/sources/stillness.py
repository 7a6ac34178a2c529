"""Whether a file that was written in place is finished: it stood still for the settle time."""

import os
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from syndication.sources.regular_file import Identity, writers

_MOST = 10_000


class _Seen(NamedTuple):
    identity: Identity
    since: float
    look: int


class Stillness:
    """Judges files by two looks, or by one where the kernel says that nobody writes.

    Where leases work, one look is enough: nobody holds the file open and its times (ctime too, which no
    program can set) are older than the settle time. Elsewhere the clock of the file system may not be
    ours (a network drive), so two looks at least the settle time apart must show the same size and time.
    At most 10,000 files are remembered; more are judged when those are done.
    """

    def __init__(self, settle: float, clock: Callable[[], datetime]) -> None:
        """`settle` in seconds; `clock` gives an aware now."""
        self.settle = settle
        self._clock = clock
        self._seen: dict[str, _Seen] = {}
        self._look = 0

    def finished(self, name: str, descriptor: int, status: os.stat_result) -> bool:
        """Say whether the open file counts as finished now."""
        open_for_writing = writers(descriptor)
        if open_for_writing == "some":
            self._seen.pop(name, None)
            return False
        if open_for_writing == "none":
            age = self._clock().timestamp() - max(status.st_mtime, status.st_ctime)
            if age >= self.settle:
                return True
        return self._same_as_before(name, status)

    def note(self, name: str, status: os.stat_result) -> None:
        """Remember how the file looks now: it was just closed after writing."""
        self._same_as_before(name, status)

    @property
    def waiting(self) -> bool:
        """Whether a file was seen that may be finished after the settle time."""
        return bool(self._seen)

    def begin(self) -> None:
        """Start a look at the whole folder."""
        self._look += 1

    def end(self) -> None:
        """Forget the files that the look did not meet: they are gone or done."""
        self._seen = {n: s for n, s in self._seen.copy().items() if s.look >= self._look}

    def forget(self, name: str) -> None:
        """Forget a file that was read."""
        self._seen.pop(name, None)

    def _same_as_before(self, name: str, status: os.stat_result) -> bool:
        now = time.monotonic()
        identity = Identity.of(status)
        before = self._seen.get(name)
        if before and before.identity == identity:
            self._seen[name] = before._replace(look=self._look)
            return now - before.since >= self.settle
        if before or len(self._seen) < _MOST:
            self._seen[name] = _Seen(identity, now, self._look)
        return False
