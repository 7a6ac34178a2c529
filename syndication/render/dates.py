"""Instants as the formats print them, without the locale of the machine."""

from datetime import UTC, date, datetime, timedelta, timezone

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rfc822(instant: datetime, zone: str = "UTC") -> str:
    """Return the date of RSS: `Wed, 25 Nov 2026 08:49:00 GMT` (RFC 822 §5.1 with a four-digit year).

    A `zone` other than UTC is an offset such as `+0900`, and is printed as it is.
    """
    offset = UTC if zone == "UTC" else _offset(zone)
    try:
        t = instant.astimezone(offset)
    except OverflowError:  # the last hours of the calendar, which that zone does not have
        offset, t = UTC, instant.astimezone(UTC)
    named = "GMT" if offset is UTC else zone
    day = f"{_DAYS[t.weekday()]}, {t.day:02d} {_MONTHS[t.month - 1]} {t.year:04d}"
    return f"{day} {t.hour:02d}:{t.minute:02d}:{t.second:02d} {named}"


def rfc3339(instant: datetime) -> str:
    """Return the date of Atom, JSON Feed and XML Schema: `2026-11-25T08:49:00Z` (RFC 3339 §5.6)."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def basic(instant: datetime) -> str:
    """Return the date of NITF and NewsML 1: `20261125T084900Z` (ISO 8601 basic format)."""
    t = instant.astimezone(UTC)
    return f"{t.year:04d}{t.month:02d}{t.day:02d}T{t.hour:02d}{t.minute:02d}{t.second:02d}Z"


def basic_day(day: date) -> str:
    """Return the day of NITF and NewsML 1: `20261125` (ISO 8601 basic format, §5.2.1.1)."""
    return day.isoformat().replace("-", "")


def _offset(zone: str) -> timezone:
    minutes = int(zone[1:3]) * 60 + int(zone[3:])
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
