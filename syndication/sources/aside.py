"""Where the files of a folder go once they are safe elsewhere: `done/DATE/` and `rejected/DATE/`."""

import errno
import os
import shutil
import stat
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from syndication.sources.file_name import free
from syndication.sources.regular_file import Identity

Room = Literal["done", "rejected"]
ROOMS: tuple[Room, ...] = ("done", "rejected")


class Aside:
    """The rooms inside one folder. Files come by rename, under a name that is free; DATE is in UTC."""

    def __init__(self, folder: Path, keep_done_days: int, clock: Callable[[], datetime]) -> None:
        """`keep_done_days`: how long a day of `done/` is kept, 0 for ever; `clock` gives an aware now."""
        self._folder = folder
        self._keep = keep_done_days
        self._clock = clock
        self._lock = threading.Lock()
        self._tidied: date | None = None

    def put(self, name: str, identity: Identity, room: Room) -> None:
        """Move the file of that name away if it is still the one with that identity; raise OSError.

        A newer file that came under the same name stays.
        """
        path = self._folder / name
        day = self._room(room) / self._today().isoformat()
        with self._lock:
            if Identity.of(path.lstat()) != identity:
                return
            day.mkdir(parents=True, exist_ok=True)
            aside = day / free(name, lambda other: os.path.lexists(day / other))
            path.rename(aside)
            if Identity.of(aside.lstat()) != identity:
                self._give_back(aside)

    def tidy(self) -> None:
        """Once a day remove the days of `done/` that are older than they are kept; raise OSError."""
        today = self._today()
        if not self._keep or self._tidied == today:
            return
        self._tidied = today
        oldest = today - timedelta(days=self._keep)
        done = self._folder / "done"
        if done.is_dir() and not done.is_symlink():
            for day in [day for day in done.iterdir() if (_date(day.name) or today) < oldest]:
                shutil.rmtree(day)

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()

    def _room(self, room: Room) -> Path:
        """Return the room; a link or file in its place is refused, for it could lead anywhere."""
        path = self._folder / room
        if os.path.lexists(path) and not stat.S_ISDIR(path.lstat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "not a directory", str(path))
        return path

    def _give_back(self, aside: Path) -> None:
        """Return a file that came in the instant between look and rename: nobody has read it yet."""
        back = self._folder / free(aside.name, lambda other: os.path.lexists(self._folder / other))
        os.link(aside, back)
        aside.unlink()


def _date(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None
