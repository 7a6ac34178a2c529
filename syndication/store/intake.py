"""What arrived: accepted bytes, refused bytes, and each source's own memory, in SQLite."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from syndication.store.arrivals import Notice, Refused
from syndication.store.instants import instant, micros
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("intake")


class SqliteDeliveries:
    """`protocols.Deliveries`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def seen(self, digest: bytes) -> bool:
        """Say whether these very bytes were accepted."""
        return bool(self._database.query(_SQL["seen"], (digest,)))

    def remember(self, digest: bytes, received: datetime) -> bool:
        """Remember that they were; return whether that is new."""
        values = (digest, micros(received))
        return self._database.connection.execute(_SQL["remember"], values).rowcount == 1

    def count(self) -> int:
        """Return how many different deliveries were accepted."""
        count: int = self._database.query(_SQL["deliveries"])[0][0]
        return count


class SqliteQuarantine:
    """`protocols.Quarantine`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def put(self, refused: Refused) -> int:
        """Keep it and return its number."""
        _, source, locator, received, reason, size, data = refused
        place = f"{source}\0{locator}\0{size}\0".encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(place + (data or b""), digest_size=16).digest()
        values = (digest, source, _storable(locator), micros(received), _storable(reason), size, data)
        number: int = self._database.connection.execute(_SQL["put"], values).fetchone()[0]
        return number

    def entries(self, limit: int = 1000) -> list[Refused]:
        """Return the newest entries without their bytes."""
        return [_refused(row) for row in self._database.query(_SQL["entries"], (limit,))]

    def get(self, number: int) -> Refused | None:
        """Return one entry with its bytes, or None."""
        rows = self._database.query(_SQL["get"], (number,))
        return _refused(rows[0]) if rows else None

    def drop(self, number: int) -> None:
        """Forget one entry."""
        self._database.connection.execute(_SQL["drop"], (number,))

    def count(self) -> int:
        """Return how many there are."""
        count: int = self._database.query(_SQL["refused"])[0][0]
        return count


class SqliteCursors:
    """`protocols.Cursors`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def load(self, source: str) -> bytes | None:
        """Return the source's cursor, or None."""
        rows = self._database.query(_SQL["load"], (source,))
        return rows[0][0] if rows else None

    def save(self, source: str, cursor: bytes) -> None:
        """Keep the source's cursor."""
        self._database.connection.execute(_SQL["save"], (source, cursor))


class SqliteNotices:
    """`protocols.Notices`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def raise_(self, subject: str, text: str, at: datetime) -> bool:
        """Note a condition; say whether it is a new one."""
        if self._database.query(_SQL["notice"], (subject,)) == [(text,)]:
            return False
        with self._database.write():
            self._database.connection.execute(_SQL["raise"], (subject, text, micros(at)))
        return True

    def clear(self, subject: str) -> bool:
        """Note that the condition of this subject has ended; say whether there was one."""
        if not self._database.query(_SQL["notice"], (subject,)):
            return False
        with self._database.write():
            self._database.connection.execute(_SQL["clear"], (subject,))
        return True

    def all(self) -> list[Notice]:
        """Return the conditions that last, oldest first."""
        return [Notice(s, t, instant(at)) for s, t, at in self._database.query(_SQL["notices"])]


def _storable(text: str) -> str:
    """Return text that SQLite takes: half a surrogate pair, as in a name that is no UTF-8, is escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _refused(row: tuple[int, str, str, int, str, int, bytes | None]) -> Refused:
    number, source, locator, received, reason, size, data = row
    return Refused(number, source, locator, instant(received), reason, size, data)
