"""A press room: a store, a directory, and feeds that a test may redefine."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from syndication.editions import Editions, Printed, Publication, Round
from syndication.ingest import House, turn
from syndication.model import Article, Feed, Query, Retention, Site
from syndication.store import Store
from syndication.vocabulary.profiles import profiles
from tests.desk import accept, at, fresh

SPORT = Feed(name="sport", title="Sport", formats=("json",), query=Query(keywords=("sport",)), limit=3)
ALL = Feed(name="all", title="Everything", limit=5)
SITE = Site(title="Esmer Wire", base_url="https://esmer.example")


class PressRoom:
    """One site: what a daemon holds together, driven by hand."""

    own_profiles: Mapping[str, Mapping[str, object]] = {}
    retention = Retention()

    def __init__(self, place: Path, feeds: Sequence[Feed] = (ALL, SPORT)) -> None:
        self.store: Store = fresh(place / "newsroom.db")
        self.directory = place / "public"
        self.feeds: Sequence[Feed] = feeds
        self.site = SITE

    @property
    def editions(self) -> Editions:
        """Return the editions as a process that just started makes them."""
        known = profiles(self.own_profiles, self.site)
        return Editions(self.store, Publication(self.directory), known, self.feeds, self.retention)

    def arrive(self, *articles: Article, now: datetime | None = None, **options: object) -> Round:
        """Ingest stories and refresh; the time is that of the last receipt unless given."""
        now = now or articles[-1].source.received
        accept(self.store, articles, now, House(base_url=self.site.base_url))
        return self.refresh(now, **options)

    def refresh(self, now: datetime, **options: object) -> Round:
        """Do what the daemon does in one round."""
        turn(self.store, now)
        return self.editions.refresh(now, **options)  # type: ignore[arg-type]  # the options are refresh's own

    def shown(self, feed: str) -> list[str]:
        """Return the numbers of the stories that a feed holds, in order."""
        held = self.store.windows.articles(self.store.windows.shown(feed))
        return [article.guid.rpartition(":")[2] for article in held]

    def updated(self, feed: str) -> datetime | None:
        """Return the feed-level time."""
        with self.store.write():
            return self.store.windows.load(feed).updated

    def files(self) -> dict[str, tuple[int, int, bytes]]:
        """Return inode, time and bytes of every file."""
        stats = {p.name: (p.stat(), p.read_bytes()) for p in sorted(self.directory.iterdir())}
        return {name: (s.st_ino, s.st_mtime_ns, data) for name, (s, data) in stats.items()}

    def read(self, name: str) -> bytes:
        """Return one file."""
        return (self.directory / name).read_bytes()


def by_feed(result: Round) -> dict[str, Printed]:
    """Return what a round printed, by feed."""
    return {printed.feed: printed for printed in result.printed}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PressRoom]:
    """A press room that has printed its empty feeds."""
    made = PressRoom(tmp_path)
    made.refresh(at(0))
    yield made
    made.store.close()


@pytest.fixture
def open_room(tmp_path: Path) -> Iterator[Callable[..., PressRoom]]:
    """Make more press rooms, each in a directory of its own."""
    rooms: list[PressRoom] = []

    def make(*feeds: Feed) -> PressRoom:
        place = tmp_path / f"room-{len(rooms)}"
        place.mkdir()
        rooms.append(PressRoom(place, feeds or (ALL, SPORT)))
        return rooms[-1]

    yield make
    for opened in rooms:
        opened.store.close()
