"""What we publish, held against what we demand: no error under the baseline."""

from datetime import timedelta

import pytest

from syndication.model import Article
from syndication.render import FORMATS, SINGLES, by_name, opml
from syndication.validate import Facts, validate
from syndication.vocabulary import profiles
from tests.render.stories import FEED, PROFILE, STORIES, UPDATED, changed

LATER = UPDATED + timedelta(hours=1)
ALL = tuple(changed(a, guid=f"urn:newsml:harbour.example:{n}") for n, a in enumerate(STORIES.values()))


def document(form: str, *articles: Article) -> bytes:
    target = by_name(form)
    ordered = sorted(articles, key=lambda a: a.published, reverse=True)
    kept = [target.entry(article, PROFILE) for article in ordered]
    return target.document(FEED, PROFILE, UPDATED, [entry for entry in kept if entry])


def address(form: str) -> str:
    return PROFILE.site.feed(FEED.name, by_name(form).extension)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_without_error(form: str, name: str) -> None:
    data = document(form, STORIES[name])
    found = validate(data, PROFILE, LATER, by_name(form).media_type, Facts(address=address(form)))
    assert [f for f in found if f.level == "error"] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_whole_feed_is_without_error_and_told_by_its_bytes(form: str) -> None:
    data = document(form, *ALL)
    again = document(form, *ALL)
    found = validate(data, PROFILE, LATER, None, Facts(address=address(form), again=again, previous=again))
    assert [f for f in found if f.level == "error"] == []


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_whole_feed_is_good_enough_for_strict_readers(form: str) -> None:
    """But for its size, and for addresses that the wire gave us as http: those are said, as warnings."""
    strict = profiles.profiles(site=PROFILE.site, hub=PROFILE.hub)["strict"]
    target = by_name(form)
    ordered = sorted(ALL, key=lambda a: a.published, reverse=True)
    data = target.document(FEED, strict, UPDATED, [e for a in ordered if (e := target.entry(a, strict))])
    found = validate(data, strict, LATER, None, Facts(address=address(form)))
    assert {f.rule for f in found if f.level != "note"} <= {"B19", "B20"}


@pytest.mark.parametrize("form", SINGLES)
@pytest.mark.parametrize("name", STORIES)
def test_a_single_document_is_without_error(form: str, name: str) -> None:
    target = SINGLES[form]
    data = target.single(STORIES[name], PROFILE)
    if data:
        found = validate(data, PROFILE, LATER, form)
        assert [f for f in found if f.level == "error"] == []


def test_the_list_of_feeds_is_without_error() -> None:
    data = opml.document([FEED], PROFILE.site, UPDATED)
    assert validate(data, PROFILE, LATER) == []


def test_a_news_sitemap_keeps_the_rules_of_google() -> None:
    demands = profiles.profiles(site=PROFILE.site)["google-news-sitemap"]
    target = by_name("sitemap-news")
    for story in STORIES.values():
        data = target.document(FEED, demands, UPDATED, [e for e in [target.entry(story, demands)] if e])
        assert [f for f in validate(data, demands, LATER, "sitemap") if f.level == "error"] == []


def test_the_index_of_sitemaps_is_without_error() -> None:
    demands = profiles.profiles(site=PROFILE.site)["google-news-sitemap"]
    target = by_name("sitemap-news")
    assert target.parts
    entries = [e for a in ALL if (e := target.entry(a, demands))]
    many = [entries[n % len(entries)] for n in range(1_001)]
    parts = target.parts.split(many)
    assert len(parts) >= 2
    for data in (target.document(FEED, demands, UPDATED, many), *parts.values()):
        assert [f for f in validate(data, demands, LATER, "sitemap") if f.level == "error"] == []
