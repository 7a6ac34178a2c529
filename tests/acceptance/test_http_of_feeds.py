"""What a reader, a crawler and a cache are told with every feed, by the real daemon, in every format."""

import gzip
import http.client
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from lxml import etree

from syndication.render import FORMATS
from syndication.validate import Answer, validate_answers
from syndication.xmlns import ATOM
from tests.acceptance.newsroom import Newsroom, story

ADDRESSES = [f"/feeds/every{format_.extension}" for format_ in FORMATS.values()]
BURST = 200


@pytest.fixture
def served(newsroom: Newsroom) -> Newsroom:
    """Give a daemon that serves one story in every format."""
    formats = ", ".join(f'"{name}"' for name in FORMATS)
    (newsroom.root / "feeds" / "every.toml").write_text(f'title = "Every"\nformats = [{formats}]\n')
    newsroom.drop("a.txt", story("amber"))
    newsroom.start()
    newsroom.wait(lambda: b"amber" in newsroom.get("/feeds/every.rss")[2])
    newsroom.wait(newsroom.settled)
    return newsroom


def ask(room: Newsroom, method: str, path: str, **headers: str) -> Answer:
    """Return the answer to one question on a connection of its own; `body` counts what followed."""
    connection = http.client.HTTPConnection("127.0.0.1", room.port, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): v for name, v in headers.items()})
        answer = connection.getresponse()
        return Answer(
            answer.status, {k.lower(): v for k, v in answer.getheaders()}, method, len(answer.read())
        )
    finally:
        connection.close()


def test_validators_types_and_caching_are_the_same_whatever_is_asked(served: Newsroom) -> None:
    """GET, HEAD, conditional and compressed, of each format (faults D-20, D-21, D-22)."""
    for path in ADDRESSES:
        plain = ask(served, "GET", path)
        tag = plain.headers["etag"]
        answers = [plain, ask(served, "HEAD", path), ask(served, "GET", path, Accept_Encoding="gzip")]
        for form in (tag, f'"x", {tag}', f"W/{tag}", "*"):
            again = ask(served, "GET", path, If_None_Match=form)
            assert (again.status, again.body) == (304, 0), (path, form)
            answers.append(again)
        contradicting = ask(
            served, "GET", path, If_None_Match=tag, If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT"
        )
        assert contradicting.status == 304
        assert validate_answers([*answers, contradicting], datetime.now(UTC)) == [], path
        form = next(f for f in FORMATS.values() if path == f"/feeds/every{f.extension}")
        wanted = f"{form.media_type}; charset=utf-8" if form.charset else form.media_type
        assert {a.headers["content-type"] for a in answers if a.status == 200} == {wanted}
        assert {a.headers["x-content-type-options"] for a in answers if a.status == 200} == {"nosniff"}
        assert ask(served, "GET", path, A_IM="feed").status == 200, "no delta answers, so none is understood"


def test_tags_survive_the_daemon(served: Newsroom) -> None:
    before = {path: ask(served, "GET", path).headers["etag"] for path in ADDRESSES}
    assert len(set(before.values())) == len(ADDRESSES)
    served.stop()
    served.start()
    assert {path: ask(served, "GET", path).headers["etag"] for path in ADDRESSES} == before


def test_a_page_of_another_site_may_ask_before_it_asks(served: Newsroom) -> None:
    """D-22: preflight, and the tag it may read."""
    for path in ADDRESSES:
        asked = {"Origin": "https://reader.example", "Access_Control_Request_Method": "GET"}
        allowed = ask(served, "OPTIONS", path, **asked, Access_Control_Request_Headers="if-none-match")
        assert allowed.status in {200, 204}
        assert allowed.headers["access-control-allow-origin"] == "*"
        assert "if-none-match" in allowed.headers["access-control-allow-headers"].lower()
        assert "etag" in ask(served, "GET", path).headers["access-control-expose-headers"].lower()


def test_every_user_agent_is_served(served: Newsroom) -> None:
    for agent in ("", "curl/8", "W3C_Validator/1.3", "FeedFetcher-Google", "python-requests/2", "x" * 500):
        assert ask(served, "GET", "/feeds/every.rss", User_Agent=agent).status == 200
        assert ask(served, "HEAD", "/feeds/every.atom", User_Agent=agent).status == 200


def named_inside(data: bytes, path: str) -> Iterator[str]:
    """Yield what a document says its own address is."""
    if path.endswith(".json") and "ninjs" not in path:
        yield msgspec.json.decode(data)["feed_url"]
    elif path.endswith((".rss", ".atom")):
        for link in etree.fromstring(data).iter(f"{{{ATOM}}}link"):
            if link.get("rel") == "self":
                yield link.get("href") or ""


def test_header_and_document_agree_on_the_address(served: Newsroom) -> None:
    """D-23: a hub accepts only the topic that is really served."""
    for path in ADDRESSES:
        status, headers, data = served.get(path)
        assert status == 200
        links = {rel: href for href, rel in re.findall(r'<([^<>]+)>\s*;\s*rel="([a-z]+)"', headers["link"])}
        own = f"http://127.0.0.1:{served.port}{path}"
        assert links["self"] == own
        assert set(named_inside(data, path)) <= {own}
        if path.endswith((".rss", ".atom")):
            assert list(named_inside(data, path)) == [own]
        packed = served.get(path, **{"Accept-Encoding": "gzip"})
        assert (packed[1]["link"], gzip.decompress(packed[2])) == (headers["link"], data)


def test_a_big_aggregator_is_never_turned_away(served: Newsroom) -> None:
    """D-25: who would get a 304 is refused no sooner than who would get a 200; there is no private status."""
    first = ask(served, "GET", "/feeds/every.rss")
    assert re.search(r"\bmax-age=\d+", first.headers["cache-control"])
    tag = first.headers["etag"]
    burst = [ask(served, "GET", "/feeds/every.rss", If_None_Match=tag).status for _ in range(BURST)]
    assert set(burst) == {304}
    answers = [ask(served, "GET", "/feeds/every.rss") for _ in range(500)]
    refused = [a for a in answers if a.status != 200]
    for answer in refused:
        assert answer.status == 429
        assert int(answer.headers["retry-after"]) >= 1
        assert "no-store" in answer.headers["cache-control"]
    if refused:
        time.sleep(int(refused[-1].headers["retry-after"]))
    assert ask(served, "GET", "/feeds/every.rss").status == 200


def test_nobody_is_told_that_a_capped_feed_is_complete(served: Newsroom) -> None:
    """`fh:complete` would make readers delete what the feed does not hold any more (RFC 5005 §2)."""
    for path in ADDRESSES:
        assert b"complete" not in served.get(path)[2].lower(), path
