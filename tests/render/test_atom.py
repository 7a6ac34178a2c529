"""Atom: what feedgen loses is there."""

from pathlib import Path

import pytest
from lxml import etree

from syndication.model import Article, Delivery
from syndication.model.article import Link
from syndication.parse import parse
from syndication.render import atom, rss
from syndication.xmlns import ATOM, MEDIA, TOMBSTONES, XML
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, NOON, PROFILE, STORIES, UPDATED, changed

_A = f"{{{ATOM}}}"


def read(*articles: Article) -> etree._Element:
    return xml(atom.document(FEED, PROFILE, UPDATED, [atom.entry(a, PROFILE) for a in articles]))


def entry(article: Article) -> etree._Element:
    found = read(article).find(_A + "entry")
    assert found is not None
    return found


def test_the_feed_says_who_where_and_when() -> None:
    feed = read()
    assert feed.findtext(_A + "id") == "https://wire.example/feeds/world"
    assert feed.findtext(_A + "updated") == "2026-11-25T08:49:00+00:00"
    assert feed.findtext(f"{_A}author/{_A}name") == "Harbour Wire & Sons"
    assert feed.get(f"{{{XML}}}lang") == "en"
    assert {link.get("rel"): link.get("href") for link in feed.iterfind(_A + "link")} == {
        "alternate": "https://wire.example/feeds/world",
        "self": "https://wire.example/feeds/world.atom",
        "hub": "https://wire.example/hub",
    }


def test_links_keep_rel_type_length_and_title() -> None:
    links = [dict(link.attrib) for link in entry(FULL).iterfind(_A + "link")]
    assert links[0] == {
        "rel": "alternate",
        "type": "text/html",
        "href": "https://wire.example/articles/34jmdivzk3nekogj/canal-vote-first",
    }
    assert links[1] == {
        "rel": "enclosure",
        "href": "https://img.example/1.jpg",
        "type": "image/jpeg",
        "length": "250000",
        "title": "The canal at dusk",
    }
    assert links[-2:] == [
        {"rel": "related", "href": "https://wire.example/old", "title": "Old vote"},
        {"rel": "via", "href": "https://origin.example/feed", "title": "Origin"},
    ]


def test_what_the_full_story_says() -> None:
    found = entry(FULL)
    assert found.get(f"{{{XML}}}lang") == "en"
    assert found.findtext(_A + "updated") == "2026-11-24T14:00:00+00:00"
    assert found.findtext(_A + "published") == "2026-11-24T12:00:00+00:00"
    assert [n.text for n in found.iterfind(f"{_A}author/{_A}name")] == ["Ada Ferro", "Mira Okello"]
    assert found.findtext(_A + "rights") == "© HWS. No resale. Not in Weirland. No training"
    assert dict(found.find(_A + "category").attrib) == {  # type: ignore[union-attr]  # it is there
        "term": "medtop:20000593",
        "scheme": "http://cv.iptc.org/newscodes/mediatopic/",
        "label": "local government",
    }
    content = found.find(_A + "content")
    assert content is not None
    assert content.get("type") == "html"
    assert len(found.findall(f"{{{MEDIA}}}content")) == 5


def test_a_killed_story_is_a_tombstone() -> None:
    killed = changed(FULL, pub_status="canceled")
    feed = read(killed, STORIES["plain"])
    tombstone = feed.find(f"{{{TOMBSTONES}}}deleted-entry")
    assert tombstone is not None
    assert dict(tombstone.attrib) == {"ref": FULL.guid, "when": "2026-11-24T14:00:00Z"}
    assert [e.findtext(_A + "id") for e in feed.iterfind(_A + "entry")] == [STORIES["plain"].guid]


def test_updated_is_the_version_and_not_the_build() -> None:
    assert entry(STORIES["plain"]).findtext(_A + "updated") == NOON.isoformat()


def test_a_story_that_was_copied_from_a_feed_says_from_which(atom_schema: etree.RelaxNG) -> None:
    """RFC 4287 §4.2.11: its id, its title and when it was updated."""
    copied = Link(
        "source", "https://bay.example/all.atom", "tag:bay.example,2026:feed", "Bay & Harbour\nEcho"
    )
    story = changed(FULL, links=(copied, *FULL.links))
    source = entry(story).find(_A + "source")
    assert source is not None
    assert {etree.QName(e).localname: e.text or dict(e.attrib) for e in source} == {
        "id": "tag:bay.example,2026:feed",
        "title": "Bay & Harbour Echo",
        "link": {"rel": "self", "href": "https://bay.example/all.atom"},
        "updated": entry(story).findtext(_A + "updated"),
    }
    atom_schema.assertValid(read(story))


@pytest.mark.parametrize(
    ("link", "named"),
    [
        (Link("source", "https://bay.example/all.rss", None, "Bay Echo"), "https://bay.example/all.rss"),
        (Link("source", None, "tag:bay.example,2026:feed", "Bay Echo"), "tag:bay.example,2026:feed"),
        (Link("source", "https://bay.example/all.rss"), None),
        (Link("source", None, "no uri", "Bay Echo"), None),
        (Link("source", "javascript:alert(1)", None, "Bay Echo"), None),
        (Link("via", "https://bay.example/17", "tag:bay.example,2026:17", "Bay Echo"), None),
    ],
)
def test_a_source_has_an_id_and_a_title_or_is_none(link: Link, named: str | None) -> None:
    found = entry(changed(FULL, links=(link,)))
    assert found.findtext(f"{_A}source/{_A}id") == named


def test_what_was_copied_from_a_feed_goes_on_with_its_source() -> None:
    """From RSS to Atom and from Atom to RSS: who reads it there learns where it came from."""
    for form in ("rss", "atom"):
        copied = Path(__file__).parents[1] / "data" / "parse" / form / "copied.xml"
        delivery = Delivery(data=copied.read_bytes(), source="wire", locator=copied.name, received=NOON)
        first = next(iter(parse(delivery))).article
        assert entry(first).findtext(f"{_A}source/{_A}title") == "Bay & Harbour Echo"
        item = xml(rss.document(FEED, PROFILE, UPDATED, [rss.entry(first, PROFILE)])).find(".//item/source")
        assert item is not None
        assert (item.text, item.get("url")) == ("Bay & Harbour Echo", f"https://bay.example/all.{form}")
