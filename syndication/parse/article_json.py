"""Article JSON, one per line: what `syndication parse` prints is itself copy."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Article, Delivery, Reading, identity
from syndication.model.article import decode
from syndication.parse.characters import removed, without
from syndication.parse.records import each
from syndication.parse.wire_format import WireFormat

NAME = "article-json"
_MOST_VERSIONS = 2**53  # what every reader of JSON can hold
_OPENING = re.compile(
    rb'(?:\xef\xbb\xbf)?\s{0,64}\{\s{0,64}"(?:guid|alt_ids)"\s{0,8}:'
)  # as printed, or sorted
_OTHERS = re.compile(rb'"(?:version[Cc]reated|pub[Ss]tatus|body_(?:html|text|xhtml))"\s{0,8}:')
# JSON can carry what XML cannot: written as an escape, or raw from U+FFFE on.
_ESCAPE = re.compile(rb"\\(?:u00[01]|[bf]|u[dDfF])")
_RAW = re.compile(rb"\xef\xbf[\xbe\xbf]")


def sniff(head: bytes) -> bool:
    """Tell our own JSON: an object that opens with a guid, or with alt_ids where its keys were sorted.

    Some senders of ninjs begin so, too, and go on in its names.
    """
    return _OPENING.match(head) is not None and not _OTHERS.search(head)


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the Article of each line as it stands, then raise UnreadableCopy naming the lines that are none.

    Characters that XML 1.0 forbids are removed and counted in `issues`.
    """
    lines = delivery.data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise UnreadableCopy("empty: no Article in it", delivery.locator)
    return each(numbered, lambda line: _read(line, delivery.locator), delivery.locator)


def _read(numbered: tuple[int, bytes], where: str) -> Iterator[Reading]:
    number, line = numbered
    try:
        article = _cleaned(line) if _ESCAPE.search(line) or _RAW.search(line) else decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableCopy(f"line {number} is no Article: {error}", where) from error
    if not identity.is_uri(article.guid):
        raise UnreadableCopy(f"line {number}: its guid is no URI: {article.guid!r}", where)
    if not 0 <= article.version <= _MOST_VERSIONS:
        raise UnreadableCopy(f"line {number}: its version is {article.version}", where)
    yield Reading(article)


def _cleaned(line: bytes) -> Article:
    """Return the Article with every text made fit for XML, and how much that took among its issues."""
    count = 0

    def clean(value: Any) -> Any:
        nonlocal count
        if isinstance(value, str):
            kept = without(value)
            count += kept.removed
            return kept.text
        if isinstance(value, list):
            return [clean(item) for item in value]
        if isinstance(value, dict):
            return {key: clean(item) for key, item in value.items()}
        return value

    article = decode(msgspec.json.encode(clean(msgspec.json.decode(line))))
    return msgspec.structs.replace(article, issues=(*article.issues, *removed(count)))


FORMAT = WireFormat(NAME, ("application/x-ndjson",), sniff, parse, versioned=True)
