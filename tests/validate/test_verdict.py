"""What the findings of a document mean for its edition."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec import structs

from syndication.model import Profile
from syndication.validate import Facts, Finding, validate, verdict
from syndication.vocabulary.profiles import profiles
from tests.validate.cases import DATA, NOW


def finding(level: str, entry: int | None = None, story: str | None = None) -> Finding:
    return Finding(level=level, rule="B10", text="x", advice="y", entry=entry, story=story)  # type: ignore[arg-type]  # a level as text


def test_warnings_and_notes_stop_nothing() -> None:
    judged = verdict([finding("warning", 0, "a"), finding("note")])
    assert judged.errors == ()
    assert (judged.stories, judged.whole) == (frozenset(), False)


def test_an_error_of_a_story_is_the_storys() -> None:
    judged = verdict([finding("error", 1, "b"), finding("error", 1, "b"), finding("warning", 0, "a")])
    assert judged.errors != ()
    assert (judged.stories, judged.entries, judged.whole) == ({"b"}, {1}, False)


def test_an_error_outside_the_stories_is_the_documents() -> None:
    judged = verdict([finding("error", 0, "a"), finding("error")])
    assert judged.whole


def test_a_story_is_sound_when_the_last_of_its_faults_has_ended() -> None:
    early, late = NOW + timedelta(minutes=1), NOW + timedelta(minutes=9)
    judged = verdict(
        [
            *(structs.replace(finding("error", 0), until=at) for at in (early, late)),
            *(structs.replace(finding("error", 1), until=at) for at in (early, None)),
            structs.replace(finding("error"), until=early),
            structs.replace(finding("warning", 2), until=early),
        ]
    )
    assert judged.sound == {0: late}


@pytest.mark.parametrize(
    ("form", "profile", "entry", "rule"),
    [
        ("rss", "msn", "<item><pubDate>Wed, 25 Nov 2026 12:00:30 GMT</pubDate></item>", "MS3"),
        ("rss", "msn", "<item><pubDate>Sun, 23 Nov 2025 12:00:30 GMT</pubDate></item>", ""),
        ("rss", "strict", "<item><pubDate>Wed, 25 Nov 2026 12:00:30 GMT</pubDate></item>", "B07"),
        ("ninjs", "baseline", '{"embargoedUntil": "2026-11-25T13:00:30+01:00"}', "B16"),
        ("ninjs", "baseline", '{"embargoedUntil": "2026-11-25T13:00:30+01:00", "pubStatus": "withheld"}', ""),
    ],
)
def test_a_fault_that_the_clock_ends_says_when(form: str, profile: str, entry: str, rule: str) -> None:
    """And the same document has that fault no more from that instant on, to the microsecond."""
    data = (f'<rss version="2.0"><channel>{entry}</channel></rss>' if form == "rss" else entry).encode()
    before = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
    ends = datetime(2026, 11, 25, 12, 0, 30, tzinfo=UTC)
    known = profiles()[profile]
    assert {f.rule for f in validate(data, known, before, form) if f.until} - {"B07"} == {rule} - {"", "B07"}
    for moment in (before, ends - timedelta(microseconds=1), ends):
        found = [f for f in validate(data, known, moment, form) if f.until]
        assert {f.until for f in found} == ({ends} if rule and moment < ends else set())


def test_a_story_without_guid_is_known_by_its_position() -> None:
    found = validate((DATA / "baseline" / "B04-fail-missing.xml").read_bytes(), Profile(), NOW)
    judged = verdict(found)
    assert (judged.stories, judged.entries, judged.whole) == (frozenset(), {0}, False)


def test_a_secret_in_one_story_leaves_out_that_story() -> None:
    hidden = "https://harbour.example/articles/x9/secret-vote"
    data = (DATA / "baseline" / "B16-fail.xml").read_bytes()
    judged = verdict(validate(data, Profile(), NOW, None, Facts(hidden=frozenset({hidden}))))
    assert (judged.stories, judged.whole) == ({"tag:harbour.example,2026:ferry-2"}, False)


def test_a_secret_outside_the_stories_stops_the_document() -> None:
    data = (DATA / "baseline" / "B10-pass.xml").read_bytes().replace(b"News of the bay", b"tag:x,2026:secret")
    judged = verdict(validate(data, Profile(), NOW, None, Facts(hidden=frozenset({"tag:x,2026:secret"}))))
    assert judged.whole


def test_an_unreadable_document_stops_the_document() -> None:
    assert verdict(validate(b"<rss>", Profile(), NOW)).whole


def test_a_secret_is_found_however_json_writes_it() -> None:
    data = (DATA / "baseline" / "B12-pass-text.json").read_bytes()
    data = data.replace(b"is text here", b"see https:\\/\\/harbour.example\\/secr\\u0065t")
    facts = Facts(hidden=frozenset({"https://harbour.example/secret"}))
    judged = verdict(validate(data, Profile(), NOW, None, facts))
    assert (judged.entries, judged.whole) == ({0}, False)
