"""Addresses as they are shared."""

import json
import re
from operator import itemgetter
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.share.web_address import https, parse

DATA = Path(__file__).parents[1] / "data" / "share"
CASES = json.loads((DATA / "addresses.json").read_text(encoding="utf-8"))
CAMPAIGNS = json.loads((DATA / "campaigns.json").read_text(encoding="utf-8"))
OURS = (("utm_source", "x"), ("utm_medium", "social"), ("utm_campaign", "share"))


@pytest.mark.parametrize("case", CASES, ids=itemgetter("case"))
def test_an_address_is_made_ascii_or_refused(case: dict[str, str | None]) -> None:
    if case["address"] is None:
        with pytest.raises(ValueError, match=r"\w"):
            parse(case["given"] or "")
    else:
        assert str(parse(case["given"] or "")) == case["address"]


@pytest.mark.parametrize("case", CAMPAIGNS, ids=itemgetter("case"))
def test_a_campaign_is_added_once_and_never_canonical(case: dict[str, str]) -> None:
    address = parse(case["given"])
    tagged = address.tagged(OURS)
    assert str(tagged) == case["tagged"]
    assert str(tagged.tagged(OURS)) == case["tagged"]
    assert str(address.canonical()) == case["canonical"]


def test_without_a_campaign_every_byte_stays() -> None:
    assert (
        str(parse("https://n.example/a?utm_source=mail#b").tagged(()))
        == "https://n.example/a?utm_source=mail#b"
    )


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert str(parse("https://n.example/\ud800")) == "https://n.example/%EF%BF%BD"


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_cleaning_twice_is_cleaning_once(path: str, query: str, fragment: str) -> None:
    once = str(parse(f"https://n.example/{path}?{query}#{fragment}"))
    assert re.fullmatch(r"[!-~]+", once)
    assert str(parse(once)) == once


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_encoded_already_stays_as_it_is(path: str, query: str) -> None:
    encoded = f"https://n.example/{quote(path, safe='')}?{quote(query, safe='')}"
    assert str(parse(encoded)) == encoded


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="#?%"), min_size=1))
def test_letters_of_any_script_decode_to_themselves(path: str) -> None:
    address = str(parse(f"https://n.example/{path}x"))
    assert unquote(address.removeprefix("https://n.example/")) == f"{path}x"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://n.example/a", "https://n.example/a"),
        ("https://n.example:443/a", "http://N.example:80/a"),
        ("https://n.example/a#top", "https://n.example/a?utm_source=mail"),
        ("https://n.example", "https://n.example/"),
    ],
)
def test_addresses_of_one_document_compare_equal(one: str, other: str) -> None:
    assert parse(one).comparable() == parse(other).comparable()


@pytest.mark.parametrize(
    "other", ["https://n.example/A", "https://n.example/a?p=1", "https://n.example:8443/a"]
)
def test_addresses_of_two_documents_do_not(other: str) -> None:
    assert parse("https://n.example/a").comparable() != parse(other).comparable()


@pytest.mark.parametrize("text", [None, "", "/a.jpg", "http://n.example/a.jpg", "//n.example/a.jpg"])
def test_a_picture_is_not_upgraded_to_https_by_guess(text: str | None) -> None:
    assert https(text) is None
