"""Atom 1.0 (RFC 4287), with georss, media and tombstones (RFC 6721).

An entry is text; the feed around the entries comes from feedgen.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import Element

from syndication.model import Article, Feed, Profile
from syndication.render import atom_entry, licensing, story
from syndication.render.atom_namespaces import namespaces
from syndication.render.dates import rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat
from syndication.render.plain_text import line
from syndication.render.room import fitting, spaced
from syndication.xmlns import TOMBSTONES

MEDIA_TYPE = "application/atom+xml"
EXTENSION = ".atom"
_END = b"</feed>"


class RootExtension(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """The namespaces that the entries use."""

    profile: Profile

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces of the root."""
        return namespaces(self.profile)


def head(feed: Feed, profile: Profile, updated: datetime) -> FeedGenerator:
    """Return the generator of the feed, without entries (RFC 4287 §4.1.1).

    The feed's author stands for entries that name nobody (§4.2.1).
    """
    site = profile.site
    generator = FeedGenerator()
    generator.id(site.feed_id(feed))
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
    generator.register_extension("syndication", RootExtension, rss=False)
    generator.syndication.profile = profile
    return generator


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
    made = atom_entry.entry(article, profile).encode()
    return spaced(made) if profile.plain_spaces else made


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the whole file around entries made before, as many as the profile has room for."""
    whole: bytes = head(feed, profile, updated).atom_str()
    return b"".join((whole.removesuffix(_END), *fitting(entries, len(whole), profile), _END))


FORMAT = FeedFormat("atom", MEDIA_TYPE, EXTENSION, entry, document)
