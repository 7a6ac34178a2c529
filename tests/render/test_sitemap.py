"""Sitemaps, plain and for Google News."""

import re
from datetime import UTC, datetime, timedelta

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


def dated(number: int, published: datetime, **fields: object) -> bytes:
    """Return the news of one story of many."""
    story = make(f"n{number}", created=published, updated=None, **fields)
    return FORMATS["sitemap-news"].entry(story, PROFILE)


def split(entries: list[bytes], name: str = "sitemap-news") -> dict[str, bytes]:
    parts = FORMATS[name].parts
    assert parts is not None
    made = parts.split(entries)
    assert all(re.fullmatch(parts.pattern, extension) for extension in made)
    return made


# Newest first, one a minute: 1,081 of Wednesday the 25th, 1,020 of the day before.
MANY = [dated(n, datetime(2026, 11, 25, 18, 0, tzinfo=UTC) - timedelta(minutes=n)) for n in range(2101)]


def test_a_thousand_stories_are_one_file() -> None:
    full = [entry for entry in MANY[:1000] for entry in (entry, b"")]
    assert split(full) == {}
    root = xml(FORMATS["sitemap-news"].document(FEED, PROFILE, UPDATED, full))
    assert (root.tag, len(root)) == (f"{S}urlset", 1000)


def test_more_than_a_thousand_stories_are_parts_by_day_and_an_index(
    sitemap_schema: etree.XMLSchema,
) -> None:
    parts = split(MANY)
    sizes = {extension: len(xml(part)) for extension, part in parts.items()}
    assert sizes == {
        ".sitemap-news-2026-11-25-2.xml": 81,
        ".sitemap-news-2026-11-25-1.xml": 1000,
        ".sitemap-news-2026-11-24-2.xml": 20,
        ".sitemap-news-2026-11-24-1.xml": 1000,
    }
    for part in parts.values():
        sitemap_schema.assertValid(xml(part))
    locs = [loc.text for part in parts.values() for loc in xml(part).iter(f"{S}loc")]
    assert locs == [found[1].decode() for entry in MANY if (found := re.search(rb"<loc>(.*)</loc>", entry))]
    index = xml(FORMATS["sitemap-news"].document(FEED, PROFILE, UPDATED, MANY))
    assert index.tag == f"{S}sitemapindex"
    assert [loc.text for loc in index.iter(f"{S}loc")] == [
        f"https://wire.example/world{extension}" for extension in parts
    ]
    assert index.findtext(f"{S}sitemap/{S}lastmod") == "2026-11-25T18:00:00Z"


def test_an_arrival_changes_the_newest_part_alone_and_ageing_the_oldest() -> None:
    before = split(MANY)
    arrived = split([dated(9000, datetime(2026, 11, 25, 18, 5, tzinfo=UTC)), *MANY])
    assert [e for e in arrived if arrived[e] != before[e]] == [".sitemap-news-2026-11-25-2.xml"]
    aged = split(MANY[:-3])
    assert {e for e in before if aged.get(e) != before[e]} == {
        ".sitemap-news-2026-11-24-1.xml",
        ".sitemap-news-2026-11-24-2.xml",
    }


def test_a_correction_is_seen_in_the_index() -> None:
    """The date of publication stays, so the last change must tell."""
    published = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    story = make("c", created=published, updated=published + timedelta(hours=9))
    root = document("sitemap-news", story)
    assert root.findtext(f".//{S}lastmod") == "2026-11-24T21:00:00Z"
    assert root.findtext(f".//{N}publication_date") == "2026-11-24T12:00:00Z"


def test_the_plain_sitemap_holds_fifty_thousand() -> None:
    entry = sitemap.entry(STORIES["plain"], PROFILE)
    assert split([entry] * 50_000, "sitemap") == {}
    assert [len(part) > 1000 for part in split([entry] * 50_001, "sitemap").values()] == [False, True]


def test_a_file_holds_no_more_than_fifty_megabytes() -> None:
    address = "https://wire.example/" + "a" * 60_000
    entry = sitemap.entry(make("large", url=address), PROFILE)
    parts = split([entry] * 1_000, "sitemap")
    assert sum(len(xml(part)) for part in parts.values()) == 1_000
    assert all(len(part) <= 50 * 1024 * 1024 for part in parts.values())
