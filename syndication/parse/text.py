"""Plain copy: wire text, a portal page saved as text, several stories in one file."""

import re
from collections.abc import Iterator

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.blocks import INLINE_TAGS
from syndication.parse.decoding import decode
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context, read_text

NAME = "text"
_BINARY = b"\0"
_ELEMENT = re.compile(r"<([A-Za-z_][\w.:-]*)[\s>]")


def sniff(head: bytes) -> bool:
    """Say whether the first 4 KiB may be plain copy: something is there, and it is not binary."""
    return bool(head.strip()) and (_BINARY not in head or head[:2] in {b"\xff\xfe", b"\xfe\xff"})


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the text; raise UnreadableCopy for what is empty or binary."""
    declared = None
    if delivery.media_type and "charset=" in delivery.media_type:
        declared = delivery.media_type.partition("charset=")[2].split(";")[0].strip(" \"'")
    decoded = decode(delivery.data, declared, delivery.locator)
    if kind := _machine_made(decoded.text):
        raise UnreadableCopy(f"{kind}, but of no kind that is known as copy", delivery.locator)
    yield from read_text(decoded.text, Context.of(delivery, NAME), issues=decoded.issues)


def _machine_made(text: str) -> str | None:
    """Return the name of a notation for machines that the whole text is in: nobody writes a story in it."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<?xml") or _is_element(start):
        return "XML"
    if start[:1] not in {"{", "["}:
        return None
    try:
        msgspec.json.decode(start)
    except RecursionError:
        return "JSON"
    except msgspec.MsgspecError as error:
        return "JSON, cut off" if "truncated" in str(error) and start[1:].lstrip()[:1] in '"{[' else None
    return "JSON"


def _is_element(text: str) -> bool:
    """Tell a text that is one element from its first sign to its last; tags inside a line of words are none."""
    found = _ELEMENT.match(text)
    if found is None or found[1].lower() in INLINE_TAGS:
        return False
    return text.rstrip().endswith(f"</{found[1]}>")


FORMAT = WireFormat(NAME, ("text/plain",), sniff, parse)
