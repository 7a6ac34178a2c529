"""Days as datelines print them, and the year they do not print."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from syndication.on_demand import Expression
from syndication.vocabulary.months import MONTHS, WEEKDAYS

_OTHER_LETTERS = "\u0590"  # letters from here on are no Latin, Greek or Cyrillic ones


def _pattern(months: Iterable[str]) -> str:
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return (
        rf"(?:(?P<month>{month})\.?\s{{0,4}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"|(?<!\d)(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,4}}(?P<month2>{month})(?![^\W\d_])\.?)"
        r"(?:\s?,?\s{0,2}(?P<year>(?:19|20)\d{2}|(?!\d*[0-9])\d{4})(?!\d))?"
    )


DAY_PATTERN = _pattern(word for word in MONTHS if word[0] < _OTHER_LETTERS)
"""A day with a month word, either first, and perhaps a year; bounded, for use inside larger patterns."""
_DIGIT = Expression(r"\d")
_ASCII_DIGIT = Expression("[0-9]")
DAY = Expression(rf"(?<![^\W\d_]){DAY_PATTERN}", re.IGNORECASE)


_ELSEWHERE_DAY = Expression(rf"(?<![^\W\d_]){_pattern(word for word in MONTHS if word[0] >= _OTHER_LETTERS)}")


def digit(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the first digit in `text` from `start` on, in any script, or None."""
    return (_ASCII_DIGIT if text.isascii() else _DIGIT).search(text, start)


def find(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the first day with a month word in `text` from `start` on, in any script, or None."""
    if not digit(text, start):  # most texts end here, a hundred times as fast
        return None
    found = DAY.search(text, start)
    return found if found or text.isascii() else _ELSEWHERE_DAY.search(text, start)


_LATEST = timedelta(days=2)
_ELSEWHERE_WORDS = (
    "last next this coming till until by from since every between and to through good black holy"
)
_ELSEWHERE = frozenset(_ELSEWHERE_WORDS.split())
_BEHIND = ("last", "next", "week")
_FOLDED = 1000


class Printed(msgspec.Struct, frozen=True):
    """A day as printed: `day` None where no calendar has it; `sure` where the year was printed."""

    day: date | None
    sure: bool


def printed(found: re.Match[str], received: datetime) -> Printed:
    """Return the day that a match of `DAY_PATTERN` names.

    A year that is not printed is the one that puts the day nearest to the time of receipt and not more
    than two days after it (copy filed just after midnight in India carries tomorrow's UTC day).
    """
    month = MONTHS[(found["month"] or found["month2"]).lower()]
    day = int(found["day"] or found["day2"])
    if found["year"]:
        return Printed(_day(int(found["year"]), month, day), sure=True)
    return Printed(nearest(month, day, received), sure=False)


def nearest(month: int, day: int, received: datetime) -> date | None:
    """Return the latest such day up to two days after `received`; Feb 29 goes back to a leap year."""
    limit = received.date() + _LATEST
    for year in range(limit.year, limit.year - 9, -1):
        candidate = _day(year, month, day)
        if candidate and candidate <= limit:
            return candidate
        if not candidate and not (month == 2 and day == 29):
            return None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def contradicts(day: date, paragraph: str) -> str | None:
    """Return the weekday word of a first paragraph that says another day than `day`, else None.

    Weekdays that point elsewhere ("next Monday", "till Sunday") say nothing; one that agrees is enough.
    """
    said = paragraph[:_FOLDED].lower()
    first: tuple[int, str] | None = None
    for word, number in WEEKDAYS.items():
        place = said.find(word)
        while place >= 0:
            if _points_here(said, place, place + len(word)):
                if number == day.weekday():
                    return None
                first = min(first or (place, word), (place, word))
            place = said.find(word, place + 1)
    return paragraph[first[0] : first[0] + len(first[1])] if first else None


def _points_here(said: str, start: int, end: int) -> bool:
    """Say whether the weekday at `start` is a word of its own and speaks of the day of the dateline."""
    if said[start - 1 : start].isalpha() or said[end : end + 1].isalpha():
        return False
    before = said[max(0, start - 16) : start].split()
    if (
        said[end : end + 8].startswith((" night", " evening", " midnig"))
        or before[-1:] == ["late"]
        or before[-2:] == ["late", "on"]
    ):
        return False  # filed on the day after
    if " will " in said[said.rfind(". ", 0, start) + 1 : start]:
        return False  # another day as often as this one
    return not (before and before[-1] in _ELSEWHERE) and not said[end : end + 6].strip().startswith(_BEHIND)
