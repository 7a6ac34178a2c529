"""Atom 1.0 through feedgen (RFC 4287), with georss, media and tombstones (RFC 6721).

feedgen writes the elements; an extension completes what it loses: an entry's links keep only their
address there, and an entry has no language.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import Element, SubElement, _Element

from syndication.model import Article, Feed, Profile
from syndication.render import licensing, media_files, story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat
from syndication.render.media_rss import append_media
from syndication.render.plain_text import line
from syndication.render.room import fitting, spaced
from syndication.render.share_links import with_share_links
from syndication.render.tailoring import tailored
from syndication.xmlns import GEORSS, MEDIA, TOMBSTONES, XML

MEDIA_TYPE = "application/atom+xml"
EXTENSION = ".atom"
# Atom's own namespace is the default one: feedgen writes it as `xmlns` on the root.
NAMESPACES: dict[str, str] = {"at": TOMBSTONES, "georss": GEORSS, "media": MEDIA}
_STRICT: dict[str, str] = {"media": MEDIA}
_END = b"</feed>"


class RootExtension(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """The namespaces that the entries use."""

    profile: Profile

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces of the root."""
        return namespaces(self.profile)


class EntryExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """What feedgen loses or lacks for an entry."""

    article: Article
    profile: Profile
    page: str

    def extend_atom(self, entry: _Element) -> None:
        """Set the language; complete the links; append positions and media."""
        if language := story.language(self.article.language):
            entry.set(f"{{{XML}}}lang", language)
        for link in entry.iterfind("link"):  # the page; feedgen kept nothing but its address
            link.set("rel", "alternate")
            link.set("type", "text/html")
        media = media_files.files(self.article, self.page, self.profile.images)
        for file in media:
            known = {"type": file.media_type, "length": file.length, "title": line(file.media.headline)}
            said = {name: str(value) for name, value in known.items() if value}
            SubElement(entry, "link", {"rel": "enclosure", "href": file.href} | said)
        for href, title in story.related(self.article, self.page):
            link = SubElement(entry, "link", rel="related", href=href)
            if title:
                link.set("title", title)
        if origin := story.origin(self.article, self.page):
            SubElement(entry, "link", rel="via", href=origin[0], title=origin[1])
        if "georss" in namespaces(self.profile) and (point := story.point(self.article)):
            SubElement(entry, f"{{{GEORSS}}}point").text = point
        append_media(entry, media)


def story_entry(article: Article, profile: Profile) -> FeedEntry:
    """Return the story as an entry of feedgen that writes the Atom entry (RFC 4287 §4.1.2)."""
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    entry = FeedEntry()
    entry.id(guid)
    entry.title(story.title(article))
    entry.updated(article.modified.astimezone(UTC))
    entry.published(article.published.astimezone(UTC))
    entry.link(href=story.link(page, profile))
    if creators := story.creators(article):
        entry.author([{"name": name} for name in creators])
    minimum = profile.min_description
    if summary := story.excerpt(article, minimum) if minimum else story.summary(article):
        entry.summary(summary)
    if body := with_share_links(body_html(article, page, profile), article, profile):
        entry.content(body, type="html")
    if categories := story.categories(article):
        entry.category([_category(c) for c in categories])
    if rights := story.rights(article):
        entry.rights(rights)
    entry.register_extension("syndication", EntryExtension, rss=False)
    entry.syndication.article = article
    entry.syndication.profile = profile
    entry.syndication.page = page
    return entry


def head(feed: Feed, profile: Profile, updated: datetime) -> FeedGenerator:
    """Return the generator of the feed, without entries (RFC 4287 §4.1.1).

    The feed's author stands for entries that name nobody (§4.2.1).
    """
    site = profile.site
    generator = FeedGenerator()
    generator.id(site.feed(feed.name))
    generator.title(line(feed.title) or feed.name)
    generator.updated(updated.astimezone(UTC))
    generator.author({"name": line(site.title) or feed.name, "uri": site.base_url})
    generator.link(href=site.feed(feed.name), rel="alternate", type="text/html")
    generator.link(href=site.feed(feed.name, EXTENSION), rel="self", type=MEDIA_TYPE)
    if profile.hub:
        generator.link(href=profile.hub, rel="hub")
    generator.generator("syndication")
    if description := line(feed.description):
        generator.subtitle(description)
    if rights := story.site_rights(site):
        generator.rights(rights)
    if licence := licensing.link(site):  # RFC 4946 §2
        generator.link(href=licence[0], rel="license", type=licence[1])
    if language := story.language(feed.language or site.language):
        generator.language(language)
    generator.register_extension("syndication", RootExtension, EntryExtension, rss=False)
    generator.syndication.profile = profile
    return generator


def namespaces(profile: Profile) -> dict[str, str]:
    """Return prefix and namespace of what the entries use besides Atom: less where a profile names all."""
    return NAMESPACES if profile.extensions is None else _STRICT


def entry(article: Article, profile: Profile) -> bytes:
    """Return the entry; for a killed story its tombstone (RFC 6721 §3), for a withheld one b"".

    A profile that takes no extension takes no tombstone: there a killed story is an absent entry.
    """
    declared = namespaces(profile)
    if article.pub_status == "canceled" and "at" in declared:
        when = rfc3339(article.modified)
        ref = story.guid(article, profile)
        return entry_bytes(Element(f"{{{TOMBSTONES}}}deleted-entry", ref=ref, when=when), "feed", declared)
    if article.pub_status != "usable":
        return b""
    made = entry_bytes(story_entry(article, profile).atom_entry(), "feed", declared)
    return spaced(made) if profile.plain_spaces else made


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the whole file around entries made before, as many as the profile has room for."""
    whole: bytes = head(feed, profile, updated).atom_str()
    return b"".join((whole.removesuffix(_END), *fitting(entries, len(whole), profile), _END))


def _category(category: story.Category) -> dict[str, str]:
    said = {"term": category.term, "label": category.label}
    return said | {"scheme": category.scheme} if category.scheme else said


FORMAT = FeedFormat("atom", MEDIA_TYPE, EXTENSION, entry, document)
