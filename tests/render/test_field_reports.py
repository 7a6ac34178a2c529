"""Faults that others' feeds were reported for, each in every format and profile that could have it."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import feedparser
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from syndication.model import Article, Profile, Site
from syndication.model.article import Rendition
from syndication.model.blocks import Embed, Image, Paragraph
from syndication.render import FORMATS, SINGLES, atom, json_feed, rss
from syndication.vocabulary.profiles import profiles
from syndication.xmlns import ATOM, CONTENT, MEDIA, NAR, NITF, TOMBSTONES
from tests.render.arbitrary import arbitrary
from tests.render.baseline import CHECKS, xml
from tests.render.stories import (
    FEED,
    MP3,
    NASTY,
    NOON,
    PROFILE,
    SITE,
    STORIES,
    UPDATED,
    changed,
    make,
    picture,
)

# Without their limits, so that every story is in every document.
PROFILES = {
    name: msgspec.structs.replace(profile, max_items=None, max_bytes=None)
    for name, profile in profiles(site=SITE, hub="https://wire.example/hub").items()
}
EVERY = [(name, profile) for name in FORMATS for profile in PROFILES]
JSON = ("json", "ninjs")


def document(name: str, *articles: Article, profile: Profile = PROFILE) -> bytes:
    made = FORMATS[name]
    return made.document(FEED, profile, UPDATED, [made.entry(a, profile) for a in articles])


def strings(value: Any) -> Iterator[str]:
    """Yield every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def values(name: str, made: bytes) -> list[str]:
    """Return every text and attribute of a document as a reader decodes it."""
    if name in JSON:
        return list(strings(msgspec.json.decode(made)))
    return [v for e in xml(made).iter() for v in (e.text or "", e.tail or "", *map(str, e.attrib.values()))]


@pytest.mark.parametrize(("name", "profile"), EVERY)
def test_d01_control_characters_break_nothing(name: str, profile: str) -> None:
    made = document(name, STORIES["controls"], profile=PROFILES[profile])
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "".join(values(name, made)))
    assert b"&#3;" not in made


@pytest.mark.parametrize(("name", "profile"), EVERY)
def test_d02_addresses_come_back_whole(name: str, profile: str) -> None:
    made = document(name, STORIES["nasty address"], profile=PROFILES[profile])
    address = NASTY.replace(" ", "%20")
    if PROFILES[profile].strict_addresses:
        address = address.replace('"', "%22")
    found = [v for v in values(name, made) if "h.example/i" in v and "<" not in v]
    if found:  # a sitemap has none
        assert set(found) == {address}


@pytest.mark.parametrize(("name", "profile"), EVERY)
def test_d03_no_entity_but_those_of_xml_and_no_doctype(name: str, profile: str) -> None:
    made = document(name, STORIES["entities"], profile=PROFILES[profile]).decode()
    assert "<!DOCTYPE" not in made
    if name not in JSON:
        bare = re.sub(r"<!\[CDATA\[.*?\]\]>", "", made, flags=re.DOTALL)
        assert set(re.findall(r"&([A-Za-z]+);", bare)) <= {"amp", "lt", "gt", "quot", "apos"}


@pytest.mark.parametrize("profile", PROFILES)
def test_d04_atom_texts_have_a_type_of_atom(profile: str) -> None:
    root = xml(document("atom", *STORIES.values(), profile=PROFILES[profile]))
    types = {e.get("type") for e in root.iter(*(f"{{{ATOM}}}{n}" for n in ("content", "summary", "title")))}
    assert types <= {None, "text", "html"}


