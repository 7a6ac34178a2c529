"""APScheduler: which job runs when; decides nothing else.

Jobs only wake workers, one thread each, so that no job waits for a pool and no source starves another. The
scheduler runs in UTC; due instants live in the store and are looked up. Everything waits on the monotonic
clock; when the wall clock is set, every interval begins anew.
"""

import random
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from syndication import log
from syndication.errors import SyndicationError

_FIRST_RETRY = 1.0
_LAST_RETRY = 60.0
_DUE = "due"


def now() -> datetime:
    """Return the present instant, UTC."""
    return datetime.now(UTC)


class Worker:
    """A thread that does its work whenever it was woken, and once more after a growing pause when it failed.

    `tell` hears of each failure, and None of each success.
    """

    def __init__(self, name: str, work: Callable[[], None], tell: Callable[[str, str | None], None]) -> None:
        self.name = name
        self._work = work
        self._tell = tell
        self._log = log.get(job=name)
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._failures = 0
        self._started: float | None = None

    def start(self) -> None:
        """Begin, with a first run at once."""
        self.wake()
        self._thread.start()

    def wake(self) -> None:
        """Ask for a run; askings while one is under way are answered by one more."""
        self._wake.set()

    def stop(self) -> None:
        """Ask the thread to end after what it is doing."""
        self._stop.set()
        self._wake.set()

    def busy(self) -> float:
        """Return for how many seconds the present run has lasted, 0 when there is none."""
        started = self._started
        return 0.0 if started is None else time.monotonic() - started

    def join(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds for the end; say whether it has come."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        pause: float | None = None
        while True:
            self._wake.wait(pause)
            self._wake.clear()
            if self._stop.is_set():
                return
            pause = self._once()

    def _once(self) -> float | None:
        """Run once; return the seconds until a retry, None when all is well."""
        self._started = time.monotonic()
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - a job that fails must not end its thread
            self._failures += 1
            jitter = random.uniform(0.8, 1.2)  # noqa: S311 - not a secret
            pause = min(_LAST_RETRY, _FIRST_RETRY * 2.0 ** min(self._failures - 1, 10)) * jitter
            unknown = not isinstance(error, SyndicationError)
            self._log.error(
                "job_failed", error=str(error), retry_in=round(pause, 1), key=self.name, exc_info=unknown
            )
            self._tell(self.name, str(error))
            return pause
        finally:
            self._started = None
        self._failures = 0
        self._tell(self.name, None)
        return None


class Schedule:
    """Wakes workers by interval, by cron and at one due instant."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def every(self, seconds: float, name: str, wake: Callable[[], None]) -> None:
        """Call `wake` each `seconds`."""
        self._scheduler.add_job(wake, IntervalTrigger(seconds=seconds, timezone=UTC), id=name, name=name)

    def cron(self, expressions: Mapping[str, str], timezone: str, wake: Callable[[str], None]) -> None:
        """Call `wake(name)` by each name's five-field expression, in wall-clock time of `timezone`."""
        for name, expression in expressions.items():
            trigger = CronTrigger.from_crontab(expression, timezone=timezone)
            self._scheduler.add_job(wake, trigger, args=(name,), id=f"cron:{name}", name=name)

    def at(self, instant: datetime | None, wake: Callable[[], None]) -> None:
        """Call `wake` at `instant`; the instant given before is forgotten."""
        if instant is not None:
            trigger = DateTrigger(max(instant, now()), timezone=UTC)
            self._scheduler.add_job(wake, trigger, id=_DUE, name=_DUE, replace_existing=True)
        elif self._scheduler.get_job(_DUE):
            self._scheduler.remove_job(_DUE)

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def clock_was_set(self) -> None:
        """Begin every interval anew: next-run times are wall-clock and would lie an hour or a year away."""
        for job in self._scheduler.get_jobs():
            if isinstance(job.trigger, IntervalTrigger):
                job.modify(next_run_time=now() + timedelta(seconds=1))
            elif isinstance(job.trigger, CronTrigger):
                job.reschedule(job.trigger)

    def stop(self) -> None:
        """End without waiting for what runs."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


class ClockGuard:
    """Notices that the wall clock was set, by holding it against the monotonic clock."""

    _TOLERANCE = 2.0

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def moved(self) -> float | None:
        """Return by how many seconds the wall clock jumped since the last look, None if it did not."""
        offset = time.time() - time.monotonic()
        jump, self._offset = offset - self._offset, offset
        return jump if abs(jump) > self._TOLERANCE else None
