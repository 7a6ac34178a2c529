"""What a template may put into a page: words of the wire made inert, instants in the site's time."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

import nh3
from markupsafe import Markup

from syndication.model.blocks import INLINE_TAGS

_BEYOND_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_LINKS = {"http", "https", "mailto", "tel"}


def inline(text: str) -> Markup:
    """Return inline HTML with nothing in it but the allow-list of the body's blocks.

    The parsers have cleaned it before; a page does not rely on that.
    """
    clean = nh3.clean(
        text,
        tags=set(INLINE_TAGS),
        attributes={"a": {"href"}},
        url_schemes=_LINKS,
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704 - nh3 has just made it safe


def web_address(href: str | None) -> str | None:
    """Return the address where a browser may follow it (http or https, with a host), else None."""
    try:
        parts = urlsplit(href or "")
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return href if usable else None


def readable(address: str) -> str:
    """Return the address as people read it: words of any script decoded, all else as it is (RFC 3987 §3.2)."""

    def decoded(found: re.Match[str]) -> str:
        try:
            text = unquote(found[0], errors="strict")
        except UnicodeDecodeError:
            return found[0]
        return text if all(unicodedata.category(c)[0] in "LM" for c in text) else found[0]

    return _BEYOND_ASCII.sub(decoded, address)


def clock(zone: ZoneInfo) -> Callable[[datetime, Sequence[str]], Markup]:
    """Return the filter that prints an instant in `zone` inside `<time>`, whatever the process's locale.

    The filter takes the names of the twelve months.
    """

    def printed(instant: datetime, months: Sequence[str]) -> Markup:
        local = instant.astimezone(zone)
        words = f"{local.day} {months[local.month - 1]} {local.year}, {local:%H:%M} {local.tzname()}"
        return Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="seconds"), words)

    return printed
