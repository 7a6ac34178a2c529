"""Datelines: `PLACE[/PLACE] [(STATE)|[COUNTRY]|, STATE], MONTH DAY[, YEAR] [(AGENCY)] [:|-|--|—|.|।] TEXT`.

Also without a day (`NEW DELHI (AP) —`), without an agency, the agency in front, the day alone in brackets
(`PUNE: (Jan 22)`), the day first, in Hindi and Urdu, or glued behind a headline or a byline.
"""

import re
from datetime import datetime
from string import ascii_lowercase

import msgspec

from syndication.model.article import Dateline
from syndication.on_demand import Expression
from syndication.prose import dates, place_line
from syndication.prose.place_line import Places
from syndication.vocabulary import agencies, places
from syndication.vocabulary.months import MONTHS, WEEKDAYS

_REACH = 160
_CODES = "|".join(map(re.escape, sorted((c for c in agencies.LATIN_CODES), key=len, reverse=True)))
_SEPARATOR = r"[ ]{0,3}(?:[.:][ ]?(?:--?|[–—])|--|[-–—_:।۔؛;|\ufffd]|\.(?=[ ]|\Z))?[ ]{0,3}"
# What may close a dateline behind the day.
_CLOSE = Expression(
    rf"[ ]{{0,3}}(?:[,،][ ]?)?(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<slashes>[A-Za-z. ]{{2,20}})/"
    rf"|(?P<bare>{_CODES})(?=[ ]{{0,3}}(?:[-–—:]|\Z)))?(?P<separator>{_SEPARATOR})"
)
_FRONT = Expression(
    rf"\((?P<bracket>[^()\n]{{2,30}})\)[ ]{{0,2}}(?:--|[-–—_:\ufffd])?[ ]{{0,2}}|(?P<bare>{_CODES})(?:,|[ ]--?|:)?[ ]"
)
_AGENCY = Expression(r"[^\W\d_][\w.&' \-–\u0900-\u0dff]{0,38}(?:/[\w.&' ]{2,20})?\Z")
_DAYLESS = Expression(
    r"(?P<place>[^():;\n\"“”]{2,70}?(?:\s?\([^()]{2,30}\)|\s?\[[^\[\]]{2,30}\]){0,2})"
    rf"[ ]{{0,2}}\((?P<agency>[^()\n]{{2,30}})\)(?P<separator>{_SEPARATOR})"
)
_PLACE_ONLY = Expression(
    r"(?P<place>[^():;.\n\"“”]{2,60}(?:[ ]?\[[^\[\]]{2,30}\]|[ ]?\([^()]{2,30}\))?)[ ]?:[ ]{0,3}(?=\S)"
)
_SMALL = place_line.SMALL | MONTHS.keys() | {code for code in agencies.LATIN_CODES if code.islower()}
_BYLINE = Expression(r"(?:By|BY)[ ](?=\S)")
_SITE_DAY = Expression(r":[ ]{0,2}\(\Z")


class Found(msgspec.Struct, frozen=True):
    """A dateline: `start` to `end` is it, the text of the story begins at `text`.

    `before` is what was glued in front (a headline, a byline). `weak`: only a place and a colon, which
    counts in the first paragraph alone. `impossible`: the printed day is in no calendar.
    """

    dateline: Dateline
    start: int
    end: int
    text: int
    weak: bool = False
    impossible: bool = False
    sources: tuple[str, ...] = ()


def read(text: str, received: datetime) -> Found | None:
    """Return the dateline that `text` begins with, or None. Places need no list to be recognised."""
    head = text[:_REACH]
    digit = dates.digit(head)
    if digit and not any(
        word[0] in ascii_lowercase and word.rstrip(".,") not in _SMALL and word[2:3] != "-"
        for word in head[: digit.start()].split()
    ):
        found = _with_day(text, head, received)
        if found:
            return found
    if "(" in head:
        return _without_day(text, head)
    return None


def read_place(text: str) -> Found | None:
    """Return the weak form `Place: Text` at the start of a first paragraph."""
    match = _PLACE_ONLY.match(text[:100]) if ":" in text[:100] else None
    if not match or match.end() >= len(text):
        return None
    printed = match["place"].strip()
    found = place_line.read(printed)
    if not found or (len(found.names) == 1 and len(found.names[0].split()) > 3):
        return None
    following = text[match.end()]
    if following.islower() or following.isdigit():
        return None
    return Found(Dateline(printed, found.names, found.country), 0, len(printed), match.end(), weak=True)


def glued(text: str, received: datetime) -> Found | None:
    """Return a dateline with day and agency that a headline or a byline runs into, without a line's end."""
    day = dates.find(text[: _REACH * 3])
    while day:
        close = _CLOSE.match(text, day.end())
        before = text[: day.start()].rstrip()
        if close and _agency(close) and before.endswith((",", "،")):
            before = before.rstrip(",، ")
            start = place_line.cut(before)
            where = place_line.read(before[start:]) if start else None
            if start and where:
                return _found(text, where, (start, day, close), received)
        day = dates.find(text[: _REACH * 3], day.end())
    return None


