"""A thread that follows the file events of one folder and says when a look is worth it.

Events are hints: what they miss, the next full look finds.
"""

import math
import os
import select
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from syndication import log
from syndication.sources import inotify
from syndication.sources.file_name import unfinished

_CHECK = 1.0  # seconds between two looks whether the path still leads to the watched folder
_GRAIN = 0.02  # seconds: bells of one moment ring once


class Listener(Protocol):
    """What the watch tells its source, from its own thread."""

    name: str

    def moved_in(self, name: str) -> None:
        """A file was renamed into the folder: whole, ready now."""

    def closed(self, name: str) -> None:
        """A file was closed after writing; more may follow."""


class FolderWatch:
    """Calls `wake` from its thread: at once for a file moved in, after the settle time for a closed one.

    `wake` must return quickly and not raise. A folder that is removed or replaced is followed again as
    soon as its path leads to a folder; `wake` is called each time the following begins. Without inotify (another system, its limit reached), `wake` is
    called once a second instead.
    """

    def __init__(self, path: Path, settle: float, listener: Listener, wake: Callable[[], None]) -> None:
        """Follow `path` from now on; `settle` in seconds."""
        self._path = path
        self._settle = settle
        self._listener = listener
        self._wake = wake
        self._log = log.get(source=listener.name, folder=str(path))
        self._bells: set[float] = set()
        self._stopping = threading.Event()
        self._stop_read, self._stop_write = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        self._poller = select.poll()
        self._poller.register(self._stop_read, select.POLLIN)
        self._watch: int | None = None
        self._watched: tuple[int, int] | None = None
        self._said = False
        self._check_at = 0.0
        self._events = self._open()
        self._follow()
        self._thread = threading.Thread(target=self._run, name=f"watch {path.name}", daemon=True)
        self._thread.start()

    def ring_in(self, seconds: float) -> None:
        """Call `wake` after so many seconds."""
        bell = math.ceil((time.monotonic() + seconds) / _GRAIN) * _GRAIN
        if bell not in self._bells:
            self._bells.add(bell)
            os.write(self._stop_write, b".")  # the thread sleeps on without knowing of the new bell

    def stop(self) -> None:
        """End the thread; `wake` is not called any more once this returns."""
        self._stopping.set()
        os.write(self._stop_write, b".")
        self._thread.join()
        if self._events:
            self._events.close()
        os.close(self._stop_read)
        os.close(self._stop_write)

    def _open(self) -> inotify.Inotify | None:
        try:
            events = inotify.Inotify()
        except OSError as error:
            self._log.warning("no_file_events", reason=str(error), instead="a look every second")
            return None
        self._poller.register(events, select.POLLIN)
        return events

    def _run(self) -> None:
        while not self._stopping.is_set():
            ready = {descriptor for descriptor, _ in self._poller.poll(self._pause())}
            if self._stop_read in ready:
                os.read(self._stop_read, 4096)
            if self._stopping.is_set():
                return
            if self._events and self._events.fileno() in ready:
                self._tell(self._events.read())
            self._ring()
            if time.monotonic() >= self._check_at:
                self._follow()

    def _pause(self) -> float:
        """Return the milliseconds until the next thing to do."""
        until = min(self._check_at, *self._bells.copy(), math.inf)
        return max(0.0, math.ceil((until - time.monotonic()) * 1000))

    def _tell(self, events: list[inotify.FileEvent]) -> None:
        wake = False
        for event in events:
            if event.mask & inotify.OVERFLOW:
                wake = True
            elif event.watch != self._watch:
                continue  # the rest of a folder that was replaced
            elif event.mask & inotify.LOST:
                self._lose()  # a new folder may get the number of the old one, so do not compare
                self._check_at = 0.0
                wake = True  # the look will say that it is gone
            elif event.mask & inotify.IS_DIR or unfinished(event.name):
                continue
            elif event.mask & inotify.MOVED_TO:
                self._listener.moved_in(event.name)
                wake = True
            elif event.mask & inotify.CLOSE_WRITE:
                self._listener.closed(event.name)
                self.ring_in(self._settle)
        if wake:
            self._wake()

    def _ring(self) -> None:
        now = time.monotonic()
        due = {bell for bell in self._bells.copy() if bell <= now}
        self._bells -= due
        if due:
            self._wake()

    def _follow(self) -> None:
        """See that the watch is on the folder to which the path leads now."""
        self._check_at = time.monotonic() + _CHECK
        if self._events is None:
            self.ring_in(_CHECK)
            return
        try:
            status = self._path.stat()
            here = (status.st_dev, status.st_ino)
            if here == self._watched:
                return
            self._lose()
            self._watch = self._events.add(str(self._path))
        except OSError as error:
            self._lose()
            if not self._said:
                self._log.warning("folder_not_watched", reason=str(error))
            self._said = True
            return
        if self._said:
            self._log.info("folder_watched_again")
        self._said = False
        self._watched = here
        self._wake()

    def _lose(self) -> None:
        if self._events and self._watch is not None:
            self._events.remove(self._watch)
        self._watch = self._watched = None
