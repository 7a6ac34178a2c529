"""Failures that repeat, merged: one line at once, then at most one a minute with the count."""

import threading
import time
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

import structlog

_FAILURES = frozenset({"warning", "error", "exception", "critical"})
_MOST = 1000

Event = MutableMapping[str, Any]


@dataclass
class _Repeat:
    since: float
    level: str
    count: int = 0
    last: Event | None = None


class Repeats:
    """A structlog processor that drops repeated failures and counts them.

    Two failures are the same when their event and their `key` are (without one, their source or feed). A
    line's `repeated` is the number of failures it stands for. At most 1,000 are told apart; beyond, the
    event alone counts, so a flood of hostile names stays one line.
    """

    def __init__(self, window: float = 60.0, now: Callable[[], float] = time.monotonic) -> None:
        """`window` in seconds of `now`."""
        self._window = window
        self._now = now
        self._repeats: dict[tuple[str, str], _Repeat] = {}
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def __call__(self, _: object, level: str, event: Event) -> Event:
        """Return the event, or raise DropEvent where it only repeats."""
        key = event.pop("key", None) or event.get("source") or event.get("feed")
        if level not in _FAILURES or "repeated" in event:
            return event
        with self._lock:
            name = str(event.get("event"))
            same = (name, str(key))
            if same not in self._repeats and len(self._repeats) >= _MOST:
                same = (name, "")
            now = self._now()
            known = self._repeats.get(same)
            if known is None or now - known.since >= self._window:
                self._repeats[same] = _Repeat(now, level)
                if known and known.count:
                    event["repeated"] = known.count + 1
                return event
            known.count += 1
            known.last = dict(event)
            self._wait()
        raise structlog.DropEvent

    def take(self, *, everything: bool = False) -> list[tuple[str, Event]]:
        """Return the level and event of each line that is due, with its count; forget what is quiet."""
        due: list[tuple[str, Event]] = []
        with self._lock:
            now = self._now()
            for same, known in list(self._repeats.items()):
                if not everything and now - known.since < self._window:
                    continue
                del self._repeats[same]
                if known.last is not None:
                    due.append((known.level, {**known.last, "repeated": known.count}))
                    if not everything:
                        self._repeats[same] = _Repeat(now, known.level)
        return due

    def _wait(self) -> None:
        """See that the counts are written although no further failure comes."""
        if self._timer is None or not self._timer.is_alive():
            self._timer = threading.Timer(self._window, self._write)
            self._timer.daemon = True
            self._timer.start()

    def _write(self) -> None:
        for level, event in self.take():
            write(level, event)


def write(level: str, event: Event) -> None:
    """Log an event that was held back."""
    getattr(structlog.get_logger(), level)(**event)
