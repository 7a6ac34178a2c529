"""A feed that is defined anew is computed in portions: nothing wrong is visible meanwhile, and nobody waits."""

import threading
from collections.abc import Callable

import msgspec
import pytest

from syndication.editions import recruiting
from syndication.model import Feed, Query
from tests.desk import accept, at, story
from tests.editions.conftest import PressRoom

Rooms = Callable[..., PressRoom]
CHESS = Query(keywords=("chess",))
FEED = Feed(name="one", title="One", formats=("json",), limit=9, query=Query(keywords=("sport",)))
OTHER = msgspec.structs.replace(FEED, name="other", query=Query())


@pytest.fixture
def room(open_room: Rooms, monkeypatch: pytest.MonkeyPatch) -> PressRoom:
    """A room with twelve stories, odd ones of sport and even ones of chess, whose feed has just been redefined."""
    made = open_room(FEED, OTHER)
    made.arrive(*(story(n, keywords=("sport" if n % 2 else "chess",)) for n in range(1, 13)))
    monkeypatch.setattr(recruiting, "PORTION", 3)
    made.feeds = (msgspec.structs.replace(FEED, query=CHESS), OTHER)
    return made


def short(room: PressRoom, minutes: float) -> bool:
    """Do a short round and say whether there is more."""
    return room.refresh(at(minutes), short=True).more


def test_the_old_edition_stays_until_the_walk_is_done(room: PressRoom) -> None:
    before = room.read("one.json")
    rounds = 0
    while short(room, 20):
        assert room.read("one.json") == before
        rounds += 1
    assert rounds == 4
    assert room.shown("one") == ["12", "10", "8", "6", "4", "2"]
    assert b"story:12" in room.read("one.json")
    assert b"story:11" not in room.read("one.json")


def test_others_are_served_meanwhile(room: PressRoom) -> None:
    assert short(room, 20)
    room.arrive(story(13, keywords=("chess",)), now=at(21), short=True)
    assert b"story:13" in room.read("other.json")
    assert b"story:13" not in room.read("one.json")
    room.refresh(at(22))
    assert room.shown("one") == ["13", "12", "10", "8", "6", "4", "2"]


def test_a_kill_reaches_the_old_edition_at_once(room: PressRoom) -> None:
    assert short(room, 20)
    killed = story(11, version=2, pub_status="canceled", updated=at(21))
    room.arrive(killed, story(12, version=2, pub_status="canceled", updated=at(21)), now=at(21), short=True)
    assert b"story:11" not in room.read("one.json")
    assert b"story:9" in room.read("one.json")
    room.refresh(at(22))
    assert room.shown("one") == ["10", "8", "6", "4", "2"]


def test_a_definition_that_changes_again_begins_again(room: PressRoom) -> None:
    assert short(room, 20)
    room.feeds = (msgspec.structs.replace(FEED, query=Query(keywords=("sport", "none"))), OTHER)
    assert short(room, 21)
    room.refresh(at(22))
    assert room.shown("one") == ["11", "9", "7", "5", "3", "1"]


def test_a_process_that_ends_loses_one_portion_at_most(room: PressRoom) -> None:
    """Each round of a press room is that of a process that has just started."""
    walked = []
    while short(room, 20):
        with room.store.write():
            walked.append(room.store.windows.load("one").walked)
    assert walked == [3, 6, 9, 12]


def test_a_new_feed_is_not_published_before_it_is_known(room: PressRoom) -> None:
    new = msgspec.structs.replace(FEED, name="new")
    room.feeds = (FEED, OTHER, new)
    while short(room, 20):
        assert not (room.directory / "new.json").exists()
    assert room.shown("new") == ["11", "9", "7", "5", "3", "1"]
    assert room.updated("new") == room.updated("one") == at(12)


def test_a_feed_that_is_no_longer_defined_goes_in_portions(
    room: PressRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("syndication.editions.membership._BATCH", 5)
    room.feeds = (FEED,)
    assert [short(room, 20) for _ in range(4)] == [True, True, True, False]
    assert room.store.windows.definitions().keys() == {"one"}


def test_who_waits_to_write_comes_before_who_has_just_written(room: PressRoom) -> None:
    """Or copy would wait until the walk has come to its end."""
    order: list[str] = []
    waits = threading.Event()

    def arrive() -> None:
        waits.set()
        accept(room.store, [story(50)], at(30))
        order.append("arrival")
        room.store.close()

    other = threading.Thread(target=arrive)
    with room.store.write():
        other.start()
        waits.wait()
        other.join(0.2)  # it stands at the lock now
    for _ in range(50):
        with room.store.write():
            order.append("portion")
    other.join()
    assert order.index("arrival") <= 2
