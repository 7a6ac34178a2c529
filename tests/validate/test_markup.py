"""Fragments of HTML, read without repair."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.validate.markup import addresses, candidates, markup


def test_tags_with_their_attributes_and_depth() -> None:
    read = markup('<DIV Class="a b"><p>One<br>two<img src=\'x.jpg\' alt=""></p></div>')
    assert [(t.name, t.kind, t.depth) for t in read.tags] == [
        ("div", "open", 0), ("p", "open", 1), ("br", "alone", 2), ("img", "alone", 2), ("p", "close", 2), ("div", "close", 1),
    ]  # fmt: skip
    assert read.tags[0].attributes == {"class": "a b"}
    assert read.unbalanced == ()
    assert read.text == "One two"


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("<p>x", ("p never ends",)),
        ("x</p>", ("p ends and never began",)),
        ("<p><b>x</p></b>", ("b is open where p ends", "b ends and never began")),
        ("<p>5 < 6 & 7 > 6</p>", ()),
        ("<!-- <p> --><br/>", ()),
        ("<a title='<b>'>x</a>", ()),
    ],
)
def test_what_is_not_balanced(fragment: str, said: tuple[str, ...]) -> None:
    assert markup(fragment).unbalanced == said


def test_what_stands_in_a_script_is_no_markup() -> None:
    read = markup("<p>a</p><script>if (a<b) document.write('<p>')</script><p>b</p>")
    assert [t.name for t in read.begun] == ["p", "script", "p"]
    assert read.text == "a b"


def test_addresses_of_every_attribute_that_holds_them() -> None:
    (tag,) = markup('<img src="a.jpg" srcset="b.jpg 1x, https://x.example/c,d.jpg 2x" alt="e">').tags
    assert list(addresses(tag)) == [
        ("src", "a.jpg"), ("srcset", "b.jpg"), ("srcset", "https://x.example/c,d.jpg"),
    ]  # fmt: skip
    assert candidates("a.jpg") == ["a.jpg"]
    assert candidates("") == []


def test_entities_are_read_once() -> None:
    (tag,) = markup('<a href="/x?a=1&amp;amp;b">').tags
    assert tag.attributes["href"] == "/x?a=1&amp;b"


@pytest.mark.parametrize(
    ("fragment", "names"),
    [
        ('<p "><script>x()</script>">', ["p", "script"]),
        ("<!--><script>x()</script>-->", ["script"]),
        ("<!---><script>x()</script>-->", ["script"]),
        ("<!-- a --!><script>x()</script>-->", ["script"]),
        ("<!a><i>b</i>", ["i"]),
        ("</ a><i>b</i>", ["i"]),
        ("<?php echo '<b>' ?><i>b</i>", ["i"]),
        ("<x <script>y</script>", ["x"]),
        ("<a href=/b/><i>c</i></a>", ["a", "i"]),
        ("<a/onclick=x()>c</a>", ["a"]),
        ("<textarea><script></textarea><i>b</i>", ["textarea", "i"]),
        ("<script>a</scripts><b></script ><i>b</i>", ["script", "i"]),
        ("x < y and 3 <5 <= 6", []),
        ("<!-- <p>", []),
        ("<p title='>'>a</p>", ["p"]),
        ('<a href="b', []),
    ],
)
def test_tags_are_those_that_a_browser_sees(fragment: str, names: list[str]) -> None:
    """HTML, "Tokenization": what executes there must be seen here."""
    assert [tag.name for tag in markup(fragment).begun] == names


@pytest.mark.parametrize("cut", range(1, 20))
def test_a_fragment_cut_anywhere_inside_its_tags_is_told(cut: int) -> None:
    whole = '<a href="b">c</a>'
    assert markup(whole).unbalanced == ()
    if 0 < cut < len(whole):
        assert markup(whole[:cut]).unbalanced or whole[:cut] == "<"


@pytest.mark.parametrize(
    "unit",
    [
        "<!--", "<a ", '<a "', "<a '", "<a=\"b\" '", "'x<b'", '"/style="&<a <b', "<i>", "</i>", "<i></b>", "<script>", "</",
        "<a href=", "<a href='", "<textarea>", "<?", "<b/", "=", '<a b="c" ',
    ],
)  # fmt: skip
def test_each_character_is_read_once(unit: str) -> None:
    """Read twice for each `unit`, these would take minutes: the limit of time of the test command says so."""
    markup(unit * (2_000_000 // len(unit) // 4))


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b", ">", "x", "<br/>", "'", '"', "<!--", "-->", "=", "/", " "])
    )
)
def test_what_is_escaped_is_text_and_no_tag(pieces: list[str]) -> None:
    fragment = "".join(pieces)
    read = markup(escape(fragment, quote=False))
    assert read.tags == ()
    assert read.text == " ".join(fragment.split())
