"""B22: each header of an answer, alone and beside the others."""

import pytest

from syndication.validate import Answer, validate_answers
from tests.validate.cases import NOW

SHARED = {
    "ETag": '"a1b2"',
    "Last-Modified": "Tue, 24 Nov 2026 18:00:00 GMT",
    "Vary": "Accept-Encoding",
    "Cache-Control": "public, max-age=60",
    "Access-Control-Allow-Origin": "*",
    "Link": '<https://harbour.example/hub>; rel="hub", <https://harbour.example/feeds/all.rss>; rel="self"',
}
PLAIN = {**SHARED, "Content-Type": "application/rss+xml; charset=utf-8", "Content-Length": "900"}


def said(*answers: Answer) -> list[str]:
    return [finding.text for finding in validate_answers(answers, NOW)]


def test_good_answers() -> None:
    zipped = {**PLAIN, "Content-Encoding": "gzip", "ETag": '"a1b2-gzip"', "Content-Length": "300"}
    answers = [
        Answer(200, PLAIN, body=900),
        Answer(200, PLAIN, "HEAD"),
        Answer(304, SHARED),
        Answer(304, {name: value for name, value in SHARED.items() if name != "Last-Modified"}),
        Answer(200, zipped, body=300),
        Answer(429, {"Retry-After": "30"}),
    ]
    assert said(*answers) == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("Content-Type", "application/rss+xml", "charset"),
        ("Content-Type", "", "Content-Type"),
        ("ETag", 'W/"a1b2"', "strong"),
        ("ETag", "a1b2", "strong"),
        ("Last-Modified", "Wed, 25 Nov 2026 09:00:01 GMT", "still to come"),
        ("Last-Modified", '"Tue, 24 Nov 2026"', "HTTP date"),
        ("Vary", "Cookie", "Vary"),
        ("Cache-Control", "no-cache", "max-age"),
        ("Access-Control-Allow-Origin", "https://harbour.example", "Access-Control"),
        ("Link", '<https://harbour.example/hub> rel="hub"', "Link"),
    ],
)
def test_a_bad_header(name: str, value: str, words: str) -> None:
    (complaint,) = said(Answer(200, {**PLAIN, name: value}, body=900))
    assert words in complaint


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Answer(304, {**SHARED, "Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"}), "last-modified"),
        (Answer(304, {**SHARED, "ETag": '"b2c3"'}), "etag"),
        (Answer(304, {**SHARED, "Cache-Control": "max-age=5"}), "cache-control"),
        (Answer(304, SHARED, body=3), "may"),
        (Answer(200, {**PLAIN, "Content-Length": "0"}, "HEAD"), "Content-Length"),
        (Answer(200, PLAIN, "HEAD", 900), "may"),
        (Answer(200, {**PLAIN, "Content-Encoding": "gzip"}, body=300), "share one ETag"),
        (Answer(405, {}, "HEAD"), "neither 200 nor 304"),
        (Answer(429, {"Retry-After": "0"}), "Retry-After"),
        (Answer(429, {}), "Retry-After"),
    ],
)
def test_an_answer_that_differs(other: Answer, words: str) -> None:
    complaints = said(Answer(200, PLAIN, body=900), other)
    assert len(complaints) == 1
    assert words in complaints[0]


def test_a_feed_of_json_needs_no_charset() -> None:
    assert said(Answer(200, {**PLAIN, "Content-Type": "application/feed+json"}, body=900)) == []
