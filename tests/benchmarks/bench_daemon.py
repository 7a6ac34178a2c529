"""The running daemon: from a file to HTTP, and its memory over a large archive."""

import contextlib
import ctypes
import http.client
import os
import socket
import statistics
import struct
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from syndication.ingest import ingest
from syndication.model import Delivery
from syndication.schedule import now
from syndication.store import Store, open_store
from tests.acceptance.newsroom import Newsroom, story
from tests.benchmarks.conftest import Measure

ROUNDS = 100
STORIES = 100_000
_IN_MOVED_TO = 0x80


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom whose feeds have the default limit."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    room = Newsroom(tmp_path, port)
    for definition in (tmp_path / "feeds").glob("*.toml"):
        definition.write_text(definition.read_text().replace("limit = 500", "limit = 50"))
    yield room
    room.end()


def bench_file_to_http_within_four_times_the_floor(newsroom: Newsroom, measure: Measure) -> None:
    """25 ms at the median and 50 at p95 on an idle machine; 4 times event, join, fsync and read alone.

    Peers need 85 ms with a watcher's defaults, half a second with polling.
    """
    newsroom.start()
    for number in range(60):
        newsroom.drop(f"before{number}.txt", story(f"before{number}"))
    newsroom.wait(lambda: not newsroom.waiting())
    time.sleep(1)
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", newsroom.port)) as line:
        taken = sorted(_arrival(newsroom, line, f"new{n}", packed=bool(n % 2)) for n in range(ROUNDS))
    floor = statistics.median(_floor(newsroom.root, newsroom.public / "all.rss") for _ in range(ROUNDS))
    median, slow = statistics.median(taken), taken[int(ROUNDS * 0.95)]
    measure.at_most(median * 1e3, "ms", 25, "median")
    measure.at_most(slow * 1e3, "ms", 50, "p95")
    measure.ratio(median, floor, 4, "median beside the floor")


def bench_memory_over_a_hundred_thousand_stories(newsroom: Newsroom, measure: Measure) -> None:
    """150 MB over all processes of the daemon, shared pages counted once."""
    store = open_store(f"sqlite:///{newsroom.root}/var/syndication.db")
    _fill(store, STORIES)
    store.close()
    newsroom.start()
    for number in range(200):
        newsroom.drop(f"m{number}.txt", story(f"m{number}"))
    newsroom.wait(lambda: not newsroom.waiting(), 60)
    for name in ("all.rss", "world.atom", "all.json"):
        assert newsroom.get(f"/feeds/{name}")[0] == 200
    assert newsroom.get("/")[0] == 200
    pids = [newsroom.daemon.pid, *newsroom.children()]
    total = sum(_proportional_bytes(pid) for pid in pids) / 1e6
    measure.at_most(total, "MB", 150, f"{len(pids)} processes")


def _arrival(newsroom: Newsroom, connection: http.client.HTTPConnection, mark: str, *, packed: bool) -> float:
    """Return the seconds from a rename into the inbox to the story in the feed over HTTP."""
    beside = newsroom.inbox / f".{mark}"
    beside.write_text(story(mark))
    accept = {"Accept-Encoding": "gzip" if packed else "identity"}
    connection.request("GET", "/feeds/all.rss", headers=accept)
    before = connection.getresponse()
    before.read()
    etag = before.headers["etag"]
    begun = time.perf_counter()
    beside.rename(newsroom.inbox / f"{mark}.txt")
    while True:
        connection.request("GET", "/feeds/all.rss", headers=accept | {"If-None-Match": etag})
        answer = connection.getresponse()
        answer.read()
        if answer.status == 200:
            taken = time.perf_counter() - begun
            time.sleep(0.05)  # the other formats and feeds of this arrival
            return taken
        assert time.perf_counter() - begun < 5
        time.sleep(0.0005)  # the daemon needs the other core


def _floor(folder: Path, feed: Path) -> float:
    """Return the seconds that the kernel alone takes: event, read, join, write, fsync, rename, read."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(0)
    inbox = folder / "floor"
    inbox.mkdir(exist_ok=True)
    assert libc.inotify_add_watch(watch, os.fsencode(inbox), _IN_MOVED_TO) >= 0
    (folder / "floor.new").write_text(story("floor"))
    data = feed.read_bytes()
    with contextlib.closing(os.fdopen(watch, "rb", buffering=0)) as events:
        begun = time.perf_counter()
        (folder / "floor.new").rename(inbox / "floor.txt")
        assert len(events.read(4096)) >= struct.calcsize("iIII")
        entry = (inbox / "floor.txt").read_bytes()
        target = folder / "floor.rss"
        with (folder / "floor.part").open("wb") as file:
            file.write(b"".join([data[:1000], entry, data[1000:]]))
            file.flush()
            os.fsync(file.fileno())
        (folder / "floor.part").rename(target)
        target.read_bytes()
        return time.perf_counter() - begun


def _fill(store: Store, count: int) -> None:
    """Ingest so many stories in batches."""
    for first in range(0, count, 500):
        batch = [
            Delivery(
                data=story(f"f{n}", desk=("int", "nat", "biz", "spo")[n % 4]).encode(),
                source="inbox",
                locator=f"f{n}",
                received=now(),
            )
            for n in range(first, first + 500)
        ]
        ingest(store, batch, now())


def _proportional_bytes(pid: int) -> int:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) * 1024
