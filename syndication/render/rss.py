"""RSS 2.0, with atom, content, dc, dcterms, georss and media elements, and what a profile adds.

No feed is built to render a story: an item is text, the channel around the items comes from feedgen.
"""

from collections.abc import Sequence
from datetime import datetime

from syndication.model import Article, Feed, Profile
from syndication.render import rss_item
from syndication.render.feed_format import FeedFormat
from syndication.render.room import fitting, spaced
from syndication.render.rss_channel import EXTENSION, MEDIA_TYPE, channel

_END = b"</channel></rss>"


def entry(article: Article, profile: Profile) -> bytes:
    """Return the item, b"" for a story that is not to be published.

    A killed story is an absent item, unless the profile keeps it as a marked one without its words.
    """
    kept = article.pub_status == "canceled" and profile.shows_deleted
    if article.pub_status != "usable" and not kept:
        return b""
    made = rss_item.item(article, profile).encode()
    return spaced(made) if profile.plain_spaces else made


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the whole file around items made before, as many as the profile has room for."""
    head: bytes = channel(feed, profile, updated).rss_str()
    return b"".join((head.removesuffix(_END), *fitting(entries, len(head), profile), _END))


FORMAT = FeedFormat("rss", MEDIA_TYPE, EXTENSION, entry, document, marks_deleted=True)
