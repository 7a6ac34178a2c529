"""Archived feeds: an independent reader that walks the chain finds every story once, whatever happened."""

import random
from collections.abc import Callable

import msgspec
import pytest

from syndication.editions import archive
from syndication.model import Article, Feed, Query, Retention
from syndication.model.article import Source
from tests.desk import accept, at, story
from tests.editions.conftest import SITE, PressRoom
from tests.feed_history import History, history

Rooms = Callable[..., PressRoom]
FEED = Feed(name="every", title="Every", formats=("rss", "atom", "json"), limit=4)
BASE = f"{SITE.base_url}/feeds/"
DAY = 24 * 60


class Archived(PressRoom):
    """A room that keeps archives."""

    retention = Retention(archive_page=3)

    def history(self, name: str = "every.atom") -> History:
        """Return what a reader finds who begins with this document."""
        return history(lambda address: self.read(address.removeprefix(BASE)), BASE + name)

    def pages(self) -> dict[str, bytes]:
        """Return the bytes of the files of the archive."""
        return {path.name: path.read_bytes() for path in self.directory.glob("*.archive-*[!z]")}


@pytest.fixture
def archived(open_room: Rooms) -> Archived:
    """A room whose feed holds four stories and three a page."""
    room = open_room(FEED)
    room.__class__ = Archived
    assert isinstance(room, Archived)
    return room


def guids(*numbers: int) -> set[str]:
    """Return the guids of these stories."""
    return {story(number).guid for number in numbers}


def both(room: Archived) -> set[str]:
    """Return the guids that a reader finds; Atom and RSS must agree."""
    found = [room.history(f"every.{ending}") for ending in ("atom", "rss")]
    assert found[0].titles == found[1].titles
    return set(found[0].titles)


def test_every_story_is_there_once_after_every_arrival(archived: Archived) -> None:
    for number in range(1, 15):
        before = archived.pages()
        archived.arrive(story(number))
        assert both(archived) == guids(*range(1, number + 1))
        assert before.items() <= archived.pages().items(), "a page stays as it is"
    assert len(archived.history().documents) == 5


def test_old_copy_and_small_feeds_leave_no_gap(archived: Archived) -> None:
    """What the feed itself does not hold is on a page at once, however few there are."""
    archived.arrive(*(story(n) for n in range(50, 55)))
    archived.arrive(story(1, created=at(-900)))
    assert both(archived) == guids(1, *range(50, 55))
    archived.arrive(story(1, version=2, created=at(-900), headline="Corrected"), now=at(70))
    assert archived.history().titles[story(1).guid] == "Corrected"


def test_what_grows_too_old_for_the_feed_is_on_a_page(archived: Archived) -> None:
    archived.feeds = (msgspec.structs.replace(FEED, max_age=at(60) - at(0)),)
    archived.arrive(story(1), story(2))
    archived.refresh(at(70))
    assert archived.shown("every") == []
    assert both(archived) == guids(1, 2)


def test_a_story_that_is_corrected_twice_within_a_page_is_there_once(archived: Archived) -> None:
    archived.arrive(story(1))
    archived.arrive(story(1, version=2, headline="Corrected"), now=at(2))
    archived.arrive(story(1, version=3, headline="Corrected again"), now=at(3))
    archived.arrive(story(2))
    assert archived.pages()
    assert archived.history().titles[story(1).guid] == "Corrected again"


def test_a_kill_takes_the_story_from_each_page_and_for_ever(archived: Archived) -> None:
    for number in range(1, 8):
        archived.arrive(story(number))
    archived.arrive(story(2, version=2, headline="Corrected"), now=at(20))
    pages = archived.pages()
    archived.arrive(story(2, version=3, pub_status="canceled"), now=at(21))
    found = archived.history()
    assert set(found.titles) == guids(1, *range(3, 8))
    assert found.deleted == guids(2)
    held = {name for name, data in pages.items() if b"story:2<" in data}
    assert {name for name, data in archived.pages().items() if pages.get(name, data) != data} == held
    archived.arrive(story(2, version=4, headline="Made good"), now=at(30))
    archived.feeds = (msgspec.structs.replace(FEED, title="Printed anew"),)
    archived.refresh(at(31))
    assert archived.history().titles[story(2).guid] == "Made good"
    everywhere = b"".join(archived.pages().values())
    assert b"number 2 is lit" not in everywhere, "what was killed comes back on no page"
    assert b"Corrected<" not in everywhere


