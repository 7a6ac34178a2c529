"""Fragments of HTML, read without repair."""

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


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b", ">", "x", "&lt;", "<br/>", "'", '"', "<!--", "-->"]),
        max_size=30,
    )
)
def test_every_tag_lies_where_it_says(pieces: list[str]) -> None:
    fragment = "".join(pieces)
    for tag in markup(fragment).tags:
        said = fragment[tag.start : tag.end]
        assert said.startswith("</" if tag.kind == "close" else "<")
        assert said.endswith(">")
