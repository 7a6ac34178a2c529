"""Limits of size and character."""

import msgspec

from syndication.model import Profile
from syndication.render.room import fitting, spaced

ENTRIES = [b"a" * 10, b"", b"b" * 30, b"c" * 10, b"d" * 10]


def kept(**limits: int) -> list[bytes]:
    profile = msgspec.structs.replace(Profile(), **limits)
    return [entry[:1] for entry in fitting(ENTRIES, 5, profile)]


def test_without_limits_nothing_is_copied() -> None:
    assert fitting(ENTRIES, 5, Profile()) is ENTRIES


def test_the_oldest_go_first() -> None:
    assert kept(max_bytes=65) == [b"a", b"b", b"c", b"d"]
    assert kept(max_bytes=64) == [b"a", b"b", b"c"]
    assert kept(max_bytes=20) == [b"a"]
    assert kept(max_bytes=14) == []


def test_one_that_is_too_large_goes_alone() -> None:
    assert kept(max_item_bytes=29) == [b"a", b"c", b"d"]
    assert kept(max_item_bytes=29, max_bytes=35) == [b"a", b"c", b"d"]


def test_one_that_fits_no_document_takes_nothing_with_it() -> None:
    profile = Profile(max_bytes=10)
    assert fitting([b"aaa", b"b" * 9, b"ccc"], 2, profile) == [b"aaa", b"ccc"]
    assert fitting([b"aaa", b"b" * 8, b"ccc"], 2, profile) == [b"aaa"], (
        "alone it would fit: the older ones go"
    )


def test_no_more_than_the_aggregator_takes() -> None:
    assert kept(max_items=2) == [b"a", b"b"]
    assert kept(max_items=9) == [b"a", b"b", b"c", b"d"]


def test_spaces_become_plain_and_soft_hyphens_go() -> None:
    assert spaced("a\u00a0b\u202fc\u2007d so\u00adft ज\u200c".encode()) == "a b c d soft ज\u200c".encode()