def test_any_course_of_events(archived: Archived) -> None:
    """Arrivals in batches, late, dated back; corrections, kills, expiries: checked by a model after each step."""
    chance = random.Random(20261125)
    seen: dict[int, str] = {}
    versions: dict[int, int] = {}
    for minute in range(1, 60):
        batch: list[Article] = []
        for _ in range(chance.choice((1, 1, 1, 2, 7))):
            number = chance.randint(1, 40)
            version = versions[number] = versions.get(number, 0) + 1
            headline = f"Lamp {number} as in {version}"
            killed = version > 1 and chance.random() < 0.15
            dated = at(minute if version > 1 or chance.random() < 0.7 else -chance.randint(1, 999))
            source = Source("desk", f"{number}.json", "article-json", at(minute))
            status = "canceled" if killed else "usable"
            named = {"headline": headline, "version": version, "pub_status": status, "source": source}
            batch.append(story(number, created=dated, updated=at(minute), **named))
            seen.pop(number, None)
            if not killed:
                seen[number] = headline
        archived.arrive(*batch, now=at(minute))
        found = archived.history().titles
        assert found == {story(n).guid: headline for n, headline in seen.items()}, minute
    assert both(archived) == guids(*seen)
    assert len(archived.history().documents) > 15
    before = archived.files()
    archived.editions.repair()
    archived.refresh(at(60), everything=True)
    assert archived.files() == before


def test_a_new_query_adds_what_it_finds_and_keeps_what_was_published(archived: Archived) -> None:
    archived.feeds = (msgspec.structs.replace(FEED, query=Query(keywords=("sport",))),)
    for number in range(1, 21):
        archived.arrive(story(number, keywords=("sport",) if number % 2 else ()))
    assert both(archived) == guids(*range(1, 21, 2))
    pages = archived.pages()
    archived.feeds = (FEED,)
    archived.refresh(at(30))
    assert both(archived) == guids(*range(1, 21))
    assert pages.keys() <= archived.pages().keys()
    archived.arrive(story(21))
    assert both(archived) == guids(*range(1, 22))


def test_archives_that_are_switched_on_later_hold_what_was_before(archived: Archived) -> None:
    archived.retention = Retention(archive_page=0)
    archived.arrive(*(story(n) for n in range(1, 12)))
    assert not archived.pages()
    archived.retention = Retention(archive_page=3)
    archived.refresh(at(20))
    assert both(archived) == guids(*range(1, 12))
    archived.retention = Retention(archive_page=0)
    archived.refresh(at(21))
    archived.editions.repair()
    assert not archived.pages()
    assert b"prev-archive" not in archived.read("every.atom")


def test_a_short_round_prints_a_few_pages_and_the_feed_points_at_none_that_is_missing(
    archived: Archived, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_AT_ONCE", 2)
    accept(archived.store, [story(n) for n in range(1, 25)], at(30))
    counts = []
    while archived.refresh(at(30), short=True).more:
        found = archived.history()
        counts.append(len(found.documents) - 1)
        assert guids(21, 22, 23, 24) <= set(found.titles)
    assert counts[:3] == [2, 4, 6]
    assert both(archived) == guids(*range(1, 25))


@pytest.mark.parametrize("kept", [{"days": 7}, {"stories": 8}])
def test_what_the_retention_takes_leaves_the_end_of_the_chain(
    archived: Archived, kept: dict[str, int]
) -> None:
    archived.retention = Retention(archive_page=3, **kept)
    for number in range(1, 21):
        days = 30 - number
        received = Source("desk", "x", "article-json", at(-days * DAY))
        archived.arrive(story(number, source=received), now=at(0))
    assert both(archived) == guids(*range(1, 21))
    archived.editions.tidy(at(0))
    archived.refresh(at(1))
    found = archived.history()
    assert set(found.titles) == both(archived)
    numbers = sorted(int(guid.rpartition(":")[2]) for guid in found.titles)
    assert numbers == list(range(numbers[0], 21)), "without a gap"
    assert 1 < numbers[0] <= 20 - 4
    gone = [n for n in range(1, 21) if archived.store.articles.current(story(n).guid) is None]
    assert gone == list(range(1, numbers[0]))
    assert len(archived.pages()) == 2 * (len(found.documents) - 1)
