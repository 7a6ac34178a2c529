"""A delivery that holds many stories: a bad one never holds up the others."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Reading

Record = TypeVar("Record")
Struct = TypeVar("Struct", bound=msgspec.Struct)
_NAMED = 5


def each(
    found: Iterable[Record], story: Callable[[Record], Iterator[Reading]], where: str
) -> Iterator[Reading]:
    """Yield the Readings of every record that `story` can read; then raise for those that it cannot.

    The UnreadableCopy at the end names them, so that the delivery goes to quarantine although its good
    stories are out.
    """
    wrong: list[str] = []
    for number, record in enumerate(found, 1):
        try:
            readings = list(story(record))
        except UnreadableCopy as error:
            wrong.append(f"record {number}: {error.what}")
            continue
        yield from readings
    if wrong:
        more = f"; and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
        raise UnreadableCopy("; ".join(wrong[:_NAMED]) + more, where)


def convert(record: Any, kind: type[Struct], where: str) -> Struct:
    """Return the record as its Struct; raise UnreadableCopy naming the field of a wrong type."""
    try:
        return msgspec.convert(record, kind)
    except msgspec.ValidationError as error:
        raise UnreadableCopy(str(error), where) from error
