"""The places of a dateline: told by their form, never by a list, so that an unknown place is one too."""

import re

import msgspec

from syndication.on_demand import Expression
from syndication.vocabulary import places
from syndication.vocabulary.months import MONTHS, WEEKDAYS

_BRACKET = Expression(r"\s*(?:\(([^()\[\]]{2,40})\)|\[([^()\[\]]{2,40})\])\s*\Z")
# The vowel signs of Indian scripts and the joiners are no letters to `re`.
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u0652\u0900-\u0963\u0971-\u0dff\u200c\u200d])"
_WORD_OF_NAME = Expression(rf"(?:{_LETTER}++\.?(?:['’`\-–&.]{_LETTER}*+\.?){{0,6}}|\d{{1,2}}|&)\Z")
_SMALL_WORDS = (
    "of the de la las los el al ul on in board and sur upon du da do di della am au an der den & e bin near"
)
SMALL = frozenset(_SMALL_WORDS.split())
"""Words in small letters that a place's name may hold."""
# Words that open sentences, and nouns that label a line: neither is a place.
_NEVER_WORDS = (
    "a after also an and as at before but by earlier every for from he her his how if in it its last "
    "later meanwhile next no not now on only our recently she since so some still that their then there "
    "these they this those till today tomorrow tonight until we what when where which while who why with "
    "yesterday you agency also analysis answer anchor artist artists author breaking budget camera "
    "caption cast courtesy credit credits dates dialogue director duration editing editor eds embargo embargoed exclusive "
    "excerpts explained factbox fact film focus follow genre headlines highlights image images input "
    "inputs interview interviewer key language lead lyrics movie music note notes opinion opposition "
    "photo photos picture police producer profile publisher q question quote rating ratings read report "
    "reporting review runtime score scores scorecard series sources source special starring story subject "
    "summary tags teams tips title topic topics umpires update updated updates venue verdict video views "
    "warning watch webseries when where written कलाकार निर्देशक फिल्म फोटो स्रोत सूत्र यह वह इस लेकिन और "
    "तस्वीर रेटिंग تصویر ذرائع"
)
_NEVER = frozenset(_NEVER_WORDS.split())
_MAXIMUM = 6


class Places(msgspec.Struct, frozen=True):
    """The cities of a dateline as names, and the country where it is certain."""

    names: tuple[str, ...]
    country: str | None


def is_name(words: str) -> bool:
    """Say whether `words` are formed like a place's name: capitals, few words, no sentence in them."""
    listed = words.split()
    if not 1 <= len(listed) <= _MAXIMUM or len(words) > 60:
        return False
    first = listed[0].rstrip(".").lower()
    if first in _NEVER and not (first in {"on", "in"} and listed[1:2] in (["board"], ["Board"])):
        return False
    for place, word in enumerate(listed):
        if not _WORD_OF_NAME.match(word):
            return False
        lower = word.lower()
        if (place or len(listed) == 1) and (lower in WEEKDAYS or (lower in MONTHS and len(listed) == 1)):
            return False
        if word[0].islower() and lower not in SMALL and not word.startswith(("al-", "el-")):
            return False
    return listed[-1].lower() not in SMALL and not listed[-1].isdigit()


def read(printed: str) -> Places | None:
    """Return the places of `printed`, everything before a dateline's day or agency; None if it is none.

    Several cities are joined by a slash, by a hyphen where both sides are known places; a state or
    country follows in round or square brackets or behind a comma.
    """
    rest = (
        printed.strip().rstrip(",،۔؛. ").strip()
        if not printed.rstrip().endswith((".,", "C."))
        else (printed.strip().rstrip(", "))
    )
    regions: list[str] = []
    for _ in range(2):
        bracket = _BRACKET.search(rest)
        if not bracket:
            break
        regions.insert(0, (bracket[1] or bracket[2]).strip())
        rest = rest[: bracket.start()]
    city, *behind = (part.strip() for part in re.split("[,،]", rest))
    behind = [part for part in behind if part.lower() not in WEEKDAYS]
    regions = [*behind, *regions]
    if len(regions) > 2 or not all(map(is_name, regions)):
        return None
    names = _split(city)
    if not names or not all(map(is_name, names)):
        return None
    return Places(tuple(map(places.cased, names)), _country(names, regions))


def _split(city: str) -> list[str]:
    if "/" in city:
        return [part.strip() for part in city.split("/") if part.strip()]
    if "-" in city:
        parts = [part.strip() for part in city.split("-")]
        if len(parts) > 1 and all(map(places.known, parts)):
            return parts
    return [city]


def _country(names: list[str], regions: list[str]) -> str | None:
    stated = {places.country(region) for region in regions if places.region(region)}
    if len(stated) == 1 and len(names) == 1:
        return stated.pop()
    if regions and not stated:
        return None  # an unknown state may move the city to another land
    found = {places.country(name) for name in names}
    if stated and found != stated:
        return None
    return found.pop() if len(found) == 1 else None


def cut(words: str) -> int | None:
    """Return where the place begins that ends `words` (a headline or a byline is glued in front of it).

    A sentence's end without a blank behind it decides; else the longest known place; else the names behind
    the last word in small letters. None where nothing but capitals goes before.
    """
    listed = list(re.finditer(r"\S+", words))[-_MAXIMUM:]
    if not listed:
        return None
    glued = words.rfind(".", listed[-min(3, len(listed))].start(), len(words) - 3) + 1
    if glued and is_name(words[glued:]) and words[glued - 2].islower():
        return glued
    starts = [m.start() for m in listed]
    for start in starts[-4:]:
        if places.known(words[start:]):
            return start
    run = None
    for start in reversed(starts):
        word = words[start:].split(maxsplit=1)[0]
        if word[0].islower():
            return run if run is not None and is_name(words[run:]) else None
        run = start
    return None
