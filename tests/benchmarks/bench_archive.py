"""Claims about the archive: an arrival costs what it is, not what lies there; plain copy is stored in bulk."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syndication.editions import Editions, Publication
from syndication.ingest import ingest
from syndication.model import Article, Delivery, Feed, Query
from syndication.model.article import Source, encode
from syndication.model.blocks import Paragraph
from syndication.store import Store, open_store
from syndication.vocabulary.profiles import profiles
from tests.benchmarks.conftest import Measure

START = datetime(2026, 1, 1, tzinfo=UTC)
FEEDS = (
    Feed(name="all", title="All"),
    Feed(name="sport", title="Sport", query=Query(keywords=("sport",))),
    Feed(name="world", title="World", query=Query(desks=("int",))),
    Feed(name="tide", title="Tide", query=Query(text="tide harbour")),
)
_SENTENCE = (
    "the tide in the harbour of port esmer turned at {} and the keeper counted {} boats beyond the bar"
)


def _text(number: int) -> list[str]:
    """Return 400 words in ten paragraphs, different in every story."""
    said = [_SENTENCE.format(number * n, number + n) for n in range(1, 21)]
    return [f"{one}, {other} today" for one, other in zip(said[::2], said[1::2], strict=True)]


def _article(number: int) -> Delivery:
    received = START + timedelta(minutes=number)
    article = Article(
        guid=f"urn:example:bench:{number}",
        headline=f"The tide turns for the {number}th time",
        body=tuple(map(Paragraph, _text(number))),
        keywords=("sport",),
        source=Source("bench", "x", "article-json", received),
    )
    return Delivery(data=encode(article), source="bench", locator=str(number), received=received)


def _plain(number: int) -> Delivery:
    copy = f"Tide turns for the {number}th time\n\n" + "\n\n".join(_text(number))
    return Delivery(data=copy.encode(), source="bench", locator=f"{number}.txt", received=START)


class Archive:
    """A site with so many stories, up to date."""

    def __init__(self, place: Path, size: int) -> None:
        place.mkdir()
        self.store: Store = open_store(f"sqlite:///{place}/newsroom.db")
        self.editions = Editions(self.store, Publication(place / "public"), profiles(), FEEDS)
        self._numbers = iter(range(size, 10**9))
        for first in range(0, size, 500):
            ingest(self.store, [_article(n) for n in range(first, min(first + 500, size))], START)
        self.editions.refresh(START)

    def arrival(self) -> None:
        """Take one story all the way from its bytes to the files."""
        number = next(self._numbers)
        now = START + timedelta(minutes=number)
        ingest(self.store, [_article(number)], now)
        assert len(self.editions.refresh(now).printed) == 3


@pytest.fixture
def archives(tmp_path: Path) -> Iterator[tuple[Archive, Archive]]:
    """A small archive and one a hundred times as large."""
    made = Archive(tmp_path / "small", 1_000), Archive(tmp_path / "large", 100_000)
    yield made
    for archive in made:
        archive.store.close()


def bench_one_arrival_in_an_archive_of_100000(measure: Measure, archives: tuple[Archive, Archive]) -> None:
    """At most 1.2 times what it costs among 1,000: ingest, follow, print four feeds in four formats."""
    small, large = archives
    rounds = [(measure(small.arrival, 9), measure(large.arrival, 9)) for _ in range(5)]
    base, cost = (sorted(times)[2] for times in zip(*rounds, strict=True))
    measure.ratio(cost, base, 1.2)


def bench_plain_stories_stored_durably(measure: Measure, tmp_path: Path) -> None:
    """At least 500 stories of 400 words a second in batches of 200; beside it, SQLite with the same bytes."""
    # From 1,000 on: the first two texts count the same boats, and are taken for copies of one story.
    batches = [[_plain(n) for n in range(first, first + 200)] for first in range(1_000, 3_000, 200)]
    store = open_store(f"sqlite:///{tmp_path}/newsroom.db")
    began = time.perf_counter()
    for batch in batches:
        ingest(store, batch, START)
    ours = time.perf_counter() - began
    stored = store.articles.visible_count()
    store.close()
    assert stored == 2_000
    with closing(sqlite3.connect(tmp_path / "bare.db", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE copy (id INTEGER PRIMARY KEY, data BLOB)")
        began = time.perf_counter()
        for batch in batches:
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany("INSERT INTO copy (data) VALUES (?)", [(d.data,) for d in batch])
            bare.execute("COMMIT")
        theirs = time.perf_counter() - began
    print(f"\n{stored / ours:.0f} stories a second, {ours / theirs:.0f} times bare inserts")  # noqa: T201 -- its purpose
    measure.ratio(500 * ours / stored, 1.0, 1.0)
