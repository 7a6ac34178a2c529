"""What an answer for a feed must say: rule B22, and what D-20 to D-25 ask of caches and clients (RFC 9110, 9111)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from syndication.validate.datatypes import instant
from syndication.validate.finding import Finding, shown

_ETAG = re.compile(r'"[\x21\x23-\x7e]*"')
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age=(\d+)(?:$|[,\s])")
_CHARSET = re.compile(r";\s*charset=\"?utf-8\"?\s*(?:;|$)", re.IGNORECASE)
_LINK = re.compile(r"<[^<>]*>(?:\s*;\s*[A-Za-z*-]+(?:=(?:\"[^\"]*\"|[^\s;,\"]+))?)*")
_WITH_CHARSET = ("application/rss+xml", "application/atom+xml", "application/xml", "text/")
_SAME = ("etag", "last-modified", "cache-control", "vary", "access-control-allow-origin", "link")
_SPARED = {"last-modified", "link"}
"""A 304 that has an ETag should leave out what the cache knows already (RFC 9110 §15.4.5)."""
_ADVICE = "answer every method and status with the same validators and caching headers"


class Answer(NamedTuple):
    """One answer: its status, and its headers by lower-case name. `body` counts the bytes that followed."""

    status: int
    headers: Mapping[str, str]
    method: str = "GET"
    body: int = 0


def validate_answers(answers: Sequence[Answer], now: datetime) -> list[Finding]:
    """Return what is wrong with the answers for one address; never raises.

    The first is the plain answer to GET. The others may be of HEAD, of a conditional GET, or of another
    content coding: they are held against it.
    """
    said: list[str] = []
    for answer in answers:
        lowered = answer._replace(headers={name.lower(): value for name, value in answer.headers.items()})
        what = f"{lowered.method} {lowered.status}"
        said += [f"{what}: {text}" for text in _alone(lowered, now)]
    if answers:
        said += _together(answers)
    return [Finding(level="error", rule="B22", text=text, advice=_ADVICE) for text in dict.fromkeys(said)]


def _alone(answer: Answer, now: datetime) -> Iterator[str]:
    headers = answer.headers
    if answer.status == 429:
        if not re.fullmatch(r"[1-9]\d{0,5}", headers.get("retry-after", "")):
            yield f"Retry-After is {shown(headers.get('retry-after', ''))}, not whole seconds"
    elif answer.status not in {200, 304}:
        yield "this is neither 200 nor 304"
    else:
        if answer.status == 200:
            yield from _type(headers.get("content-type", ""))
        if answer.body and (answer.status == 304 or answer.method == "HEAD"):
            yield f"{answer.body} bytes follow where none may"
        yield from _validators(headers, now)
        yield from _caching(headers)


def _validators(headers: Mapping[str, str], now: datetime) -> Iterator[str]:
    """D-20: what a client asks with the next time."""
    if not _ETAG.fullmatch(headers.get("etag", "")):
        yield f"ETag is {shown(headers.get('etag', ''))}, not a strong one"
    modified = headers.get("last-modified")
    if modified is not None:
        when = instant(modified, "rfc822")
        if when is None or not modified.endswith("GMT"):
            yield f"Last-Modified is {shown(modified)}, not an HTTP date"
        elif when > now:
            yield f"Last-Modified is still to come: {shown(modified)}"


def _caching(headers: Mapping[str, str]) -> Iterator[str]:
    """D-22, D-23, D-25: caches, pages of other sites, and the hub."""
    if "accept-encoding" not in headers.get("vary", "").lower():
        yield "Vary does not name Accept-Encoding"
    if not _MAX_AGE.search(headers.get("cache-control", "").lower()):
        yield "Cache-Control has no max-age"
    if headers.get("access-control-allow-origin") != "*":
        yield "Access-Control-Allow-Origin is not *"
    if "link" in headers and not all(_LINK.fullmatch(part.strip()) for part in _links(headers["link"])):
        yield f"Link is not well formed: {shown(headers['link'])}"


def _type(value: str) -> Iterator[str]:
    kind = value.partition(";")[0].strip().lower()
    if "/" not in kind:
        yield f"Content-Type is {shown(value)}"
    elif kind.startswith(_WITH_CHARSET) and not _CHARSET.search(value):
        yield f"Content-Type {shown(value)} does not say charset=utf-8"


def _together(answers: Sequence[Answer]) -> Iterator[str]:
    plain = {name.lower(): value for name, value in answers[0].headers.items()}
    coding = plain.get("content-encoding", "identity")
    for other in answers[1:]:
        headers = {name.lower(): value for name, value in other.headers.items()}
        what = f"{other.method} {other.status}"
        if other.status not in {200, 304}:
            continue
        if other.status == 200 and headers.get("content-encoding", "identity") != coding:
            if headers.get("etag") == plain.get("etag"):
                yield f"{what}: two content codings share one ETag"
            continue
        for name in _SAME:
            if other.status == 304 and name in _SPARED and name not in headers:
                continue
            if headers.get(name) != plain.get(name):
                yield f"{what}: {name} is {shown(headers.get(name, ''))}, not {shown(plain.get(name, ''))}"
        if other.method == "HEAD" and headers.get("content-length") != plain.get("content-length"):
            yield f"{what}: Content-Length is not that of GET"


def _links(value: str) -> list[str]:
    return re.split(r",(?=\s*<)", value)
