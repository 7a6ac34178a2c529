"""Embargo lines: until when copy may not be used. A zone that is printed counts (IST is +05:30)."""

import re
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import msgspec

from syndication.model.article import utc
from syndication.on_demand import Expression
from syndication.prose import dates
from syndication.vocabulary.months import WEEKDAYS
from syndication.vocabulary.zones import ZONES

_OPENINGS = (
    "embargo", "strictly", "under embargo", "not for", "not to be", "note to", "notes to", "hold for",
    "for release", "for immediate", "do not publish", "to be published", "publish ", "release ", "eds: ", "eds : ",
    "editors: ", "attn eds: ", "hold until", "hold till", "hold release", "for publication", "for use", "for broadcast",
    "not before", "to be released", "to be used",
)  # fmt: skip
_LINE = Expression(
    r"(?:[\s*#(\[>=_!-]{0,8})(?:(?:(?:note to |attn )?(?:eds?|editors?)\s?[:.-]\s?)?(?:strictly |under )?embargo(?:ed\b"
    r"(?=.{0,60}(?:until|till|to\b|upto|for\b|[:.-]|\d)|\W{0,8}\Z)|\b(?=\s?(?:until|till|upto|[:.-])))|(?:strictly )?not (?:for|to be) (?:use|used|public release|release|released|publication|"
    r"published|broadcast)\b.{0,60}?\b(?:before|until|till)\b|hold for release (?:at|on|after|not before|from)\b|"
    r"do not publish (?:before|until)\b|(?:to be published|publish|release) (?:only )?(?:after|not before)\b(?=.{0,12}\d))",
    re.IGNORECASE,
)
# These open sentences too (`For use from Friday, ...`): a line that holds one is short and ends in no stop.
_SHORT = Expression(
    r"(?:[\s*#(\[>=_!-]{0,8})(?:hold (?:for release|release|until|till)|not before|"
    r"(?:for|to be) (?:immediate )?(?:publication|use|used|broadcast|release|released|published)\s(?:only\s)?"
    r"(?:on or (?:after|from)|on|after|from|at|not before|not until))\b(?=.{0,20}\d|(?<!before).{0,30}(?:day|noon|midnight)\b)"
    r"(?:[^,.;?!]|,(?=\s(?-i:[A-Z])|\s?\d)|(?<=\b[ap])\.|(?<=[ap\d .]m)\.|\.(?=\d|\)?\Z)){4,80}\Z",
    re.IGNORECASE,
)
_HOURS = Expression(
    r"(?<![\d:.])(?:(?P<h4>[01]\d|2[0-4])[:.]?(?P<m4>[0-5]\d)\s?(?:hrs?|hours)\b|(?P<h12>1[0-2]|0?[1-9])(?:[:.](?P<m12>[0-5]\d))?\s?"
    r"(?P<half>[ap])\.?\s?m\b\.?|(?P<h24>[01]?\d|2[0-4]):(?P<m24>[0-5]\d)(?::[0-5]\d)?|(?P<hx>[01]\d|2[0-4])\.?(?P<mx>[0-5]\d)(?=\s?(?-i:[A-Z]{2,4}\b|Z\b))"
    r"|(?P<word>midnight|noon))",
    re.IGNORECASE,
)
_ZONE = Expression(
    rf"\s{{0,2}}\(?(?P<zone>{'|'.join(z for z in ZONES if z != 'z')})\b\)?|(?<=\d)Z\b", re.IGNORECASE
)
_NUMERIC = Expression(
    r"(?<!\d)(?:(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>20\d\d))(?!\d)"
)
_EARLY = time(1, 0)
_LONGEST_SHORT = 100
_LEAST_EMBARGO = 10
_LEAST_HEADLINE = 8
_WEEKDAY = Expression(rf"\b(?:{'|'.join(w for w in WEEKDAYS if w.isascii())}|tomorrow)\b", re.IGNORECASE)
_COLON = Expression(r":\s")
_SHOUTED = Expression(r"EMBARGO")


class Embargo(msgspec.Struct, frozen=True):
    """When an embargo ends, `until` None where the line cannot be read.

    `zoned`, `dated`: whether the line printed its zone and its day.
    """

    until: datetime | None
    zoned: bool = True
    dated: bool = True


