"""Findings for people and for machines."""

from datetime import datetime, timedelta, timezone

import msgspec

from syndication.validate import Finding, report

FINDING = Finding(
    level="error", rule="B10", text="'//x' is no address", advice="write it whole", line=7, path="/rss/channel/item[2]/link",
    entry=1, story="tag:x,2026:1",
)  # fmt: skip


def test_a_line_says_where_what_and_what_to_do() -> None:
    said = report.line(FINDING, "all.rss")
    assert said == "all.rss:7: error B10 /rss/channel/item[2]/link: '//x' is no address (write it whole)"


def test_a_line_is_one_line_that_steers_no_terminal() -> None:
    said = report.line(msgspec.structs.replace(FINDING, text="a\nb\x1b[2J", line=None, path=""), "all.rss")
    assert said == "all.rss: error B10: a\\nb\\x1b[2J (write it whole)"


def test_a_line_says_when_the_clock_ends_the_fault() -> None:
    until = datetime(2026, 11, 25, 17, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    said = report.line(msgspec.structs.replace(FINDING, until=until), "all.rss")
    assert said.endswith("(write it whole; no fault from 2026-11-25T12:00:00Z on)")


def test_a_record_holds_everything() -> None:
    record = report.record(FINDING, "all.rss", "RSS 2.0")
    assert (record["file"], record["format"]) == ("all.rss", "RSS 2.0")
    assert (
        msgspec.convert({k: v for k, v in record.items() if k not in {"file", "format"}}, Finding) == FINDING
    )


def test_the_summary_counts_by_level() -> None:
    note = msgspec.structs.replace(FINDING, level="note")
    assert report.summary([FINDING, note, FINDING], "RSS 2.0") == "RSS 2.0, 2 errors, 1 note"
    assert report.summary([], None) == "nothing to complain about"
