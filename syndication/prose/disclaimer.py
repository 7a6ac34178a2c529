"""What republishers say about a syndicated story, on a line of its own or behind the last sentence."""

import re

import msgspec

from syndication.model.article import Genre
from syndication.on_demand import Expression
from syndication.vocabulary import genres

# Cheap tests first: a paragraph without any of these words has no disclaimer, nor one that none of them begins.
_BEGINNINGS = ("headline", "This ", "The ", "Published ")
_HINTS = (
    "feed",
    "auto-",
    "staff",
    "unedited",
    "wire agency",
    "modifications",
    "syndicat",
    "computer program",
    "press release",
    "advertorial",
    "sponsored",
    "paid ",
    "responsib",
)
_START = Expression(
    r"(?:\A|(?<=[.!?\"”’)\]।|])\s{0,3}|(?<=\s)(?=[(\[]))[(\[*]{0,2}(?:(?:Advertorial |ADVERTORIAL )?(?:Disclaimer|DISCLAIMER)\s?[:-]|Note\s?:)?\s?(?P<start>Except for the headline|With the exception of the headline|"
    r"(?:This|The) (?:(?:above )?(?:story|report|article|copy|content|news|piece|post|item|press release)|is)\b|Only the headline|"
    r"Barring the headline|Apart from the headline|Published unedited|\(?This (?:has|was))"
)
_SAYS = Expression(
    r"has not been (?:edited|created|modified|changed) by|syndicated (?:news )?feed|auto-?(?:generated|aggregated|published)|"
    r"published unedited|may have been reworked by|wire agency|news agency feed|agency feed|without (?:any )?modifications?|"
    r"aggregated by a computer|from (?:the|a) [\w ]{2,20} feed|unedited and unformatted|(?:press release|article|content|story|report) (?:has been|is|was) "
    r"(?:provided|supplied|distributed|sponsored|issued) by|will not be responsible|does not take (?:any )?responsibility|(?:takes|accepts|bears|holds) no "
    r"responsibility|does not (?:endorse|vouch)|is (?:a )?(?:paid|sponsored|advertorial|press release)\b",
    re.IGNORECASE,
)
_SUPPLIED = Expression(r"(?<!not )(?<!not a )\b(advertorial|press release|sponsored|paid)\b", re.IGNORECASE)
_LONGEST = 600


class Disclaimer(msgspec.Struct, frozen=True):
    """Where in the text the disclaimer begins; it reaches to the end.

    `genres` are what it calls copy that somebody else supplied or paid for: readers must be told.
    """

    start: int
    genres: tuple[Genre, ...] = ()


def find(text: str) -> Disclaimer | None:
    """Return the disclaimer at the end of `text`, or None."""
    tail = max(0, len(text) - _LONGEST)
    end = text[tail:]
    if not any(word in end for word in _BEGINNINGS) or not any(hint in end for hint in _HINTS):
        return None
    for found in _START.finditer(text, tail):
        said = _SAYS.search(text, found.start())
        if said and said.start() - found.start() < 260:
            return Disclaimer(found.start(), _supplied(text[found.start() :]))
    return None


def _supplied(said: str) -> tuple[Genre, ...]:
    named = dict.fromkeys(word.lower().replace("paid", "sponsored") for word in _SUPPLIED.findall(said))
    return tuple(map(genres.named, named))
