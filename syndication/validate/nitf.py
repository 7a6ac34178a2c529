"""NITF 3.6; the table of what may stand where lies beside this.

With the namespace of the XSD, or without one as under the older DTD.
"""

import re
from collections.abc import Iterator
from functools import cache

from syndication.validate import element_grammar
from syndication.validate.document import Document, Moment, Story, Value
from syndication.validate.element_grammar import Grammar, grammar, table
from syndication.validate.feed_elements import words
from syndication.validate.finding import Breach, Element, Fault, namespace_of, shown
from syndication.xmlns import NITF

_DATE = re.compile(
    r"\d{8}(?:T\d{6}(?:Z|[+-]\d{4})?)?|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?"
)
_DATES = ("date.issue", "date.release", "date.expire", "story.date")
_KINDS = {"text", "audio", "image", "video", "data", "application", "other"}


@cache
def _table() -> Grammar:
    return grammar(NITF, table("nitf"))


def recognises(root: Element) -> bool:
    """Tell NITF by its root, with or without its namespace."""
    return root.tag in {"nitf", f"{{{NITF}}}nitf"}


def read(root: Element, data: bytes) -> Document:
    """Return the one story of the document."""
    space = f"{{{namespace_of(root)}}}" if namespace_of(root) else ""
    identity = root.find(f"{space}head/{space}docdata/{space}doc-id")
    headline = root.find(f".//{space}hl1")
    issued = root.find(f"{space}head/{space}docdata/{space}date.issue")
    contents = root.findall(f"{space}body/{space}body.content")
    text = " ".join(words(content) for content in contents)
    printed = None if issued is None else issued.get("norm")
    status = root.find(f"{space}head/{space}docdata")
    story = Story(
        node=root,
        guid=None if identity is None else Value(identity.get("id-string") or "", identity),
        title=None if headline is None else Value(words(headline), headline),
        published=None if printed is None else Moment(_extended(printed), issued, "rfc3339"),
        body=Value(text, contents[0]) if contents else None,
        withdrawn=status is not None and (status.get("management-status") or "") in {"canceled", "withheld"},
    )
    return Document(format="nitf", data=data, root=root, stories=(story,))


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against NITF 3.6."""
    root = document.root
    if root is None:
        return
    namespace = namespace_of(root)
    space = f"{{{namespace}}}" if namespace else ""
    yield from element_grammar.check(root, _table()._replace(namespace=namespace))
    for media in root.iter(f"{space}media"):
        kind = media.get("media-type")
        if kind is not None and kind not in _KINDS:
            yield Breach("value", Fault(media, f"media-type is {shown(kind)}"), "warning")
    for date in root.iter(*(f"{space}{name}" for name in _DATES)):
        norm = date.get("norm")
        if norm is not None and not _DATE.fullmatch(norm):
            yield Breach("value", Fault(date, f"norm is {shown(norm)}, not a date of ISO 8601"))


def _extended(norm: str) -> str:
    """Return a basic date of ISO 8601 in its extended form."""
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})", norm)
    if not found:
        return norm
    zone = found[7] if found[7] == "Z" else f"{found[7][:3]}:{found[7][3:]}"
    return f"{found[1]}-{found[2]}-{found[3]}T{found[4]}:{found[5]}:{found[6]}{zone}"
