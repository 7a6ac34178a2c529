"""Who wrote it, as records name it: persons to byline and authors, agencies and desks to the credit line."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from syndication.model.article import Author
from syndication.on_demand import Expression
from syndication.prose import Known
from syndication.prose.characters import decode_references
from syndication.vocabulary import agencies

_BEFORE = Expression(
    r"\s*(?:written by|reported by|posted by|agency|author|by)\s*(?::\s*|\s+)", re.IGNORECASE
)
_SEVERAL = Expression(r"\s*(?:,|;|/|\||&|\band\b)\s*", re.IGNORECASE)
_MAIL = Expression(r"[^\s<>()@,;]{1,64}@[^\s<>()@,;]{1,190}")
_DESK = Expression(
    r"\b(?:desk|bureau|correspondents?|staff|team|reporters?|service|agency|agencies|newsroom|network|editors?|admin"
    r"|administrator|web ?desk|news|media|online|digital|syndication|डेस्क|ब्यूरो|संवाददाता|ڈیسک)\Z",
    re.IGNORECASE,
)
_ROBOTS = frozenset({"admin", "administrator", "editor", "webmaster", "unknown", "none", "null", "user"})
_MOST = 20
_MOST_LINES = 100
_LONGEST = 2000


_BY = {
    "da": "af", "de": "von", "es": "por", "fr": "par", "it": "di", "nb": "av", "nl": "door", "no": "av",
    "pt": "por", "sv": "av",
}  # fmt: skip
"""The word for `by` in front of a byline, by language."""


def without_by(printed: str, language: str | None) -> str:
    """Return a byline without the word for `by` of its language (`Von Asta Kern`)."""
    word, _, rest = printed.partition(" ")
    by = _BY.get((language or "").replace("_", "-").partition("-")[0].lower())
    return rest.strip() if rest.strip() and by and word.casefold() == by else printed


def credit(printed: Iterable[str | None], own: Iterable[str] = ()) -> Known:
    """Return `byline` and `authors` for persons, `creditline` for the first agency or desk named.

    `own` are names that the copy itself gives to houses.
    `Asha Rao, IANS` is a person and an agency; what is only an address or a robot's name is neither.
    """
    lines = tuple(line[:_LONGEST] for line in islice(filter(None, printed), _MOST_LINES))
    authors, house = _credited(lines, frozenset(name.casefold() for name in own))
    known = Known()
    if authors:
        known["authors"] = authors
        known["byline"] = _joined([author.name for author in authors])
    if house:
        known["creditline"] = house
    return known


@lru_cache(256)  # a feed has few hands
def _credited(printed: tuple[str, ...], own: frozenset[str]) -> tuple[tuple[Author, ...], str | None]:
    """Return the persons, and the first agency or else the first desk."""
    authors: dict[str, Author] = {}
    houses: list[str] = []
    for line in printed:
        for name in _names(line):
            mail = _MAIL.search(name)
            person = " ".join(_MAIL.sub("", name).replace("()", "").replace("<>", "").split()).strip(
                "-–— ()<>"
            )
            if not person or person.casefold() in _ROBOTS:
                continue
            if person.casefold() in own or agencies.named(person) or _DESK.search(person):
                houses.append(person)
            else:
                authors.setdefault(person, Author(person, email=mail.group() if mail else None))
    house = next((name for name in houses if agencies.named(name)), houses[0] if houses else None)
    return tuple(authors.values())[:_MOST], house


def _names(line: str) -> list[str]:
    text = " ".join(decode_references(line)[:1000].split())
    if agencies.named(text):
        return [text]
    if text.startswith(("http:", "https:")):
        return []  # a page about the author names nobody
    return [
        name
        for name in _SEVERAL.split(_BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text)
        if name
    ]


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
