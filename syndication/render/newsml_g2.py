"""NewsML-G2 2.35, Power conformance: a news message of news items, through lxml.

The text travels as XHTML, media as remote content. `embargoed` is never printed: what is published is
past its embargo, and in the standard its absence says just that (NewsML-G2, "embargoed").
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.etree import Element, XMLParser, _Element, fromstring, tostring
from msgspec.structs import replace

from syndication.model import Article, Feed, Profile
from syndication.model.article import Rights
from syndication.render import story
from syndication.render.body_html import body_html
from syndication.render.dates import rfc3339
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat, SingleFormat
from syndication.render.inline_html import words
from syndication.render.newsml_g2_meta import NSMAP, add, append_assertions, append_content_meta
from syndication.render.newsml_g2_parts import Part, append_files, append_parts, parts
from syndication.render.newsml_g2_rights import append_rights
from syndication.render.plain_text import line
from syndication.render.tailoring import tailored
from syndication.xmlns import NAR, XHTML, XML

MEDIA_TYPE = "application/vnd.iptc.g2.newsmessage+xml"
ITEM_TYPE = "application/vnd.iptc.g2.newsitem+xml"
EXTENSION = ".newsml-g2.xml"
CATALOGUE = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
_END = b"</itemSet></newsMessage>"
_PARSER = XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_SIGNALS = frozenset({"update", "correction"})


def entry(article: Article, profile: Profile) -> bytes:
    """Return the newsItem, b"" for a withheld story; a killed one is its status without its content."""
    if article.pub_status == "withheld":
        return b""
    return entry_bytes(item(article, profile), f"{{{NAR}}}newsMessage", NSMAP)


def single(article: Article, profile: Profile) -> bytes:
    """Return the newsItem as a document of its own, b"" for a withheld story."""
    if article.pub_status == "withheld":
        return b""
    return tostring(item(article, profile), encoding="UTF-8", xml_declaration=True)


class Text(NamedTuple):
    """The story's text as an element, and the media type that names its format."""

    element: _Element
    media_type: str


def xhtml(article: Article, page: str, profile: Profile) -> Text | None:
    """Return the story's text as XHTML, None where it has none."""
    body = body_html(replace(article, subheadline=None, creditline=None), page, profile)
    if not body:
        return None
    title = words(story.title(article))
    markup = f'<html xmlns="{XHTML}"><head><title>{title}</title></head><body>{body}</body></html>'
    return Text(fromstring(markup.encode(), _PARSER), "application/xhtml+xml")


def item(
    article: Article,
    profile: Profile,
    text: Callable[[Article, str, Profile], Text | None] = xhtml,
) -> _Element:
    """Return the newsItem element (2.35, "newsItem"), its text in the format that `text` writes."""
    article = tailored(article, profile)
    page = story.page(article, profile.site)
    news = Element(
        f"{{{NAR}}}newsItem",
        {
            "guid": story.guid(article),
            "version": str(max(1, article.version)),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
        },
        nsmap=NSMAP,
    )
    if language := story.language(article.language):
        news.set(f"{{{XML}}}lang", language)
    add(news, "catalogRef", href=CATALOGUE)
    if profile.hop_history:
        _hop_history(news, article, profile)
    # What the wire says: the site's own notice is about its feeds, not about a provider's copy.
    append_rights(news, article.rights or Rights(), profile.site.licensing.tdm)
    media = parts(article, page) if article.pub_status == "usable" else []
    for part in media:
        if part.has_rights and part.media.rights:
            append_rights(news, part.media.rights, of=part.id)
    _item_meta(news, article, profile, page)
    if article.pub_status == "usable":
        append_content_meta(news, article)
        append_parts(news, media)
        append_assertions(news, article)
        _content_set(news, article, media, text(article, page, profile))
    return news


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the message around items made before (2.35, "newsMessage")."""
    return message(feed, profile, updated, entries, EXTENSION)


def message(
    feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes], extension: str
) -> bytes:
    """Return the message published under `extension`; `sent` is the feed's time."""
    site = profile.site
    root = Element(f"{{{NAR}}}newsMessage", nsmap=NSMAP)
    header = add(root, "header")
    add(header, "sent", rfc3339(updated))
    add(header, "catalogRef", href=CATALOGUE)
    add(header, "sender", urlsplit(site.base_url).hostname or line(site.title))
    add(header, "transmitId", f"{site.feed(feed.name, extension)}#{rfc3339(updated)}")
    add(header, "channel", feed.name)
    add(root, "itemSet").text = ""  # written as two tags, to be joined between
    whole = tostring(root, encoding="UTF-8", xml_declaration=True)
    return b"".join((whole.removesuffix(_END), *entries, _END))


def _hop_history(news: _Element, article: Article, profile: Profile) -> None:
    """Append through whose hands the copy came, where it is not our own (2.35, "hopHistory").

    Off unless a site asks for it: the package newsmlg2 1.1, with which many receive, fails at the first party of
    a hop, and so at the whole item.
    """
    provider, ours = line(article.provider), line(profile.site.title)
    if not provider or not ours or provider.casefold() == ours.casefold():
        return
    history = add(news, "hopHistory")
    for number, (party, action) in enumerate(((provider, "created"), (ours, "transformed")), 1):
        hop = add(history, "hop", seq=str(number))
        if number == 1 and article.created:
            hop.set("timestamp", rfc3339(article.created))
        add(add(hop, "party", literal=party), "name", party)
        add(hop, "action", qcode=f"hopaction:{action}", target="hatarget:content")


def _item_meta(news: _Element, article: Article, profile: Profile, page: str) -> None:
    """Append the management metadata; the order of the properties is the schema's."""
    meta = add(news, "itemMeta")
    add(meta, "itemClass", qcode=f"ninat:{article.item_class}")
    provider = line(article.provider) or line(profile.site.title)
    add(add(meta, "provider", literal=provider), "name", provider)
    add(meta, "versionCreated", rfc3339(article.modified))
    add(meta, "firstCreated", rfc3339(article.published))
    add(meta, "pubStatus", qcode=f"stat:{article.pub_status}")
    if article.pub_status == "usable":
        add(meta, "title", story.title(article))
    for note in article.ed_notes:
        if note.public and (text := line(note.text)):
            add(meta, "edNote", text)
    for signal in filter(None, map(line, article.signals)):
        known = signal in _SIGNALS
        add(meta, "signal", **({"qcode": f"sig:{signal}"} if known else {"literal": signal}))
    if article.pub_status != "usable":
        return
    add(meta, "altRep", page, contenttype="text/html")
    if article.expires:
        add(meta, "expires", rfc3339(article.expires))
    for href, title in story.related(article, page):
        link = add(meta, "link", rel="irel:seeAlso", href=href)
        if title:
            link.set("title", title)


def _content_set(news: _Element, article: Article, media: list[Part], text: Text | None) -> None:
    if not (text or media):
        return
    content = add(news, "contentSet")
    if text:
        inline = add(content, "inlineXML", contenttype=text.media_type)
        if counted := story.word_count(article):
            inline.set("wordcount", str(counted))
        inline.append(text.element)
    append_files(content, media)


FORMAT = FeedFormat("newsml-g2", MEDIA_TYPE, EXTENSION, entry, document)
SINGLE = SingleFormat("newsml-g2", ITEM_TYPE, EXTENSION, single)
