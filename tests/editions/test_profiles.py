"""Every profile in every format: the same bytes again, kept entries used, and one feed's profile its own affair."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from syndication.model import Article, Feed, Query
from syndication.model.article import Subject
from syndication.model.brand import Partners, SmartNews
from syndication.render import FORMATS
from syndication.vocabulary.profiles import built_in
from tests.desk import at, story
from tests.editions.conftest import SITE, PressRoom
from tests.render.stories import picture

EVERY = tuple(FORMATS)
LOGOS = structs.replace(SITE, partners=Partners(smartnews=SmartNews(logo="/l.png", dark_mode_logo="/d.png")))
TITLE = "The lighthouse of Port Esmer is lit again, number"


def whole(number: int, **fields: object) -> Article:
    """Return a story with all that the strictest taker demands."""
    given = {"headline": f"{TITLE} {number}", "subjects": (Subject(name="Sea"),), "media": (picture(number),)}
    return story(number, **(given | fields))


@pytest.fixture
def room(open_room: Callable[..., PressRoom]) -> PressRoom:
    """A room with a feed for each profile, in every format; no rule leaves these stories out."""
    feeds = [
        Feed(
            name=name,
            title=name,
            formats=tuple(form for form in EVERY if name != "google-news-sitemap" or form != "sitemap"),
            profile=f"own-{name}",
        )
        for name in built_in()
    ]
    made = open_room(*feeds)
    made.site = LOGOS
    made.own_profiles = {
        f"own-{name}": {"like": name, "need_hub": False, "need_image": False, "min_body": 1, "min_title": 1}
        for name in built_in()
    }
    return made


def test_what_is_published_is_the_same_from_another_store_and_in_one_go(
    room: PressRoom, tmp_path: Path
) -> None:
    """Kept entries joined, one arrival after the other, are what a store that sees all at once renders."""
    arrivals = [whole(n) for n in range(1, 5)]
    arrivals.append(whole(2, version=2, headline=f"{TITLE} 2, corrected", updated=at(9)))
    for article in arrivals:
        room.arrive(article, now=at(10))
    other = PressRoom(tmp_path, room.feeds)
    other.site, other.own_profiles = room.site, room.own_profiles
    other.arrive(*arrivals, now=at(10))
    mine, theirs = room.files(), other.files()
    assert mine.keys() == theirs.keys()
    assert [name for name in mine if mine[name][2] != theirs[name][2]] == []
    assert len(mine) >= 2 * (len(FORMATS) - 1) * len(room.feeds)
    other.store.close()


def test_a_round_renders_what_is_new_and_nothing_else(room: PressRoom) -> None:
    room.arrive(*(whole(n) for n in range(1, 4)))
    before = room.files()
    assert sum(p.rendered for p in room.refresh(at(20), everything=True).printed) == 0
    assert room.files() == before
    result = room.arrive(whole(4), now=at(21))
    assert {printed.feed: printed.rendered for printed in result.printed} == {
        feed.name: len(feed.formats) for feed in room.feeds
    }


def test_another_profile_rebuilds_its_feed_alone(open_room: Callable[..., PressRoom]) -> None:
    room = open_room(*(Feed(name=name, title=name, formats=EVERY, query=Query()) for name in ("one", "two")))
    room.arrive(story(1), story(2))
    before = room.files()
    room.feeds = [structs.replace(room.feeds[0], profile="dated"), room.feeds[1]]
    room.own_profiles = {"dated": {"date_zone": "+0530"}}
    result = room.refresh(at(9))
    assert [printed.feed for printed in result.printed] == ["one"]
    changed = {name for name, file in room.files().items() if before[name] != file}
    assert changed == {"one.rss", "one.rss.gz"}


def test_a_switch_of_one_profile_rebuilds_the_feeds_that_have_it(open_room: Callable[..., PressRoom]) -> None:
    feeds = [Feed(name=n, title=n, formats=EVERY, profile=p) for n, p in (("a", "x"), ("b", "x"), ("c", "y"))]
    room = open_room(*feeds)
    room.own_profiles = {"x": {"max_items": 9}, "y": {"max_items": 9}}
    room.arrive(story(1))
    room.own_profiles = {"x": {"max_items": 9, "withdrawn": "Gone."}, "y": {"max_items": 9}}
    before = room.files()
    assert sorted(p.feed for p in room.refresh(at(9)).printed) == ["a", "b"]
    assert room.files() == before, "no byte depends on the words for a killed story while there is none"
