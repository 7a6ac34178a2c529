"""How the card looks on each network, and what is found wanting."""

from datetime import UTC, datetime

import pytest

from syndication.model import Article, Profile, Sharing, Site
from syndication.model.article import Media, Rendition, Source
from syndication.model.graphemes import length
from syndication.share import Card, Shareable, admit, card_findings, cards, head_html
from syndication.validate import validate

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SITE = Site(title="Coast Daily", base_url="https://coast.example")
SHORT = "Raft wins regatta"
LONG = "The raft of milk cans built by nine schoolboys in a dairy yard has beaten the navy cutter by a length on Sunday"


def shareable(size: tuple[int | None, int | None] | None = (1280, 720), **fields: object) -> Shareable:
    media = ()
    if size is not None:
        file = Rendition("https://img.example/a.jpg", None, "image/jpeg", *size)
        media = (Media("urn:p", "picture", alt="A raft", renditions=(file,)),)
    given = {"headline": SHORT, "summary": "Nine boys won.", "media": media, **fields}
    article = Article(guid="tag:coast.example,2026:1", source=Source("", "", "", NOW), **given)  # type: ignore[arg-type] # a plain dict of fields
    story = admit(article, SITE, Sharing(), NOW)
    assert story is not None
    return story


def card(story: Shareable, network: str) -> Card:
    return next(c for c in cards(story) if c.id == network)


def codes(story: Shareable) -> list[tuple[str, str]]:
    return [(f.level, f.rule) for f in card_findings(story)]


def test_the_five_networks_in_their_order() -> None:
    assert [c.name for c in cards(shareable())] == ["X", "Facebook", "WhatsApp", "LinkedIn", "Google"]


@pytest.mark.parametrize(
    ("network", "limit"), [("x", 70), ("facebook", 88), ("whatsapp", 65), ("linkedin", 119), ("google", 60)]
)
def test_a_title_is_cut_where_the_network_cuts_it(network: str, limit: int) -> None:
    exact = card(shareable(headline="x" * limit), network).title
    assert (exact.text, exact.whole) == ("x" * limit, True)
    longer = card(shareable(headline=f"{LONG} {LONG}"), network).title
    assert not longer.whole
    assert longer.length == length(f"{LONG} {LONG}")
    assert longer.text.endswith("…")
    assert length(longer.text) <= limit


def test_whatsapp_shows_eighty_characters_of_the_summary() -> None:
    about = card(shareable(summary="word " * 30), "whatsapp").description
    assert about is not None
    assert length(about.text) <= 80


@pytest.mark.parametrize(
    ("size", "x", "facebook", "linkedin"),
    [
        ((1280, 720), "large", "large", "large"),
        ((599, 400), "large", "small", "large"),
        ((300, 157), "large", "small", "small"),
        ((300, 156), "small", "small", "small"),
        ((None, None), "large", "large", "large"),
        (None, "none", "none", "none"),
    ],
)
def test_small_pictures_are_shown_small(
    size: tuple[int | None, int | None] | None, x: str, facebook: str, linkedin: str
) -> None:
    story = shareable(size)
    found = [card(story, network).layout for network in ("x", "facebook", "linkedin")]
    assert found == [x, facebook, linkedin]
    assert (card(story, "x").picture is None) == (x == "none")


def test_the_small_card_of_x_has_room_for_the_summary() -> None:
    assert card(shareable(), "x").description is None
    assert card(shareable(None), "x").description is not None


def test_a_sound_story_has_nothing_to_mend() -> None:
    assert codes(shareable()) == []


@pytest.mark.parametrize(
    ("size", "fields", "expected"),
    [
        ((1280, 720), {"headline": LONG}, [("note", "SC2")]),
        ((1280, 720), {"headline": "x" * 61}, [("note", "SC2")]),
        ((1280, 720), {"headline": "x" * 60}, []),
        ((1280, 720), {"headline": None}, [("warning", "SC1")]),
        ((1280, 720), {"summary": None}, [("warning", "SC4")]),
        ((1280, 720), {"summary": "x" * 81}, [("note", "SC5")]),
        (None, {}, [("warning", "SC6")]),
        ((None, None), {}, [("note", "SC7")]),
        ((1199, 700), {}, [("note", "SC9")] * 2),
        ((5000, 1200), {}, [("warning", "SC10")] * 2),
        ((1280, 720), {"url": "http://coast.example/1"}, [("warning", "B20")]),
        ((1280, 720), {"url": "http://127.0.0.1:8080/1"}, [("warning", "B20"), ("warning", "SC12")]),
    ],
)
def test_what_there_is_to_mend(
    size: tuple[int | None, int | None] | None, fields: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert codes(shareable(size, **fields)) == expected


def test_the_worst_comes_first_and_says_what_to_do() -> None:
    found = card_findings(shareable((250, 150), headline=LONG, summary=None))
    levels = [f.level for f in found]
    assert levels == sorted(levels, reverse=True)
    assert {"warning", "note"} == set(levels)
    assert all(f.text and f.advice for f in found)


def test_a_page_says_the_same_to_anybody_who_checks_it() -> None:
    """The rules are those of `syndication validate`, and our own page is no exception to them."""
    story = shareable((250, 150), headline=LONG)
    page = f"<!DOCTYPE html><html><head>{head_html(story)}</head><body></body></html>".encode()
    profile = Profile(name="share-card", rules="share-card", site=SITE)
    texts = {f.text for f in validate(page, profile, NOW, "page") if f.rule.startswith("SC")}
    assert texts == {f.text for f in card_findings(story)}
