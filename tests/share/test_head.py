"""The head of a page: its bytes for whole stories, and what another parser reads in it."""

import json
from collections.abc import Callable
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from syndication.model import Article, Site
from syndication.model.article import Author, Entity, Media, Rendition
from syndication.share import HIDDEN, Alternate, Shareable, Sharing, admit, head_elements, head_html, sheet
from syndication.share.clean_text import clean
from syndication.share.element import markup

STORIES = Path(__file__).parents[1] / "data" / "share" / "stories"
NAMES = sorted(path.stem for path in STORIES.glob("*.json") if "." not in path.stem)


class Told(NamedTuple):
    """A story as a document of the tests tells it."""

    story: Shareable
    alternates: tuple[Alternate, ...]


def told(name: str, now: Any) -> Told:
    document = json.loads((STORIES / f"{name}.json").read_text(encoding="utf-8"))
    article = msgspec.convert(document["article"], Article)
    site = msgspec.convert(document["site"], Site)
    story = admit(article, site, msgspec.convert(document["sharing"], Sharing), now)
    assert story is not None
    return Told(story, msgspec.convert(document["alternates"], tuple[Alternate, ...]))


def read(text: str) -> tuple[dict[str, list[str]], list[dict[str, str]], str, list[str]]:
    """Return meta contents by name, links, title and scripts as lxml's HTML parser reads them."""
    head = html.document_fromstring(
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{text}</head></html>"
    ).head
    meta: dict[str, list[str]] = {}
    for element in head.iter("meta"):
        key = element.get("property") or element.get("name")
        if key:
            meta.setdefault(key, []).append(element.get("content", ""))
    links = [dict(element.attrib) for element in head.iter("link")]
    return meta, links, head.findtext("title") or "", [s.text or "" for s in head.iter("script")]


def test_there_are_stories() -> None:
    assert len(NAMES) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_a_story_has_the_head_and_the_sheet_of_its_expectation(name: str, now: Any) -> None:
    story, alternates = told(name, now)
    expected = (STORIES / f"{name}.expected.html").read_text(encoding="utf-8")
    assert head_html(story, alternates) == expected
    assert head_html(story, alternates) == expected
    record = msgspec.json.format(msgspec.json.encode(sheet(story, alternates=alternates))) + b"\n"
    assert record == (STORIES / f"{name}.expected.json").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_another_parser_reads_what_the_article_says(name: str, now: Any) -> None:
    story, alternates = told(name, now)
    article = story.article
    meta, links, title, scripts = read(head_html(story, alternates))
    assert title == (clean(article.headline) or story.site.title)
    assert meta.get("og:title", []) == [h for h in [clean(article.headline)] if h]
    assert meta.get("og:description", []) == [s for s in [clean(article.summary)] if s]
    assert meta["og:url"] == [story.canonical] == [k["href"] for k in links if k["rel"] == "canonical"]
    assert meta["og:site_name"] == [story.site.title]
    assert meta.get("article:tag", []) == list(story.keywords)
    assert meta.get("DC.title", []) == [h for h in [clean(article.headline)] if h]
    assert meta.get("DC.creator", []) == list(story.persons or filter(None, [story.provider]))
    assert meta["DC.identifier"] == [story.canonical]
    assert [k["href"] for k in links if k["rel"] == "schema.DC"] == ["http://purl.org/dc/elements/1.1/"]
    assert all(content for contents in meta.values() for content in contents)
    assert [k["href"] for k in links if k["rel"] == "alternate"][-len(alternates) or 99 :] == [
        a.href for a in alternates
    ]
    (script,) = scripts
    data = json.loads(script)
    assert data.get("headline", "") == clean(article.headline)
    assert data["url"] == story.canonical


@settings(deadline=None)
@given(st.text(min_size=1), st.text(), st.lists(st.text(), max_size=3))
def test_no_text_breaks_out(headline: str, summary: str, names: list[str]) -> None:
    story = shared(
        headline=headline, summary=summary, authors=tuple(map(Author, names)), keywords=tuple(names)
    )
    seen = Reader()
    seen.feed(head_html(story))
    seen.close()
    assert {tag for tag, _ in seen.tags} <= {"title", "meta", "link", "script"}
    assert [tag for tag, _ in seen.tags].count("script") == 1
    told_title = [dict(a).get("content") for _, a in seen.tags if dict(a).get("property") == "og:title"]
    assert told_title == ([clean(headline)] if clean(headline) else [])
    assert json.loads(seen.script).get("headline", "") == clean(headline)