def test_d05_no_media_is_lost_between_formats() -> None:
    story = make("media", media=(*(picture(n, renditions=picture(n).renditions[1:]) for n in (1, 2)), MP3))
    hrefs = ["https://img.example/1.jpg", "https://img.example/2.jpg", "https://img.example/a.mp3"]
    assert [e.get("url") for e in xml(document("rss", story)).iter(f"{{{MEDIA}}}content")] == hrefs
    links = xml(document("atom", story)).iterfind(f".//{{{ATOM}}}link[@rel='enclosure']")
    assert [e.get("href") for e in links] == hrefs
    assert [
        a["url"] for a in msgspec.json.decode(document("json", story))["items"][0]["attachments"]
    ] == hrefs
    inside = msgspec.json.decode(document("ninjs", story))["associations"][0]["associations"]
    assert [a["renditions"][0]["href"] for a in inside] == hrefs
    assert [e.get("href") for e in xml(document("newsml-g2", story)).iter(f"{{{NAR}}}remoteContent")] == hrefs
    assert [e.get("source") for e in xml(document("nitf", story)).iter(f"{{{NITF}}}media-reference")] == hrefs
    assert [e.get("Href") for e in xml(document("newsml", story)).iter("ContentItem")][1:] == hrefs


@pytest.mark.parametrize("profile", PROFILES)
def test_d06_a_guid_is_a_permalink_or_says_that_it_is_none(profile: str) -> None:
    for item in xml(document("rss", *STORIES.values(), profile=PROFILES[profile])).iter("item"):
        guid = item.find("guid")
        assert guid is not None
        text = guid.text or ""
        if PROFILES[profile].guid_style == "permalink":
            assert text.startswith("http")
            assert guid.get("isPermaLink") == "true"
        else:
            same = text == item.findtext("link")
            raised = text.replace("http:", "https:") == item.findtext("link")
            assert guid.get("isPermaLink") == ("true" if same else "false") or raised


def ids(name: str, profile: Profile, *articles: Article) -> list[str]:
    made = document(name, *articles, profile=profile)
    if name == "json":
        return [item["id"] for item in msgspec.json.decode(made)["items"]]
    if name == "ninjs":
        return [item["uri"] for item in msgspec.json.decode(made)["associations"]]
    path = {
        "rss": "//guid/text()",
        "atom": "//*[local-name()='entry']/*[local-name()='id']/text()",
        "newsml": "//Property[@FormalName='GUID']/@Value",
        "newsml-g2-package": "//*[local-name()='itemRef']/@residref",
    }.get(name, "//*[local-name()='newsItem']/@guid")
    return [str(found) for found in xml(made).xpath(path)]


@pytest.mark.parametrize("name", [n for n in FORMATS if "sitemap" not in n])
def test_d07_d08_no_id_changes_with_host_headline_slug_or_category(name: str) -> None:
    usable = [a for a in STORIES.values() if a.pub_status == "usable"]
    moved = Profile(site=Site(title="Harbour Wire & Sons", base_url="http://new.example", publication="X"))
    before = ids(name, PROFILE, *usable)
    assert len(before) > 30
    assert ids(name, moved, *usable) == before
    again = [changed(a, headline="Changed", slugline="NEW", subjects=(), version=9) for a in usable if a.body]
    assert ids(name, PROFILE, *again) == ids(name, PROFILE, *(a for a in usable if a.body))


@pytest.mark.parametrize(("name", "profile"), EVERY)
def test_d10_local_time_is_converted_then_labelled(name: str, profile: str) -> None:
    text = document(name, STORIES["another zone"], profile=PROFILES[profile]).decode()
    said = {"08:49:00", "T084900Z", "17:49:00 +0900"}
    assert any(s in text for s in said)
    assert "14:19" not in text
    assert "T1419" not in text


@pytest.mark.parametrize("profile", PROFILES)
def test_d11_an_entry_is_dated_by_its_version_and_not_by_the_build(profile: str) -> None:
    one, two = (make("one", updated=NOON + timedelta(hours=1)), make("two"))
    used = PROFILES[profile]
    kept = [atom.entry(one, used), atom.entry(two, used)]
    later = atom.document(FEED, used, UPDATED + timedelta(days=9), kept)
    found = [(e.findtext(f"{{{ATOM}}}updated") or "")[:19] for e in xml(later).iter(f"{{{ATOM}}}entry")]
    assert found == ["2026-11-24T13:00:00", "2026-11-24T12:00:00"]


@pytest.mark.parametrize("name", FORMATS)
def test_d12_the_same_content_is_the_same_bytes(name: str) -> None:
    for profile in PROFILES.values():
        assert document(name, *STORIES.values(), profile=profile) == document(
            name, *STORIES.values(), profile=profile
        )


