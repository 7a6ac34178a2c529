"""Atom 1.0 (RFC 4287) with its tombstones (RFC 6721): structure, and facts in the words of `document`."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import tostring

from syndication.validate import element_grammar, feed_modules
from syndication.validate.datatypes import media_type, uri
from syndication.validate.document import Document, Moment, Story, Value
from syndication.validate.element_grammar import grammar
from syndication.validate.feed_elements import addresses, every, first, item_class, language, pictures
from syndication.validate.finding import Breach, Element, Fault, local_name, shown
from syndication.xmlns import ATOM, TOMBSTONES, XHTML

GRAMMAR = grammar(
    ATOM,
    """
    feed : author* category* contributor* generator? icon? id link* logo? rights? subtitle? title updated entry* #*
    entry : author* category* content? contributor* id link* published? rights? source? summary? title updated #*
    source : author* category* contributor* generator? icon? id? link* logo? rights? subtitle? title? updated? #*
    author : name uri? email? #*
    contributor : name uri? email? #*
    name =
    uri =reference
    email =addr-spec
    id =uri
    icon =reference
    logo =reference
    updated =rfc3339
    published =rfc3339
    category @term:text @scheme?:uri @label?:text : #* =
    generator @uri?:reference @version?:text =
    link @href:reference @rel?:relation @type?:media-type @hreflang?:language @title?:text @length?:text : #* =
    title @type?:text|html|xhtml : ... =
    subtitle @type?:text|html|xhtml : ... =
    summary @type?:text|html|xhtml : ... =
    rights @type?:text|html|xhtml : ... =
    content @type?:text @src?:reference : ... =
    """,
)
_A = f"{{{ATOM}}}"
_OTHERWISE = {
    "text": "markup has the type xhtml, or html where it is escaped",
    "html": "HTML is escaped or stands in CDATA, or its type is xhtml",
}
_COMPOSITE = ("multipart/", "message/")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_TEXTS = ("title", "subtitle", "summary", "rights", "content")


def recognises(root: Element) -> bool:
    """Tell Atom by its root."""
    return root.tag in {f"{_A}feed", f"{_A}entry"}


def read(root: Element, data: bytes) -> Document:
    """Return the facts of the feed, or of a lone entry."""
    entries = [root] if root.tag == f"{_A}entry" else root.findall(f"{_A}entry")
    links = root.findall(f"{_A}link")
    tongue = language(root)
    removals = (
        (gone.get("ref") or "", Moment((gone.get("when") or "").strip(), gone, "rfc3339"))
        for gone in root.iterfind(f"{{{TOMBSTONES}}}deleted-entry")
    )
    return Document(
        format="atom",
        data=data,
        root=root,
        title=_text(root.find(f"{_A}title")),
        link=_href(links, "alternate"),
        description=_text(root.find(f"{_A}subtitle")),
        language=Value(tongue, root) if tongue else None,
        updated=_moment(root, "updated"),
        self_links=_hrefs(links, "self"),
        hubs=_hrefs(links, "hub"),
        stories=tuple(_story(entry) for entry in entries),
        removals=tuple(removals),
        moments=tuple(
            Moment((e.text or "").strip(), e, "rfc3339") for e in root.iter(f"{_A}updated", f"{_A}published")
        ),
        addresses=addresses(root),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against RFC 4287 and RFC 6721."""
    root = document.root
    if root is None:
        return
    yield from element_grammar.check(root, GRAMMAR)
    for text in root.iter(*(f"{_A}{name}" for name in _TEXTS)):
        yield from _construct(text)
    signed = root.tag == f"{_A}feed" and root.find(f"{_A}author") is not None
    for story in document.stories:
        if story.node is not None and not isinstance(story.node, str):
            yield from _entry(story.node, signed=signed)
    yield from _links(root)
    yield from feed_modules.faults(root)
    yield from _emptiness(root)
    yield from _misplaced(root)
    if root.tag == f"{_A}feed" and not document.self_links:
        yield Breach(
            "self", Fault(root, "the feed does not say where it is: it has no link with rel=self"), "warning"
        )
    yield from _tombstones(document)
    counted = Counter(_version(story) for story in document.stories)
    for story in document.stories:
        if story.key and counted[_version(story)] > 1:
            yield Breach("identity", Fault(story.node, f"id {shown(story.key)} stands twice"))


def _version(story: Story) -> tuple[str | None, str | None]:
    """§4.1.1: an entry may stand twice if its updates differ."""
    return (story.key, story.updated.text if story.updated else None)


def _construct(text: Element) -> Iterator[Breach]:
    """§3.1.1, §4.1.3.3: what each type may hold."""
    kind = text.get("type", "text").strip()
    local = local_name(text)
    children = list(text.iterchildren("*"))
    if kind == "xhtml":
        if len(children) != 1 or children[0].tag != f"{{{XHTML}}}div" or (text.text or "").strip():
            yield Breach(
                "text-construct", Fault(text, f"{local} of type xhtml must hold one XHTML div alone")
            )
    elif kind in {"text", "html"} and children:
        yield Breach(
            "text-construct", Fault(text, f"{local} of type {kind} holds elements: {_OTHERWISE[kind]}")
        )
    if local == "content":
        yield from _content(text, kind, children)


