"""What a check has to say: how bad, where, by which rule, what is wrong, and what to do."""

from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

import lxml.etree
import msgspec

Element: TypeAlias = lxml.etree._Element  # noqa: SLF001 - the type has no public name
Level: TypeAlias = Literal["error", "warning", "note"]
Place: TypeAlias = Element | str | None
"""An element, a JSON pointer (RFC 6901), or None for the document as a whole."""

_LONGEST = 160


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One fault of a document.

    `line` counts from 1 and is None where the fault has no place; `path` is an element path or a JSON
    pointer, empty for the document as a whole. `entry` is the position of the story at fault, from 0, and
    `story` its guid; both are None where the document itself is at fault. `until` is the instant from which it
    is no fault any more by the clock alone, None where only another document helps.
    """

    level: Level
    rule: str
    text: str
    advice: str
    line: int | None = None
    path: str = ""
    entry: int | None = None
    story: str | None = None
    until: datetime | None = None


class Fault(NamedTuple):
    """What one check found, before the table adds its level and advice.

    `line` is given where no element stands there yet: in bytes that cannot be read. `until` is when the clock
    alone ends the fault.
    """

    at: Place
    text: str
    line: int | None = None
    until: datetime | None = None


class Breach(NamedTuple):
    """What one check of a standard's structure found: the kind names what to do about it."""

    kind: str
    fault: Fault
    level: Level = "error"


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace.

    lxml's own QName refuses names that its HTML parser writes.
    """
    return str(element.tag).rpartition("}")[2]


def namespace_of(element: Element) -> str:
    """Return the namespace of an element, "" where it has none."""
    return str(element.tag)[1:].rpartition("}")[0] if str(element.tag).startswith("{") else ""


def line_of(place: Place) -> int | None:
    """Return the line on which an element begins, counted from 1."""
    if place is None or isinstance(place, str):
        return None
    number: object = place.sourceline
    return number if isinstance(number, int) and number > 0 else None


def shown(text: str) -> str:
    """Return a value as it is quoted in a finding: on one line, cut where it is long."""
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return repr(cut)
