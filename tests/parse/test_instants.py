"""Times as wires print them; India's zone is the source's."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.parse.instants import instant

ZONE = "Asia/Kolkata"


def at(month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "read", "codes"),
    [
        ("2026-02-13T09:30:00Z", at(2, 13, 9, 30), []),
        ("2026-02-13T09:30:00+05:30", at(2, 13, 4), []),
        ("2026-02-13T09:30+0530", at(2, 13, 4), []),
        ("20260213T093000Z", at(2, 13, 9, 30), []),
        ("2026-02-13 09:30:00", at(2, 13, 4), ["no-zone"]),
        ("2026-02-13", at(2, 12, 18, 30), ["no-zone"]),
        ("Fri, 13 Feb 2026 09:30:00 +0530", at(2, 13, 4), []),
        ("Fri, 13 Feb 2026 09:30:00 GMT", at(2, 13, 9, 30), []),
        ("13 Feb 26 09:30 EST", at(2, 13, 14, 30), []),
        ("Thu, 13 Feb 2026 09:30:00 GMT", at(2, 13, 9, 30), ["weekday-mismatch"]),
        ("Feb 13, 2026 9:30 p.m. IST", at(2, 13, 16), []),
        ("Feb 13 2026 | 9:10 AM IST", at(2, 13, 3, 40), []),
        ("February 13, 2026 12:05 am GMT", at(2, 13, 0, 5), []),
        ("2026-06-30T23:59:60Z", at(7, 1), []),
        ("1770975000", at(2, 13, 9, 30), []),
        (1770975000, at(2, 13, 9, 30), []),
        ("1770975000000", at(2, 13, 9, 30), []),
        ("13 फरवरी 2026", at(2, 12, 18, 30), ["no-zone"]),
        ("2026-02-30T09:30:00Z", None, ["impossible-date"]),
        ("2026-02-13T25:00:00Z", None, ["impossible-date"]),
        ("13:00 pm, Feb 13 2026", None, ["impossible-date"]),
        ("99999-01-01T00:00:00Z", None, ["impossible-date"]),
        ("9999-12-31T23:59:59-14:00", None, ["impossible-date"]),
        ("yesterday", None, ["impossible-date"]),
        ("9" * 5000, None, ["impossible-date"]),
        ("", None, []),
        (None, None, []),
    ],
)
def test_reads_the_instant_or_says_why_not(
    printed: str | None, read: datetime | None, codes: list[str]
) -> None:
    found = instant(printed, ZONE)
    assert (found.at, [issue.code for issue in found.issues]) == (read, codes)


def test_an_unknown_zone_of_the_source_is_utc() -> None:
    assert instant("2026-02-13 09:30", "Nowhere/Land").at == at(2, 13, 9, 30)


@given(st.text() | st.floats() | st.integers() | st.booleans())
def test_anything_is_an_instant_or_none(printed: str | float | bool) -> None:
    found = instant(printed, ZONE).at
    assert found is None or found.tzinfo is UTC
