"""Copy that came as blocks: the same understanding, inline HTML kept, known fields win."""

from datetime import UTC, date, datetime

from syndication.model import Article
from syndication.model.article import Dateline, Genre, Signoff
from syndication.model.blocks import Block, ListBlock, Paragraph, Quote, Subhead
from syndication.prose import Context, Known, complete, read_blocks
from syndication.prose.inline import between

CONTEXT = Context("portal", "page", datetime(2026, 2, 8, 12, tzinfo=UTC), "html-page")


def one(*blocks: Block | str, **known: object) -> Article:
    (reading,) = read_blocks(
        [Paragraph(b) if isinstance(b, str) else b for b in blocks],
        CONTEXT,
        Known(**known),  # type: ignore[typeddict-item]  # the keywords are Article fields
    )
    return reading.article


def test_a_dateline_leaves_the_markup_around_it_whole() -> None:
    article = one(
        '<strong>Kochi, Feb 8 (IANS)</strong> The <em>ferry</em> is <a href="https://e.com/a">back</a>, S&amp;T said.',
        headline="Ferry back",
    )
    assert article.dateline == Dateline("Kochi, Feb 8 (IANS)", ("Kochi",), "IN", date(2026, 2, 8), "IANS")
    assert article.body == (
        Paragraph('The <em>ferry</em> is <a href="https://e.com/a">back</a>, S&amp;T said.'),
    )


def test_other_blocks_stay_what_they_are() -> None:
    listed, quote = ListBlock(("One", "Two")), Quote("It floats.", "Master")
    article = one(
        "The ferry is back.", Subhead("At the jetty"), listed, quote, "It sails.", headline="Ferry back"
    )
    assert article.body == (
        Paragraph("The ferry is back."), Subhead("At the jetty"), listed, quote, Paragraph("It sails."),
    )  # fmt: skip


def test_a_sign_off_split_by_breaks_is_one() -> None:
    article = one("The ferry is back.", "--<br>IANS<br/>mkr/", headline="Ferry back")
    assert article.signoff == Signoff("IANS", None, "mkr/")
    assert article.body == (Paragraph("The ferry is back."),)


def test_known_fields_win_and_a_repeated_headline_goes() -> None:
    article = one(
        "Ferry back", "By Asha Rao", "The ferry is back, and the tea stall is open.",
        headline="(Lead) Ferry back (IANS Special)", byline="Imran Q.", language="en-IN",
    )  # fmt: skip
    assert (article.headline, article.byline, article.language) == ("Ferry back", "Imran Q.", "en-IN")
    assert (article.signals, [g.name for g in article.genres]) == (("lead",), ["special"])
    assert article.body == (Paragraph("The ferry is back, and the tea stall is open."),)


def test_the_dateline_of_a_summary_serves_a_body_without_one() -> None:
    article = one(
        "पुराने घाट पर नाव सेवा शुरू हुई।", "--आईएएनएस",
        headline="नाव सेवा शुरू", summary="नई दिल्ली, 8 फरवरी (आईएएनएस)। नाव सेवा फिर शुरू हुई।",
    )  # fmt: skip
    assert article.dateline
    assert article.dateline.places == ("नई दिल्ली",)
    assert article.summary == "नाव सेवा फिर शुरू हुई।"


def test_a_useless_known_headline_is_an_issue() -> None:
    article = one("The ferry is back.", headline="IANS - IANS")
    assert article.headline is None
    assert [i.code for i in article.issues] == ["useless-headline"]


def test_completion_fills_what_follows_from_the_rest() -> None:
    body = (Paragraph("The ferry is back and the tea stall of the jetty is open to all of us. " * 20),)
    article = complete(Known(headline="Ferry back", body=body, signoff=Signoff("IANS", "int", "sd")), CONTEXT)
    assert (article.provider, article.language, article.word_count, article.reading_minutes) == (
        "IANS",
        "en",
        340,
        2,
    )
    assert [(s.name, s.type, s.scheme) for s in article.subjects] == [("int", "desk", "IANS")]
    assert article.guid.startswith("tag:ians.wire.invalid,2026-01-01:")
    assert [i.scheme for i in article.alt_ids] == ["content-key"]


def test_the_wires_id_and_counts_are_kept() -> None:
    known = Known(wire_id="urn:newsml:e.com:1", headline="Ferry", word_count=410, genres=(Genre("feature"),))
    article = complete(known, CONTEXT)
    assert (article.guid, article.word_count) == ("urn:newsml:e.com:1", 410)


def test_an_address_that_ends_in_the_time_of_issue_dates_the_story() -> None:
    article = complete(Known(url="https://ianslive.in/ferry-back--20260208110645"), CONTEXT)
    assert article.created == datetime(2026, 2, 8, 5, 36, 45, tzinfo=UTC)


def test_inline_html_is_cut_by_its_plain_characters() -> None:
    markup = "<b>ab<i>cd</i></b>&amp;e<br>f"
    assert between(markup, 1, 3) == "<b>b<i>c</i></b>"
    assert between(markup, 4) == "&amp;e<br>f"
    assert between("a &lt; b", 2) == "&lt; b"
