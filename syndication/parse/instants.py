"""Times as wires print them to instants in UTC: ISO 8601, RFC 5322, and what a desk writes by hand."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from syndication.model.article import Issue, utc
from syndication.on_demand import Expression
from syndication.vocabulary.months import MONTHS, WEEKDAYS
from syndication.vocabulary.zones import ZONES

_TIME = (
    r"(?:[\sT,|]{0,4}(?:at\s)?(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d{2}(?::?\d{2})?|[A-Za-z]{2,5}\b)?)?"
)
_WEEKDAY = r"(?:(?P<weekday>[^\s\d,.|_-]{3,12})\.?,?\s{1,3})?"
_SHAPES = tuple(
    Expression(shape + _TIME, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=T|\Z|\s)",
        _WEEKDAY
        + r"(?P<day>\d{1,2})[\s-](?P<month>[^\s\d,.|_-]{2,12})\.?[\s,-]{1,2}(?P<year>\d{4}|\d{2})(?!\d)",
        _WEEKDAY
        + r"(?P<month>[^\s\d,.|_-]{2,12})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})(?!\d)",
    )
)
_NUMERIC = 2  # so many of them begin with a digit and no other way
# As nearly all feeds write it (RFC 5322 §3.3, its weekday a claim to be checked).
_MAILED = Expression(
    r"(?P<weekday>[A-Z][a-z]{2}), (?P<day>\d{2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})"
    r" (?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>[0-5]\d) (?P<zone>GMT|[+-]\d{4})",
    re.ASCII,
)
_EPOCH = Expression(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
_WEEKDAYS = {name[:3]: number for name, number in reversed(WEEKDAYS.items())}
_LONGEST = 80
_LAST_YEAR = 9999  # of the calendar: at its ends a zone leads out of it
_MILLISECONDS = 12  # digits from which a number of the epoch counts thousandths


class Instant(msgspec.Struct, frozen=True):
    """An instant in UTC, None where the text names none, and what was noticed."""

    at: datetime | None = None
    issues: tuple[Issue, ...] = ()


def instant(text: str | float | None, zone: str) -> Instant:
    """Return the instant that `text` names; without a zone of its own it is one of `zone` and an issue.

    Issues: no-zone, impossible-date (30 February, no date at all), weekday-mismatch.
    """
    if text is None or isinstance(text, bool):
        return Instant()
    said = " ".join(str(text)[: _LONGEST + 1].split())
    standard = _standard(said) if said else None
    if standard or not said:
        return Instant(standard)
    numeric = said[0].isdecimal()
    if numeric and _EPOCH.fullmatch(said):
        number = float(said) / (1000 if len(said.partition(".")[0]) >= _MILLISECONDS else 1)
        return Instant(datetime.fromtimestamp(number, UTC))
    shapes = _SHAPES if numeric else _SHAPES[_NUMERIC:]
    found = next((match for shape in shapes if (match := shape.match(said))), None)
    if found is None or len(said) > _LONGEST:
        return _impossible(said)
    try:
        return _read(found, said, zone)
    except (ValueError, OverflowError):
        return _impossible(said)


def _standard(said: str) -> datetime | None:
    """Return the instant of a time that is whole and right by RFC 3339 or RFC 5322; None proves nothing."""
    if said[0].isdecimal():
        try:
            at = datetime.fromisoformat(said) if said[10:11] == "T" else None
        except ValueError:
            return None
        return at.astimezone(UTC) if at and at.tzinfo and 1 < at.year < _LAST_YEAR else None
    mailed = _MAILED.fullmatch(said)
    if mailed is None:
        return None
    weekday, day, name, year, hour, minute, second, zone = mailed.groups()
    month = MONTHS.get(name.lower())
    if month is None or not 1 < int(year) < _LAST_YEAR:
        return None
    try:
        at = datetime(int(year), month, int(day), int(hour), int(minute), int(second), tzinfo=_offset(zone))
    except ValueError:
        return None
    return at.astimezone(UTC) if _weekday(weekday) == at.weekday() else None


def _read(found: re.Match[str], said: str, zone: str) -> Instant:
    month = found["month"] if found["month"].isdigit() else MONTHS.get(found["month"].lower())
    if month is None:
        return _impossible(said)
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 1900 if year >= 70 else 2000  # RFC 5322 §4.3 as dates of news can be
    hour, second = int(found["hour"] or 0), int(found["second"] or 0)
    half = (found["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return _impossible(said)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    leap = second == 60
    micro = int((found["fraction"] or "").ljust(6, "0")[:6] or 0)
    local = datetime(  # noqa: DTZ001 - its zone follows, or is an issue
        year, int(month), int(found["day"]), hour, int(found["minute"] or 0), 59 if leap else second, micro
    )
    if leap:
        local += timedelta(seconds=1)
    issues: tuple[Issue, ...] = ()
    weekday = _weekday(found["weekday"] if "weekday" in found.re.groupindex else None)
    if weekday is not None and weekday != local.weekday():
        issues += (Issue("weekday-mismatch", f"{said}: that day is no such weekday"),)
    own = _zone(found["zone"])
    if own is None:
        issues += (Issue("no-zone", f"{said}: no zone is printed, read as {zone}"),)
        own = _configured(zone)
    return Instant(utc(local.replace(tzinfo=own)), issues)


def _zone(printed: str | None) -> tzinfo | None:
    if not printed:
        return None
    digits = printed.upper().removeprefix("GMT").removeprefix("UTC").replace(":", "")
    if digits[:1] in {"+", "-"}:
        return _offset(digits)
    return UTC if printed.upper() in {"Z", "UT"} else ZONES.get(printed.lower())


@lru_cache(128)
def _offset(zone: str) -> tzinfo:
    """Return the zone of `GMT` or of a sign, two digits for the hours and two for the minutes, if any."""
    if zone == "GMT":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[3:5] or 0)
    return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))


def _configured(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def _weekday(word: str | None) -> int | None:
    """Return the number of a weekday from its name or its first three letters (RFC 5322 §3.3)."""
    return _WEEKDAYS.get((word or "").lower()[:3])


def _impossible(said: str) -> Instant:
    return Instant(None, (Issue("impossible-date", f"{said[:_LONGEST]!r} names no instant"),))
