"""NITF 3.6: a story as one `nitf` document; a feed as a NewsML-G2 message whose items hold NITF inline.

NITF has no container of its own, and the message is the one that its receivers read.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from lxml.etree import Element, SubElement, _Element, tostring

from syndication.model import Article, Feed, Profile, Site
from syndication.model.article import Rights
from syndication.render import newsml_g2, nitf_head, story
from syndication.render.dates import basic_day
from syndication.render.entry_bytes import entry_bytes
from syndication.render.feed_format import FeedFormat, SingleFormat
from syndication.render.newsml_g2 import Text
from syndication.render.newsml_g2_meta import NSMAP as NAR_NSMAP
from syndication.render.nitf_body import append_body
from syndication.render.plain_text import line
from syndication.render.tailoring import tailored
from syndication.xmlns import NAR, NITF, XML

MEDIA_TYPE = "application/nitf+xml"
EXTENSION = ".nitf.xml"
NSMAP: dict[str, str] = {None: NITF}  # type: ignore[dict-item]  # lxml-stubs know no key None
_N = f"{{{NITF}}}"


def entry(article: Article, profile: Profile) -> bytes:
    """Return the newsItem with the story as NITF; a killed one is its status, a withheld one b""."""
    if article.pub_status == "withheld":
        return b""
    news = newsml_g2.item(article, profile, _inline)
    return entry_bytes(news, f"{{{NAR}}}newsMessage", NAR_NSMAP)


def single(article: Article, profile: Profile) -> bytes:
    """Return the story as a document of its own; a killed one is its status, a withheld one b""."""
    if article.pub_status == "withheld":
        return b""
    article = tailored(article, profile)
    root = nitf(article, story.page(article, profile.site), profile)
    return tostring(root, encoding="UTF-8", xml_declaration=True)


def document(feed: Feed, profile: Profile, updated: datetime, entries: Sequence[bytes]) -> bytes:
    """Return the message around items made before."""
    return newsml_g2.message(feed, profile, updated, entries, EXTENSION)


def nitf(article: Article, page: str, profile: Profile) -> _Element:
    """Return the `nitf` element (3.6, "nitf"), without its content where the story was killed."""
    site = profile.site
    root = Element(_N + "nitf", nsmap=NSMAP)
    if language := story.language(article.language):
        root.set("baselang", language)
        root.set(f"{{{XML}}}lang", language)
    usable = article.pub_status == "usable"
    head = SubElement(root, _N + "head")
    SubElement(head, _N + "title").text = story.title(article) if usable else profile.withdrawn
    nitf_head.append_head(head, article, page, site)
    body = SubElement(root, _N + "body")
    if usable:
        _body_head(SubElement(body, _N + "body.head"), article, site)
        # These stand above and below the text, in elements of their own.
        text = msgspec.structs.replace(article, dateline=None, subheadline=None, creditline=None)
        append_body(SubElement(body, _N + "body.content"), text, page, profile)
        _body_end(body, article)
    return root


def _inline(article: Article, page: str, profile: Profile) -> Text | None:
    return Text(nitf(article, page, profile), MEDIA_TYPE)


def _body_head(head: _Element, article: Article, site: Site) -> None:
    """Append what stands above the text; the order is the schema's (3.6, "body.head")."""
    hedline = SubElement(head, _N + "hedline")
    SubElement(hedline, _N + "hl1").text = story.title(article)
    if subheadline := line(article.subheadline):
        SubElement(hedline, _N + "hl2").text = subheadline
    for note in article.ed_notes:
        if note.public and (text := line(note.text)):
            content = SubElement(SubElement(head, _N + "note", noteclass="editorsnote"), _N + "body.content")
            SubElement(content, _N + "p").text = text
    rights = article.rights or Rights()
    if terms := story.sentences(rights.notice, story.terms(rights)):
        SubElement(head, _N + "rights").text = terms
    _bylines(head, article)
    if distributor := line(article.provider) or line(site.title):
        SubElement(head, _N + "distributor").text = distributor
    _dateline(head, article)
    if summary := story.summary(article):
        SubElement(SubElement(head, _N + "abstract"), _N + "p").text = summary


def _bylines(head: _Element, article: Article) -> None:
    named = [(author, name) for author in article.authors if (name := line(author.name))]
    for author, name in named:
        byline = SubElement(head, _N + "byline")
        SubElement(byline, _N + "person").text = name
        if title := line(author.jobtitle):
            SubElement(byline, _N + "byttl").text = title
    if not named and (printed := line(article.byline)):
        SubElement(head, _N + "byline").text = printed


def _dateline(head: _Element, article: Article) -> None:
    filed = article.dateline
    if filed is None or not (line(filed.text) or filed.places):
        return
    dateline = SubElement(head, _N + "dateline")
    printed, places = line(filed.text), [place for p in filed.places if (place := line(p))]
    at = printed.casefold().find(places[0].casefold()) if places else -1
    if at >= 0 and len(printed) == len(printed.casefold()):
        dateline.text = printed[:at]
        location = SubElement(dateline, _N + "location")
        location.text, location.tail = printed[at : at + len(places[0])], printed[at + len(places[0]) :]
    elif printed:
        dateline.text = printed
    else:
        for place in places:
            SubElement(dateline, _N + "location").text = place
    if filed.date:
        SubElement(dateline, _N + "story.date", norm=basic_day(filed.date))


def _body_end(body: _Element, article: Article) -> None:
    if credit := line(article.creditline):
        SubElement(SubElement(body, _N + "body.end"), _N + "tagline").text = credit


FORMAT = FeedFormat("nitf", newsml_g2.MEDIA_TYPE, EXTENSION, entry, document)
SINGLE = SingleFormat("nitf", MEDIA_TYPE, EXTENSION, single)
