"""RFC 9110 §12.5.3 and §13, case by case; the cases are data."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.web.conditions import fields, outcome, prefers_gzip

DATA = Path(__file__).parent.parent / "data" / "web"
ETAG = b'"abc"'
MODIFIED = 1_795_600_000  # Wed, 25 Nov 2026 09:46:40 GMT


class Coding(msgspec.Struct, forbid_unknown_fields=True):
    """One Accept-Encoding and whether gzip is to be chosen."""

    accepted: str | None
    gzip: bool


class Question(msgspec.Struct, forbid_unknown_fields=True):
    """Conditional fields and the status that they lead to, for ETAG and MODIFIED."""

    name: str
    fields: dict[str, str]
    status: int


CODINGS = msgspec.json.decode((DATA / "codings.json").read_bytes(), type=list[Coding])
QUESTIONS = msgspec.json.decode((DATA / "conditions.json").read_bytes(), type=list[Question])


@pytest.mark.parametrize("case", CODINGS, ids=lambda c: repr(c.accepted))
def test_chooses_the_coding(case: Coding) -> None:
    accepted = None if case.accepted is None else case.accepted.encode()
    assert prefers_gzip(accepted) is case.gzip


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda c: c.name)
def test_answers_the_condition(case: Question) -> None:
    found = fields([(name.encode(), value.encode()) for name, value in case.fields.items()])
    assert outcome(found, ETAG, MODIFIED) == case.status


def test_repeated_fields_are_one_list() -> None:
    found = fields([(b"if-none-match", b'"x"'), (b"host", b"h"), (b"if-none-match", ETAG)])
    assert found == {b"if-none-match": b'"x", "abc"'}
    assert outcome(found, ETAG, None) == 304


@given(st.binary(max_size=60), st.binary(max_size=60), st.binary(max_size=60))
def test_no_field_makes_it_fail(accepted: bytes, tags: bytes, date: bytes) -> None:
    assert prefers_gzip(accepted) in (True, False)
    asked = {
        b"if-match": tags,
        b"if-none-match": tags,
        b"if-modified-since": date,
        b"if-unmodified-since": date,
    }
    assert outcome(asked, ETAG, MODIFIED) in (200, 304, 412)
