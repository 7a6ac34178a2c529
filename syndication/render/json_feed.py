"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import html
from collections.abc import Sequence
from datetime import datetime

import msgspec

from syndication.model import Article, Feed, Profile, Site
from syndication.model.article import Rights
from syndication.render import licensing, media_files, story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc3339
from syndication.render.feed_format import FeedFormat
from syndication.render.media_files import MediaFile
from syndication.render.plain_text import line
from syndication.render.room import fitting, spaced
from syndication.render.share_links import share_links, with_share_links
from syndication.render.tailoring import tailored

VERSION = "https://jsonfeed.org/version/1.1"
EXTENSION = ".json"


class Author(msgspec.Struct, omit_defaults=True):
    """A person or the site ("Top-level", `authors`)."""

    name: str
    url: str | None = None


class Hub(msgspec.Struct):
    """Where changes can be subscribed to ("Subscribing to Real-time Notifications")."""

    type: str
    url: str


class Attachment(msgspec.Struct, omit_defaults=True):
    """A file that goes with the story ("attachments"); bytes and seconds."""

    url: str
    mime_type: str
    title: str | None = None
    size_in_bytes: int | None = None
    duration_in_seconds: float | None = None
    rights: "RightsNote | None" = msgspec.field(default=None, name="_rights")


class RightsNote(msgspec.Struct, omit_defaults=True):
    """Who is to be named, who holds the rights and what may be done, as an extension ("Extensions": `_` before a name)."""

    credit: str | None = None
    holder: str | None = None
    notice: str | None = None
    usage_terms: str | None = None
    ai_terms: str | None = None
    license: str | None = None


class ShareTo(msgspec.Struct):
    """One network on which the story can be shared: its id, its name for people, its link."""

    id: str
    name: str
    url: str


class ShareLinks(msgspec.Struct):
    """Where the story can be shared, as an extension, in the site's order."""

    links: list[ShareTo]


class Item(msgspec.Struct, omit_defaults=True):
    """One story ("Items")."""

    id: str
    url: str
    title: str
    content_html: str
    summary: str | None = None
    image: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    authors: list[Author] | None = None
    tags: list[str] | None = None
    language: str | None = None
    attachments: list[Attachment] | None = None
    rights: RightsNote | None = msgspec.field(default=None, name="_rights")
    share: ShareLinks | None = msgspec.field(default=None, name="_share")


class Head(msgspec.Struct, omit_defaults=True):
    """The feed without its items ("Top-level")."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str | None = None
    language: str | None = None
    authors: list[Author] | None = None
    hubs: list[Hub] | None = None
    rights: RightsNote | None = msgspec.field(default=None, name="_rights")


def entry(article: Article, profile: Profile) -> bytes:
    """Return the item, b"" for a story without content or one that is not to be published.

    The standard demands content of every item: that of a flash is its headline.
    """
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    media = media_files.files(article, page, profile.images)
    # An attachment must say its type; the text shows what cannot.
    untyped = [m.media for m in media if m.media_type is None]
    content = body_html(article, page, profile, untyped) if article.pub_status == "usable" else ""
    if not content and article.pub_status == "usable" and (flash := line(article.headline)):
        content = f"<p>{html.escape(flash, quote=False)}</p>"
    if not content:
        return b""
    creators = [Author(name) for name in story.creators(article)]
    item = Item(
        id=guid,
        url=story.link(page, profile),
        title=story.title(article),
        content_html=with_share_links(content, article, profile),
        summary=story.summary(article) or None,
        image=next((m.href for m in media if m.media.kind in {"picture", "graphic"}), None),
        date_published=rfc3339(article.published),
        date_modified=rfc3339(article.modified),
        authors=creators or None,
        tags=[c.label for c in story.categories(article)] or None,
        language=story.language(article.language),
        attachments=[_attachment(m, m.media_type) for m in media if m.media_type] or None,
        rights=_rights(article.rights),
        share=_share(article, profile),
    )
    made = msgspec.json.encode(item)
    return spaced(made) if profile.plain_spaces else made


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:  # noqa: ARG001 -- JSON Feed has no feed-level time
    """Return the whole file around items made before, empty ones left out, as many as there is room for."""
    site = profile.site
    head = Head(
        version=VERSION,
        title=line(feed.title) or feed.name,
        home_page_url=site.feed(feed.name),
        feed_url=site.feed(feed.name, EXTENSION),
        description=line(feed.description) or None,
        language=story.language(feed.language or site.language),
        authors=[Author(line(site.title) or feed.name, site.base_url)],
        hubs=[Hub("WebSub", profile.hub)] if profile.hub else None,
        rights=_site_rights(site),
    )
    parts = [msgspec.json.encode(head)[:-1], b',"items":[']
    for item in fitting([entry for entry in entries if entry], len(parts[0]), profile):
        parts += (item, b",")
    if parts[-1] == b",":
        parts.pop()
    return b"".join((*parts, b"]}"))  # one join: each `+` would copy the whole file again


def _rights(said: Rights | None, credit: str = "") -> RightsNote | None:
    if not (story.rights(said) or credit):
        return None
    said = said or Rights()
    return RightsNote(
        credit=credit or None,
        holder=line(said.holder) or None,
        notice=line(said.notice) or None,
        usage_terms=story.sentences(said.usage_terms, said.geography) or None,
        ai_terms=line(said.ai_terms) or None,
    )


def _share(article: Article, profile: Profile) -> ShareLinks | None:
    found = [ShareTo(k.id, k.name, k.href or "") for k in share_links(article, profile)]
    return ShareLinks(found) if found else None


def _site_rights(site: Site) -> RightsNote | None:
    licence = licensing.link(site)
    notice, terms = line(site.copyright) or None, line(site.usage_terms) or None
    if not (notice or terms or licence):
        return None
    return RightsNote(notice=notice, usage_terms=terms, license=licence[0] if licence else None)


def _attachment(file: MediaFile, media_type: str) -> Attachment:
    return Attachment(
        url=file.href,
        mime_type=media_type,
        title=line(file.media.headline) or line(file.media.caption) or None,
        size_in_bytes=file.length,
        duration_in_seconds=file.duration,
        rights=_rights(file.media.rights, line(file.media.credit)),
    )


# `charset` is not a parameter of JSON types (RFC 8259 §11).
FORMAT = FeedFormat("json", "application/feed+json", EXTENSION, entry, document, charset=False)
