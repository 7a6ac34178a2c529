"""The pages in a real browser: Chromium without a window."""

import json
import shutil
import socket
import struct
import subprocess
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from syndication.model import Article
from tests.web.newsroom import Client, story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

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
        size = (
            struct.pack("!BBH", 0x81, 0xFE, len(data)) if len(data) > 125 else bytes((0x81, 0x80 | len(data)))
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
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"]["value"]

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


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port on which a running browser is driven."""
    profile = tmp_path_factory.mktemp("chromium")
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
        yield int(noted.read_text().split()[0])
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


def addresses(client: Client) -> dict[str, str]:
    """Return the pages that are looked at."""
    base = f"http://127.0.0.1:{client.port}"

    def path(article: Article) -> str:
        return base + client.newsroom.settings.site.path(article)

    stories = {name: path(story(name)) for name in ("ferry", "urdu", "hostile")}
    return {"index": f"{base}/", "feed": f"{base}/feeds/coast", "notice": f"{base}/nothing", **stories}


@pytest.mark.parametrize("name", ["index", "feed", "ferry", "urdu", "hostile", "notice"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_fits_the_screen_and_raises_no_error(
    browser: int, client: Client, name: str, screen: dict[str, object]
) -> None:
    address = addresses(client)[name]
    tab = opened(browser, address, screen)
    try:
        assert tab.value("document.documentElement.scrollWidth") <= int(str(screen["width"]))
        assert tab.value("getComputedStyle(document.body).maxWidth") != "none"  # the style sheet was let in
        assert tab.value("document.querySelectorAll('main, header, footer').length") >= 3
        if name == "ferry":
            assert "one very loud ship's horn" in tab.value("document.body.innerText")
        picture = b64decode(tab.call("Page.captureScreenshot", format="png")["data"])
        assert picture.startswith(b"\x89PNG")
        assert len(picture) > 5000
        entries = [e["params"]["entry"] for e in tab.events if e.get("method") == "Log.entryAdded"]
        # The notice is a 404, and the pictures' hosts do not exist; nothing else may be said.
        said = [e for e in entries if e["level"] == "error" and e.get("url") != address]
        assert [e for e in said if not str(e.get("url", "")).startswith("https://img.example/")] == []
        assert [e for e in tab.events if e.get("method") == "Runtime.exceptionThrown"] == []
        asked = [
            e["params"]["request"]["url"]
            for e in tab.events
            if e.get("method") == "Network.requestWillBeSent"
        ]
        others = [url for url in asked if not url.startswith(f"http://127.0.0.1:{client.port}/")]
        assert set(others) <= {"https://img.example/sagar-1280.jpg"}
    finally:
        tab.close()


CONTRAST = """
(() => {
  const luminance = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126*r + 0.7152*g + 0.0722*b; };
  const ground = e => { for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
  const poor = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
  }
  return poor;
})()
"""


@pytest.mark.parametrize("name", ["index", "feed", "ferry", "notice"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(browser: int, client: Client, name: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1."""
    tab = opened(browser, addresses(client)[name], DESK, scheme)
    try:
        dark = tab.value("getComputedStyle(document.body).backgroundColor") == "rgb(22, 21, 19)"
        assert dark is (scheme == "dark")
        assert tab.value(CONTRAST) == []
    finally:
        tab.close()


def test_a_keyboard_reaches_the_content_first(browser: int, client: Client) -> None:
    tab = opened(browser, addresses(client)["ferry"], DESK)
    try:
        for kind in ("keyDown", "keyUp"):
            tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        assert tab.value("document.activeElement.textContent") == "Skip to the content"
        assert tab.value("document.activeElement.getBoundingClientRect().left") >= 0
    finally:
        tab.close()