class Reader(HTMLParser):
    """The parser of the standard library: every start tag, and the text of the script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.script = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        """Keep what stands in the script."""
        if self.tags and self.tags[-1][0] == "script":
            self.script += data.strip("\n")


def shared(**fields: Any) -> Shareable:
    document = json.loads((STORIES / "bare-flash.json").read_text(encoding="utf-8"))
    article = msgspec.structs.replace(msgspec.convert(document["article"], Article), **fields)
    story = admit(article, Site(), Sharing(), article.source.received)
    assert story is not None
    return story


@pytest.mark.parametrize("evil", ["</script><script>x", "<!--", "]]>", "\u2028", "&quot;", "'\"<>&"])
def test_json_ld_is_escaped_for_scripts_not_for_html(evil: str) -> None:
    text = head_html(shared(headline=f"a{evil}b"))
    script = text[text.index("<script") :].partition(">")[2].removesuffix("</script>\n")
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script)["headline"] == clean(f"a{evil}b")


def test_the_order_is_the_one_that_readers_look_in(now: Any) -> None:
    story, alternates = told("hindi-landslide", now)
    names = [
        e.attributes.get("property") or e.attributes.get("name") or e.attributes.get("rel") or e.tag
        for e in head_elements(story, alternates)
    ]
    assert list(dict.fromkeys(names)) == [
        "title", "description", "author", "canonical", "robots",
        "og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale",
        "og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt",
        "og:video", "og:video:type", "og:video:width", "og:video:height",
        "article:published_time", "article:modified_time", "article:expiration_time", "article:author",
        "article:publisher", "article:section", "article:tag", "fb:app_id",
        "twitter:card", "twitter:site", "twitter:creator", "twitter:title", "twitter:description",
        "twitter:image", "twitter:image:alt", "twitter:label1", "twitter:data1", "fediverse:creator",
        "schema.DC", "schema.DCTERMS", "DC.title", "DC.creator", "DC.date.issued", "DCTERMS.modified",
        "DC.language", "DC.identifier", "DC.publisher", "DC.rights",
        "alternate",
    ]  # fmt: skip


def test_single_tags_occur_once(now: Any) -> None:
    meta, _, _, _ = read(head_html(*told("hindi-landslide", now)))
    repeated = {name for name, contents in meta.items() if len(contents) > 1}
    assert repeated == {"author", "article:tag", "DC.creator"}
    assert (
        not {"og:updated_time", "twitter:url", "keywords", "news_keywords", "og:image:secure_url"}
        & meta.keys()
    )


def test_long_words_are_cut_where_a_card_shows_less(story: Callable[..., Shareable]) -> None:
    headline, summary = "Rain returns " * 10, "Roads close again. " * 30
    meta, _, _, _ = read(head_html(story(headline=headline, summary=summary)))
    assert meta["og:title"] == [headline.strip()]
    assert len(meta["twitter:title"][0]) <= 70
    assert meta["og:description"] == meta["description"] == meta["twitter:description"]
    assert 150 < len(meta["og:description"][0]) <= 200


def test_the_modified_time_is_said_only_when_it_is_later(story: Callable[..., Shareable], now: Any) -> None:
    meta, _, _, _ = read(head_html(story(created=now, updated=now)))
    assert meta["article:published_time"] == ["2026-11-25T09:00:00Z"]
    assert "article:modified_time" not in meta


def test_a_change_is_never_before_the_publication(story: Callable[..., Shareable], now: Any) -> None:
    early = story(created=now - timedelta(hours=1), updated=now - timedelta(hours=2))
    assert read(head_html(early))[0]["DCTERMS.modified"] == ["2026-11-25T08:00:00Z"]


def test_an_embargo_that_ended_is_the_time_of_publication(story: Callable[..., Shareable], now: Any) -> None:
    early = now.replace(hour=6)
    meta, _, _, _ = read(head_html(story(created=early, updated=early, embargoed=now)))
    assert meta["article:published_time"] == ["2026-11-25T09:00:00Z"]


def test_at_most_ten_tags(story: Callable[..., Shareable]) -> None:
    meta, _, _, _ = read(head_html(story(keywords=tuple(f"word {n}" for n in range(15)))))
    assert meta["article:tag"] == [f"word {n}" for n in range(10)]


def test_the_block_stays_within_what_readers_fetch(story: Callable[..., Shareable]) -> None:
    crowd = tuple(Entity(f"निवासी {n}") for n in range(1000))
    text = head_html(story(people=crowd, places=crowd, keywords=tuple(f"शब्द {n}" for n in range(300))))
    assert len(text.encode()) <= 16_000
    _, _, _, (script,) = read(text)
    data = json.loads(script)
    assert "mentions" not in data
    assert data["headline"] == "Rain returns to the hills"


def test_a_small_picture_makes_a_small_card(story: Callable[..., Shareable]) -> None:
    small = Media(
        "m", "picture", renditions=(Rendition("https://i.example/a.jpg", None, "image/jpeg", 250, 250),)
    )
    assert read(head_html(story(media=(small,))))[0]["twitter:card"] == ["summary"]
    assert read(head_html(story()))[0]["twitter:card"] == ["summary"]


def test_a_page_of_another_site_has_no_oembed_of_ours(story: Callable[..., Shareable]) -> None:
    assert "oembed" not in head_html(story(url="https://elsewhere.example/7"))
    assert "oembed" not in head_html(story(url="https://hillpost.example/world/7"))
    assert head_html(story(url=None)).count("+oembed") == 2


def test_a_hidden_page_says_noindex_and_nothing_else() -> None:
    assert markup(HIDDEN) == '<meta name="robots" content="noindex">\n'


def test_no_alternate_that_cannot_be_followed(story: Callable[..., Shareable]) -> None:
    text = head_html(story(), [Alternate(href="javascript:alert(1)", title="x")])
    assert "javascript" not in text
