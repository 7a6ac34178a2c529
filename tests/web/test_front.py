"""The feed addresses, asked as aggregators ask them."""

import gzip
import os
import time
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from syndication.web.published import PublishedFile
from tests.web.newsroom import SECOND, Client

FEED = "/feeds/coast.rss"


def test_serves_the_file_with_all_that_a_reader_needs(client: Client) -> None:
    body = (client.newsroom.public / "feeds" / "coast.rss").read_bytes()
    response, got = client.get(FEED)
    assert (response.status, got) == (200, body)
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert response.headers["Content-Length"] == str(len(body))
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Expose-Headers"] == "ETag, Last-Modified"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Link"] == f'<{client.newsroom.settings.site.base_url}{FEED}>; rel="self"'
    assert response.headers["ETag"].startswith('"')
    assert response.headers["Content-Encoding"] is None
    assert response.headers.get_all("Date") is not None
    assert "Server" not in response.headers


def test_each_coding_has_its_own_tag(client: Client) -> None:
    plain, body = client.get(FEED)
    packed, sent = client.get(FEED, accept_encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(sent) == body
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    crossed, _ = client.get(FEED, accept_encoding="gzip", if_none_match=plain.headers["ETag"])
    assert crossed.status == 200


@pytest.mark.parametrize("form", ["{}", "W/{}", '"x", {}', "*"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_says_that_nothing_changed(client: Client, form: str, coding: str, method: str) -> None:
    first, _ = client.ask("GET", FEED, {"Accept-Encoding": coding})
    asked = {"Accept-Encoding": coding, "If-None-Match": form.format(first.headers["ETag"])}
    response, body = client.ask(method, FEED, asked)
    assert (response.status, body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin"):
        assert response.headers[name] == first.headers[name]
    assert response.headers["Date"] is not None


def test_the_tag_wins_over_the_date(client: Client) -> None:
    first, _ = client.get(FEED)
    later = "Fri, 01 Jan 2100 00:00:00 GMT"
    assert client.get(FEED, if_modified_since=first.headers["Last-Modified"])[0].status == 304
    assert client.get(FEED, if_none_match='"other"', if_modified_since=later)[0].status == 200


def test_head_is_the_get_without_its_body(client: Client) -> None:
    whole, _ = client.get(FEED)
    head, body = client.ask("HEAD", FEED)
    assert (head.status, body) == (200, b"")
    assert {**dict(head.headers), "date": ""} == {**dict(whole.headers), "date": ""}


def test_a_new_edition_is_served_at_once(own: Client) -> None:
    first, _ = own.get(FEED)
    # Equal length and the same second: the file's own times and length do not tell them apart.
    path = own.newsroom.public / "feeds" / "coast.rss"
    body = bytes(reversed(path.read_bytes()))
    own.newsroom.publish("coast.rss", body, mtime_ns=path.stat().st_mtime_ns)
    response, got = own.get(FEED, if_none_match=first.headers["ETag"])
    assert (response.status, got) == (200, body)
    assert gzip.decompress(own.get(FEED, accept_encoding="gzip")[1]) == body


def test_a_date_that_two_editions_share_proves_nothing(own: Client) -> None:
    """Editions give the second one a nanosecond more; a client that knows only the date must not miss it."""
    first, _ = own.get(FEED)
    path = own.newsroom.public / "feeds" / "coast.rss"
    own.newsroom.publish("coast.rss", b"<feed>again</feed>", mtime_ns=path.stat().st_mtime_ns + 1)
    response, got = own.get(FEED, if_modified_since=first.headers["Last-Modified"])
    assert (response.status, got) == (200, b"<feed>again</feed>")
    assert response.headers["Last-Modified"] == first.headers["Last-Modified"]
    assert own.get(FEED, if_none_match=response.headers["ETag"])[0].status == 304


def test_a_rebuild_without_change_keeps_the_tag(own: Client) -> None:
    first, body = own.get(FEED)
    own.newsroom.publish("coast.rss", body)
    assert own.get(FEED, if_none_match=first.headers["ETag"])[0].status == 304


def test_a_twin_of_other_bytes_is_not_used_until_it_fits(own: Client) -> None:
    twin = own.newsroom.public / "feeds" / "coast.rss.gz"
    body = b"<feed>the plain file came first</feed>"
    (own.newsroom.public / "feeds" / "coast.rss").write_bytes(body)
    response, got = own.get(FEED, accept_encoding="gzip")
    assert (response.headers["Content-Encoding"], got) == (None, body)
    twin.write_bytes(gzip.compress(body))
    response, got = own.get(FEED, accept_encoding="gzip")
    assert (response.headers["Content-Encoding"], gzip.decompress(got)) == ("gzip", body)


@pytest.mark.parametrize("fate", ["vanished", "directory", "pipe", "dangling"])
def test_the_last_good_bytes_stay_served(own: Client, fate: str) -> None:
    first, body = own.get(FEED)
    path = own.newsroom.public / "feeds" / "coast.rss"
    path.unlink()
    if fate == "directory":
        path.mkdir()
    elif fate == "pipe":
        os.mkfifo(path)
    elif fate == "dangling":
        path.symlink_to("nowhere")
    response, got = own.get(FEED)
    assert (response.status, got) == (200, body)
    assert response.headers["ETag"] == first.headers["ETag"]


def test_no_date_lies_in_the_future(own: Client) -> None:
    own.newsroom.publish(
        "coast.rss", b"<feed>clock was set back</feed>", mtime_ns=(int(time.time()) + 86400) * SECOND
    )
    response, _ = own.get(FEED)
    assert parsedate_to_datetime(response.headers["Last-Modified"]) <= parsedate_to_datetime(
        response.headers["Date"]
    )


def test_a_date_that_was_ahead_is_told_once_it_has_come(tmp_path: Path) -> None:
    path, second = tmp_path / "coast.rss", 1_800_000_000
    path.write_bytes(b"<feed>a second edition within one second</feed>")
    (tmp_path / "coast.rss.gz").write_bytes(gzip.compress(path.read_bytes()))
    os.utime(path, ns=(second * SECOND, second * SECOND))
    file = PublishedFile(path, ())

    def told(now: float) -> list[tuple[str, bool]]:
        variants = file.current(now)
        assert variants is not None
        assert variants.gzip is not None
        heads = [dict(form.starts[200]["headers"]) for form in (variants.plain, variants.gzip)]
        proofs = [form.modified is not None for form in (variants.plain, variants.gzip)]
        return [(head[b"last-modified"].decode()[17:25], p) for head, p in zip(heads, proofs, strict=True)]

    assert told(second - 0.5) == [("07:59:59", False)] * 2
    assert told(second - 0.1) == [("07:59:59", False)] * 2
    assert told(second + 0.1) == [("08:00:00", True)] * 2


def test_a_feed_that_is_not_built_yet_asks_for_patience(own: Client) -> None:
    for path in (own.newsroom.public / "feeds").glob("world.rss*"):
        path.unlink()
    response, _ = own.get("/feeds/world.rss")
    assert (response.status, response.headers["Retry-After"]) == (503, "10")
    assert response.headers["Cache-Control"] == "no-store"


def test_a_browser_of_another_site_may_ask(client: Client) -> None:
    asked = {"Origin": "https://reader.example", "Access-Control-Request-Method": "GET"}
    response, body = client.ask("OPTIONS", FEED, asked)
    assert (response.status, body) == (204, b"")
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_feed_can_only_be_read(client: Client, method: str) -> None:
    response, _ = client.ask(method, FEED)
    assert (response.status, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_range_is_answered_whole(client: Client) -> None:
    response, body = client.get(FEED, range="bytes=0-3")
    assert (response.status, len(body)) == (200, int(response.headers["Content-Length"]))


@pytest.mark.parametrize(
    "path",
    [
        "/feeds/nothing.rss",
        "/feeds/coast.newsml-g2.xml",
        "/feeds/coast.rss.gz",
        "/feeds/coast.rss/",
        "/feeds//coast.rss",
        "/feeds/COAST.rss",
        "/feeds/../../syndication.db",
        "/feeds/..%2f..%2fsyndication.db",
        "/feeds/%2e%2e/%2e%2e/syndication.db",
        "/feeds/..%252f..%252fsyndication.db",
        "/feeds/coast.rss%00.html",
        "/feeds/%00",
        "/..//..//etc/passwd",
        "/feeds/\\..\\..\\syndication.db",
        "//feeds/coast.rss",
        "/feeds/" + "a" * 3000,
        "/assets/../pages.py",
        "/assets/%2e%2e/pages.py",
    ],
)
def test_nothing_but_the_configured_addresses_exists(client: Client, path: str) -> None:
    answer = client.raw(f"GET {path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".encode())
    assert answer.split(b" ", 2)[1] in (b"404", b"400")
    assert b"SQLite" not in answer


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
@pytest.mark.parametrize("condition", ["same", "other", "none"])
def test_both_ways_to_a_feed_give_the_same_answer(
    client: Client, method: str, coding: str, condition: str
) -> None:
    """The plain question is answered by the connection itself, any other spelling through ASGI."""
    tag = client.get(FEED, accept_encoding=coding)[0].headers["ETag"]
    asked = {"Accept-Encoding": coding}
    if condition != "none":
        asked["If-None-Match"] = tag if condition == "same" else '"other"'
    answers = [
        client.ask(method, path, {**asked, **more})
        for path in (FEED, FEED + "?utm=1", "/feeds/c%6Fast.rss")
        for more in ({}, {"Connection": "close"})
    ]
    (first, body), *others = answers
    assert first.status == (304 if condition == "same" else 200)
    for response, got in others:
        assert (response.status, got) == (first.status, body)
        told = {name: value for name, value in response.headers.items() if name not in ("date", "connection")}
        assert told == {name: value for name, value in first.headers.items() if name != "date"}
