"""Accepts deliveries: each is stored, repeated or quarantined, and only then may its source forget it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import NamedTuple, Protocol

import msgspec

from syndication import parse
from syndication.errors import CannotStore, StoreUnusable, Undecided, UnknownName, UnreadableCopy
from syndication.ingest.acceptance import Accepted, accept
from syndication.ingest.house import House
from syndication.ingest.settlement import Kin
from syndication.model import Article, Delivery, Hints
from syndication.store import Cursors, Deliveries, Quarantine, Refused

_HOUSE = House()


class Intake(Kin, Protocol):
    """What ingest asks of a store."""

    deliveries: Deliveries
    quarantine: Quarantine
    cursors: Cursors

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""

    def attempt(self) -> AbstractContextManager[None]:
        """Open a part of it that can fail alone."""


class Outcome(NamedTuple):
    """What became of one delivery. `number` and `reason` belong to a quarantine entry.

    A delivery of many stories can be both: the readable ones are stored, the whole is kept for the others.
    """

    delivery: Delivery
    stories: tuple[Accepted, ...] = ()
    repeated: bool = False
    number: int | None = None
    reason: str | None = None


class _Read(NamedTuple):
    """What a delivery turned out to hold, each story with whether its wire numbers it.

    `reason` is why it, or what is left of it, cannot be read.
    """

    digest: bytes
    stories: tuple[tuple[Article, bool], ...] = ()
    reason: str | None = None


def ingest(
    store: Intake,
    deliveries: Sequence[Delivery],
    now: datetime,
    house: House = _HOUSE,
    follower: Callable[[datetime], None] | None = None,
) -> list[Outcome]:
    """Store a batch durably and return what became of each; raise CannotStore and nothing was stored.

    One delivery that cannot be read or stored never holds up the next. `follower` is called with `now` in the
    same transaction: who follows the log and needs little time saves a second sync of the disk. Whatever it
    raises undoes the batch.
    """
    read = [_read(store, delivery, house) for delivery in deliveries]
    with store.write():
        outcomes = [_take(store, d, r, now) for d, r in zip(deliveries, read, strict=True)]
        if follower is not None:
            follower(now)
    return outcomes


def retry(
    store: Intake,
    number: int,
    hints: Mapping[str, Hints],
    now: datetime,
    house: House = _HOUSE,
) -> Outcome:
    """Ingest a quarantine entry again; it leaves the quarantine when it succeeds.

    `hints` are those of each source by name. Raise UnknownName where there is no such entry.
    """
    entry = store.quarantine.get(number)
    if entry is None:
        raise UnknownName("no such quarantine entry", str(number))
    delivery = Delivery(
        data=entry.data or b"",
        source=entry.source,
        locator=entry.locator,
        received=entry.received,
        hints=hints.get(entry.source, Hints()),
        refused=entry.reason if entry.data is None else None,
    )
    (outcome,) = ingest(store, [delivery], now, house)
    if outcome.reason is None:
        with store.write():
            store.quarantine.drop(number)
    return outcome


def _read(store: Intake, delivery: Delivery, house: House) -> _Read:
    """Return the stories (none for bytes that were accepted before), and why there are no more."""
    digest = hashlib.blake2b(delivery.data, digest_size=16).digest()
    if delivery.refused is not None:
        return _Read(digest, reason=delivery.refused)
    if store.deliveries.seen(digest):
        return _Read(digest)
    stories: list[tuple[Article, bool]] = []
    reasons: list[str] = []
    with _contained("the parser failed on it", reasons):
        form = parse.detect(delivery)
        for reading in form.parse(msgspec.structs.replace(delivery, explained=False)):
            versioned = form.versioned and reading.numbered
            stories.append((house.received(reading.article), versioned))  # those before an error count
    return _Read(digest, tuple(stories), _last(reasons))


@contextmanager
def _contained(what: str, reasons: list[str]) -> Iterator[None]:
    """Let whatever a delivery does to us stay with that delivery, and enter why; a store that fails fails for all."""
    try:
        yield
    except (UnreadableCopy, Undecided) as error:
        reasons.append(error.what)
    except (CannotStore, StoreUnusable):
        raise
    except Exception as error:  # noqa: BLE001 - no copy may hold up what comes after it
        reasons.append(f"{what}: {type(error).__name__}: {error}"[:500])


def _last(reasons: Sequence[str]) -> str | None:
    return reasons[-1] if reasons else None


def _take(store: Intake, delivery: Delivery, read: _Read, now: datetime) -> Outcome:
    accepted: list[Accepted] = []
    reasons: list[str] = []
    for article, versioned in read.stories:
        with _contained("a story in it cannot be stored", reasons), store.attempt():
            accepted += tuple(accept(store, article, now, versioned=versioned))  # all of it or nothing
    reasons += [story.doubt for story in accepted if story.doubt is not None]
    if delivery.cursor is not None:
        store.cursors.save(delivery.source, delivery.cursor)
    reason = _last(reasons) or read.reason
    if reason is not None:
        return _refuse(store, delivery, reason)._replace(stories=tuple(accepted))
    if not store.deliveries.remember(
        read.digest, delivery.received
    ):  # accepted before, maybe since it was read
        return Outcome(delivery, repeated=True)
    return Outcome(delivery, tuple(accepted))


def _refuse(store: Intake, delivery: Delivery, reason: str) -> Outcome:
    data = None if delivery.refused is not None else delivery.data
    number = store.quarantine.put(
        Refused(0, delivery.source, delivery.locator, delivery.received, reason, len(delivery.data), data)
    )
    return Outcome(delivery, number=number, reason=reason)
