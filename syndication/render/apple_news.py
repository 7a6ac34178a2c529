"""Apple News Format: one story as its article.json (developer.apple.com, "ArticleDocument")."""

from typing import Any

import msgspec
from lxml.etree import _Element, tostring
from msgspec.structs import replace

from syndication.model import Article, Profile, identity
from syndication.on_demand import Expression
from syndication.render import media_files, story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc3339
from syndication.render.feed_format import SingleFormat
from syndication.render.markup_tree import said, tree
from syndication.render.media_files import MediaFile
from syndication.render.permitted_html import permitted
from syndication.render.plain_text import line
from syndication.render.tailoring import tailored

MEDIA_TYPE = "application/json"
EXTENSION = ".apple-news.json"
VERSION = "1.24"
_LONGEST = 64
_UNSAFE = Expression(r"[^A-Za-z0-9_.-]+")
# What the format reads in a component of HTML ("Using HTML with Apple News Format").
_INLINE = (
    "p",
    "a",
    "strong",
    "b",
    "em",
    "i",
    "ul",
    "ol",
    "li",
    "br",
    "sub",
    "sup",
    "pre",
    "code",
    "blockquote",
)
_FOLLOWED = (
    "http",
    "https",
    "mailto",
)  # a telephone is none of the places that Apple names ("SupportedURLs")
_ROLES = {"picture": "photo", "graphic": "figure", "video": "video", "audio": "audio"}
_TEXT_STYLES: dict[str, dict[str, object]] = {
    "default": {"fontName": "HelveticaNeue", "fontSize": 17, "lineHeight": 24, "textColor": "#222222"},
    "default-title": {"fontName": "HelveticaNeue-Bold", "fontSize": 32, "lineHeight": 38},
    "default-byline": {"fontName": "HelveticaNeue", "fontSize": 14, "textColor": "#666666"},
}


def single(article: Article, profile: Profile) -> bytes:
    """Return the document, b"" for a story that is not to be published (a kill is a request, not a file)."""
    if article.pub_status != "usable":
        return b""
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    whole = {
        "version": VERSION,
        "identifier": identifier(article),
        "title": story.title(article),
        "subtitle": line(article.subheadline) or None,
        "language": story.language(article.language) or story.language(profile.site.language) or "en",
        "layout": {"columns": 7, "width": 1024, "margin": 75, "gutter": 20},
        "components": _components(article, page, profile),
        "componentTextStyles": _TEXT_STYLES,
        "metadata": _metadata(article, page, profile),
    }
    return msgspec.json.encode(_said(whole))


def identifier(article: Article) -> str:
    """Return the guid in the letters that the format allows, at most 64, with the short id that tells it apart."""
    short = identity.short_id(article.guid)
    readable = _UNSAFE.sub("-", story.guid(article)).strip("-.")
    return f"{readable[: _LONGEST - len(short) - 1]}-{short}"


def _said(table: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if value is not None}


def _metadata(article: Article, page: str, profile: Profile) -> dict[str, Any]:
    files = media_files.files(article, page, profile.images)
    thumbnail = next((f.href for f in files if f.media.kind == "picture"), None)
    return _said(
        {
            "authors": story.creators(article) or None,
            "canonicalURL": page,
            "dateCreated": rfc3339(article.created or article.published),
            "dateModified": rfc3339(article.modified),
            "datePublished": rfc3339(article.published),
            "excerpt": story.excerpt(article) or None,
            "generatorName": "syndication",
            "keywords": [c.label for c in story.categories(article)][:50] or None,
            "thumbnailURL": thumbnail,
        }
    )


def _components(article: Article, page: str, profile: Profile) -> list[dict[str, Any]]:
    """Return title, standfirst, byline and the whole text, nothing shortened ("Main Steps")."""
    found: list[dict[str, Any]] = [{"role": "title", "text": story.title(article)}]
    if summary := story.summary(article):
        found.append({"role": "intro", "text": summary})
    if creators := story.creators(article):
        found.append({"role": "byline", "text": ", ".join(creators)})
    files = {f.href: f for f in media_files.files(article, page, profile.images)}
    markup = body_html(replace(article, subheadline=None), page, profile)
    placed: set[str] = set()
    for component in _blocks(tree(markup)) if markup else []:
        placed.add(str(component.get("URL")))
        body = component["role"] == "body"
        if body and found[-1]["role"] == "body":
            found[-1]["text"] += component["text"]
        else:
            found.append(component)
    return found + [_media(file) for href, file in files.items() if href not in placed]


def _media(file: MediaFile) -> dict[str, Any]:
    """Return a picture, film or sound that the text does not place ("Video", "Audio", "Photo", "Figure")."""
    media = file.media
    is_film = media.kind == "video"
    caption, credit = line(media.caption) or line(media.headline), line(media.credit)
    return _said(
        {
            "role": _ROLES[media.kind],
            "URL": file.href,
            "stillURL": file.thumbnail if is_film else None,
            "imageURL": file.thumbnail if media.kind == "audio" else None,
            "aspectRatio": round(file.width / file.height, 3)
            if is_film and file.width and file.height
            else None,
            "caption": f"{caption} ({credit})" if caption and credit else caption or credit or None,
            "accessibilityCaption": line(media.alt) or None,
        }
    )


def _blocks(parent: _Element) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for element in parent:
        name = str(element.tag)
        if name == "div":
            found += _blocks(element)
        elif name == "h2":
            found.append({"role": "heading2", "text": said(element)})
        elif name == "figure":
            found.append(_photo(element))
        elif name == "table":
            found.append({"role": "htmltable", "html": permitted(_markup(element), None, schemes=_FOLLOWED)})
        elif name == "blockquote":
            inside = "".join(_markup(child) for child in element)
            found.append(
                {"role": "quote", "text": permitted(inside, _INLINE, schemes=_FOLLOWED), "format": "html"}
            )
        else:
            found.append(
                {
                    "role": "body",
                    "text": permitted(_markup(element), _INLINE, schemes=_FOLLOWED),
                    "format": "html",
                }
            )
    return found


def _markup(element: _Element) -> str:
    return tostring(element, encoding="unicode", with_tail=False)


def _photo(figure: _Element) -> dict[str, Any]:
    image, caption = figure.find("img"), figure.find("figcaption")
    href = image.get("src") if image is not None else None
    alt = image.get("alt") if image is not None else None
    words = said(caption) if caption is not None else None
    return _said({"role": "photo", "URL": href, "caption": words, "accessibilityCaption": alt or None})


SINGLE = SingleFormat("apple-news", MEDIA_TYPE, EXTENSION, single, charset=False)
