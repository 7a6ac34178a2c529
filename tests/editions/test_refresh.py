"""Rounds: what is printed, what is left alone, and what comes back after a crash."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import pytest
from msgspec import structs

from syndication.editions import FOLLOWER, Fault, Publication, Round, press
from syndication.editions.membership import follow, subject
from syndication.ingest import ingest
from syndication.model import Article, Feed, Profile, Query, Retention
from syndication.render import FORMATS
from tests.desk import accept, at, delivery, story
from tests.editions.conftest import ALL, SITE, SPORT, PressRoom, by_feed

replace = msgspec.structs.replace
Rooms = Callable[..., PressRoom]


def sport(number: int, **fields: object) -> Article:
    """Return a story that both feeds want."""
    return story(number, keywords=("Sport",), **fields)


def test_a_new_site_has_its_feeds_though_they_are_empty(room: PressRoom) -> None:
    plain = {"all.atom", "all.json", "all.newsml-g2.xml", "all.rss", "sport.json"}
    assert room.files().keys() == plain | {f"{name}.gz" for name in plain}


def test_an_arrival_touches_only_the_feeds_that_want_it(room: PressRoom) -> None:
    before = room.files()
    result = room.arrive(story(1))
    assert {feed: (p.written, p.rendered) for feed, p in by_feed(result).items()} == {"all": (4, 4)}
    after = room.files()
    assert {name for name in after if after[name] != before[name]} == {
        n for n in after if n.startswith("all")
    }
    assert room.shown("sport") == []


def test_an_arrival_renders_itself_alone_once_for_all_feeds(room: PressRoom) -> None:
    room.arrive(*(sport(n) for n in range(1, 8)))
    printed = by_feed(room.arrive(sport(8)))
    assert sum(p.rendered for p in printed.values()) == 4
    assert {name: p.written for name, p in printed.items()} == {"all": 4, "sport": 1}
    assert (room.shown("all"), room.shown("sport")) == (["8", "7", "6", "5", "4"], ["8", "7", "6"])


def test_a_round_with_nothing_new_touches_no_file(room: PressRoom) -> None:
    room.arrive(sport(1), story(2))
    before = room.files()
    assert room.refresh(at(60)).printed == ()
    room.editions.repair()
    assert room.refresh(at(61)).printed == ()
    everything = by_feed(room.refresh(at(10**6), everything=True))
    assert {name: (p.written, p.rendered) for name, p in everything.items()} == {
        "all": (0, 0),
        "sport": (0, 0),
    }
    assert room.files() == before


@pytest.mark.parametrize(
    "ends",
    [{"pub_status": "canceled"}, {"pub_status": "withheld"}, {"embargoed": at(10**6)}, {"expires": at(1)}],
)
def test_what_may_not_be_seen_leaves_every_file(room: PressRoom, ends: dict[str, object]) -> None:
    room.arrive(sport(1), sport(2))
    room.arrive(sport(1, version=2, **ends), now=at(5))
    assert (room.shown("all"), room.shown("sport")) == (["2"], ["2"])
    told = (
        {"all.atom", "all.newsml-g2.xml"}
        if "pub_status" in ends and ends["pub_status"] == "canceled"
        else set()
    )
    assert {n for n, (_, _, data) in room.files().items() if b"story:1" in data} == told
    assert not [name for name, (_, _, data) in room.files().items() if b"number 1 is lit" in data]
    assert room.updated("sport") == at(5)


def test_an_embargo_ends_in_the_feeds_at_its_instant(room: PressRoom) -> None:
    room.arrive(sport(1, embargoed=at(30)))
    assert room.shown("all") == []
    assert not any(b"story:1" in data for _, _, data in room.files().values())
    room.refresh(at(29.99))
    assert room.shown("all") == []
    room.refresh(at(200))
    assert (room.shown("all"), room.updated("all")) == (["1"], at(30))


def test_an_old_story_that_comes_late_is_in_no_full_feed(room: PressRoom) -> None:
    room.retention = Retention(archive_page=0)
    room.arrive(*(story(n) for n in range(10, 16)))
    before = room.files()
    assert room.arrive(story(1, created=at(-500)), now=at(20)).printed == ()
    assert room.files() == before


def test_the_next_older_story_moves_up_when_one_is_killed(room: PressRoom) -> None:
    room.retention = Retention(archive_page=0)
    room.arrive(*(story(n) for n in range(1, 8)))
    printed = by_feed(room.arrive(story(7, version=2, pub_status="canceled"), now=at(9)))
    assert room.shown("all") == ["6", "5", "4", "3", "2"]
    assert printed["all"].rendered == 4 + 3, (
        "the one that moved up, and the killed one where it may be told of"
    )


# Age.


def test_a_window_of_age_shrinks_at_its_instant_without_an_arrival(open_room: Rooms) -> None:
    room = open_room(replace(ALL, formats=("json",), max_age=timedelta(minutes=60)))
    room.arrive(story(1), story(2), story(5))
    assert room.editions.next_due() == at(61)
    assert room.refresh(at(60.99)).printed == ()
    assert len(room.refresh(at(61)).printed) == 1
    assert (room.shown("all"), room.updated("all"), room.editions.next_due()) == (["5", "2"], at(61), at(62))
    room.refresh(at(1000))
    assert (room.shown("all"), room.updated("all"), room.editions.next_due()) == ([], at(65), None)
    assert b"story" not in room.read("all.json")


def test_age_counts_although_the_query_changed_too(open_room: Rooms) -> None:
    aged = replace(ALL, formats=("json",), max_age=timedelta(minutes=60))
    room = open_room(aged)
    room.arrive(story(1))
    room.feeds = (replace(aged, query=Query(keywords=("none",))),)
    assert room.refresh(at(500)).emptied == ()
    assert room.shown("all") == []


def test_a_clock_that_steps_back_takes_no_feed_back(room: PressRoom) -> None:
    room.arrive(sport(1), sport(2), now=at(60))
    room.refresh(at(-600))
    room.arrive(sport(3), now=at(-600))
    assert (room.shown("all"), room.updated("all")) == (["3", "2", "1"], at(60) + timedelta(seconds=1))
    room.arrive(sport(2, version=2, pub_status="canceled"), now=at(-599))
    assert room.shown("all") == ["3", "1"]
    second = room.updated("all")
    assert second is not None
    assert at(60) + timedelta(seconds=1) < second < at(61)
    room.refresh(at(0))
    assert room.updated("all") == second, "nothing has touched it"


def test_a_clock_that_was_fast_leaves_other_feeds_alone(room: PressRoom) -> None:
    room.arrive(story(1), now=at(10**6))
    room.arrive(sport(2), now=at(2))
    assert (room.updated("sport"), room.updated("all")) == (at(2), at(10**6) + timedelta(seconds=1))


def test_a_clock_that_is_a_little_ahead_is_waited_for(room: PressRoom) -> None:
    room.arrive(story(1), now=at(30))
    room.arrive(story(2), now=at(2))
    assert room.updated("all") == at(30)
    room.arrive(story(3), now=at(31))
    assert room.updated("all") == at(31)


@pytest.mark.parametrize(
    ("ahead", "dated"), [(5, 6), (55, 56), (10**6, 1)], ids=["five", "fifty-five", "years"]
)
def test_a_feed_is_not_older_than_copy_that_the_wire_dates_ahead(
    room: PressRoom, ahead: int, dated: int
) -> None:
    room.arrive(story(1, created=at(0), updated=at(1 + ahead)), now=at(1))
    assert room.updated("all") == at(dated)


# Definitions.


@pytest.mark.parametrize(
    "change",
    [
        {"title": "More sport"},
        {"limit": 2},
        {"formats": ("json", "rss")},
        {"query": Query(keywords=("SPORT", "x"))},
    ],
)
def test_a_changed_definition_rebuilds_its_feed_alone(room: PressRoom, change: dict[str, object]) -> None:
    room.arrive(*(sport(n) for n in range(1, 5)))
    before = room.files()
    room.feeds = (ALL, replace(SPORT, **change))
    result = room.refresh(at(9))
    assert by_feed(result).keys() == {"sport"}
    assert room.shown("sport") == ["4", "3", "2"][: change.get("limit", 3)]  # type: ignore[misc]  # an int where given
    assert {n: f for n, f in room.files().items() if n.startswith("all")} == {
        n: f for n, f in before.items() if n.startswith("all")
    }
    assert room.refresh(at(10)) == Round()


def test_a_new_query_finds_what_lies_in_the_archive(room: PressRoom) -> None:
    room.arrive(sport(1), story(2, keywords=("chess",)), story(3))
    room.feeds = (ALL, replace(SPORT, query=Query(keywords=("chess",))), Feed(name="new", title="New"))
    room.refresh(at(60))
    assert (room.shown("sport"), room.shown("new")) == (["2"], ["3", "2", "1"])
    assert room.updated("new") == at(3)


def test_a_query_that_matches_nothing_keeps_the_last_edition(room: PressRoom) -> None:
    room.arrive(sport(1), sport(2))
    before = room.read("sport.json")
    room.feeds = (ALL, replace(SPORT, query=Query(keywords=("sprot",))))
    for minutes in (10, 11):
        assert room.refresh(at(minutes)).emptied == ("sport",)
    assert room.read("sport.json") == before
    room.arrive(sport(1, version=2, pub_status="canceled"), now=at(12))
    assert room.shown("sport") == ["2"]
    assert b"story:1" not in room.read("sport.json")
    room.arrive(story(9, keywords=("sprot",)), now=at(13))
    assert room.shown("sport") == ["9"]
    assert room.refresh(at(14)).emptied == ()


def test_when_all_that_was_kept_is_killed_the_feed_is_empty(room: PressRoom) -> None:
    room.arrive(sport(1))
    room.feeds = (ALL, replace(SPORT, query=Query(keywords=("sprot",))))
    room.refresh(at(10))
    assert room.arrive(sport(1, version=2, pub_status="canceled"), now=at(12)).emptied == ()
    assert b"story:1" not in room.read("sport.json")


def test_a_query_that_is_mended_goes_on(room: PressRoom) -> None:
    room.arrive(sport(1))
    wrong = (ALL, replace(SPORT, query=Query(keywords=("sprot",))))
    for feeds in (wrong, (ALL, SPORT)):
        room.feeds = feeds
        room.refresh(at(10))
    room.arrive(sport(2), now=at(11))
    assert room.shown("sport") == ["2", "1"]


def test_a_lost_store_puts_no_empty_feed_over_a_full_one(open_room: Rooms) -> None:
    full, lost = open_room(), open_room()
    full.arrive(sport(1), story(2))
    before = full.files()
    lost.directory = full.directory
    lost.editions.repair()
    assert lost.refresh(at(9)).emptied == ("all", "sport")
    assert full.files() == before
    assert lost.arrive(story(7)).emptied == ("sport",)
    assert b"story:7" in lost.read("all.json")


# Removal and repair.


def test_files_of_a_removed_feed_go_away(room: PressRoom) -> None:
    room.arrive(sport(1))
    room.feeds = (replace(ALL, formats=("rss", "json")),)
    room.editions.repair()
    room.refresh(at(9))
    assert sorted(room.files()) == ["all.json", "all.json.gz", "all.rss", "all.rss.gz"]
    assert {(e.feed, e.format) for e in room.store.windows.editions()} == {("all", "rss"), ("all", "json")}


@pytest.mark.parametrize("lost", ["sport.json", "sport.json.gz"])
def test_a_missing_file_is_made_again(room: PressRoom, lost: str) -> None:
    room.arrive(sport(1), story(2))
    before = room.files()
    (room.directory / lost).unlink()
    room.editions.repair()
    assert by_feed(room.refresh(at(9))).keys() == {"sport"}
    assert {n: data for n, (_, _, data) in room.files().items()} == {n: d for n, (_, _, d) in before.items()}


def test_a_rename_that_was_lost_with_the_power_is_made_again(room: PressRoom) -> None:
    room.arrive(sport(1))
    old = room.read("sport.json")
    room.arrive(sport(2))
    new = room.read("sport.json")
    (room.directory / "sport.json").write_bytes(old)
    room.editions.repair()
    room.refresh(at(9))
    assert room.read("sport.json") == new


def test_litter_is_swept(room: PressRoom) -> None:
    for name in (".all.rss.new", "gone.rss", "left.json.gz"):
        (room.directory / name).write_bytes(b"half")
    room.editions.repair()
    assert not {".all.rss.new", "gone.rss", "left.json.gz"} & room.files().keys()


class Crash(BaseException):
    """The process ends here."""


def crash(*_: object) -> None:
    raise Crash


@pytest.mark.parametrize("step", ["save", "keep", "publish"])
def test_a_crash_between_the_steps_loses_nothing(
    room: PressRoom, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Die before the window is saved, before the entries are kept, after the files are in place."""
    with monkeypatch.context() as patched:
        patched.setattr(room.store.windows, step, crash)
        with pytest.raises(Crash):
            room.arrive(sport(1))
    room.editions.repair()
    room.refresh(at(2))
    assert room.shown("sport") == ["1"]
    assert b"story:1" in room.read("sport.json")
    assert room.store.changes.reached(FOLLOWER) == room.store.changes.last() == 1
    assert room.store.windows.pending() == {}


