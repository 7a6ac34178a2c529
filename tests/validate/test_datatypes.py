"""Simple types: what is one, and what only looks like one."""

from datetime import UTC, datetime

import pytest

from syndication.validate.datatypes import complaint, instant, strict_iri, strict_rfc822, weekday_agrees


@pytest.mark.parametrize(
    ("datatype", "right", "wrong"),
    [
        ("uri", "tag:harbour.example,2026:1", "harbour"),
        ("uri", "https://harbour.example/a?b#c", "https://harbour.example/a b"),
        ("reference", "a/b.html", "a b"),
        ("web", "https://harbour.example:8080/", "//harbour.example/"),
        ("web", "http://[::1]/", "https://[harbour/"),
        ("web", "https://harbour.example", "https://harbour.example:99999/"),
        ("web", "https://नगर.example/", "ftp://harbour.example/"),
        ("mail", "ada@harbour.example (Ada Ferro)", "Ada Ferro"),
        ("rfc822", "Tue, 24 Nov 2026 08:49:00 GMT", "Tue, 31 Nov 2026 08:49:00 GMT"),
        ("rfc822", "24 Nov 26 08:49 EST", "24 November"),
        ("rfc3339", "2026-11-24T08:49:00.25+05:30", "2026-11-24T08:49:00"),
        ("rfc3339", "2024-02-29T00:00:00Z", "2026-02-29T00:00:00Z"),
        ("w3cdtf", "2026-11-24T08:49Z", "2026-11-24T08:49"),
        ("w3cdtf", "2026-11", "2026-13"),
        ("w3cdtf", "2026-11-24", "2026-11-31"),
        ("language", "zh-Hant-TW", "english (India)"),
        ("media-type", "application/atom+xml; charset=utf-8", "jpeg"),
        ("count", "0", "-1"),
        ("count", "12", "१२"),
        ("positive", "1", "0"),
        ("boolean", "true", "yes"),
        ("number", "-0.5", "1e3"),
        ("qcode", "medtop:04000000", "medtop: 04000000"),
        ("nonempty", "x", ""),
        ("day|night", "day", "noon"),
        ("2.0", "2.0", "2.01"),
    ],
)
def test_a_type(datatype: str, right: str, wrong: str) -> None:
    assert complaint(right, datatype) is None
    assert complaint(wrong, datatype)


def test_text_may_be_anything() -> None:
    assert complaint("", "text") is None
    assert complaint("\0", "") is None


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("Tue, 24 Nov 2026 14:19:00 +0530", "rfc822", datetime(2026, 11, 24, 8, 49, tzinfo=UTC)),
        ("24 Nov 26 08:49 EST", "rfc822", datetime(2026, 11, 24, 13, 49, tzinfo=UTC)),
        ("24 Nov 96 08:49 GMT", "rfc822", datetime(1996, 11, 24, 8, 49, tzinfo=UTC)),
        ("2026-11-24T14:19:00.75+05:30", "rfc3339", datetime(2026, 11, 24, 8, 49, tzinfo=UTC)),
        ("9999-12-31T23:59:59-23:59", "rfc3339", None),
        ("Tue, 24 Nov 2026 24:00:00 GMT", "rfc822", None),
        ("2026-11-24", "w3cdtf", None),
    ],
)
def test_the_instant_of_a_date(text: str, form: str, said: datetime | None) -> None:
    assert instant(text, form) == said


def test_dates_that_some_read_otherwise() -> None:
    assert strict_rfc822("Tue, 24 Nov 2026 08:49:00 +0530")
    assert not strict_rfc822("Tue, 24 Nov 2026 08:49:00 UTC")
    assert not strict_rfc822("Tue, 24 Nov 26 08:49:00 GMT")
    assert weekday_agrees("Tue, 24 Nov 2026 08:49:00 GMT")
    assert not weekday_agrees("Mon, 24 Nov 2026 08:49:00 GMT")


def test_characters_of_addresses() -> None:
    assert strict_iri("https://harbour.example/नगर?a=%20&b='c'")
    assert not strict_iri('https://harbour.example/?q="x"')
    assert not strict_iri("https://harbour.example/100%")
