"""Sitemaps, plain and for Google News."""

from datetime import timedelta

import msgspec
import pytest
from lxml import etree

from syndication.model import Article, Site
from syndication.render import FORMATS, sitemap
from syndication.xmlns import SITEMAP, SITEMAP_NEWS
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, NOON, PROFILE, SITE, STORIES, UPDATED, changed, make

S, N = f"{{{SITEMAP}}}", f"{{{SITEMAP_NEWS}}}"
BOTH = ["sitemap", "sitemap-news"]


def document(name: str, *articles: Article, site: Site = SITE) -> etree._Element:
    profile = msgspec.structs.replace(PROFILE, site=site)
    made = FORMATS[name]
    return xml(made.document(FEED, profile, UPDATED, [made.entry(a, profile) for a in articles]))


@pytest.mark.parametrize("name", BOTH)
def test_a_sitemap_is_valid(name: str, story: Article, sitemap_schema: etree.XMLSchema) -> None:
    sitemap_schema.assertValid(document(name, story))


@pytest.mark.parametrize("name", BOTH)
def test_a_quiet_time_is_an_empty_sitemap(name: str) -> None:
    assert document(name).tag == f"{S}urlset"
    assert len(document(name)) == 0


def test_what_google_news_reads() -> None:
    site = msgspec.structs.replace(SITE, publication="Harbour Wire")
    story = changed(FULL, updated=NOON + timedelta(days=1))
    news = document("sitemap-news", story, site=site).find(f"{S}url/{N}news")
    assert news is not None
    assert [(etree.QName(e).localname, e.text) for e in news.iter() if not len(e)] == [
        ("name", "Harbour Wire"),
        ("language", "en"),
        ("publication_date", "2026-11-24T12:00:00Z"),
        ("title", "Canal vote: everything"),
    ]
    assert FORMATS["sitemap-news"].max_age == timedelta(hours=48)


@pytest.mark.parametrize(
    ("tag", "said"),
    [("en-IN", "en"), ("hi", "hi"), ("zh-Hans", "zh-cn"), ("zh-Hant-HK", "zh-tw"), ("zh-TW", "zh-tw"), ("zh", "zh-cn"),
     ("kok", "kok"), (None, "en"), ("not a tag", "en")],
)  # fmt: skip
def test_the_language_is_one_that_google_news_knows(tag: str | None, said: str) -> None:
    found = document("sitemap-news", make("l", language=tag)).findtext(f".//{N}language")
    assert found == said


@pytest.mark.parametrize("name", BOTH)
def test_an_address_is_of_the_sites_own_host(name: str) -> None:
    for url in (None, "https://paper.example/canal?utm_source=x", "https://wire.example.org/a"):
        loc = document(name, make("a", url=url)).findtext(f".//{S}loc") or ""
        assert loc.startswith("https://wire.example/articles/")
    own = "https://wire.example/articles/named"
    assert document(name, make("a", url=own)).findtext(f".//{S}loc") == own


@pytest.mark.parametrize("name", BOTH)
def test_a_killed_story_is_in_no_sitemap(name: str) -> None:
    assert len(document(name, changed(FULL, pub_status="canceled"), make("a"))) == 1


def test_the_plain_sitemap_tells_the_last_change() -> None:
    assert document("sitemap", FULL).findtext(f".//{S}lastmod") == "2026-11-24T14:00:00Z"


def test_more_than_a_thousand_stories_are_parts_and_an_index(sitemap_schema: etree.XMLSchema) -> None:
    made = FORMATS["sitemap-news"]
    assert made.parts is not None
    entry = made.entry(make("a"), PROFILE)
    full, over = [entry, b""] * 1000, [entry] * 2001
    assert made.parts(FEED, PROFILE, UPDATED, full) == {}
    assert xml(made.document(FEED, PROFILE, UPDATED, full)).tag == f"{S}urlset"
    parts = made.parts(FEED, PROFILE, UPDATED, over)
    assert list(parts) == [f".sitemap-news-{n}.xml" for n in (1, 2, 3)]
    assert [len(xml(part)) for part in parts.values()] == [1000, 1000, 1]
    for part in parts.values():
        sitemap_schema.assertValid(xml(part))
    index = xml(made.document(FEED, PROFILE, UPDATED, over))
    assert index.tag == f"{S}sitemapindex"
    assert [loc.text for loc in index.iter(f"{S}loc")] == [
        f"https://wire.example/feeds/world{extension}" for extension in parts
    ]


def test_the_plain_sitemap_holds_fifty_thousand() -> None:
    entry = sitemap.entry(STORIES["plain"], PROFILE)
    assert sitemap.parts(FEED, PROFILE, UPDATED, [entry] * 50_000) == {}
    assert len(sitemap.parts(FEED, PROFILE, UPDATED, [entry] * 50_001)) == 2
