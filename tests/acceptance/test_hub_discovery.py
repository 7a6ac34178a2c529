"""From any address of a feed a subscriber comes to the hub, with the one topic that the hub accepts (WebSub §4)."""

import http.client
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from lxml import etree

from syndication.render import FORMATS
from syndication.xmlns import ATOM
from tests.acceptance.newsroom import Newsroom, story
from tests.acceptance.public_face import ARCHIVED, all_formats

LICENSED = '[site.licensing.rsl]\nprohibits = ["ai-train"]\n'
STORIES = 5


class Answer(NamedTuple):
    """What an address answers: its status, its links by relation, and its body."""

    status: int
    links: dict[str, list[str]]
    body: bytes


def ask(address: str, **headers: str) -> Answer:
    """Return what a GET is answered with; no redirect is followed."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        target = address.removeprefix(f"http://{parts.netloc}")
        connection.request("GET", target, headers={n.replace("_", "-"): v for n, v in headers.items()})
        answer = connection.getresponse()
        links: dict[str, list[str]] = {}
        for header in answer.headers.get_all("Link", []):
            for link in header.split(", <"):  # none of our addresses holds a comma
                href, _, rest = link.lstrip("<").partition(">;")
                links.setdefault(rest.partition('rel="')[2].partition('"')[0], []).append(href)
        return Answer(answer.status, links, answer.read())
    finally:
        connection.close()


def in_document(path: str, data: bytes) -> dict[str, list[str]] | None:
    """Return the links `self` and `hub` of a document, None where its format has no word for them."""
    if path.endswith((".rss", ".atom")):
        root = etree.fromstring(data)
        head = root.find("channel") if path.endswith(".rss") else root
        assert head is not None
        found: dict[str, list[str]] = {}
        for link in head.iterchildren(f"{{{ATOM}}}link"):
            found.setdefault(link.get("rel", ""), []).append(link.get("href", ""))
        return {rel: found.get(rel, []) for rel in ("self", "hub")}
    if path.endswith(".json") and not path.endswith(".ninjs.json"):
        feed = json.loads(data)
        return {"self": [feed["feed_url"]], "hub": [hub["url"] for hub in feed["hubs"]]}
    return None


class Hub(ThreadingHTTPServer):
    """A hub that accepts a topic only where it is answered with 200 and calls itself so; it serves no callback."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.address = f"http://127.0.0.1:{self.server_port}/hub"

    def subscribe(self, topic: str) -> int:
        """Return the status of a request to subscribe (WebSub §5.1)."""
        wanted = {"hub.mode": "subscribe", "hub.topic": topic, "hub.callback": "http://127.0.0.1:9/back"}
        connection = http.client.HTTPConnection("127.0.0.1", self.server_port, timeout=20)
        try:
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", "/hub", urlencode(wanted), form)
            return connection.getresponse().status
        finally:
            connection.close()


class Desk(BaseHTTPRequestHandler):
    """One request to the hub."""

    server: Hub

    def do_POST(self) -> None:
        """Accept or refuse."""
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        (topic,) = form["hub.topic"]
        found = ask(topic)
        known = found.status == 200 and found.links.get("self") == [topic]
        self.send_response(202 if known and found.links.get("hub") == [self.server.address] else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's own name
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    """Give a hub that listens on the loopback."""
    with Hub() as opened:
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


@pytest.fixture
def served(newsroom: Newsroom, hub: Hub) -> list[str]:
    """Give the paths of all feeds, archives and sitemaps of a daemon whose site names the hub."""
    all_formats(newsroom, f'{LICENSED}{ARCHIVED}[hub]\naddress = "{hub.address}"\n')
    newsroom.start()
    newsroom.drop("stories.txt", story("amber"))
    for mark in ("birch", "cedar", "dill", "elder")[: STORIES - 1]:
        newsroom.drop(f"{mark}.txt", story(mark))
    newsroom.wait(lambda: newsroom.get("/feeds/all.rss")[2].count(b"<item>") == STORIES)
    newsroom.wait(newsroom.settled)
    files = sorted(p.name for p in newsroom.public.iterdir() if p.suffix != ".gz")
    assert any("archive-" in name for name in files)
    assert len(files) > len(FORMATS)
    return [*(f"/feeds/{name}" for name in files), "/sitemap.xml", "/sitemap-news.xml"]


def test_every_address_of_a_feed_leads_to_the_hub(newsroom: Newsroom, hub: Hub, served: list[str]) -> None:
    """D-23: header and document agree with each other and with the address, however it is asked for."""
    for path in served:
        address = f"http://127.0.0.1:{newsroom.port}{path}"
        plain = ask(address)
        assert (plain.status, plain.links["self"], plain.links["hub"]) == (200, [address], [hub.address]), (
            path
        )
        assert plain.links["license"], path
        named = in_document(path, plain.body)
        assert named in (None, {"self": [address], "hub": [hub.address]}), path
        assert (named is None) == (not path.endswith((".rss", ".atom", ".json")) or "ninjs" in path), path
        spelt = path.replace(".", "%2E")
        for other in (
            ask(address, Accept_Encoding="gzip"),
            ask(f"{address}?a=b"),
            ask(address.replace(path, spelt)),
        ):
            assert (other.status, other.links) == (200, plain.links), path
        assert hub.subscribe(address) == 202, path


def test_what_is_not_the_address_of_a_feed_leads_nowhere(
    newsroom: Newsroom, hub: Hub, served: list[str]
) -> None:
    """A slash more, the twin on the disk, the page for people: no second topic for one feed."""
    for path in served:
        address = f"http://127.0.0.1:{newsroom.port}{path}"
        for other in (
            f"{address}/",
            f"{address}.gz",
            f"{address}?a=b",
            address.replace("/feeds/", "/feeds//"),
        ):
            if other == address:
                continue
            found = ask(other)
            assert found.status in {200, 301, 308, 404}, other
            assert found.links.get("self", [address]) == [address], other
            assert found.links.get("hub", [hub.address]) == [hub.address], other
            assert hub.subscribe(other) == 404, other
    for path in ("/feeds/all", "/", "/opml.xml"):
        page = ask(f"http://127.0.0.1:{newsroom.port}{path}")
        assert (page.status, page.links.get("self"), page.links.get("hub")) == (200, None, None), path


def test_without_a_hub_nobody_is_sent_to_one(newsroom: Newsroom) -> None:
    newsroom.start()
    for name in ("all.rss", "all.atom", "all.json"):
        path = f"/feeds/{name}"
        found = ask(f"http://127.0.0.1:{newsroom.port}{path}")
        assert "hub" not in found.links
        assert b"hub" not in found.body
