"""OPML 2.0: the list of feeds."""

import msgspec

from syndication.model import Feed
from syndication.render import opml
from tests.render.baseline import xml
from tests.render.stories import FEED, SITE, UPDATED

ATOM_ONLY = Feed(name="coast", title="Coast & sea", formats=("json", "atom"), language="hi")
NEITHER = Feed(name="machines", title="Machines", formats=("ninjs",))


def test_each_feed_that_readers_take_is_an_outline() -> None:
    root = xml(opml.document([FEED, ATOM_ONLY, NEITHER], SITE, UPDATED))
    assert root.get("version") == "2.0"
    assert root.findtext("head/title") == "Harbour Wire & Sons"
    assert root.findtext("head/dateModified") == "Wed, 25 Nov 2026 08:49:00 GMT"
    assert [dict(outline.attrib) for outline in root.iter("outline")] == [
        {
            "type": "rss",
            "text": "World & beyond",
            "title": "World & beyond",
            "xmlUrl": "https://wire.example/feeds/world.rss",
            "htmlUrl": "https://wire.example/feeds/world",
            "description": "From <everywhere>",
            "language": "en",
            "version": "RSS2",
        },
        {
            "type": "rss",
            "text": "Coast & sea",
            "title": "Coast & sea",
            "xmlUrl": "https://wire.example/feeds/coast.atom",
            "htmlUrl": "https://wire.example/feeds/coast",
            "language": "hi",
        },
    ]


def test_there_is_no_list_without_feeds() -> None:
    assert opml.document([NEITHER], SITE, UPDATED) == b""


def test_what_is_not_known_is_not_said() -> None:
    root = xml(opml.document([ATOM_ONLY], msgspec.structs.replace(SITE, title="A")))
    assert root.find("head/dateModified") is None
