"""Simple types of the standards: what a value must look like, by name.

A check returns None, or what the value should have been.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import SplitResult, urlsplit

from syndication.validate import module_types, schema_types

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ZONES = {"UT": 0, "GMT": 0, "UTC": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7}
_ZONES |= {"MDT": -6, "PST": -8, "PDT": -7}
_RFC822 = re.compile(
    r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4}|\d\d)\s+"
    r"(\d\d?):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|[A-Z]{1,3})",
    re.ASCII,
)
_STRICT_RFC822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d(?::\d\d)? (?:GMT|[+-]\d{4})",
    re.ASCII,
)
_PLAIN_RFC822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+)?\d\d?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+"
    r"(?:\d{4}|\d\d)\s+\d\d:\d\d(?::\d\d)?\s+(?:UT|GMT|[ECMP][SD]T|[A-IK-Z]|[+-]\d{4})",
    re.ASCII,
)
_W3CDTF = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_LANGUAGE = re.compile(r"(?:[A-Za-z]{2,8}|[ixIX]-[A-Za-z0-9]{1,8})(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_MEDIA_TYPE = re.compile(
    r"[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(?:\s*;.{0,200})?", re.ASCII
)
_COMPACT = re.compile(r"[0-9]{8}")
_COMPACT_TIME = re.compile(r"[0-9]{8}T(?:[01][0-9]|2[0-3])[0-5][0-9](?:[0-5][0-9]|60)(?:Z|[+-][0-9]{4})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)
_NOT_IN_URIS = re.compile(r"[\x00-\x20\x7f<>]")
_STRICTLY = re.compile(r"[A-Za-z0-9;/?:@&=+$.\-_!~*'()%,#\[\]\u00a0-\U0010fffd]*")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ADDRESS = r"(?:[^\s@<>()\[\]:;,\\\"]+|\"[^\"\\\r\n]*\")@[^\s@<>(),;\\\"]+"
_ADDR_SPEC = re.compile(_ADDRESS)
_MAIL = re.compile(rf"{_ADDRESS}(?:\s+\(.*\))?", re.DOTALL)
_RELATION = re.compile(r"[^\s:/?#\[\]@<>\"{}|\\^`]+")
_UNZONED = re.compile(r"(?:Z|[+-]\d\d:\d\d)\Z")
_SHORTEST_TIME = len("2026-11-24T08:49:00")
_RECURRING = re.compile(r"--(?:\d\d(?:-\d\d)?|-\d\d)(?:Z|[+-]\d\d:\d\d)?")


def split(address: str) -> SplitResult | None:
    """Return the parts of an address, None where it has none (RFC 3986 §3)."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # a port that is no number is told here
    except ValueError:
        return None
    return parts


def instant(text: str, form: str) -> datetime | None:
    """Return the instant of a date in the form `rfc822`, `rfc3339` or `w3cdtf`, UTC; None: not one."""
    try:
        return _rfc822(text) if form == "rfc822" else _w3cdtf(text)
    except (ValueError, OverflowError):
        return None


def dated(text: str) -> bool:
    """Say whether the text is a date without a time that is on the calendar (W3C-DTF)."""
    try:
        return len(text) == 10 and bool(datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC))
    except ValueError:
        return False


def _rfc822(text: str) -> datetime | None:
    found = _RFC822.fullmatch(text.strip())
    if not found or found[3] not in _MONTHS:
        return None
    zone = found[8]
    if zone in _ZONES:
        offset = timedelta(hours=_ZONES[zone])
    elif zone[0] in "+-":
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    else:
        return None
    year = int(found[4])
    year += 0 if len(found[4]) == 4 else (1900 if year >= 50 else 2000)
    day, hour, minute, second = (int(found[n] or 0) for n in (2, 5, 6, 7))
    month = _MONTHS.index(found[3]) + 1
    local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=timezone(offset))
    return local.astimezone(UTC)


def _w3cdtf(text: str) -> datetime | None:
    if not _RFC3339.fullmatch(text):
        return None
    return datetime.fromisoformat(text[:19] + text[19:].lstrip(".0123456789")).astimezone(UTC)


def weekday_agrees(text: str) -> bool:
    """Say whether the day of the week in an RFC 822 date is that of its date, or is not printed."""
    found = _RFC822.fullmatch(text.strip())
    if not found or not found[1] or found[3] not in _MONTHS or len(found[4]) != 4:
        return True
    try:
        day = datetime(int(found[4]), _MONTHS.index(found[3]) + 1, int(found[2]), tzinfo=UTC)
    except ValueError:
        return True
    return _DAYS[day.weekday()] == found[1]


def strict_rfc822(text: str) -> bool:
    """Say whether it is RFC 822 with a year of four digits and `GMT` or a numeric offset."""
    return _STRICT_RFC822.fullmatch(text) is not None and instant(text, "rfc822") is not None


def plain_rfc822(text: str) -> bool:
    """Say whether it is written as RFC 822 §5.1 has it: short names, a comma, two digits of an hour, its zones."""
    return _PLAIN_RFC822.fullmatch(text) is not None


def strict_rfc3339(text: str) -> bool:
    """Say whether it is RFC 3339 with `T`, seconds and a zone (RFC 4287 §3.3)."""
    return instant(text, "rfc3339") is not None


def language(text: str) -> bool:
    """Say whether it looks like a tag of BCP 47."""
    return _LANGUAGE.fullmatch(text) is not None


