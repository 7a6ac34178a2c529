"""The daemon: takes the lock, starts the pipeline and the web process, ends both in time.

SIGTERM and SIGINT end it within ten seconds whatever clients do, a second one at once. The web process is
started again when it dies; it dies with us, however we die.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import FrameType

from syndication import log, parse, web
from syndication.config import Configuration
from syndication.daemon.assembly import open_configured_store, pipeline, web_settings
from syndication.daemon.lock import exclusive, lock_path
from syndication.daemon.pipeline import Pipeline
from syndication.daemon.samples import drop_samples
from syndication.daemon.systemd import notify
from syndication.errors import CannotServe, StoreUnusable
from syndication.schedule import ClockGuard, now
from syndication.store import Store

_TICK = 1.0
_SWITCH_SECONDS = 0.0005
_WORKERS_SECONDS = 5.0
_STUCK_SECONDS = 300.0
_LONGEST_PAUSE = 30.0


def run(configuration: Configuration, *, samples: bool = False) -> None:
    """Run until SIGTERM or SIGINT; raise SyndicationError where it cannot start.

    `samples` puts sample copy into the first folder when the store has never accepted anything.
    """
    with exclusive(lock_path(configuration)), open_configured_store(configuration) as store:
        if samples and configuration.sources and not store.deliveries.count():
            drop_samples(configuration.sources[0].path)
        _Service(configuration, pipeline(configuration, store), store).run()


def run_once(configuration: Configuration, instant: datetime | None = None) -> bool:
    """Do one full round without serving, as at `instant`; say whether every feed could be published."""
    with exclusive(lock_path(configuration)), open_configured_store(configuration) as store:
        return pipeline(configuration, store).once(instant or now())


class _Service:
    def __init__(self, configuration: Configuration, work: Pipeline, state: Store) -> None:
        self._log = log.get()
        self._settings = web_settings(configuration)
        self._pipeline = work
        self._state = state
        self._stopping = threading.Event()

    def run(self) -> None:
        """Serve until told to stop."""
        parse.FORMATS.load()
        # A thread that waits for the interpreter gets it within this time; the default adds 5 ms to a story's way.
        sys.setswitchinterval(_SWITCH_SECONDS)
        with self._signals():
            self._server = web.start(self._settings)
            try:
                self._pipeline.start()
                self._log.info("running", address=f"http://{self._settings.host}:{self._server.port}/")
                self._watch()
            finally:
                notify("STOPPING=1")
                self._server.stop()
                ended = self._pipeline.stop(_WORKERS_SECONDS)
                self._log.info("stopped", workers_ended=ended)

    def _watch(self) -> None:
        """Look each second after what could go wrong without an exception."""
        guard = ClockGuard()
        deaths, not_before = 0, 0.0
        ready = False
        while not self._stopping.wait(_TICK):
            if (jump := guard.moved()) is not None:
                self._pipeline.clock_was_set(jump)
            if self._server.ended() is not None and time.monotonic() >= not_before:
                deaths += 1
                not_before = time.monotonic() + min(2.0**deaths, _LONGEST_PAUSE)
                self._restart(deaths)
            if not self._state.in_place():
                raise StoreUnusable("was removed or replaced while the daemon runs", str(self._state.path))
            stuck = self._pipeline.stuck(_STUCK_SECONDS)
            if stuck:
                self._log.error("stuck", workers=stuck, key="stuck")
            elif self._server.ended() is None:
                if not ready and self._pipeline.published.is_set():
                    ready = True
                    notify("READY=1")
                notify("WATCHDOG=1")

    def _restart(self, deaths: int) -> None:
        self._log.error("web_process_died", status=self._server.ended(), deaths=deaths)
        try:
            self._server = web.start(self._settings)
        except CannotServe as error:
            self._log.error("web_process_not_started", error=str(error))

    @contextmanager
    def _signals(self) -> Iterator[None]:
        def stop(number: int, _frame: FrameType | None) -> None:
            if self._stopping.is_set():
                os._exit(128 + number)
            self._stopping.set()

        before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
