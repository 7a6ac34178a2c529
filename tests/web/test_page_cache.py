from datetime import timedelta

import msgspec
import pytest

from syndication.model import Article
from syndication.web.page_cache import ListCache, PageCache
from syndication.web.representation import Variants, represent
from tests.web.newsroom import NOW, story


def page(body: bytes) -> Variants:
    return Variants(represent(body, []))


def named(guid: str) -> Article:
    return msgspec.structs.replace(story("ferry"), guid=guid)


def test_gives_back_the_page_of_an_equal_version() -> None:
    cache, kept = PageCache(), page(b"1")
    cache.put(story("ferry"), kept)
    assert cache.get(story("ferry")) is kept


def test_knows_no_page_of_another_version_even_of_the_same_number() -> None:
    cache = PageCache()
    cache.put(story("ferry"), page(b"1"))
    assert cache.get(msgspec.structs.replace(story("ferry"), headline="Other")) is None


def test_forgets_the_page_that_was_not_asked_for_longest() -> None:
    cache = PageCache(size=2)
    cache.put(named("a:1"), page(b"1"))
    cache.put(named("a:2"), page(b"2"))
    assert cache.get(named("a:1")) is not None
    cache.put(named("a:3"), page(b"3"))
    assert [cache.get(named(f"a:{n}")) is not None for n in (1, 2, 3)] == [True, False, True]


def test_keeps_no_page_that_is_out_of_all_measure() -> None:
    cache = PageCache()
    cache.put(story("ferry"), page(b"small"))
    cache.put(story("ferry"), page(b" " * 300_000))
    assert cache.get(story("ferry")) is None


def after(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("head", "seconds", "kept"),
    [
        pytest.param(7, 0, True, id="at once"),
        pytest.param(7, 0.9, True, id="within the second"),
        pytest.param(7, 1.0, False, id="the second is over"),
        pytest.param(8, 0.1, False, id="something has changed"),
        pytest.param(7, -0.1, False, id="the clock was set back"),
    ],
)
def test_a_list_lasts_a_second_or_until_something_changes(head: int, seconds: float, kept: bool) -> None:
    cache = ListCache()
    cache.put("coast", 7, NOW, [story("ferry")], page(b"1"))
    assert (cache.get("coast", head, NOW + after(seconds)) is not None) is kept
    assert cache.get("world", 7, NOW) is None


def test_a_list_ends_with_the_first_of_its_stories_that_turns() -> None:
    cache = ListCache()
    ending = msgspec.structs.replace(story("ferry"), expires=NOW + after(0.5))
    cache.put("coast", 7, NOW, [story("hindi"), ending], page(b"1"))
    assert cache.get("coast", 7, NOW + after(0.4)) is not None
    assert cache.get("coast", 7, NOW + after(0.5)) is None
