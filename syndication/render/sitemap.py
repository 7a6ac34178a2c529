"""Sitemaps 0.9: the plain one, and the one of Google News with its window of two days (sitemaps.org)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from lxml.etree import Element, SubElement, _Element, tostring

from syndication.model import Article, Feed, Profile, Site
from syndication.render import story
from syndication.render.dates import rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat
from syndication.render.plain_text import line
from syndication.xmlns import SITEMAP, SITEMAP_NEWS

MEDIA_TYPE = "application/xml"
EXTENSION = ".sitemap.xml"
NEWS_EXTENSION = ".sitemap-news.xml"
MOST = 50_000
MOST_NEWS = 1_000
NEWS_WINDOW = timedelta(hours=48)
_S, _N = f"{{{SITEMAP}}}", f"{{{SITEMAP_NEWS}}}"
_PLAIN: dict[str, str] = {None: SITEMAP}  # type: ignore[dict-item]  # lxml-stubs know no key None
_NEWS: dict[str, str] = _PLAIN | {"news": SITEMAP_NEWS}
_CHINESE = {"hans": "zh-cn", "cn": "zh-cn", "sg": "zh-cn", "hant": "zh-tw", "tw": "zh-tw", "hk": "zh-tw"}


def entry(article: Article, profile: Profile) -> bytes:
    """Return the `url` with its last change, b"" for a story that is not to be published."""
    if article.pub_status != "usable":
        return b""
    url = _url(article, profile.site)
    SubElement(url, _S + "lastmod").text = rfc3339(article.modified)
    return entry_bytes(url, _S + "urlset", _PLAIN)


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
    return entry_bytes(url, _S + "urlset", _NEWS)


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the `urlset`, or the index of its parts where one file cannot hold all."""
    return _document(feed, profile, updated, entries, (EXTENSION, MOST, _PLAIN))


def news_document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the `urlset`, empty in a quiet time, or the index of its parts beyond 1,000 stories."""
    return _document(feed, profile, updated, entries, (NEWS_EXTENSION, MOST_NEWS, _NEWS))


def parts(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> dict[str, bytes]:  # noqa: ARG001 -- the shape of every format's parts
    """Return the files that the index names, none where one file holds all."""
    return _parts(entries, (EXTENSION, MOST, _PLAIN))


def news_parts(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> dict[str, bytes]:  # noqa: ARG001 -- the shape of every format's parts
    """Return the files that the index names, none where one file holds all."""
    return _parts(entries, (NEWS_EXTENSION, MOST_NEWS, _NEWS))


_Kind = tuple[str, int, dict[str, str]]


def _document(
    feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes], kind: _Kind
) -> bytes:
    made = _parts(entries, kind)
    if not made:
        return _urlset([e for e in entries if e], kind[2])
    index = Element(_S + "sitemapindex", nsmap=_PLAIN)
    for extension in made:
        sitemap = SubElement(index, _S + "sitemap")
        SubElement(sitemap, _S + "loc").text = profile.site.feed(feed.name, extension)
        SubElement(sitemap, _S + "lastmod").text = rfc3339(updated)
    return tostring(index, encoding="UTF-8", xml_declaration=True)


def _parts(entries: Sequence[bytes], kind: _Kind) -> dict[str, bytes]:
    extension, most, nsmap = kind
    urls = [e for e in entries if e]
    if len(urls) <= most:
        return {}
    stem = extension.removesuffix(".xml")
    starts = range(0, len(urls), most)
    return {f"{stem}-{n}.xml": _urlset(urls[at : at + most], nsmap) for n, at in enumerate(starts, 1)}


def _urlset(urls: Sequence[bytes], nsmap: dict[str, str]) -> bytes:
    urlset = Element(_S + "urlset", nsmap=nsmap)
    urlset.text = ""  # written as two tags, to be joined between
    whole = tostring(urlset, encoding="UTF-8", xml_declaration=True)
    end = b"</urlset>"
    return b"".join((whole.removesuffix(end), *urls, end))


def _url(article: Article, site: Site) -> _Element:
    """Return the `url` of our own page: a sitemap may name no address of another host ("location")."""
    url = Element(_S + "url")
    page = story.page(article, site)
    own = page if page.startswith(site.base_url + "/") else site.base_url + site.path(article)
    SubElement(url, _S + "loc").text = own
    return url


def _language(tag: str) -> str:
    """Return ISO 639 letters; Chinese is told by its script, as Google News wants it."""
    first, *rest = (story.language(tag) or "en").lower().split("-")
    if first == "zh":
        return next((_CHINESE[part] for part in rest if part in _CHINESE), "zh-cn")
    return first if len(first) <= 3 else "en"


FORMAT = FeedFormat("sitemap", MEDIA_TYPE, EXTENSION, entry, document, parts=parts)
NEWS_FORMAT = FeedFormat(
    "sitemap-news",
    MEDIA_TYPE,
    NEWS_EXTENSION,
    news_entry,
    news_document,
    parts=news_parts,
    max_age=NEWS_WINDOW,
)
