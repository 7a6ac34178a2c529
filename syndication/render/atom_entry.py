"""One story as an Atom entry (RFC 4287 §4.1.2), with positions and media.

The elements stand in feedgen's order and have feedgen's bytes, which the tests compare, but for what it loses:
of an entry's links it keeps the address alone, and an entry has no language.
"""

from datetime import UTC

from msgspec.structs import replace

from syndication.model import Article, Profile
from syndication.render import media_files, msn_elements, story
from syndication.render.atom_namespaces import namespaces
from syndication.render.body_html import body_html
from syndication.render.elements import Elements
from syndication.render.media_rss import add_media
from syndication.render.plain_text import line
from syndication.render.share_links import with_share_links
from syndication.render.tailoring import tailored


def entry(article: Article, profile: Profile) -> str:
    """Return the story's entry."""
    guid = story.guid(article, profile)
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    found = Elements(namespaces(profile))
    found.add("id", guid)
    found.add("title", story.title(article))
    found.add("updated", article.modified.astimezone(UTC).isoformat())
    for name in story.creators(article):
        author = found.inside()
        author.add("name", name)
        found.add_markup("author", str(author))
    declared = namespaces(profile)
    told = replace(article, subheadline=None) if article.subheadline and "dcterms" in declared else article
    if body := with_share_links(body_html(told, page, profile), article, profile):
        found.add("content", body, type="html")
    found.add("link", href=story.link(page, profile), rel="alternate", type="text/html")
    minimum = profile.min_description
    if summary := story.excerpt(article, minimum) if minimum else story.summary(article):
        found.add("summary", summary)
    for category in story.categories(article):
        found.add("category", term=category.term, scheme=category.scheme, label=category.label)
    found.add("published", article.published.astimezone(UTC).isoformat())
    if rights := story.rights(article.rights):
        found.add("rights", rights)
    add_more(found, article, profile, page)
    language = story.language(article.language)
    return f'<entry xml:lang="{language}">{found}</entry>' if language else f"<entry>{found}</entry>"


def add_more(entry: Elements, article: Article, profile: Profile, page: str) -> None:
    """Add what comes after feedgen's own elements: links to other things (§4.2.7), the position, the media."""
    media = media_files.files(article, page, profile.images)
    for file in media:
        length = str(file.length) if file.length else None
        title = line(file.media.headline)
        entry.add("link", rel="enclosure", href=file.href, type=file.media_type, length=length, title=title)
    for href, title in story.related(article, page):
        entry.add("link", rel="related", href=href, title=title)
    if origin := story.origin(article, page):
        href, title = origin
        entry.add("link", rel="via", href=href, title=title)
    if source := story.source_feed(article, page):
        feed = entry.inside()
        feed.add("id", source.guid)
        feed.add("title", source.title)
        if source.href:
            feed.add("link", rel="self", href=source.href)
        # Its story of this version was the last that we know to have changed it (§4.2.15).
        feed.add("updated", article.modified.astimezone(UTC).isoformat())
        entry.add_markup("source", str(feed))
    if point := story.point(article):
        entry.add("georss:point", point)
    add_media(entry, media, msn_elements.media_rights(profile))
    if subheadline := line(article.subheadline):
        entry.add("dcterms:alternative", subheadline)
    msn_elements.add_end(entry, article, profile)
    if "mi" in profile.more_extensions:
        msn_elements.add_titles(entry, article, profile)
