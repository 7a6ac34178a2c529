"""From the sources to the published files: what each worker does when it is woken."""

import time
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from syndication import ingest, log
from syndication.editions import Editions, Publication, Round
from syndication.ingest import Outcome
from syndication.model import Feed, Site
from syndication.schedule import Schedule, Worker, now
from syndication.sources import FolderSource
from syndication.store import Store

_RESCAN = 60.0
_SAFETY_NET = 5.0
_HOUSEKEEPING = 6 * 3600.0


class Stop(Protocol):
    """Something that can be stopped."""

    def stop(self) -> None:
        """Stop."""


class Pipeline:
    """The workers of one daemon, their schedule, and what they share."""

    def __init__(
        self, store: Store, publication: Publication, site: Site, feeds: Sequence[Feed],
        sources: Sequence[FolderSource],
    ) -> None:
        self._log = log.get()
        self._store = store
        self._feeds = tuple(feeds)
        self._timezone = site.timezone
        self._editions = Editions(store, publication, site, feeds)
        self._sources = tuple(sources)
        self._due_feeds: set[str] = set()
        self._schedule = Schedule()
        self._printer = Worker("editions", self.edit)
        self._keeper = Worker("housekeeping", self._tidy)
        self._collectors = [Worker(f"source {s.name}", partial(self.collect, s)) for s in self._sources]
        self._watches: list[Stop] = []

    def start(self) -> None:
        """Begin: repair what a crash left, watch the sources, run every worker once."""
        self._editions.repair()
        for source, worker in zip(self._sources, self._collectors, strict=True):
            self._watches.append(source.watch(worker.wake))
            self._schedule.every(_RESCAN, f"rescan {source.name}", worker.wake)
        self._schedule.every(_SAFETY_NET, "editions", self._printer.wake)
        self._schedule.every(_HOUSEKEEPING, "housekeeping", self._keeper.wake)
        self._schedule.cron({f.name: f.cron for f in self._feeds if f.cron}, self._timezone, self._feed_due)
        self._schedule.start()
        for worker in self._workers:
            worker.start()

    def once(self) -> bool:
        """Do one full round in this thread and return whether every feed could be published."""
        self._editions.repair()
        for source in self._sources:
            self.collect(source)
        names = frozenset(feed.name for feed in self._feeds)
        return not any(p.failure for p in self._refresh(names).printed)

    def stop(self, seconds: float) -> bool:
        """Stop every worker after what it is doing; say whether all ended within `seconds`."""
        for watch in self._watches:
            watch.stop()
        self._schedule.stop()
        for worker in self._workers:
            worker.stop()
        deadline = time.monotonic() + seconds
        return all([worker.join(max(0.0, deadline - time.monotonic())) for worker in self._workers])

    def clock_was_set(self, jump: float) -> None:
        """Take note that the wall clock jumped by so many seconds."""
        self._log.warning("clock_was_set", seconds=round(jump))
        self._schedule.clock_was_set()
        self._printer.wake()

    def stuck(self, seconds: float) -> list[str]:
        """Return the workers that have been at one piece of work for longer than `seconds`."""
        return [worker.name for worker in self._workers if worker.busy() > seconds]

    def collect(self, source: FolderSource) -> None:
        """Empty one source, and have the editions follow each batch."""
        for outcomes in ingest.collect(self._store, source, now):
            self._printer.wake()
            for outcome in outcomes:
                self._tell(outcome)

    def edit(self) -> None:
        """Log what the clock has turned, print what is stale, and come back at the next due instant."""
        due, self._due_feeds = self._due_feeds, set()
        self._refresh(frozenset(due))
        instants = (self._store.articles.next_turn(), self._editions.next_due())
        self._schedule.at(min((t for t in instants if t), default=None), self._printer.wake)

    def _refresh(self, scheduled: frozenset[str]) -> Round:
        instant = now()
        while True:
            with self._store.write():
                turned = ingest.turn(self._store, instant)
            if not turned:
                break
        result = self._editions.refresh(instant, scheduled=scheduled)
        for printed in result.printed:
            subject = f"feed {printed.feed}"
            if printed.failure:
                self._store.notices.raise_(subject, printed.failure, instant)
                self._log.error("not_published", feed=printed.feed, error=printed.failure)
                continue
            self._store.notices.clear(subject)
            self._log.info("published", feed=printed.feed, files=printed.files, rendered=printed.rendered)
        self._tell_emptied(result, instant)
        return result

    def _tell_emptied(self, result: Round, instant: datetime) -> None:
        for feed in self._feeds:
            subject = f"query of {feed.name}"
            if feed.name not in result.emptied:
                self._store.notices.clear(subject)
            elif self._store.notices.raise_(subject, "its new query matches no story: last edition kept", instant):
                self._log.warning("feed_would_be_empty", feed=feed.name)

    def _feed_due(self, name: str) -> None:
        self._due_feeds.add(name)
        self._printer.wake()

    def _tidy(self) -> None:
        with self._store.write():
            forgotten = self._store.windows.prune()
        self._log.info("tidied", kept_entries_forgotten=forgotten)

    def _tell(self, outcome: Outcome) -> None:
        bound = self._log.bind(source=outcome.delivery.source, locator=outcome.delivery.locator)
        if outcome.reason is not None:
            bound.warning(
                "quarantined", number=outcome.number, reason=outcome.reason, key=outcome.delivery.locator
            )
        elif outcome.repeated:
            bound.info("repeated")
        for story in outcome.stories:
            bound.info("stored", guid=story.guid, version=story.version, decision=story.decision)

    @property
    def _workers(self) -> list[Worker]:
        return [*self._collectors, self._printer, self._keeper]
