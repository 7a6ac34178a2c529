"""Who a story is: rules that must never change, so their results stand here word for word."""

import re
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.model import identity
from syndication.model.article import AltId, EdNote, Issue, Source
from syndication.model.blocks import Paragraph, Preformatted, Quote, Subhead
from tests.desk import at, story

DAY = date(2026, 3, 14)
URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+\Z")


@pytest.mark.parametrize(
    ("wire_id", "provider", "expected"),
    [
        ("urn:newsml:esmer.example:20260314:tide", "Esmer", "urn:newsml:esmer.example:20260314:tide"),
        ("  https://esmer.example/tide  ", "Esmer", "https://esmer.example/tide"),
        ("ES-1403/22", "Esmer", "tag:esmer.wire.invalid,2026:id:ES-1403/22"),
        ("tide 22 é#", "Esmer", "tag:esmer.wire.invalid,2026:id:tide%2022%20%C3%A9%23"),
        ("22", "esmer.example", "tag:esmer.example,2026:id:22"),
        ("22", None, "tag:unknown.wire.invalid,2026:id:22"),
        ("22", "--U.N. News--", "tag:u.n.news,2026:id:22"),
        (None, "Esmer Wire", "tag:esmer-wire.wire.invalid,2026-03-14:0123"),
        ("   ", "Esmer", "tag:esmer.wire.invalid,2026-03-14:0123"),
    ],
)
def test_the_guid_rule(wire_id: str | None, provider: str | None, expected: str) -> None:
    assert identity.guid(wire_id, provider, DAY, "0123") == expected


def test_without_a_day_the_guid_does_not_follow_the_calendar() -> None:
    assert identity.guid(None, "Esmer", None, "0123") == "tag:esmer.wire.invalid,2026-01-01:0123"


@given(st.none() | st.text(), st.none() | st.text())
def test_a_guid_is_a_uri_whatever_the_wire_says(wire_id: str | None, provider: str | None) -> None:
    made = identity.guid(wire_id, provider, None, "0123")
    assert URI.match(made)
    host = identity.authority(provider)
    assert all(re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", label) for label in host.split("."))


def key(*texts: str) -> str:
    return identity.content_key([Paragraph(text) for text in texts])


WORDS = " ".join(f"word{n}" for n in range(60))


def test_the_content_key_is_what_the_opening_says() -> None:
    assert key("The tide turned.", "Boats waited.") == "f759d8e371a8e84c"


@pytest.mark.parametrize("length", [1, 9, 40])
def test_the_content_key_ends_with_the_sixtieth_word(length: int) -> None:
    words = [f"{'b' * length}{number}" for number in range(90)]
    whole = key(" ".join(words))
    assert key(" ".join(words[:60])) == whole != key(" ".join(words[:59]))
    assert key(" ".join(words[:30]), " ".join(words[30:])) == whole
    assert key(" ".join([*words, "é"])) == whole  # not the same way, but the same words


@pytest.mark.parametrize(
    "again",
    [
        pytest.param((WORDS + " and the rest",), id="the end is cut"),
        pytest.param(tuple(WORDS.split(" ", 9)), id="other paragraphs"),
        pytest.param((WORDS.upper().replace(" ", ",  "),), id="case, blanks and marks"),
        pytest.param((WORDS.replace("word7 ", "<b>word7</b> "),), id="emphasis"),
    ],
)
def test_the_content_key_outlives_a_portal(again: tuple[str, ...]) -> None:
    assert key(*again) == key(WORDS)


def test_the_content_key_tells_stories_apart() -> None:
    keys = {
        key("a b c"),
        key("a b d"),
        key(""),
        key(WORDS),
        key("The tide"),
        key("ज्वार आया"),
        key("ज्वार गया"),
    }
    assert len(keys) == 7
    assert (
        identity.content_key([Quote("a b c")])
        == identity.content_key([Preformatted("a\nb  c")])
        == key("a b c")
    )


def test_the_address_id_follows_from_the_guid_alone() -> None:
    assert identity.short_id("urn:example:story:1") == "2v3lloew5yqqb2v4"
    assert re.fullmatch(r"[a-z2-7]{16}", identity.short_id("\ud800"))


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Tide turns: boats wait!", "tide-turns-boats-wait"),
        ("India's first", "indias-first"),
        ("ज्वार लौटा, नावें रुकीं", "ज्वार-लौटा-नावें-रुकीं"),
        ("A" * 30 + " " + "b" * 30, "a" * 30),
        ("長" * 80, "長" * 60),
        ("!!!", "story"),
        (None, "story"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_the_slug(headline: str | None, expected: str) -> None:
    assert identity.slug(headline) == expected


@given(st.text())
def test_a_slug_is_one_short_part_of_a_path(headline: str) -> None:
    made = identity.slug(headline)
    assert 0 < len(made) <= 60
    assert not set(made) & set("/?#%. \t\n")


@pytest.mark.parametrize(
    "change",
    [
        {"version": 7},
        {"issues": (Issue("x", "y"),)},
        {"alt_ids": (AltId("slug", "tide"),)},
        {"created": at(1), "updated": at(2)},
        {"url": "https://esmer.example/a"},
        {"source": Source("mail", "x", "text", at(99), "ians")},
        {"body": (Paragraph("Keeper 1 of Port Esmer"), Paragraph("climbed  the stair\nat dusk."))},
    ],
    ids=str,
)
def test_the_fingerprint_ignores_how_a_story_came(change: dict[str, object]) -> None:
    assert identity.fingerprint(msgspec.structs.replace(story(1), **change)) == identity.fingerprint(story(1))


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Other"},
        {"body": (Paragraph("Other."),)},
        {"body": (Subhead("Keeper 1 of Port Esmer"), Paragraph("climbed the stair at dusk."))},
        {"body": (Paragraph("Keeper 1 of Port Esmer climbed the <b>stair</b> at dusk."),)},
        {"pub_status": "canceled"},
        {"embargoed": at(1)},
        {"expires": at(1)},
        {"ed_notes": (EdNote("Corrects the name", public=True),)},
        {"keywords": ("tide",)},
    ],
    ids=str,
)
def test_the_fingerprint_sees_what_is_said(change: dict[str, object]) -> None:
    assert identity.fingerprint(msgspec.structs.replace(story(1), **change)) != identity.fingerprint(story(1))
