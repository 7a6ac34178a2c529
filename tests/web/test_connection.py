"""Clients that mean no good, or are merely broken: others are served, and what they hold comes back."""

import re
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.web.newsroom import Client, serving

ASK = b"GET /feeds/coast.rss HTTP/1.1\r\nHost: h\r\n"


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server that waits about a second where others wait longer."""
    root = tmp_path_factory.mktemp("impatient")
    with serving(root, head_seconds=0.5, idle_seconds=1, stall_seconds=0.8, connections=60) as reader:
        reader.newsroom.publish("coast.json", b"{" + b" " * 30_000_000 + b"}")
        yield reader


def status(answer: bytes) -> bytes:
    """Return the status code of an answer."""
    return answer.split(b" ", 2)[1] if answer else b""


def seconds_until_closed(connection: socket.socket, most: float) -> float:
    """Return after how long the server ended the connection."""
    connection.settimeout(most)
    begin = time.monotonic()
    try:
        while connection.recv(65536):
            pass
    except ConnectionResetError:
        pass
    return time.monotonic() - begin


def sent_until_cut(connection: socket.socket, piece: bytes, pause: float, most: float) -> int:
    """Send `piece` again and again until the server cuts the connection; fail after `most` seconds."""
    sent, deadline = 0, time.monotonic() + most
    while time.monotonic() < deadline:
        try:
            sent += connection.send(piece)
        except (ConnectionResetError, BrokenPipeError):
            return sent
        time.sleep(pause)
    pytest.fail(f"not cut within {most} seconds")


def received(connection: socket.socket) -> int:
    """Return how many bytes still come until the connection ends, in whatever way."""
    got = 0
    try:
        while part := connection.recv(1 << 20):
            got += len(part)
    except ConnectionResetError:
        pass
    return got


@pytest.mark.parametrize(
    ("request_bytes", "expected"),
    [
        pytest.param(ASK + b"X: " + b"a" * 70_000 + b"\r\n\r\n", b"431", id="one long header"),
        pytest.param(ASK + b"X: 1\r\n" * 5000 + b"\r\n", b"431", id="5000 headers"),
        pytest.param(ASK + b"X: 1\r\n" * 300 + b"\r\n", b"431", id="300 headers"),
        pytest.param(ASK + b"X: " + b"a" * 70_000, b"431", id="headers without end"),
        pytest.param(b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: h\r\n\r\n", b"414", id="long address"),
        pytest.param(b"GET / HTTP/1.1\r\n\r\n", b"400", id="no host"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400", id="two hosts"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"400", id="TLS"),
        pytest.param(b"GET /\xff HTTP/1.1\r\nHost: h\r\n\r\n", b"400", id="raw bytes in the address"),
        pytest.param(b"CONNECT example.org:443 HTTP/1.1\r\nHost: h\r\n\r\n", b"400", id="a proxy's method"),
        pytest.param(
            b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            b"400",
            id="two lengths",
        ),
        pytest.param(
            b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"400",
            id="length and chunks",
        ),
        pytest.param(
            b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"400",
            id="a chunk of no size",
        ),
        pytest.param(b"GET / HTTP/1.0\r\n\r\n", b"200", id="an old client"),
        pytest.param(
            b"GET / HTTP/1.1\r\nHost: h\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
            b"200",
            id="an upgrade",
        ),
    ],
)
def test_refuses_what_it_does_not_understand_or_want(
    client: Client, request_bytes: bytes, expected: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=5) as connection:
        connection.sendall(request_bytes)
        assert status(connection.recv(65536)) == expected
    assert client.get("/healthz")[0].status == 200


def test_several_requests_on_one_connection_are_answered_in_order(client: Client) -> None:
    answer = client.raw(ASK + b"\r\n" + b"HEAD /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200") == 2
    assert answer.endswith(b"\r\n\r\n")


def test_a_feed_after_a_page_waits_for_its_turn(client: Client) -> None:
    asked = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n" + ASK + b"\r\n"
    last = b"GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
    answer = client.raw(asked * 3 + last)
    kinds = re.findall(rb"\r\ncontent-type: ([a-z/+]+)", answer)
    assert kinds == [b"text/html", b"application/rss+xml"] * 3 + [b"text/plain"]


def test_a_client_that_asks_and_asks_and_never_reads_gets_no_more_than_fits(impatient: Client) -> None:
    """Thousands of requests in one packet, for 30 MB each: what is owed stays bounded."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        connection.connect(("127.0.0.1", impatient.port))
        connection.settimeout(5)
        connection.sendall(b"GET /feeds/coast.json HTTP/1.1\r\nHost: h\r\n\r\n" * 4000)
        assert impatient.get("/feeds/coast.rss")[0].status == 200
        status_file = Path(f"/proc/{impatient.process.pid}/status").read_text()
        assert int(re.findall(r"VmRSS:\s+(\d+)", status_file)[0]) < 300_000
        time.sleep(3)
        assert received(connection) < 60_000_000


