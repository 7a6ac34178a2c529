"""Who a story is and which version this is."""

import pytest

from syndication.parse.identifiers import identity, version


@pytest.mark.parametrize(
    ("printed", "wire_id", "kept"),
    [
        ("urn:newsml:a:b", "urn:newsml:a:b", False),
        ("https://a.example/c/1?qt=x&et=y", "https://a.example/c/1", True),
        ("https://a.example/c/1?et=", "https://a.example/c/1", True),
        ("https://a.example/c?id=1&et=y", "https://a.example/c?id=1&et=y", False),
        ("https://a.example/c?", "https://a.example/c?", False),
        ("http://[x?et=1", "http://[x?et=1", False),
    ],
)
def test_an_id_is_without_what_belongs_to_a_request(printed: str, wire_id: str, *, kept: bool) -> None:
    found = identity(printed)
    assert found.wire_id == wire_id
    assert [a.value for a in found.alt_ids] == ([printed] if kept else [])


@pytest.mark.parametrize(
    ("printed", "number", "issue"),
    [
        ("3", 3, False), (" 12 ", 12, False), ("0", 0, False), (None, None, False), ("", None, False),
        ("1.2", None, True), ("-1", None, True), ("९", None, True), ("9" * 16, None, True),
        ("2026-11-24T12:00:00Z", 1795521600, False), ("20261124T120000Z", 1795521600, False), ("2026-99-99T00:00:00Z", None, True),
    ],
)  # fmt: skip
def test_a_version_is_a_number_or_nothing(printed: str | None, number: int | None, *, issue: bool) -> None:
    found = version(printed)
    assert found.number == number
    assert bool(found.issues) == issue
