"""How many answers a second, beside nginx on the same files in the same run.

nginx has one worker and so do we; the client takes the other core. The goals are printed, not asserted: a
shared machine decides too much.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.benchmarks.conftest import Measure
from tests.web.newsroom import Client, serving

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
WRK = shutil.which("wrk")
pytestmark = pytest.mark.skipif(not (NGINX and WRK), reason="needs nginx and wrk")

FEED = "/feeds/coast.rss"
SECONDS = 4
CONNECTIONS = 16


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Our server with a feed that packs to about 80 KB."""
    with serving(tmp_path_factory.mktemp("ours")) as client:
        # Digests hardly pack, so the twin is about half the size.
        text = " ".join(blake2b(str(n).encode(), digest_size=16).hexdigest() for n in range(4400))
        client.newsroom.publish("coast.rss", f"<rss>{text}</rss>".encode())
        yield client


@pytest.fixture(scope="module")
def nginx(ours: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """An nginx over the same files."""
    with serve_with_nginx(tmp_path_factory.mktemp("nginx"), ours.newsroom.public) as server:
        yield server


@contextmanager
def serve_with_nginx(root: Path, public: Path) -> Iterator[tuple[int, int]]:
    """Run an nginx over the files of a directory: its process, which is its one worker too, and its port."""
    # Its worker may be another user, who has to get in.
    for folder in (root, root.parent, public, public.parent):
        folder.chmod(0o755)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    user = "user root;" if os.geteuid() == 0 else ""
    (root / "nginx.conf").write_text(
        f"""{user} daemon off; master_process off; pid {root}/pid; error_log {root}/log;
        events {{ worker_connections 512; }}
        http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
          types {{ application/rss+xml rss; }} open_file_cache max=100;
          server {{ listen 127.0.0.1:{port}; root {public}; gzip_static on; }} }}"""
    )
    with subprocess.Popen([str(NGINX), "-p", str(root), "-c", str(root / "nginx.conf")]) as process:
        deadline = time.monotonic() + 5
        while not listens(port):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield process.pid, port
        process.terminate()


def listens(port: int) -> bool:
    """Say whether a server accepts connections."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def validator(port: int) -> str:
    """Return the entity tag of the packed feed."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", FEED, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    response.read()
    connection.close()
    assert (response.status, response.headers["Content-Encoding"]) == (200, "gzip")
    return response.headers["ETag"]


def say(line: str) -> None:
    """Print a result on a line of its own."""
    sys.stdout.write(f"\n{line}\n")


def number(pattern: str, text: str) -> float:
    """Return the number that a pattern finds."""
    found = re.search(pattern, text)
    assert found is not None, text
    return float(found[1])


class Speed(NamedTuple):
    """Answers a second, and the server's own processor time for one in microseconds.

    The second figure hardly depends on who else uses the machine.
    """

    rate: float
    cost: float


def speed(server: tuple[int, int], path: str = FEED, **headers: str) -> Speed:
    """Return how fast a server (process, port) answers."""
    process, port = server
    asked = [a for name, value in headers.items() for a in ("-H", f"{name.replace('_', '-')}: {value}")]
    before = ticks(process)
    said = subprocess.run(
        [str(WRK), "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *asked, f"http://127.0.0.1:{port}{path}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    used = (ticks(process) - before) / os.sysconf("SC_CLK_TCK")
    answers = number(r"(\d+) requests in", said)
    return Speed(number(r"Requests/sec:\s+([\d.]+)", said), used / answers * 1e6)


def ticks(process: int) -> int:
    """Return the processor time that a process has used, in clock ticks (proc_pid_stat(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def compare(what: str, goal: float, mine: Speed, theirs: Speed) -> None:
    """Print both and their ratios; the rate decides, the processor time hardly depends on other users."""
    verdict = "" if mine.rate >= goal * theirs.rate else "  MISSED"
    say(
        f"{what}: {mine.rate:,.0f}/s, nginx {theirs.rate:,.0f}/s, ratio {mine.rate / theirs.rate:.2f} (goal {goal:.2f}); "
        f"processor {mine.cost:.0f} µs, nginx {theirs.cost:.0f} µs, ratio {theirs.cost / mine.cost:.2f}{verdict}"
    )


def bench_unchanged_is_answered_a_third_as_often_as_by_nginx(ours: Client, nginx: tuple[int, int]) -> None:
    """Most requests to a feed ask whether it changed. Goal: 0.30 of nginx."""
    mine = speed((ours.process.pid, ours.port), Accept_Encoding="gzip", If_None_Match=validator(ours.port))
    theirs = speed(nginx, Accept_Encoding="gzip", If_None_Match=validator(nginx[1]))
    compare("304", 0.3, mine, theirs)


def bench_a_packed_feed_is_sent_as_often_as_by_nginx(ours: Client, nginx: tuple[int, int]) -> None:
    """Goal: as often as nginx; the bytes lie in memory in both."""
    validator(ours.port)
    mine = speed((ours.process.pid, ours.port), Accept_Encoding="gzip")
    theirs = speed(nginx, Accept_Encoding="gzip")
    size = (ours.newsroom.public / "feeds" / "coast.rss.gz").stat().st_size
    compare(f"gzip 200 of {size:,} bytes", 1.0, mine, theirs)


def bench_memory_of_the_process(ours: Client, measure: Measure) -> None:
    """Under 80 MB in one process, with its feeds in memory."""
    status = Path(f"/proc/{ours.process.pid}/status").read_text()
    kilobytes = number(r"VmRSS:\s+(\d+)", status)
    measure.at_most(kilobytes / 1024, "MB", 80)
