"""Inline HTML, rebuilt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from syndication.render.inline_html import inline

PAGE = "https://paper.example/news/canal.html"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain & words", "plain &amp; words"),
        ("S&amp;T", "S&amp;T"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("a<br>b<BR />c", "a<br/>b<br/>c"),
        ("<B class='x'>b</B>", "<b>b</b>"),
        ("<b>open", "<b>open</b>"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("</b>x", "x"),
        ("<b><b>x</b></b>", "<b>x</b>"),
        ("<a href=/x>l</a>", '<a href="https://paper.example/x">l</a>'),
        ("<a data-href='/y' href='/x?a&amp;b'>l</a>", '<a href="https://paper.example/x?a&amp;b">l</a>'),
        ("<a href='javascript:x'>l</a>", "l"),
        ("<a href='JAVA&#10;SCRIPT:x'>l</a>", "l"),
        ("<a onclick='x'>l</a>", "l"),
        ("<script>x()</script><img src=x onerror=y>", "x()"),
        ("a < b ]]> c", "a &lt; b ]]&gt; c"),
        ("<!-- c -->x", "x"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("zw\u200cnj &zwj; \u00a0", "zw\u200cnj \u200d \u00a0"),
    ],
)
def test_inline(text: str, expected: str) -> None:
    assert inline(text, PAGE) == expected


@given(
    st.lists(
        st.sampled_from(
            ["<b>", "</b>", "<i>", "</i>", "<a href='/x'>", "</a>", "<", ">", "&", "x", "\x00", '"', "<br>"]
        )
    )
)
def test_any_soup_is_well_formed(pieces: list[str]) -> None:
    etree.fromstring(f"<p>{inline(''.join(pieces), PAGE)}</p>")


def test_nesting_is_bounded() -> None:
    etree.fromstring(f"<p>{inline('<b><i>' * 5_000, PAGE)}</p>")
