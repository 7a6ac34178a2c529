"""Who a story is: the guid rule, the content key, the short id in addresses, the slug."""

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

import msgspec

from syndication.model.article import Article, Source
from syndication.model.blocks import Block, Paragraph, texts
from syndication.on_demand import Expression
from syndication.printable import flowing

_URI = Expression(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s\x00-\x1f\x7f-\x9f<>\"{}|\\^`]+\Z")
_WORD = Expression(r"\w+")
_PLAIN_LETTERS = bytes(
    ord(chr(b).lower()) if chr(b).isalnum() or b == 0x5F else 0x20 for b in range(0x80)
) + bytes(0x80)
"""For each byte of ASCII the letter that it counts as in a word, a blank where it is in none."""
_KEY_WORDS = 60
_REACH = 600  # characters that mostly hold so many
_NO_LABEL = Expression(r"[^a-z0-9]+")
_MINTED = date(2026, 1, 1)
_PLAIN_WORD = Expression("[a-z0-9]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"  # base 32 (RFC 4648 §6), two letters for each ten bits
_LETTER_PAIRS = [first + second for first in _LETTERS for second in _LETTERS]
_SAFE = Expression(r"[A-Za-z0-9\-._~:/]+")
_NOWHERE = Source("", "", "", datetime(2000, 1, 1, tzinfo=UTC))


@lru_cache(32)  # a newsroom has few providers
def authority(provider: str | None) -> str:
    """Return the authority name under which ids of `provider` are minted (RFC 4151 §2.1)."""
    labels = (_NO_LABEL.sub("-", part).strip("-") for part in (provider or "").casefold().split("."))
    name = ".".join(filter(None, labels)) or "unknown"
    return name if "." in name else f"{name}.wire.invalid"


def content_key(blocks: Iterable[Block]) -> str:
    """Return 16 hex digits that are the same when a story is re-sent or re-headed.

    They come from the first sixty words of the body in one normal form (NFKC, case folded, letters and
    digits only, a vowel sign parts words): portals change headlines and cut ends, the opening stays.
    """
    opening: list[str] = []
    for block in blocks:
        for text in texts(block):
            opening += _opening(text, _KEY_WORDS - len(opening))
            if len(opening) == _KEY_WORDS:
                return _key(opening)
    return _key(opening)


def full_key(blocks: Iterable[Block]) -> str:
    """Return 16 hex digits of all words of the body: they tell forms apart that open alike."""
    return _key(word for block in blocks for text in texts(block) for word in _words_of(text))


def _words_of(text: str) -> list[str]:
    if text.isascii():  # the same, a dozen times as fast
        return text.encode().translate(_PLAIN_LETTERS).decode().split()
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _opening(text: str, most: int) -> list[str]:
    """Return the first words, at most so many; a long text is looked at only as far as they reach."""
    if not text.isascii():
        words = _WORD.finditer(unicodedata.normalize("NFKC", text).casefold())
        return [word[0] for word in islice(words, most)]
    found = _words_of(text[:_REACH])
    if len(found) <= most and len(text) > _REACH:  # too few, and the last of them may be cut
        found = _words_of(text)
    return found[:most]


def _key(words: Iterable[str]) -> str:
    return hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def is_uri(text: str) -> bool:
    """Say whether it is a URI with a scheme (RFC 3986 §3); brackets are an address of a host or none."""
    if not _URI.match(text):
        return False
    if text.isascii() and "[" not in text and "]" not in text:
        return True
    try:
        return bool(urlsplit(text))
    except ValueError:
        return False


def guid(wire_id: str | None, provider: str | None, day: date | None, content: str) -> str:
    """Return the guid, a URI (RFC 4287 §4.2.6).

    The wire's id where that is a URI; a bare wire id as `tag:AUTHORITY,2026:id:ID`; else
    `tag:AUTHORITY,DAY:KEY` from the day that the story itself names and its content key (RFC 4151).
    """
    wire_id = (wire_id or "").strip()
    if is_uri(wire_id):
        return wire_id
    if wire_id:
        safe = (
            wire_id
            if _SAFE.fullmatch(wire_id)
            else "".join(
                c
                if c.isascii() and (c.isalnum() or c in "-._~:/")
                else "".join(f"%{b:02X}" for b in c.encode("utf-8", "surrogatepass"))
                for c in wire_id
            )
        )
        return f"tag:{authority(provider)},{_MINTED.year}:id:{safe}"
    return f"tag:{authority(provider)},{(day or _MINTED).isoformat()}:{content}"


def key(guid: str) -> bytes:
    """Return the ten bytes that `short_id` spells."""
    return hashlib.blake2b(guid.encode("utf-8", "surrogatepass"), digest_size=10).digest()


def short_id(guid: str) -> str:
    """Return the ID of addresses: 16 lower-case letters and digits that follow from the guid alone."""
    number = int.from_bytes(key(guid), "big")
    return "".join([_LETTER_PAIRS[number >> shift & 1023] for shift in range(70, -10, -10)])


def slug(headline: str | None, limit: int = 60) -> str:
    """Return a readable address part: words joined by hyphens, letters of any script kept."""
    text = unicodedata.normalize("NFKC", headline or "").casefold().replace("'", "").replace("’", "")
    words = _PLAIN_WORD.findall(text) if text.isascii() else _words(text)
    if words and len(words[0]) > limit:
        return words[0][:limit]  # scripts that write without blanks
    joined = "-".join(words)
    whole = joined if len(joined) <= limit else joined[: limit + 1].rpartition("-")[0]
    return whole or "story"


def _words(text: str) -> list[str]:
    """Return the runs of letters, marks and numbers; characters of format neither show nor part words."""
    kinds = [(c, unicodedata.category(c)) for c in text]
    return "".join(c if kind[0] in "LMN" else " " for c, kind in kinds if kind != "Cf").split()


def fingerprint(article: Article) -> str:
    """Return a digest of what the story says: equal for two deliveries of the same version.

    Where and when it was received or sent, under which ids and address, what was noticed, the version number
    and where paragraphs break do not count; so it is also the same before and after ingest has completed a
    story.
    """
    said = msgspec.structs.replace(
        article,
        version=0,
        alt_ids=(),
        body=_reflowed(article.body),
        issues=(),
        comments=(),
        created=None,
        updated=None,
        url=None,
        source=_NOWHERE,
    )
    return hashlib.blake2b(msgspec.json.encode(said), digest_size=16).hexdigest()


def _flowed(text: str) -> str:
    """Return the text with one blank between words, as most copy has it."""
    return text if flowing(text) else " ".join(text.split())


def _reflowed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the body with neighbouring paragraphs as one: every mailer wraps copy in its own way."""
    body: list[Block] = []
    for block in blocks:
        before = body[-1] if body else None
        if isinstance(block, Paragraph) and isinstance(before, Paragraph):
            body[-1] = Paragraph(f"{before.text} {more}" if (more := _flowed(block.text)) else before.text)
        elif isinstance(block, Paragraph):
            body.append(Paragraph(_flowed(block.text)))
        else:
            body.append(block)
    return tuple(body)
