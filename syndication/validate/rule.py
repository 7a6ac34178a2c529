"""A rule: its id, how bad a fault is, the check, and what to do about it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Fault, Level

Check: TypeAlias = Callable[[Document, Circumstances], Iterable[Fault]]


class Rule(NamedTuple):
    """One line of a profile's table. `formats` are those it speaks of, None for all."""

    id: str
    level: Level
    check: Check
    advice: str
    formats: frozenset[str] | None = None


FEEDS = frozenset({"rss", "atom", "json"})
RSS = frozenset({"rss"})
XML_FEEDS = frozenset({"rss", "atom"})
