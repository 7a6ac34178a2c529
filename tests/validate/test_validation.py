"""How a document is told, and where a fault is laid."""

from pathlib import Path

import pytest

from syndication.model import Profile
from syndication.validate import STANDARDS, validate
from syndication.validate.standards import ALIASES, MEDIA_TYPES, tell
from syndication.vocabulary import profiles
from tests.validate.cases import DATA, NOW
from tests.validate.test_structure import FOLDER

RSS = (DATA / "baseline" / "B10-pass.xml").read_bytes()
PLAIN = sorted(FOLDER.glob("*/valid-plain.*"))


def test_there_is_a_plain_document_of_every_standard() -> None:
    assert {document.parent.name for document in PLAIN} == set(STANDARDS)


@pytest.mark.parametrize("document", PLAIN, ids=lambda d: d.parent.name)
def test_a_document_is_told_by_its_bytes(document: Path) -> None:
    told = tell(document.read_bytes())
    assert told.standard
    assert told.standard.name == document.parent.name


def test_names_and_media_types_lead_to_standards() -> None:
    assert {*ALIASES.values(), *MEDIA_TYPES.values()} <= set(STANDARDS)
    assert tell(RSS, "application/rss+xml; charset=utf-8").document
    assert tell(RSS, "application/xml").document


def test_a_document_of_another_standard_is_said_so() -> None:
    (found,) = validate(RSS, None, NOW, "atom")
    assert (found.rule, found.level) == ("format", "error")
    assert "not atom" in found.text


def test_without_a_profile_only_the_standard_counts() -> None:
    unordered = (DATA / "baseline" / "B09-fail.xml").read_bytes()
    assert [f for f in validate(unordered, None, NOW) if f.level == "error"] == []
    marked = validate(b"\xef\xbb\xbf" + RSS, None, NOW)
    assert [(f.rule, f.level) for f in marked] == [("B01", "note")]


def test_a_fault_names_line_path_and_story() -> None:
    data = (DATA / "baseline" / "B08-fail.xml").read_bytes()
    (found,) = [f for f in validate(data, Profile(), NOW) if f.rule == "B08"]
    assert found.line
    assert b"EST" in data.splitlines()[found.line - 1]
    assert (found.path, found.entry, found.story) == (
        "/rss/channel/item/pubDate", 0, "tag:harbour.example,2026:ferry-1",
    )  # fmt: skip


def test_lines_are_those_of_the_file_whatever_the_declaration_is() -> None:
    data = (
        (DATA / "baseline" / "B08-fail.xml")
        .read_bytes()
        .replace(b'<?xml version="1.0" ', b'<?xml version="1.0"\n\n')
    )
    (found,) = [f for f in validate(data, Profile(), NOW) if f.rule == "B08"]
    assert b"EST" in data.splitlines()[(found.line or 1) - 1]


def test_a_fault_of_json_has_a_pointer_a_line_and_a_story() -> None:
    data = (DATA / "baseline" / "B13-fail-json.json").read_bytes()
    (found,) = [f for f in validate(data, Profile(), NOW) if f.rule == "B13"]
    assert (found.path, found.entry) == ("/items/0/attachments/0", 0)
    assert found.line
    before = data.splitlines()[: found.line - 1]
    assert before[-1].strip() == b'"attachments": ['


def test_a_sites_own_profile_is_held_against_the_rules_of_the_one_it_is_like() -> None:
    own = {
        "partner": {"min_title": 100},
        "ours": {"like": "msn", "min_title": 100},
        "theirs": {"like": "ours"},
    }
    found = {
        name: {f.rule for f in validate(RSS, profile, NOW)}
        for name, profile in profiles.profiles(own).items()
    }
    assert "MS2" not in found["partner"]
    assert "MS2" in found["ours"] & found["theirs"]


def test_what_is_not_given_is_not_checked() -> None:
    assert {f.rule for f in validate(RSS, Profile(), NOW) if f.level == "error"} == set()


def test_the_worst_comes_first_and_the_order_is_the_same_each_time() -> None:
    data = (DATA / "fulltext-partner" / "FP3-fail.xml").read_bytes()
    profile = Profile(rules="fulltext-partner")
    found = validate(data, profile, NOW)
    order = ["error", "warning", "note"]
    assert [f.level for f in found] == sorted((f.level for f in found), key=order.index)
    assert found == validate(data, profile, NOW)
