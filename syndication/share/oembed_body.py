"""The body of an oEmbed answer (oEmbed 1.0 §2.3.4): what another site needs to show our story in a card."""

import html
from typing import TypeAlias

import msgspec
from lxml import etree

from syndication.share.clean_text import clean
from syndication.share.picture import Picture
from syndication.share.shareable import Shareable
from syndication.share.web_address import https

Body: TypeAlias = dict[str, str | int]


def oembed(story: Shareable, max_width: int | None = None, max_height: int | None = None) -> Body:
    """Return the values in their order, absent ones left out. Sizes in pixels, `cache_age` in seconds.

    Type `link`, or `rich` with a card where the site wants one. A picture is offered only where it fits.
    """
    name = next(iter(story.persons), story.provider)
    known = story.sharing.author(name) if story.persons else None
    thumbnail = _thumbnail(story, max_width, max_height)
    card = story.sharing.embed_card and story.canonical is not None
    body: dict[str, str | int | None] = {
        "type": "rich" if card else "link",
        "version": "1.0",
        "title": story.headline,
        "author_name": name,
        "author_url": https(known.url) if known else None,
        "provider_name": clean(story.site.title),
        "provider_url": story.home,
        "cache_age": story.sharing.cache_age,
        "thumbnail_url": thumbnail.url if thumbnail else None,
        "thumbnail_width": thumbnail.width if thumbnail else None,
        "thumbnail_height": thumbnail.height if thumbnail else None,
    }
    if card:
        body["html"] = _card(story)
        body["width"] = _within(story.sharing.embed_width, max_width)
        body["height"] = _within(story.sharing.embed_height, max_height)
    return {key: value for key, value in body.items() if value is not None and value != ""}


def as_json(body: Body) -> bytes:
    """Return the body as `application/json`, UTF-8."""
    return msgspec.json.encode(body)


def as_xml(body: Body) -> bytes:
    """Return the same values as `text/xml`, UTF-8, one element each."""
    root = etree.Element("oembed")
    for key, value in body.items():
        etree.SubElement(root, key).text = str(value)
    declared = b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return declared + etree.tostring(root, encoding="utf-8", xml_declaration=False)


def _thumbnail(story: Shareable, max_width: int | None, max_height: int | None) -> Picture | None:
    """Return the picture of the page where it fits, else the largest rendition that does."""

    def fits(picture: Picture) -> bool:
        return (
            picture.width is not None
            and picture.height is not None
            and (max_width is None or picture.width <= max_width)
            and (max_height is None or picture.height <= max_height)
        )

    if story.picture and fits(story.picture):
        return story.picture
    return max(filter(fits, story.pictures.renditions), key=_area, default=None)


def _area(picture: Picture) -> int:
    return (picture.width or 0) * (picture.height or 0)


def _within(size: int, most: int | None) -> int:
    return size if most is None else min(size, most)


def _card(story: Shareable) -> str:
    """Return a quotation of the story: no script, no style, every word escaped, links to its page."""
    href = html.escape(story.canonical or "")
    headline = html.escape(story.headline or clean(story.site.title))
    summary = f"<p>{html.escape(story.summary)}</p>" if story.summary else ""
    site = html.escape(clean(story.site.title))
    return (
        f'<blockquote cite="{href}"><p><a href="{href}">{headline}</a></p>{summary}<p>{site}</p></blockquote>'
    )
