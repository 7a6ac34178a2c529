"""Two stories under one address: an aggregator that knows stories by theirs gets the first alone."""

from collections.abc import Callable

import pytest

from syndication.editions.entries import Entries
from syndication.editions.namesakes import namesakes
from syndication.model import Feed
from syndication.render import rss
from syndication.validate import validate
from syndication.vocabulary.profiles import profiles
from tests.desk import at, story
from tests.editions.conftest import SITE, PressRoom, by_feed

PAGE = "https://esmer.example/live/harbour-day"
READERS = Feed(name="all", title="Everything", formats=("rss",))


def partner(profile: str, form: str = "rss") -> Feed:
    return Feed(name="partner", title="Partner", formats=(form,), profile=profile)


@pytest.mark.parametrize(
    ("feed", "rule"),
    [
        pytest.param(partner("newsbreak"), "B04", id="newsbreak"),
        pytest.param(partner("ours"), "B04", id="own"),
        pytest.param(partner("ours", "atom"), "B04", id="atom"),
        pytest.param(partner("ours", "json"), "B04", id="json"),
    ],
)
def test_the_second_story_of_an_address_is_left_out_as_long_as_the_first_is_there(
    open_room: Callable[..., PressRoom], feed: Feed, rule: str
) -> None:
    room = open_room(READERS, feed)
    room.own_profiles = {"ours": {"guid_style": "permalink"}}
    file = f"partner.{feed.formats[0]}"
    first, second = story(1, url=PAGE), story(2, url=PAGE)
    room.arrive(first)
    printed = by_feed(room.arrive(second, now=at(2)))
    (fault,) = printed["partner"].faults
    assert fault.subject == f"story {second.guid} in edition partner as {feed.formats[0]}"
    assert fault.said == f"{rule}: guid {PAGE} is that of another story in the feed"
    assert printed["all"].faults == ()
    document = room.read(file)
    assert (first.headline or "").encode() in document
    assert (second.headline or "").encode() not in document
    demands = profiles(room.own_profiles, SITE)[feed.profile]
    assert "B04" not in {f.rule for f in validate(document, demands, at(3))}
    again = by_feed(room.refresh(at(4), everything=True))
    assert again["partner"].faults == (fault,)
    assert again["partner"].written == 0
    gone = by_feed(room.arrive(story(1, url=PAGE, version=2, pub_status="canceled"), now=at(5)))
    assert gone["partner"].faults == ()
    assert (second.headline or "").encode() in room.read(file)


def test_of_two_that_come_at_once_the_one_published_first_stays(open_room: Callable[..., PressRoom]) -> None:
    room = open_room(partner("newsbreak"))
    printed = by_feed(room.arrive(story(2, url=PAGE), story(1, url=PAGE)))
    (fault,) = printed["partner"].faults
    assert fault.story == story(2).guid
    assert (story(1).headline or "").encode() in room.read("partner.rss")


def test_a_partner_that_allows_no_link_twice_gets_the_first_alone() -> None:
    demands = profiles({}, SITE)["fulltext-partner"]
    first, second, other = (
        rss.entry(story(n, url=url), demands) for n, url in ((1, PAGE), (2, PAGE), (3, None))
    )
    entries = Entries("rss", [other, second, first], {2: second, 3: other}, {}, {}, 3)
    assert namesakes(entries, demands) == {2: f"FP3: link {PAGE} is that of another story in the feed"}
    assert namesakes(entries, profiles({}, SITE)["baseline"]) == {}, "others tell stories by their guids"
