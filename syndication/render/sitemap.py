"""Sitemaps 0.9: the plain one, and the one of Google News with its window of two days (sitemaps.org)."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from lxml.etree import Element, SubElement, _Element

from syndication.model import Article, Feed, Profile, Site
from syndication.render import story
from syndication.render.dates import rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat, Parts
from syndication.render.plain_text import line
from syndication.render.sitemap_parts import Kind, index, split, urlset
from syndication.xmlns import SITEMAP, SITEMAP_NEWS

MEDIA_TYPE = "application/xml"
EXTENSION = ".sitemap.xml"
NEWS_EXTENSION = ".sitemap-news.xml"
MOST = 50_000
MOST_NEWS = 1_000
NEWS_WINDOW = timedelta(hours=48)
_S, _N = f"{{{SITEMAP}}}", f"{{{SITEMAP_NEWS}}}"
_NAMESPACES: dict[str, str] = {None: SITEMAP}  # type: ignore[dict-item]  # lxml-stubs know no key None
_NEWS_NAMESPACES: dict[str, str] = _NAMESPACES | {"news": SITEMAP_NEWS}
_MONTH = re.compile(rb"<lastmod>([0-9]{4}-[0-9]{2})")
_DAY = re.compile(rb"<news:publication_date>([0-9]{4}-[0-9]{2}-[0-9]{2})")
_PLAIN = Kind(EXTENSION, MOST, _NAMESPACES, _MONTH)
_NEWS = Kind(NEWS_EXTENSION, MOST_NEWS, _NEWS_NAMESPACES, _DAY)
_CHINESE = {"hans": "zh-cn", "cn": "zh-cn", "sg": "zh-cn", "hant": "zh-tw", "tw": "zh-tw", "hk": "zh-tw"}


def entry(article: Article, profile: Profile) -> bytes:
    """Return the `url` with its last change, b"" for a story that is not to be published."""
    if article.pub_status != "usable":
        return b""
    url = _url(article, profile.site)
    return entry_bytes(url, _S + "urlset", _NAMESPACES)


def news_entry(article: Article, profile: Profile) -> bytes:
    """Return the `url` with its news: the date is that of the first publication, after a correction too."""
    if article.pub_status != "usable":
        return b""
    site = profile.site
    url = _url(article, site)
    news = SubElement(url, _N + "news")
    publication = SubElement(news, _N + "publication")
    SubElement(publication, _N + "name").text = line(site.publication) or line(site.title)
    SubElement(publication, _N + "language").text = _language(article.language or site.language)
    SubElement(news, _N + "publication_date").text = rfc3339(article.published)
    SubElement(news, _N + "title").text = story.title(article)
    return entry_bytes(url, _S + "urlset", _NEWS_NAMESPACES)


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:  # noqa: ARG001 -- the shape of every format's document
    """Return the `urlset`, or the index of its parts where one file cannot hold all."""
    return _document(feed, profile, entries, _PLAIN)


def news_document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:  # noqa: ARG001 -- the shape of every format's document
    """Return the `urlset`, empty in a quiet time, or the index of its parts beyond 1,000 stories."""
    return _document(feed, profile, entries, _NEWS)


def parts(entries: Sequence[bytes]) -> dict[str, bytes]:
    """Return the files that the index names, none where one file holds all."""
    return split(entries, _PLAIN)


def news_parts(entries: Sequence[bytes]) -> dict[str, bytes]:
    """Return the files that the index names, none where one file holds all."""
    return split(entries, _NEWS)


def _document(feed: Feed, profile: Profile, entries: Sequence[bytes], kind: Kind) -> bytes:
    made = split(entries, kind)
    return index(feed, profile.site, made) if made else urlset([e for e in entries if e], kind)


def _url(article: Article, site: Site) -> _Element:
    """Return the `url` of our own page, with its last change: a sitemap may name no address of another host ("location")."""
    url = Element(_S + "url")
    page = story.page(article, site)
    own = page if page.startswith(site.base_url + "/") else site.base_url + site.path(article)
    SubElement(url, _S + "loc").text = own
    SubElement(url, _S + "lastmod").text = rfc3339(article.modified)
    return url


def _language(tag: str) -> str:
    """Return ISO 639 letters; Chinese is told by its script, as Google News wants it."""
    first, *rest = (story.language(tag) or "en").lower().split("-")
    if first == "zh":
        return next((_CHINESE[part] for part in rest if part in _CHINESE), "zh-cn")
    return first if len(first) <= 3 else "en"


FORMAT = FeedFormat("sitemap", MEDIA_TYPE, EXTENSION, entry, document, parts=Parts(parts, _PLAIN.pattern))
NEWS_FORMAT = FeedFormat(
    "sitemap-news",
    MEDIA_TYPE,
    NEWS_EXTENSION,
    news_entry,
    news_document,
    parts=Parts(news_parts, _NEWS.pattern),
    max_age=NEWS_WINDOW,
)
