"""Only what a round trip proves is put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.parse.mojibake import Repair, repair


def spoilt(text: str, encoding: str = "cp1252") -> str:
    """Return UTF-8 as somebody read it; what windows-1252 leaves undefined stays a control, as browsers do."""
    return "".join(bytes([b]).decode(encoding, "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "the boatmen’s “plan” – ₹18 crore… café",
        "नाविकों ने जाल सुखाए।",
        "لکھنؤ میں کشتیاں",
        "Óbidos, Ærø and Łódź",
        "🚤 raced",
        "price: €5™",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_puts_right_what_was_read_in_the_wrong_charset(text: str, encoding: str) -> None:
    assert repair(spoilt(text, encoding)).text == text


def test_follows_text_that_was_spoilt_twice() -> None:
    assert repair(spoilt(spoilt("the boatmen’s"))).text == "the boatmen’s"


def test_names_the_line_and_counts_the_runs() -> None:
    found = repair("fine\n" + spoilt("it’s here\nand é there"))
    assert (found.runs, found.line) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "her fiancé”—he said",
        "a CLICHÉ”, they said",
        "AMANHÃ… a Lisboa",
        "Ça va, naïve façade, Âme",
        "a lone â that lost its second byte",
        "Â 5 that lost its blank",
        "टेक्स्ट “उद्धरण” café",
        "plain ASCII",
        "",
    ],
)
def test_leaves_what_is_not_proven(text: str) -> None:
    assert repair(text) == Repair(text)


@given(st.text(st.characters(max_codepoint=0x7F)) | st.text(st.sampled_from("नमस्ते कखग “”’—₹ abc")))
def test_good_text_stays(text: str) -> None:
    assert repair(text).text == text
