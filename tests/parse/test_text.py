"""Plain copy from bytes: the same Article whatever the bytes look like, and the sample page as a reader sees it."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from syndication.errors import UnreadableCopy
from syndication.model import Article, Delivery, Hints
from syndication.model.article import Dateline, PullQuote, Signoff, encode
from syndication.model.blocks import Paragraph
from syndication.parse import parse, text

SHARED = Path(os.environ.get("SYNDICATION_SHARED", Path(__file__).parents[2] / ".." / "shared"))
SAMPLE = SHARED / "samples" / "seed-article.txt"
COPY = (
    "Ferry back at the old jetty\n\n"
    "Kochi, Feb 8 (IANS) The ferry – the last of its kind – returned on Sunday, and the jetty’s tea stall "
    "gave away its tea.\n\nIt sails again on Monday, the master said.\n\n--IANS\n\nint/sd\n"
)


def delivery(
    data: bytes, received: datetime = datetime(2026, 2, 8, 12, tzinfo=UTC), **hints: str
) -> Delivery:
    return Delivery(
        data=data, source="wire", locator="a.txt", received=received, hints=msgspec.convert(hints, Hints)
    )


def one(data: bytes, **hints: str) -> Article:
    (reading,) = parse(delivery(data, **hints))
    return reading.article


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(COPY.encode().replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(COPY.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(COPY.encode("utf-16"), id="UTF-16"),
        pytest.param(COPY.replace(", Feb 8", ",\u00a0Feb\u00a08").encode(), id="no-break blanks"),
        pytest.param(COPY.replace(". ", ".  ").replace(" the ", "  the ").encode(), id="double blanks"),
        pytest.param(COPY.replace("’", "&#8217;").replace("–", "&amp;ndash;").encode(), id="references"),
        pytest.param(COPY.replace("master", "mas\u00adter").encode(), id="soft hyphen"),
    ],
)
def test_bytes_of_another_look_give_the_same_article(data: bytes) -> None:
    assert encode(one(data)) == encode(one(COPY.encode()))


def test_reads_all_of_it() -> None:
    article = one(COPY.encode())
    assert article.headline == "Ferry back at the old jetty"
    assert article.dateline == Dateline("Kochi, Feb 8 (IANS)", ("Kochi",), "IN", date(2026, 2, 8), "IANS")
    assert article.signoff == Signoff("IANS", "int", "sd")
    assert [type(b) for b in article.body] == [Paragraph, Paragraph]
    assert article.issues == ()


def test_forbidden_characters_go_and_are_counted() -> None:
    article = one(COPY.replace("ferry", "fer\x07r\x00y").encode())
    assert [i.code for i in article.issues] == ["control-characters"]
    assert "2" in article.issues[0].message
    assert article.body == one(COPY.encode()).body


def test_a_lost_character_is_an_issue_once() -> None:
    article = one(COPY.replace("–", "\ufffd").encode())
    assert [i.code for i in article.issues] == ["replacement-character"]


def test_joiners_between_letters_stay() -> None:
    copy = "शीर्षक यहाँ है\n\nनई दिल्ली, 8 फरवरी (आईएएनएस)। क्\u200dष और र्\u200cय यहाँ हैं।\n\n--आईएएनएस\n"
    body = one(copy.encode()).body
    assert body == (Paragraph("क्\u200dष और र्\u200cय यहाँ हैं।"),)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", "\u00a0\u200b\n".encode(), b"\x00\x01\x02\x03" * 400])
def test_nothing_and_binary_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableCopy):
        list(parse(delivery(data)))


def test_the_source_speaks_where_the_copy_is_silent() -> None:
    silent = b"Ferry back\n\nThe ferry came back, and the tea stall gave away its tea to those who waited.\n"
    article = one(silent, provider="Port News", desk="nat", language="en-IN", dialect="ians")
    assert (article.provider, article.language, article.source.dialect) == ("Port News", "en-IN", "ians")
    assert [(s.name, s.type, s.scheme) for s in article.subjects] == [("nat", "desk", "Port News")]
    spoken = one(COPY.encode(), provider="Port News", desk="nat")
    assert (spoken.provider, [s.name for s in spoken.subjects]) == ("IANS", ["int"])


def test_an_embargo_without_zone_takes_the_sources_and_says_so() -> None:
    article = one(b"EMBARGOED UNTIL 1800 HRS, FEB 8\n\n" + COPY.encode(), timezone="Asia/Kolkata")
    assert article.embargoed == datetime(2026, 2, 8, 12, 30, tzinfo=UTC)
    assert [i.code for i in article.issues] == ["no-zone"]


def test_an_embargo_that_cannot_be_read_withholds() -> None:
    article = one(b"STRICTLY EMBARGOED\n\n" + COPY.encode())
    assert (article.pub_status, article.embargoed) == ("withheld", None)
    assert [i.code for i in article.issues] == ["embargo-unread"]


def test_one_story_under_three_heads_has_one_key() -> None:
    heads = [
        b"Ferry returns",
        b"Old Jetty Ferry Makes Comeback",
        b"(Second Lead) Tea for all as ferry returns",
    ]
    rest = COPY.encode().split(b"\n", 1)[1]
    keys = {one(head + b"\n" + rest).guid for head in heads}
    assert len(keys) == 1
    assert (
        one(heads[0] + b"\n\nKochi, Feb 8 (IANS) Another ferry sank, and nobody was aboard.\n").guid
        not in keys
    )


def test_sniff_takes_text_and_leaves_the_rest() -> None:
    assert text.sniff(b"Ferry back")
    assert text.sniff("Ferry".encode("utf-16"))
    assert not text.sniff(b"   ")
    assert not text.sniff(b"\x7fELF\x00\x00")


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the shared sample article is not beside this checkout")
@pytest.mark.parametrize("received", [datetime(2026, 2, 14, tzinfo=UTC), datetime(2026, 11, 25, tzinfo=UTC)])
def test_reads_the_sample_page(received: datetime) -> None:
    (reading,) = parse(delivery(SAMPLE.read_bytes(), received))
    article = reading.article
    assert article.headline == "India, South Korea Boost Strategic Ties in High-Level Dialogue"
    assert article.subheadline
    assert article.subheadline.startswith("India and South Korea work on")
    assert article.summary
    assert article.summary.startswith("India and South Korea have held their sixth")
    assert [(s.role, s.text[:28]) for s in article.summaries] == [
        ("portal", "India and South Korea have h"),
        ("agency", "India and South Korea review"),
    ]
    assert article.key_points_title == "India-South Korea Enhance Special Strategic Partnership"
    assert len(article.key_points) == 4
    assert article.reading_minutes == 3
    assert isinstance(article.pull_quote, PullQuote)
    assert article.pull_quote.attribution == "Indian Embassy in South Korea"
    assert article.pull_quote.text.endswith("Special Strategic Partnership")
    assert article.dateline == Dateline("Seoul, Feb 13", ("Seoul",), "KR", date(2026, 2, 13))
    assert article.signoff == Signoff("IANS")
    assert article.provider == "IANS"
    paragraphs = [b.text for b in article.body if isinstance(b, Paragraph)]
    assert len(paragraphs) == len(article.body) == 11
    assert paragraphs[0].startswith("India and South Korea held the sixth")
    assert paragraphs[-1].endswith("of diplomatic ties in 2023.")
    assert [c.author for c in article.comments] == ["Sarah B", "Vikram M", "Priya S", "Rohit P", "Michael C"]
    assert article.issues == ()
    furniture = [line.text for line in reading.account if line.fate == "furniture" and len(line.text) > 1]
    assert furniture[:2] == ["Share this article:", "Reader Comments"]
