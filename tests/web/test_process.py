"""The web process begins when it can serve, and ends when it is told to or is left alone."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from syndication.errors import CannotServe
from syndication.web import start
from syndication.web.settings import encode
from tests.web.newsroom import Client, Newsroom, serving


def alive(pid: int) -> bool:
    """Say whether a process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def ends(pid: int, seconds: float) -> bool:
    """Say whether the process ends within this time."""
    deadline = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(pid)


def test_says_where_it_cannot_listen(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.store.close()
    with (
        socket.create_server(("127.0.0.1", newsroom.settings.port)),
        pytest.raises(CannotServe, match=f"^127.0.0.1:{newsroom.settings.port}: .*in use.*choose another"),
    ):
        start(newsroom.settings)


def test_says_that_an_address_is_none(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, host="no-such-host.invalid", port=8080)
    newsroom.store.close()
    with pytest.raises(CannotServe, match=r"^no-such-host\.invalid:8080: no such address"):
        start(newsroom.settings)


def test_takes_a_free_port(tmp_path: Path) -> None:
    with serving(tmp_path, port=0) as client:
        assert client.port > 0
        assert client.get("/healthz")[0].status == 200


@pytest.mark.parametrize("pest", ["nobody", "idle", "half-sent", "deaf"])
def test_sigterm_ends_it_in_time_with_status_0(tmp_path: Path, pest: str) -> None:
    with serving(tmp_path) as client, socket.socket() as connection:
        client.newsroom.publish("coast.rss", b" " * 30_000_000)
        if pest != "nobody":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
            connection.connect(("127.0.0.1", client.port))
        if pest == "half-sent":
            connection.sendall(b"GET / HTTP/1.1\r\nHo")
        elif pest == "deaf":
            connection.sendall(b"GET /feeds/coast.rss HTTP/1.1\r\nHost: h\r\n\r\n")
        time.sleep(0.3)
        begin = time.monotonic()
        assert client.process.stop() == 0
        assert time.monotonic() - begin < 8, "the daemon itself must end within ten seconds"


def test_an_answer_under_way_is_finished(tmp_path: Path) -> None:
    with (
        serving(tmp_path) as client,
        socket.create_connection(("127.0.0.1", client.port), timeout=5) as connection,
    ):
        client.newsroom.publish("coast.rss", b" " * 30_000_000)
        connection.sendall(b"GET /feeds/coast.rss HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        got = len(connection.recv(65536))
        os.kill(client.process.pid, signal.SIGTERM)
        while part := connection.recv(1 << 20):
            got += len(part)
        assert got > 30_000_000


def test_a_second_sigterm_ends_it_at_once(tmp_path: Path) -> None:
    with serving(tmp_path) as client, socket.socket() as connection:
        client.newsroom.publish("coast.rss", b" " * 30_000_000)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        connection.connect(("127.0.0.1", client.port))
        connection.sendall(b"GET /feeds/coast.rss HTTP/1.1\r\nHost: h\r\n\r\n")
        time.sleep(0.3)
        os.kill(client.process.pid, signal.SIGTERM)
        time.sleep(0.5)
        begin = time.monotonic()
        assert client.process.stop() == 0
        assert time.monotonic() - begin < 1


def test_sigint_is_the_parents_business(tmp_path: Path) -> None:
    with serving(tmp_path) as client:
        os.kill(client.process.pid, signal.SIGINT)
        time.sleep(0.3)
        assert client.get("/healthz")[0].status == 200


PARENT = """
import sys, time
from syndication.web import start
from syndication.web.settings import decode
process = start(decode(sys.stdin.buffer.readline()))
print(process.pid, flush=True)
time.sleep(60)
"""


def test_it_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.store.close()
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdin is not None
    assert parent.stdout is not None
    with parent.stdin, parent.stdout:
        parent.stdin.write(encode(newsroom.settings))
        parent.stdin.flush()
        child = int(parent.stdout.readline())
        assert alive(child)
        parent.kill()
        parent.wait()
        assert ends(child, 3)
    with start(newsroom.settings) as again:  # the port is free
        assert again.port == newsroom.settings.port


def test_it_ends_when_its_pipe_is_closed(tmp_path: Path) -> None:
    """The way out where the kernel knows no parent-death signal, and from a parent that lost its handle."""
    newsroom = Newsroom(tmp_path)
    newsroom.store.close()
    child = subprocess.Popen(
        [sys.executable, "-m", "syndication.web"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdout:
        child.stdin.write(encode(newsroom.settings))
        child.stdin.flush()
        assert msgspec.json.decode(child.stdout.readline())["port"] == newsroom.settings.port
        child.stdin.close()
        assert child.wait(3) == 0


def test_serves_feeds_while_there_is_no_store_and_the_rest_once_there_is(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, store=f"sqlite:///{tmp_path / 'later.db'}")
    newsroom.publish_all()
    newsroom.store.close()
    with start(newsroom.settings) as process:
        client = Client(newsroom, process)
        assert client.get("/feeds/coast.rss")[0].status == 200
        page, _ = client.get("/")
        assert (page.status, page.headers["Retry-After"]) == (503, "5")
        ready, body = client.get("/readyz")
        assert (ready.status, b"store" in body) == (503, True)
        assert b"later.db" not in body
        assert b"syndication_store_up 0.0" in client.get("/metrics")[1]
        (tmp_path / "syndication.db").rename(tmp_path / "later.db")
        deadline = time.monotonic() + 5
        while client.get("/readyz")[0].status != 200:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert client.get("/")[0].status == 200
