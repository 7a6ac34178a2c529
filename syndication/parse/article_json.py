"""Article JSON, one per line: what `syndication parse` prints is itself copy."""

from collections.abc import Iterator

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import decode
from syndication.parse.wire_format import WireFormat

NAME = "article-json"


def sniff(head: bytes) -> bool:
    """Tell our own JSON: an object that opens with a guid."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    return start[:1] == b"{" and start[1:].lstrip().startswith(b'"guid"')


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the Article of each line as it stands; raise UnreadableCopy naming the line.

    Nothing is yielded unless every line is an Article, so a damaged file goes to quarantine whole.
    """
    articles = []
    for number, line in enumerate(delivery.data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            articles.append(decode(line))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise UnreadableCopy(f"line {number} is no Article: {error}", delivery.locator) from error
    if not articles:
        raise UnreadableCopy("empty: no Article in it", delivery.locator)
    for article in articles:
        yield Reading(article)


FORMAT = WireFormat(NAME, ("application/x-ndjson",), sniff, parse, versioned=True)
