"""A body with its validators, and the answers made of it once so that giving them costs nothing."""

from collections.abc import Iterable, Sequence
from email.utils import formatdate
from hashlib import blake2b
from typing import NamedTuple

from starlette.types import Message, Send

from syndication.web.conditions import Fields, outcome, prefers_gzip

Header = tuple[bytes, bytes]

# What a 304 repeats so that a cache may update what it keeps (RFC 9110 §15.4.5), and what a browser must see
# on it to let a script of another site have the kept body (Fetch, "CORS check").
_REPEATED = frozenset({b"cache-control", b"vary", b"access-control-allow-origin", b"content-security-policy"})
_NOTHING: Message = {"type": "http.response.body", "body": b""}


class Representation(NamedTuple):
    """One body in one coding. `modified` counts seconds of Unix time, None where no date proves anything.

    The answer to each status is kept twice: as the message of ASGI, and as the bytes of its header fields
    for a connection that answers by itself.
    """

    etag: bytes
    modified: int | None
    starts: dict[int, Message]
    content: Message
    heads: dict[int, bytes]

    @property
    def body(self) -> bytes:
        """Return the bytes as they are sent."""
        body: bytes = self.content["body"]
        return body


class Variants(NamedTuple):
    """The same content plain and, where there is one, in gzip."""

    plain: Representation
    gzip: Representation | None = None


def strong_etag(body: bytes) -> bytes:
    """Return a strong entity tag that follows from the bytes alone (RFC 9110 §8.8.3)."""
    return b'"' + blake2b(body, digest_size=12).hexdigest().encode() + b'"'


def represent(
    body: bytes,
    headers: Iterable[Header],
    *,
    modified: int | None = None,
    proof: bool = True,
    coding: bytes | None = None,
) -> Representation:
    """Return the body with its 200, 304 and 412 made ready; Vary is among them always (RFC 9110 §12.5.5).

    `modified` goes out as Last-Modified; without `proof` it answers no condition, because other bytes had the
    same date (RFC 9110 §8.8.2.2).
    """
    etag = strong_etag(body)
    common = [(b"etag", etag), (b"vary", b"Accept-Encoding"), *headers]
    if modified is not None:
        common.append((b"last-modified", formatdate(modified, usegmt=True).encode()))
    if coding is not None:
        common.append((b"content-encoding", coding))
    kept = [(name, value) for name, value in common if name in _REPEATED or name == b"etag"]
    starts = {
        200: _start(200, [*common, (b"content-length", b"%d" % len(body))]),
        304: _start(304, kept),
        412: _start(412, [*kept, (b"content-length", b"0")]),
    }
    heads = {status: _lines(start["headers"]) for status, start in starts.items()}
    content: Message = {"type": "http.response.body", "body": body}
    return Representation(etag, modified if proof else None, starts, content, heads)


def choose(found: Fields, variants: Variants) -> tuple[int, Representation]:
    """Return the status for a GET or HEAD, and the representation that it is about."""
    chosen = variants.plain
    if variants.gzip is not None and prefers_gzip(found.get(b"accept-encoding")):
        chosen = variants.gzip
    return outcome(found, chosen.etag, chosen.modified), chosen


async def answer(send: Send, method: str, found: Fields, variants: Variants) -> int:
    """Answer a GET or HEAD and return the status."""
    status, chosen = choose(found, variants)
    await send(chosen.starts[status])
    await send(chosen.content if status == 200 and method != "HEAD" else _NOTHING)
    return status


async def brief(send: Send, status: int, text: str, headers: Sequence[Header] = ()) -> int:
    """Answer with a line of plain text (none for 204) and return the status."""
    body = b"" if status == 204 else text.encode() + b"\n"
    about = [] if status == 204 else [(b"content-type", b"text/plain; charset=utf-8")]
    about += [(b"content-length", b"%d" % len(body))] if body else []
    await send(_start(status, [*about, (b"x-content-type-options", b"nosniff"), *headers]))
    await send({"type": "http.response.body", "body": body})
    return status


def _start(status: int, headers: list[Header]) -> Message:
    return {"type": "http.response.start", "status": status, "headers": headers}


def _lines(headers: list[Header]) -> bytes:
    return b"".join(b"%s: %s\r\n" % header for header in headers) + b"\r\n"
