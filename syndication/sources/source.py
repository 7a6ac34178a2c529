"""The shape of every source: it yields Deliveries and forgets them only when told."""

from collections.abc import Iterator
from typing import Protocol

from syndication.model import Delivery


class Source(Protocol):
    """Where copy comes from. It knows neither parsers nor the store.

    A delivery that is never acknowledged comes again at the next look: nothing is lost. `acknowledge` is
    called only after the store has the delivery durably (as stories or in quarantine).
    """

    name: str

    def deliveries(self) -> Iterator[Delivery]:
        """Yield what lies ready now; return when there is nothing more."""

    def acknowledge(self, delivery: Delivery) -> None:
        """Put the delivered piece aside: it is safe elsewhere."""
