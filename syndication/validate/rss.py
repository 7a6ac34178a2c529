"""RSS 2.0: its structure, and its facts in the words of `document`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from syndication.validate import atom, element_grammar, feed_elements, feed_modules
from syndication.validate.datatypes import (
    instant,
    language,
    named_language,
    plain_rfc822,
    web,
    weekday_agrees,
)
from syndication.validate.document import Document, Moment, Story, Value
from syndication.validate.element_grammar import grammar
from syndication.validate.feed_elements import addresses, every, first, item_class, pictures
from syndication.validate.finding import Breach, Element, Fault, local_name, namespace_of, shown
from syndication.validate.schema_types import count, positive
from syndication.xmlns import ATOM, CONTENT, DC, DCTERMS, GNF, MEDIA, OA

GRAMMAR = grammar(
    "",
    """
    rss @version:0.91|0.92|0.93|0.94|2.0|2.00|2.0.1 : channel
    channel : title:text link description language?:language copyright?:text managingEditor?:mail webMaster?:mail pubDate?:rfc822 lastBuildDate?:rfc822 category* generator?:text docs?:web cloud? ttl?:count image? rating?:text textInput? skipHours? skipDays? item*
    link =uri
    description =
    item : title?:text link? description? author?:mail category* comments?:web enclosure* guid? pubDate?:rfc822 source?
    category @domain?:text =
    enclosure @url:uri @length:count @type:media-type
    guid @isPermaLink?:boolean =nonempty
    source @url:uri =
    cloud @domain:nonempty @port:count @path:text @registerProcedure:text @protocol:xml-rpc|soap|http-post
    image : url:uri title:text link:uri width?:positive height?:positive description?:text
    textInput : title:nonempty description:text name:nonempty link:uri
    skipHours : hour*:count
    skipDays : day*:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
    """,
)
_INSTEAD = {
    "image": "media:content, or an enclosure",
    "thumbnail": "media:thumbnail",
    "featured_image": "media:content, or an enclosure",
    "content": "content:encoded",
    "body": "content:encoded",
    "fulltext": "content:encoded",
    "summary": "description",
    "excerpt": "description",
    "creator": "dc:creator",
    "id": "guid",
    "published": "pubDate",
    "date": "pubDate",
    "updated": "atom:updated, or dcterms:modified",
    "modified": "atom:updated, or dcterms:modified",
    "tags": "category, once for each",
    "keywords": "category, once for each",
}
_LAST_HOUR = 23
_DATES = ("pubDate", "lastBuildDate")


def recognises(root: Element) -> bool:
    """Tell RSS by its root."""
    return root.tag == "rss"


def read(root: Element, data: bytes) -> Document:
    """Return the facts of the channel and its items."""
    channel = root.find("channel")
    if channel is None:
        return Document(format="rss", data=data, root=root)
    links = channel.findall(f"{{{ATOM}}}link")
    return Document(
        format="rss",
        data=data,
        root=root,
        title=first(channel, "title"),
        link=first(channel, "link"),
        description=first(channel, "description"),
        language=first(channel, "language"),
        updated=_moment(channel, "lastBuildDate"),
        published=_moment(channel, "pubDate"),
        self_links=_hrefs(links, "self"),
        hubs=_hrefs(links, "hub"),
        stories=tuple(_story(item) for item in channel.iterfind("item")),
        moments=tuple(_moments(root)),
        addresses=addresses(root),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against RSS 2.0."""
    root = document.root
    if root is None:
        return
    for breach in element_grammar.check(root, GRAMMAR):
        yield _with_hint(breach) if breach.kind == "element-unknown" else breach
    if root.get("version", "").startswith("0"):
        yield Breach("version", Fault(root, f"this is RSS {root.get('version')}: 2.0 is current"), "note")
    for item in root.iterfind("channel/item"):
        yield from _item(item)
    yield from _channel(root)
    for date in root.iter(*_DATES):
        text = (date.text or "").strip()
        if not weekday_agrees(text):
            yield Breach(
                "weekday",
                Fault(date, f"{local_name(date)} is {shown(text)}, and that date was no {text[:3]}"),
                "warning",
            )
        elif instant(text, "rfc822") and not plain_rfc822(text):
            said = f"{local_name(date)} is {shown(text)}, which is not quite RFC 822: some readers drop such dates"
            yield Breach("date", Fault(date, said), "warning")
    yield from feed_modules.faults(root)
    for element in root.iter(f"{{{ATOM}}}*"):
        parent = element.getparent()
        if parent is not None and namespace_of(parent) != ATOM:
            yield from element_grammar.check(element, atom.GRAMMAR._replace(prefix="atom:"))
    counted = Counter(story.key for story in document.stories if story.key)
    for story in document.stories:
        if story.key and counted[story.key] > 1:
            yield Breach("identity", Fault(story.node, f"guid {shown(story.key)} stands twice"))


def _with_hint(breach: Breach) -> Breach:
    """Return the fault of an unknown element with what readers know instead of it."""
    at = breach.fault.at
    known = None if at is None or isinstance(at, str) else _INSTEAD.get(local_name(at).lower())
    if known is None:
        return breach
    return breach._replace(fault=breach.fault._replace(text=f"{breach.fault.text}: readers know {known}"))


