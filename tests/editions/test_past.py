"""Killed stories in the formats that tell of them, who was carried when, and the archive's pages."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from lxml import etree

from syndication.model import Article, Feed, Query, Retention
from syndication.xmlns import TOMBSTONES
from tests.desk import accept, at, story
from tests.editions.conftest import PressRoom
from tests.ingest.test_running_stories import AGENCY, PORTAL

Rooms = Callable[..., PressRoom]
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
EVERY = Feed(
    name="every", title="Every", formats=("rss", "atom", "newsml-g2", "json", "ninjs", "nitf"), limit=3
)
DAY = 24 * 60


def tombstones(room: PressRoom, name: str = "every.atom") -> list[tuple[str | None, str | None]]:
    """Return guid and time of each tombstone."""
    tree = etree.fromstring(room.read(name))
    return [(e.get("ref"), e.get("when")) for e in tree.iter(f"{{{TOMBSTONES}}}deleted-entry")]


def entries(room: PressRoom, name: str) -> list[str]:
    """Return the ids of an Atom document's entries."""
    tree = etree.fromstring(room.read(name))
    return [str(e.findtext(f"{ATOM}id")).rpartition(":")[2] for e in tree.iter(f"{ATOM}entry")]


@pytest.fixture
def every(open_room: Rooms) -> PressRoom:
    """A room whose feed has every format, with three stories."""
    room = open_room(EVERY)
    room.arrive(*(story(n) for n in (1, 2, 3)))
    return room


def kill(room: PressRoom, number: int, minutes: float, version: int = 2) -> None:
    """Kill a story."""
    room.arrive(story(number, version=version, pub_status="canceled", updated=at(minutes)), now=at(minutes))


def test_each_format_tells_of_a_kill_by_its_own_means(every: PressRoom) -> None:
    kill(every, 2, 9)
    assert tombstones(every) == [("urn:example:story:2", "2026-03-14T12:09:00Z")]
    assert entries(every, "every.atom") == ["3", "1"]
    for silent in ("every.rss", "every.json"):
        assert b"story:2" not in every.read(silent)
    newsml = every.read("every.newsml-g2.xml")
    assert newsml.count(b"stat:canceled") == 1
    assert b"number 2 is lit" not in newsml
    assert b'"pubStatus":"canceled"' in every.read("every.ninjs.json")
    assert b"number 2 is lit" not in every.read("every.ninjs.json")
    assert json.loads(every.read("every.json"))["version"]
    assert {e.entries for e in every.store.windows.editions()} == {2}


def test_a_kill_is_told_for_thirty_days_and_then_no_more(every: PressRoom) -> None:
    kill(every, 2, 9)
    updated = every.updated("every")
    assert every.editions.next_due() == at(9 + 30 * DAY)
    every.refresh(at(8.9 + 30 * DAY))
    assert len(tombstones(every)) == 1
    every.refresh(at(9 + 30 * DAY))
    assert tombstones(every) == []
    assert b"stat:canceled" not in every.read("every.newsml-g2.xml")
    assert every.updated("every") == updated
    assert every.editions.next_due() is None


def test_an_aggregator_that_takes_marked_items_has_a_time_of_its_own_for_them(open_room: Rooms) -> None:
    """Gunosy keeps them for seven days; then they go without an arrival, and a rebuild finds nothing to do."""
    room = open_room(msgspec.structs.replace(EVERY, profile="gunosy"))
    room.arrive(story(1), story(2))
    kill(room, 2, 9)
    assert room.editions.next_due() == at(9 + 7 * DAY)
    room.refresh(at(8.9 + 7 * DAY))
    assert b"story:2" in room.read("every.rss")
    room.refresh(at(9 + 7 * DAY))
    assert b"story:2" not in room.read("every.rss")
    assert len(tombstones(room)) == 1
    assert room.editions.next_due() == at(9 + 30 * DAY)
    before = room.files()
    room.refresh(at(12 + 7 * DAY), everything=True)
    assert room.files() == before


