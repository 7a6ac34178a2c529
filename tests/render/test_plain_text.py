"""Plain lines, and cutting them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.render.plain_text import clean, cut, decimal, line

FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A & B < C", "A & B < C"),
        ("x <y and z> w", "x <y and z> w"),
        ("<b>Hot</b> day", "Hot day"),
        ("&lt;b&gt;Hot&lt;/b&gt;", "Hot"),
        ("AT&amp;amp;T", "AT&T"),
        ("S&T and R&D;", "S&T and R&D;"),
        ("5 &lt; 6", "5 < 6"),
        ('<x onclick="a">go</x>', "go</x>"),
        ("<!-- c -->x", "x"),
        (" two\r\n lines\t", "two lines"),
        ("no\u00a0break", "no\u00a0break"),
        ("a\x00b\ufffec\ud800d", "abcd"),
        ("\u200d\u200b", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_line(text: str | None, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    "text",
    ["<" * 3_000 + "b>" * 3_000, "&" + "amp;" * 20_000, "<a" + "=" * 20_000, "<b" * 20_000, "&" * 20_000],
    ids=["nested", "amp", "equals", "open", "ampersands"],
)
def test_hostile_text_ends(text: str) -> None:
    assert "<b>" not in line(text)


@given(st.text(st.characters()))
def test_a_line_is_a_line_and_stays_as_it_is(text: str) -> None:
    once = line(text)
    assert line(once) == once
    assert not set("\t\r\n\x00\ufffe") & set(once)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_what_xml_may_hold_is_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("one two three four", 12, "one two…"),
        ("one two, three", 9, "one two…"),
        (FAMILY * 3, len(FAMILY) + 3, FAMILY + "…"),
        ("🇮🇳🇮🇳", 3, "🇮🇳…"),
        ("क्षेत्र" * 3, 9, "क्षेत्र" + "…"),
        ("e\u0301" * 6, 4, "e\u0301…"),
    ],
)
def test_cut(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


@given(st.text(min_size=1, max_size=80), st.integers(2, 40))
def test_a_cut_is_short_and_a_beginning(text: str, limit: int) -> None:
    made = cut(text, limit)
    assert 0 < len(made) <= limit
    assert made == text or text.startswith(made[:-1])


@pytest.mark.parametrize(
    ("number", "expected"), [(12.5, "12.5"), (-0.25, "-0.25"), (3.0, "3"), (100.0, "100"), (1e-7, "0")]
)
def test_decimal(number: float, expected: str) -> None:
    assert decimal(number) == expected
