"""A story is killed by command: with all that is in it, for good, and until an editor brings it back."""

import pytest
from msgspec.structs import replace

from syndication.errors import UnknownName
from syndication.ingest import apart, kill, turn
from syndication.store import Store
from tests.desk import accept, at, kinds, story
from tests.ingest.test_running_stories import AGENCY, FIRST, PORTAL, SECOND, THIRD, near, public


def order(store: Store, guid: str, minutes: float = 60) -> None:
    """Kill a story so many minutes after noon."""
    with store.write():
        kill(store, guid, at(minutes))


def visible(store: Store) -> list[str]:
    """Return the guids of what the public sees."""
    return sorted(article.guid for article in store.articles.newest(9))


def test_it_leaves_at_once_and_alone(store: Store) -> None:
    accept(store, [story(1), story(2)], at(3))
    order(store, story(1).guid)
    assert visible(store) == [story(2).guid]
    assert kinds(store)[-1] == ("kill", at(60))


@pytest.mark.parametrize("guid", [FIRST.guid, SECOND.guid], ids=["story", "take"])
def test_it_leaves_with_all_that_is_in_it(store: Store, guid: str) -> None:
    accept(store, [FIRST, SECOND], at(20))
    order(store, guid)
    assert public(store) == []
    accept(store, [THIRD], at(70))
    assert public(store) == []


def test_what_its_wire_sends_later_stays_away(store: Store) -> None:
    accept(store, [story(1)], at(3))
    order(store, story(1).guid)
    accept(
        store,
        [story(1, version=5, headline="Other words", source=replace(story(1).source, received=at(70)))],
        at(70),
    )
    assert visible(store) == []


def test_its_text_from_another_hand_stays_away(store: Store) -> None:
    accept(store, [AGENCY], at(3))
    order(store, AGENCY.guid)
    accept(store, [PORTAL, near("bridge-unsigned", 80)], at(81))
    assert visible(store) == []


def test_what_is_under_embargo_never_appears(store: Store) -> None:
    accept(store, [story(1, embargoed=at(90))], at(3))
    order(store, story(1).guid)
    turn(store, at(91))
    assert visible(store) == []
    assert kinds(store) == []


def test_it_is_brought_back_and_can_be_killed_again(store: Store) -> None:
    accept(store, [FIRST, SECOND], at(20))
    order(store, FIRST.guid)
    with store.write():
        apart(store, FIRST.guid, at(61))
    assert visible(store) == [FIRST.guid]
    order(store, FIRST.guid, 62)
    assert visible(store) == []
    with pytest.raises(UnknownName, match="killed already"):
        order(store, FIRST.guid, 63)


def test_a_story_that_is_dated_ahead_can_be_killed(store: Store) -> None:
    accept(store, [story(1, created=at(60 * 30))], at(3))
    order(store, story(1).guid)
    assert visible(store) == []


def test_what_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(UnknownName, match="urn:nothing"):
        order(store, "urn:nothing")
