"""Baseline B11 to B14, B16, B17, B19, B21: what the document says, and what it must not say."""

import re
from collections.abc import Iterator
from html import unescape

from lxml.etree import tostring

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import instant, mail, media_type
from syndication.validate.document import Document, Value
from syndication.validate.finding import Element, Fault, Place, shown
from syndication.validate.json_reader import at, strings
from syndication.validate.markup import Markup
from syndication.validate.schema_types import count
from syndication.xmlns import ATOM, NAR

TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|code|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|script|small|span|"
    r"strong|style|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
TWICE = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|rsquo|lsquo|hellip|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"
)
EXECUTES = ("script", "object", "embed", "applet", "base", "form", "meta", "link")
MAX_BYTES, MAX_ITEMS = 2_000_000, 50
_NO_TYPE = {"application/octet-stream", "unknown/unknown"}


def labels_are_plain(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B11. A title that is HTML by its own type is read as HTML first."""
    for story in document.stories:
        for value in (story.title, *story.authors, *story.categories):
            if value and (said := markup_in(value)):
                yield Fault(value.at, said)


def markup_in(value: Value) -> str | None:
    """Return what is wrong with a text that should be plain, None where nothing is."""
    text = unescape(value.text) if value.html else value.text
    if TAG.search(value.text) or TAG.search(text):
        return f"{shown(value.text)} holds a tag"
    return f"{shown(value.text)} is escaped twice" if TWICE.search(text) else None


def bodies_are_safe(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B12."""
    for story in document.stories:
        for value in story.marked_up:
            read = value.markup
            for said in (*read.unbalanced[:3], *dangers(read)):
                yield Fault(value.at, said)


def dangers(read: Markup) -> Iterator[str]:
    """Yield what would execute in a reader that does not clean HTML."""
    for tag in read.begun:
        if tag.name in EXECUTES:
            yield f"the body holds {tag.name}"
        for name, held in tag.attributes.items():
            if name.startswith("on"):
                yield f"{tag.name} has the event attribute {name}"
            scheme = re.sub(r"[\x00-\x20]", "", held[:40]).lower()
            if scheme.startswith(("javascript:", "vbscript:", "data:text/html")):
                yield f"{name} of {tag.name} executes: {shown(held)}"


def enclosures_are_whole(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B13. In Atom what is not known may be left unsaid (RFC 4287 §4.2.7.3, §4.2.7.6)."""
    for place, address, length, kind in _enclosures(document):
        silent = document.format == "atom"
        if not address:
            yield Fault(place, "the enclosure has no address")
        if not (silent and length is None) and (not count(length or "") or int(length or 0) <= 0):
            yield Fault(place, f"the length of the enclosure is {shown(length or '')}, not bytes")
        if not (silent and kind is None) and (not media_type(kind or "") or kind in _NO_TYPE):
            yield Fault(place, f"the type of the enclosure is {shown(kind or '')}")


def authors_are_mails(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B14. RSS 2.0, "author": a mail address, with the name in parentheses."""
    root = document.root
    for author in root.iterfind("channel/item/author") if root is not None else ():
        text = (author.text or "").strip()
        if not mail(text) or not text.endswith(")"):
            yield Fault(author, f"author is {shown(text)}, not mail (Name)")


def nothing_is_hidden(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B16. What the publisher says is hidden or killed, and what the document itself says so of."""
    if document.tree is None:
        text = unescape(document.data.decode("utf-8", "replace"))
    else:
        text = unescape("\n".join(said for _, said in strings(document.tree)))
    for secret in sorted(circumstances.facts.hidden):
        if secret and secret in text:
            for place in _holders(document, secret):
                yield Fault(place, f"{shown(secret)} may not be shown now")
    for story in document.live:
        if story.key in circumstances.facts.canceled:
            yield Fault(story.node, f"{shown(story.key or '')} was killed")
    yield from _embargoed(document, circumstances)


def again_the_same(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B17."""
    again = circumstances.facts.again
    if again is not None and again != document.data:
        pairs = enumerate(zip(again, document.data, strict=False))
        place = next((n for n, (one, other) in pairs if one != other), min(len(again), len(document.data)))
        yield Fault(None, f"made again from the same content, it differs at byte {place}")


def size(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B19."""
    most, largest = circumstances.profile.max_items or MAX_ITEMS, circumstances.profile.max_bytes or MAX_BYTES
    if len(document.stories) > most:
        yield Fault(None, f"{len(document.stories)} stories are more than {most}")
    if len(document.data) > largest:
        yield Fault(None, f"{len(document.data)} bytes are more than {largest}")


def headlines_are_the_wires(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B21. Compared by code point, white space apart."""
    for story in document.live:
        wire = circumstances.facts.headlines.get(story.key or "")
        if wire is not None and story.title is not None:
            printed = unescape(story.title.text) if story.title.html else story.title.text
            if " ".join(printed.split()) != " ".join(wire.split()):
                yield Fault(story.title.at, f"the headline is {shown(printed)}, on the wire {shown(wire)}")


def _holders(document: Document, secret: str) -> list[Place]:
    """Return the stories that hold the text, or the document where it stands outside them."""
    holders = []
    for story in document.stories:
        if isinstance(story.node, str):
            held = any(secret in unescape(text) for _, text in strings(at(document.tree, story.node)))
        else:
            held = story.node is not None and secret in unescape(tostring(story.node, encoding="unicode"))
        if held:
            holders.append(story.node)
    return holders or [None]


def _enclosures(document: Document) -> Iterator[tuple[Element | str, str | None, str | None, str | None]]:
    root = document.root
    for enclosure in root.iterfind("channel/item/enclosure") if root is not None else ():
        yield enclosure, enclosure.get("url"), enclosure.get("length"), enclosure.get("type")
    for link in root.iter(f"{{{ATOM}}}link") if root is not None else ():
        if link.get("rel") == "enclosure":
            yield link, link.get("href"), link.get("length"), link.get("type")
    items = document.tree.get("items") if isinstance(document.tree, dict) else None
    for number, item in enumerate(items if isinstance(items, list) else ()):
        attachments = item.get("attachments") if isinstance(item, dict) else None
        for place, held in enumerate(attachments if isinstance(attachments, list) else ()):
            if isinstance(held, dict) and "size_in_bytes" in held:
                length, kind = held["size_in_bytes"], held.get("mime_type")
                yield f"/items/{number}/attachments/{place}", str(held.get("url", "")), str(length), str(kind)


def _embargoed(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """Yield what says of itself that it is embargoed (NewsML-G2 `embargoed`, ninjs `embargoedUntil`)."""
    if document.format == "newsml-g2" and document.root is not None:
        for embargo in document.root.iter(f"{{{NAR}}}embargoed"):
            ends = instant((embargo.text or "").strip(), "rfc3339")
            if ends is None or ends > circumstances.now:
                yield Fault(embargo, "the item is under embargo", until=ends)
        for status in document.root.iter(f"{{{NAR}}}pubStatus"):
            if status.get("qcode") == "stat:withheld":
                yield Fault(status, "the item is withheld")
    for story in document.stories if document.format == "ninjs" else ():
        found = at(document.tree, story.node) if isinstance(story.node, str) else None
        item = found if isinstance(found, dict) else {}
        until = item.get("embargoedUntil")
        ends = instant(until, "rfc3339") if isinstance(until, str) else None
        if item.get("pubStatus") == "withheld":
            yield Fault(story.node, "the item is withheld")
        elif ends is not None and ends > circumstances.now:
            yield Fault(story.node, "the item is under embargo", until=ends)
