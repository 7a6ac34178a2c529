"""Addresses as they are shared: http or https, ASCII, encoded exactly once (RFC 3986)."""

import re
from typing import NamedTuple
from urllib.parse import unquote

import idna

from syndication.on_demand import Expression
from syndication.share.percent import encode

_CONTROLS = Expression(r"[\x00-\x1f\x7f]")
_PARTS = Expression(r"([A-Za-z][A-Za-z0-9+.\-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?\Z", re.DOTALL)
_AUTHORITY = Expression(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]@]+)(?::([0-9]*))?\Z")
_LABELS = Expression(r"[a-z0-9_\-]{1,63}(?:\.[a-z0-9_\-]{1,63})*\.?\Z")
# Beyond printable ASCII, what RFC 3986 keeps out of every part, and a % that begins no octet.
_ENCODED = Expression(r"[^!-~]|[\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})")
_PORTS = {"http": "80", "https": "443"}
_LONGEST_HOST = 253


class WebAddress(NamedTuple):
    """An address in its parts, already encoded; `query` and `fragment` are None where they are absent."""

    scheme: str
    host: str
    port: str | None
    path: str
    query: str | None
    fragment: str | None

    def __str__(self) -> str:
        query = "" if self.query is None else f"?{self.query}"
        fragment = "" if self.fragment is None else f"#{self.fragment}"
        return f"{self.origin}{self.path}{query}{fragment}"

    @property
    def origin(self) -> str:
        """Return scheme, host and port."""
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")

    def canonical(self) -> "WebAddress":
        """Return the address of the document itself: no fragment, no campaign parameters."""
        return self.without_campaign()._replace(fragment=None)

    def without_campaign(self) -> "WebAddress":
        """Return the address without its `utm_*` pairs; all other bytes stay."""
        pairs = (self.query or "").split("&")
        kept = [p for p in pairs if not unquote(p.partition("=")[0]).lower().startswith("utm_")]
        if len(kept) == len(pairs):
            return self
        return self._replace(query="&".join(kept) or None)

    def tagged(self, pairs: tuple[tuple[str, str], ...]) -> "WebAddress":
        """Return the address with these campaign pairs at the end of its query, and no others."""
        if not pairs:
            return self
        bare = self.without_campaign()
        added = "&".join(f"{name}={encode(value)}" for name, value in pairs)
        between = "&" if bare.query and not bare.query.endswith("&") else ""
        return bare._replace(query=f"{bare.query or ''}{between}{added}")

    def comparable(self) -> str:
        """Return a text that is equal for addresses of the same document, whatever scheme or campaign."""
        bare = self.canonical()
        return str(bare._replace(scheme="https", path=bare.path or "/"))


def parse(text: str) -> WebAddress:
    """Return the address in its parts; raise ValueError saying why it cannot be shared.

    Existing `%XX` stay as they are, so that `%2F` never becomes `/`; order, `+`, empty and repeated
    parameters stay. Host names go to A-labels (UTS 46), non-ASCII to UTF-8 octets (RFC 3987 §3.1).
    """
    trimmed = _CONTROLS.sub("", text.strip(" \t\r\n\f\v")).strip(" ")
    parts = _PARTS.match(trimmed)
    if parts is None:
        raise ValueError("it is not an absolute http or https address")
    scheme, authority, path, query, fragment = parts.groups()
    scheme = scheme.lower()
    if scheme not in _PORTS:
        raise ValueError(f"it begins with {scheme}:, not with http: or https:")
    if "@" in authority:
        raise ValueError("it carries a user name")
    host_port = _AUTHORITY.match(authority)
    if host_port is None:
        raise ValueError("it names no host")
    host, port = host_port.groups()
    if port and int(port[:6]) > 65535:
        raise ValueError(f"there is no port {port[:6]}")
    return WebAddress(
        scheme,
        _ascii_host(host),
        port if port and port != _PORTS[scheme] else None,
        _octets(path),
        None if query is None else _octets(query),
        None if fragment is None else _octets(fragment),
    )


def https(text: str | None) -> str | None:
    """Return the address of a picture, film or profile made ASCII, None unless it is absolute https."""
    try:
        found = parse(text or "")
    except ValueError:
        return None
    return str(found) if found.scheme == "https" else None


def _ascii_host(host: str) -> str:
    if host.startswith("["):
        return host.lower()
    if host.isascii():
        ascii_host = host.lower()
    else:
        try:
            mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        except idna.IDNAError as error:
            raise ValueError(f"its host name cannot be used: {error}") from error
        ascii_host = ".".join(map(_a_label, mapped.split(".")))
    if len(ascii_host) > _LONGEST_HOST or not _LABELS.match(ascii_host):
        raise ValueError("its host name cannot be used")
    return ascii_host


def _a_label(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")


def _octets(part: str) -> str:
    return _ENCODED.sub(_octet, part)


def _octet(found: re.Match[str]) -> str:
    character = found.group()
    if "\ud800" <= character <= "\udfff":
        character = "\ufffd"  # a lone surrogate is no character: browsers send this one (WHATWG URL)
    return "".join(f"%{byte:02X}" for byte in character.encode())