def test_a_large_body_is_not_read(client: Client) -> None:
    """An answer comes at once; of 300 MB that are announced next to nothing is taken."""
    with socket.create_connection(("127.0.0.1", client.port), timeout=5) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 300000000\r\n\r\n")
        assert status(connection.recv(65536)) == b"405"
        # What the kernel holds between the two, not the process.
        assert sent_until_cut(connection, b"x" * 65536, 0, 10) < 20_000_000


def test_slow_headers_are_cut(impatient: Client) -> None:
    with socket.create_connection(("127.0.0.1", impatient.port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: h\r\n")
        connection.settimeout(5)
        assert status(connection.recv(65536)) == b"408"
        assert connection.recv(65536) == b""


@pytest.mark.parametrize("first", [b"", b"\r\n", ASK + b"\r\n", ASK + b"\r\n" + b"GET / HT"])
def test_silence_is_cut(impatient: Client, first: bytes) -> None:
    with socket.create_connection(("127.0.0.1", impatient.port)) as connection:
        connection.sendall(first)
        assert seconds_until_closed(connection, 5) < 5


def test_a_body_that_drips_is_cut(impatient: Client) -> None:
    with socket.create_connection(("127.0.0.1", impatient.port)) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n")
        assert sent_until_cut(connection, b"x", 0.1, 6) > 0


def test_blank_lines_do_not_keep_a_connection(impatient: Client) -> None:
    with socket.create_connection(("127.0.0.1", impatient.port)) as connection:
        assert sent_until_cut(connection, b"\r\n", 0.1, 6) > 0


def test_a_client_that_does_not_read_is_cut_and_one_that_reads_slowly_is_not(impatient: Client) -> None:
    ask = b"GET /feeds/coast.json HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
    with ExitStack() as open_ones:
        connections = []
        for _ in range(2):
            connection = open_ones.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
            connection.connect(("127.0.0.1", impatient.port))
            connection.settimeout(5)
            connection.sendall(ask)
            connections.append(connection)
        deaf, slow = connections
        got, begin = 0, time.monotonic()
        while time.monotonic() < begin + 2.5:
            got += len(slow.recv(200_000))
            time.sleep(0.05)
        assert got + received(slow) > 30_000_000
        assert received(deaf) < 30_000_000


def test_many_half_sent_requests_do_not_hold_up_others(impatient: Client) -> None:
    before = len(list(Path(f"/proc/{impatient.process.pid}/fd").iterdir()))
    with ExitStack() as open_ones:
        for _ in range(50):
            connection = open_ones.enter_context(socket.create_connection(("127.0.0.1", impatient.port)))
            connection.sendall(b"GET / HTTP/1.1\r\nHo")
        begin = time.monotonic()
        assert impatient.get("/feeds/coast.rss")[0].status == 200
        assert time.monotonic() - begin < 1
        for _ in range(20):
            connection = open_ones.enter_context(socket.create_connection(("127.0.0.1", impatient.port)))
            connection.sendall(b"GET / HTTP/1.1\r\nHo")
        response, _ = impatient.get("/feeds/coast.rss")
        assert response.status == 503  # one too many; in a second there is room again
    deadline = time.monotonic() + 5
    while impatient.get("/feeds/coast.rss")[0].status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    while len(list(Path(f"/proc/{impatient.process.pid}/fd").iterdir())) > before + 1:
        assert time.monotonic() < deadline
        time.sleep(0.1)
