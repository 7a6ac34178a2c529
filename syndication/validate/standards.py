"""The standards that documents are checked against: one line each, and how a document is told from another."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from syndication.validate import (
    apple_news,
    article_page,
    atom,
    json_feed,
    json_reader,
    newsml_1,
    newsml_g2,
    ninjs,
    nitf,
    opml,
    rss,
    sitemap,
    xml_reader,
)
from syndication.validate.bounds import beyond
from syndication.validate.document import Document
from syndication.validate.finding import Breach, Element, Fault
from syndication.validate.strangers import packed, strange_object, stranger
from syndication.validate.xml_reader import beyond_prolog


class XmlStandard(NamedTuple):
    """A standard of XML or HTML."""

    name: str
    title: str
    recognises: Callable[[Element], bool]
    read: Callable[[Element, bytes], Document]
    faults: Callable[[Document], Iterable[Breach]]


class JsonStandard(NamedTuple):
    """A standard of JSON."""

    name: str
    title: str
    recognises: Callable[[object], bool]
    read: Callable[[object, bytes], Document]
    faults: Callable[[Document], Iterable[Breach]]


PAGE = XmlStandard("page", "HTML page", article_page.recognises, article_page.read, article_page.faults)
XML = (
    XmlStandard("rss", "RSS 2.0", rss.recognises, rss.read, rss.faults),
    XmlStandard("atom", "Atom 1.0", atom.recognises, atom.read, atom.faults),
    XmlStandard("newsml-g2", "NewsML-G2 2.35", newsml_g2.recognises, newsml_g2.read, newsml_g2.faults),
    XmlStandard("newsml", "NewsML 1.2", newsml_1.recognises, newsml_1.read, newsml_1.faults),
    XmlStandard("nitf", "NITF 3.6", nitf.recognises, nitf.read, nitf.faults),
    XmlStandard("sitemap", "sitemap 0.9", sitemap.recognises, sitemap.read, sitemap.faults),
    XmlStandard("opml", "OPML 2.0", opml.recognises, opml.read, opml.faults),
)
JSON = (
    JsonStandard(
        "apple-news", "Apple News Format", apple_news.recognises, apple_news.read, apple_news.faults
    ),
    JsonStandard("json", "JSON Feed 1.1", json_feed.recognises, json_feed.read, json_feed.faults),
    JsonStandard("ninjs", "ninjs 3.1", ninjs.recognises, ninjs.read, ninjs.faults),
)
NAMES = tuple(standard.name for standard in (*XML, PAGE, *JSON))
_ANY = f"one of {', '.join(NAMES)}"
ALIASES = {
    "newsml-g2-package": "newsml-g2",
    "sitemap-news": "sitemap",
    "news-sitemap": "sitemap",
    "sitemap-index": "sitemap",
    "jsonfeed": "json",
}
MEDIA_TYPES = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
    "application/vnd.iptc.g2.newsitem+xml": "newsml-g2",
    "application/vnd.iptc.g2.newsmessage+xml": "newsml-g2",
    "application/vnd.iptc.g2.packageitem+xml": "newsml-g2",
    "text/x-opml": "opml",
}


class Told(NamedTuple):
    """What the bytes turned out to be: the document and its standard, and what keeps readers from them.

    `stranger` says what a document is that can be read and is of no standard here, or not of the one asked for.
    """

    document: Document | None
    standard: XmlStandard | JsonStandard | None
    fatal: tuple[Fault, ...] = ()
    hygiene: tuple[tuple[str, Fault], ...] = ()
    stranger: Breach | None = None


def tell(data: bytes, form: str | None = None) -> Told:
    """Return the document in the bytes, of the standard `form`, else of the one that recognises it.

    `form` may be a media type: one that is of a single standard names it.
    """
    kind = (form or "").partition(";")[0].strip().lower()
    name = MEDIA_TYPES.get(kind, None if "/" in kind else kind) or None
    name = ALIASES.get(name, name) if name else None
    if what := packed(data):
        return Told(None, None, stranger=Breach("packed", Fault(None, f"this is {what}")))
    start = data[:10_000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    page = name == PAGE.name or _html(data)
    json = not page and (start in {b"{", b"["} or name in {standard.name for standard in JSON})
    if fault := beyond(data, json=json):
        return Told(None, None, (fault,))
    read = _page if page else _json if json else _xml
    return read(data, name)


def _html(data: bytes) -> bool:
    head = data[:10_000].decode("utf-8-sig", "replace")
    begun = head[beyond_prolog(head) :][:20].lower()
    return begun.startswith(("<!doctype html", "<html"))


def _page(data: bytes, form: str | None) -> Told:
    reading = article_page.parse(data)
    if reading.root is None:
        return Told(None, None, reading.fatal, reading.hygiene)
    if form not in {None, PAGE.name}:
        said = Fault(reading.root, f"this is an HTML page, not {form}")
        return Told(None, None, (), reading.hygiene, Breach("format", said))
    return Told(PAGE.read(reading.root, data), PAGE, (), reading.hygiene)


def _json(data: bytes, form: str | None) -> Told:
    reading = json_reader.read(data)
    if reading.fatal:
        return Told(None, None, reading.fatal, reading.hygiene)
    for standard in JSON:
        if standard.name == form or (form is None and standard.recognises(reading.value)):
            return Told(standard.read(reading.value, data), standard, (), reading.hygiene)
    other = next((standard for standard in JSON if standard.recognises(reading.value)), None)
    said = Fault("", f"this is {other.title}") if other else strange_object(reading.value)
    return Told(None, None, (), reading.hygiene, _none_of(said, form))


def _xml(data: bytes, form: str | None) -> Told:
    reading = xml_reader.read(data)
    if reading.root is None:
        return Told(None, None, reading.fatal, reading.hygiene)
    for standard in XML:
        if standard.recognises(reading.root) and form in {None, standard.name}:
            return Told(standard.read(reading.root, data), standard, reading.fatal, reading.hygiene)
    other = next((standard for standard in XML if standard.recognises(reading.root)), None)
    said = Fault(reading.root, f"this is {other.title}") if other else stranger(reading.root)
    return Told(None, None, reading.fatal, reading.hygiene, _none_of(said, form))


def _none_of(said: Fault, form: str | None) -> Breach:
    return Breach("format", said._replace(text=f"{said.text}: not {form or _ANY}"))
