"""The rules that every published feed keeps, as findings over bytes (those of the W3C validator, mostly)."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

import msgspec
from lxml import etree

from syndication.xmlns import ATOM, CONTENT, MEDIA

_CHARS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\Z")
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
_TAG = re.compile(r"</?(a|b|i|p|br|em|div|img|span|script|strong|iframe)\b[^<>]*>", re.IGNORECASE)
_TWICE = re.compile(r"&(amp|lt|gt|quot|apos|nbsp|#\d+);")
_ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;|#)\w+;")
_VOID = {"br", "img"}
_ALLOWED = frozenset(  # what the body may consist of
    [
        "a",
        "em",
        "strong",
        "b",
        "i",
        "sub",
        "sup",
        "code",
        "br",
        "p",
        "h2",
        "blockquote",
        "ol",
        "ul",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "pre",
        "figure",
        "figcaption",
        "img",
        "div",
    ]
)
_A = f"{{{ATOM}}}"


class _Body(HTMLParser):
    """Collects what is wrong with body HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ALLOWED:
            self.wrong.append(f"B12 element {tag}")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.wrong.append(f"B12 attribute {name}")
            if name in {"href", "src"}:
                self.wrong += address(value or "", ("http", "https", "mailto", "tel"))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.wrong.append(f"B12 {tag} closed in its own tag")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"B12 {tag} is not balanced")

    def close(self) -> None:
        super().close()
        self.wrong += [f"B12 {tag} stays open" for tag in self._open]


def address(value: str, schemes: tuple[str, ...] = ("http", "https")) -> list[str]:
    """B10: absolute, of a known scheme, no blank, ASCII only."""
    parts = urlsplit(value)
    web = parts.scheme in {"http", "https"}
    fine = (
        parts.scheme in schemes
        and (parts.netloc or not web)
        and value.isascii()
        and value.isprintable()
        and " " not in value
    )
    return [] if fine else [f"B10 {value!r}"]


def body(markup: str) -> list[str]:
    """B12, B10 in body HTML; only the five entities of XML."""
    parser = _Body()
    parser.feed(markup)
    parser.close()
    return parser.wrong + [f"entity {e}" for e in _ENTITY.findall(markup)]


def words(text: str | None, what: str) -> list[str]:
    """B11: not empty, no tags, nothing escaped twice."""
    if not (text or "").strip():
        return [f"B11 {what} is empty"]
    return [f"B11 {what}: {text!r}"] if _TAG.search(text or "") or _TWICE.search(text or "") else []


def date(text: str | None, pattern: re.Pattern[str], what: str) -> list[str]:
    """B07, B08."""
    return [] if pattern.match(text or "") else [f"B08 {what}: {text!r}"]


def xml(document: bytes) -> etree._Element:
    """B01 to B03: strict XML without entities and DOCTYPE."""
    assert document.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    assert b"<!DOCTYPE" not in document
    assert not _CHARS.search(document.decode())
    return etree.fromstring(
        document, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    )


def rss(document: bytes, self_url: str) -> list[str]:
    """Return what is wrong with an RSS document."""
    channel = xml(document)[0]
    found = [
        f"channel lacks {n}"
        for n in ("title", "link", "description", "language", "lastBuildDate")
        if not channel.findtext(n)
    ]
    found += date(channel.findtext("lastBuildDate"), _RFC822, "lastBuildDate")
    links = {link.get("rel"): link.get("href") for link in channel.findall(_A + "link")}
    if links.get("self") != self_url:
        found.append("B18 self")
    guids = [item.findtext("guid") for item in channel.iterfind("item")]
    found += _once(guids)
    for item in channel.iterfind("item"):
        found += _item(item)
    return found


def _item(item: etree._Element) -> Iterator[str]:
    link = item.findtext("link") or ""
    yield from words(item.findtext("title"), "title")
    yield from address(link)
    yield from date(item.findtext("pubDate"), _RFC822, "pubDate")
    guid = item.find("guid")
    if guid is None or (guid.get("isPermaLink") == "true") != (guid.text == link):
        yield "B06 guid"
    if item.find("author") is not None:
        yield "B14 author"
    for creator in item.iterfind("{*}creator"):
        yield from words(creator.text, "creator")
    for category in item.iterfind("category"):
        yield from words(category.text, "category")
    yield from body(item.findtext(f"{{{CONTENT}}}encoded") or "")
    enclosures = item.findall("enclosure")
    if len(enclosures) > 1:
        yield "more than one enclosure"
    for enclosure in enclosures:
        yield from address(enclosure.get("url") or "")
        if int(enclosure.get("length") or 0) <= 0 or "/" not in (enclosure.get("type") or ""):
            yield "B13 enclosure"
    yield from _media(item)


def _media(entry: etree._Element) -> Iterator[str]:
    if entry.find(f".//{{{MEDIA}}}group") is not None:
        yield "media:group"
    for element in entry.iter(f"{{{MEDIA}}}content", f"{{{MEDIA}}}thumbnail"):
        yield from address(element.get("url") or "")
        if element.get("type") == "application/octet-stream" or "" in element.attrib.values():
            yield "D-14 media type"


def atom(document: bytes, self_url: str) -> list[str]:
    """Return what is wrong with an Atom document."""
    feed = xml(document)
    links = {link.get("rel"): link.get("href") for link in feed.findall(_A + "link")}
    found = [] if links.get("self") == self_url else ["B18 self"]
    found += date(feed.findtext(_A + "updated"), _RFC3339, "feed updated")
    found += _once([e.findtext(_A + "id") for e in feed.iterfind(_A + "entry")])
    for entry in feed.iterfind(_A + "entry"):
        found += words(entry.findtext(_A + "title"), "title")
        for name in ("updated", "published"):
            found += date(entry.findtext(_A + name), _RFC3339, name)
        for text in entry.iter(_A + "content", _A + "summary", _A + "title"):
            if text.get("type", "text") not in {"text", "html"}:
                found.append(f"D-04 {text.get('type')}")
        found += body(entry.findtext(_A + "content") or "")
        for link in entry.iterfind(_A + "link"):
            found += address(link.get("href") or "") + ([] if link.get("rel") else ["a link without rel"])
        found += _media(entry)
    return found


def json(document: bytes, self_url: str) -> list[str]:
    """Return what is wrong with a JSON Feed document."""
    feed = msgspec.json.decode(document)
    found = [] if feed["feed_url"] == self_url and feed["version"].endswith("/1.1") else ["B18 feed_url"]
    found += ["B03 character"] if _CHARS.search(document.decode()) else []
    found += _once([item["id"] for item in feed["items"]])
    for item in feed["items"]:
        found += words(item["title"], "title") + address(item["url"])
        found += body(item["content_html"]) + ([] if item["content_html"] else ["D-24 no content"])
        for name in ("date_published", "date_modified"):
            found += date(item[name], _RFC3339, name)
        if not isinstance(item["id"], str):
            found.append("D-24 id")
        for attachment in item.get("attachments", []):
            found += address(attachment["url"]) + ([] if "/" in attachment["mime_type"] else ["mime_type"])
    return found


def _once(ids: list[str | None]) -> list[str]:
    return [] if len(ids) == len(set(ids)) and all(ids) else ["B04 ids"]


CHECKS: dict[str, Callable[[bytes, str], list[str]]] = {"rss": rss, "atom": atom, "json": json}
