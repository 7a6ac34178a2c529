"""Bytes of copy to text: the bytes are believed before the label, and what was guessed is said.

In this order: a byte order mark; UTF-16 or UTF-32 that its zero bytes give away; valid UTF-8; the declared
charset; UTF-8 with a few stray bytes; windows-1252. Binary files and charsets that nobody named are refused,
because a wrong guess would be printed as mojibake.
"""

import codecs

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model.article import Issue
from syndication.on_demand import Expression
from syndication.parse import binary, characters, charset, mojibake

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SHIFTED = ("iso2022", "hz")  # seven-bit charsets look like ASCII
_STRAY = Expression("[\udc80-\udcff]+")
_NOT_ASCII = Expression("[^\x00-\x7f]")


class Decoded(msgspec.Struct, frozen=True):
    """The text without byte order mark and forbidden characters, the charset it was in, what was noticed."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode(data: bytes, declared: str | None = None, where: str = "copy") -> Decoded:
    """Return the text of `data`; `declared` is the label that came with it and may lie.

    Raises UnreadableCopy for nothing, for binary files and for a charset that can be neither proven nor
    guessed. Issues: encoding-guessed, mojibake-repaired, control-characters, replacement-character, cut-off.
    """
    if not data or data.isspace():
        raise UnreadableCopy("empty: no copy in it", where)
    kind = binary.kind(data)
    if kind:
        raise UnreadableCopy(f"{kind}, not copy", where)
    sound = characters.allowed(data)
    read = _text(data, charset.codec(declared), where, sound=sound)
    # What is UTF-8 as it stands is judged by its bytes: a large document is copied no oftener than it must be.
    straight = sound and read.encoding == "utf-8" and not read.issues
    text = read.text.removeprefix("\ufeff")
    cleaned = characters.Cleaned(text) if straight else characters.clean(text)
    if not cleaned.text or cleaned.text.isspace():
        raise UnreadableCopy("empty: nothing but blanks and control characters", where)
    marred = not straight or mojibake.LEAD in data
    repaired = mojibake.repair(cleaned.text) if marred else mojibake.Repair(cleaned.text)
    issues = (
        *read.issues,
        *characters.removed(cleaned.removed),
        *mojibake.repaired(repaired),
        *characters.lost(repaired.text),
    )
    return Decoded(repaired.text, read.encoding, issues)


def _text(data: bytes, label: str | None, where: str, *, sound: bool) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                return _eight_bit(data[len(mark) :], None, where)
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    if b"\0" in data or (label and label.startswith(("utf-16", "utf-32"))):
        wide = _wide(data)
        if wide:
            return wide
    if not sound and binary.controls(data) > 4 + len(data) // 50:
        raise UnreadableCopy("too many control characters: a binary file, not copy", where)
    return _eight_bit(data, label, where)


def _wide(data: bytes) -> Decoded | None:
    """Return the one reading as UTF-32 or UTF-16 in which every character is one that people write."""
    readings = []
    for encoding in _WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if characters.readable(text):
            readings.append(Decoded(text, encoding))
    return readings[0] if len(readings) == 1 else None


def _eight_bit(data: bytes, label: str | None, where: str) -> Decoded:
    if label and label.startswith(_SHIFTED):
        try:
            return Decoded(data.decode(label), label)
        except UnicodeDecodeError:
            pass  # the label lies
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and _NOT_ASCII.search(
            data[: error.start].decode("utf-8", "ignore")
        )
        if cut:
            text = data[: error.start].decode("utf-8")
            return Decoded(text, "utf-8", (Issue("cut-off", "the copy ends inside a character"),))
    if label and label != "utf-8" and not label.startswith(("utf-16", "utf-32")):
        try:
            return Decoded(data.decode(label), label)
        except UnicodeDecodeError:
            pass  # the label lies
    return _guessed(data, where)


def _guessed(data: bytes, where: str) -> Decoded:
    """Read bytes that are no charset by themselves: stray bytes in UTF-8, or windows-1252 altogether."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(map(len, _STRAY.findall(text)))
    proven = len(_NOT_ASCII.findall(text)) - stray
    if proven:
        mixed = _STRAY.sub(lambda run: _western(run.group()) if len(run.group()) == 1 else "\ufffd", text)
        message = f"{stray} bytes that are not UTF-8 were read as windows-1252 or given up"
        return Decoded(mixed, "utf-8", (Issue("encoding-guessed", message),))
    if stray > 8 and stray * 3 > len(data):
        raise UnreadableCopy("neither UTF-8 nor windows-1252: name its charset", where)
    message = f"no charset is proven: {stray} bytes beyond ASCII were read as windows-1252"
    return Decoded(
        _STRAY.sub(lambda run: _western(run.group()), text), "cp1252", (Issue("encoding-guessed", message),)
    )


def _western(escaped: str) -> str:
    return escaped.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
