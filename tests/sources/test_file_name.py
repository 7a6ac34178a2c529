"""Names of files."""

import os

from hypothesis import given
from hypothesis import strategies as st

from syndication.sources.file_name import free, shown

NAMES = (
    st.binary(min_size=1, max_size=255).filter(lambda b: b"/" not in b and b"\0" not in b).map(os.fsdecode)
)


@given(NAMES, st.sets(NAMES))
def test_a_free_name_is_free_and_fits(name: str, taken: set[str]) -> None:
    taken = {name, free(name, {name}.__contains__), *taken}
    found = free(name, taken.__contains__)
    assert found not in taken
    assert len(os.fsencode(found)) <= 255


@given(NAMES)
def test_a_shown_name_is_printable(name: str) -> None:
    assert shown(name).isprintable()


@given(NAMES, NAMES)
def test_two_names_never_look_the_same(one: str, other: str) -> None:
    assert (shown(one) == shown(other)) == (one == other)


def test_keeps_the_extension() -> None:
    assert free("story.xml", {"story.xml"}.__contains__) == "story.1.xml"
    assert free("README", {"README"}.__contains__) == "README.1"
    assert free("a. long sentence of words", {"a. long sentence of words"}.__contains__).endswith("words.1")
