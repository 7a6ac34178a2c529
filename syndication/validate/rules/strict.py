"""Strict validators and libraries: what the W3C validator counts as error or warning besides the structure."""

import re
from collections import Counter
from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import language, strict_iri, strict_rfc822, weekday_agrees
from syndication.validate.document import Document
from syndication.validate.finding import Fault, namespace_of, shown
from syndication.validate.markup import addresses
from syndication.validate.rule import RSS, XML_FEEDS, Rule
from syndication.validate.rules.addresses import every, scheme
from syndication.validate.rules.content import TAG, dangers
from syndication.xmlns import ATOM, CONTENT, DC, MEDIA, TOMBSTONES, XHTML, XML

_KNOWN = {"", ATOM, CONTENT, DC, MEDIA, XHTML, XML, TOMBSTONES}
_TAG_URI = re.compile(r"tag:[A-Za-z0-9.@_-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S*", re.ASCII)
_URN = re.compile(r"urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:\S+", re.ASCII)
_MEDIUMS = {"image", "audio", "video", "document", "executable"}
_FRAMES = {"iframe", "frame", "frameset", "noframes", "noscript", "title", "body", "head", "html", "style"}


def no_other_namespace(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST1. UnknownNamespace. Declared and used both count."""
    told = set()
    for element in document.root.iter("*") if document.root is not None else ():
        for uri in (namespace_of(element), *element.nsmap.values()):
            if uri not in _KNOWN and uri not in told:
                told.add(uri)
                yield Fault(element, f"the extension {uri} is not one of atom, content, dc and media")


def no_relative_reference(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST2. ContainsRelRef."""
    for story in document.stories:
        for value in story.marked_up:
            for tag in value.markup.begun:
                for name, href in addresses(tag):
                    if not scheme(href):
                        yield Fault(value.at, f"{name} of {tag.name} is relative: {shown(href)}")


def no_risk(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST3. SecurityRisk, SecurityRiskAttr, DangerousStyleAttr."""
    for story in document.stories:
        for value in story.marked_up:
            read = value.markup
            for said in dangers(read):
                yield Fault(value.at, said)
            for tag in read.begun:
                if tag.name in _FRAMES:
                    yield Fault(value.at, f"the body holds {tag.name}")
                if "style" in tag.attributes:
                    yield Fault(value.at, f"{tag.name} has a style attribute")


def no_lonely_group(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST4."""
    for group in document.root.iter(f"{{{MEDIA}}}group") if document.root is not None else ():
        if len(group.findall(f"{{{MEDIA}}}content")) < 2:
            yield Fault(group, "media:group holds a single media:content")


def addresses_are_encoded(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST15. InvalidURLAttribute, InvalidFullLink, InvalidIRI."""
    for address in every(document):
        if not strict_iri(address.text):
            yield Fault(address.at, f"{shown(address.text)} has characters that must be percent-encoded")


def updates_differ(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST5. DuplicateUpdated. Two stories may well be of one second."""
    counted = Counter(story.updated.text for story in document.stories if story.updated)
    for story in document.stories:
        if document.format == "atom" and story.updated and counted[story.updated.text] > 1:
            yield Fault(story.updated.at, f"{shown(story.updated.text)} is the update of several entries")


def names_itself(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """ST6. MissingSelf, SelfDoesntMatchLocation."""
    if not document.self_links:
        yield Fault(None, "the document has no atom:link rel=self")
    for link in document.self_links:
        if circumstances.address is not None and link.text != circumstances.address:
            yield Fault(link.at, f"self is {shown(link.text)}, not {shown(circumstances.address)}")


def html_is_whole(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST7. NotHtml."""
    for story in document.stories:
        for value in story.marked_up:
            for said in value.markup.unbalanced[:3]:
                yield Fault(value.at, said)


def dates_are_plain(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST8. ProblematicalRFC822Date, IncorrectDOW."""
    for moment in document.moments:
        if moment.form == "rfc822" and not (strict_rfc822(moment.text) and weekday_agrees(moment.text)):
            yield Fault(moment.at, f"{shown(moment.text)} is a date that some read otherwise")


def text_is_plain(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST9. ContainsHTML, NotBlank."""
    for story in document.stories:
        for value in (story.title, *story.authors, *story.categories):
            if value and not value.text:
                yield Fault(value.at, "the element is empty")
            elif value and not value.html and TAG.search(value.text):
                yield Fault(value.at, f"{shown(value.text)} holds HTML")


def items_are_named(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST10. MissingGuid, MissingItemLink, InvalidTAG, InvalidURN."""
    for story in document.stories:
        key = story.key or ""
        if not key:
            yield Fault(story.node, "the story has no guid")
        elif (key.startswith("tag:") and not _TAG_URI.fullmatch(key)) or (
            key.startswith("urn:") and not _URN.fullmatch(key)
        ):
            yield Fault(
                story.guid.at if story.guid else None, f"{shown(key)} is not formed as its scheme says"
            )


def description_comes_first(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST11. NeedDescriptionBeforeContent."""
    for story in document.stories:
        if story.node is None or isinstance(story.node, str) or story.body is None:
            continue
        names = [child.tag for child in story.node]
        body = names.index(f"{{{CONTENT}}}encoded")
        if "description" not in names[:body]:
            yield Fault(story.body.at, "content:encoded stands without a description before it")


def one_enclosure(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST12. RSS Profile: readers take one enclosure only; a length of 0 says nothing."""
    for story in document.stories:
        enclosures = (
            [] if story.node is None or isinstance(story.node, str) else story.node.findall("enclosure")
        )
        if len(enclosures) > 1:
            yield Fault(story.node, f"the item has {len(enclosures)} enclosures")
        for enclosure in enclosures:
            if enclosure.get("length") == "0":
                yield Fault(enclosure, "the length of the enclosure is 0")


def media_values(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST13. Media RSS: the values of `media:content`, which needs an address or a player."""
    for content in document.root.iter(f"{{{MEDIA}}}content") if document.root is not None else ():
        medium = content.get("medium")
        if medium is not None and medium not in _MEDIUMS:
            yield Fault(content, f"medium is {shown(medium)}")
        if not content.get("url") and content.find(f"{{{MEDIA}}}player") is None:
            yield Fault(content, "media:content has neither url nor player")
        for name in ("fileSize", "width", "height"):
            if (value := content.get(name)) is not None and not re.fullmatch(r"[0-9]{1,12}", value):
                yield Fault(content, f"{name} is {shown(value)}, not a number")


def languages(document: Document, _: Circumstances) -> Iterator[Fault]:
    """ST14. InvalidLanguage."""
    for found in document.root.iter(f"{{{DC}}}language") if document.root is not None else ():
        if not language((found.text or "").strip()):
            yield Fault(found, f"{shown(found.text or '')} is not a language")


RULES = (
    Rule("ST1", "warning", no_other_namespace, "leave the extension out for strict readers", XML_FEEDS),
    Rule("ST2", "error", no_relative_reference, "write absolute addresses", XML_FEEDS),
    Rule("ST3", "warning", no_risk, "leave out what readers remove", XML_FEEDS),
    Rule("ST4", "warning", no_lonely_group, "put media:content into the item itself", XML_FEEDS),
    Rule(
        "ST5", "note", updates_differ, "nothing, if the stories were really updated in one second", XML_FEEDS
    ),
    Rule("ST6", "warning", names_itself, "name the address that the document is served at", XML_FEEDS),
    Rule("ST7", "warning", html_is_whole, "balance the HTML", XML_FEEDS),
    Rule("ST8", "warning", dates_are_plain, "write Tue, 24 Nov 2026 08:49:00 GMT", RSS),
    Rule("ST9", "warning", text_is_plain, "write plain text, or leave the element out", XML_FEEDS),
    Rule("ST10", "warning", items_are_named, "give the story a guid that is a well-formed URI", XML_FEEDS),
    Rule("ST11", "warning", description_comes_first, "write a description, and the content after it", RSS),
    Rule(
        "ST12",
        "warning",
        one_enclosure,
        "enclose one file of known length, name the others as media:content",
        RSS,
    ),
    Rule("ST13", "error", media_values, "write the values of Media RSS", XML_FEEDS),
    Rule("ST14", "error", languages, "write a tag of BCP 47", RSS),
    Rule("ST15", "warning", addresses_are_encoded, "percent-encode the character", XML_FEEDS),
)
