"""RSS 2.0, with atom, content, dc, dcterms, georss and media elements, and what a profile adds.

The channel comes from feedgen, and a small extension writes what it lacks; no feed is built to render a story.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import Element, SubElement, _Element

from syndication.model import Article, Feed, Profile, Site
from syndication.render import story
from syndication.render.dates import rfc822
from syndication.render.entry_bytes import inner_bytes
from syndication.render.feed_format import FeedFormat
from syndication.render.plain_text import cut, line
from syndication.render.room import fitting, spaced
from syndication.render.rss_item import append_item
from syndication.render.rss_namespaces import namespaces
from syndication.render.rss_partners import append_channel
from syndication.xmlns import ATOM

MEDIA_TYPE = "application/rss+xml"
EXTENSION = ".rss"
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+\Z")
_END = b"</channel></rss>"


class ChannelExtension(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen lacks for a channel: the hub, and a build date that says GMT."""

    profile: Profile
    updated: datetime

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces of the root."""
        return namespaces(self.profile)

    def extend_rss(self, feed: _Element) -> None:
        """Complete the channel."""
        channel = feed[0]
        built = channel.find("lastBuildDate")
        if built is not None:
            built.text = rfc822(self.updated, self.profile.date_zone)
        if self.profile.hub:
            SubElement(channel, f"{{{ATOM}}}link", href=self.profile.hub, rel="hub")
        append_channel(channel, self.profile, self.updated)


def channel(feed: Feed, profile: Profile, updated: datetime) -> FeedGenerator:
    """Return the generator of the channel, without items (RSS 2.0, "Required channel elements").

    No `ttl`: how long an edition stays fresh is said by HTTP, and the hub tells of changes.
    """
    site = profile.site
    generator = FeedGenerator()
    generator.title(line(feed.title) or feed.name)
    described = line(feed.description) or line(site.description) or line(site.title) or feed.name
    generator.description(cut(described, profile.max_channel_description or len(described)))
    generator.link(href=site.feed(feed.name, EXTENSION), rel="self", type=MEDIA_TYPE)
    generator.link(href=site.feed(feed.name), rel="alternate")  # feedgen takes the last one for `link`
    generator.generator("syndication")
    generator.lastBuildDate(updated)
    if language := story.language(feed.language or site.language):
        generator.language(language)
    if rights := story.site_rights(site):
        generator.copyright(rights)
    if mail := mail_of(site):
        generator.managingEditor(f"{mail} ({line(site.title)})")
    generator.register_extension("syndication", ChannelExtension, atom=False)
    generator.syndication.profile = profile
    generator.syndication.updated = updated
    return generator


def mail_of(site: Site) -> str | None:
    """Return the site's contact where it is a mail address."""
    return site.contact if site.contact and _MAIL.match(site.contact) else None


def entry(article: Article, profile: Profile) -> bytes:
    """Return the item, b"" for a story that is not to be published.

    A killed story is an absent item, unless the profile keeps it as a marked one without its words.
    """
    kept = article.pub_status == "canceled" and profile.shows_deleted
    if article.pub_status != "usable" and not kept:
        return b""
    root = Element("rss", nsmap=namespaces(profile))
    append_item(root, article, profile)
    made = inner_bytes(root)
    return spaced(made) if profile.plain_spaces else made


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the whole file around items made before, as many as the profile has room for."""
    head: bytes = channel(feed, profile, updated).rss_str()
    return b"".join((head.removesuffix(_END), *fitting(entries, len(head), profile), _END))


FORMAT = FeedFormat("rss", MEDIA_TYPE, EXTENSION, entry, document)