@pytest.mark.parametrize("profile", PROFILES)
def test_d13_dates_and_authors_of_rss_are_in_its_own_forms(profile: str) -> None:
    root = xml(document("rss", *STORIES.values(), profile=PROFILES[profile]))
    form = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|\+0900)"
    dates = [e.text or "" for e in root.iter("pubDate", "lastBuildDate")]
    assert len(dates) > 40
    assert all(re.fullmatch(form, date) for date in dates)
    assert root.find(".//item/author") is None
    assert root.find(f".//{{{MEDIA}}}content/title") is None


@pytest.mark.parametrize("profile", PROFILES)
def test_d14_an_enclosure_has_a_real_type_and_length_or_is_none(profile: str) -> None:
    root = xml(document("rss", *STORIES.values(), profile=PROFILES[profile]))
    for enclosure in root.iter("enclosure"):
        assert int(enclosure.get("length") or 0) > 0
        assert re.fullmatch(r"(image|audio|video)/[a-z0-9.+-]+", enclosure.get("type") or "")


HOSTILE = make(
    "hostile",
    url="https://paper.example/news/canal.html",
    body=(
        Paragraph("one <script>alert(1)</script><!-- two --> <b onclick='x()' style='color:red'>three</b>"),
        Paragraph('<a href="/a">four</a> <a href="#frag">five</a> <a href="mailto:a@b.example">six</a>'),
        Paragraph('<a href="tel:+912234">six more</a>'),
        Paragraph('<a href="javascript:x()">seven</a> <img src="b.jpg" srcset="c.jpg 1x" onerror="x()">'),
        Embed("https://unknown.example/embed/1", "eight", "Unknown"),
        Embed("https://www.youtube.com/watch?v=abcdefghijk", "nine", "YouTube"),
        Image("urn:picture:1"),
    ),
    media=(picture(renditions=(Rendition("../img/p.jpg", None, "image/jpeg", 1000, 800, None, 9),)),),
)


def bodies(profile: Profile) -> list[str]:
    found = xml(rss.document(FEED, profile, UPDATED, [rss.entry(HOSTILE, profile)])).find(".//item")
    assert found is not None
    entry = xml(atom.document(FEED, profile, UPDATED, [atom.entry(HOSTILE, profile)]))
    item = msgspec.json.decode(json_feed.entry(HOSTILE, profile))
    in_rss = found.findtext(f"{{{CONTENT}}}encoded") or found.findtext("description") or ""
    return [in_rss, entry.findtext(f".//{{{ATOM}}}content") or "", item["content_html"]]


@pytest.mark.parametrize("profile", PROFILES)
def test_d15_every_address_of_the_body_is_absolute(profile: str) -> None:
    for body in bodies(PROFILES[profile]):
        root = etree.fromstring(f"<x>{body}</x>")
        hrefs = [e.get("href") for e in root.iter("a")]
        assert hrefs[:3] == [
            "https://paper.example/a",
            "https://paper.example/news/canal.html#frag",
            "mailto:a@b.example",
        ]
        taken = PROFILES[profile].link_schemes
        assert ("tel:+912234" in hrefs) == (taken is None or "tel" in taken)
        assert [e.get("src") for e in root.iter("img")] == ["https://paper.example/img/p.jpg"]
        assert "srcset" not in body


@pytest.mark.parametrize("profile", PROFILES)
def test_d16_nothing_executes_and_no_word_is_lost(profile: str) -> None:
    used = PROFILES[profile]
    for body in bodies(used):
        root = etree.fromstring(f"<x>{body}</x>")
        assert not {"script", "style", "object", "embed"} & {str(e.tag) for e in root.iter()}
        allowed = {"href", "src", "alt", "width", "height", "class"}
        assert {str(k) for e in root.iter() for k in e.attrib} <= allowed
        said = " ".join("".join(str(t) for t in root.itertext()).split())
        for word in ("one", "three", "four", "five", "six", "seven", "eight", "nine"):
            assert word in said
        frames = [e.get("src") for e in root.iter("iframe")]
        permitted = used.embeds == "frame"
        assert frames == (["https://www.youtube.com/embed/abcdefghijk"] if permitted else [])
        assert any(e.get("href") == "https://unknown.example/embed/1" for e in root.iter("a"))


