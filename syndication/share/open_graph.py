"""Open Graph with its article properties (ogp.me), as Facebook, WhatsApp, LinkedIn and most others read it."""

from collections.abc import Iterator

from syndication.share.clean_text import clean
from syndication.share.element import Element, prop
from syndication.share.film import film_files
from syndication.share.instants import modified, published, stamp
from syndication.share.locale import locale
from syndication.share.shareable import Shareable
from syndication.share.shortening import cut
from syndication.share.web_address import https

DESCRIPTION = 200
_TAGS = 10
_FILM = "video/mp4"


def elements(story: Shareable) -> Iterator[Element]:
    """Yield the elements in order; what is not known is not said."""
    article, sharing = story.article, story.sharing
    yield from prop("og:type", "article")
    yield from prop("og:title", story.headline)
    yield from prop("og:description", description(story))
    yield from prop("og:url", story.canonical)
    yield from prop("og:site_name", clean(story.site.title))
    yield from prop("og:locale", locale(article.language, story.site.language))
    yield from _picture(story)
    yield from _film(story)
    first, last = published(article), modified(article)
    yield from prop("article:published_time", stamp(first))
    if last and (first is None or last > first):
        yield from prop("article:modified_time", stamp(last))
    yield from prop("article:expiration_time", stamp(article.expires))
    for name in story.persons:
        known = sharing.author(name)
        yield from prop("article:author", https(known.url) if known else None)
    yield from prop("article:publisher", https(sharing.facebook_page))
    yield from prop("article:section", section(story))
    for keyword in story.keywords[:_TAGS]:
        yield from prop("article:tag", keyword)
    yield from prop("fb:app_id", sharing.facebook_app_id)


def description(story: Shareable) -> str:
    """Return the summary within 200 graphemes, "" without one: the text's first lines are not a summary."""
    return cut(story.summary, DESCRIPTION)


def section(story: Shareable) -> str | None:
    """Return the name of the first subject that has one."""
    return next(filter(None, (clean(s.name) for s in story.subjects)), None)


def _picture(story: Shareable) -> Iterator[Element]:
    picture = story.picture
    if picture is None:
        return
    yield from prop("og:image", picture.url)
    yield from prop("og:image:type", picture.media_type)
    yield from prop("og:image:width", picture.width)
    yield from prop("og:image:height", picture.height)
    yield from prop("og:image:alt", picture.alt)


def _film(story: Shareable) -> Iterator[Element]:
    """Yield the first MP4 file: players and playlists do not belong here."""
    for rendition, url in film_files(story, _FILM):
        yield from prop("og:video", url)
        yield from prop("og:video:type", _FILM)
        if rendition.width and rendition.height:
            yield from prop("og:video:width", rendition.width)
            yield from prop("og:video:height", rendition.height)
        return
