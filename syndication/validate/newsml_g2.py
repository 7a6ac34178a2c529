"""NewsML-G2 2.35: messages and single items of every kind; the table of what may stand where lies beside this."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from syndication.validate import element_grammar, nitf
from syndication.validate.datatypes import instant
from syndication.validate.document import Document, Moment, Picture, Story, Value
from syndication.validate.element_grammar import Grammar, grammar, table
from syndication.validate.feed_elements import addresses, every, first, language, pixels, words
from syndication.validate.finding import Breach, Element, Fault, Place, local_name, shown
from syndication.xmlns import NAR, NITF, XHTML

_N = f"{{{NAR}}}"
_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_INSTANTS = ("sent", "versionCreated", "firstCreated", "embargoed")
_STATUS = {"stat:usable", "stat:withheld", "stat:canceled"}
_CODED = ("qcode", "uri", "literal")


@cache
def _table() -> Grammar:
    return grammar(NAR, table("newsml_g2"))


def recognises(root: Element) -> bool:
    """Tell NewsML-G2 by its root."""
    return root.tag in {f"{_N}{name}" for name in ("newsMessage", *_ITEMS)}


def read(root: Element, data: bytes) -> Document:
    """Return the facts of the news items of a message, or of a single item."""
    items = [root] if root.tag == f"{_N}newsItem" else list(root.iter(f"{_N}newsItem"))
    sent = first(root, f"{_N}header/{_N}sent")
    stories = tuple(_story(item) for item in items)
    return Document(
        format="newsml-g2",
        data=data,
        root=root,
        title=first(root, f"{_N}header/{_N}channel"),
        updated=Moment(sent.text, sent.at, "rfc3339") if sent else None,
        stories=stories,
        moments=tuple(m for s in stories for m in (s.published, s.updated) if m),
        addresses=tuple(a for a in addresses(root) if not _names_a_catalogue(a.at)),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against NewsML-G2 2.35 (chapters on the item, item metadata, packages)."""
    root = document.root
    if root is None:
        return
    yield from element_grammar.check(root, _table())
    for element in root.iter(f"{_N}itemClass", f"{_N}pubStatus", f"{_N}subject", f"{_N}genre", f"{_N}signal"):
        yield from _code(element)
    yield from _without_zone(root)
    for content in root.iter(f"{_N}remoteContent"):
        if content.get("href") is None and content.get("residref") is None:
            yield Breach("attribute-missing", Fault(content, "remoteContent has neither href nor residref"))
    for body in root.iter("nitf", f"{{{NITF}}}nitf"):
        yield from nitf.faults(nitf.read(body, b""))
    for groups in root.iter(f"{_N}groupSet"):
        yield from _groups(groups)
    for message in root.iter(f"{_N}itemSet"):
        if not len(message):
            yield Breach(
                "empty", Fault(message, "itemSet is empty: a message carries one item at least"), "warning"
            )
    items = [item for name in _ITEMS for item in root.iter(f"{_N}{name}")]
    counted = Counter((item.get("guid"), item.get("version")) for item in items)
    for item in items:
        if counted[(item.get("guid"), item.get("version"))] > 1:
            yield Breach(
                "identity", Fault(item, f"{shown(item.get('guid') or '')} stands twice in one version")
            )


def _without_zone(root: Element) -> Iterator[Breach]:
    """XML Schema Part 2, §3.2.7: a zone may be left out, and an embargo then ends when nobody knows."""
    for date in root.iter(*(f"{_N}{name}" for name in _INSTANTS)):
        text = (date.text or "").strip()
        if instant(f"{text}Z", "rfc3339"):
            said = f"{local_name(date)} is {shown(text)} without a zone: every receiver takes its own"
            yield Breach("zone", Fault(date, said), "warning")


def _names_a_catalogue(place: Place) -> bool:
    """Say whether an address is the name of a catalogue, which is as the standard gives it."""
    return place is not None and not isinstance(place, str) and local_name(place) == "catalogRef"


def _code(element: Element) -> Iterator[Breach]:
    """A controlled value is a QCode, a URI or a literal."""
    local = local_name(element)
    qcode = element.get("qcode")
    if all(element.get(name) is None for name in _CODED) and local in {"itemClass", "pubStatus"}:
        yield Breach("attribute-missing", Fault(element, f"{local} has neither qcode nor uri"))
    if qcode is not None and (not qcode.partition(":")[2] or " " in qcode):
        yield Breach("value", Fault(element, f"qcode of {local} is {shown(qcode)}, not alias:code"))
    if local == "pubStatus" and qcode is not None and qcode.startswith("stat:") and qcode not in _STATUS:
        yield Breach("value", Fault(element, f"{shown(qcode)} is no publishing status"))


def _groups(groups: Element) -> Iterator[Breach]:
    """A package names a root among its groups, and refers to groups that are there."""
    known = {group.get("id") for group in groups.iterfind(f"{_N}group")}
    if groups.get("root") not in known:
        yield Breach(
            "reference", Fault(groups, f"root {shown(groups.get('root') or '')} is no group of the set")
        )
    for reference in groups.iter(f"{_N}groupRef"):
        if reference.get("idref") not in known:
            wanted = shown(reference.get("idref") or "")
            yield Breach("reference", Fault(reference, f"group {wanted} is not in the set"))


def _story(item: Element) -> Story:
    meta, content = item.find(f"{_N}itemMeta"), item.find(f"{_N}contentMeta")
    created = first(item, f"{_N}itemMeta/{_N}firstCreated")
    version = first(item, f"{_N}itemMeta/{_N}versionCreated")
    status = item.find(f"{_N}itemMeta/{_N}pubStatus")
    kind = meta.find(f"{_N}itemClass") if meta is not None else None
    html = item.find(f"{_N}contentSet/{_N}inlineXML/{{{XHTML}}}html/{{{XHTML}}}body")
    files = item.findall(f"{_N}contentSet/{_N}remoteContent")
    shown_files = [f for f in files if (f.get("contenttype") or "").startswith("image/") and f.get("href")]
    return Story(
        node=item,
        guid=Value(item.get("guid") or "", item),
        title=first(content, f"{_N}headline") if content is not None else None,
        published=Moment(created.text, created.at, "rfc3339") if created else None,
        updated=Moment(version.text, version.at, "rfc3339") if version else None,
        summary=first(content, f"{_N}description") if content is not None else None,
        body=None if html is None else Value(words(html), html),
        language=language(item),
        item_class=None if kind is None else kind.get("qcode"),
        withdrawn=status is not None and status.get("qcode") in _STATUS - {"stat:usable"},
        authors=every(content, f"{_N}by") if content is not None else (),
        pictures=tuple(
            Picture(
                f.get("href") or "",
                f,
                f.get("contenttype"),
                *(pixels(f.get(n)) for n in ("width", "height", "size")),
            )
            for f in shown_files
        ),
    )
