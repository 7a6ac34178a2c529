"""Pointers of JSON, and the lines that they lead to."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.validate.json_lines import lines_of
from syndication.validate.json_reader import escaped

MARK = "the value that is looked for"
VALUES = st.recursive(
    st.none() | st.integers(0, 9) | st.text('a"\\{}[],:\n/~é', max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('ab"/~:,{', max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


def places(value: Any, at: str = "") -> list[str]:
    """Return the pointer of every value inside one."""
    named = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [(f"{at}/{escaped(str(step))}", inner) for step, inner in named]
    return [place for pointer, inner in found for place in (pointer, *places(inner, pointer))]


def replaced(value: Any, pointer: str) -> Any:
    """Return the value with the mark where the pointer leads."""
    whole = copy.deepcopy([value])
    holder, step = whole, 0
    for name in pointer.split("/")[1:]:
        holder = holder[step]
        named = name.replace("~1", "/").replace("~0", "~")
        step = int(named) if isinstance(holder, list) else named  # type: ignore[assignment]  # a name or a number
    holder[step] = MARK
    return whole[0]


@given(VALUES)
def test_a_pointer_leads_to_the_line_of_its_value(value: Any) -> None:
    document = json.dumps(value, indent=1, ensure_ascii=False)
    for pointer in places(value):
        marked = json.dumps(replaced(value, pointer), indent=1)
        line = next(n for n, text in enumerate(marked.split("\n"), 1) if MARK in text)
        assert lines_of(document.encode(), {pointer}) == {pointer: line}


@pytest.mark.parametrize(
    ("pointer", "line"), [("/a/7", 2), ("/a/0/b/c", 3), ("/d", None), ("", None), ("/a/1", 4)]
)
def test_what_is_not_there_is_where_its_holder_is(pointer: str, line: int | None) -> None:
    document = b'{\n"a": [\n{"b": 1},\n2]}'
    assert lines_of(document, {pointer}).get(pointer) == line


def test_a_byte_order_mark_is_no_value() -> None:
    assert lines_of(b'\xef\xbb\xbf{"a":\n1}', {"/a"}) == {"/a": 2}
