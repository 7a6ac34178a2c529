"""Hashtags made of keywords."""

from collections.abc import Iterable

import regex

from syndication.share.clean_text import clean

# Marks and joiners are part of a word: without them नीति would be नत.
_PIECE = regex.compile(r"[\p{L}\p{M}\p{Nd}_\u200c\u200d]+")
_LETTER = regex.compile(r"\p{L}")
_NO_TOPIC = regex.compile(r"[.&\n\t]")
_LONGEST_TOPIC = 50


def hashtags(keywords: Iterable[str], limit: int) -> tuple[str, ...]:
    """Return at most `limit` hashtags without their sign: `South Korea` becomes `SouthKorea`."""
    found: dict[str, str] = {}
    for keyword in keywords:
        tag = "".join(piece[:1].upper() + piece[1:] for piece in _PIECE.findall(clean(keyword)))
        if _LETTER.search(tag):
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())[:limit]


def topic(keywords: Iterable[str]) -> str | None:
    """Return the first keyword that Threads takes as its topic: at most 50 characters, no full stop or &."""
    cleaned = (clean(k).removeprefix("#") for k in keywords)
    return next((k for k in cleaned if k and len(k) <= _LONGEST_TOPIC and not _NO_TOPIC.search(k)), None)