def named_language(text: str) -> bool:
    """Say whether a language may have such a tag: none is registered whose first part is longer (RFC 5646 §2.2.1)."""
    return len(text.partition("-")[0]) < len("abcd")


def media_type(text: str) -> bool:
    """Say whether it is a media type (RFC 6838 §4.2)."""
    return _MEDIA_TYPE.fullmatch(text) is not None


def uri(text: str) -> bool:
    """Say whether it is an absolute URI or IRI (RFC 3986 §4.3, RFC 3987)."""
    return bool(_SCHEME.match(text)) and reference(text)


def strict_iri(text: str) -> bool:
    """Say whether every character may stand in an IRI as it is (RFC 3986 §2, RFC 3987 §2.2)."""
    return _STRICTLY.fullmatch(text) is not None and not _BAD_ESCAPE.search(text)


def reference(text: str) -> bool:
    """Say whether it is an absolute or relative reference (RFC 3986 §4.1)."""
    try:
        return not _NOT_IN_URIS.search(text) and urlsplit(text) is not None
    except ValueError:
        return False


def web(text: str) -> bool:
    """Say whether it is an absolute http or https address."""
    parts = split(text)
    return uri(text) and parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname)


def mail(text: str) -> bool:
    """Say whether it is a mail address, with or without a name in parentheses behind it."""
    return _MAIL.fullmatch(text) is not None


def _w3c_date(text: str) -> bool:
    found = _W3CDTF.fullmatch(text)
    if not found:
        return False
    if len(text) > 10:
        return found[8] is not None and dated(text[:10]) and int(found[4]) < 25 and int(found[5]) < 60
    return dated(text) if len(text) == 10 else not found[2] or 1 <= int(found[2]) <= 12


def _xsd_time(text: str) -> bool:
    """Say whether it is a `dateTime` of XML Schema, which may be without a zone (Part 2, §3.2.7)."""
    zoned = text if re.search(r"(?:Z|[+-]\d\d:\d\d)\Z", text) else f"{text}Z"
    return strict_rfc3339(zoned)


def _day_or_time(text: str) -> bool:
    return dated(_UNZONED.sub("", text)) if len(text) < _SHORTEST_TIME else _xsd_time(text)


def _part_of_time(text: str) -> bool:
    return _day_or_time(text) or (len(text) < len("2026-11-24") and _w3c_date(text))


def _recurring(text: str) -> bool:
    return _part_of_time(text) or _RECURRING.fullmatch(text) is not None


def _on_calendar(text: str) -> bool:
    """Say whether the day that a compact date of ISO 8601 begins with is one."""
    return dated(f"{text[:4]}-{text[4:6]}-{text[6:8]}")


_CHECKS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    **schema_types.CHECKS,
    **module_types.CHECKS,
    "nonempty": (bool, "a text that is not empty"),
    "uri": (uri, "an absolute URI"),
    "reference": (reference, "a URI or a relative reference without spaces"),
    "web": (web, "an absolute http or https address"),
    "mail": (mail, "a mail address"),
    "addr-spec": (lambda text: _ADDR_SPEC.fullmatch(text) is not None, "a mail address and nothing else"),
    "relation": (
        lambda text: bool(_RELATION.fullmatch(text)) or uri(text),
        "one relation, such as alternate, self or enclosure",
    ),
    "rfc822": (
        lambda text: instant(text, "rfc822") is not None,
        "a date such as Tue, 24 Nov 2026 08:49:00 GMT",
    ),
    "rfc3339": (strict_rfc3339, "a date such as 2026-11-24T08:49:00Z"),
    "w3cdtf": (_w3c_date, "a date such as 2026-11-24, or with time and zone"),
    "news-language": (
        lambda text: re.fullmatch(r"zh-(?:cn|tw)|[a-z]{2,3}", text) is not None,
        "a language such as en, or zh-cn or zh-tw",
    ),
    "compact-day": (
        lambda text: _COMPACT.fullmatch(text) is not None and _on_calendar(text),
        "a date as CCYYMMDD",
    ),
    "compact-time": (
        lambda text: _COMPACT_TIME.fullmatch(text) is not None and _on_calendar(text),
        "a time as CCYYMMDDTHHMMSS and its zone",
    ),
    "language": (language, "a language tag such as en-IN"),
    "media-type": (media_type, "a media type such as image/jpeg"),
    "time": (_xsd_time, "a date such as 2026-11-24T08:49:00Z"),
    "time-or-empty": (lambda text: not text or _xsd_time(text), "a date such as 2026-11-24T08:49:00Z"),
    "day-or-time": (_day_or_time, "a date such as 2026-11-24, or with time and zone"),
    "part-of-time": (_part_of_time, "a date such as 2026, 2026-11 or 2026-11-24, or with time and zone"),
    "recurring-date": (_recurring, "a date such as 2026-11-24, or with time and zone"),
}


_ANYTHING = frozenset({"", "text", "string"})


def complaint(text: str, datatype: str) -> str | None:
    """Return what the value should have been, None where it is right.

    `text`, `string` and "" take anything; what is no type by name lists the only values, with `|` between, and
    with `~` before them where capitals do not matter.
    """
    if datatype in _ANYTHING:
        return None
    known = _CHECKS.get(datatype)
    if known is not None:
        return None if known[0](text) else known[1]
    values = datatype.removeprefix("~").split("|")
    said = text.lower() if datatype[0] == "~" else text
    return None if said in values else f"{'one of ' if len(values) > 1 else ''}{', '.join(values)}"
