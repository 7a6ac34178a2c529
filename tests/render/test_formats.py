"""What holds in every format."""

import os
import subprocess
import sys

import feedparser
import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree

from syndication.model import Article
from syndication.render import FORMATS, by_name
from syndication.xmlns import ATOM, MEDIA, NAR
from tests.render.arbitrary import arbitrary
from tests.render.baseline import CHECKS, xml
from tests.render.stories import (
    FEED,
    FULL,
    MP3,
    PROFILE,
    SITE,
    STORIES,
    UPDATED,
    changed,
    make,
    picture,
)

ALL = list(STORIES.values())
TEXTS = ("rss", "atom", "newsml-g2", "json", "ninjs", "nitf", "newsml")
WITHOUT_TEXT = ("newsml-g2-package", "sitemap-news", "sitemap")


def document(name: str, *articles: Article) -> bytes:
    made = FORMATS[name]
    return made.document(FEED, PROFILE, UPDATED, [made.entry(a, PROFILE) for a in articles])


def self_url(name: str) -> str:
    return SITE.feed(FEED.name, FORMATS[name].extension)


def test_names_extensions_and_the_alias() -> None:
    assert {n: f.extension for n, f in FORMATS.items()} == {
        "rss": ".rss",
        "atom": ".atom",
        "newsml-g2": ".newsml-g2.xml",
        "json": ".json",
        "ninjs": ".ninjs.json",
        "nitf": ".nitf.xml",
        "newsml": ".newsml.xml",
        "newsml-g2-package": ".newsml-g2-package.xml",
        "sitemap-news": ".sitemap-news.xml",
        "sitemap": ".sitemap.xml",
    }
    assert set(FORMATS) == {*TEXTS, *WITHOUT_TEXT}
    assert by_name("jsonfeed") is FORMATS["json"]
    assert all(by_name(name) is made and made.name == name for name, made in FORMATS.items())
    with pytest.raises(KeyError):
        by_name("carrier-pigeon")


@pytest.mark.parametrize("name", CHECKS)
def test_keeps_the_baseline(name: str, story: Article) -> None:
    assert CHECKS[name](document(name, story), self_url(name)) == []


@pytest.mark.parametrize("name", CHECKS)
def test_keeps_the_baseline_with_all_stories_at_once(name: str) -> None:
    assert CHECKS[name](document(name, *ALL), self_url(name)) == []


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_feedparser_finds_nothing_odd(name: str, story: Article) -> None:
    read = feedparser.parse(document(name, story))
    assert read.bozo == 0, read.get("bozo_exception")
    assert len(read.entries) == 1


def test_newsml_g2_is_valid(story: Article, newsml_schema: etree.XMLSchema) -> None:
    newsml_schema.assertValid(xml(document("newsml-g2", story)))


def test_atom_is_valid(story: Article, atom_schema: etree.RelaxNG) -> None:
    atom_schema.assertValid(xml(document("atom", story)))


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_without_entries_is_whole(name: str) -> None:
    if name in {"json", "ninjs"}:
        assert msgspec.json.decode(document(name))[{"json": "items"}.get(name, "associations")] == []
    else:
        assert xml(document(name)) is not None


@settings(max_examples=150, deadline=None)
@given(arbitrary())
def test_any_text_leaves_every_document_whole(article: Article) -> None:
    for name, check in CHECKS.items():
        assert check(document(name, article, make("next")), self_url(name)) == []
        assert b"The council voted on next" in document(name, article, make("next"))


@settings(max_examples=100, deadline=None)
@given(arbitrary())
def test_any_text_leaves_newsml_g2_valid(
    newsml_schema: etree.XMLSchema, atom_schema: etree.RelaxNG, article: Article
) -> None:
    newsml_schema.assertValid(xml(document("newsml-g2", article)))
    atom_schema.assertValid(xml(document("atom", article)))


@pytest.mark.parametrize("name", TEXTS)
def test_forbidden_characters_go_and_their_neighbours_stay(name: str) -> None:
    text = document(name, STORIES["controls"]).decode()
    for kept in ("Boats wait", "One line", "Middle  word", "link", "key"):
        assert kept in text
    assert "&#" not in text.replace("&#x27;", "")


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_not_for_readers_stays_inside(name: str) -> None:
    text = document(name, FULL).decode()
    assert "SECRET" not in text
    assert "Canal" in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_withheld_story_leaves_no_trace(name: str) -> None:
    assert FORMATS[name].entry(changed(FULL, pub_status="withheld"), PROFILE) == b""


