"""The page of a story: its metadata as search engines and social networks read it."""

import json
from collections.abc import Iterator, Mapping

import lxml.etree

from syndication.validate import json_reader
from syndication.validate.datatypes import web
from syndication.validate.document import Document, Moment, Picture, Story, Value
from syndication.validate.feed_elements import pixels
from syndication.validate.finding import Breach, Element, Fault, shown
from syndication.validate.xml_reader import XmlReading

_ARTICLES = {
    "NewsArticle",
    "Article",
    "LiveBlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
}
_OPEN_GRAPH = ("og:title", "og:type", "og:image", "og:url")


def parse(data: bytes) -> XmlReading:
    """Return the tree of an HTML page, repaired as browsers do; never raises."""
    parser = lxml.etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return XmlReading(None, (Fault(None, "there is no page"),))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return XmlReading(root, (), (("B01", Fault(None, f"byte {error.start} is not utf-8")),))
    return XmlReading(root)


def recognises(root: Element) -> bool:
    """Tell a page by its root."""
    return str(root.tag).lower() == "html"


def metas(root: Element, name: str) -> tuple[Value, ...]:
    """Return the contents of `meta` elements of a property or name, in document order."""
    return tuple(
        Value((meta.get("content") or "").strip(), meta)
        for meta in root.iter("meta")
        if name in {(meta.get("property") or "").lower(), (meta.get("name") or "").lower()}
    )


def meta(root: Element, name: str) -> Value | None:
    """Return the first of `metas`."""
    return next(iter(metas(root, name)), None)


def linked(root: Element, rel: str) -> tuple[Element, ...]:
    """Return the `link` elements of a relation."""
    return tuple(e for e in root.iter("link") if rel in (e.get("rel") or "").lower().split())


def story_data(root: Element) -> Mapping[str, object] | None:
    """Return the JSON-LD object of the page that is an article (schema.org), None where there is none."""
    for script in _scripts(root):
        for thing in _things(json_reader.read((script.text or "").encode("utf-8", "replace")).value):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and k in _ARTICLES for k in kinds):
                return thing
    return None


def images(value: object) -> list[str]:
    """Return the addresses in the value of schema.org's `image`: an address, an ImageObject, or several."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return images(value.get("url") or value.get("contentUrl"))
    return [href for inner in value for href in images(inner)] if isinstance(value, list) else []


def read(root: Element, data: bytes) -> Document:
    """Return the page as a document of one story."""
    canonical = next((Value(e.get("href") or "", e) for e in linked(root, "canonical")), None)
    title = meta(root, "og:title")
    when, moved = meta(root, "article:published_time"), meta(root, "article:modified_time")
    picture = meta(root, "og:image")
    size = (meta(root, "og:image:width"), meta(root, "og:image:height"))
    numbers = [pixels(value.text) if value else None for value in size]
    story = Story(
        node=root,
        guid=canonical,
        permalink=True,
        link=canonical,
        title=title,
        published=Moment(when.text, when.at, "rfc3339") if when else None,
        updated=Moment(moved.text, moved.at, "rfc3339") if moved else None,
        language=root.get("lang"),
        pictures=(Picture(picture.text, picture.at, None, *numbers),) if picture else (),
    )
    addresses = [picture, canonical, meta(root, "og:url")]
    return Document(
        format="page",
        data=data,
        root=root,
        title=title,
        link=canonical,
        stories=(story,),
        moments=tuple(m for m in (story.published, story.updated) if m),
        addresses=tuple(address for address in addresses if address),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what keeps machines from reading the page (HTML, Open Graph, JSON-LD 1.1)."""
    root = document.root
    if root is None:
        return
    title = root.find("head/title")
    if title is None or not (title.text or "").strip():
        yield Breach("missing", Fault(root, "the page has no title"))
    for name in _OPEN_GRAPH:
        if meta(root, name) is None:
            yield Breach("open-graph", Fault(root.find("head"), f"the page lacks {name}"), "warning")
    canonical = linked(root, "canonical")
    if len(canonical) != 1:
        yield Breach(
            "canonical", Fault(root.find("head"), f"the page has {len(canonical)} canonical links"), "warning"
        )
    for link in canonical:
        if not web(link.get("href") or ""):
            yield Breach(
                "value", Fault(link, f"canonical is {shown(link.get('href') or '')}, not an address")
            )
    for script in _scripts(root):
        try:
            json.loads(script.text or "")
        except (ValueError, RecursionError) as error:
            yield Breach("json-ld", Fault(script, f"JSON-LD is not JSON: {str(error)[:120]}"))


def _scripts(root: Element) -> Iterator[Element]:
    return (e for e in root.iter("script") if (e.get("type") or "").strip().lower() == "application/ld+json")


def _things(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for inner in value:
            yield from _things(inner)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"))
