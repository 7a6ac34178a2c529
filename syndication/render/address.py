"""Addresses as feeds may carry them: absolute, of a scheme that does no harm, without blanks."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from syndication.on_demand import Expression
from syndication.render.plain_text import clean

WEB = ("http", "https")
LINK = (*WEB, "mailto", "tel")
# Quotation marks stay: the serializer escapes them, and the address remains the one that was given.
_UNSAFE = Expression(r"[^!-~]|[#<>\[\\\]^`{|}]|%(?![0-9A-Fa-f]{2})")
# Most addresses need nothing; this finds out in a tenth of the time.
_SAFE = r"(?:[!\"$&-;=?-Z_a-z~]|%[0-9A-Fa-f]{2})*"
_CLEAN = Expression(rf"https?://[A-Za-z0-9][A-Za-z0-9.\-]*(?:[/?]{_SAFE})?(?:#{_SAFE})?\Z")
_BEYOND_ASCII = Expression(r"[^\x00-\x7f]")
_HOST = Expression(r"[A-Za-z0-9._~:\[\]@!$&()*+,;=\-]+\Z")


def is_whole(href: str) -> bool:
    """Say whether the address is absolute and may be carried as it stands, as most are."""
    return _CLEAN.match(href) is not None


def absolute(href: str | None, page: str, schemes: tuple[str, ...] = WEB) -> str | None:
    """Return the address made absolute against `page`, or None where it is none of `schemes`.

    Blanks, controls and letters beyond ASCII are percent-encoded (RFC 3986 §2.1), host names go to their
    ASCII form (RFC 3490); what is encoded already stays as it is.
    """
    if not href or is_whole(href):
        return href or None
    # A browser drops line breaks and tabs inside an address (WHATWG URL, "basic URL parser").
    text = re.sub(r"[\t\r\n]+", "", clean(href)).strip()
    if not text:
        return None
    try:
        parts = urlsplit(urljoin(page, text))
        if parts.scheme not in schemes:
            return None
        netloc = _ascii(parts) if parts.scheme in WEB else parts.netloc
    except ValueError:
        return None
    safe = (_UNSAFE.sub(_encoded, part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, netloc, *safe))


def ascii_uri(iri: str) -> str:
    """Return the URI of an IRI, for formats that know no others (RFC 3987 §3.1)."""
    return iri if iri.isascii() else _BEYOND_ASCII.sub(_encoded, iri)


def _ascii(parts: SplitResult) -> str:
    """Return the authority; raise ValueError where no host, or no port that is a number, can be read."""
    netloc = parts.netloc.removesuffix(":")  # an empty port says nothing (RFC 3986 §3.2.3)
    if not netloc.isascii():
        user, at, host = netloc.rpartition("@")
        name, colon, port = host.partition(":")
        netloc = f"{user}{at}{name.encode('idna').decode('ascii')}{colon}{port}"
    if not _HOST.match(netloc) or not parts.hostname or parts.port == 0:
        raise ValueError(f"no host: {netloc}")
    return netloc


def _encoded(character: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in character.group().encode())
