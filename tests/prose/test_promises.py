"""What must hold for every text: nothing is lost, nothing raises, form does not matter, time is linear."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.errors import UnreadableCopy
from syndication.model import Line, Reading
from syndication.model.article import encode
from syndication.model.blocks import Paragraph, body_text
from syndication.prose import Context, read_blocks, read_text
from syndication.prose.characters import clean

CONTEXT = Context("wire", "a.txt", datetime(2026, 2, 14, tzinfo=UTC), "text")
WORD = re.compile(r"\w+")

# Lines of copy in every role, so that random files are made of what the rules look for.
LINES = st.sampled_from(
    [
        "Ferry back at the old jetty",
        "(Second Lead) Ferry back at the old jetty",
        "KILL",
        "By Asha Rao",
        "Kochi, Feb 8 (IANS) The ferry returned on Sunday after a month of repairs, its master said.",
        "Kochi, Feb 8",
        "NEW DELHI (AP) — The court rose early.",
        "New Delhi: The court rose early on Monday and will sit again when the papers are found.",
        "Pune: Boats at the ghat on Feb 5. (Photo: IANS)",
        "The ferry carried forty people. (ANI)",
        "The ferry carried forty people. PTI ABC DEF",
        "It will sail again on Friday, the harbour master told IANS",
        "--IANS",
        "--",
        "IANS",
        "int/sd",
        "- IANS",
        "Key Points: What the ferry does",
        "  • It floats",
        "3 min read",
        '"It floats - as ever - Harbour master"',
        "Share this article:",
        "Reader Comments",
        "S",
        "Sunil",
        "Leave a Comment",
        "Also Read: Another ferry",
        "More From This Section",
        "(Eds: Adds quotes)",
        "EMBARGOED UNTIL 1800 HRS IST, FEB 14",
        "EMBARGOED",
        "Onion\t10\t20",
        "Potato\t30\t40",
        "1. First",
        "2. Second",
        "— Ravi (@ravi) February 12, 2026",
        "https://x.com/ravi/status/1",
        "… [+1721 chars]",
        "This is published unedited from the PTI feed.",
        "It sank. This is published unedited from the PTI feed.",
        "नई दिल्ली, 14 अक्टूबर (आईएएनएस)। नाव सेवा फिर शुरू हुई।",
        "--आईएएनएस",
        "نئی دہلی۔24مئی؛ کشتی سروس بحال",
        "IANS - IANS",
        "BC-AS--India-Rain, 2nd Ld-Writethru,410",
        "======",
        "",
        "",
        "",
    ]
)
COPY = st.one_of(
    st.lists(LINES, min_size=1, max_size=25).map("\n".join),
    st.text(max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=15).map("\n".join),
)


def read(text: str) -> list[Reading]:
    return list(read_text(text, CONTEXT))


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def lines(readings: list[Reading]) -> Iterator[Line]:
    for reading in readings:
        yield from reading.account


@settings(max_examples=300, deadline=None)
@given(COPY)
def test_every_word_is_accounted_for(text: str) -> None:
    """Nothing is lost without a trace: the words of the input are the words of the account."""
    try:
        readings = read(text)
    except UnreadableCopy:
        assert not clean(text).text.strip()
        return
    accounted: Counter[str] = Counter()
    for line in lines(readings):
        accounted += words(line.text)
    assert accounted == words(clean(text).text)


@settings(max_examples=200, deadline=None)
@given(COPY)
def test_what_is_called_body_is_the_body(text: str) -> None:
    """The lines that went to the body have the body's words, in order; the others are not in it."""
    try:
        readings = read(text)
    except UnreadableCopy:
        return
    for reading in readings:
        called = WORD.findall(" ".join(line.text for line in reading.account if line.field == "body"))
        inside = WORD.findall(body_text(reading.article.body))
        # The numbers of a numbered list are in its form, not in its words.
        assert [w for w in called if not w.isdigit()] == [w for w in inside if not w.isdigit()]
        assert Counter(inside) <= Counter(called)


@settings(max_examples=150, deadline=None)
@given(COPY)
def test_line_ends_blanks_and_marks_change_nothing(text: str) -> None:
    """CRLF, a byte order mark, no-break and double blanks give the same Article."""
    plain = clean(text).text
    if (
        not plain.strip()
        or "   " in plain
        or "\t" in plain
        or "  " in plain
        or "\\n" in plain
        or "&" in plain
    ):
        return
    other = "\ufeff" + plain.replace(". ", ".  ").replace(", ", ",\u00a0").replace("\n", "\r\n")
    assert [encode(r.article) for r in read(plain)] == [encode(r.article) for r in read(other)]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(LINES, st.text(max_size=80)).map(lambda t: Paragraph(t.replace("<", "&lt;"))), max_size=15
    )
)
def test_any_blocks_are_read(blocks: list[Paragraph]) -> None:
    """Blocks never raise, with and without a known headline."""
    list(read_blocks(blocks, CONTEXT))
    assert len(list(read_blocks(blocks, CONTEXT, {"headline": "Ferry back"}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 1_000_000, id="5 MB on one line"),
        pytest.param("-" * 100_000, id="dashes"),
        pytest.param("(" * 50_000 + ")" * 50_000, id="brackets"),
        pytest.param("[(" * 40_000, id="open brackets"),
        pytest.param("A" * 200_000, id="capitals"),
        pytest.param("Ab-" * 60_000 + ", Feb 8 (IANS)", id="hyphens"),
        pytest.param("a/" * 60_000, id="initials"),
        pytest.param('"' * 100_000, id="quotation marks"),
        pytest.param("&amp;" * 60_000, id="references"),
        pytest.param("<br>" * 60_000 + "x", id="breaks"),
        pytest.param(" \t" * 100_000 + "x", id="blanks"),
        pytest.param("x" + " " * 200_000 + "y.    z", id="inner blanks"),
        pytest.param("Kochi, Feb 8 (IANS) x\n" * 8_000, id="datelines"),
        pytest.param("--IANS\n" * 20_000, id="sign-offs"),
        pytest.param("Headline\n\nbody text here.\n\n--IANS\n\n" * 4_000, id="thousands of stories"),
        pytest.param(
            "The ferry is back at last.\n\n--IANS\n\n" * 8_000, id="a sign-off after each paragraph"
        ),
        pytest.param(
            "lower case line that goes on without any stop at all\n\n" * 60_000, id="one torn sentence"
        ),
        pytest.param("• x\n" * 20_000, id="bullets"),
        pytest.param("a\tb\n" * 20_000, id="table"),
        pytest.param("S\nSam\n" * 10_000, id="initial and name"),
        pytest.param("\n" * 300_000 + "x", id="empty lines"),
        pytest.param("This story feed staff. " * 20_000, id="disclaimers"),
        pytest.param(
            "lower case line that goes on without any stop at all\n" * 60_000, id="one long wrapped sentence"
        ),
    ],
)
@pytest.mark.timeout(60)
def test_hostile_copy_is_read_in_one_go(text: str) -> None:
    """No expression blows up; the time limit is only there to end a run that would not."""
    assert read(text)
    assert list(read_text(text, CONTEXT, {"headline": "Ferry back"}))
