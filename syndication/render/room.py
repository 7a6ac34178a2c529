"""What an aggregator's limits of size and character leave of entries made before."""

from collections.abc import Sequence

from syndication.model import Profile

_NO_BREAK_SPACES = ("\u00a0", "\u202f", "\u2007")
_SOFT_HYPHEN = "\u00ad"


def fitting(entries: Sequence[bytes], taken: int, profile: Profile) -> Sequence[bytes]:
    """Return the entries that the profile has room for: none too large, the oldest left out first.

    `taken` are the bytes of the document without entries; entries come newest first.
    """
    if profile.max_bytes is None and profile.max_item_bytes is None:
        return entries
    room = profile.max_bytes - taken if profile.max_bytes is not None else None
    kept = []
    for entry in entries:
        if profile.max_item_bytes is not None and len(entry) > profile.max_item_bytes:
            continue
        if room is not None:
            room -= len(entry)
            if room < 0:
                break
        kept.append(entry)
    return kept


def spaced(entry: bytes) -> bytes:
    """Return the entry with no-break spaces as plain ones and without soft hyphens.

    Works on bytes: these characters are written as they are, and in addresses they are percent-encoded.
    """
    for space in _NO_BREAK_SPACES:
        entry = entry.replace(space.encode(), b" ")
    return entry.replace(_SOFT_HYPHEN.encode(), b"")
