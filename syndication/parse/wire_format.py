"""The shape of every parser, and the account it gives of the copy it read."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from syndication.model import Article, Delivery


class Line(NamedTuple):
    """What became of one line (or paragraph) of the copy.

    `number` counts from 1 in the decoded copy; `field` is the Article field it went to (`headline`,
    `body`, `signoff`, ...) where `fate` is `field`, else None; `rule` names the rule that decided.
    """

    number: int
    text: str
    fate: Literal["field", "furniture", "issue"]
    rule: str
    field: str | None = None


class Reading(NamedTuple):
    """One story as it was understood, with the account of every line that belongs to it."""

    article: Article
    account: tuple[Line, ...] = ()


class WireFormat(NamedTuple):
    """One way in which copy travels: the whole contract between the parsers and everybody else.

    `sniff` tells the format by its first 4 KiB; `parse` yields what it read and raises UnreadableCopy.
    `versioned`: whether the wire itself numbers versions; where not, ingest counts.
    """

    name: str
    media_types: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    parse: Callable[[Delivery], Iterator[Reading]]
    versioned: bool = False