@pytest.mark.parametrize("victim", [AGENCY, PORTAL])
def test_the_tombstone_bears_the_time_of_the_kill_whichever_copy_was_killed(
    open_room: Rooms, victim: Article
) -> None:
    """A reader ignores a tombstone that is older than the entry it holds (RFC 6721 §5)."""
    room = open_room(EVERY)
    room.arrive(AGENCY, PORTAL, now=at(30))
    killed = msgspec.structs.replace(victim, version=2, pub_status="canceled", updated=at(60))
    room.arrive(killed, now=at(60))
    assert tombstones(room) == [(AGENCY.guid, "2026-03-14T13:00:00Z")]
    assert b"<versionCreated>2026-03-14T13:00:00Z<" in room.read("every.newsml-g2.xml")


def test_a_story_that_fell_off_the_feed_is_still_told_of(every: PressRoom) -> None:
    every.arrive(*(story(n) for n in (4, 5, 6)))
    kill(every, 1, 9)
    assert [ref for ref, _ in tombstones(every)] == ["urn:example:story:1"]
    assert every.updated("every") == at(9)


def test_nobody_hears_of_the_kill_of_a_story_that_was_never_seen(every: PressRoom) -> None:
    before = every.files()
    accept(every.store, [story(7, embargoed=at(900)), story(8, pub_status="canceled")], at(10))
    accept(every.store, [story(7, version=2, pub_status="canceled"), story(8)], at(11))
    every.refresh(at(12))
    every.refresh(at(1000))
    assert every.files() == before


def test_a_story_killed_in_the_round_it_came_in_is_not_told_of(every: PressRoom) -> None:
    before = {name: data for name, (_, _, data) in every.files().items()}
    accept(every.store, [story(9), story(9, version=2, pub_status="canceled")], at(10))
    every.refresh(at(12))
    assert {name: data for name, (_, _, data) in every.files().items()} == before


def test_a_story_that_was_too_old_for_the_feed_was_never_seen_there(every: PressRoom) -> None:
    every.arrive(story(7, created=at(-500)), now=at(8))
    kill(every, 7, 9)
    assert tombstones(every) == []
    assert b"story:7" not in b"".join(every.read(f"every.{ending}") for ending in ("rss", "atom", "json"))


def test_a_killed_story_that_is_published_anew_has_no_tombstone(every: PressRoom) -> None:
    kill(every, 2, 9)
    every.arrive(story(2, version=3), now=at(11))
    assert tombstones(every) == []
    assert set(entries(every, "every.atom")) == {"1", "2", "3"}


def test_other_feeds_hear_nothing(open_room: Rooms) -> None:
    sport = msgspec.structs.replace(EVERY, name="sport", query=Query(keywords=("sport",)))
    room = open_room(EVERY, sport)
    room.arrive(story(1), story(2, keywords=("sport",)))
    before = room.files()["sport.atom"]
    kill(room, 1, 9)
    assert room.files()["sport.atom"] == before
    assert len(tombstones(room)) == 1


def test_who_was_carried_when(every: PressRoom) -> None:
    every.arrive(story(4), now=at(4))
    kill(every, 3, 9)
    rows = {n: every.store.articles.current(story(n).guid) for n in (1, 2, 3, 4)}
    carried = {n: every.store.history.carried(s.row) for n, s in rows.items() if s}
    assert [(c.feed, c.since, c.until) for c in carried[3]] == [("every", at(3), at(9))]
    assert [(c.since, c.until) for c in carried[4]] == [(at(4), None)]
    assert carried[2][0].formats == EVERY.formats
    assert [(c.since, c.until) for c in carried[1]] == [(at(3), at(4)), (at(9), None)]


# The archive.


class Archived(PressRoom):
    """A room that keeps archives, two entries a page."""

    retention = Retention(archive_page=2)


@pytest.fixture
def archived(open_room: Rooms) -> PressRoom:
    """A room with five stories that came one by one."""
    room = open_room(msgspec.structs.replace(EVERY, formats=("rss", "atom", "json")))
    room.__class__ = Archived
    for number in range(1, 6):
        room.arrive(story(number))
    return room


