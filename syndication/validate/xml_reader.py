"""XML as a publisher must write it: UTF-8, no DOCTYPE, nothing fetched, no entity read.

Nothing is repaired: what a strict reader would refuse is a fault here.
"""

import re
from typing import NamedTuple

import lxml.etree

from syndication.validate.finding import Element, Fault

_DECLARATION = re.compile(r"<\?xml\b[^<>]{0,300}?\?>")
_ENCODING = re.compile(r"""\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));")
_SKIPPED = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]{0,1000}(\[)?", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_READABLE = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "utf-16": "utf-16"}
_READABLE |= {"iso-8859-1": "iso-8859-1", "windows-1252": "cp1252", "latin1": "iso-8859-1"}


class XmlReading(NamedTuple):
    """The root, None where there is none; what makes it unreadable; and what a publisher should not do.

    `hygiene` are faults with the id of their rule of the baseline.
    """

    root: Element | None
    fatal: tuple[Fault, ...] = ()
    hygiene: tuple[tuple[str, Fault], ...] = ()


def read(data: bytes) -> XmlReading:
    """Return the tree of the document and its faults (XML 1.0 §2.2, §2.8, §4.3.3); never raises."""
    text, hygiene = _decoded(data)
    if text is None:
        return XmlReading(
            None, (Fault(None, "the bytes are not text in the encoding that they name"),), hygiene
        )
    if outside := _forbidden(text):
        fault = Fault(None, f"{outside} is no character of XML")
        return XmlReading(None, (fault,), (*hygiene, ("B03", fault)))
    doctype = _DOCTYPE.search(_SKIPPED.sub("", text[:20_000]))
    if doctype:
        fault = Fault(None, "there is a DOCTYPE: feed readers refuse it or ignore it")
        hygiene = (*hygiene, ("B02", fault))
        if doctype[1]:
            return XmlReading(
                None, (Fault(None, "the DOCTYPE declares entities: not read for safety"),), hygiene
            )
    parser = lxml.etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = lxml.etree.fromstring(_undeclared(text).encode("utf-8"), parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        said = str(error).partition("\n")[0][:200] or "nothing to read"
        return XmlReading(None, (Fault(None, f"not well-formed XML: {said}"),), hygiene)
    for entry in parser.error_log:
        if (
            entry.domain_name == "NAMESPACE"
        ):  # told by libxml2 and let pass; readers with namespaces refuse it
            return XmlReading(None, (Fault(None, f"not well-formed XML: {entry.message[:200]}"),), hygiene)
    return XmlReading(root, (), hygiene)


def _decoded(data: bytes) -> tuple[str | None, tuple[tuple[str, Fault], ...]]:
    """Return the text, None where it cannot be decoded, and what is wrong with its encoding."""
    found: list[str] = []
    encoding = None
    for mark, name in _BOMS:
        if data.startswith(mark):
            found.append("the document begins with a byte order mark")
            data, encoding = data[len(mark) :], name
            break
    head = data[:400].decode("ascii", "replace").replace("\0", "")
    declaration = _DECLARATION.match(head.lstrip())
    if head != head.lstrip():
        found.append("there is white space before the document")
    named = _ENCODING.search(declaration[0]) if declaration else None
    label = named[1].lower() if named else "utf-8"
    if not declaration:
        found.append("there is no XML declaration that says utf-8")
    elif label != "utf-8" or not named:
        found.append(f"the XML declaration says {label if named else 'nothing'}, not utf-8")
    try:
        text = data.decode(encoding or _READABLE.get(label, "utf-8"))
    except UnicodeDecodeError as error:
        found.append(f"byte {error.start} is not {label}")
        text = None
    return text, tuple(("B01", Fault(None, words)) for words in found)


def _forbidden(text: str) -> str | None:
    """Return the first character that XML does not have, as it is written or as a reference to it."""
    if found := _FORBIDDEN.search(text):
        return f"U+{ord(found[0]):04X}"
    for reference in _REFERENCE.finditer(text):
        number = int(reference[1], 16) if reference[1] else int(reference[2])
        if number > 0x10FFFF or _FORBIDDEN.match(chr(number)):
            return reference[0]
    return None


def _undeclared(text: str) -> str:
    """Return the text without its declaration, each line where it was: lxml takes ours for the encoding."""
    begun = text.lstrip()
    declaration = _DECLARATION.match(begun)
    if declaration is None:
        return begun
    return "\n" * declaration[0].count("\n") + begun[declaration.end() :]
