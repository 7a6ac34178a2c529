"""What a value must be beyond its type. Each rule returns what is wrong, or None."""

import re
import zoneinfo
from collections.abc import Collection
from datetime import UTC, datetime
from urllib.parse import urlsplit

from syndication.config.checking import meant, nearest

IN_PARTS = frozenset({"sitemap", "sitemap-news"})
"""The formats whose editions may go out in several files; a test holds it against the registry."""


def base_url(value: str) -> str | None:
    """An absolute http or https address without query, fragment or slash at its end (RFC 3986 §4.3)."""
    if wrong := _public("base_url", value):
        return wrong
    if "?" in value or "#" in value:
        return "base_url has no query and no fragment"
    return "base_url has no slash at its end" if value.endswith("/") else None


def hub(value: str) -> str | None:
    """An absolute http or https address without fragment (WebSub §5.1)."""
    return _public("address", value) or ("address has no fragment" if "#" in value else None)


def _public(name: str, value: str) -> str | None:
    try:
        parts = urlsplit(value)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return f"{name} is no address"
    if parts.scheme not in {"http", "https"} or not host:
        return f"{name} is an absolute address that starts with http:// or https://"
    if parts.username is not None or parts.password is not None:
        return f"{name} is public: no user and no password in it"
    plain = value.isascii() and value.isprintable() and not set(' "<>').intersection(value)
    return None if plain else f"{name} is no address"


def timezone(value: str) -> str | None:
    """A name of the IANA time zone database."""
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return f"unknown timezone {value}; {nearest(value, zoneinfo.available_timezones())}the names are those of the IANA database"
    return None


def source_name(value: str) -> str | None:
    """Small letters, digits, hyphens and underscores: the name stands in addresses and file names."""
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", value):
        return None
    return "name has small letters, digits, hyphens and underscores only"


def store_url(value: str) -> str | None:
    """`sqlite:///` and the path of a file."""
    if value.startswith("sqlite:///") and value.removeprefix("sqlite:///"):
        return None
    return "url is sqlite:/// and the path of a file: sqlite:///var/syndication.db"


def cron(value: str) -> str | None:
    """Five fields as crontab(5) has them: minute, hour, day, month, weekday."""
    from apscheduler.triggers.cron import CronTrigger  # noqa: PLC0415 - 90 ms that few configurations need

    try:
        trigger = CronTrigger.from_crontab(value, timezone="UTC")
    except ValueError as error:
        return f"cron has five fields, such as */15 6-22 * * mon-fri: {error}"
    # The year 2000 has a 29 February: a day that is never found from there never comes.
    if trigger.get_next_fire_time(None, datetime(2000, 1, 1, tzinfo=UTC)) is None:
        return f"cron never comes: there is no such day in {value}"
    return None


def language(value: str) -> str | None:
    """A tag of BCP 47 (RFC 5646 §2.1): a language, and what narrows it."""
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", value):
        return None
    return f"{value!r} is no language tag: en, hi, en-IN"


def names(what: str, values: Collection[str], known: Collection[str]) -> list[tuple[int, str]]:
    """Return the place and the fault of each value that is not known or stands there twice."""
    wrong = []
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value not in known:
            wrong.append((number, f"unknown {what} {value}; {meant(value, known)}"))
        elif value in seen:
            wrong.append((number, f"{what} {value} stands there twice"))
        seen.add(value)
    return wrong


def limit(value: int, formats: Collection[str]) -> str | None:
    """From 1 to 1,000 stories; to 500,000 where every format may go out in several files."""
    if 1 <= value <= (500_000 if IN_PARTS.issuperset(formats) else 1_000):
        return None
    return "limit is from 1 to 1000; to 500000 where the formats are sitemaps alone"
