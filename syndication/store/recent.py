"""What was made of stored bytes of late, so that it need not be made again: for any thread, and never too much."""

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

_Made = TypeVar("_Made")


class Recent(Generic[_Made]):
    """What at most so many bytes mean, those that were asked for or written last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[bytes, _Made] = OrderedDict()
        self._lock = Lock()

    def find(self, stored: bytes) -> _Made | None:
        """Return what the bytes mean, None where they have to be read."""
        with self._lock:
            if (found := self._made.get(stored)) is not None:
                self._made.move_to_end(stored)
            return found

    def keep(self, stored: bytes, made: _Made) -> None:
        """Remember what the bytes mean in place of what was asked for the longest ago."""
        with self._lock:
            self._made[stored] = made
            if len(self._made) > self._most:
                self._made.popitem(last=False)
