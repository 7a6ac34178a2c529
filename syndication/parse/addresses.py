"""Addresses in copy: made whole against the page's own address, and only such as lead to the public web.

Nothing is fetched here; an address that could make somebody else fetch something inside is dropped.
"""

import ipaddress
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from syndication.on_demand import Expression

_SCHEMES = frozenset({"http", "https"})
_NOISE = Expression("[\x00-\x20\x7f-\xa0\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_UNSAFE = Expression("[<>\"'`{}|^]")
_NUMERIC = Expression(r"(?:0x[0-9a-f]*|\d+)\Z", re.IGNORECASE)
_LONGEST = 2000
_RECIPIENT = r"(?:[\w!#$&'*+/=.~%-]|[^\x00-\x7f])+@(?:[\w.-]|[^\x00-\x7f])+"
_CONTROL = Expression(r"%(?:[01][0-9A-F]|7F)", re.IGNORECASE)
_RECIPIENTS = Expression(rf"{_RECIPIENT}(?:,{_RECIPIENT})*")
_SPACED_NUMBER = Expression(r"\A//|\s+")
_NUMBER = Expression(r"(?=(?:[^0-9;]*[0-9]){3})\+?[0-9().-]+(?:;[a-z-]+=[A-Za-z0-9.+-]+)*")
# As most addresses are: whole, nothing to escape or to leave out, a name for a host.
_PLAIN = Expression(
    r"https?://((?:[a-z0-9-]+\.)+[a-z]{2,24})(?:/[\w./~%+,!$&*():=@-]*(?:\?[\w./~%+,!$&*():=@?-]+)?(?:#[\w./~%+,!$&*():=@?-]+)?)?",
    re.ASCII,
)
_INSIDE = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def resolve(href: str | None, base: str | None) -> str | None:
    """Return `href` as an absolute http(s) address, None where it is none (RFC 3986 §5.2).

    A relative address needs `base`, the page's own address. `javascript:`, `data:` and addresses of
    machines on inside networks are None.
    """
    text = (href or "").strip()
    if not text or len(text) > _LONGEST or text.startswith("#"):
        return None
    plain = _plain(text)
    if plain and (not base or _plain(base)):
        return None if plain[1].endswith(_INSIDE) else text
    text = _NOISE.sub(lambda run: "%20" if run.group().strip(" ") == "" else "", text).replace("\\", "/")
    try:
        whole = urljoin(base, text) if base else text
        parts = urlsplit(whole)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not _public(host) or port == 0:
        return None
    return _UNSAFE.sub(lambda found: f"%{ord(found.group()):02X}", whole)


@lru_cache(256)  # a story asks for its own address with each of its links
def _plain(text: str) -> re.Match[str] | None:
    return _PLAIN.fullmatch(text)


def followed(href: str | None, base: str | None) -> str | None:
    """Return where a link leads: what `resolve` returns, else a mail (RFC 6068) or a telephone (RFC 3966).

    Of a mail's fields only subject and text are kept (RFC 6068 §7): no link sends copies, or files. One without
    a recipient is a button to share by. A fragment alone means nothing outside of its page.
    """
    if found := resolve(href, base):
        return found
    scheme, colon, rest = (href or "").strip()[:_LONGEST].partition(":")
    if not colon:
        return None
    if scheme.lower() == "mailto":
        return _mail(rest)
    number = _SPACED_NUMBER.sub("", unquote(rest)) if scheme.lower() == "tel" else ""
    return f"tel:{number}" if _NUMBER.fullmatch(number) else None


def _mail(rest: str) -> str | None:
    recipients, _, fields = _NOISE.sub("", rest).partition("?")
    if not _RECIPIENTS.fullmatch(recipients) or _CONTROL.search(recipients):
        return None
    named = ((field.partition("=")[0].lower(), field) for field in fields.split("&"))
    kept = [f for name, f in named if name == "body" or (name == "subject" and not _CONTROL.search(f))]
    query = f"?{'&'.join(kept)}" if kept else ""
    return "mailto:" + _UNSAFE.sub(lambda found: f"%{ord(found.group()):02X}", recipients + query)


def _public(host: str) -> bool:
    host = host.rstrip(".")
    if ":" in host or _NUMERIC.search(host.rpartition(".")[2]):
        # Digits at the end are an address in one of its many spellings; only the plain one is believed.
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return address.is_global and not address.is_multicast
    return "." in host and not host.endswith(_INSIDE) and _nameable(host)


def _nameable(host: str) -> bool:
    """Say whether a browser can take `host` for a name: in its plain form letters, digits, `-`, `.`, `_`."""
    plain = host if host.isascii() else unicodedata.normalize("NFKC", host)
    return all(c.isalnum() or c in "-._" or unicodedata.category(c)[0] == "M" for c in plain)
