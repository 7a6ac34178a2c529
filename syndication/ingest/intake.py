"""Accepts deliveries: each is stored, repeated or quarantined, and only then may its source forget it."""

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from syndication import parse
from syndication.errors import SyndicationError, UnreadableCopy
from syndication.ingest.acceptance import Accepted, Stories, accept
from syndication.model import Delivery, Reading
from syndication.store import Cursors, Deliveries, Quarantine, Refused


class Intake(Stories, Protocol):
    """What ingest asks of a store."""

    deliveries: Deliveries
    quarantine: Quarantine
    cursors: Cursors

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""

    def attempt(self) -> AbstractContextManager[None]:
        """Open a part of it that can fail alone."""


class Outcome(NamedTuple):
    """What became of one delivery. `number` and `reason` belong to a quarantine entry."""

    delivery: Delivery
    stories: tuple[Accepted, ...] = ()
    repeated: bool = False
    number: int | None = None
    reason: str | None = None


def ingest(store: Intake, deliveries: Sequence[Delivery], now: datetime) -> list[Outcome]:
    """Store a batch durably and return what became of each; raise CannotStore and nothing was stored.

    One delivery that cannot be read or stored never holds up the next.
    """
    read = [_read(store, delivery) for delivery in deliveries]
    with store.write():
        return [_take(store, d, r, now) for d, r in zip(deliveries, read, strict=True)]


def _read(store: Intake, delivery: Delivery) -> list[Reading] | str:
    """Return the stories (none for bytes that were accepted before), or why there are none."""
    try:
        if store.deliveries.seen(_digest(delivery)):
            return []
        return list(parse.parse(delivery))
    except UnreadableCopy as error:
        return error.what
    except Exception as error:  # noqa: BLE001 - whatever a delivery does to a parser stays with that delivery
        return f"the parser failed on it: {type(error).__name__}: {error}"[:500]


def _take(store: Intake, delivery: Delivery, read: list[Reading] | str, now: datetime) -> Outcome:
    if isinstance(read, str):
        return _refuse(store, delivery, read)
    digest = _digest(delivery)
    if store.deliveries.seen(digest):
        return Outcome(delivery, repeated=True)
    try:
        with store.attempt():
            stories = tuple(
                accept(store, r.article, now, versioned=parse.FORMATS[r.article.source.format].versioned)
                for r in read
            )
            store.deliveries.remember(digest, delivery.received)
            if delivery.cursor is not None:
                store.cursors.save(delivery.source, delivery.cursor)
    except (SyndicationError, ValueError, OverflowError) as error:
        return _refuse(store, delivery, f"a story in it cannot be stored: {error}")
    return Outcome(delivery, stories)


def _digest(delivery: Delivery) -> bytes:
    return hashlib.blake2b(delivery.data, digest_size=16).digest()


def _refuse(store: Intake, delivery: Delivery, reason: str) -> Outcome:
    number = store.quarantine.put(
        Refused(
            0, delivery.source, delivery.locator, delivery.received, reason, len(delivery.data), delivery.data
        )
    )
    if delivery.cursor is not None:
        store.cursors.save(delivery.source, delivery.cursor)
    return Outcome(delivery, number=number, reason=reason)
