"""Who a story is and which version of it this is, as standards print it."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from syndication.model.article import AltId, Issue
from syndication.parse.instants import instant

_NUMBER = re.compile(r"\d{1,15}")
_MOMENT = re.compile(r"\d{4}-?\d\d-?\d\dT.{4,40}")
_OF_THE_REQUEST = frozenset({"qt", "et"})
"""Parameters that name a request and a version: AP's addresses of items carry them."""


class Identity(NamedTuple):
    """The id without what belongs to a version, and the id as printed where that differs."""

    wire_id: str
    alt_ids: tuple[AltId, ...] = ()


class Version(NamedTuple):
    """The number, None where the wire gives none that can be compared; what was noticed."""

    number: int | None = None
    issues: tuple[Issue, ...] = ()


def identity(printed: str) -> Identity:
    """Return who the story is, the same for every version and every request."""
    try:
        parts = urlsplit(printed)
        names = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    except ValueError:
        return Identity(printed)
    if not names or not names <= _OF_THE_REQUEST:
        return Identity(printed)
    return Identity(urlunsplit(parts._replace(query="")), (AltId("wire", printed),))


def version(printed: str | None) -> Version:
    """Return the version's number: as printed, or the seconds of a moment that stands in its place."""
    said = (printed or "").strip()
    if not said:
        return Version()
    if said.isascii() and _NUMBER.fullmatch(said):
        return Version(int(said))
    moment = instant(said, "UTC").at if _MOMENT.fullmatch(said) else None
    if moment is not None:
        return Version(int(moment.timestamp()))
    return Version(None, (Issue("version-unread", f"{said[:40]!r} is no number: versions are counted"),))