def _content(content: Element, kind: str, children: list[Element]) -> Iterator[Breach]:
    """§4.1.3.1 to §4.1.3.3: content of media types, and content that is elsewhere."""
    if content.get("src") is not None and ((content.text or "").strip() or children):
        yield Breach("text-construct", Fault(content, "content with src must be empty"))
    if kind in {"text", "html", "xhtml"}:
        return
    if not media_type(kind) or kind.lower().startswith(_COMPOSITE):
        wanted = "text, html, xhtml or the type of one file"
        yield Breach("value", Fault(content, f"type of content is {shown(kind)}: {wanted}"))
    elif kind.lower().startswith("text/") and children and not kind.lower().endswith(("/xml", "+xml")):
        yield Breach("text-construct", Fault(content, f"content of type {kind} holds elements"))
    elif _encoded(content) and not _BASE64.fullmatch("".join((content.text or "").split())):
        yield Breach("text-construct", Fault(content, f"content of type {kind} must be written in Base64"))


def _encoded(content: Element) -> bool:
    """§4.1.3.3: say whether the content is of a type that is written in Base64."""
    kind = content.get("type", "text").strip().partition(";")[0].lower()
    plain = kind in {"text", "html", "xhtml"} or kind.startswith("text/") or kind.endswith(("/xml", "+xml"))
    return content.get("src") is None and not plain and media_type(kind)


def _entry(entry: Element, *, signed: bool) -> Iterator[Breach]:
    """§4.1.2: what an entry must hold beside the table."""
    own = entry.find(f"{_A}author") is not None or entry.find(f"{_A}source/{_A}author") is not None
    if not own and not signed:
        yield Breach("missing", Fault(entry, "neither entry nor feed has an author"))
    content = entry.find(f"{_A}content")
    if content is None and _href(entry.findall(f"{_A}link"), "alternate") is None:
        yield Breach("missing", Fault(entry, "an entry without content must link to its page"))
    unread = content is not None and (content.get("src") is not None or _encoded(content))
    if unread and entry.find(f"{_A}summary") is None:
        said = "an entry whose content is elsewhere or in Base64 must have a summary"
        yield Breach("missing", Fault(entry, said))


def _links(root: Element) -> Iterator[Breach]:
    """§4.1.1, §4.1.2: one alternate for each type and language."""
    for holder in (root, *root.iterfind(f"{_A}entry")):
        seen = set()
        for link in holder.iterfind(f"{_A}link"):
            if link.get("rel", "alternate") == "alternate":
                mark = (link.get("type"), link.get("hreflang"))
                if mark in seen:
                    yield Breach(
                        "repeated", Fault(link, "a second alternate link of the same type and language")
                    )
                seen.add(mark)


def _emptiness(root: Element) -> Iterator[Breach]:
    """§3.2.1, §4.2.2.1: a name is for people and a term for programs, and an empty one is for nobody."""
    for name in root.iter(f"{_A}name"):
        if not (name.text or "").strip():
            yield Breach("empty", Fault(name, "name is empty"), "warning")
    for category in root.iter(f"{_A}category"):
        if category.get("term") == "":
            yield Breach("empty", Fault(category, "term of category is empty"), "warning")


def _misplaced(root: Element) -> Iterator[Breach]:
    """Appendix B, which only informs: what is said of the feed stands before its entries."""
    entry = root.find(f"{_A}entry") if root.tag == f"{_A}feed" else None
    for later in entry.itersiblings(f"{{{ATOM}}}*") if entry is not None else ():
        if local_name(later) != "entry":
            said = f"{local_name(later)} of the feed stands after an entry, where some readers do not look"
            yield Breach("order", Fault(later, said), "warning")


def _tombstones(document: Document) -> Iterator[Breach]:
    """RFC 6721 §3: `ref` and `when` are required, and a removed entry is not there."""
    living = document.by_guid
    for ref, when in document.removals:
        if not uri(ref):
            yield Breach(
                "value", Fault(when.at, f"ref of deleted-entry is {shown(ref)}, not an absolute URI")
            )
        if when.instant is None:
            yield Breach("value", Fault(when.at, f"when of deleted-entry is {shown(when.text)}, not a date"))
        story = living.get(ref)
        kept = story.updated.instant if story and story.updated else None
        if kept is not None and when.instant is not None and kept <= when.instant:
            yield Breach("identity", Fault(when.at, f"{shown(ref)} is removed and still among the entries"))


def _story(entry: Element) -> Story:
    content, summary = entry.find(f"{_A}content"), entry.find(f"{_A}summary")
    body = _text(content)
    tongue = next((found for e in (entry, *entry.iterancestors()) if (found := language(e))), None)
    return Story(
        node=entry,
        guid=first(entry, f"{_A}id"),
        link=_href(entry.findall(f"{_A}link"), "alternate"),
        title=_text(entry.find(f"{_A}title")),
        published=_moment(entry, "published"),
        updated=_moment(entry, "updated"),
        summary=_text(summary),
        body=body,
        language=tongue,
        item_class=item_class(entry, body),
        authors=every(entry, f"{_A}author/{_A}name"),
        categories=tuple(
            Value(c.get("label") or c.get("term") or "", c) for c in entry.iterfind(f"{_A}category")
        ),
        pictures=pictures(entry, body),
    )


def _text(element: Element | None) -> Value | None:
    """Return a text construct as HTML or text; XHTML is written out again."""
    if element is None:
        return None
    if element.get("type") == "xhtml":
        inner = "".join(
            tostring(child, encoding="unicode", with_tail=False) for child in element.iterchildren("*")
        )
        return Value(inner, element, html=True)
    return Value((element.text or "").strip(), element, html=element.get("type") == "html")


def _moment(parent: Element, name: str) -> Moment | None:
    found = first(parent, f"{_A}{name}")
    return None if found is None else Moment(found.text, found.at, "rfc3339")


def _href(links: list[Element], rel: str) -> Value | None:
    return next(iter(_hrefs(links, rel)), None)


def _hrefs(links: list[Element], rel: str) -> tuple[Value, ...]:
    return tuple(Value(link.get("href") or "", link) for link in links if link.get("rel", "alternate") == rel)
