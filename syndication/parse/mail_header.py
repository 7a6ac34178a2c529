"""The header of a mail: fields decoded, and told what became of each (RFC 5322, RFC 2047, RFC 6532)."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from syndication.model import Line
from syndication.parse.decoding import decode

_FIELDS = {"subject": "headline", "date": "created", "message-id": "alt_ids", "from": "provider"}
_PREFIX = re.compile(r"\s*(?:(?:fwd?|fw|re|aw|wg)\s*(?:\[\d+\])?:|\[[^\[\]]{1,40}\])\s*", re.IGNORECASE)
_MOST_PREFIXES = 10


def account(message: Message) -> tuple[Line, ...]:
    """Return what became of each header field."""
    lines = []
    for number, (name, value) in enumerate(message.raw_items(), 1):
        said = f"{name}: {decoded(str(value))}"
        field = _FIELDS.get(name.lower())
        lines.append(Line(number, said, "field" if field else "furniture", "mail: header", field))
    return tuple(lines)


def field(message: Message, name: str) -> str:
    """Return the words of the first header field called `name` (in lower case), empty where there is none."""
    return next((decoded(str(v)) for given, v in message.raw_items() if given.lower() == name), "")


def decoded(value: str) -> str:
    """Return the words of a raw header value on one line: encoded words decoded, raw bytes by our own rules."""
    raw = value.encode("utf-8", "surrogateescape")
    text = value if value.isascii() or not raw.strip() else decode(raw).text
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        pieces = [(text, None)]
    said = []
    for piece, label in pieces:
        if isinstance(piece, str):
            said.append(piece)
        elif piece.strip():
            said.append(decode(piece, label).text if label else piece.decode("latin-1"))
    return " ".join("".join(said).split())


def subject(message: Message) -> str:
    """Return the subject without `Fwd:`, `Re:` and the bracketed names of lists in front."""
    said = field(message, "subject")
    for _ in range(_MOST_PREFIXES):
        found = _PREFIX.match(said)
        if not found:
            break
        said = said[found.end() :]
    return said.strip()
