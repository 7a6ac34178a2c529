"""Addresses in copy lead to the public web or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.parse.addresses import resolve

BASE = "https://shore.example.in/news/a/pier-4.htm"


@pytest.mark.parametrize(
    ("href", "base", "whole"),
    [
        ("https://a.example.org/x?y=1&z=2#t", None, "https://a.example.org/x?y=1&z=2#t"),
        ("/pier", BASE, "https://shore.example.in/pier"),
        ("b.htm", BASE, "https://shore.example.in/news/a/b.htm"),
        ("//cdn.example.org/a.jpg", BASE, "https://cdn.example.org/a.jpg"),
        (" https://a.example.org/a b ", None, "https://a.example.org/a%20b"),
        ('https://a.example.org/"><x', None, "https://a.example.org/%22%3E%3Cx"),
        ("https://8.8.8.8/x", None, "https://8.8.8.8/x"),
        ("/pier", None, None),
        ("//cdn.example.org/a.jpg", None, None),
        ("#top", BASE, None),
        ("", BASE, None),
        (None, BASE, None),
        ("javascript:alert(1)", BASE, None),
        ("java\nscript:alert(1)", BASE, None),
        ("data:text/html,x", BASE, None),
        ("cid:part1@wire", BASE, None),
        ("ftp://a.example.org/x", BASE, None),
        ("http://localhost/x", None, None),
        ("http://127.0.0.1/x", None, None),
        ("http://127.1/x", None, None),
        ("http://2130706433/x", None, None),
        ("http://0x7f.1/x", None, None),
        ("http://10.0.0.7/x", None, None),
        ("http://169.254.169.254/x", None, None),
        ("http://224.0.0.1/x", None, None),
        ("http://[::1]/x", None, None),
        ("http://[::1/x", None, None),
        ("http://intranet/x", None, None),
        ("http://db.internal/x", None, None),
        ("http://127.0.0.1\\@a.example.org/x", None, None),
        ("http://a.example.org:99999/x", None, None),
        ("http://a.exa<mple.org/x", None, None),
        ("x.htm", "http://a.exa<mple.org/", None),
    ],
)
def test_an_address_is_whole_and_public_or_none(
    href: str | None, base: str | None, whole: str | None
) -> None:
    assert resolve(href, base) == whole


@given(st.text(), st.sampled_from([None, BASE, "http://[", "x"]))
def test_any_text_is_an_address_or_none(href: str, base: str | None) -> None:
    found = resolve(href, base)
    assert found is None or (found.startswith(("http://", "https://")) and not set(found) & set("<>\"' \n"))