def test_d18_a_kill_is_told_by_each_formats_own_means() -> None:
    killed = changed(STORIES["plain"], pub_status="canceled", version=2, updated=NOON + timedelta(hours=2))
    guid = killed.guid
    for name in ("rss", "json", "newsml-g2-package", "sitemap", "sitemap-news"):
        assert FORMATS[name].entry(killed, PROFILE) == b""
    tombstone = xml(document("atom", killed)).find(f"{{{TOMBSTONES}}}deleted-entry")
    assert tombstone is not None
    assert dict(tombstone.attrib) == {"ref": guid, "when": "2026-11-24T14:00:00Z"}
    for name in ("newsml-g2", "nitf"):
        status = xml(document(name, killed)).find(f".//{{{NAR}}}pubStatus")
        assert status is not None
        assert status.get("qcode") == "stat:canceled"
    assert msgspec.json.decode(document("ninjs", killed))["associations"][0]["pubStatus"] == "canceled"
    assert msgspec.json.decode(SINGLES["ninjs"].single(killed, PROFILE))["pubStatus"] == "canceled"
    old = xml(document("newsml", killed)).find(".//Status")
    assert old is not None
    assert old.get("FormalName") == "Canceled"
    for name in FORMATS:
        assert b"The council voted" not in document(name, killed)


@pytest.mark.parametrize("profile", PROFILES)
def test_d24_json_feed_keeps_its_rules_under_every_profile(profile: str) -> None:
    found = document("json", *STORIES.values(), profile=PROFILES[profile])
    assert b"The council voted on many" in found
    raw = CHECKS["json"](found, "https://wire.example/feeds/world.json")
    permitted = {f"B12 element {tag}" for tag in ("iframe", "h1")}
    assert set(raw) <= (permitted if PROFILES[profile].embeds == "frame" else set())


@pytest.mark.parametrize("name", ["rss", "atom"])
@pytest.mark.parametrize("profile", PROFILES)
def test_feedparser_finds_nothing_odd_under_any_profile(name: str, profile: str) -> None:
    made = document(name, *STORIES.values(), profile=PROFILES[profile])
    read = feedparser.parse(made)
    assert read.bozo == 0, read.get("bozo_exception")
    assert len(read.entries) == len(STORIES)


OWN_RULES = {"msn", "newsbreak", "line", "gunosy", "dzen", "smartnews", "google-news-sitemap", "apple-news"}


@pytest.mark.parametrize("profile", sorted(PROFILES.keys() - OWN_RULES))
def test_rss_keeps_the_baselines_rules(profile: str) -> None:
    made = document("rss", *STORIES.values(), profile=PROFILES[profile])
    assert CHECKS["rss"](made, "https://wire.example/feeds/world.rss") == []


def test_there_are_stories_enough() -> None:
    assert len(STORIES) >= 60


@settings(max_examples=60, deadline=None)
@given(arbitrary(), st.sampled_from(sorted(PROFILES)))
def test_any_text_leaves_every_document_of_every_profile_whole(article: Article, profile: str) -> None:
    used = PROFILES[profile]
    for name in FORMATS:
        made = document(name, article, make("next"), profile=used)
        assert msgspec.json.decode(made) if name in JSON else xml(made) is not None
        assert make("next").guid in made.decode() or "sitemap" in name or used.guid_style == "permalink"
    for form in SINGLES.values():
        made = form.single(article, used)
        assert msgspec.json.decode(made) if form.media_type == "application/json" else xml(made) is not None


@settings(max_examples=40, deadline=None)
@given(arbitrary())
def test_any_text_leaves_sitemaps_and_packages_valid(
    sitemap_schema: etree.XMLSchema, newsml_schema: etree.XMLSchema, article: Article
) -> None:
    for name in ("sitemap", "sitemap-news"):
        sitemap_schema.assertValid(xml(document(name, article)))
    newsml_schema.assertValid(xml(document("newsml-g2-package", article)))
