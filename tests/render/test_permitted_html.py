"""The body in fewer elements: what gives way, what stays, and that no word goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from syndication.model.blocks import INLINE_TAGS
from syndication.render.body_html import body_html
from syndication.render.permitted_html import permitted
from tests.render.arbitrary import arbitrary

FEW = ("p", "br", "b", "i", "a", "img", "h3")


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ("", ""),
        ("<p>a <em>b</em> <strong>c</strong></p>", "<p>a <i>b</i> <b>c</b></p>"),
        ("<h2>a</h2>", "<h3>a</h3>"),
        ("<p>a <code>b</code> &lt;c&gt; &amp;</p>", "<p>a b &lt;c&gt; &amp;</p>"),
        ("<ul><li>a</li><li>b</li></ul>", "<p>a</p><p>b</p>"),
        ("<pre>a\nb</pre>", "<p>a<br/>b</p>"),
        ("<p>a<br/> <br/><br/>b</p>", "<p>a<br/>b</p>"),
        ("<blockquote><p>a</p></blockquote><p>b</p>", "<p>a</p>\n\n<p>b</p>"),
        (
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
            "<p>a | b</p><p>c | </p>",
        ),
        (
            '<figure><img src="x" alt="y"/><figcaption>z</figcaption></figure>',
            '<img src="x" alt="y"/><p>z</p>',
        ),
    ],
)
def test_what_gives_way_to_what(markup: str, made: str) -> None:
    assert permitted(markup, FEW) == made


def test_a_link_that_may_not_lead_there_leaves_its_words() -> None:
    markup = '<p><a href="tel:+91"><b>a</b></a> <a href="MAILTO:x@y.example">b</a> <a href="https://x.example/">c</a></p>'
    assert permitted(markup, None, schemes=("https", "mailto")) == markup.replace(
        '<a href="tel:+91"><b>a</b></a>', "<b>a</b>"
    )
    assert permitted(markup, None) == markup


def test_a_picture_that_may_not_be_shown_leaves_its_words() -> None:
    assert permitted('<figure><img src="x" alt="a &amp; b"/></figure>', ("p",)) == "a &amp; b"


def test_without_a_list_only_the_depth_counts() -> None:
    deep = "<blockquote><p>a <b><i>b</i></b></p></blockquote>"
    assert permitted(deep, None) == deep
    assert permitted(deep, None, 3) == "<blockquote><p>a <b>b</b></p></blockquote>"


@given(
    arbitrary(),
    st.sets(st.sampled_from([*sorted(INLINE_TAGS), "p", "h1", "img", "ul", "li", "div", "table"])),
)
def test_any_body_keeps_its_words_in_any_list(article: object, tags: set[str]) -> None:
    markup = body_html(article, "https://wire.example/a")  # type: ignore[arg-type]  # a strategy's Article
    made = permitted(markup, tuple(tags))
    root = etree.fromstring(f"<x>{made}</x>")
    assert {str(e.tag) for e in root.iter()} <= tags | {"x"}

    def words(text: str) -> str:
        whole = etree.fromstring(f"<x>{text}</x>")
        return "".join("".join(str(t) for t in whole.itertext()).split()).replace("|", "")

    if "img" in tags or "<img" not in markup:
        assert words(made) == words(markup)
