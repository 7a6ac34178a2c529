"""The profiles as data: what comes with the program, and what a site changes."""

from datetime import timedelta

import pytest
from msgspec import structs

from syndication.errors import BadConfiguration
from syndication.model import Feed, Profile, Query, Site
from syndication.vocabulary.profiles import built_in, profiles

SITE = Site(base_url="https://wire.example")


def test_the_baseline_is_the_profile_of_no_switches() -> None:
    assert profiles(site=SITE)["baseline"] == Profile(site=SITE)


def test_what_comes_with_the_program() -> None:
    assert set(built_in()) == {
        "baseline",
        "google-feed",
        "google-news-sitemap",
        "msn",
        "flipboard",
        "smartnews",
        "newsbreak",
        "line",
        "gunosy",
        "dzen",
        "apple-news",
        "fulltext-partner",
        "feedly",
        "strict",
    }


def test_every_profile_differs_from_every_other() -> None:
    keys = [profile.key for profile in profiles(site=SITE, hub="https://wire.example/hub").values()]
    assert len(set(keys)) == len(keys)
    assert all("https://wire.example/hub" in key for key in keys)


def test_a_site_changes_one_switch_of_a_profile_and_keeps_the_others() -> None:
    changed = profiles({"msn": {"max_items": 30, "images": {"one_side": 900}}})["msn"]
    assert (changed.max_items, changed.images.one_side, changed.images.max_ratio) == (30, 900, 1.89)
    assert changed.expiry


def test_the_rules_are_those_of_the_first_profile_that_comes_with_the_program() -> None:
    own = {"a": {"like": "b"}, "b": {"like": "msn"}, "msn": {"max_items": 30}, "c": {"max_items": 3}}
    made = profiles(own)
    assert {name: made[name].rules for name in own} == {"a": "msn", "b": "msn", "msn": "msn", "c": "baseline"}
    assert all(made[name].rules == name for name in built_in())


def test_a_site_adds_a_profile_like_another() -> None:
    added = profiles({"partner": {"like": "line", "max_age": "P2D", "utm": {"source": "p"}}})["partner"]
    assert (added.name, added.rules, added.date_zone) == ("partner", "line", "+0900")
    assert added.max_age == timedelta(days=2)
    assert added.utm is not None
    assert added.utm.source == "p"


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"x": {"max_itms": 3}}, "max_itms"),
        ({"x": {"max_items": "many"}}, "max_items"),
        ({"x": {"max_items": 0}}, "max_items"),
        ({"x": {"update_signal": "loud"}}, "loud"),
        ({"x": {"date_zone": "JST"}}, "date_zone"),
        ({"x": {"images": {"widht": 3}}}, "widht"),
        ({"x": {"like": "nobody"}}, "nobody"),
        ({"x": {"like": "y"}, "y": {"like": "x"}}, "none to start from"),
        ({"x": {"site": {}}}, "cannot say site"),
        ({"x": {"rules": "msn"}}, "cannot say rules"),
    ],
)
def test_a_mistake_is_an_error_that_names_it(tables: dict[str, dict[str, object]], said: str) -> None:
    with pytest.raises(BadConfiguration, match=said):
        profiles(tables)


def test_the_place_of_a_mistake_is_told() -> None:
    with pytest.raises(BadConfiguration, match=r"profiles\.toml: profile x"):
        profiles({"x": {"a": 1}}, where="profiles.toml")


def test_an_aggregator_bounds_a_feed_and_never_widens_it() -> None:
    dzen = profiles()["dzen"]
    feed = Feed(name="world", title="World", limit=1000)
    assert (dzen.bounded(feed).limit, dzen.bounded(feed).max_age) == (500, timedelta(days=3))
    short = Feed(name="world", title="World", limit=5, max_age=timedelta(days=1))
    assert dzen.bounded(short) == short
    assert Profile().bounded(feed) == feed


def test_a_feed_of_one_language_and_class_holds_its_own_unless_it_names_another() -> None:
    msn = profiles(site=structs.replace(SITE, language="en-IN"))["msn"]
    assert msn.bounded(Feed(name="world", title="World")).query == Query(
        languages=("en",), item_classes=("text",)
    )
    assert msn.bounded(Feed(name="world", title="World", language="hi")).query.languages == ("hi",)
    own = Query(languages=("ur",), item_classes=("video",), desks=("int",))
    assert msn.bounded(Feed(name="world", title="World", query=own)).query == own
