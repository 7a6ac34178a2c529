"""The one XML reader of the house: decoded by our own rules, nothing fetched, no external entity read."""

import codecs
import re
from html.entities import html5
from typing import TypeAlias

import lxml.etree
import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery
from syndication.model.article import Issue
from syndication.on_demand import Expression
from syndication.parse import characters, charset
from syndication.parse.decoding import Decoded, decode

Element: TypeAlias = lxml.etree._Element  # noqa: SLF001 - the type has no public name
_DECLARATION = Expression(r"\s*<\?xml\b[^>]{0,300}\?>")
# What an ampersand may stand in as it is, and how that ends; the references of XML itself are passed over.
_HIDDEN = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
_MET = Expression(r"<(?:!\[CDATA\[|!--|\?)|&(?!(?:amp|lt|gt|quot|apos);)")
_KNOWN = ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;")
_REFERENCE = Expression(
    r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{0,31})|\#(?P<number>[0-9]{1,10}|x[0-9A-Fa-f]{1,8}));"
)
_DECLARED = Expression(r"<!ENTITY\s+([A-Za-z][\w.\-]*)")
# A declaration that need not be taken off.
_USUAL = re.compile(rb"<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])? ?\?>")
_FIRST_ELEMENT = re.compile(rb"<([A-Za-z_][\w.\-]*:)?([A-Za-z_][\w.\-]*)")
_COMMENTS = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_LAST = 0x10FFFF
_LONGEST = 200


class Document(msgspec.Struct, frozen=True):
    """The root element, and what was noticed on the way."""

    root: Element
    issues: tuple[Issue, ...]


def root_name(head: bytes) -> str | None:
    """Return the local name of the first element in the head of a document, for `sniff`; None: no XML."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"<"):
        return None
    found = _FIRST_ELEMENT.search(_COMMENTS.sub(b"", start))
    return found[2].decode("ascii", "replace") if found else None


def read(delivery: Delivery) -> Document:
    """Return the root of the delivery's document; raise UnreadableCopy for what is not well formed.

    HTML's entity names are known without a DTD (old feeds and NITF use them). External entities and bombs
    are refused (XML 1.0 §4.4.3); characters that XML forbids are taken out, also as references, and counted.
    """
    label = charset.declared(delivery.data, delivery.media_type)
    decoded = decode(delivery.data, label, delivery.locator)
    declaration = _DECLARATION.match(decoded.text)
    start = declaration.end() if declaration else 0
    text, issues = _references(decoded.text, start)
    parser = lxml.etree.XMLParser(
        encoding="utf-8",
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs are older than this value
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml.etree.fromstring(_encoded(text, start, decoded, delivery.data), parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        said = str(error).partition("\n")[0]
        raise UnreadableCopy(f"not well-formed XML: {said[:_LONGEST]}", delivery.locator) from error
    return Document(root, (*decoded.issues, *issues))


def line_number(element: Element) -> int:
    """Return the line of the document on which the element begins, counted from 1."""
    number: object = element.sourceline
    return number if isinstance(number, int) and number > 0 else 1


def _encoded(text: str, start: int, decoded: Decoded, data: bytes) -> bytes:
    """Return the text from `start` on in UTF-8: `data`, or a piece of it, where that is what it came from."""
    if text is not decoded.text or decoded.encoding != "utf-8" or decoded.issues:
        return text[start:].encode("utf-8")
    if _USUAL.match(data):
        return data
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return data[mark + len(text[:start].encode("utf-8")) :]


def _references(text: str, start: int) -> tuple[str, tuple[Issue, ...]]:
    """Return the text with the references that XML does not know in its own terms, and what was noticed.

    What stands before `start` is not looked at.
    """
    at = text.find("&", start)
    while at >= 0 and text.startswith(_KNOWN, at):
        at = text.find("&", at + 1)
    if at < 0:  # none that XML does not know, wherever it stands
        return text, ()
    own = frozenset(_DECLARED.findall(text)) if "<!ENTITY" in text else frozenset()
    kept: list[str] = []
    removed = bare = done = 0
    at = start
    while found := _MET.search(text, at):
        at = found.end()
        closing = _HIDDEN.get(found.group())
        if closing:
            ends = text.find(closing, at)
            at = ends + len(closing) if ends >= 0 else len(text)
            continue
        begins = found.start()
        reference = _REFERENCE.match(text, begins)
        meant = _meant(reference, own)
        if meant is None:
            at, meant = begins + 1, "&amp;"
            bare += 1
        elif reference:
            at = reference.end()
            removed += not meant
        kept += (text[done:begins], meant)
        done = at
    issues = characters.removed(removed)
    if bare:
        issues += (Issue("bare-ampersand", f"{bare} ampersands stand for themselves, against XML"),)
    return "".join((*kept, text[done:])) if kept else text, issues


def _meant(reference: re.Match[str] | None, own: frozenset[str]) -> str | None:
    """Return what a reference is in XML, "" for a forbidden character, None for an ampersand by itself."""
    if reference is None:
        return None
    name, number = reference["name"], reference["number"]
    if number:
        code = int(number[1:], 16) if number[0] == "x" else int(number)
        return "" if code > _LAST or characters.FORBIDDEN.match(chr(code)) else reference.group()
    if name in own:
        return reference.group()
    character = html5.get(f"{name};")
    return character.translate({38: "&amp;", 60: "&lt;"}) if character else None
