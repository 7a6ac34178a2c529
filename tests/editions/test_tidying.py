"""Housekeeping removes what is too old or too much, and nothing that a feed or a follower still needs."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import msgspec
import pytest

from syndication.editions import Editions, Publication
from syndication.ingest import turn
from syndication.model import Article, Query, Retention
from syndication.model.article import Source
from syndication.model.blocks import Paragraph
from syndication.store import Store
from syndication.vocabulary.profiles import profiles
from tests.desk import accept, at, story
from tests.editions.conftest import ALL, SITE, PressRoom

Rooms = Callable[..., PressRoom]
DAY = 24 * 60
FEED = msgspec.structs.replace(ALL, limit=2, formats=("atom",))


def tidy(room: PressRoom, minutes: float, **retention: int) -> int:
    """Tidy each day up to that minute, as a daemon does, and return how many stories went.

    Without archives, which hold on to stories.
    """
    retention = {"archive_page": 0} | retention
    editions = Editions(
        room.store, Publication(room.directory), profiles(site=SITE), room.feeds, Retention(**retention)
    )
    turn(room.store, at(minutes))
    editions.refresh(at(minutes))
    days = range(0, int(minutes), DAY)
    return sum(editions.tidy(at(minute)).stories for minute in (*days, minutes))


def old(number: int, days: float, **fields: object) -> Article:
    """Return a story received so many days before."""
    return story(number, source=Source("desk", "x", "article-json", at(-days * DAY)), **fields)


def known(store: Store, *numbers: int) -> list[int]:
    """Return those of the stories that the store still knows."""
    return [n for n in numbers if store.articles.current(story(n).guid)]


@pytest.fixture
def room(open_room: Rooms) -> PressRoom:
    """A room with five stories of 9, 8, 7, 2, and 1 days ago, of which the feed holds two."""
    made = open_room(FEED)
    made.retention = Retention(archive_page=0)
    for number, days in ((1, 9), (2, 8), (3, 7), (4, 2), (5, 1)):
        made.arrive(old(number, days))
    return made


def test_nothing_goes_by_default(room: PressRoom) -> None:
    assert tidy(room, 90 * DAY) == 0
    assert known(room.store, 1, 2, 3, 4, 5) == [1, 2, 3, 4, 5]


def test_what_is_too_old_goes_with_all_that_belongs_to_it(room: PressRoom) -> None:
    assert tidy(room, 0, days=7) == 2
    assert known(room.store, 1, 2, 3, 4, 5) == [3, 4, 5]
    assert room.store.articles.visible_count() == 3
    assert room.store.articles.titled("lighthouse-number-1-is-lit-again") == []
    assert tidy(room, 1, days=7) == 1, "story 3 is older than seven days since a minute"


def test_a_clock_that_leaps_ahead_takes_little_with_it(open_room: Rooms) -> None:
    room = open_room(FEED)
    room.retention = Retention(archive_page=0)
    for number in range(1, 8):
        room.arrive(old(number, 8 - number))
    assert tidy(room, 0, days=10) == 0
    editions = Editions(
        room.store, Publication(room.directory), profiles(site=SITE), room.feeds, Retention(days=10)
    )
    went = [editions.tidy(at(1000 * DAY)).stories for _ in range(5)]
    assert went == [0, 0, 0, 1, 1], "each time it looks a day further"
    assert editions.tidy(at(0)).stories == 0
    assert [editions.tidy(at(1000 * DAY)).stories for _ in range(3)] == [0, 0, 0], (
        "it was set right in between"
    )


def test_what_is_too_much_goes_oldest_first(room: PressRoom) -> None:
    assert tidy(room, 0, stories=3) == 2
    assert known(room.store, 1, 2, 3, 4, 5) == [3, 4, 5]


def test_what_a_feed_holds_stays_however_old(room: PressRoom) -> None:
    before = room.files()
    room.refresh(at(0))
    assert tidy(room, 90 * DAY, days=1, stories=1) == 3
    assert known(room.store, 1, 2, 3, 4, 5) == [4, 5]
    room.refresh(at(90 * DAY + 1), everything=True)
    assert room.files() == before


def test_what_a_follower_has_not_read_stays(room: PressRoom) -> None:
    with room.store.write():
        room.store.changes.advance("hub", 1)
    assert tidy(room, 90 * DAY, days=1) == 1
    with room.store.write():
        room.store.changes.advance("hub", room.store.changes.last())
    assert tidy(room, 90 * DAY, days=1) == 2


def test_a_killed_story_stays_for_as_long_as_it_is_told_of(room: PressRoom) -> None:
    room.arrive(old(4, 2, version=2, pub_status="canceled"), now=at(5))
    assert tidy(room, 20 * DAY, days=1) == 2, "3 is in the feed again"
    assert known(room.store, 3, 4) == [3, 4]
    room.arrive(story(9), now=at(21 * DAY))
    assert tidy(room, 40 * DAY, days=1) == 2
    assert known(room.store, 3, 4, 5, 9) == [5, 9]


def test_numbers_and_times_of_the_log_go_on(room: PressRoom) -> None:
    last = room.store.changes.last()
    room.feeds = (msgspec.structs.replace(FEED, query=Query(keywords=("none",))),)
    assert tidy(room, 90 * DAY, days=1) == 3
    accept(room.store, [story(9)], at(0))
    (change,) = room.store.changes.after(last, 9)
    assert (change.seq, change.at) == (last + 1, at(0))


def test_a_running_story_goes_whole(open_room: Rooms) -> None:
    room = open_room(FEED)
    room.arrive(
        old(1, 9), old(2, 9, signals=("take:2",), headline=story(1).headline), *(old(n, 1) for n in (3, 4))
    )
    assert tidy(room, 0, days=7) == 2
    assert known(room.store, 1, 2, 3, 4) == [3, 4]


def test_old_pages_of_an_archive_go_and_the_chain_ends_before_them(open_room: Rooms) -> None:
    room = open_room(FEED)
    kept = {"archive_page": 2}
    for number, days in ((1, 9), (2, 8), (3, 7.5), (4, 2), (5, 1), (6, 1)):
        accept(room.store, [old(number, days)], at(0))
        tidy(room, 0, **kept)
    assert b"every.archive" not in room.read("all.archive-1.atom")
    assert b"archive-1.atom" in room.read("all.archive-2.atom")
    assert tidy(room, 1, days=7, **kept) == 2
    tidy(room, 2, days=7, **kept)
    assert "all.archive-1.atom" not in room.files()
    assert b"prev-archive" not in room.read("all.archive-2.atom")
    assert b"archive-3.atom" in room.read("all.atom")
    assert known(room.store, 1, 2, 3) == [3], "it is on a page that stays"


def test_a_copy_of_what_went_is_a_story_of_its_own(open_room: Rooms) -> None:
    """Where the retention counts stories they go within hours, and their marks after days."""
    room = open_room(FEED)
    words = " ".join(f"word-{n} of the harbour" for n in range(40))
    room.arrive(story(1, body=(Paragraph(words),)))
    for number in (2, 3, 4):
        room.arrive(story(number))
    assert tidy(room, 5, stories=2) == 2
    (outcome,) = accept(room.store, [story(9, body=(Paragraph(words),))], at(9))
    assert outcome.reason is None
    assert [accepted.decision for accepted in outcome.stories] == ["new"]


def test_old_deliveries_are_forgotten(room: PressRoom) -> None:
    assert room.store.deliveries.count() == 5
    tidy(room, 0, days=7)
    assert room.store.deliveries.count() == 3


def test_the_room_in_the_file_is_used_again(open_room: Rooms) -> None:
    room = open_room(FEED)
    room.retention = Retention(archive_page=0)

    def pages() -> int:
        """Return how large the database file is."""
        with closing(sqlite3.connect(room.store.path)) as connection:
            found: int = connection.execute("PRAGMA page_count").fetchone()[0]
        return found

    sizes = []
    for generation in range(4):
        now = generation * 100 * DAY
        for number in range(1, 121):
            numbered = generation * 1000 + number
            accept(
                room.store,
                [story(numbered, source=Source("desk", "x", "article-json", at(now + number)))],
                at(now + number),
            )
        tidy(room, now + 200, days=50)
        sizes.append(pages())
    assert room.store.articles.visible_count() < 130
    assert sizes[3] <= sizes[1] * 1.05