def is_embargo(line: str) -> bool:
    """Say whether `line` is an embargo line: its form, and a time, a day, or capitals."""
    if len(line) > 300 or not _opens(line):
        return False
    if headline_at(line):
        return False
    if not _LINE.match(line):
        return len(line) < _LONGEST_SHORT and bool(_SHORT.match(line))
    if _HOURS.search(line) or dates.find(line) or _NUMERIC.search(line) or _SHOUTED.search(line):
        return True
    return len(line) < _LONGEST_SHORT and line[-1] not in ".!?" and _WEEKDAY.search(line) is not None


def _opens(line: str) -> bool:
    return line[:32].lstrip(" \t*#([>=_!-").lower().startswith(_OPENINGS)


def headline_at(line: str) -> int:
    """Return where the headline begins that stands behind an embargo on one line, 0 where none does.

    `(Embargoed till 6 p.m.) Bridge opens` and `EMBARGOED TILL 6 PM IST, NOV 25: Bridge opens`.
    """
    if not _opens(line):
        return 0
    ends = [line.find(")") + 1] if line[:1] == "(" else [m.end() for m in _COLON.finditer(line)]
    for end in ends:
        behind = line[end:].strip(" :")
        if (
            end < _LEAST_EMBARGO
            or len(behind) < _LEAST_HEADLINE
            or _HOURS.search(behind)
            or dates.find(behind)
        ):
            continue
        if is_embargo(line[:end].rstrip(": ")):
            return len(line) - len(behind)
    return 0


def read(line: str, received: datetime, zone: tzinfo, dateline: date | None) -> Embargo:
    """Return when the embargo of `line` ends, in UTC.

    Without a printed zone `zone` holds; a weekday is the next one; without a day the dateline's does, else that
    of receipt; a time in the night's first hour (`0001 GMT`) that has passed then belongs to the night after.
    """
    hours = _HOURS.search(line)
    local = received.astimezone(zone)
    named = _ZONE.search(line, hours.end()) if hours else None
    if named:
        local = received.astimezone(ZONES[(named["zone"] or "z").lower()])
    printed = dates.find(line)
    day: date | None = dates.printed(printed, received).day if printed else None
    if printed and printed["year"] is None and day:
        day = _ahead(day, received)
    numeric = None if day else _NUMERIC.search(line)
    try:
        if numeric:
            day = date(
                int(numeric["y"] or numeric["y2"]),
                int(numeric["m"] or numeric["m2"]),
                int(numeric["d"] or numeric["d2"]),
            )
        at, next_day = _clock(hours) if hours else (time(0, 0), False)
        day = day or _named_day(line, local.date())
        if not hours and not day:
            return Embargo(None)
        base = day or dateline or local.date()
        until = datetime.combine(base, at, local.tzinfo) + timedelta(days=next_day)
        if day is None and at <= _EARLY and until < received:
            until += timedelta(days=1)
        return Embargo(utc(until), named is not None, day is not None)
    except (ValueError, OverflowError):
        return Embargo(None)


def _named_day(line: str, today: date) -> date | None:
    """Return the day that a weekday or `tomorrow` names, `today` at the earliest."""
    found = _WEEKDAY.search(line)
    if not found:
        return None
    number = WEEKDAYS.get(found[0].lower())
    return today + timedelta(days=1 if number is None else (number - today.weekday()) % 7)


def _ahead(day: date, received: datetime) -> date:
    """Return the year's turn that an embargo means: it looks ahead, up to half a year."""
    try:
        later = day.replace(year=day.year + 1)
    except ValueError:
        return day
    return later if (later - received.date()).days < 183 and (received.date() - day).days > 183 else day


def _clock(hours: re.Match[str]) -> tuple[time, bool]:
    """Return the time of day, and whether it is the end of the day (2400, midnight stays 0000)."""
    if hours["word"]:
        return (time(12), False) if hours["word"].lower() == "noon" else (time(0), True)
    if hours["half"]:
        hour = int(hours["h12"]) % 12 + (12 if hours["half"].lower() == "p" else 0)
        return time(hour, int(hours["m12"] or 0)), False
    hour = int(hours["h4"] or hours["h24"] or hours["hx"])
    minute = int(hours["m4"] or hours["m24"] or hours["mx"])
    return time(hour % 24, minute), hour == 24


def zone_of(name: str) -> tzinfo:
    """Return the configured zone of a source; raise KeyError for a name that is none (ZoneInfoNotFound)."""
    return ZoneInfo(name)
