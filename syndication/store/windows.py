"""What each feed holds, and the entries kept for it, in SQLite."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING

import msgspec

from syndication.model import Article, Edition
from syndication.store import places
from syndication.store.articles import story
from syndication.store.documents import unpack
from syndication.store.instants import instant, maybe_instant, maybe_micros, micros
from syndication.store.protocols import Shown, Story, Window
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("windows")
_BEGINNING = -(2**62)


class SqliteWindows:
    """`protocols.Windows`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def load(self, name: str) -> Window:
        """Return the feed's window; an unknown feed gets an empty one (inside `write()`)."""
        rows = self._database.query(_SQL["load"], (name,))
        if not rows:
            self._database.connection.execute(_SQL["create"], (name,))
            rows = self._database.query(_SQL["load"], (name,))
        return _window(rows[0])

    def all(self) -> dict[str, Window]:
        """Return every window by the name of its feed."""
        return {window.name: window for window in map(_window, self._database.query(_SQL["all"]))}

    def shown(self, name: str) -> tuple[Shown, ...]:
        """Return what the feed holds; nothing for an unknown one."""
        rows = self._database.query(_SQL["load"], (name,))
        return _window(rows[0]).shown if rows else ()

    def definitions(self) -> dict[str, str]:
        """Return the feeds that have a window, each with what it was computed for."""
        return dict(self._database.query(_SQL["definitions"]))

    def pending(self) -> dict[str, bool]:
        """Return the feeds whose files still have to be written, each with whether that is urgent."""
        return {name: bool(urgent) for name, urgent in self._database.query(_SQL["pending"])}

    def next_due(self) -> datetime | None:
        """Return the next instant at which a window changes without an arrival, or None."""
        return maybe_instant(self._database.query(_SQL["next due"])[0][0])

    def save(self, window: Window) -> None:
        """Keep the window."""
        self._database.connection.execute(
            _SQL["save"],
            (
                window.definition,
                maybe_micros(window.updated),
                maybe_micros(window.due),
                window.pending,
                window.urgent,
                places.pack(window.shown),
                window.seeking,
                window.walked,
                maybe_micros(window.reread),
                window.home,
                window.row,
            ),
        )

    def thin_out(self, window: int, limit: int) -> int:
        """Take at most so many stories out of a feed; return how many."""
        return self._database.connection.execute(_SQL["thin out"], (window, limit)).rowcount

    def remove(self, name: str) -> None:
        """Forget a feed that is no longer defined and holds no story."""
        self._database.connection.execute(_SQL["remove editions"], (name,))
        self._database.connection.execute(_SQL["remove window"], (name,))

    def memberships(self, rows: Sequence[int]) -> set[tuple[int, int]]:
        """Return the window and the story of each membership that these stories have."""
        return set(self._database.query(_SQL["memberships"], (msgspec.json.encode(rows).decode(),)))

    def join(self, window: int, row: int) -> None:
        """Make a story that is no member one, at its present instant of publication."""
        self._database.connection.execute(_SQL["join"], (window, row))

    def leave(self, window: int, row: int) -> None:
        """Take the story out of the feed."""
        self._database.connection.execute(_SQL["leave"], (row, window))

    def newest(self, window: int, limit: int, after: datetime | None) -> tuple[Shown, ...]:
        """Return the newest members, published later than `after`, in the order of the feed."""
        since = _BEGINNING if after is None else micros(after)
        rows = self._database.query(_SQL["newest"], (window, since, limit))
        return tuple(starmap(places.place, rows))

    def articles(self, shown: Sequence[Shown]) -> Iterator[Article]:
        """Yield the Articles of these places, in their order."""
        for place in shown:
            yield unpack(self._database.query(_SQL["document"], (place.version,))[0][0])

    def visible(self, after: int, limit: int) -> list[Story]:
        """Return the first visible stories after a row, in the order of their rows."""
        return [story(row) for row in self._database.query(_SQL["visible"], (after, limit))]

    def kept(self, variant: str, versions: Sequence[int]) -> dict[int, bytes]:
        """Return the entry bytes kept for these version rows under one format and profile."""
        rows = self._database.query(_SQL["variant"], (_digest(variant),))
        if not rows:
            return {}
        wanted = msgspec.json.encode(versions).decode()
        return dict(self._database.query(_SQL["kept"], (wanted, rows[0][0])))

    def keep(self, variant: str, version: int, entry: bytes) -> None:
        """Keep an entry's bytes."""
        connection, name = self._database.connection, _digest(variant)
        rows = self._database.query(_SQL["variant"], (name,))
        number = rows[0][0] if rows else connection.execute(_SQL["new variant"], (name,)).lastrowid
        connection.execute(_SQL["keep"], (version, number, entry))

    def prune(self) -> int:
        """Forget kept entries that no window shows; return how many versions were forgotten."""
        used = {v for (shown,) in self._database.query(_SQL["windows"]) for v in places.versions(shown)}
        stale = [v for (v,) in self._database.query(_SQL["kept versions"]) if v not in used]
        self._database.connection.executemany(_SQL["forget"], [(v,) for v in stale])
        return len(stale)

    def publish(self, feed: str, editions: Sequence[Edition]) -> None:
        """Remember what is published of a feed, in place of what was."""
        self._database.connection.execute(_SQL["remove editions"], (feed,))
        self._database.connection.executemany(
            _SQL["publish"],
            [(feed, e.format, micros(e.updated), e.etag, e.entries) for e in editions],
        )

    def editions(self) -> list[Edition]:
        """Return what is published, by feed and format."""
        return [
            Edition(feed=feed, format=format_, updated=instant(updated), etag=etag, entries=entries)
            for feed, format_, updated, etag, entries in self._database.query(_SQL["editions"])
        ]


@lru_cache(256)  # most windows are as they were at the last look
def _window(
    row: tuple[
        int, str, str, int | None, int | None, int, int, bytes, str | None, int, int | None, str | None
    ],
) -> Window:
    id_, name, definition, updated, due, pending, urgent, shown, seeking, walked, reread, home = row
    return Window(
        row=id_,
        name=name,
        definition=definition,
        updated=maybe_instant(updated),
        due=maybe_instant(due),
        pending=bool(pending),
        urgent=bool(urgent),
        shown=places.unpack(shown),
        seeking=seeking,
        walked=walked,
        reread=maybe_instant(reread),
        home=home,
    )


def _digest(variant: str) -> str:
    """Return a short name for what may be a long description of a profile."""
    return hashlib.blake2b(variant.encode(), digest_size=16).hexdigest()
