"""Claims about a story's arrival among a million: what it costs, how many a second, how large the file is.

The archives are made of two thousand stories that were truly ingested and followed, copied with other keys,
names, marks and times: what an arrival meets in each index is what a million ingested ones would have left.
"""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syndication.editions.membership import Followed, follow, subject, take_step
from syndication.ingest import ingest
from syndication.model import Article, Delivery, Feed, Profile, Query
from syndication.model.article import Source, encode
from syndication.model.blocks import Paragraph
from syndication.store import Store, open_store
from tests.benchmarks.conftest import Measure

START = datetime(2026, 1, 1, tzinfo=UTC)
SEED = 2_000
SMALL, LARGE = 10_000, 1_000_000
FEEDS = [
    subject(feed, Profile())
    for feed in (
        Feed(name="all", title="All"),
        Feed(name="sport", title="Sport", query=Query(keywords=("sport",))),
        Feed(name="world", title="World", query=Query(desks=("int",))),
    )
]
_LETTERS = ("ba", "ko", "ri", "ten", "mu", "sal", "vo", "ne", "har", "di", "lo", "pe", "shi", "ga", "ur")
_COPIES = """
INSERT INTO story (id, key, guid, version, visible, shown, published, turns)
 SELECT id + :shift, randomblob(10), guid || ':' || :copy, version + :shift, visible, shown, published + :late, turns
 FROM story WHERE id <= :seed;
INSERT INTO version SELECT id + :shift, story + :shift, number, fingerprint, received, decision, document
 FROM version WHERE id <= :seed;
INSERT INTO title SELECT words || :copy, story + :shift FROM title WHERE story <= :seed;
INSERT INTO mark SELECT period + :days / 2, abs(random()) % 4294967296, story + :shift FROM mark WHERE story <= :seed;
INSERT INTO change SELECT seq + :shift, story + :shift, version, kind, at + :late FROM change WHERE seq <= :seed;
INSERT INTO member SELECT m.feed_window, m.published + :late, s.key, s.id FROM member m
 JOIN story s ON s.id = m.story + :shift WHERE m.story <= :seed;
INSERT INTO delivery SELECT randomblob(16), received + :late FROM delivery ORDER BY digest LIMIT :seed;
"""


class Words:
    """News of invented words, as uneven as real ones: few are frequent, most are rare."""

    def __init__(self) -> None:
        self._chance = random.Random(20261125)
        self._words = [
            "".join(self._chance.choices(_LETTERS, k=self._chance.randint(1, 4))) for _ in range(6000)
        ]

    def say(self, count: int) -> str:
        """Return so many words."""
        return " ".join(self._words[int(6000 * self._chance.random() ** 3)] for _ in range(count))


def deliveries(words: Words, first: int, count: int) -> list[Delivery]:
    """Return stories of 400 words, a minute apart."""
    return [_delivery(words, number) for number in range(first, first + count)]


def _delivery(words: Words, number: int) -> Delivery:
    received = START + timedelta(minutes=number)
    article = Article(
        guid=f"urn:example:bench:{number}",
        headline=words.say(9),
        body=tuple(Paragraph(words.say(40)) for _ in range(10)),
        keywords=("sport",) if number % 3 == 0 else (),
        provider="Bench Wire",
        source=Source("bench", "x", "article-json", received),
    )
    return Delivery(data=encode(article), source="bench", locator=str(number), received=received)


