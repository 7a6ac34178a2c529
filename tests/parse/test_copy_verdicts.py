"""The judge of the corpus can tell right from wrong, field by field."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from syndication.model import Article, Reading
from syndication.model.article import (
    Author,
    Comment,
    Dateline,
    EdNote,
    Genre,
    Issue,
    Link,
    RoleText,
    Signoff,
    Source,
)
from syndication.model.blocks import Paragraph, Subhead
from tests.copy_corpus import Case, judge, tally, wrong

AT = datetime(2026, 2, 13, 9, tzinfo=UTC)
STORY = Article(
    guid="tag:ians.wire.invalid,2026-02-13:0011223344556677",
    headline="Ferry resumes",
    summary="The portal's words.",
    summaries=(RoleText("The agency's words.", role="agency"),),
    byline="Asha Rao",
    authors=(Author("Asha Rao", email="asha@example.com"),),
    dateline=Dateline("Kochi, Feb 13 (IANS)", places=("Kochi",), date=date(2026, 2, 13), agency="IANS"),
    signoff=Signoff(agency="IANS", desk="int", initials="sd"),
    body=(Paragraph("The <b>ferry</b> resumed."), Subhead("Fares"), Paragraph("They  stay &amp; stay.")),
    source=Source("corpus", "ferry.txt", "text", AT),
    signals=("update", "lead"),
    genres=(Genre("Review"),),
    ed_notes=(EdNote("(Eds: Updates with toll)"),),
    comments=(Comment("Sarah B", "Good."),),
    links=(Link("kill", title="Dam gates jammed"),),
    created=AT,
    issues=(Issue("cut-off", "…", 3), Issue("cut-off", "…", 5)),
)

RIGHT: list[tuple[str, Any]] = [
    ("headline", "Ferry resumes"),
    ("headline", {"one_of": ["Ferry resumes (IANS Special)", "Ferry resumes"]}),
    ("subheadline", None),
    ("authors", [{"name": "Asha Rao"}]),
    ("dateline", {"places": ["Kochi"], "date": "2026-02-13", "agency": "IANS"}),
    ("dateline", {"places": {"one_of": [["KOCHI"], ["Kochi"]]}, "country": None}),
    ("signoff", {"agency": "IANS", "desk": "int", "initials": "sd"}),
    ("signals", ["lead", "update"]),
    ("signals", ["update", "lead"]),
    ("genres", ["review"]),
    ("ed_notes", ["updates with toll"]),
    ("comments", ["Sarah B"]),
    ("created", "2026-02-13T14:30:00+05:30"),
    ("issues", ["cut-off"]),
    ("issues_present", True),
    ("summaries_hold", ["The agency's words."]),
    ("first_paragraph", "The ferry resumed."),
    ("last_paragraph", "They  stay & stay."),
    ("paragraphs", 2),
    ("subheads", ["Fares"]),
    ("body_present", ["They stay & stay.", "Fares"]),
    ("body_absent", ["Share this article"]),
    ("names_killed", ["Dam gates jammed"]),
]

WRONG: list[tuple[str, Any]] = [
    ("headline", "ferry resumes"),
    ("headline", None),
    ("headline", {"one_of": ["Ferry", None]}),
    ("subheadline", "Ferry resumes"),
    ("authors", []),
    ("authors", [{"name": "Asha Rao"}, {"name": "Imran Qadri"}]),
    ("dateline", None),
    ("dateline", {"places": ["Kochi", "Jammu"]}),
    ("dateline", {"date": "2025-02-13"}),
    ("signoff", None),
    ("signoff", {"desk": None}),
    ("signals", ["lead"]),
    ("signals", []),
    ("genres", ["interview"]),
    ("ed_notes", []),
    ("ed_notes", ["adds quotes"]),
    ("comments", []),
    ("created", "2026-02-13T14:30:00Z"),
    ("issues", []),
    ("issues", ["cut-off", "no-body"]),
    ("issues_present", False),
    ("summaries_hold", ["Nobody's words."]),
    ("first_paragraph", "The ferry"),
    ("last_paragraph", "Fares"),
    ("paragraphs", 3),
    ("subheads", []),
    ("body_present", ["They stayed."]),
    ("body_absent", ["Fares", "Share this article"]),
    ("names_killed", ["Another story"]),
    ("embargoed", "2026-02-13T14:30:00Z"),
]


def _case(folder: Path, *stories: dict[str, Any], name: str = "ferry") -> Case:
    folder.mkdir(exist_ok=True)
    case = Case(folder / f"{name}.txt", folder / f"{name}.expected.json")
    case.document.write_text(name, encoding="utf-8")
    case.expected.write_bytes(msgspec.json.encode({"received": AT, "stories": stories}))
    return case


def _faults(case: Case, *articles: Article) -> list[str]:
    return [v.field for v in judge(case, lambda _: [Reading(a) for a in articles]) if not v.right]


@pytest.mark.parametrize(("field", "value"), RIGHT, ids=str)
def test_right_is_right(tmp_path: Path, field: str, value: object) -> None:
    assert _faults(_case(tmp_path, {field: value}), STORY) == []


@pytest.mark.parametrize(("field", "value"), WRONG, ids=str)
def test_wrong_is_wrong(tmp_path: Path, field: str, value: object) -> None:
    assert _faults(_case(tmp_path, {field: value}), STORY) == [field]


def test_a_story_that_was_not_found_is_wrong_in_every_field(tmp_path: Path) -> None:
    case = _case(tmp_path, {"headline": "Ferry resumes"}, {"headline": None, "issues": []})
    assert _faults(case, STORY) == ["stories", "headline", "issues"]


def test_a_story_too_many_is_wrong(tmp_path: Path) -> None:
    assert _faults(_case(tmp_path, {"headline": "Ferry resumes"}), STORY, STORY) == ["stories"]


def test_stories_are_held_against_others_of_their_folder(tmp_path: Path) -> None:
    fields = {"content_key_same_as": ["other.txt"], "content_key_differs_from": ["other.txt"]}
    case = _case(tmp_path, {**fields, "guid_same_as": ["other.txt"]})
    other = msgspec.structs.replace(STORY, guid="tag:other", body=(Paragraph("Another story."),))
    stories = {case.document: STORY, tmp_path / "other.txt": other}
    faults = [v.field for v in judge(case, lambda path: [Reading(stories[path])]) if not v.right]
    assert faults == ["content_key_same_as", "guid_same_as"]
    stories[tmp_path / "other.txt"] = STORY
    faults = [v.field for v in judge(case, lambda path: [Reading(stories[path])]) if not v.right]
    assert faults == ["content_key_differs_from"]


def test_fields_are_counted_by_group(tmp_path: Path) -> None:
    one = _case(tmp_path / "kills", {"headline": "Ferry resumes", "byline": None})
    two = _case(tmp_path / "mail", {"headline": "Ferry resumes"}, name="two")
    verdicts = {case: judge(case, lambda _: [Reading(STORY)]) for case in (one, two)}
    assert tally(verdicts) == {
        "fields_right": 4,
        "fields_total": 5,
        "groups": {
            "kills": {"fields_right": 2, "fields_total": 3},
            "mail": {"fields_right": 2, "fields_total": 2},
        },
    }
    assert list(wrong(verdicts)) == ["kills/ferry.txt: byline"]
