"""What a document is that no standard here judges: said by its name, so that its publisher knows what to change."""

from collections.abc import Mapping

from syndication.validate.finding import Element, Fault, local_name, namespace_of, shown
from syndication.xmlns import ATOM, NAR, NITF

# The first bytes of files that are none of our documents.
_PACKED = (
    (b"\x1f\x8b", "compressed with gzip"),
    (b"PK\x03\x04", "a zip archive"),
    (b"BZh", "compressed with bzip2"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"\xfd7zXZ\0", "compressed with xz"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_OLD_ROOTS = {
    ("http://purl.org/atom/ns#", "feed"): "Atom 0.3",
    ("http://www.w3.org/2007/app", "service"): "a service document of the Atom Publishing Protocol",
    ("", "CHANNEL"): "the Channel Definition Format",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ROOTS = {"feed": ATOM, "entry": ATOM, "nitf": NITF} | dict.fromkeys(
    ("newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"),
    NAR,
)
_OLD_VOCABULARIES = {
    "http://purl.org/rss/1.0/": "RSS 1.0",
    "http://my.netscape.com/rdf/simple/0.9/": "RSS 0.90",
}


def packed(data: bytes) -> str | None:
    """Return what the bytes are where they are no text, None where they may be."""
    return next((what for start, what in _PACKED if data.startswith(start)), None)


def stranger(root: Element) -> Fault:
    """Return what an XML document is that no standard recognises."""
    space, name = namespace_of(root), local_name(root)
    what = _OLD_ROOTS.get((space, name))
    if (space, name) == (_RDF, "RDF"):
        what = next((_OLD_VOCABULARIES[uri] for uri in root.nsmap.values() if uri in _OLD_VOCABULARIES), None)
    if name == "rss":
        what = f"RSS in the namespace {shown(space)}, and RSS has none"
    wanted = _ROOTS.get(name)
    if what is None and wanted is not None and wanted != space:
        what = f"{name} in {f'the namespace {shown(space)}' if space else 'no namespace'}, and its own is {wanted}"
    return Fault(
        root, f"this is {what}" if what else f"the root is {name}{f' of {shown(space)}' if space else ''}"
    )


def strange_object(value: object) -> Fault:
    """Return what a JSON document is that no standard recognises."""
    if not isinstance(value, Mapping):
        return Fault("", "the document is no object")
    if "uri" in value and (
        {"versioncreated", "pubstatus"} & value.keys() or any(k.startswith("body_") for k in value)
    ):
        return Fault("", "this is ninjs 1")
    names = ", ".join(repr(name[:30]) for name in list(value)[:5])
    return Fault("", f"the object has {names or 'no members'}")
