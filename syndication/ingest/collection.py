"""Empties a source: in batches, each durable before the source may forget it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from syndication.ingest.house import House
from syndication.ingest.intake import Intake, Outcome, ingest
from syndication.model import Delivery

_BATCH = 200
_BATCH_BYTES = 8_000_000
_HOUSE = House()


class Origin(Protocol):
    """What collecting asks of a source."""

    def deliveries(self) -> Iterator[Delivery]:
        """Yield what lies ready now."""

    def acknowledge(self, delivery: Delivery) -> None:
        """Put the delivered piece aside."""


def collect(
    store: Intake,
    origin: Origin,
    clock: Callable[[], datetime],
    house: House = _HOUSE,
    follower: Callable[[datetime], None] | None = None,
) -> Iterator[list[Outcome]]:
    """Yield the outcomes of each batch once it is stored; it is acknowledged before the next is looked at.

    `follower` works in the same transaction. Raise CannotStore and the batch stays at its source.
    """
    for batch in _batches(origin.deliveries()):
        outcomes = ingest(store, batch, clock(), house, follower)
        try:
            yield outcomes  # whoever publishes need not wait for files to be moved aside
        finally:
            for delivery in batch:
                origin.acknowledge(delivery)


def _batches(deliveries: Iterator[Delivery]) -> Iterator[list[Delivery]]:
    """Cut a stream into batches: many stories share one sync of the disk, memory stays bounded."""
    batch: list[Delivery] = []
    size = 0
    for delivery in deliveries:
        batch.append(delivery)
        size += len(delivery.data)
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
