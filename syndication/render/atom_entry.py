"""One story as an Atom entry (RFC 4287 §4.1.2), with positions and media.

Written element by element in feedgen's order, with feedgen's bytes but for what it loses: of an entry's links
it keeps the address alone, and an entry has no language. The tests hold every entry against feedgen's own.
"""

from datetime import UTC

from lxml.etree import SubElement, _Element

from syndication.model import Article, Profile
from syndication.render import media_files, story
from syndication.render.atom_namespaces import namespaces
from syndication.render.body_html import body_html
from syndication.render.media_rss import append_media
from syndication.render.plain_text import line
from syndication.render.tailoring import tailored
from syndication.xmlns import GEORSS, XML


def append_entry(parent: _Element, article: Article, profile: Profile) -> None:
    """Append the story's entry."""
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    entry = SubElement(parent, "entry")
    if language := story.language(article.language):
        entry.set(f"{{{XML}}}lang", language)
    SubElement(entry, "id").text = guid
    SubElement(entry, "title").text = story.title(article)
    SubElement(entry, "updated").text = article.modified.astimezone(UTC).isoformat()
    for name in story.creators(article):
        SubElement(SubElement(entry, "author"), "name").text = name
    if body := body_html(article, page, profile):
        content = SubElement(entry, "content")
        content.text = body
        content.set("type", "html")
    _link(entry, ("href", story.link(page, profile)), ("rel", "alternate"), ("type", "text/html"))
    minimum = profile.min_description
    if summary := story.excerpt(article, minimum) if minimum else story.summary(article):
        SubElement(entry, "summary").text = summary
    for category in story.categories(article):
        element = SubElement(entry, "category")
        element.set("term", category.term)
        if category.scheme:
            element.set("scheme", category.scheme)
        element.set("label", category.label)
    SubElement(entry, "published").text = article.published.astimezone(UTC).isoformat()
    if rights := story.rights(article):
        SubElement(entry, "rights").text = rights
    append_more(entry, article, profile, page)


def append_more(entry: _Element, article: Article, profile: Profile, page: str) -> None:
    """Append what comes after feedgen's own elements: links to other things, the position, the media."""
    media = media_files.files(article, page, profile.images)
    for file in media:
        length = str(file.length) if file.length else None
        known = (("type", file.media_type), ("length", length), ("title", line(file.media.headline)))
        _link(entry, ("rel", "enclosure"), ("href", file.href), *known)
    for href, title in story.related(article, page):
        _link(entry, ("rel", "related"), ("href", href), ("title", title))
    if origin := story.origin(article, page):
        href, title = origin
        _link(entry, ("rel", "via"), ("href", href), ("title", title))
    if "georss" in namespaces(profile) and (point := story.point(article)):
        SubElement(entry, f"{{{GEORSS}}}point").text = point
    append_media(entry, media)


def _link(entry: _Element, *attributes: tuple[str, str | None]) -> None:
    """Append a link (§4.2.7) with those of its attributes that say something."""
    link = SubElement(entry, "link")
    for name, value in attributes:
        if value:
            link.set(name, value)
