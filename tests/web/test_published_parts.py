"""Parts of a large edition: served like feeds, at the root, and gone when their file is."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from syndication.model import Feed
from tests.web.newsroom import Client, serving

PART = "/archive.sitemap-2026-11-1.xml"
BODY = b"<urlset>" + b"<url/>" * 200 + b"</urlset>"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    feeds = (Feed(name="archive", title="All", formats=("sitemap", "json")),)
    with serving(tmp_path, feeds=feeds) as client:
        client.newsroom.publish(PART[1:], BODY)
        client.newsroom.publish("archive.json-2026-11-1.xml", b"no part")
        yield client


def test_a_part_has_all_that_a_feed_has(client: Client) -> None:
    plain, body = client.get(PART)
    feed, _ = client.get("/sitemap.xml")
    assert (plain.status, body) == (200, BODY)
    names = {"Content-Type", "Cache-Control", "Vary", "Access-Control-Allow-Origin", "X-Content-Type-Options"}
    assert {n: plain.headers[n] for n in names} == {n: feed.headers[n] for n in names}
    packed, sent = client.get(PART, accept_encoding="gzip")
    assert gzip.decompress(sent) == BODY
    assert packed.headers["ETag"] != plain.headers["ETag"]
    again, nothing = client.get(PART, if_none_match=plain.headers["ETag"])
    assert (again.status, nothing) == (304, b"")
    head, nothing = client.ask("HEAD", PART)
    assert (head.status, head.headers["Content-Length"], nothing) == (200, str(len(BODY)), b"")


def test_a_part_that_went_is_not_there(client: Client) -> None:
    """It may have held a story that must no longer be seen."""
    assert client.get(PART)[0].status == 200
    for path in client.newsroom.public.glob("feeds/archive.sitemap-*"):
        path.unlink()
    assert client.get(PART)[0].status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/archive.sitemap-2026-12-1.xml",
        "/archive.json-2026-11-1.xml",
        "/feeds/archive.sitemap-2026-11-1.xml/..",
        "/../feeds/archive.sitemap-2026-11-1.xml",
        "/archive.sitemap-2026-11-1.xml.gz",
        "/other.sitemap-2026-11-1.xml",
        "/archive%2Fsitemap-2026-11-1.xml",
    ],
)
def test_nothing_else_is_a_part(client: Client, path: str) -> None:
    assert client.get(path)[0].status == 404
