"""Each form of line beside how it is read, and beside the words that only look like it (tests/data/prose)."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from syndication.prose import byline, dateline, embargo, furniture, notes, signals, signoff
from syndication.prose.label import Label, read
from syndication.prose.lines import Row

DATA = Path(__file__).parent.parent / "data" / "prose"
TABLES = {name: tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")) for name in (
    "datelines", "headlines", "closings", "furniture", "notes"
)}  # fmt: skip
RECEIVED = datetime(2026, 2, 14, tzinfo=UTC)
NOON = datetime(2026, 2, 14, 6, 30, tzinfo=UTC)


def label(line: str) -> Label | None:
    return read(Row(1, line, line, gap=True))


@pytest.mark.parametrize("case", TABLES["datelines"]["dateline"], ids=lambda c: c["text"])
def test_reads_a_dateline(case: dict[str, Any]) -> None:
    found = dateline.read(case["text"], RECEIVED)
    assert found
    line = found.dateline
    assert (list(line.places), line.country, line.date, line.agency, line.text, case["text"][found.text :]) == (
        case["places"], case.get("country"), case.get("date"), case.get("agency"), case["printed"], case["rest"],
    )  # fmt: skip
    assert found.impossible == case.get("impossible", False)


@pytest.mark.parametrize("text", TABLES["datelines"]["none"])
def test_invents_no_dateline(text: str) -> None:
    assert dateline.read(text, RECEIVED) is None


@pytest.mark.parametrize(("printed", "headline", "signs", "genres"), TABLES["headlines"]["marked"])
def test_takes_the_markers_from_a_headline(
    printed: str, headline: str, signs: list[str], genres: list[str]
) -> None:
    marks = signals.read(printed)
    assert (marks.text, set(marks.signals), [g.name for g in marks.genres]) == (headline, set(signs), genres)


@pytest.mark.parametrize("headline", TABLES["headlines"]["unmarked"])
def test_leaves_words_that_look_like_markers(headline: str) -> None:
    assert signals.read(headline) == signals.Marks(headline)


@pytest.mark.parametrize(("line", "agency", "desk", "initials"), TABLES["closings"]["lines"])
def test_reads_a_sign_off(line: str, agency: str, desk: str, initials: str) -> None:
    found = signoff.line(line)
    assert found
    assert found.signoff
    assert (found.signoff.agency or "", found.signoff.desk or "", found.signoff.initials or "") == (
        agency, desk, initials,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "left", "agency", "initials"), TABLES["closings"]["trailers"])
def test_reads_a_mark_behind_the_last_sentence(text: str, left: str, agency: str, initials: str) -> None:
    found = signoff.trailer(text)
    assert found
    assert found.signoff
    assert (text[: found.start], found.signoff.agency, found.signoff.initials or "") == (
        left,
        agency,
        initials,
    )


@pytest.mark.parametrize("text", TABLES["closings"]["words"])
def test_takes_no_words_for_a_sign_off(text: str) -> None:
    assert signoff.line(text) is None
    assert signoff.trailer(f"It ended there. He said so: {text.lower()} ok") is None


@pytest.mark.parametrize("line", TABLES["furniture"]["furniture"])
def test_knows_furniture_by_its_whole_line(line: str) -> None:
    assert furniture.rule(line)
    assert label(line)


@pytest.mark.parametrize("line", TABLES["furniture"]["words"])
def test_leaves_sentences_that_begin_like_furniture(line: str) -> None:
    assert label(line) is None


@pytest.mark.parametrize(("line", "kind"), TABLES["notes"]["lines"])
def test_knows_notes(line: str, kind: str) -> None:
    found = notes.read(line)
    assert (found.kind if found else "") == kind


@pytest.mark.parametrize(("line", "told"), TABLES["notes"]["corrections"])
def test_knows_what_readers_are_told_of_a_correction(line: str, told: str) -> None:
    found = notes.read(line)
    assert found
    assert (found.text, found.role, found.public) == (told, "correction", True)


@pytest.mark.parametrize("line", TABLES["notes"]["for_the_desk"])
def test_what_speaks_to_the_desk_is_never_for_readers(line: str) -> None:
    found = notes.read(line)
    assert found is None or not found.public


@pytest.mark.parametrize(("line", "printed", "authors"), TABLES["notes"]["bylines"])
def test_takes_a_byline_apart(line: str, printed: str, authors: list[str]) -> None:
    found = byline.read(line)
    assert found
    assert (found.byline or "", [a.name for a in found.authors]) == (printed, authors)
    assert bool(found.credit) is not bool(printed)


@pytest.mark.parametrize("line", TABLES["notes"]["not_bylines"])
def test_takes_no_sentence_for_a_byline(line: str) -> None:
    assert byline.read(line) is None


@pytest.mark.parametrize(("line", "until"), TABLES["notes"]["embargoes"])
def test_reads_when_an_embargo_ends(line: str, until: str) -> None:
    assert embargo.is_embargo(line)
    found = embargo.read(line, NOON, UTC, None)
    assert (found.until.isoformat() if found.until else "") == until


@pytest.mark.parametrize("line", TABLES["notes"]["no_embargoes"])
def test_takes_no_news_for_an_embargo(line: str) -> None:
    assert not embargo.is_embargo(line)
