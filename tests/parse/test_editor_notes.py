"""Notes to editors in a field of their own: what they order is done, and no reader sees them."""

from datetime import UTC, datetime

import pytest

from syndication.model import Hints
from syndication.parse.editor_notes import editor_notes
from syndication.prose import Context

CONTEXT = Context("s", "l", datetime(2026, 11, 24, 12, tzinfo=UTC), "x", Hints(timezone="Asia/Kolkata"))


@pytest.mark.parametrize(
    ("note", "until"),
    [
        ("EMBARGOED until 0001 GMT, November 26, 2026", datetime(2026, 11, 26, 0, 1, tzinfo=UTC)),
        ("Eds: adds quote. Not for use before 6 p.m. GMT, Nov 25", datetime(2026, 11, 25, 18, tzinfo=UTC)),
        ("With photos.\nEMBARGO: 1800 IST, November 25", datetime(2026, 11, 25, 12, 30, tzinfo=UTC)),
        ("The embargo of the port was lifted in 1990.", None),
        ("Adds quote.", None),
    ],
)
def test_an_embargo_in_a_note_is_one(note: str, until: datetime | None) -> None:
    told = editor_notes([note], CONTEXT)
    assert told.known.get("embargoed") == until
    assert "pub_status" not in told.known


def test_an_embargo_that_cannot_be_read_withholds() -> None:
    told = editor_notes(["STRICTLY EMBARGOED"], CONTEXT)
    assert told.known.get("pub_status") == "withheld"
    assert [i.code for i in told.issues] == ["embargo-unread"]


def test_a_correction_is_a_signal_and_never_for_readers() -> None:
    told = editor_notes([None, " ", "This story corrects the spelling of Kernow."], CONTEXT)
    assert told.known.get("signals") == ("correction",)
    assert [(n.role, n.public) for n in told.known["ed_notes"]] == [("correction", False)]


@pytest.mark.parametrize(
    ("note", "signals"),
    [
        ("CORRECTION: the name of the ferry", ("correction",)),
        ("MANDATORY KILL: the ferry did not sail", ("kill",)),
        ("Kills no more than time.", ()),
        ("UPDATE: adds quote", ()),
    ],
)
def test_a_marker_in_front_of_a_note_is_an_order(note: str, signals: tuple[str, ...]) -> None:
    assert editor_notes([note], CONTEXT).known.get("signals", ()) == signals
