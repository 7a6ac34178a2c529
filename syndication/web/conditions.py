"""What a request asks about what it already has and what it can read (RFC 9110 §12.5.3 and §13)."""

import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from functools import lru_cache

Fields = dict[bytes, bytes]

_READ = frozenset(
    {b"accept-encoding", b"if-match", b"if-modified-since", b"if-none-match", b"if-unmodified-since"}
)
_CONDITIONS = _READ - {b"accept-encoding"}
_TAG = re.compile(rb'(W/)?("[^"]*")')
_WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\Z")
_GZIP_NAMES = ("gzip", "x-gzip")


def fields(headers: Iterable[tuple[bytes, bytes]]) -> Fields:
    """Return the fields that decide here, repeated ones joined by a comma (RFC 9110 §5.3)."""
    found: Fields = {}
    for name, value in headers:
        if name in _READ:
            found[name] = found[name] + b", " + value if name in found else value
    return found


@lru_cache(maxsize=256)
def prefers_gzip(accepted: bytes | None) -> bool:
    """Say whether gzip is wanted at least as much as the plain bytes (RFC 9110 §12.5.3).

    A request without the field gets plain bytes, and so does one that accepts nothing: a feed that cannot
    be unpacked is of less use than one in a coding that was refused.
    """
    if accepted is None:
        return False
    weights: dict[str, float] = {}
    for item in accepted.decode("latin-1").lower().split(","):
        coding, _, parameter = item.partition(";")
        key, _, weight = parameter.partition("=")
        if key.strip() == "q":
            weights[coding.strip()] = float(weight) if _WEIGHT.match(weight := weight.strip()) else 0.0
        else:
            weights[coding.strip()] = 1.0
    rest = weights.get("*", 0.0)
    gzip = max((weights[name] for name in _GZIP_NAMES if name in weights), default=rest)
    # Identity stays acceptable where nobody refused it, but anything that is listed comes before it.
    identity = weights.get("identity", rest)
    return gzip > 0 and gzip >= identity


def outcome(found: Fields, etag: bytes, modified: int | None) -> int:
    """Return 200, 304 or 412 for a GET or HEAD, in the order of RFC 9110 §13.2.2.

    `etag` is the strong tag of the representation that was chosen, `modified` its Last-Modified in seconds
    of Unix time. A date that cannot be read does not count.
    """
    if _CONDITIONS.isdisjoint(found):
        return 200
    if _moved(found, etag, modified):
        return 412
    if (held := found.get(b"if-none-match")) is not None:
        known = held == etag or held.strip() == b"*" or _names(held, etag, weak=True)
        return 304 if known else 200
    since = _seconds(found.get(b"if-modified-since"))
    return 304 if modified is not None and since is not None and modified <= since else 200


def _moved(found: Fields, etag: bytes, modified: int | None) -> bool:
    if (wanted := found.get(b"if-match")) is not None:
        return wanted.strip() != b"*" and not _names(wanted, etag, weak=False)
    limit = _seconds(found.get(b"if-unmodified-since"))
    return modified is not None and limit is not None and modified > limit


def _names(listed: bytes, etag: bytes, *, weak: bool) -> bool:
    return any(tag == etag and (weak or not mark) for mark, tag in _TAG.findall(listed))


@lru_cache(maxsize=256)
def _seconds(date: bytes | None) -> int | None:
    if date is None:
        return None
    try:
        return int(parsedate_to_datetime(date.decode("ascii")).timestamp())
    except (ValueError, OverflowError):  # no date, or one that no clock can hold
        return None