def links(room: PressRoom, name: str) -> dict[str, str]:
    """Return the links of a document by relation; of the pages, whether they are marked."""
    tree = etree.fromstring(room.read(name))
    head = tree if tree.tag == f"{ATOM}feed" else tree[0]
    found = {str(e.get("rel")): str(e.get("href")) for e in head.iterchildren(f"{ATOM}link")}
    return found | ({"archive": "yes"} if head.find(f"{HISTORY}archive") is not None else {})


@pytest.mark.parametrize("ending", ["atom", "rss"])
def test_pages_and_the_feed_are_a_chain(archived: PressRoom, ending: str) -> None:
    base = "https://esmer.example/feeds/every"
    assert links(archived, f"every.{ending}")["prev-archive"] == f"{base}.archive-2.{ending}"
    assert links(archived, f"every.{ending}")["self"] == f"{base}.{ending}"
    assert "archive" not in links(archived, f"every.{ending}")
    second, first = (links(archived, f"every.archive-{n}.{ending}") for n in (2, 1))
    assert (second["self"], second["current"]) == (f"{base}.archive-2.{ending}", f"{base}.{ending}")
    assert (second["prev-archive"], second["archive"]) == (f"{base}.archive-1.{ending}", "yes")
    assert "prev-archive" not in first


def test_the_feed_and_its_archive_hold_everything_once(archived: PressRoom) -> None:
    assert entries(archived, "every.archive-1.atom") == ["2", "1"]
    assert entries(archived, "every.archive-2.atom") == ["4", "3"]
    assert entries(archived, "every.atom") == ["5", "4", "3"]
    ids = {
        etree.fromstring(archived.read(n)).findtext(f"{ATOM}id")
        for n in ("every.atom", "every.archive-1.atom")
    }
    assert len(ids) == 1
    assert not [name for name in archived.files() if "archive" in name and "json" in name]


def test_a_full_page_stays_as_it_is(archived: PressRoom) -> None:
    full = {name: kept for name, kept in archived.files().items() if "archive-1" in name}
    archived.arrive(story(1, version=2, headline="Corrected"), now=at(9))
    archived.arrive(story(6), now=at(10))
    assert {name: kept for name, kept in archived.files().items() if "archive-1" in name} == full
    assert entries(archived, "every.archive-3.atom") == ["1", "5"]
    assert b"Corrected" in archived.read("every.archive-3.rss")


def test_a_kill_reaches_every_page(archived: PressRoom) -> None:
    archived.arrive(story(1, version=2, headline="Corrected"), now=at(9))
    other = archived.files()["every.archive-2.atom"]
    kill(archived, 1, 20, version=3)
    for page in (1, 3):
        assert "1" not in entries(archived, f"every.archive-{page}.atom")
        assert tombstones(archived, f"every.archive-{page}.atom")[0][0] == "urn:example:story:1"
        assert b"story:1" not in archived.read(f"every.archive-{page}.rss")
    assert archived.files()["every.archive-2.atom"] == other
    archived.refresh(at(40 * DAY))
    assert b"number 1 is lit" not in b"".join(data for _, _, data in archived.files().values())


def test_an_expired_story_leaves_its_page_without_a_word(archived: PressRoom) -> None:
    archived.arrive(story(3, version=2, expires=at(30)), now=at(9))
    archived.refresh(at(31))
    assert entries(archived, "every.archive-2.atom") == ["4"]
    assert tombstones(archived, "every.archive-2.atom") == []


def test_pages_that_were_lost_are_printed_again(archived: PressRoom) -> None:
    before = archived.files()
    (archived.directory / "every.archive-1.atom").unlink()
    (archived.directory / "every.archive-9.atom").write_bytes(b"litter")
    archived.editions.repair()
    archived.refresh(at(60))
    after = archived.files()
    assert after.keys() == before.keys()
    assert {n: k[2] for n, k in after.items()} == {n: k[2] for n, k in before.items()}


def test_times_of_pages_are_those_of_the_log(archived: PressRoom) -> None:
    moment = archived.files()["every.archive-1.atom"][1] / 1e9
    assert abs(datetime.fromtimestamp(moment, UTC) - at(2)) < timedelta(seconds=1)
