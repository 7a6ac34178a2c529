"""Atom as a wire: a feed or a single entry (RFC 4287), and the tombstones of deleted entries (RFC 6721)."""

import html
from collections.abc import Iterator

import lxml.etree
import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import Issue, Link, Media, Rights, Subject
from syndication.parse import feed_elements, records, xml_reader
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit
from syndication.parse.feed_elements import local, text
from syndication.parse.headlines import headline
from syndication.parse.html_inline import plain_line
from syndication.parse.html_story import Story, bodyless, from_house, read_html
from syndication.parse.instants import instant
from syndication.parse.wire_format import WireFormat
from syndication.parse.xml_reader import Element
from syndication.prose import Context, Known, complete
from syndication.xmlns import ATOM, MEDIA, XHTML, XML

NAME = "atom"
_A = f"{{{ATOM}}}"
_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_FIELDS = {
    f"{_A}id": "guid",
    f"{_A}title": "headline",
    f"{_A}summary": "summary",
    f"{_A}published": "created",
    f"{_A}updated": "updated",
    f"{_A}author": "byline",
    f"{_A}contributor": "byline",
    f"{_A}rights": "rights",
    f"{_A}source": "info_sources",
    f"{{{MEDIA}}}content": "media",
    f"{{{MEDIA}}}group": "media",
}


def sniff(head: bytes) -> bool:
    """Tell Atom by its first element, `feed` or `entry`, and its namespace."""
    return xml_reader.root_name(head) in {"feed", "entry"} and ATOM.encode() in head.replace(b"\0", b"")


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the story of each entry, canceled for a tombstone; raise UnreadableCopy for what is no Atom.

    In a feed the readable entries come first, then the error names those that are not.
    """
    document = xml_reader.read(delivery)
    root = document.root
    if root.tag not in {f"{_A}feed", f"{_A}entry"}:
        raise UnreadableCopy("not Atom", delivery.locator)
    entries = [root] if root.tag == f"{_A}entry" else [e for e in root if e.tag in {f"{_A}entry", _DELETED}]
    if not entries:
        raise UnreadableCopy("an Atom feed without entries", delivery.locator)
    yield from records.each(
        entries, lambda entry: _story(entry, root, delivery, document.issues), delivery.locator
    )


def _story(entry: Element, feed: Element, delivery: Delivery, issues: tuple[Issue, ...]) -> Iterator[Reading]:
    if entry.tag == _DELETED:
        yield _tombstone(entry, delivery, issues)
        return
    base = resolve(_nearest(entry, f"{{{XML}}}base"), None)
    link = resolve(next(_links(entry, "alternate"), None), base)
    source = entry.find(f"{_A}source")
    origin = None if source is None else text(source, f"{_A}title")
    house = plain_line(origin or (text(feed, f"{_A}title") if feed is not entry else None))
    title = headline(plain_line(_html(entry.find(f"{_A}title"))), (house,), link)
    created = instant(text(entry, f"{_A}published"), delivery.hints.timezone)
    updated = instant(text(entry, f"{_A}updated"), delivery.hints.timezone)
    people = [*entry.iterfind(f"{_A}author")] or [*feed.iterfind(f"{_A}author")]
    known = Known(
        headline=title.text,
        summary=plain_line(_html(entry.find(f"{_A}summary"))) or None,
        created=created.at or updated.at,
        updated=updated.at,
        url=link or base,
        media=_media(entry, link or base),
        subjects=tuple(
            Subject(name=c.get("label") or c.get("term"), scheme=c.get("scheme"), type="category")
            for c in entry.iterfind(f"{_A}category")
            if c.get("label") or c.get("term")
        ),
        links=(
            *(Link("related", href) for a in _links(entry, "related") if (href := resolve(a, base))),
            *_copied_from(entry, base),
        ),
        **credit(text(person, f"{_A}name") for person in people),
    )
    guid = text(entry, f"{_A}id") or link
    if guid:
        known["wire_id"] = guid
    language = _nearest(entry, f"{{{XML}}}lang")
    if language:
        known["language"] = language
    if origin:
        known["info_sources"] = (plain_line(origin),)
    notice = text(entry, f"{_A}rights") or text(feed, f"{_A}rights")
    if notice:
        known["rights"] = Rights(notice=plain_line(notice))
    noticed = (*issues, *title.issues, *created.issues, *updated.issues)
    account = feed_elements.account(entry, _FIELDS, frozenset({f"{_A}content"})) if delivery.explained else ()
    story = Story(from_house(Context.of(delivery, NAME), house), known, noticed, tuple(account))
    content = entry.find(f"{_A}content")
    if content is not None and content.get("src"):
        yield bodyless(story)  # RFC 4287 §4.1.3.2: the words are elsewhere, and nothing is fetched
        return
    yield from read_html(_html(content), story)


def _copied_from(entry: Element, base: str | None) -> Iterator[Link]:
    """Yield the feed that the entry was copied from (RFC 4287 §4.2.11)."""
    source = entry.find(f"{_A}source")
    if source is not None and (title := plain_line(_html(source.find(f"{_A}title")))):
        href = resolve(next(_links(source, "self"), None), base)
        yield Link("source", href, text(source, f"{_A}id"), title)


def _tombstone(entry: Element, delivery: Delivery, issues: tuple[Issue, ...]) -> Reading:
    guid = (entry.get("ref") or "").strip()
    if not guid:
        raise UnreadableCopy("a deleted entry without ref (RFC 6721 §3)", delivery.locator)
    when = instant(entry.get("when"), delivery.hints.timezone)
    known = Known(wire_id=guid, pub_status="canceled", signals=("kill",), updated=when.at)
    return Reading(complete(known, Context.of(delivery, NAME), (*issues, *when.issues)))


def _html(construct: Element | None) -> str:
    """Return a text construct or content as HTML (RFC 4287 §3.1, §4.1.3)."""
    if construct is None:
        return ""
    kind = (construct.get("type") or "text").lower()
    if kind in {"xhtml", "application/xhtml+xml"}:
        held = construct.find(f"{{{XHTML}}}div")
        for element in construct.iter():
            element.tag = local(element)
        lxml.etree.cleanup_namespaces(construct)
        return lxml.etree.tostring(
            construct if held is None else held, encoding="unicode", method="html", with_tail=False
        )
    said = "".join(str(piece) for piece in construct.itertext())
    if kind in {"html", "text/html"}:
        return said
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in said.split("\n") if part.strip())


def _links(entry: Element, rel: str) -> Iterator[str]:
    for link in entry.iterfind(f"{_A}link"):
        href = link.get("href")
        if href and (link.get("rel") or "alternate") == rel:
            yield href


def _nearest(entry: Element, name: str) -> str | None:
    """Return the attribute of the entry or of the nearest element around it."""
    return next((value for e in (entry, *entry.iterancestors()) if (value := e.get(name))), None)


def _media(entry: Element, base: str | None) -> tuple[Media, ...]:
    found = {m.guid: m for m in feed_elements.media(feed_elements.Children(entry), base)}
    for link in entry.iterfind(f"{_A}link"):
        if link.get("rel") == "enclosure":
            enclosed = feed_elements.enclosure(link.get("href"), link.get("type"), link.get("length"), base)
            if enclosed:
                found.setdefault(enclosed.guid, enclosed)
    items = list(found.values())
    return tuple(msgspec.structs.replace(m, role=None if n else "lead") for n, m in enumerate(items))


FORMAT = WireFormat(NAME, ("application/atom+xml", "application/xml", "text/xml"), sniff, parse)
