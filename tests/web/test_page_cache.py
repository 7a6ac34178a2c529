import msgspec

from syndication.model import Article
from syndication.web.page_cache import PageCache
from syndication.web.representation import Variants, represent, strong_etag
from tests.web.newsroom import story


def page(body: bytes) -> Variants:
    return Variants(represent(body, strong_etag(body), []))


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
