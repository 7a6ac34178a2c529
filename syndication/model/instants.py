"""Instants in a record: always with a zone, always UTC, so that equal instants are equal bytes."""

import re
from datetime import UTC, datetime
from typing import Annotated, TypeAlias, TypeVar

import msgspec

Instant: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""An aware datetime; a naive one is refused where a record is decoded."""

_Record = TypeVar("_Record", bound=msgspec.Struct)
_OFFSET = re.compile(rb':\d\d(?:\.\d+)?[+-]\d\d:?\d\d"')


def has_offset(document: bytes) -> bool:
    """Say whether JSON may hold an instant of another zone: a cheap look, as most ends in Z."""
    return _OFFSET.search(document) is not None


def in_utc(record: _Record) -> _Record:
    """Return the record with every instant in it, at any depth, in UTC.

    Raise msgspec.ValidationError for one that lies beyond the calendar there.
    """
    found = ((name, getattr(record, name)) for name in record.__struct_fields__)
    changed = {name: turned for name, value in found if (turned := _turned(value)) is not value}
    return msgspec.structs.replace(record, **changed) if changed else record


def _turned(value: object) -> object:
    if isinstance(value, datetime):
        try:
            return value if value.tzinfo is UTC else value.astimezone(UTC)
        except OverflowError as error:
            raise msgspec.ValidationError(f"{value.isoformat()} is beyond the calendar") from error
    if isinstance(value, msgspec.Struct):
        return in_utc(value)
    if isinstance(value, tuple) and any(isinstance(part, msgspec.Struct) for part in value):
        return tuple(map(_turned, value))
    return value
