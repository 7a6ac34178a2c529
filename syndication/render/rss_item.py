"""One story as an RSS item: what RSS 2.0 itself has, then the elements of the other namespaces.

Written element by element in feedgen's order, with feedgen's bytes: an entry object that is made, filled and
read again costs more than the words of a story. The tests hold every item against feedgen's own.
"""

from lxml.etree import CDATA, SubElement, _Element

from syndication.model import Article, Profile
from syndication.render import media_files, story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc822, rfc3339
from syndication.render.media_files import MediaFile
from syndication.render.media_rss import append_media
from syndication.render.rss_namespaces import USUAL, namespaces
from syndication.render.rss_partners import append_partners, append_withdrawn
from syndication.render.tailoring import tailored
from syndication.xmlns import CONTENT, DC, DCTERMS, GEORSS


def append_item(parent: _Element, article: Article, profile: Profile) -> None:
    """Append the story's item (RSS 2.0, "Elements of <item>"); a story taken back has none of its words."""
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    shown = article.pub_status == "usable"
    media = media_files.files(article, page, profile.images) if shown else []
    item = SubElement(parent, "item")
    SubElement(item, "title").text = story.title(article) if shown else profile.withdrawn
    SubElement(item, "link").text = story.link(page, profile)
    if shown:
        _append_words(item, article, profile, page)
    identity = SubElement(item, "guid")
    identity.text = guid
    identity.set("isPermaLink", "true" if guid == page or profile.guid_style == "permalink" else "false")
    if shown:
        _append_relations(item, article, media, page)
    append_more(item, article, profile, media, page)


def append_more(
    item: _Element, article: Article, profile: Profile, media: list[MediaFile], page: str
) -> None:
    """Append what comes after feedgen's own elements: pubDate without a locale, and other namespaces."""
    moves = profile.update_signal == "pubDate"
    published = article.modified if moves else article.published
    SubElement(item, "pubDate").text = rfc822(published, profile.date_zone)
    if article.pub_status != "usable":
        append_withdrawn(item, article, profile)
        return
    used = namespaces(profile)
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
    append_media(item, media)
    if used is not USUAL or profile.switched:
        append_partners(item, article, profile, media, page)


def _append_words(item: _Element, article: Article, profile: Profile, page: str) -> None:
    """Append the description, and the body beside it or in its place."""
    words = story.excerpt(article, profile.min_description)
    body = body_html(article, page, profile)
    if body and profile.body_element == "description":
        SubElement(item, "description").text = body
    elif body:
        SubElement(item, "description").text = words or story.title(article)
        SubElement(item, f"{{{CONTENT}}}encoded").text = CDATA(body)
    elif words:
        SubElement(item, "description").text = words


def _append_relations(item: _Element, article: Article, media: list[MediaFile], page: str) -> None:
    """Append categories, the enclosure, and the source."""
    for category in story.categories(article):
        element = SubElement(item, "category")
        element.text = category.label
        if category.scheme:
            element.set("domain", category.scheme)
    if enclosed := next((f for f in media if f.enclosable), None):
        known = {"url": enclosed.href, "length": str(enclosed.length), "type": str(enclosed.media_type)}
        SubElement(item, "enclosure", known)
    if origin := story.origin(article, page):
        href, title = origin
        SubElement(item, "source", url=href).text = title
