"""Addresses as feeds may carry them: absolute, of a scheme that does no harm, without blanks."""

import re
from urllib.parse import urljoin, urlsplit

from syndication.render.plain_text import clean

WEB = ("http", "https")
LINK = (*WEB, "mailto", "tel")
# Quotation marks stay: the serializer escapes them, and the address remains the one that was given.
_UNSAFE = re.compile(r"[^!-~]|[<>\\^`{|}]")
_HOST = re.compile(r"[A-Za-z0-9._~:\[\]@!$&()*+,;=%\-]+\Z")


def absolute(href: str | None, page: str, schemes: tuple[str, ...] = WEB) -> str | None:
    """Return the address made absolute against `page`, or None where it is none of `schemes`.

    Blanks, controls and letters beyond ASCII are percent-encoded (RFC 3986 §2.1), host names go to their
    ASCII form (RFC 5891); what is encoded already stays as it is.
    """
    # A browser drops line breaks and tabs inside an address (WHATWG URL, "basic URL parser").
    text = re.sub(r"[\t\r\n]+", "", clean(href or "")).strip()
    if not text:
        return None
    try:
        joined = urljoin(page, text)
        parts = urlsplit(joined)
        if parts.scheme not in schemes:
            return None
        if parts.scheme in WEB:
            joined = parts._replace(netloc=_ascii(parts.netloc)).geturl()
    except ValueError:
        return None
    return _UNSAFE.sub(_encoded, joined)


def _ascii(netloc: str) -> str:
    if not netloc.isascii():
        user, at, host = netloc.rpartition("@")
        name, colon, port = host.partition(":")
        netloc = f"{user}{at}{name.encode('idna').decode('ascii')}{colon}{port}"
    if not _HOST.match(netloc):
        raise ValueError(f"no host: {netloc}")
    return netloc


def _encoded(character: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in character.group().encode())
