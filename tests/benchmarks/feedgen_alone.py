"""Feeds as somebody writes them who has feedgen and nothing else: from words that lie ready.

Its own extensions write Dublin Core and the media; what they have no words for is left out, to its advantage.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from syndication.model import Article, Profile
from syndication.render import media_files, story
from syndication.render.body_html import body_html


class Ready(NamedTuple):
    """The words of one story."""

    guid: str
    link: str
    title: str
    summary: str
    body: str
    author: str
    language: str
    categories: tuple[tuple[str, str | None, str], ...]
    published: datetime
    file: tuple[str, str, str]
    pixels: tuple[str, str]
    picture_title: str
    thumbnail: str


def ready(article: Article, profile: Profile) -> Ready:
    """Return what a feed says of a story that has one picture."""
    page = story.page(article, profile.site)
    picture = media_files.files(article, page)[0]
    return Ready(
        guid=article.guid,
        link=page,
        title=story.title(article),
        summary=story.summary(article),
        body=body_html(article, page, profile),
        author=story.creators(article)[0],
        language=article.language or "",
        categories=tuple((c.term, c.scheme, c.label) for c in story.categories(article)),
        published=article.published,
        file=(picture.href, str(picture.length), picture.media_type or ""),
        pixels=(str(picture.width), str(picture.height)),
        picture_title=picture.media.headline or "",
        thumbnail=picture.thumbnail or "",
    )


def rss(stories: Sequence[Ready], updated: datetime) -> bytes:
    """Return the RSS feed."""
    generator = _generator(updated)
    generator.load_extension("dc")
    generator.load_extension("media")
    for said in stories:
        entry = generator.add_entry(order="append")
        entry.title(said.title)
        entry.link(href=said.link)
        entry.guid(said.guid, permalink=False)
        entry.description(said.summary)
        entry.content(said.body, type="CDATA")
        entry.category(_categories(said))
        entry.enclosure(*said.file)
        entry.pubDate(said.published)
        entry.dc.dc_creator(said.author)
        entry.dc.dc_language(said.language)
        _add_media(entry, said)
    made: bytes = generator.rss_str()
    return made


def atom(stories: Sequence[Ready], updated: datetime) -> bytes:
    """Return the Atom feed."""
    generator = _generator(updated)
    generator.load_extension("media")
    for said in stories:
        entry = generator.add_entry(order="append")
        entry.id(said.guid)
        entry.title(said.title)
        entry.updated(said.published)
        entry.published(said.published)
        entry.author(name=said.author)
        entry.link(href=said.link, rel="alternate", type="text/html")
        entry.summary(said.summary)
        entry.content(said.body, type="html")
        entry.category(_categories(said))
        href, length, media_type = said.file
        entry.link(href=href, rel="enclosure", length=length, type=media_type, title=said.picture_title)
        _add_media(entry, said)
    made: bytes = generator.atom_str()
    return made


def _generator(updated: datetime) -> FeedGenerator:
    generator = FeedGenerator()
    generator.id("https://wire.example/feeds/world")
    generator.title("World & beyond")
    generator.description("From everywhere")
    generator.author(name="Harbour Wire")
    generator.link(href="https://wire.example/feeds/world", rel="alternate")
    generator.language("en")
    generator.updated(updated)
    return generator


def _categories(said: Ready) -> list[dict[str, str]]:
    return [
        {"term": term, "label": label} | ({"scheme": scheme} if scheme else {})
        for term, scheme, label in said.categories
    ]


def _add_media(entry: FeedEntry, said: Ready) -> None:
    (href, length, media_type), (width, height) = said.file, said.pixels
    attributes = {"url": href, "fileSize": length, "type": media_type, "medium": "image"}
    entry.media.content(attributes | {"height": height, "width": width}, group=None)
    entry.media.thumbnail(url=said.thumbnail, group=None)
