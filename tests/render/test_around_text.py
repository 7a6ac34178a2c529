"""What a story says beside its blocks: in every format once, by the format's own element or in its text."""

import html
import re

import pytest
from msgspec import json, structs

from syndication.model import Article, Profile
from syndication.model.article import Author, Dateline, Genre, PullQuote
from syndication.model.blocks import Paragraph
from syndication.render import FORMATS, SINGLES, around_text
from syndication.vocabulary.profiles import profiles
from tests.render.stories import PROFILE, SITE, changed, make

TOLD = make(
    "pact",
    headline="Board and trust sign a pact",
    subheadline="Dredging from March",
    creditline="With inputs from Weir Press",
    genres=(Genre("opinion", "genre:Opinion"), Genre("advertisement")),
    authors=(Author("Ada Ferro"),),
)
PROFILES = {name: structs.replace(profile, site=SITE) for name, profile in profiles().items()}
WRITERS = {f"feed of {name}": FORMATS[name].entry for name in FORMATS if "sitemap" not in name}
WRITERS |= {f"single {name}": SINGLES[name].single for name in SINGLES}
del WRITERS["feed of newsml-g2-package"]  # it names stories and tells none


def times(said: str, document: bytes) -> int:
    """Return how often the words are said; a text in two forms counts once, as its reader takes one of them."""
    text = html.unescape(html.unescape(document.decode()))
    if '"role":"text"' in text:
        text = re.sub(r'\{"value":"[^"]*","role":"text"', "", text)
    return text.count(said)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("said", [TOLD.subheadline, TOLD.creditline], ids=["subheadline", "credit"])
def test_the_line_below_the_headline_and_the_credit_are_told_once(writer: str, said: str) -> None:
    """A feed of NITF is NewsML-G2 with the NITF document inside, and NewsML 1.2 names what its text has."""
    both = writer in {"feed of nitf", "feed of newsml", "single newsml"}
    assert times(said, WRITERS[writer](TOLD, PROFILE)) == (2 if both else 1)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("format_", ["rss", "atom", "json"])
def test_every_profile_tells_them_once(name: str, format_: str) -> None:
    entry = FORMATS[format_].entry(TOLD, PROFILES[name])
    assert [times(said or "", entry) for said in (TOLD.subheadline, TOLD.creditline)] == [1, 1]


@pytest.mark.parametrize("writer", WRITERS)
def test_what_kind_of_writing_it_is_is_told(writer: str) -> None:
    document = WRITERS[writer](TOLD, PROFILE).decode()
    assert "opinion" in document
    assert "advertisement" in document


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"creditline": "HWS"}, ""),
        ({"creditline": "ada ferro"}, ""),
        ({"creditline": "HWS, with Weir Press"}, "HWS, with Weir Press"),
        ({"body": (Paragraph("It rains."), Paragraph("(With inputs from Weir Press.)"))}, ""),
        ({"body": (Paragraph("With inputs from Weir Press it rains."), Paragraph("So."))}, TOLD.creditline),
    ],
)
def test_a_credit_that_is_known_is_not_repeated(fields: dict[str, object], said: str) -> None:
    assert around_text.credit(changed(TOLD, **fields)) == said


@pytest.mark.parametrize("name", ["headline", "summary"])
def test_a_subheadline_that_is_said_above_is_not_repeated(name: str) -> None:
    assert around_text.subheadline(changed(TOLD, **{name: TOLD.subheadline})) == ""
    assert (
        around_text.subheadline(changed(TOLD, body=(Paragraph("Dredging from March on, they said."),))) == ""
    )


def test_a_story_without_text_has_no_credit_alone() -> None:
    bare = changed(TOLD, body=(), subheadline=None)
    assert b"inputs" not in FORMATS["rss"].entry(bare, PROFILE)
    assert around_text.plain_body(bare) == ""


def test_the_plain_words_of_ninjs_are_those_of_its_html() -> None:
    told = changed(
        TOLD,
        key_points=("Dredging", "A pier"),
        key_points_title="In short",
        dateline=Dateline("LUMEN, Nov 24 (HWS)"),
        pull_quote=PullQuote("Nobody asked us", "Mira Okello"),
        signals=("correction",),
    )
    forms = {
        body["role"]: body["value"] for body in json.decode(SINGLES["ninjs"].single(told, PROFILE))["bodies"]
    }
    assert forms["text"].splitlines()[:4] == ["In short", "Dredging", "A pier", ""]

    def bare(text: str) -> list[str]:
        return re.findall(r"\w+", html.unescape(re.sub("<[^>]*>", " ", text)))

    assert bare(forms["text"]) == bare(forms["html"])


def test_a_profile_without_dublin_core_has_the_line_in_the_text() -> None:
    strict: Profile = PROFILES["strict"]
    story: Article = changed(TOLD, body=(Paragraph("Text."),))
    assert b"<![CDATA[<p><strong>Dredging from March</strong></p>" in FORMATS["rss"].entry(story, strict)
