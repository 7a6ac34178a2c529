"""Every version of every story, in SQLite."""

import base64
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from syndication.model import Article, identity
from syndication.store.documents import pack, unpack
from syndication.store.instants import instant, maybe_instant, maybe_micros, micros
from syndication.store.protocols import Story, Version
from syndication.store.statements import statements

if TYPE_CHECKING:
    from syndication.store.database import Database

_SQL = statements("articles")


class SqliteArticles:
    """`protocols.Articles`."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def find(self, short: str) -> Story | None:
        """Return the story of an address ID, or None."""
        return self._by_address(_SQL["find"], short)

    def public(self, short: str) -> Story | None:
        """Return the story of an address ID, None where the public never saw it: neither answer takes longer."""
        return self._by_address(_SQL["public"], short)

    def current(self, guid: str) -> Story | None:
        """Return the story of a guid, or None."""
        return self._by_key(_SQL["find"], identity.key(guid))

    def get(self, row: int) -> Story:
        """Return the story of a row that exists."""
        return story(self._database.query(_SQL["get"], (row,))[0])

    def versions(self, row: int) -> list[Version]:
        """Return all stored versions of a story, newest number first."""
        return [
            Version(id_, number, instant(received), decision, fingerprint, unpack(document))
            for id_, number, received, decision, fingerprint, document in self._database.query(
                _SQL["versions"], (row,)
            )
        ]

    def known(self, row: int, fingerprint: str) -> list[int]:
        """Return the numbers under which this very content is stored, the highest first."""
        return [number for (number,) in self._database.query(_SQL["known"], (row, fingerprint))]

    def titled(self, words: str) -> list[Story]:
        """Return the newest twenty stories that were entitled so, newest first."""
        return [story(row) for row in self._database.query(_SQL["titled"], (words,))]

    def entitled_like(self, words: str, limit: int) -> list[Story]:
        """Return the newest stories with these words among others."""
        return [story(row) for row in self._database.query(_SQL["entitled like"], (words, limit))]

    def borne(self, words: Iterable[str]) -> list[str]:
        """Return those of these words that a story was entitled with, in order."""
        wanted = msgspec.json.encode(sorted(words)).decode()
        return sorted(found for (found,) in self._database.query(_SQL["borne"], (wanted,)))

    def entitle(self, row: int, words: Iterable[str]) -> None:
        """Have the story found under each of these words."""
        if found := sorted(words):
            self._execute("entitle", msgspec.json.encode(found).decode(), row)

    def add(
        self, article: Article, fingerprint: str, now: datetime, decision: str, *, hidden: bool = False
    ) -> Story:
        """Store the first version of a new story."""
        visible = article.visible(now) and not hidden
        turns = None if hidden else maybe_micros(article.turns(now))
        values = (article.guid, visible, visible, micros(article.published), turns)
        row = self._execute("insert story", identity.key(article.guid), *values).lastrowid or 0
        self._insert(row, article, fingerprint, decision)
        return Story(row, article, visible, visible)

    def revise(
        self, before: Story, article: Article, fingerprint: str, now: datetime, decision: str
    ) -> Story:
        """Store a version and make it the current one."""
        version = self._insert(before.row, article, fingerprint, decision)
        return self._update(before, version, article, now)

    def contribute(self, before: Story, article: Article, fingerprint: str, decision: str) -> None:
        """Store a version of a composed story's own part."""
        self._execute("contribute", self._insert(before.row, article, fingerprint, decision), before.row)

    def compose(self, before: Story, article: Article, fingerprint: str, now: datetime) -> Story:
        """Store what a story and those in its place make together."""
        self._execute("compose", before.row)
        version = self._insert(before.row, article, fingerprint, "joined")
        return self._update(before, version, article, now)._replace(composed=True)

    def keep(self, before: Story, article: Article, fingerprint: str, decision: str) -> None:
        """Store a version as history only."""
        self._insert(before.row, article, fingerprint, decision)

    def wake(self, row: int, at: datetime | None) -> None:
        """Have the story looked at when the clock comes to an instant."""
        self._execute("wake", maybe_micros(at), row)

    def due(self, now: datetime, limit: int) -> list[Story]:
        """Return stories that the clock has turned, earliest first."""
        return [story(row) for row in self._database.query(_SQL["due"], (micros(now), limit))]

    def turn(self, before: Story, now: datetime) -> Story:
        """Store what `now` makes of the story's visibility and of its next turn."""
        (version,) = self._database.query(_SQL["current version"], (before.row,))[0]
        return self._update(before, version, before.article, now)

    def next_turn(self) -> datetime | None:
        """Return the next instant at which any story turns, or None."""
        return maybe_instant(self._database.query(_SQL["next turn"])[0][0])

    def newest(self, limit: int) -> list[Article]:
        """Return the visible stories, newest publication first."""
        return [unpack(document) for (document,) in self._database.query(_SQL["newest"], (limit,))]

    def visible_count(self) -> int:
        """Return how many stories are visible."""
        count: int = self._database.query(_SQL["visible count"])[0][0]
        return count

    def held_count(self) -> int:
        """Return how many stories, takes and copies are under embargo."""
        count: int = self._database.query(_SQL["held count"])[0][0]
        return count

    def _insert(self, row: int, article: Article, fingerprint: str, decision: str) -> int:
        received = micros(article.source.received)
        values = (row, article.version, fingerprint, received, decision, pack(article))
        return self._execute("insert version", *values).lastrowid or 0

    def _update(self, before: Story, version: int, article: Article, now: datetime) -> Story:
        hidden = before.part is not None
        visible = article.visible(now) and not hidden
        turns = None if hidden else maybe_micros(article.turns(now))
        self._execute("update story", version, visible, micros(article.published), turns, before.row)
        return before._replace(article=article, visible=visible, shown=before.shown or visible)

    def _execute(self, name: str, *values: Any) -> sqlite3.Cursor:
        return self._database.connection.execute(_SQL[name], values)

    def _by_address(self, statement: str, short: str) -> Story | None:
        found = _key(short)
        return self._by_key(statement, found) if found else None

    def _by_key(self, statement: str, found: bytes) -> Story | None:
        rows = self._database.query(statement, (found,))
        return story(rows[0]) if rows else None


def story(row: tuple[int, bytes, int, int, str | None, int | None, int | None]) -> Story:
    """Return the Story of a row (id, document, visible, shown, part, lead, own)."""
    id_, document, visible, shown, part, lead, own = row
    return Story(id_, unpack(document), bool(visible), bool(shown), part, lead, own is not None)


def _key(short: str) -> bytes | None:
    """Return the ten bytes of an address ID, None for what is none."""
    try:
        found = base64.b32decode(short.upper()) if short == short.lower() else b""
    except ValueError:
        return None
    return found if len(found) == 10 else None
