"""`/oembed`: what other sites show of our stories (oEmbed 1.0); `syndication.share` decides, this serves."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope, Send

from syndication.share import Shareable, oembed_answer
from syndication.web.conditions import fields
from syndication.web.paper import ANYONE, document
from syndication.web.representation import Header, answer, brief
from syndication.web.settings import WebSettings
from syndication.web.terms import terms_headers

_READ: Header = (b"allow", b"GET, HEAD, OPTIONS")
_EXPOSED: Header = (b"access-control-expose-headers", b"ETag")
_PREFLIGHT: tuple[Header, ...] = (
    _READ,
    ANYONE,
    (b"access-control-allow-methods", b"GET, HEAD, OPTIONS"),
    (b"access-control-allow-headers", b"If-None-Match"),
    (b"access-control-max-age", b"86400"),
)
_UNCACHED: Header = (b"cache-control", b"no-store")
_MORE: dict[int, tuple[Header, ...]] = {
    405: (_READ,),
    # RFC 9110 §15.5.2 wants a challenge; no browser has a form for this one, so nobody is asked for a password.
    401: ((b"www-authenticate", b'Subscription realm="stories"'),),
}


class OEmbed:
    """An ASGI application for this one address; errors have a status and no body."""

    def __init__(self, settings: WebSettings, find: Callable[[str, datetime], Shareable | None]) -> None:
        self._site = settings.site
        self._terms = terms_headers(settings.site)
        self._find = find

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's
        """Answer one request (ASGI 3)."""
        method, now = scope["method"], datetime.now(UTC)
        if method == "OPTIONS":
            await brief(send, 204, "", _PREFLIGHT)
            return
        found = oembed_answer(
            method, _first(scope["query_string"]), self._site, lambda short: self._find(short, now)
        )
        if found.media_type is None:
            headers = [(b"content-length", b"0"), ANYONE, _UNCACHED, *_MORE.get(found.status, ())]
            await send({"type": "http.response.start", "status": found.status, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        # JSON has no charset parameter (RFC 8259 §11); XML says it outside as well as inside.
        charset = "; charset=utf-8" if found.media_type == "text/xml" else ""
        served = document(found.body, found.media_type + charset, ANYONE, _EXPOSED, *self._terms)
        await answer(send, method, fields(scope["headers"]), served)


def _first(query: bytes) -> dict[str, str]:
    """Return the parameters, of each name the first."""
    given: dict[str, str] = {}
    for name, value in parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True, errors="replace"):
        given.setdefault(name, value)
    return given
