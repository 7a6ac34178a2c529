"""What an aggregator's limits of size and character leave of entries made before."""

import sys
from collections.abc import Sequence

from msgspec.structs import replace

from syndication.model import Profile

_NO_BREAK_SPACES = ("\u00a0", "\u202f", "\u2007")
_SOFT_HYPHEN = "\u00ad"


def fitting(entries: Sequence[bytes], taken: int, profile: Profile) -> Sequence[bytes]:
    """Return the entries that the profile has room for: none too large, the oldest left out first.

    `taken` are the bytes of the document without entries; entries come newest first.
    """
    if unlimited(profile) == profile:
        return entries
    most = profile.max_items if profile.max_items is not None else len(entries)
    largest = largest_entry(taken, profile)
    room = (profile.max_bytes if profile.max_bytes is not None else sys.maxsize) - taken
    kept: list[bytes] = []
    for entry in entries:
        if not entry or len(entry) > largest:
            continue
        room -= len(entry)
        if room < 0 or len(kept) == most:
            break
        kept.append(entry)
    return kept


def largest_entry(taken: int, profile: Profile) -> int:
    """Return the bytes that an entry may have to be in any document of the profile, `taken` without entries."""
    limits = (profile.max_item_bytes, None if profile.max_bytes is None else profile.max_bytes - taken)
    return min((limit for limit in limits if limit is not None), default=sys.maxsize)


def unlimited(profile: Profile) -> Profile:
    """Return the profile as one that has room for every entry."""
    return replace(profile, max_items=None, max_bytes=None, max_item_bytes=None)


def spaced(entry: bytes) -> bytes:
    """Return the entry with no-break spaces as plain ones and without soft hyphens.

    Works on bytes: these characters are written as they are, and in addresses they are percent-encoded.
    """
    for space in _NO_BREAK_SPACES:
        entry = entry.replace(space.encode(), b" ")
    return entry.replace(_SOFT_HYPHEN.encode(), b"")
