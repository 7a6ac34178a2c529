"""Dates, whatever the zone they came with."""

from datetime import UTC, datetime

import pytest

from syndication.render.dates import basic, rfc822, rfc3339


@pytest.mark.parametrize(
    ("written", "mail", "internet"),
    [
        ("2026-11-25T14:19:00+05:30", "Wed, 25 Nov 2026 08:49:00 GMT", "2026-11-25T08:49:00Z"),
        ("2026-01-01T00:30:00+01:00", "Wed, 31 Dec 2025 23:30:00 GMT", "2025-12-31T23:30:00Z"),
        ("2026-11-05T08:49:07.250000Z", "Thu, 05 Nov 2026 08:49:07 GMT", "2026-11-05T08:49:07.250000Z"),
    ],
)
def test_dates(written: str, mail: str, internet: str) -> None:
    instant = datetime.fromisoformat(written)
    assert rfc822(instant) == mail
    assert rfc3339(instant) == internet
    assert datetime.fromisoformat(internet) == instant


def test_an_early_year_has_four_digits() -> None:
    assert rfc822(datetime(987, 2, 3, tzinfo=UTC)) == "Sat, 03 Feb 0987 00:00:00 GMT"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("+0900", "Thu, 26 Nov 2026 01:30:00 +0900"),
        ("-0330", "Wed, 25 Nov 2026 13:00:00 -0330"),
        ("UTC", "Wed, 25 Nov 2026 16:30:00 GMT"),
    ],
)
def test_a_zone_moves_the_day_and_is_printed(zone: str, said: str) -> None:
    assert rfc822(datetime(2026, 11, 25, 16, 30, tzinfo=UTC), zone) == said


def test_the_basic_format() -> None:
    assert basic(datetime.fromisoformat("2026-11-25T14:19:05+05:30")) == "20261125T084905Z"
