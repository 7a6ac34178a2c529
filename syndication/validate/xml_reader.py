"""XML as a publisher must write it: UTF-8, no DOCTYPE, nothing fetched, no entity read.

Nothing is repaired: what a strict reader would refuse is a fault here.
"""

import codecs
import re
from typing import NamedTuple

import lxml.etree

from syndication.validate.finding import Element, Fault, shown

_DECLARATION = re.compile(r"<\?xml\b[^<>]{0,300}?\?>")
_ENCODING = re.compile(r"""\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*+(\[)?", re.IGNORECASE)
_SPACE = re.compile(r"\s*+")
_PROLOG = (("<!--", "-->"), ("<?", "?>"))
# UTF-16 without a mark is told by the bytes of its first character (XML 1.0, Appendix F).
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# Those of the IANA registry that feeds are met in; Python's other codecs are no encodings of documents.
_KNOWN = re.compile(
    r"(?:us-?)?ascii|utf-?(?:8|16(?:le|be)?)|iso-?8859-\d\d?|latin-?1|windows-?\d{3,4}|cp\d{3,4}|koi8-[ru]|tis-620|"
    r"big5(?:-hkscs)?|gb2312|gbk|gb18030|euc-(?:jp|kr)|shift[_-]jis|iso-2022-jp"
)
_ERRORS = lxml.etree.ErrorTypes
# What the parser means by the faults that feeds are full of.
_MEANING = {
    _ERRORS.ERR_NAME_REQUIRED: "a lone & or < is written &amp; or &lt;",
    _ERRORS.ERR_ENTITYREF_SEMICOL_MISSING: "a lone & is written &amp;",
    _ERRORS.ERR_UNDECLARED_ENTITY: "XML names amp, lt, gt, quot and apos only: write the character itself",
    _ERRORS.ERR_DOCUMENT_END: "the document has one root, and something stands outside it",
    _ERRORS.ERR_DOCUMENT_EMPTY: "no element begins here",
    _ERRORS.ERR_TAG_NOT_FINISHED: "the document is cut off",
}
_PREFIX = re.compile(r"Namespace prefix ([\w.-]{1,60}) ")
_JARGON = re.compile(r"\Axml\w+: ")  # the parser's own functions
_COLUMN = re.compile(r"(?:, line \d+)?(, column \d+)?(?: \(<string>, line \d+\))?\Z")


class XmlReading(NamedTuple):
    """The root, None where there is none; what strict readers refuse; and what a publisher should not do.

    `hygiene` are faults with the id of their rule of the baseline.
    """

    root: Element | None
    fatal: tuple[Fault, ...] = ()
    hygiene: tuple[tuple[str, Fault], ...] = ()


def read(data: bytes) -> XmlReading:
    """Return the tree of the document and its faults (XML 1.0 §2.2, §2.8, §4.3.3); never raises."""
    text, refused, found = _decoded(data)
    hygiene = tuple(("B01", fault) for fault in found)
    if text is None:
        return XmlReading(None, refused, hygiene)
    if (no_xml := _no_xml(text, hygiene)) is not None:
        return no_xml
    doctype = _doctype(text)
    if doctype:
        line = _line(text, doctype.start())
        fault = Fault(None, "there is a DOCTYPE: feed readers refuse it or ignore it", line)
        hygiene = (*hygiene, ("B02", fault))
        if doctype[1]:
            fault = Fault(None, "the DOCTYPE declares entities: not read for safety", line)
            return XmlReading(None, (fault,), hygiene)
    parser = lxml.etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = lxml.etree.fromstring(_undeclared(text).encode("utf-8"), parser)
    except lxml.etree.XMLSyntaxError as error:
        said = (
            _JARGON.sub("", _COLUMN.sub(r"\1", str(error).partition("\n")[0])) or "there is nothing to read"
        )
        code = next((entry.type for entry in reversed(list(parser.error_log))), 0)
        meant = f" ({_MEANING[code]})" if code in _MEANING else ""
        fault = Fault(None, f"not well-formed XML: {said[:200]}{meant}", error.lineno or 1)
        if code == _ERRORS.ERR_INVALID_CHAR:
            hygiene = (*hygiene, ("B03", fault._replace(text="a reference to what is no character of XML")))
        return XmlReading(None, (fault,), hygiene)
    for entry in parser.error_log:
        if (
            entry.domain_name == "NAMESPACE"
        ):  # told by libxml2 and let pass; readers with namespaces refuse it
            prefix = _PREFIX.match(entry.message)
            meant = f' (declare it on the root: xmlns:{prefix[1]}="…")' if prefix else ""
            fault = Fault(None, f"not well-formed XML: {entry.message[:200]}{meant}", entry.line)
            return XmlReading(None, (fault,), hygiene)
    return XmlReading(root, refused, hygiene)


def _no_xml(text: str, hygiene: tuple[tuple[str, Fault], ...]) -> XmlReading | None:
    """Return why the text is not even meant to be XML, or has what is none; None where it may be XML (§2.1, §2.2)."""
    begun = text.lstrip()
    if begun[:1] != "<":
        said = f"it begins with {shown(begun[:40])} and not with <" if begun else "the document is empty"
        return XmlReading(None, (Fault(None, f"this is no XML: {said}", 1),))
    if outside := _FORBIDDEN.search(text):
        fault = Fault(None, f"U+{ord(outside[0]):04X} is no character of XML", _line(text, outside.start()))
        return XmlReading(None, (fault,), (*hygiene, ("B03", fault)))
    return None


def beyond_prolog(text: str) -> int:
    """Return where the first thing stands that is no white space, comment or instruction (§2.8)."""
    at = 0
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # the pattern fits anywhere
        end = next((text.find(end, at) + len(end) for start, end in _PROLOG if text.startswith(start, at)), 0)
        if end <= at:
            return at
        at = end


def _doctype(text: str) -> re.Match[str] | None:
    return _DOCTYPE.match(text, beyond_prolog(text))


def _decoded(data: bytes) -> tuple[str | None, tuple[Fault, ...], list[Fault]]:
    """Return the text, None where there is none; why strict readers refuse it; what is wrong with its encoding."""
    found: list[str] = []
    refused: tuple[Fault, ...] = ()
    encoding = next((name for start, name in _UNMARKED if data.startswith(start)), None)
    for mark, name in _BOMS:
        if data.startswith(mark):
            found.append("the document begins with a byte order mark")
            data, encoding = data[len(mark) :], name
            break
    head = data[:400].decode("ascii", "replace").replace("\0", "")
    declaration = _DECLARATION.match(head.lstrip())
    if head != head.lstrip():
        found.append("there is white space before the document")
        if declaration:
            refused = (Fault(None, "not well-formed XML: the declaration is not at the beginning", 1),)
    named = _ENCODING.search(declaration[0]) if declaration else None
    label = named[1].lower() if named else "utf-8"
    if not declaration:
        found.append("there is no XML declaration that says utf-8")
    elif label != "utf-8" or not named:
        found.append(f"the XML declaration says {label if named else 'nothing'}, not utf-8")
    faults = [Fault(None, words, 1) for words in found]
    if encoding is None and not _KNOWN.fullmatch(label):
        return None, (Fault(None, f"{label} is no encoding that can be read here", 1),), faults
    try:
        return codecs.decode(data, encoding or label), refused, faults
    except LookupError:
        return None, (Fault(None, f"{label} is no encoding", 1),), faults
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = Fault(None, f"byte {error.start} is not {encoding or label}", line)
        unread = Fault(None, "the bytes are not text in the encoding that they name", line)
        return None, (unread,), [*faults, fault]


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _undeclared(text: str) -> str:
    """Return the text without its declaration, each line where it was: lxml takes ours for the encoding."""
    begun = text.lstrip()
    lines = text.count("\n", 0, len(text) - len(begun))
    if declaration := _DECLARATION.match(begun):
        lines += declaration[0].count("\n")
        begun = begun[declaration.end() :]
    return "\n" * lines + begun
