"""One connection of a client, with the bounds that uvicorn leaves open.

uvicorn reads headers of any length for any time, keeps reading the body of a request that was answered, and
waits for ever for a client that takes no byte. Here everything that arrives is counted, and a sweep once a
second looks at the clock, so that a request costs no timer of its own.
"""

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

HEAD_BYTES = 64 * 1024
HEAD_LINES = 200
URL_BYTES = 8 * 1024
BODY_BYTES = 64 * 1024


class Limits:
    """Seconds for a request to arrive, and for a client to take some of its answer."""

    def __init__(self, head: float, stall: float) -> None:
        self.head = head
        self.stall = stall


class Connection(HttpToolsProtocol):
    """An HTTP/1.1 connection with bounds."""

    limits = Limits(20, 40)

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
        self._unsent = 0
        self._moved = 0.0

    def data_received(self, data: bytes) -> None:
        """Count and pass on what arrives."""
        if self._refused:
            return
        if self._arriving is None:
            self._arriving = self.loop.time()
        self._received += len(data)
        super().data_received(data)
        if self._in_head and self._received > HEAD_BYTES:
            self._refuse(431)
        elif self._received > HEAD_BYTES + BODY_BYTES:
            self._refuse(413)

    def on_headers_complete(self) -> None:
        """Refuse what is too long or names no host or several (RFC 9112 §3.2), before any answer is made."""
        self._in_head = False
        hosts = [name for name, _ in self.headers if name == b"host"]
        if len(self.url) > URL_BYTES:
            self._refuse(414)
        elif (
            len(self.headers) > HEAD_LINES
            or sum(len(name) + len(value) + 4 for name, value in self.headers) > HEAD_BYTES
        ):
            self._refuse(431)
        elif len(hosts) > 1 or (not hosts and self.parser.get_http_version() == "1.1"):
            self._refuse(400)
        elif not self._refused:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Pass the body on."""
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """Note that the request is whole; the next byte begins another."""
        self._arriving = None
        self._in_head = True
        self._received = 0
        if not self._refused:
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
        if self._arriving is not None and now - self._arriving > self.limits.head:
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
