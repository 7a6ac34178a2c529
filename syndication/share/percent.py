"""Percent-encoding: every value that goes into a share link goes through here, once."""

from urllib.parse import quote


def encode(value: str) -> str:
    """Return the UTF-8 bytes of `value` percent-encoded, unreserved characters kept (RFC 3986 §2.1, §2.3).

    A blank is `%20`: `+` for a blank belongs to HTML forms, and mail, messaging and fragments show it.
    """
    return quote(value, safe="")
