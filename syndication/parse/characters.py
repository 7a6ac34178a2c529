"""Characters that no XML document may hold are taken out of copy once, here, and counted."""

import unicodedata
from collections import Counter

import msgspec

from syndication.model.article import Issue
from syndication.on_demand import Expression

# XML 1.0 §2.2 `Char`. Zero-width joiners, bidirectional marks and C1 controls are allowed and stay.
FORBIDDEN = Expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_LONG = 1000
_PIECE = 1 << 16  # bytes: to copy a large document whole costs more than to look at it
_SEPARATORS = frozenset("\x0b\x0c\x1c\x1d\x1e")  # they part words; without them words would run together
_REPLACEMENT = "\ufffd"


class Cleaned(msgspec.Struct, frozen=True):
    """Text that may stand in XML, and how many characters had to go."""

    text: str
    removed: int = 0


def clean(text: str) -> Cleaned:
    """Return `text` without the characters that XML 1.0 forbids; those that part lines become line ends."""
    if text.isprintable() or (len(text) > _LONG and allowed(text.encode("utf-8", "surrogatepass"))):
        return Cleaned(text)
    kept, removed = FORBIDDEN.subn(lambda c: "\n" if c.group() in _SEPARATORS else "", text)
    return Cleaned(kept, removed)


def without(text: str) -> Cleaned:
    """Return `text` without the characters that XML 1.0 forbids: JSON has other signs where lines end."""
    return Cleaned(text) if text.isprintable() else Cleaned(*FORBIDDEN.subn("", text))


def allowed(data: bytes) -> bool:
    """Tell at a tenth of the cost that UTF-8 has nothing for `clean` to take out; False proves nothing."""
    # Surrogates begin with ED, U+FFFE and U+FFFF with EF BF.
    rare = b"\xed" in data or (b"\xef" in data and b"\xef\xbf" in data)
    pieces = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    return not rare and all(len(piece.translate(None, _CONTROLS)) == len(piece) for piece in pieces)


def removed(count: int) -> tuple[Issue, ...]:
    """Return the issue for `count` removed characters, none for zero."""
    if not count:
        return ()
    return (Issue("control-characters", f"{count} characters that XML forbids were removed"),)


def lost(text: str) -> tuple[Issue, ...]:
    """Return an issue where the copy holds U+FFFD: a character was lost before it came to us."""
    count = text.count(_REPLACEMENT)
    if not count:
        return ()
    line = text.count("\n", 0, text.index(_REPLACEMENT)) + 1
    return (Issue("replacement-character", f"{count} characters were lost upstream (U+FFFD)", line),)


def readable(text: str) -> bool:
    """Tell whether `text` is what people write: every character assigned, hardly a control, blanks in it."""
    controls = 0
    for character, times in Counter(text).items():
        category = unicodedata.category(character)
        if category in {"Cn", "Co", "Cs"}:
            return False
        if category == "Cc" and character not in "\t\n\r":
            controls += times
    return controls * 50 <= len(text) and (" " in text or "\n" in text or text.isascii())