def _item(item: Element) -> Iterator[Breach]:
    """Yield what an item must hold beside the table, and whether its guid is the address that it says it is."""
    texts = [item.findtext(name) for name in ("title", "description", f"{{{CONTENT}}}encoded")]
    if texts[0] is None and texts[1] is None:
        yield Breach("missing", Fault(item, "item has neither title nor description"))
    elif not any(text and text.strip() for text in texts):
        yield Breach("missing", Fault(item, "item has no words: its title and its description are empty"))
    guid = item.find("guid")
    named = "" if guid is None else (guid.text or "").strip()
    if guid is not None and guid.get("isPermaLink", "true") == "true" and not web(named):
        yield Breach("permalink", Fault(guid, f"guid {shown(named)} is no address and not marked so"))


def _channel(root: Element) -> Iterator[Breach]:
    """Yield what the texts of `image`, `skipHours` and `skipDays` say of numbers, and what is empty."""
    for name, most in (("width", 144), ("height", 400)):
        for size in root.iterfind(f"channel/image/{name}"):
            if positive(text := (size.text or "").strip()) and int(text) > most:
                yield Breach("value", Fault(size, f"{name} of image is {text}, and at most {most} may be"))
    for hour in root.iterfind("channel/skipHours/hour"):
        if count(text := (hour.text or "").strip()) and int(text) > _LAST_HOUR:
            yield Breach("value", Fault(hour, f"hour is {text}, not one of 0 to {_LAST_HOUR}"))
    for path in ("channel/skipHours/hour", "channel/skipDays/day"):
        seen: set[str] = set()
        for skipped in root.iterfind(path):
            text = (skipped.text or "").strip()
            if text in seen:
                yield Breach("repeated", Fault(skipped, f"{local_name(skipped)} {text} stands twice"))
            seen.add(text)
    tongue = root.find("channel/language")
    if tongue is not None and language(text := (tongue.text or "").strip()) and not named_language(text):
        said = f"language is {shown(text)}, and no language has such a tag: English has en"
        yield Breach("value", Fault(tongue, said), "warning")
    title = root.find("channel/title")
    if title is not None and not len(title) and not (title.text or "").strip():
        yield Breach("empty", Fault(title, "title of the channel is empty"), "warning")


def _story(item: Element) -> Story:
    guid = first(item, "guid")
    encoded = _html(item, f"{{{CONTENT}}}encoded")
    description = _html(item, "description")
    status = item.find(f"{{{MEDIA}}}status")
    marked = "" if status is None else (status.get("state") or status.text or "").strip()
    flag = first(item, f"{{{OA}}}pubStatus")
    permalink = guid is not None and not isinstance(guid.at, str) and guid.at is not None
    return Story(
        node=item,
        guid=guid,
        permalink=permalink and item.find("guid[@isPermaLink='false']") is None,
        link=first(item, "link"),
        title=first(item, "title"),
        published=_moment(item, "pubDate"),
        updated=_update(item),
        summary=description,
        body=encoded,
        language=(found.text if (found := first(item, f"{{{DC}}}language")) else None)
        or feed_elements.language(item),
        item_class=item_class(item, encoded),
        withdrawn=marked == "deleted" or (flag is not None and flag.text == "0"),
        authors=(*every(item, f"{{{DC}}}creator"), *every(item, "author")),
        categories=every(item, "category"),
        pictures=pictures(item, encoded or description),
    )


def _update(item: Element) -> Moment | None:
    """Return the date of the last change, by whichever element the aggregator reads it."""
    for name, form in (
        (f"{{{OA}}}lastPubDate", "rfc822"),
        (f"{{{GNF}}}modified", "rfc822"),
        (f"{{{DCTERMS}}}modified", "rfc3339"),
        (f"{{{ATOM}}}updated", "rfc3339"),
    ):
        if found := first(item, name):
            return Moment(found.text, found.at, form)
    return None


def _html(item: Element, name: str) -> Value | None:
    found = first(item, name)
    return replace(found, html=True) if found else None


def _moment(parent: Element, name: str) -> Moment | None:
    found = first(parent, name)
    return None if found is None else Moment(found.text, found.at, "rfc822")


def _moments(root: Element) -> Iterator[Moment]:
    forms = {
        "pubDate": "rfc822",
        "lastBuildDate": "rfc822",
        f"{{{OA}}}lastPubDate": "rfc822",
        f"{{{GNF}}}modified": "rfc822",
        f"{{{ATOM}}}updated": "rfc3339",
        f"{{{ATOM}}}published": "rfc3339",
        f"{{{DC}}}date": "w3cdtf",
        f"{{{DCTERMS}}}modified": "w3cdtf",
        f"{{{DCTERMS}}}created": "w3cdtf",
    }
    for element in root.iter(*forms):
        yield Moment((element.text or "").strip(), element, forms[str(element.tag)])


def _hrefs(links: list[Element], rel: str) -> tuple[Value, ...]:
    return tuple(Value(link.get("href") or "", link) for link in links if link.get("rel") == rel)
