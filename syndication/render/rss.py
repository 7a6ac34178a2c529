"""RSS 2.0 through feedgen, with atom, content, dc, dcterms, georss and media elements.

feedgen writes what RSS itself has; two small extensions write the rest. A lone item comes from
`FeedEntry.rss_entry`, the channel from a generator without items: no feed is built to render a story.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

from syndication.model import Article, Feed, Profile, Site
from syndication.render import media_files, story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc822, rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat
from syndication.render.media_files import MediaFile
from syndication.render.media_rss import append_media
from syndication.render.plain_text import line
from syndication.xmlns import ATOM, CONTENT, DC, DCTERMS, GEORSS, MEDIA

MEDIA_TYPE = "application/rss+xml"
EXTENSION = ".rss"
NAMESPACES: dict[str, str] = {
    "dc": DC,
    "dcterms": DCTERMS,
    "georss": GEORSS,
    "media": MEDIA,
    "atom": ATOM,
    "content": CONTENT,
}
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+\Z")
_END = b"</channel></rss>"


class ChannelExtension(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen lacks for a channel: the hub, and a build date that says GMT."""

    hub: str | None = None
    updated: datetime

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces of the root."""
        return NAMESPACES

    def extend_rss(self, feed: _Element) -> None:
        """Complete the channel."""
        channel = feed[0]
        built = channel.find("lastBuildDate")
        if built is not None:
            built.text = rfc822(self.updated)
        if self.hub:
            SubElement(channel, f"{{{ATOM}}}link", href=self.hub, rel="hub")


class ItemExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen lacks for an item, or writes with the machine's locale (dates)."""

    article: Article
    media: list[MediaFile]

    def extend_rss(self, item: _Element) -> None:
        """Append pubDate and the elements of the other namespaces."""
        article = self.article
        SubElement(item, "pubDate").text = rfc822(article.published)
        for name in story.creators(article):
            SubElement(item, f"{{{DC}}}creator").text = name
        if language := story.language(article.language):
            SubElement(item, f"{{{DC}}}language").text = language
        if article.modified > article.published:
            SubElement(item, f"{{{DCTERMS}}}modified").text = rfc3339(article.modified)
        if point := story.point(article):
            SubElement(item, f"{{{GEORSS}}}point").text = point
        append_media(item, self.media)


def item(article: Article, profile: Profile) -> FeedEntry:
    """Return the story as an entry of feedgen that writes the RSS item."""
    page = story.page(article, profile.site)
    guid = story.guid(article)
    media = media_files.files(article, page)
    entry = FeedEntry()
    entry.title(story.title(article))
    entry.link(href=page)
    entry.guid(guid, permalink=guid == page)
    if categories := story.categories(article):
        entry.category([_category(c) for c in categories])
    words = story.excerpt(article)
    if body := body_html(article, page):
        entry.description(words or story.title(article))
        entry.content(body, type="CDATA")
    elif words:
        entry.description(words)
    if enclosed := next((f for f in media if f.enclosable), None):
        entry.enclosure(enclosed.href, enclosed.length, enclosed.media_type)
    if origin := story.origin(article, page):
        entry.source(*origin)
    entry.register_extension("syndication", ItemExtension, atom=False)
    entry.syndication.article = article
    entry.syndication.media = media
    return entry


def channel(feed: Feed, profile: Profile, updated: datetime) -> FeedGenerator:
    """Return the generator of the channel, without items (RSS 2.0, "Required channel elements").

    No `ttl`: how long an edition stays fresh is said by HTTP, and the hub tells of changes.
    """
    site = profile.site
    generator = FeedGenerator()
    generator.title(line(feed.title) or feed.name)
    generator.description(line(feed.description) or line(site.description) or line(site.title) or feed.name)
    generator.link(href=site.feed(feed.name, EXTENSION), rel="self", type=MEDIA_TYPE)
    generator.link(href=site.feed(feed.name), rel="alternate")  # feedgen takes the last one for `link`
    generator.generator("syndication")
    generator.lastBuildDate(updated)
    if language := story.language(feed.language or site.language):
        generator.language(language)
    if site.copyright:
        generator.copyright(line(site.copyright))
    if mail := mail_of(site):
        generator.managingEditor(f"{mail} ({line(site.title)})")
    generator.register_extension("syndication", ChannelExtension, ItemExtension, atom=False)
    generator.syndication.hub = profile.hub
    generator.syndication.updated = updated
    return generator


def mail_of(site: Site) -> str | None:
    """Return the site's contact where it is a mail address."""
    return site.contact if site.contact and _MAIL.match(site.contact) else None


def entry(article: Article, profile: Profile) -> bytes:
    """Return the item, b"" for a story that is not to be published (an RSS kill is an absent item)."""
    if article.pub_status != "usable":
        return b""
    return entry_bytes(item(article, profile).rss_entry(), "rss", NAMESPACES)


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the whole file around items made before."""
    head: bytes = channel(feed, profile, updated).rss_str()
    return b"".join((head.removesuffix(_END), *entries, _END))


def _category(category: story.Category) -> dict[str, str]:
    said = {"term": category.term, "label": category.label}
    return said | {"scheme": category.scheme} if category.scheme else said


FORMAT = FeedFormat("rss", MEDIA_TYPE, EXTENSION, entry, document)