class Archive:
    """A store with so many stories, followed."""

    def __init__(self, path: Path, size: int) -> None:
        self.words = Words()
        self.path = path
        self.size = size
        self.store: Store = open_store(f"sqlite:///{path}")
        for first in range(0, SEED, 200):
            ingest(self.store, deliveries(self.words, first, 200), START)
        self._follow_all(SEED)
        self._grow()
        self.next = size
        self._ready: list[Delivery] = []
        self._follow_all(size)

    def arrival(self) -> None:
        """Take one story from its bytes into the store and the feeds' windows."""
        piece = self._ready.pop()
        ingest(self.store, [piece], piece.received, follower=self._follow)

    def _follow(self, now: datetime) -> None:
        """Do what the daemon has the editions do in the transaction of an arrival."""
        take_step(self.store, FEEDS, now, settled=True)

    def _follow_all(self, minutes: int) -> None:
        followed = Followed(more=True)
        while followed.more or followed.walking:
            followed = follow(self.store, FEEDS, START + timedelta(minutes=minutes))

    def prepare(self, count: int) -> None:
        """Have so many stories ready to arrive: making them up is not what is measured."""
        self._ready = deliveries(self.words, self.next, count)[::-1]
        self.next += count

    def batch(self, count: int) -> float:
        """Return the seconds that so many stories take in batches of 200, their making apart."""
        batches = [deliveries(self.words, self.next + n, 200) for n in range(0, count, 200)]
        self.next += count
        began = time.perf_counter()
        for pieces in batches:
            ingest(self.store, pieces, pieces[-1].received)
        return time.perf_counter() - began

    def _grow(self) -> None:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            for copy in range(1, self.size // SEED):
                shift, late = copy * SEED, copy * SEED * 60_000_000
                values = {
                    "shift": shift,
                    "copy": copy,
                    "late": late,
                    "seed": SEED,
                    "days": copy * SEED // 1440,
                }
                connection.execute("BEGIN")
                for statement in _COPIES.split(";\n"):
                    if statement.strip():
                        connection.execute(statement, values)
                last = SEED + shift
                connection.execute("UPDATE follower SET seq = ?", (last,))
                connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, Archive]]:
    """An archive of ten thousand and one of a million."""
    place = tmp_path_factory.mktemp("life")
    made = Archive(place / "small.db", SMALL), Archive(place / "large.db", LARGE)
    yield made
    for archive in made:
        archive.store.close()


def bench_one_arrival_among_a_million(measure: Measure, archives: tuple[Archive, Archive]) -> None:
    """At most 1.2 times what it costs among ten thousand: accepted, placed, logged, followed."""
    small, large = archives
    for archive in archives:
        archive.prepare(9 * 26)
    rounds = [(measure(small.arrival, 25), measure(large.arrival, 25)) for _ in range(9)]
    base, cost = (sorted(times)[4] for times in zip(*rounds, strict=True))
    measure.ratio(cost, base, 1.2)


def bench_one_arrival_against_the_bare_database(
    measure: Measure, archives: tuple[Archive, Archive], tmp_path: Path
) -> None:
    """At most three times SQLite's own: insert a document durably, query the newest 50, read them."""
    _, large = archives
    large.prepare(9 * 26)
    path = tmp_path / "bare.db"
    pieces = iter(deliveries(large.words, 0, 5_000))
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE copy (id INTEGER PRIMARY KEY, at INTEGER, data BLOB)")
        bare.execute("CREATE INDEX copy_at ON copy (at DESC)")

        def arrival() -> None:
            piece = next(pieces)
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(
                "INSERT INTO copy (at, data) VALUES (?, ?)", (int(piece.received.timestamp()), piece.data)
            )
            bare.execute("COMMIT")
            found = bare.execute("SELECT id FROM copy ORDER BY at DESC LIMIT 50").fetchall()
            for row in found:
                bare.execute("SELECT data FROM copy WHERE id = ?", row).fetchone()

        for _ in range(200):
            arrival()
        rounds = [(measure(large.arrival, 25), measure(arrival, 25)) for _ in range(9)]
        ours, theirs = (sorted(times)[4] for times in zip(*rounds, strict=True))
    measure.ratio(ours, theirs, 3.0)


def bench_stories_a_second_into_a_million(measure: Measure, archives: tuple[Archive, Archive]) -> None:
    """At least a thousand a second in batches of 200."""
    _, large = archives
    rates = sorted(5_000 / large.batch(5_000) for _ in range(3))
    print(f"\n{rates[1]:.0f} stories a second")  # noqa: T201 -- its purpose
    measure.ratio(1_000 / rates[1], 1.0, 1.0)


def bench_the_size_of_a_story(measure: Measure, archives: tuple[Archive, Archive]) -> None:
    """Under 5 KB a story of 400 words, its indexes and its places in three feeds among them."""
    _, large = archives
    assert large.store.articles.visible_count() >= large.size
    each = large.path.stat().st_size / large.size
    print(f"\n{each:.0f} bytes a story")  # noqa: T201 -- its purpose
    measure.ratio(each, 5_000, 1.0)
