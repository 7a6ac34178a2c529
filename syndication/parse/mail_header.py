"""The header of a mail: fields decoded, and told what became of each (RFC 5322, RFC 2047, RFC 6532)."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from syndication.errors import UnreadableCopy
from syndication.model import Line
from syndication.on_demand import Expression
from syndication.parse import characters
from syndication.parse.decoding import decode

_FIELDS = {"subject": "headline", "date": "created", "message-id": "alt_ids", "from": "provider"}
_PREFIX = Expression(r"\s*(?:(?:fwd?|fw|re|aw|wg)\s*(?:\[\d+\])?:|\[[^\[\]]{1,40}\])\s*", re.IGNORECASE)
_MOST_PREFIXES = 10


def account(message: Message, used: frozenset[str]) -> tuple[Line, ...]:
    """Return what became of each header field; `used` are the Article fields that a header did fill."""
    lines = []
    for number, (name, value) in enumerate(message.raw_items(), 1):
        said = f"{name}: {decoded(str(value))}"
        target = _FIELDS.get(name.lower())
        if target in used:
            lines.append(Line(number, said, "field", "mail: header", target))
        else:
            lines.append(Line(number, said, "furniture", "mail: header"))
    return tuple(lines)


def field(message: Message, name: str) -> str:
    """Return the words of the first header field called `name` (in lower case), empty where there is none."""
    return next((decoded(str(v)) for given, v in message.raw_items() if given.lower() == name), "")


def decoded(value: str) -> str:
    """Return the words of a raw header value on one line: encoded words decoded, raw bytes by our own rules."""
    text = value if value.isascii() else _text(value.encode("utf-8", "surrogateescape"), None)
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        pieces = [(text, None)]
    said = "".join(piece if isinstance(piece, str) else _text(piece, label) for piece, label in pieces)
    words = " ".join(characters.clean(said).text.split())
    return words or " ".join(
        characters.clean(text).text.split()
    )  # an encoded word with nothing readable in it


def _text(raw: bytes, label: str | None) -> str:
    """Return the words of a piece of a header; what is in no charset is a lost character, never a lost mail."""
    try:
        # A blank at the edge parts this piece from the next one; `decode` keeps it.
        return decode(raw, label).text if raw.strip() else raw.decode("ascii")
    except UnreadableCopy:
        return raw.decode("utf-8", "replace")


def subject(message: Message) -> str:
    """Return the subject without `Fwd:`, `Re:` and the bracketed names of lists in front."""
    said = field(message, "subject")
    for _ in range(_MOST_PREFIXES):
        found = _PREFIX.match(said)
        if not found:
            break
        said = said[found.end() :]
    return said.strip()
