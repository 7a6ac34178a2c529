"""Bytes of one wire format in, Articles out; one module per format, no clock, disk or network."""

from collections.abc import Iterator

from syndication.errors import UnknownName
from syndication.model import Delivery, Reading
from syndication.on_demand import Registry
from syndication.parse.wire_format import WireFormat

__all__ = ["FORMATS", "WireFormat", "detect", "parse"]

FORMATS = Registry[WireFormat](
    {
        "rss": "syndication.parse.rss:FORMAT",
        "atom": "syndication.parse.atom:FORMAT",
        "newsml-g2": "syndication.parse.newsml_g2:FORMAT",
        "nitf": "syndication.parse.nitf:FORMAT",
        "article-json": "syndication.parse.article_json:FORMAT",
        "ninjs": "syndication.parse.ninjs:FORMAT",
        "ians-json": "syndication.parse.ians_json:FORMAT",
        "news-search": "syndication.parse.news_search:FORMAT",
        "html-page": "syndication.parse.html_page:FORMAT",
        "mail": "syndication.parse.internet_message:FORMAT",
        "text": "syndication.parse.text:FORMAT",
    }
)
"""Every format by its name, the most demanding `sniff` first; its module is imported when it is asked for."""

_ANY = "text"  # any text is plain copy
_HEAD = 4096


def detect(delivery: Delivery) -> WireFormat:
    """Return the format that the source is configured for, else the first whose `sniff` agrees.

    The media type does not decide: labels lie more often than bytes. What no `sniff` claims is plain copy,
    whose parser refuses what is binary. Raises UnknownName for a configured name that is no format.
    """
    if delivery.hints.format:
        try:
            return FORMATS[delivery.hints.format]
        except KeyError:
            known = ", ".join(sorted(FORMATS))
            raise UnknownName(
                f"no format {delivery.hints.format!r}, only {known}", delivery.locator
            ) from None
    head = delivery.data[:_HEAD]
    for name, form in FORMATS.items():
        if name != _ANY and form.sniff(head):
            return form
    return FORMATS[_ANY]


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the delivery with the account of its lines; raise UnreadableCopy."""
    return detect(delivery).parse(delivery)
