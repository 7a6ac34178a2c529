"""How networks count: each measure returns what a text weighs against that network's limit."""

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

import regex

from syndication.model import graphemes
from syndication.share.percent import encode

Measure: TypeAlias = Callable[[str], int]

X_URL = 23
MASTODON_URL = 23
# One emoji as people see it (UTS #51 ED-17): flags, keycaps, skin tones, tag and joiner sequences. Emoji
# among the letters (digits, ©) count only with their variation selector.
_PERSON = r"\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji}\ufe0f|[\p{Emoji}--[\x00-\u10ff]](?!\ufe0e)"
_PART = rf"(?:{_PERSON})[\U000e0020-\U000e007f]*"
_EMOJI = regex.compile(
    rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3|{_PART}(?:\u200d{_PART})*", regex.VERSION1
)
_URL = regex.compile(r"https?://[^\s]+", regex.IGNORECASE)
# X makes links of bare names of domains too, by a list of its own: whatever looks like one weighs no less.
_DOMAIN = regex.compile(r"(?<![\w@.\-])(?:[a-z0-9\-]+\.)+[a-z]{2,}(?:/[^\s]*)?", regex.IGNORECASE)
_MENTION = regex.compile(r"(?<![\w/])(@[A-Za-z0-9_]+)@[A-Za-z0-9.\-]+[A-Za-z0-9]")
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))


def code_points(text: str) -> int:
    """Return the number of code points."""
    return len(text)


def octets(text: str) -> int:
    """Return the number of bytes in UTF-8."""
    return len(text.encode())


def encoded(text: str) -> int:
    """Return the number of characters that the text takes in a link."""
    return len(encode(text))


def x(text: str) -> int:
    """Return the weighted length of X (twitter-text configuration v3, scaled to 280).

    Letters of most scripts weigh 1, Han, Kana, Hangul and signs such as `…` and `₹` weigh 2, an emoji 2 as
    a whole, an address 23.
    """
    text = unicodedata.normalize("NFC", text)
    rest, urls = _URL.subn("", text)
    domains = sum(max(X_URL, len(d)) - len(d) for d in _DOMAIN.findall(rest))
    rest, emoji = _EMOJI.subn("", rest)
    return X_URL * urls + domains + 2 * emoji + sum(map(_weight, rest))


def threads(text: str) -> int:
    """Return the length that Threads counts: an emoji is its UTF-8 bytes, anything else one character."""
    rest, _ = _EMOJI.subn("", text)
    return len(rest) + sum(octets(e) for e in _EMOJI.findall(text))


def mastodon(text: str) -> int:
    """Return graphemes; an address counts 23, of a mention only the name counts."""
    rest, urls = _URL.subn("", text)
    return MASTODON_URL * urls + graphemes.length(_MENTION.sub(r"\1", rest))


def weibo(text: str) -> int:
    """Return the length in halves of a Han character: Latin counts one half, all others two."""
    return sum(1 if ord(c) < 0x100 else 2 for c in text)


def _weight(character: str) -> int:
    code = ord(character)
    return 1 if any(first <= code <= last for first, last in _LIGHT) else 2