def test_a_window_that_moves_on_while_it_is_printed_stays_pending(
    room: PressRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Publication.put
    room.feeds = (SPORT,)
    room.refresh(at(0))

    def slow(self: Publication, name: str, data: bytes, updated: datetime) -> bool:
        """Let a story arrive and be followed while the file is written."""
        accept(room.store, [sport(2)], at(2))
        follow(room.store, [subject(feed, Profile(site=SITE)) for feed in room.feeds], at(2))
        return put(self, name, data, updated)

    with monkeypatch.context() as patched:
        patched.setattr(Publication, "put", slow)
        room.arrive(sport(1))
    assert b"story:2" not in room.read("sport.json")
    assert room.store.windows.pending() == {"sport": False}
    room.refresh(at(9))
    assert b"story:2" in room.read("sport.json")
    assert room.store.windows.pending() == {}


# Schedules of a feed's own.


def test_a_feed_with_a_schedule_waits_for_it_but_not_with_removals(open_room: Rooms) -> None:
    room = open_room(replace(SPORT, cron="0 * * * *"))
    room.refresh(at(0))
    room.arrive(sport(1), sport(2))
    assert b"story:1" not in room.read("sport.json")
    assert len(room.refresh(at(3), scheduled=frozenset({"sport"})).printed) == 1
    assert b"story:1" in room.read("sport.json")
    assert room.arrive(sport(2, version=2, headline="Corrected"), now=at(4)).printed == ()
    room.arrive(sport(1, version=2, pub_status="canceled"), now=at(5))
    assert b"story:1" not in room.read("sport.json")
    assert room.arrive(sport(6)).printed == ()
    assert len(room.refresh(at(7), only=frozenset({"sport"})).printed) == 1


# The same bytes.


def test_a_second_archive_of_the_same_deliveries_is_the_same(open_room: Rooms) -> None:
    pieces = [
        sport(1),
        story(2, embargoed=at(8)),
        sport(3),
        sport(1, version=2, pub_status="canceled"),
        story(5),
    ]
    rooms = [open_room(), open_room()]
    for room in rooms:
        room.refresh(at(0))
        for minutes, piece in enumerate(pieces, 1):
            room.arrive(piece, now=at(minutes))
        room.refresh(at(60))
    first, second = ({n: (t, d) for n, (_, t, d) in room.files().items()} for room in rooms)
    assert first == second


def test_a_long_log_followed_at_once_bears_the_time_of_its_newest_change(open_room: Rooms) -> None:
    """More changes than one step takes, before the first feed was ever made."""
    room = open_room()
    room.arrive(*(sport(n) for n in range(1, 1300)), now=at(1300))
    assert room.shown("all") == ["1299", "1298", "1297", "1296", "1295"]
    assert room.updated("all") == room.updated("sport") == at(1300)
    assert room.refresh(at(2000)).printed == ()


def test_a_story_that_a_format_cannot_print_leaves_the_others(
    room: PressRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Formats take any story; should one not, the feed goes on without it and says so."""
    whole = FORMATS["json"].entry

    def choosy(article: object, profile: object) -> bytes:
        entry = whole(article, profile)  # type: ignore[arg-type]  # passed on as it came
        if b"story:1" in entry:
            raise ValueError("a word it does not know")
        return entry

    monkeypatch.setattr(press, "FORMATS", {**FORMATS, "json": structs.replace(FORMATS["json"], entry=choosy)})
    printed = by_feed(room.arrive(sport(1), sport(2)))
    assert printed["sport"].faults == (
        Fault("sport", "json", "a word it does not know", "urn:example:story:1"),
    )
    assert b"story:2" in room.read("sport.json")
    assert {e.format: e.entries for e in room.store.windows.editions() if e.feed == "all"} == {
        "rss": 2, "atom": 2, "json": 1, "newsml-g2": 2,
    }  # fmt: skip


# Following along.


def test_what_was_followed_along_is_printed_by_whoever_comes_next(room: PressRoom) -> None:
    """The process may end right after the arrival: its successor finds the feed pending."""
    ingest(room.store, [delivery(sport(1))], at(1), follower=room.editions.follow_along)
    assert room.store.changes.reached(FOLLOWER) == room.store.changes.last() == 1
    assert room.store.windows.pending().keys() == {"all", "sport"}
    room.refresh(at(2))
    assert b"story:1" in room.read("sport.json")
    assert room.refresh(at(3)) == Round()


def test_following_along_leaves_more_than_a_small_step_to_the_round(room: PressRoom) -> None:
    room.feeds = (ALL, replace(SPORT, query=Query(keywords=("chess",))))
    ingest(room.store, [delivery(sport(1))], at(1), follower=room.editions.follow_along)
    assert room.store.changes.reached(FOLLOWER) == 0
    room.refresh(at(2))
    assert (room.shown("all"), room.shown("sport")) == (["1"], [])
