"""The shape of every parser."""

from collections.abc import Callable, Iterator

import msgspec

from syndication.model import Delivery, Reading


class WireFormat(msgspec.Struct, frozen=True):
    """One way in which copy travels: the whole contract between the parsers and everybody else.

    `sniff` tells the format by its first 4 KiB; `parse` yields what it read and raises UnreadableCopy.
    `versioned`: whether the wire itself numbers versions; where not, ingest counts.
    """

    name: str
    media_types: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    parse: Callable[[Delivery], Iterator[Reading]]
    versioned: bool = False
