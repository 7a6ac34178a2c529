"""SIGKILL at random moments with stories dropping: nothing lost, nothing twice, nothing torn."""

import gzip
import json
import random
import socket
import threading
import time
from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance.newsroom import Newsroom, guids, story

ROUNDS = 30


class Subscriber(threading.Thread):
    """Reads the feeds over HTTP and from the disk for as long as it may, and keeps what was not well-formed."""

    def __init__(self, newsroom: Newsroom) -> None:
        super().__init__(daemon=True)
        self.newsroom = newsroom
        self.end = threading.Event()
        self.served = 0
        self.torn: list[str] = []

    def run(self) -> None:
        """Poll until told to end."""
        while not self.end.wait(0.01):
            for name in ("all.rss", "world.atom", "all.newsml-g2.xml", "all.json"):
                self._over_http(name)
            for path in self.newsroom.public.glob("[!.]*"):
                self._check(path.name, path.read_bytes())

    def _over_http(self, name: str) -> None:
        try:
            status, headers, body = self.newsroom.get(f"/feeds/{name}", **{"Accept-Encoding": "gzip"})
        except OSError:
            return  # no daemon just now
        if status == 200:
            self.served += 1
            self._check(f"{name}.gz" if headers.get("content-encoding") else name, body)

    def _check(self, name: str, data: bytes) -> None:
        try:
            if name.endswith(".gz"):
                data, name = gzip.decompress(data), name.removesuffix(".gz")
            if name.endswith(".json"):
                json.loads(data)
            else:
                etree.fromstring(data)
        except (OSError, EOFError, ValueError, etree.XMLSyntaxError) as error:
            self.torn.append(f"{name}: {error}: {data[-80:]!r}")


@pytest.mark.timeout(400)
def test_each_story_exactly_once_through_thirty_kills(newsroom: Newsroom) -> None:
    """Requirements 1, 2, 3 and 8: commit first, publish whole, no orphan, restart repairs."""
    chance = random.Random(20261125)
    subscriber = Subscriber(newsroom)
    subscriber.start()
    dropped: list[str] = []
    for number in range(ROUNDS):
        newsroom.start(wait=False)
        end = time.monotonic() + chance.uniform(0.05, 1.5)
        while time.monotonic() < end:
            mark = f"r{number}n{len(dropped)}"
            newsroom.drop(f"{mark}.txt", story(mark))
            dropped.append(mark)
            time.sleep(chance.uniform(0.01, 0.3))
        newsroom.kill()
    newsroom.start()
    newsroom.wait(lambda: not newsroom.waiting())
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) >= len(dropped))
    feed = newsroom.get("/feeds/all.json")[2]
    subscriber.end.set()
    subscriber.join(10)
    assert not subscriber.torn
    assert subscriber.served > 50
    headlines = sorted(item["title"] for item in json.loads(feed)["items"])
    assert headlines == sorted(f"Ferry {mark} returns to the bay" for mark in dropped)
    status = json.loads(newsroom.command("status", "--json"))
    assert (status["stories"], status["quarantine"]) == (len(dropped), 0)
    assert not list(newsroom.public.glob(".*")), "a crash left litter"
    _same_validators_after_a_restart(newsroom)


def _same_validators_after_a_restart(newsroom: Newsroom) -> None:
    names = [path.name for path in newsroom.public.iterdir() if path.suffix != ".gz"]
    before = {name: newsroom.get(f"/feeds/{name}")[1] for name in names}
    files = {path: path.stat() for path in newsroom.public.iterdir()}
    assert newsroom.stop() == 0
    newsroom.start()
    time.sleep(1)
    for name, headers in before.items():
        etag = {"If-None-Match": headers["etag"]}
        status, now, body = newsroom.get(f"/feeds/{name}", **etag)
        assert (status, body) == (304, b"")
        assert now["etag"] == headers["etag"]
        assert newsroom.get(f"/feeds/{name}")[1]["last-modified"] == headers["last-modified"]
    assert {p: (s.st_ino, s.st_mtime_ns) for p, s in files.items()} == {
        p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in newsroom.public.iterdir()
    }


def test_no_process_survives_a_kill_of_the_parent(newsroom: Newsroom) -> None:
    """Requirement 8: the web process dies with the daemon, the port is free again."""
    newsroom.start()
    children = newsroom.children()
    assert children
    newsroom.kill()
    newsroom.wait(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children), 5)
    newsroom.start()
    assert newsroom.get("/healthz")[0] == 200


def test_a_second_daemon_gives_way(newsroom: Newsroom) -> None:
    """One daemon per state: the second says who is there, the first is undisturbed."""
    newsroom.start()
    done = newsroom.fails("run")
    assert f"process {newsroom.daemon.pid} works on this state" in done
    assert newsroom.get("/feeds/all.rss")[0] == 200


def test_stops_within_ten_seconds_whatever_clients_do(newsroom: Newsroom) -> None:
    """Half-sent requests and a client that never reads do not hold the daemon up."""
    newsroom.start()
    for number in range(40):
        newsroom.drop(f"s{number}.txt", story(f"stop{number}"))
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) == 40)
    half = socket.create_connection(("127.0.0.1", newsroom.port))
    half.sendall(b"GET /feeds/all.rss HTTP/1.1\r\nHost: x\r\n")
    deaf = socket.create_connection(("127.0.0.1", newsroom.port))
    deaf.sendall(b"GET /feeds/all.rss HTTP/1.1\r\nHost: x\r\n\r\n" * 200)
    with half, deaf:
        time.sleep(0.5)
        begun = time.monotonic()
        assert newsroom.stop() == 0
        assert time.monotonic() - begun < 10
