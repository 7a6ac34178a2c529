"""One connection of a client, with the bounds that uvicorn leaves open.

uvicorn reads headers of any length for any time, keeps reading the body of a request that was answered, and
waits for ever for a client that takes no byte. Here everything that arrives is counted, and a sweep once a
second looks at the clock, so that a request costs no timer of its own.

A plain question for a feed is answered right here, in one write and without a task: that halves the cost of a
304. Whatever is not plain takes the way through ASGI, and gets the same bytes.
"""

import asyncio
from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from syndication.web.representation import Representation

HEAD_BYTES = 64 * 1024
HEAD_LINES = 200
URL_BYTES = 8 * 1024
BODY_BYTES = 64 * 1024
_BODY = frozenset({b"content-length", b"transfer-encoding"})


class Limits(NamedTuple):
    """Seconds for a request to arrive, between two requests, and for a client to take some of its answer."""

    head: float = 20
    idle: float = 60
    stall: float = 40


class Shortcut(Protocol):
    """Knows what a GET or HEAD of a path is answered with, or None; see Front.at_once."""

    def __call__(
        self, target: bytes, headers: Iterable[tuple[bytes, bytes]], /
    ) -> tuple[int, Representation] | None:
        """Return the status and the representation that it is about."""


class Connection(HttpToolsProtocol):
    """An HTTP/1.1 connection with bounds."""

    limits = Limits()
    shortcut: Shortcut

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._arriving: float | None = self.loop.time()
        self._in_head = True
        self._received = 0
        self._refused = False
        self._answered = False
        self._idle_since: float | None = None
        self._unsent = 0
        self._moved = 0.0

    def data_received(self, data: bytes) -> None:
        """Count and pass on what arrives."""
        if self._refused:
            return
        if self._arriving is None:
            self._arriving = self.loop.time()
        self._idle_since = None
        self._received += len(data)
        super().data_received(data)
        if self._in_head and self._received > HEAD_BYTES:
            self._refuse(431)
        elif self._received > HEAD_BYTES + BODY_BYTES:
            self._refuse(413)

    def on_headers_complete(self) -> None:
        """Refuse what is too long or names no host or several (RFC 9112 §3.2), before any answer is made."""
        self._in_head = False
        self._answered = False
        names = [name for name, _ in self.headers]
        hosts = names.count(b"host")
        if len(self.url) > URL_BYTES:
            self._refuse(414)
        elif len(self.headers) > HEAD_LINES or self._received > HEAD_BYTES < sum(
            len(name) + len(value) + 4 for name, value in self.headers
        ):
            self._refuse(431)
        elif hosts > 1 or (not hosts and self.parser.get_http_version() == "1.1"):
            self._refuse(400)
        elif not self._refused and not (_BODY.isdisjoint(names) and self._answer_at_once()):
            super().on_headers_complete()

    def _answer_at_once(self) -> bool:
        """Answer a GET or HEAD of a feed where nothing stands in the way; say whether that was done."""
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request, whatever it declares
        method = self.parser.get_method()
        if (
            method not in (b"GET", b"HEAD")
            or (cycle is not None and not cycle.response_complete)
            or self.flow.write_paused
            or self.transport.is_closing()
            or not self.parser.should_keep_alive()
            or self.parser.should_upgrade()
            or self.parser.get_http_version() != "1.1"
            or (self.limit_concurrency is not None and len(self.connections) >= self.limit_concurrency)
        ):
            return False
        found = self.shortcut(self.url.partition(b"?")[0], self.headers)
        if found is None:
            return False
        status, chosen = found
        dated = [b"%s: %s\r\n" % header for header in self.server_state.default_headers]
        parts = [STATUS_LINE[status], *dated, chosen.heads[status]]
        if status == 200 and method == b"GET":
            parts.append(chosen.body)
        self.transport.writelines(parts)
        self._answered = True
        self._idle_since = self.loop.time()
        return True

    def on_body(self, body: bytes) -> None:
        """Pass the body on."""
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """Note that the request is whole; the next byte begins another."""
        self._arriving = None
        self._in_head = True
        self._received = 0
        if not self._refused and not self._answered:
            super().on_message_complete()

    def sweep(self, now: float) -> None:
        """Cut the connection where its client has had its time."""
        unsent = self.transport.get_write_buffer_size()
        if unsent == 0 or unsent != self._unsent:
            self._unsent, self._moved = unsent, now
        elif now - self._moved > self.limits.stall:
            # Closing would wait for the very bytes that nobody takes.
            self.transport.abort()
            return
        if self._idle_since is not None and now - self._idle_since > self.limits.idle:
            self.transport.close()
        elif self._arriving is not None and now - self._arriving > self.limits.head:
            if self._in_head and self._received:
                self._refuse(408)
            if self.transport.get_write_buffer_size():
                self.transport.abort()
            else:
                self.transport.close()

    def _refuse(self, status: int) -> None:
        """Answer once with a bare status and close; the rest of what comes is not read."""
        if self._refused or self.transport.is_closing():
            return
        self._refused = True
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request, whatever it declares
        # An answer that is under way must not be followed by a second one.
        if cycle is None or not cycle.response_started or cycle.response_complete:
            self.transport.write(STATUS_LINE[status] + b"content-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()
