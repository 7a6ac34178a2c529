"""A site that moves changes addresses and no guid (a guid that follows the address would make every story new)."""

import json
from collections.abc import Callable

import pytest
from lxml import etree
from msgspec import structs

from syndication.model import Feed, Site
from tests.desk import at, story
from tests.editions.conftest import PressRoom

FORMATS = ("rss", "atom", "json")
NAMED = ("atom", "newsml-g2-package", "ninjs", "newsml")
PERMALINK = Feed(name="permalink", title="By address", formats=FORMATS, profile="addressed")
WIRE = Feed(name="wire", title="By wire", formats=FORMATS)


def opened(open_room: Callable[..., PressRoom], base_url: str) -> PressRoom:
    room = open_room(PERMALINK, WIRE)
    room.own_profiles = {"addressed": {"guid_style": "permalink"}}
    room.site = Site(title="Esmer Wire", base_url=base_url)
    return room


def stories(room: PressRoom, feed: str) -> list[dict[str, tuple[str, str]]]:
    """Return guid and link of each story by format, in the order of the feed."""
    rss = etree.fromstring(room.read(f"{feed}.rss")).iterfind("channel/item")
    atom = etree.fromstring(room.read(f"{feed}.atom")).iterfind("{*}entry")
    items = json.loads(room.read(f"{feed}.json"))["items"]
    return [
        {
            "rss": (r.findtext("guid") or "", r.findtext("link") or ""),
            "atom": (a.findtext("{*}id") or "", a.xpath("string(*[@rel='alternate']/@href)")),
            "json": (i["id"], i["url"]),
        }
        for r, a, i in zip(rss, atom, items, strict=True)
    ]


@pytest.mark.parametrize(
    "moved_to", ["https://esmer.example", "http://news.example", "http://esmer.example/en"]
)
def test_guids_stay_and_links_move(open_room: Callable[..., PressRoom], moved_to: str) -> None:
    room = opened(open_room, "http://esmer.example")
    room.arrive(story(1), story(2))
    before = {feed: stories(room, feed) for feed in ("permalink", "wire")}
    room.site = structs.replace(room.site, base_url=moved_to)
    room.refresh(at(5))
    for feed in ("permalink", "wire"):
        for old, new in zip(before[feed], stories(room, feed), strict=True):
            assert {form: guid for form, (guid, _) in new.items()} == {f: g for f, (g, _) in old.items()}
            assert all(link.startswith(f"{moved_to}/articles/") for _, link in new.values())
    first = before["permalink"][0]["rss"][0]
    assert first.startswith("http://esmer.example/articles/")


def names(room: PressRoom) -> dict[str, list[str]]:
    """Return what names feed and stories in the formats that have names for both, and in NewsML 1.2."""
    package = etree.fromstring(room.read("named.newsml-g2-package.xml"))
    news = etree.fromstring(room.read("named.newsml.xml"))
    return {
        "atom": [e.text or "" for e in etree.fromstring(room.read("named.atom")).iterfind(".//{*}id")],
        "package": [package.get("guid", ""), *package.xpath("//@residref")],
        "ninjs": [
            (found := json.loads(room.read("named.ninjs.json")))["uri"],
            found["associations"][0]["uri"],
        ],
        "newsml": [str(e.text).rpartition(":")[0] for e in news.iter("PublicIdentifier")],
    }


def test_feeds_keep_their_names_and_so_do_the_items_of_newsml(open_room: Callable[..., PressRoom]) -> None:
    """RFC 4287 §4.2.6: the id stays when the feed is relocated; the URN of NewsML 1.2 when its item is revised."""
    named = Feed(name="named", title="Named", formats=NAMED)
    room = open_room(named)
    room.site = Site(title="Esmer Wire", base_url="https://esmer.example")
    room.arrive(story(1))
    before = names(room)
    assert before["atom"][0] == "https://esmer.example/feeds/named"
    room.site = structs.replace(room.site, base_url="https://news.example")
    room.refresh(at(5))
    assert names(room) == before
    assert b'href="https://news.example/feeds/named.atom" rel="self"' in room.read("named.atom")
    room.feeds = (structs.replace(named, title="Named anew", limit=9),)
    room.arrive(story(1, version=2, headline="Lighthouse one, corrected"), now=at(6))
    assert names(room) == before
    room.feeds = (Feed(name="later", title="Later", formats=("atom",)),)
    room.refresh(at(7))
    assert b"<id>https://news.example/feeds/later</id>" in room.read("later.atom")


def test_a_correction_after_the_move_keeps_the_guid_and_a_new_story_gets_the_new_address(
    open_room: Callable[..., PressRoom],
) -> None:
    room = opened(open_room, "http://esmer.example")
    room.arrive(story(1))
    (before,) = stories(room, "permalink")
    room.site = structs.replace(room.site, base_url="https://new.example")
    room.arrive(story(2), story(1, version=2, headline="Lighthouse one, corrected"), now=at(3))
    new, old = stories(room, "permalink")
    assert old["rss"][0] == before["rss"][0]
    assert new["rss"][0] == new["rss"][1]
    assert new["rss"][1].startswith("https://new.example/")
