"""A folder into which agencies, FTP servers and editors put files.

A full look at the folder is the truth, file events (`watch`) only say when to look. A file counts when it was
moved in, or when it stood still for the settle time and nobody holds it open for writing. What is read goes
to `done/DATE/`, what is refused to `rejected/DATE/`, by rename and under a name that is free.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

from syndication import log
from syndication.errors import UnsafeFile
from syndication.model import Delivery
from syndication.sources.aside import ROOMS, Aside, Room
from syndication.sources.file_name import shown, unfinished
from syndication.sources.folder_settings import Folder
from syndication.sources.folder_watch import FolderWatch
from syndication.sources.regular_file import Identity, content, opened, other_kind
from syndication.sources.stillness import Stillness

_BATCH = 1000
_MOST_NAMES = 10_000  # of any kind that is remembered between two looks


class FolderSource:
    """The Source of one folder. `watch` may run beside it; one thread at a time asks for deliveries."""

    def __init__(self, folder: Folder, clock: Callable[[], datetime]) -> None:
        """Make the folder where it is missing; `clock` gives an aware now.

        A folder that cannot be made (a network drive that is not there yet) is said and looked for again.
        """
        self.name = folder.name
        self._folder = folder
        self._clock = clock
        self._log = log.get(source=folder.name)
        self._stillness = Stillness(folder.settle, clock)
        self._aside = Aside(folder.path, folder.keep_done_days, clock)
        self._arrived: deque[str] = deque(maxlen=_MOST_NAMES)  # those that fall out, the look finds
        self._noted: set[str] = set()
        self._met: set[str] = set()
        self._stuck: dict[str, tuple[Identity, Room]] = {}
        self._stuck_before: dict[str, tuple[Identity, Room]] = {}
        self._unreadable: dict[str, str] = {}
        self._gone: str | None = None
        self._watch: FolderWatch | None = None
        try:
            folder.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._miss(error)

    def deliveries(self) -> Iterator[Delivery]:
        """Yield each file that is ready, oldest first within a thousand; files moved in go before them.

        The folder is read as it is yielded, so memory does not grow with it.
        """
        self._tidy()
        self._stillness.begin()
        self._met = set()
        self._unreadable = {}
        self._stuck_before, self._stuck = self._stuck, {}
        given: set[str] = set()
        try:
            for batch in self._batches():
                for name in batch:
                    yield from self._arrivals(given)
                    piece = None if name in given else self._read(name, moved_in=False)
                    if piece:
                        yield piece
            yield from self._arrivals(given)
        except OSError as error:
            self._miss(error)
            return
        self._noted = self._met
        self._stillness.end()
        if self._gone:
            self._gone = None
            self._log.info("folder_back", path=str(self._folder.path))
        if self._watch and self.settling:
            self._watch.ring_in(self._folder.settle)

    @property
    def settling(self) -> bool:
        """Whether the last look left a file that may be ready after another settle time."""
        return self._stillness.waiting

    @property
    def trouble(self) -> str | None:
        """What the last look found that keeps copy from coming in, None when all is well."""
        if self._gone:
            return f"{self._folder.path}: {self._gone}"
        if self._stuck:
            return f"{self._folder.path}: what was read cannot be moved aside ({len(self._stuck)} to move)"
        if self._unreadable:
            name, reason = next(iter(self._unreadable.items()))
            others = f", and {len(self._unreadable) - 1} more" if len(self._unreadable) > 1 else ""
            return f"{self._folder.path}/{name} cannot be read: {reason}{others}"
        return None

    def acknowledge(self, delivery: Delivery) -> None:
        """Move the file to `done/DATE/` (a refused one to `rejected/DATE/`), DATE in UTC.

        A newer file that came under the same name meanwhile stays and is delivered itself. A file that
        cannot be moved is said once and not read again while it stays as it is.
        """
        name, identity = _from_cursor(delivery.cursor or b"")
        self._put_aside(name, identity, "rejected" if delivery.refused else "done")

    def watch(self, wake: Callable[[], None]) -> FolderWatch:
        """Call `wake` (from a thread; it must be quick and not raise) when a look may be worth it.

        Stop the returned watch before the process ends. Watch first, then look: so nothing falls between.
        """
        self._watch = FolderWatch(self._folder.path, self._folder.settle, self, wake)
        return self._watch

    def moved_in(self, name: str) -> None:
        """Hear from the watch that a file was renamed into the folder: it is whole."""
        if name not in ROOMS:
            self._arrived.append(name)

    def closed(self, name: str) -> None:
        """Hear from the watch that a writer closed a file: its settle time begins."""
        try:
            self._stillness.note(name, (self._folder.path / name).lstat())
        except OSError:
            return  # gone already, or not ours to see: the look will say

    def _batches(self) -> Iterator[list[str]]:
        with os.scandir(self._folder.path) as entries:
            candidates = (found for entry in entries if (found := self._candidate(entry)))
            while batch := sorted(islice(candidates, _BATCH)):
                yield [name for _, name in batch]

    def _candidate(self, entry: os.DirEntry[str]) -> tuple[int, str] | None:
        """Return the time of change and the name of what may be copy."""
        if unfinished(entry.name) or entry.name in ROOMS:
            return None
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._leave(entry.name, _reason(error))
            return None
        kind = other_kind(status.st_mode)
        if kind:
            self._leave(entry.name, kind)
            return None
        stuck = self._stuck_before.get(entry.name)
        if stuck and stuck[0] == Identity.of(status):
            self._put_aside(entry.name, *stuck)
            return None
        return status.st_mtime_ns, entry.name

    def _arrivals(self, given: set[str]) -> Iterator[Delivery]:
        while self._arrived:
            name = self._arrived.popleft()
            piece = self._read(name, moved_in=True)
            if piece:
                given.add(name)
                yield piece

    def _read(self, name: str, *, moved_in: bool) -> Delivery | None:
        """Return the file if it is ready."""
        try:
            with opened(self._folder.path / name) as descriptor:
                status = os.fstat(descriptor)
                if not moved_in and not self._stillness.finished(name, descriptor, status):
                    return None
                limit = self._folder.max_bytes
                data = content(descriptor, limit) if status.st_size <= limit else b""
                identity = Identity.of(os.fstat(descriptor))
        except FileNotFoundError:
            return None
        except (UnsafeFile, OSError) as error:
            self._leave(name, error.what if isinstance(error, UnsafeFile) else _reason(error))
            return None
        if identity != Identity.of(status):
            return None  # it changed while it was read: not finished after all
        self._stillness.forget(name)
        return self._piece(name, identity, data)

    def _piece(self, name: str, identity: Identity, data: bytes) -> Delivery:
        limit = self._folder.max_bytes
        return Delivery(
            data=data,
            source=self.name,
            locator=shown(name),
            received=self._clock(),
            cursor=_to_cursor(name, identity),
            hints=self._folder.hints,
            refused=f"{identity.size} bytes; at most {limit} are read" if identity.size > limit else None,
        )

    def _leave(self, name: str, reason: str) -> None:
        """Say once that a file is left where it is."""
        if name not in self._noted and name not in self._met:
            self._log.warning("left_alone", locator=shown(name), reason=reason, key=shown(name))
        if len(self._met) < _MOST_NAMES:
            self._met.add(name)

    def _miss(self, error: OSError) -> None:
        if not self._gone:
            self._log.error("folder_not_readable", path=str(self._folder.path), reason=_reason(error))
        self._gone = _reason(error)

    def _put_aside(self, name: str, identity: Identity, room: Room) -> None:
        try:
            self._aside.put(name, identity, room)
        except FileNotFoundError:
            return  # somebody else took it, or the folder is gone; the copy is safe
        except OSError as error:
            if name not in self._stuck_before:
                self._log.error("not_put_aside", locator=shown(name), room=room, reason=_reason(error))
            if len(self._stuck) < _MOST_NAMES:
                self._stuck[name] = (identity, room)

    def _tidy(self) -> None:
        try:
            self._aside.tidy()
        except OSError as error:
            self._log.warning("done_not_tidied", reason=_reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _to_cursor(name: str, identity: Identity) -> bytes:
    return b":".join([*(b"%d" % number for number in identity), os.fsencode(name)])


def _from_cursor(cursor: bytes) -> tuple[str, Identity]:
    device, inode, size, mtime, name = cursor.split(b":", 4)
    return os.fsdecode(name), Identity(int(device), int(inode), int(size), int(mtime))
