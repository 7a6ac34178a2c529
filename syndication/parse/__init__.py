"""Bytes of one wire format in, Articles out; one module per format, no clock, disk or network."""

from collections.abc import Iterator

from syndication.errors import UnknownName
from syndication.model import Delivery, Reading
from syndication.parse import (
    article_json,
    atom,
    html_page,
    ians_json,
    internet_message,
    news_search,
    ninjs,
    rss,
    text,
)
from syndication.parse.wire_format import WireFormat

__all__ = ["FORMATS", "WireFormat", "detect", "parse"]

FORMATS: tuple[WireFormat, ...] = (
    article_json.FORMAT,
    ninjs.FORMAT,
    ians_json.FORMAT,
    news_search.FORMAT,
    rss.FORMAT,
    atom.FORMAT,
    html_page.FORMAT,
    internet_message.FORMAT,
    text.FORMAT,  # the last: any text is plain copy
)
"""Every format, the most demanding `sniff` first."""

_BY_NAME = {form.name: form for form in FORMATS}
_HEAD = 4096


def detect(delivery: Delivery) -> WireFormat:
    """Return the format that the source is configured for, else the first whose `sniff` agrees.

    The media type does not decide: labels lie more often than bytes. What no `sniff` claims is plain copy,
    whose parser refuses what is binary. Raises UnknownName for a configured name that is no format.
    """
    if delivery.hints.format:
        try:
            return _BY_NAME[delivery.hints.format]
        except KeyError:
            known = ", ".join(sorted(_BY_NAME))
            raise UnknownName(
                f"no format {delivery.hints.format!r}, only {known}", delivery.locator
            ) from None
    head = delivery.data[:_HEAD]
    for form in FORMATS[:-1]:
        if form.sniff(head):
            return form
    return FORMATS[-1]


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the delivery with the account of its lines; raise UnreadableCopy."""
    return detect(delivery).parse(delivery)
