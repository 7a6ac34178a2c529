"""Addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.render.address import LINK, absolute

PAGE = "https://paper.example/news/canal.html"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://h.example/a?b=1&c=%20", "https://h.example/a?b=1&c=%20"),
        ("/a", "https://paper.example/a"),
        ("b.jpg", "https://paper.example/news/b.jpg"),
        ("../c", "https://paper.example/c"),
        ("?q=1", "https://paper.example/news/canal.html?q=1"),
        ("#frag", PAGE + "#frag"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("https://h.example/a b", "https://h.example/a%20b"),
        ("https://h.example/\"'", "https://h.example/\"'"),
        ("https://h.example/नहर", "https://h.example/%E0%A4%A8%E0%A4%B9%E0%A4%B0"),
        ("https://नहर.example/", "https://xn--l2bq0a.example/"),
        ("https://h.example/100%", "https://h.example/100%25"),
        ("https://h.example/a[1]", "https://h.example/a%5B1%5D"),
        ("https://[::1]:80/a", "https://[::1]:80/a"),
        ("https://h.example/#a#b", "https://h.example/#a%23b"),
        ("ht\ntps://h.example/a", "https://h.example/a"),
        ("https://h.example/\x00\ud800a", "https://h.example/a"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("mailto:a@b.example", None),
        ("http:///x", None),
        ("https://h.example:port/", None),
        ("https://a b.example/", None),
        ("https://[/", None),
        ("", None),
        (None, None),
    ],
)
def test_absolute(href: str | None, expected: str | None) -> None:
    assert absolute(href, PAGE) == expected


@pytest.mark.parametrize("href", ["mailto:a@b.example?subject=x", "tel:+911234"])
def test_links_may_be_mail_and_telephone(href: str) -> None:
    assert absolute(href, PAGE, LINK) == href


@given(st.text(st.characters(), max_size=60))
def test_what_comes_out_goes_in_unchanged(href: str) -> None:
    once = absolute(href, PAGE)
    assert once is None or (absolute(once, "http://other.example/") == once and " " not in once)
