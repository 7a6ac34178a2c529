"""What may be used, and from when: what is not understood is held back."""

from datetime import UTC, datetime

import pytest

from syndication.parse.standing import standing

END = "2026-11-24T18:00:01Z"


@pytest.mark.parametrize(
    ("status", "until", "found", "issue"),
    [
        (None, None, "usable", None), ("", " ", "usable", None), ("usable", None, "usable", None),
        ("stat:usable", END, "usable", None), ("STAT:Canceled", None, "canceled", None),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld/", None, "withheld", None), ("killed", None, "canceled", None),
        ("new", None, "withheld", "unknown-status"), ("embargoed", None, "withheld", "unknown-status"),
        ("embargoed", END, "usable", None), ("usable", "soon", "withheld", "embargo-unread"),
        ("canceled", "soon", "canceled", "embargo-unread"), ("withheld", END, "withheld", None),
    ],
)  # fmt: skip
def test_status_and_embargo(status: str | None, until: str | None, found: str, issue: str | None) -> None:
    told = standing(status, until, "UTC")
    assert told.pub_status == found
    assert [i.code for i in told.issues] == ([issue] if issue else [])
    assert told.embargoed == (datetime(2026, 11, 24, 18, 0, 1, tzinfo=UTC) if until == END else None)


def test_a_time_without_a_zone_is_one_of_the_source() -> None:
    told = standing("usable", "2026-11-24T18:00:01", "Asia/Kolkata")
    assert told.embargoed == datetime(2026, 11, 24, 12, 30, 1, tzinfo=UTC)
    assert [i.code for i in told.issues] == ["no-zone"]
