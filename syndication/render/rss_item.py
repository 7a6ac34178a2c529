"""One story as an RSS item: what RSS 2.0 itself has, then the elements of the other namespaces.

The elements stand in feedgen's order and have feedgen's bytes, which the tests compare; making, filling and
reading one of its entry objects costs several times as much.
"""

from msgspec.structs import replace

from syndication.model import Article, Profile
from syndication.render import media_files, msn_elements, rss_partners, story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc822, rfc3339
from syndication.render.elements import Elements
from syndication.render.media_files import MediaFile
from syndication.render.media_rss import add_media
from syndication.render.plain_text import as_html, line
from syndication.render.rss_namespaces import USUAL, namespaces
from syndication.render.share_links import with_share_links
from syndication.render.tailoring import tailored


def item(article: Article, profile: Profile) -> str:
    """Return the story's item (RSS 2.0, "Elements of <item>"); one taken back has none of its words."""
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    shown = article.pub_status == "usable"
    found = Elements(namespaces(profile))
    found.add("title", story.title(article) if shown else line(profile.withdrawn))
    found.add("link", story.link(page, profile))
    if shown:
        _add_words(found, article, profile, page)
    linked = guid == page and profile.guid_style == "wire"
    permalink = linked or profile.guid_style == "permalink"
    found.add("guid", guid, isPermaLink="true" if permalink else "false")
    if shown:
        media = media_files.files(article, page, profile.images)
        _add_relations(found, article, media, page)
        add_more(found, article, profile, media, page)
    else:
        _add_date(found, article, profile)
        rss_partners.add_withdrawn(found, article, profile)
    return f"<item>{found}</item>"


def add_more(item: Elements, article: Article, profile: Profile, media: list[MediaFile], page: str) -> None:
    """Add what comes after feedgen's own elements: pubDate without a locale, and other namespaces."""
    _add_date(item, article, profile)
    for name in story.creators(article):
        item.add("dc:creator", name)
    if language := story.language(article.language):
        item.add("dc:language", language)
    if rights := story.rights(article.rights):
        item.add("dc:rights", rights)
    if subheadline := line(article.subheadline):
        item.add("dcterms:alternative", subheadline)
    if article.modified > article.published:
        item.add("dcterms:modified", rfc3339(article.modified))
    if point := story.point(article):
        item.add("georss:point", point)
    add_media(item, media, msn_elements.media_rights(profile))
    if profile.switched or namespaces(profile) is not USUAL:
        rss_partners.add_partners(item, article, profile, media, page)


def _add_date(item: Elements, article: Article, profile: Profile) -> None:
    moves = profile.update_signal == "pubDate"
    item.add("pubDate", rfc822(article.modified if moves else article.published, profile.date_zone))


def _add_words(item: Elements, article: Article, profile: Profile, page: str) -> None:
    """Add the description, and the body beside it or in its place."""
    words = as_html(story.excerpt(article, profile.min_description))
    in_element = article.subheadline and "dcterms" in namespaces(profile)
    told = replace(article, subheadline=None) if in_element else article
    body = with_share_links(body_html(told, page, profile), article, profile)
    if not body:
        if words:
            item.add("description", words)
    elif profile.body_element == "description" or "content" not in namespaces(profile):
        item.add("description", body)
    else:
        words = words or as_html(story.title(article))
        # Google takes the longer of the two for the story.
        if len(words) < len(body) or not profile.drop_long_description:
            item.add("description", words)
        item.add_markup("content:encoded", f"<![CDATA[{body}]]>")  # its words have no >, so it has no ]]>


def _add_relations(item: Elements, article: Article, media: list[MediaFile], page: str) -> None:
    """Add categories, the enclosure, and the source."""
    for category in story.categories(article):
        item.add("category", category.label, domain=category.scheme)
    if enclosed := next((f for f in media if f.enclosable), None):
        item.add("enclosure", url=enclosed.href, length=str(enclosed.length), type=enclosed.media_type)
    if origin := story.origin(article, page):
        href, title = origin
        item.add("source", title, url=href)
