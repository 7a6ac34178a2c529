"""RSS 2.0 through feedgen, with atom, content, dc, dcterms, georss and media elements, and what a profile adds.

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
from syndication.render.plain_text import cut, line
from syndication.render.room import fitting, spaced
from syndication.render.rss_namespaces import USUAL, namespaces
from syndication.render.rss_partners import append_channel, append_item, append_withdrawn
from syndication.render.share_links import with_share_links
from syndication.render.tailoring import tailored
from syndication.xmlns import ATOM, DC, DCTERMS, GEORSS

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


class ItemExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen lacks for an item, or writes with the machine's locale (dates)."""

    article: Article
    profile: Profile
    media: list[MediaFile]
    page: str

    def extend_rss(self, item: _Element) -> None:
        """Append pubDate and the elements of the other namespaces."""
        article, profile = self.article, self.profile
        used = namespaces(profile)
        moves = profile.update_signal == "pubDate"
        published = article.modified if moves else article.published
        SubElement(item, "pubDate").text = rfc822(published, profile.date_zone)
        if article.pub_status != "usable":
            append_withdrawn(item, article, profile)
            return
        for name in story.creators(article):
            SubElement(item, f"{{{DC}}}creator").text = name
        if language := story.language(article.language):
            SubElement(item, f"{{{DC}}}language").text = language
        if rights := story.rights(article):
            SubElement(item, f"{{{DC}}}rights").text = rights
        if "dcterms" in used and article.modified > article.published:
            SubElement(item, f"{{{DCTERMS}}}modified").text = rfc3339(article.modified)
        if "georss" in used and (point := story.point(article)):
            SubElement(item, f"{{{GEORSS}}}point").text = point
        append_media(item, self.media)
        if used is not USUAL or profile.switched:
            append_item(item, article, profile, self.media, self.page)


def item(article: Article, profile: Profile) -> FeedEntry:
    """Return the story as an entry of feedgen that writes the RSS item."""
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    shown = article.pub_status == "usable"
    media = media_files.files(article, page, profile.images) if shown else []
    entry = FeedEntry()
    entry.title(story.title(article) if shown else profile.withdrawn)
    entry.link(href=story.link(page, profile))
    entry.guid(guid, permalink=guid == page or profile.guid_style == "permalink")
    if shown:
        _content(entry, article, profile, media, page)
    entry.register_extension("syndication", ItemExtension, atom=False)
    entry.syndication.article = article
    entry.syndication.profile = profile
    entry.syndication.media = media
    entry.syndication.page = page
    return entry


def _content(entry: FeedEntry, article: Article, profile: Profile, media: list[MediaFile], page: str) -> None:
    """Give the entry its words, categories, enclosure and source."""
    if categories := story.categories(article):
        entry.category([_category(c) for c in categories])
    words = story.excerpt(article, profile.min_description)
    body = with_share_links(body_html(article, page, profile), article, profile)
    if body and profile.body_element == "description":
        entry.description(body)
    elif body:
        entry.description(words or story.title(article))
        entry.content(body, type="CDATA")
    elif words:
        entry.description(words)
    if enclosed := next((f for f in media if f.enclosable), None):
        entry.enclosure(enclosed.href, enclosed.length, enclosed.media_type)
    if origin := story.origin(article, page):
        entry.source(*origin)


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
    generator.register_extension("syndication", ChannelExtension, ItemExtension, atom=False)
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
    made = entry_bytes(item(article, profile).rss_entry(), "rss", namespaces(profile))
    return spaced(made) if profile.plain_spaces else made


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the whole file around items made before, as many as the profile has room for."""
    head: bytes = channel(feed, profile, updated).rss_str()
    return b"".join((head.removesuffix(_END), *fitting(entries, len(head), profile), _END))


def _category(category: story.Category) -> dict[str, str]:
    said = {"term": category.term, "label": category.label}
    return said | {"scheme": category.scheme} if category.scheme else said


FORMAT = FeedFormat("rss", MEDIA_TYPE, EXTENSION, entry, document)
