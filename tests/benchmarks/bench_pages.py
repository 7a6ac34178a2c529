"""How many story pages a second one worker gives from its memory, beside nginx with the same page as a file."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.benchmarks.bench_web import NGINX, WRK, Speed, serve_with_nginx, speed
from tests.benchmarks.bench_web import say as say_line
from tests.web.newsroom import Client, serving, story

pytestmark = pytest.mark.skipif(not (NGINX and WRK), reason="needs nginx and wrk")

GOAL = 2000


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Our server with one story."""
    with serving(tmp_path_factory.mktemp("ours")) as client:
        client.newsroom.add(story("ferry"))
        yield client


@pytest.fixture(scope="module")
def path(ours: Client) -> str:
    """The story's path; its page is made once before anything is measured."""
    found = ours.newsroom.settings.site.path(story("ferry"))
    assert ours.get(found)[0].status == 200
    return found


@pytest.fixture(scope="module")
def nginx(ours: Client, path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """An nginx with the bytes of the same page under the same path, plain and packed."""
    root = tmp_path_factory.mktemp("nginx")
    file = Path(f"{root / 'public'}{path}")
    file.parent.mkdir(parents=True)
    file.write_bytes(ours.get(path)[1])
    file.with_name(file.name + ".gz").write_bytes(ours.get(path, accept_encoding="gzip")[1])
    with serve_with_nginx(root, root / "public") as server:
        yield server


def validator(port: int, path: str) -> str:
    """Return the entity tag of the packed page."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    response.read()
    connection.close()
    assert (response.status, response.headers["Content-Encoding"]) == (200, "gzip")
    return response.headers["ETag"]


def compare(what: str, mine: Speed, theirs: Speed) -> None:
    """Print both beside the goal."""
    verdict = "" if mine.rate >= GOAL else "  MISSED"
    say_line(
        f"{what}: {mine.rate:,.0f}/s (goal {GOAL:,}/s){verdict}, nginx {theirs.rate:,.0f}/s, "
        f"ratio {mine.rate / theirs.rate:.2f}; processor {mine.cost:.0f} µs, nginx {theirs.cost:.0f} µs"
    )


def bench_a_story_page_is_served_2000_times_a_second(ours: Client, nginx: tuple[int, int], path: str) -> None:
    """A link that goes round is asked for by everybody at once: the page comes from memory."""
    mine = speed((ours.process.pid, ours.port), path, Accept_Encoding="gzip")
    compare("story page, gzip 200", mine, speed(nginx, path, Accept_Encoding="gzip"))


def bench_an_unchanged_story_page_is_a_304_2000_times_a_second(
    ours: Client, nginx: tuple[int, int], path: str
) -> None:
    """Crawlers and readers that come again ask whether it changed."""
    tags = [validator(port, path) for port in (ours.port, nginx[1])]
    mine = speed((ours.process.pid, ours.port), path, Accept_Encoding="gzip", If_None_Match=tags[0])
    compare("story page, 304", mine, speed(nginx, path, Accept_Encoding="gzip", If_None_Match=tags[1]))
