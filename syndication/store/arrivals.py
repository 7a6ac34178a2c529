"""What the other rooms ask of a store about what arrives: accepted and refused bytes, cursors, notices.

Like `protocols.py`: instants are aware UTC datetimes, and what writes runs inside `Transactions.write()`.
"""

from datetime import datetime
from typing import NamedTuple, Protocol


class Refused(NamedTuple):
    """One entry of the quarantine; `data` is None where the bytes stayed at their source."""

    number: int
    source: str
    locator: str
    received: datetime
    reason: str
    size: int
    data: bytes | None


class Deliveries(Protocol):
    """Which bytes were accepted before."""

    def seen(self, digest: bytes) -> bool:
        """Say whether these very bytes were accepted."""

    def remember(self, digest: bytes, received: datetime) -> bool:
        """Remember that they were; return whether that is new."""

    def count(self) -> int:
        """Return how many different deliveries were accepted."""


class Quarantine(Protocol):
    """What could not be ingested."""

    def put(self, refused: Refused) -> int:
        """Keep it and return its number (the one in it is not read).

        The same bytes from the same place keep their number.
        """

    def entries(self, limit: int = 1000) -> list[Refused]:
        """Return the newest entries without their bytes."""

    def get(self, number: int) -> Refused | None:
        """Return one entry with its bytes, or None."""

    def drop(self, number: int) -> None:
        """Forget one entry."""

    def count(self) -> int:
        """Return how many there are."""


class Cursors(Protocol):
    """What each source, and housekeeping, remembers; only they know what is inside."""

    def load(self, source: str) -> bytes | None:
        """Return the source's cursor, or None."""

    def save(self, source: str, cursor: bytes) -> None:
        """Keep the source's cursor."""


class Notice(NamedTuple):
    """A condition that lasts, such as a source that cannot be read: what `status` shows."""

    subject: str
    text: str
    since: datetime


class Notices(Protocol):
    """What is wrong at present. Its methods write by themselves, outside any transaction."""

    def raise_(self, subject: str, text: str, at: datetime) -> bool:
        """Note a condition; say whether it is a new one."""

    def clear(self, subject: str) -> bool:
        """Note that the condition of this subject has ended; say whether there was one."""

    def all(self) -> list[Notice]:
        """Return the conditions that last, oldest first."""
