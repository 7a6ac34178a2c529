"""A real browser, Chromium without a window, driven over its own protocol."""

import json
import shutil
import socket
import struct
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

PHONE = {"width": 360, "height": 800, "deviceScaleFactor": 2, "mobile": True}
DESK = {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False}


class Tab:
    """A page of the browser, driven over its own protocol (a WebSocket, RFC 6455)."""

    def __init__(self, address: str) -> None:
        host, _, path = address.removeprefix("ws://").partition("/")
        name, _, port = host.partition(":")
        self._socket = socket.create_connection((name, int(port)), timeout=20)
        self._socket.sendall(
            f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {b64encode(b'0123456789abcdef').decode()}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self._file = self._socket.makefile("rb")
        while self._file.readline() != b"\r\n":
            pass
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Call a method and return its result; events that come before it are kept."""
        self._number += 1
        data = json.dumps({"id": self._number, "method": method, "params": params}).encode()
        length = len(data)
        if length < 126:
            size = bytes((0x81, 0x80 | length))
        else:
            size = (
                struct.pack("!BBH", 0x81, 0xFE, length)
                if length < 65536
                else struct.pack("!BBQ", 0x81, 0xFF, length)
            )
        self._socket.sendall(size + b"\0\0\0\0" + data)
        while True:
            message = self._receive()
            if message.get("id") == self._number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result
            self.events.append(message)

    def wait_for(self, event: str) -> None:
        """Return once this event has come."""
        while not any(seen.get("method") == event for seen in self.events):
            self.events.append(self._receive())

    def value(self, expression: str) -> Any:
        """Return what a script says (the browser's own: the page's policy does not bind it)."""
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def close(self) -> None:
        """Close the connection."""
        self._file.close()
        self._socket.close()

    def _receive(self) -> dict[str, Any]:
        size = self._file.read(2)[1] & 0x7F
        if size >= 126:
            size = int.from_bytes(self._file.read(2 if size == 126 else 8), "big")
        message: dict[str, Any] = json.loads(self._file.read(size))
        return message


@contextmanager
def chromium(profile: Path) -> Iterator[int]:
    """Run a browser and give the port on which it is driven."""
    with subprocess.Popen(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            # Pictures of the stories are on hosts that do not exist.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "about:blank",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        noted, deadline = Path(profile, "DevToolsActivePort"), time.monotonic() + 30
        while not (noted.exists() and noted.read_text().count("\n")):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        try:
            yield int(noted.read_text().split()[0])
        finally:
            process.terminate()


def opened(browser: int, address: str, screen: dict[str, object], scheme: str = "light") -> Tab:
    """Open an address in a new tab and wait until it is loaded."""
    connection = HTTPConnection("127.0.0.1", browser, timeout=20)
    connection.request("PUT", "/json/new?about:blank")
    tab = Tab(json.load(connection.getresponse())["webSocketDebuggerUrl"])
    connection.close()
    for domain in ("Page", "Log", "Runtime", "Network"):
        tab.call(f"{domain}.enable")
    tab.call("Emulation.setDeviceMetricsOverride", **screen)
    tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    tab.call("Page.navigate", url=address)
    tab.wait_for("Page.loadEventFired")
    return tab
