"""Plain copy: wire text, a portal page saved as text, several stories in one file."""

from collections.abc import Iterator

from syndication.model import Delivery, Reading
from syndication.parse.decoding import decode
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context, read_text

NAME = "text"
_BINARY = b"\0"


def sniff(head: bytes) -> bool:
    """Say whether the first 4 KiB may be plain copy: something is there, and it is not binary."""
    return bool(head.strip()) and (_BINARY not in head or head[:2] in {b"\xff\xfe", b"\xfe\xff"})


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the text; raise UnreadableCopy for what is empty or binary."""
    declared = None
    if delivery.media_type and "charset=" in delivery.media_type:
        declared = delivery.media_type.partition("charset=")[2].split(";")[0].strip(" \"'")
    decoded = decode(delivery.data, declared, delivery.locator)
    yield from read_text(decoded.text, Context.of(delivery, NAME), issues=decoded.issues)


FORMAT = WireFormat(NAME, ("text/plain",), sniff, parse)
