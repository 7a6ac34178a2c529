"""The places of a feed's window as the store keeps them: (story, version, published), 64 bits each, little-endian."""

import struct
from collections.abc import Iterable
from functools import lru_cache
from itertools import starmap

from syndication.store.instants import instant, micros
from syndication.store.protocols import Shown
from syndication.store.recent import Recent

_PLACE = struct.Struct("<qqq")
_recent: Recent[tuple[Shown, ...]] = Recent(256)
"""Most windows are as they were at the last look, the others as they were just saved."""


def pack(shown: tuple[Shown, ...]) -> bytes:
    """Return places as they are kept."""
    stored = b"".join(map(_packed, shown))
    _recent.keep(stored, shown)
    return stored


def unpack(stored: bytes) -> tuple[Shown, ...]:
    """Return the places of `pack`."""
    shown = _recent.find(stored)
    if shown is None:
        shown = tuple(starmap(place, _PLACE.iter_unpack(stored)))
        _recent.keep(stored, shown)
    return shown


def versions(stored: bytes) -> Iterable[int]:
    """Return the version rows in them."""
    return (version for _, version, _ in _PLACE.iter_unpack(stored))


def place(row: int, version: int, published: int) -> Shown:
    """Return a place, its instant in microseconds since 1970."""
    return Shown(row, version, instant(published))


@lru_cache(4096)  # all but one place of a window are those that it had before
def _packed(shown: Shown) -> bytes:
    return _PLACE.pack(shown.row, shown.version, micros(shown.published))
