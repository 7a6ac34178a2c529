"""RSS: the item and the channel."""

import pytest
from lxml import etree

from syndication.model import Article, Profile, Site
from syndication.render import rss
from syndication.xmlns import ATOM, CONTENT, DC, DCTERMS, GEORSS, MEDIA
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, NASTY, PROFILE, STORIES, UPDATED, changed, make


def item(article: Article) -> etree._Element:
    found = xml(rss.document(FEED, PROFILE, UPDATED, [rss.entry(article, PROFILE)])).find("channel/item")
    assert found is not None
    return found


def test_an_item_declares_no_namespace_of_its_own() -> None:
    assert b"xmlns" not in rss.entry(FULL, PROFILE)


def test_the_channel_says_who_where_and_when() -> None:
    channel = xml(rss.document(FEED, PROFILE, UPDATED, []))[0]
    assert {
        name: channel.findtext(name) for name in ("title", "link", "description", "language", "copyright")
    } == {
        "title": "World & beyond",
        "link": "https://wire.example/feeds/world",
        "description": "From <everywhere>",
        "language": "en",
        "copyright": "© 2026 Harbour Wire",
    }
    assert channel.findtext("lastBuildDate") == "Wed, 25 Nov 2026 08:49:00 GMT"
    assert channel.findtext("managingEditor") == "desk@wire.example (Harbour Wire & Sons)"
    links = [(link.get("rel"), link.get("href")) for link in channel.iterfind(f"{{{ATOM}}}link")]
    assert links == [("self", "https://wire.example/feeds/world.rss"), ("hub", "https://wire.example/hub")]


def test_without_a_hub_none_is_named() -> None:
    assert b'rel="hub"' not in rss.document(FEED, Profile(site=Site()), UPDATED, [])


@pytest.mark.parametrize(
    ("key", "permalink"),
    [("guid is the page", "true"), ("tag guid", "false"), ("plain", "false"), ("bare guid", "false")],
)
def test_a_guid_is_a_permalink_only_where_it_is_the_link(key: str, permalink: str) -> None:
    guid = item(STORIES[key]).find("guid")
    assert guid is not None
    assert guid.get("isPermaLink") == permalink


def test_names_go_to_creator_and_never_a_mail_address() -> None:
    found = item(FULL)
    assert [c.text for c in found.iterfind(f"{{{DC}}}creator")] == ["Ada Ferro", "Mira Okello"]
    assert found.find("author") is None
    assert item(STORIES["byline only"]).findtext(f"{{{DC}}}creator") == "By Our Correspondent"


def test_what_the_full_story_says() -> None:
    found = item(FULL)
    assert found.findtext("description") == "A vote on the canal, finally."
    assert (found.findtext(f"{{{CONTENT}}}encoded") or "").startswith(
        "<p><strong>Key points: canal</strong></p>"
    )
    assert [c.text for c in found.iterfind("category")] == [
        "local government",
        "Canals",
        "Boats",
        "Interview",
        "Colour",
        "canal",
        "vote & count",
        "bold",
    ]
    assert found.findtext(f"{{{DCTERMS}}}modified") == "2026-11-24T14:00:00Z"
    assert found.findtext(f"{{{GEORSS}}}point") == "12.5 -0.25"
    source = found.find("source")
    assert source is not None
    assert (source.get("url"), source.text) == ("https://origin.example/feed", "Origin")
    first = found.find(f"{{{MEDIA}}}content")
    assert first is not None
    assert dict(first.attrib) == {
        "url": "https://img.example/1.jpg",
        "fileSize": "250000",
        "type": "image/jpeg",
        "medium": "image",
        "height": "900",
        "width": "1600",
    }
    assert [(etree.QName(e).localname, e.text or e.get("url")) for e in first] == [
        ("title", "The canal at dusk"),
        ("description", "Boats wait & drift"),
        ("thumbnail", "https://img.example/1-s.jpg"),
        ("credit", "Mira Okello/HWS"),
    ]


def test_an_unchanged_story_has_no_time_of_change() -> None:
    assert item(STORIES["plain"]).find(f"{{{DCTERMS}}}modified") is None


@pytest.mark.parametrize("key", ["type unknown", "length unknown", "length nonsense", "video with poster"])
def test_what_is_not_known_of_a_file_is_left_out(key: str) -> None:
    found = item(STORIES[key])
    enclosure, content = found.find("enclosure"), found.find(f"{{{MEDIA}}}content")
    assert content is not None
    if key == "video with poster":
        assert enclosure is not None
        assert (enclosure.get("type"), enclosure.get("length")) == ("video/mp4", "77")
        thumbnail = content.find(f"{{{MEDIA}}}thumbnail")
        assert thumbnail is not None
        assert thumbnail.get("url") == "https://img.example/v.jpg"
    else:
        assert enclosure is None
        assert "octet-stream" not in str(content.attrib)
        assert "-" not in (content.get("duration") or "")


def test_addresses_with_quotes_survive_in_the_body() -> None:
    body = item(STORIES["nasty address"]).findtext(f"{{{CONTENT}}}encoded") or ""
    read = etree.fromstring(f"<x>{body}</x>")
    expected = NASTY.replace(" ", "%20")
    assert [e.get("href") or e.get("src") for e in read.iter("a", "img")] == [expected, expected]


def test_a_story_without_headline_gets_its_first_words() -> None:
    title = item(STORIES["no headline, long first words"]).findtext("title") or ""
    first = item(STORIES["no headline, long first words"]).findtext("description") or ""
    assert 50 < len(title) <= 101
    assert title.endswith("…")
    assert first.startswith(title[:-1])


def test_a_headline_is_never_shortened() -> None:
    assert item(make("long", headline="canal " * 200)).findtext("title") == ("canal " * 200).strip()


def test_the_base_address_moves_links_and_no_guid() -> None:
    moved = Profile(site=Site(base_url="https://new.example"))
    made = rss.document(FEED, moved, UPDATED, [rss.entry(STORIES["plain"], moved)])
    after = xml(made).find("channel/item")
    assert after is not None
    assert after.findtext("guid") == item(STORIES["plain"]).findtext("guid")
    assert (after.findtext("link") or "").startswith("https://new.example/articles/")


def test_a_correction_changes_words_and_no_guid() -> None:
    story = STORIES["plain"]
    corrected = changed(story, headline="Another headline", version=2)
    assert item(corrected).findtext("guid") == item(story).findtext("guid")
    assert item(corrected).findtext("title") == "Another headline"
