"""Elements as text are what lxml would write."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from syndication.render.elements import Elements, cdata
from syndication.render.plain_text import clean
from syndication.xmlns import DC

_TEXT = st.text(st.characters(exclude_categories=["Cs"])).map(clean)


@given(_TEXT, _TEXT.filter(bool))
@example("a\r\nb\t<c> & ]]>", "'\"\r\n\t<&>")
def test_an_element_is_what_lxml_writes(text: str, value: str) -> None:
    ours = Elements({})
    ours.add("a", text, b=value)
    theirs = etree.Element("a", b=value)
    theirs.text = text
    assert str(ours).encode() == etree.tostring(theirs, encoding="UTF-8")


def test_an_element_may_be_empty_and_attributes_left_out() -> None:
    row = Elements({})
    row.add("a", href="x", title=None, rel="")
    row.add("b", "")
    assert str(row) == '<a href="x"/><b></b>'


def test_what_is_not_declared_is_left_out() -> None:
    row = Elements({"dc": DC})
    inner = row.inside()
    inner.add("dc:title", "1")
    inner.add("media:title", "2")
    row.add_markup("x", str(inner))
    row.add_markup("media:content", str(inner))
    assert str(row) == "<x><dc:title>1</dc:title></x>"


@pytest.mark.parametrize("text", ["a < b", "a ]]> b", "]]>", ""])
def test_a_section_reads_as_its_text(text: str) -> None:
    assert (etree.fromstring(f"<x>{cdata(text)}</x>").text or "") == text
