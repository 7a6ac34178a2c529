"""The archive over HTTP, as a subscriber who joins late reads it: from the newest page to the first."""

import gzip
import http.client
import re
import threading

import pytest

from tests.acceptance.newsroom import Newsroom
from tests.feed_history import History, history

LIMIT = 6


def walk(newsroom: Newsroom, name: str = "all.atom") -> History:
    """Read a feed and its archive; every document must be served whole."""
    base = f"http://127.0.0.1:{newsroom.port}"

    def read(address: str) -> bytes:
        status, headers, body = newsroom.get(address.removeprefix(base), **{"Accept-Encoding": "gzip"})
        assert status == 200, address
        return gzip.decompress(body) if "content-encoding" in headers else body

    return history(read, f"{base}/feeds/{name}")


def marks(found: History) -> list[str]:
    """Return the marks of the stories that a reader found."""
    return sorted(title.split()[1] for title in found.titles.values())


@pytest.fixture
def small(newsroom: Newsroom) -> Newsroom:
    """An installation whose feeds hold six stories each."""
    for definition in (newsroom.root / "feeds").glob("*.toml"):
        definition.write_text(definition.read_text().replace("limit = 500", f"limit = {LIMIT}"))
    return newsroom


def told(mark: str, desk: str = "int") -> str:
    """Return a story that shares no three words in a row with another one's."""
    rest = " ".join(f"{mark}{chr(97 + n % 26)}{n}" for n in range(40))
    return f"Ferry {mark} returns to the bay\n\nSeoul, Nov 24 (IANS) {rest}.\n\n--IANS\n{desk}/sd\n"


def drop(newsroom: Newsroom, first: int, count: int) -> None:
    """Have so many stories arrive."""
    for number in range(first, first + count):
        newsroom.drop(f"m{number:03}.txt", told(f"m{number:03}"))


def test_a_late_subscriber_gets_every_story_once(small: Newsroom) -> None:
    """While stories arrive, after a kill, after a restart, after `build --all`, after the query has changed."""
    small.start()
    ends = threading.Event()
    torn: list[BaseException] = []

    def read() -> None:
        while not ends.wait(0.05):
            try:
                known = marks(walk(small))
                assert known == sorted(set(known))
            except BaseException as error:  # noqa: BLE001 - told by the test
                torn.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for first in range(0, 40, 8):
        drop(small, first, 8)
        small.wait(lambda: not small.waiting())
    small.wait(lambda: len(marks(walk(small))) == 40)
    ends.set()
    reader.join()
    assert not torn
    everything = [f"m{number:03}" for number in range(40)]
    assert marks(walk(small, "all.rss")) == everything
    small.wait(small.settled)
    before = {path.name: path.read_bytes() for path in small.public.iterdir()}

    notice = (
        'Editors, please kill the story headlined "Ferry m003 returns to the bay" filed from Seoul on Nov 24.'
    )
    small.drop("kill.txt", f"KILL\n\n{notice} The ferry did not.\n\n--IANS\nint/sd\n")
    small.wait(lambda: marks(walk(small)) == everything[:3] + everything[4:])
    small.wait(small.settled)
    changed = {p.name for p in small.public.iterdir() if before.get(p.name) != p.read_bytes()}
    pages = {name.rpartition(".archive-")[2].partition(".")[0] for name in changed if ".archive-" in name}
    assert len(pages) == 1, "the page of the story, and no other"
    assert len(walk(small).deleted) == 1

    small.stop()
    small.command("build", "--all")
    small.start()
    assert marks(walk(small)) == everything[:3] + everything[4:]
    small.stop()
    for definition in (small.root / "feeds").glob("all.toml"):
        definition.write_text(definition.read_text() + '[query]\ndesks = ["spo"]\n')
    small.start()
    small.drop("sport.txt", told("zz", desk="spo"))
    small.wait(lambda: "zz" in marks(walk(small)))
    assert set(everything[:3]) <= set(marks(walk(small))), "what was published before stays in the archive"


def test_a_page_is_served_as_a_feed_is(small: Newsroom) -> None:
    """Conditional requests, gzip, HEAD, CORS; the address after the last page leads to the feed."""
    small.start()
    drop(small, 0, 2 * LIMIT)
    small.wait(lambda: len(marks(walk(small))) == 2 * LIMIT)
    path = next(d for d in walk(small).documents if "archive" in d).partition(str(small.port))[2]
    status, headers, body = small.get(path)
    assert status == 200
    assert headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert headers["cache-control"] == "public, max-age=60", "a kill must reach whoever keeps it"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["link"] == f'<http://127.0.0.1:{small.port}{path}>; rel="self"'
    assert small.get(path, **{"If-None-Match": headers["etag"]})[0] == 304
    assert small.get(path, **{"If-Modified-Since": headers["last-modified"]})[0] == 304
    packed = small.get(path, **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed[2]) == body
    line = http.client.HTTPConnection("127.0.0.1", small.port, timeout=10)
    line.request("HEAD", path)
    answer = line.getresponse()
    assert (answer.status, answer.read(), answer.headers["etag"]) == (200, b"", headers["etag"])
    line.close()
    number = int(re.findall(r"archive-(\d+)", path)[0])
    status, headers, _ = small.get(path.replace(f"-{number}.", f"-{number + 1}."))
    assert (status, headers["location"]) == (307, f"http://127.0.0.1:{small.port}/feeds/all.atom")
    for absent in (number + 2, 0, f"0{number}", "x", "1%2e", "-1", "9" * 30):
        assert small.get(path.replace(f"-{number}.", f"-{absent}."))[0] == 404