def _with_day(text: str, head: str, received: datetime) -> Found | None:  # noqa: PLR0911  # one return for each shape of line
    day = dates.find(head)
    if not day:
        return None
    before = head[: day.start()]
    if not before.strip():
        return _placeless(text, day, received)
    if _SITE_DAY.search(before) and text.startswith(")", day.end()):
        where = place_line.read(before[: before.rindex(":")])
        if not where:
            return None
        rest = re.compile(rf"\){_SEPARATOR}").match(text, day.end())
        end = day.end() + 1
        printed = dates.printed(day, received)
        line = Dateline(text[:end], where.names, where.country, printed.day)
        return Found(line, 0, end, rest.end() if rest else end, impossible=printed.day is None)
    close = _CLOSE.match(text, day.end())
    if not close:
        return None
    front = _FRONT.match(before)
    lead = None
    if front:
        lead = agencies.agency(front["bracket"] or front["bare"])
        start = front.end() if lead else 0
    else:
        start = 0
    byline = _BYLINE.match(before)
    named = before[start:].rstrip()
    if named.endswith(":") and agencies.agency(_agency(close) or ""):
        named = named[:-1]
    if not named.endswith((",", "،", "۔")) and not (_agency(close) and agencies.agency(_agency(close) or "")):
        return None
    if byline:
        cut = place_line.cut(named.rstrip(", "))
        if cut is None:
            cut = named.rstrip(", ").rfind(" ") + 1  # names before, one word of place behind
        start = cut
        named = named[cut:]
    where = place_line.read(named)
    if not where or not _closed(text, close, where, lead):
        return None
    return _found(text, where, (start if byline else 0, day, close), received, lead)


def _placeless(text: str, day: re.Match[str], received: datetime) -> Found | None:
    """Return Reuters' dateline without a place: `Nov 24 (Reuters) - Text`; only a known agency makes it one."""
    close = _CLOSE.match(text, day.end())
    if not close or not close["agency"] or not agencies.agency(close["agency"]):
        return None
    return _found(text, Places((), None), (0, day, close), received)


def _closed(text: str, close: re.Match[str], where: Places, lead: str | None) -> bool:
    """Say whether what follows the day ends a dateline, rather than going on with a sentence."""
    rest = text[close.end() :]
    agency = _agency(close)
    if agency and not agencies.agency(agency) and rest[:1].islower():
        return False  # a bracket inside a sentence
    if not rest or agency or lead:
        return True
    if close[0].lstrip().startswith(","):
        return False
    if close["separator"].strip():
        return not rest[0].islower() or close["separator"].strip() != "-"
    if not close[0].endswith(" "):
        return False
    return (rest[0].isupper() or rest[0] in "\"“‘'") or (
        not rest[0].isascii() and all(map(places.known, where.names))
    )


def _agency(close: re.Match[str]) -> str | None:
    if close["bare"] or close["slashes"]:
        return close["bare"] or close["slashes"]
    words = (close["agency"] or "").strip()
    if (
        words
        and words.lower() not in WEEKDAYS
        and _AGENCY.match(words)
        and (agencies.agency(words) or not words[0].islower())
    ):
        return words
    return None


def _sources(printed: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the agency that a bracket names, in its own spelling, and second sources (`IANS/PIB`)."""
    known = agencies.agency(printed)
    if known or "/" not in printed:
        return known or printed.strip(), ()
    first, *others = (part.strip() for part in printed.split("/"))
    if agencies.agency(first):
        return agencies.agency(first), tuple(agencies.agency(other) or other for other in others)
    return printed, ()


def _found(
    text: str,
    where: Places,
    span: tuple[int, re.Match[str], re.Match[str]],
    received: datetime,
    lead: str | None = None,
) -> Found:
    start, day, close = span
    printed = dates.printed(day, received)
    words = _agency(close)
    agency, sources = _sources(words) if words else (lead, ())
    end = close.start("separator") if words else day.end()
    body = close.end() if words or not close["agency"] else close.start("agency") - 1
    line = Dateline(text[start:end].strip(), where.names, where.country, printed.day, agency)
    return Found(line, start, end, body, impossible=printed.day is None, sources=sources)


def _without_day(text: str, head: str) -> Found | None:
    if head.startswith("("):
        front = _FRONT.match(head)
        agency = agencies.agency(front["bracket"]) if front and front["bracket"] else None
        if not front or not agency:
            return None
        return Found(
            Dateline(f"({front['bracket']})", agency=agency), 0, front.end("bracket") + 1, front.end()
        )
    match = _DAYLESS.match(head)
    if not match or not agencies.agency(match["agency"]):
        return None
    where = place_line.read(match["place"])
    if not where:
        return None
    if not match["separator"].strip():
        rest = text[match.end() :]
        sure = match["place"].split(",")[0].isupper() or all(map(places.known, where.names))
        if not sure or not (rest[:1].isupper() or rest[:1] in {'"', "“"}):
            return None
    end = match.start("separator")
    line = Dateline(text[:end].strip(), where.names, where.country, None, agencies.agency(match["agency"]))
    return Found(line, 0, end, match.end())