@pytest.mark.parametrize("name", FORMATS)
def test_a_killed_story_shows_nothing_of_its_content(name: str) -> None:
    killed = changed(FULL, pub_status="canceled", ed_notes=())
    text = document(name, killed).decode().lower()
    for said in ("canal", "boats", "ferro", "img.example"):
        assert said not in text


@pytest.mark.parametrize("name", FORMATS)
def test_no_embargo_is_printed_once_it_has_ended(name: str) -> None:
    story = STORIES["lifted embargo"]
    text = document(name, story).decode()
    assert "embargo" not in text.lower().replace(story.guid, "")
    if name in {"nitf", "newsml"}:
        assert "T170000Z" in text
    else:
        assert "17:00:00" in text
    # contentCreated says when it was written
    assert ("12:00:00" in text) == (name in {"newsml-g2", "ninjs", "nitf"})


@pytest.mark.parametrize("name", FORMATS)
def test_a_wire_time_with_an_offset_is_converted_then_labelled(name: str) -> None:
    text = document(name, STORIES["another zone"]).decode()
    assert ("T084900Z" if name == "newsml" else "08:49:00") in text
    assert "14:19" not in text
    assert "1419" not in text


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "sitemap"])
def test_headlines_keep_every_joiner_and_mark(name: str) -> None:
    for key in ("Hindi", "Urdu", "emoji", "marks of direction"):
        assert str(STORIES[key].headline) in document(name, STORIES[key]).decode()


@pytest.mark.parametrize("name", TEXTS)
def test_named_entities_become_their_characters(name: str) -> None:
    text = document(name, STORIES["entities"]).decode()
    assert "a\u00a0b — ₹ soft\u00adhyphen \u200d – &amp;" in text.replace("&amp;amp;", "&amp;")
    assert "&nbsp;" not in text
    assert "&mdash;" not in text


def test_each_format_has_the_same_media_by_its_own_means() -> None:
    story = make(
        "media",
        media=(
            picture(1, renditions=picture(1).renditions[1:]),
            picture(2, renditions=picture(2).renditions[1:]),
            MP3,
        ),
    )
    rss = xml(document("rss", story))
    assert len(rss.findall(f".//{{{MEDIA}}}content")) == 3
    assert len(rss.findall(".//enclosure")) == 1
    links = xml(document("atom", story)).findall(f".//{{{ATOM}}}link[@rel='enclosure']")
    assert [(link.get("type"), link.get("length")) for link in links] == [
        ("image/jpeg", "250000"),
        ("image/jpeg", "250000"),
        ("audio/mpeg", "900000"),
    ]
    item = msgspec.json.decode(document("json", story))["items"][0]
    assert item["image"] == "https://img.example/1.jpg"
    assert [a["url"] for a in item["attachments"]] == [link.get("href") for link in links]
    remote = xml(document("newsml-g2", story)).findall(f".//{{{NAR}}}remoteContent")
    assert [r.get("href") for r in remote] == [link.get("href") for link in links]


@pytest.mark.parametrize("name", TEXTS)
def test_an_address_comes_back_as_it_was_given(name: str) -> None:
    given_, expected = STORIES["nasty address"], """https://h.example/i?w=1&h=2&sig="x"%20and'"""
    made = document(name, given_)
    if name == "json":
        item = msgspec.json.decode(made)["items"][0]
        found = {item["image"], *(a["url"] for a in item["attachments"])}
    elif name == "ninjs":
        picture = msgspec.json.decode(made)["associations"][0]["associations"][0]
        found = {file["href"] for file in picture["renditions"]}
    else:
        root = xml(made)
        found = {
            v
            for e in root.iter()
            for k, v in e.attrib.items()
            if k in {"url", "href", "src", "source", "Href"} and "h.example" in v
        }
        assert len([e for e in root.iter() if expected in e.attrib.values()]) >= 2
    assert found == {expected}


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Europe/Athens", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
        {"TZ": "Asia/Kolkata", "PYTHONHASHSEED": "3", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "1"},
    ],
    ids=lambda e: e["TZ"],
)
def test_the_same_stories_are_the_same_bytes_on_every_machine(environment: dict[str, str]) -> None:
    program = (
        "import sys\n"
        "from tests.render.stories import *\n"
        "from syndication.render import FORMATS\n"
        "for f in FORMATS.values():\n"
        "    e = [f.entry(a, PROFILE) for a in STORIES.values()]\n"
        "    sys.stdout.buffer.write(f.document(FEED, PROFILE, UPDATED, e))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | environment, capture_output=True, check=True
    )
    assert done.stdout == b"".join(document(name, *ALL) for name in FORMATS)


def test_rendering_again_gives_the_same_bytes(story: Article) -> None:
    for made in FORMATS.values():
        assert made.entry(story, PROFILE) == made.entry(story, PROFILE)
