"""What a site says of itself: its feeds as OPML, robots.txt, its news sitemap, its terms."""

import time
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from msgspec import structs

from syndication.model import Feed, Site
from syndication.model.licensing import Licensing, Rsl, Tdm
from syndication.render import FORMATS
from syndication.web.front import published_files
from syndication.web.settings import ServedFormat, WebSettings
from syndication.web.site_documents import SiteDocuments
from syndication.web.terms import terms_headers

RSS = ServedFormat(name="rss", extension=".rss", media_type="application/rss+xml; charset=utf-8")
NEWS, PLAIN = (
    ServedFormat(
        name=f.name, extension=f.extension, media_type="application/xml; charset=utf-8", parts=f.parts.pattern
    )
    for f in (FORMATS["sitemap-news"], FORMATS["sitemap"])
    if f.parts
)
FEEDS = (
    Feed(name="coast", title="Coast & sea", formats=("rss",)),
    Feed(name="search", title="For search", formats=("sitemap-news",)),
)
TERMS = Licensing(rsl=Rsl(prohibits=("ai-train",)), tdm=Tdm(reservation=True))


def settings(place: Path, site: Site, *feeds: Feed) -> WebSettings:
    return WebSettings(
        site=site, public=str(place), store="sqlite:///x", feeds=feeds, formats=(RSS, NEWS, PLAIN)
    )


def made(place: Path, site: Site, *feeds: Feed) -> dict[str, bytes]:
    documents = SiteDocuments(settings(place, site, *feeds))
    return {path: variants.plain.body for path, variants in documents._made.items()}  # noqa: SLF001 - its only state


def test_lists_the_feeds_that_readers_take(tmp_path: Path) -> None:
    outlines = etree.fromstring(made(tmp_path, Site(), *FEEDS)["/opml.xml"]).findall(".//outline")
    assert [o.get("text") for o in outlines] == ["Coast & sea"]
    assert outlines[0].get("xmlUrl") == "http://127.0.0.1:8080/feeds/coast.rss"


@pytest.mark.parametrize(
    ("site", "feeds", "robots"),
    [
        (Site(), FEEDS[:1], "User-agent: *\nAllow: /\n"),
        (
            Site(base_url="https://news.example", licensing=TERMS),
            FEEDS,
            (
                "User-agent: *\nAllow: /\nLicense: https://news.example/license.xml\n"
                "Sitemap: https://news.example/sitemap-news.xml\n"
            ),
        ),
        (
            Site(base_url="https://news.example"),
            (Feed(name="archive", title="All", formats=("sitemap", "sitemap-news")),),
            (
                "User-agent: *\nAllow: /\nSitemap: https://news.example/sitemap.xml\n"
                "Sitemap: https://news.example/sitemap-news.xml\n"
            ),
        ),
    ],
)
def test_robots_name_what_there_is(tmp_path: Path, site: Site, feeds: tuple[Feed, ...], robots: str) -> None:
    assert made(tmp_path, site, *feeds)["/robots.txt"].decode() == robots


def test_the_news_sitemap_is_at_the_root_of_the_site(tmp_path: Path) -> None:
    """The same bytes as the feed's, but each address calls itself by its own name."""
    (tmp_path / "feeds").mkdir(parents=True)
    for name in ("sitemap", "sitemap-news"):
        (tmp_path / "feeds" / f"search.{name}.xml").write_text(f"<urlset>{name}</urlset>")
        files = published_files(settings(tmp_path, Site(), structs.replace(FEEDS[1], formats=(name,))))
        for path in (f"/{name}.xml", f"/feeds/search.{name}.xml"):
            found = files[path].current(time.time())
            assert found is not None
            assert found.plain.body == f"<urlset>{name}</urlset>".encode()
            link = dict(found.plain.starts[200]["headers"])[b"link"].decode()
            assert link == f'<{Site().base_url}{path}>; rel="self"'
    assert "/sitemap-news.xml" not in published_files(settings(tmp_path, Site(), FEEDS[0]))


def test_a_site_whose_feeds_no_reader_takes_has_no_list(tmp_path: Path) -> None:
    assert "/opml.xml" not in made(tmp_path, Site(), FEEDS[1])


def test_terms_are_stated_only_where_the_site_has_some(tmp_path: Path) -> None:
    silent, speaking = Site(), Site(licensing=TERMS)
    assert terms_headers(silent) == []
    assert made(tmp_path, silent, *FEEDS).keys() == {"/opml.xml", "/robots.txt"}
    assert dict(terms_headers(speaking))[b"tdm-reservation"] == b"1"
    documents = made(tmp_path, speaking, *FEEDS)
    assert b"ai-train" in documents["/license.xml"]
    assert msgspec.json.decode(documents["/.well-known/tdmrep.json"])[0]["tdm-reservation"] == 1
