"""The short ways say what Python says of a string, character for character."""

from hypothesis import given
from hypothesis import strategies as st

from syndication.printable import flowing, printable, printable_lines, word_count

WORDS = st.text("ab ć\u00a0\u200d\t\n\x1c\x7f\x85क", max_size=8).flatmap(
    lambda piece: st.integers(1, 60).map(lambda times: piece * times)
)


@given(WORDS | st.text(max_size=300))
def test_what_prints_is_what_python_prints(text: str) -> None:
    assert printable(text) == text.isprintable()
    assert printable_lines(text) == text.replace("\n", "").isprintable()


@given(WORDS | st.text(max_size=300))
def test_flowing_text_is_its_words_and_one_blank_between_them(text: str) -> None:
    assert flowing(text) == (text.isprintable() and text == " ".join(text.split()))


@given(WORDS | st.text(max_size=300))
def test_words_are_counted_as_they_are_parted(text: str) -> None:
    assert word_count(text) == len(text.split())
