"""From the sources to the published files: what each worker does when it is woken."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from msgspec import structs

from syndication import ingest, log
from syndication.config import Configuration
from syndication.editions import Editions, faults
from syndication.errors import CannotStore
from syndication.ingest import House, Origin, Outcome
from syndication.model import Delivery
from syndication.schedule import Schedule, Worker, now
from syndication.sources.folder import FolderSource
from syndication.store import Store

_RESCAN = 60.0
_SAFETY_NET = 5.0
_HOUSEKEEPING = 6 * 3600.0
_SETTLE_LOOK = 0.2
_KEPT_BACK = "the store is new and knows no story of it: what was published before is kept until one comes"
_OF_FEEDS = ("feed ", "files of ")
_EMPTIED = "it would be empty, as no story of the store matches it: the last edition is kept"


class Watch(Protocol):
    """Something that watches a source until it is stopped."""

    def stop(self) -> None:
        """Stop."""


class _At:
    """A source whose copy is received at one given instant."""

    def __init__(self, source: FolderSource, instant: datetime) -> None:
        self._source = source
        self._instant = instant
        self.acknowledge = source.acknowledge

    def deliveries(self) -> Iterator[Delivery]:
        """Yield what lies ready, as received at the instant."""
        for delivery in self._source.deliveries():
            yield structs.replace(delivery, received=self._instant)


class Pipeline:
    """The workers of one daemon and their schedule. `published` is set once everything was up to date."""

    def __init__(
        self,
        store: Store,
        editions: Editions,
        sources: Sequence[FolderSource],
        configuration: Configuration,
        house: House,
    ) -> None:
        self._log = log.get()
        self._store = store
        self._editions = editions
        self._names = {feed.name for feed in configuration.feeds}
        self._crons = {feed.name: feed.cron for feed in configuration.feeds if feed.cron}
        self._timezone = configuration.site.timezone
        self._sources = tuple(sources)
        self._house = house
        self.published = threading.Event()
        self._stopping = threading.Event()
        self._due_feeds: set[str] = set()
        self._schedule = Schedule()
        self._repaired = False
        self._follows_along = False
        self._printer = Worker("editions", self._edit, self._note)
        self._keeper = Worker("housekeeping", self._tidy, self._note)
        self._collectors = [
            Worker(f"source {s.name}", partial(self._drain, s), self._note) for s in self._sources
        ]
        self._workers = [*self._collectors, self._printer, self._keeper]
        self._watches: list[Watch] = []

    def start(self) -> None:
        """Begin: watch the sources, run every worker once."""
        for source, worker in zip(self._sources, self._collectors, strict=True):
            self._watches.append(source.watch(worker.wake))
            self._schedule.every(_RESCAN, f"rescan {source.name}", worker.wake)
        self._schedule.every(_SAFETY_NET, "editions", self._printer.wake)
        self._schedule.every(_HOUSEKEEPING, "housekeeping", self._keeper.wake)
        self._schedule.cron(self._crons, self._timezone, self._feed_due)
        self._schedule.start()
        for worker in self._workers:
            worker.start()

    def once(self, instant: datetime) -> bool:
        """Do one full round in this thread, as at `instant`; say whether every feed could be published."""
        self._editions.repair()
        for source in self._sources:
            origin = _At(source, instant)
            self._collect(origin, lambda: instant)
            while source.settling:
                time.sleep(_SETTLE_LOOK)
                self._collect(origin, lambda: instant)
        return self._refresh(instant, frozenset(self._crons))

    def stop(self, seconds: float) -> bool:
        """Stop every worker after what it is doing; say whether all ended within `seconds`."""
        self._stopping.set()
        for watch in self._watches:
            watch.stop()
        self._schedule.stop()
        for worker in self._workers:
            worker.stop()
        deadline = time.monotonic() + seconds
        ended = [worker.join(max(0.0, deadline - time.monotonic())) for worker in self._workers]
        return all(ended)

    def clock_was_set(self, jump: float) -> None:
        """Take note that the wall clock jumped by so many seconds."""
        self._log.warning("clock_was_set", seconds=round(jump))
        self._schedule.clock_was_set()
        self._printer.wake()

    def stuck(self, seconds: float) -> list[str]:
        """Return the workers that have been at one piece of work for longer than `seconds`."""
        return [worker.name for worker in self._workers if worker.busy() > seconds]

    def _drain(self, source: FolderSource) -> None:
        """Empty one source and show in the status what keeps copy from coming in."""
        self._collect(source, now)
        self._note(f"folder of {source.name}", source.trouble)

    def _collect(self, source: Origin, clock: Callable[[], datetime]) -> None:
        """Empty one source, and have the editions follow each batch."""
        for outcomes in ingest.collect(self._store, source, clock, self._house, self._follow_along):
            self._printer.wake()
            for outcome in outcomes:
                self._tell(outcome)
            if self._stopping.is_set():
                return  # the rest waits at its source

    def _follow_along(self, instant: datetime) -> None:
        """Let the editions follow a batch in its own transaction.

        Where they cannot, the batch is undone; the next try goes without them, so that their fault, of which
        their own worker will tell, keeps no copy from coming in.
        """
        if self._follows_along:
            self._follows_along = False
            self._editions.follow_along(instant)
            self._follows_along = True

    def _edit(self) -> None:
        """Bring the editions up to date, and come back at the next due instant.

        The first run that succeeds begins with repairing what a crash left.
        """
        if not self._repaired:
            self._editions.repair()
            self._repaired = True
        due, self._due_feeds = self._due_feeds, set()
        if self._refresh(now(), frozenset(due), short=True):
            self.published.set()
        self._follows_along = True
        instants = (self._store.articles.next_turn(), self._editions.next_due())
        self._schedule.at(min((t for t in instants if t), default=None), self._printer.wake)

    def _refresh(self, instant: datetime, scheduled: frozenset[str], *, short: bool = False) -> bool:
        """Log what the clock has turned, print what is stale; say whether all of it could be published."""
        ingest.turn(self._store, instant)
        result = self._editions.refresh(instant, scheduled=scheduled, short=short)
        if result.more and short:
            self._printer.wake()
        subjects = [n.subject for n in self._store.notices.all()]
        ended = (s for s in subjects if s.startswith(_OF_FEEDS) and s.rpartition(" ")[2] not in self._names)
        notices: dict[str, str | None] = dict.fromkeys(ended)
        notices |= {f"feed {p.feed}": p.failure for p in result.printed}
        notices |= {f"files of {p.feed}": _KEPT_BACK if p.kept_back else None for p in result.printed}
        notices |= dict.fromkeys(subject for subject in subjects if subject.startswith("query of "))
        waiting = self._names - {p.feed for p in result.printed}
        notices |= dict.fromkeys(f.subject for f in faults(subjects) if f.feed not in waiting)
        notices |= {f.subject: f.said for p in result.printed for f in p.faults}
        notices |= {f"query of {name}": _EMPTIED for name in result.emptied}
        for subject, text in notices.items():
            if text is None:
                self._store.notices.clear(subject)
            elif self._store.notices.raise_(subject, text, instant):
                self._log.error("notice", subject=subject, text=text, key=subject)
        for printed in result.printed:
            self._log.info("published", feed=printed.feed, written=printed.written, rendered=printed.rendered)
        return not any(printed.failure for printed in result.printed)

    def _feed_due(self, name: str) -> None:
        self._due_feeds.add(name)
        self._printer.wake()

    def _tidy(self) -> None:
        self._log.info("tidied", **self._editions.tidy(now())._asdict())

    def _note(self, worker: str, failure: str | None) -> None:
        """Show in the status that a worker cannot do its work, or that it can again."""
        try:
            if failure is None:
                self._store.notices.clear(worker)
            else:
                self._store.notices.raise_(worker, failure, now())
        except CannotStore:
            return  # a full disk takes no notice; the log has it

    def _tell(self, outcome: Outcome) -> None:
        bound = self._log.bind(source=outcome.delivery.source, locator=outcome.delivery.locator)
        if outcome.reason is not None:
            key = outcome.delivery.locator
            bound.warning("quarantined", number=outcome.number, reason=outcome.reason, key=key)
        elif outcome.repeated:
            bound.info("repeated")
        for story in outcome.stories:
            bound.info("stored", guid=story.guid, version=story.version, decision=story.decision)
