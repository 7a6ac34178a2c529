from datetime import timedelta

import msgspec
import pytest

from syndication.model import Article
from syndication.web.page_cache import FreshCache, PageCache
from syndication.web.representation import Variants, represent
from tests.web.newsroom import NOW, story


def page(body: bytes) -> Variants:
    return Variants(represent(body, []))


def named(guid: str) -> Article:
    return msgspec.structs.replace(story("ferry"), guid=guid)


def test_gives_back_the_page_of_an_equal_version() -> None:
    cache, kept = PageCache(), page(b"1")
    cache.put("a", (story("ferry"),), kept)
    assert cache.get("a", (story("ferry"),)) is kept


def test_knows_no_page_of_another_version_even_of_the_same_number() -> None:
    cache = PageCache()
    cache.put("a", (story("ferry"), story("hindi")), page(b"1"))
    other = msgspec.structs.replace(story("ferry"), headline="Other")
    assert cache.get("a", (other, story("hindi"))) is None
    assert cache.get("a", (story("ferry"),)) is None
    assert cache.get("b", (story("ferry"), story("hindi"))) is None


def test_forgets_the_page_that_was_not_asked_for_longest() -> None:
    cache = PageCache(size=2)
    cache.put("a:1", (named("a:1"),), page(b"1"))
    cache.put("a:2", (named("a:2"),), page(b"2"))
    assert cache.get("a:1", (named("a:1"),)) is not None
    cache.put("a:3", (named("a:3"),), page(b"3"))
    assert [cache.get(f"a:{n}", (named(f"a:{n}"),)) is not None for n in (1, 2, 3)] == [True, False, True]


def test_keeps_no_page_that_is_out_of_all_measure() -> None:
    cache = PageCache()
    kept = (story("ferry"),)
    cache.put("a", kept, page(b"small"))
    cache.put("a", kept, page(b" " * 300_000))
    assert cache.get("a", kept) is None
    fresh = FreshCache()
    fresh.put("a", 7, NOW, kept, page(b" " * 300_000))
    assert fresh.get("a", 7, NOW) is None


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
    cache = FreshCache()
    cache.put("coast", 7, NOW, [story("ferry")], page(b"1"))
    assert (cache.get("coast", head, NOW + after(seconds)) is not None) is kept
    assert cache.get("world", 7, NOW) is None


def test_a_list_ends_with_the_first_of_its_stories_that_turns() -> None:
    cache = FreshCache()
    ending = msgspec.structs.replace(story("ferry"), expires=NOW + after(0.5))
    cache.put("coast", 7, NOW, [story("hindi"), ending], page(b"1"))
    assert cache.get("coast", 7, NOW + after(0.4)) is not None
    assert cache.get("coast", 7, NOW + after(0.5)) is None


def test_a_full_cache_of_fresh_pages_lets_the_first_one_go() -> None:
    cache = FreshCache(size=2)
    for name in ("a", "b", "c"):
        cache.put(name, 7, NOW, [story("ferry")], page(b"1"))
    assert [cache.get(name, 7, NOW) is not None for name in ("a", "b", "c")] == [False, True, True]
