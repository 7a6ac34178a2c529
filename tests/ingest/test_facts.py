"""Which facts of one text stand in the place of others, and what is no difference in fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.ingest import facts
from syndication.ingest.facts import Swapped
from syndication.model.blocks import Paragraph
from tests.desk import story

SAID = (
    "The ferry of Port Esmer carried 1,204 passengers on Saturday, said harbour master Ada Ferro, and the fare of Rs 40 "
    "will stay until June. The programme of the summer has three boats more. Two were hurt in the crowd."
)


def swapped(one: str, other: str) -> Swapped:
    """Return what differs between two texts."""
    return facts.swapped(*(facts.text(story(1, body=(Paragraph(text),))) for text in (one, other)))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            [("1,204", "1204"), ("Rs 40", "₹40"), ("programme", "program")], Swapped(), id="house style"
        ),
        pytest.param([("Two were", "2 were")], Swapped(), id="a number in words"),
        pytest.param([(" Two were hurt in the crowd.", "")], Swapped(), id="cut"),
        pytest.param([("said harbour", "said the harbour")], Swapped(), id="a word more"),
        pytest.param([("1,204", "1,340")], Swapped(numbers=1), id="another number"),
        pytest.param([("Two were", "Three were")], Swapped(), id="a number that the text says elsewhere"),
        pytest.param([("Two were", "Seven were")], Swapped(numbers=1), id="another number in words"),
        pytest.param([("Ada Ferro", "Joy Lobo")], Swapped(names=2), id="another name"),
        pytest.param([("Saturday", "Sunday")], Swapped(names=1), id="another day"),
        pytest.param(
            [("Port Esmer carried 1,204", "Noor carried 88")], Swapped(1, 2), id="names and numbers"
        ),
    ],
)
def test_what_differs_in_fact(changes: list[tuple[str, str]], expected: Swapped) -> None:
    other = SAID
    for before, after in changes:
        assert before in other
        other = other.replace(before, after)
    assert swapped(SAID, other) == expected
    assert bool(swapped(other, SAID)) == bool(expected)


def test_in_capitals_any_word_may_be_a_name() -> None:
    assert swapped(SAID.upper(), SAID.upper().replace("ESMER", "HARUN"))
    assert not swapped(SAID.upper(), SAID)


def test_a_script_without_capitals_has_names_too() -> None:
    said = (
        "मौसम विभाग ने गुरुवार को तावी जिले में अगले दो दिनों तक शीतलहर की चेतावनी दी है और लोगों से घर में रहने को कहा है।"
    )
    assert swapped(said, said.replace("तावी", "नूरपुर")) == Swapped(names=1)
    assert not swapped(said, said.replace("।", "."))


@given(st.text(), st.text())
def test_any_texts_can_be_compared(one: str, other: str) -> None:
    assert not swapped(one, one)
    assert bool(swapped(one, other)) == bool(swapped(other, one))
