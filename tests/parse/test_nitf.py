"""NITF as a wire: what is written is read back, releases ahead are embargoes, what has no field is told."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.errors import UnreadableCopy
from syndication.model import Article, Delivery, Reading
from syndication.model.article import Author, Entity
from syndication.parse import detect, nitf, parse
from syndication.render import nitf as writer
from tests.parse.standard_stories import CARRIED
from tests.render.stories import NOON, PROFILE, STORIES, make

# NITF has names for people and places and nothing else of them, and no genres but its own.
LEFT_OUT = {
    "media",
    "rights",
    "places",
    "people",
    "organisations",
    "genres",
    "info_sources",
    "subjects",
    "summary",
}
FIELDS = {name: values for name, values in CARRIED.items() if name not in LEFT_OUT} | {
    "urgency": st.none() | st.integers(1, 8),
    "summary": CARRIED["summary"],
    "people": st.sampled_from([(), (Entity("Ada Ferro"),)]),
    "organisations": st.sampled_from([(), (Entity("Weir Board"),)]),
}
DOCUMENT = """<nitf><head><docdata {status}><doc-id id-string="{guid}"/>{data}</docdata></head><body><body.head>
<hedline><hl1>The weir held</hl1></hedline></body.head><body.content><p>The weir at the mill held on Tuesday.</p>{more}
</body.content></body></nitf>"""


LATER = NOON + timedelta(days=5000)


def delivery(data: bytes | str, received: datetime = NOON) -> Delivery:
    sent = data if isinstance(data, bytes) else data.encode()
    return Delivery(data=sent, source="s", locator="l", received=received)


def read(data: bytes | str, received: datetime = NOON) -> Reading:
    (reading,) = nitf.parse(delivery(data, received))
    return reading


def one(data: str = "", status: str = "", guid: str = "urn:a:b", more: str = "") -> Article:
    return read(DOCUMENT.format(data=data, status=status, guid=guid, more=more)).article


def codes(article: Article) -> list[str]:
    return [issue.code for issue in article.issues]


@given(st.fixed_dictionaries(FIELDS), st.integers(0, 10**6))
@settings(deadline=None)
def test_reads_what_it_writes(fields: dict[str, Any], later: int) -> None:
    story = make("trip", **fields, updated=fields["created"] + timedelta(seconds=later))
    document = writer.single(story, PROFILE)
    assert detect(delivery(document)).name == "nitf"
    again = read(document, LATER).article
    for name in (*fields, "guid", "updated", "pub_status", "provider"):
        assert getattr(again, name) == getattr(story, name), name
    assert codes(again) == []


@pytest.mark.parametrize("name", sorted(STORIES))
def test_every_invented_story_is_read_again(name: str) -> None:
    document = writer.single(STORIES[name], PROFILE)
    if document:
        article = read(document).article
        assert article.pub_status == STORIES[name].pub_status
        assert bool(article.body) == bool(STORIES[name].body) or not STORIES[name].body


ISSUED = '<date.issue norm="20261124T100000Z"/>'


@pytest.mark.parametrize(
    ("data", "until"),
    [
        (ISSUED + '<date.release norm="20261124T190001+0100"/>', datetime(2026, 11, 24, 18, 0, 1, tzinfo=UTC)),
        (ISSUED + '<date.release norm="20261124T100000Z"/>', None),
        (ISSUED + '<date.release norm="20261124T090000Z"/>', None),
        (
            '<date.issue norm="20261130T090000Z"/><date.release norm="20261130T090000Z"/>',
            datetime(2026, 11, 30, 9, tzinfo=UTC),
        ),
        ('<date.release norm="20261130T090000Z"/>', datetime(2026, 11, 30, 9, tzinfo=UTC)),
        (ISSUED + '<ed-msg info="Not for use before 0001 GMT, November 26, 2026"/>', datetime(2026, 11, 26, 0, 1, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_release_that_has_still_to_come_is_an_embargo(data: str, until: datetime | None) -> None:
    article = one(data)
    assert (article.embargoed, article.pub_status) == (until, "usable")


@pytest.mark.parametrize("word", ["withheld", "embargoed", "odd"])
def test_what_may_not_be_used_is_withheld(word: str) -> None:
    assert one(ISSUED, f'management-status="{word}"').pub_status == "withheld"


def test_a_release_that_cannot_be_read_is_withheld() -> None:
    article = one(ISSUED + '<date.release norm="in June"/>')
    assert article.pub_status == "withheld"
    assert "embargo-unread" in codes(article)


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ('tobject.subject.refnum="04001000"', "subj:04001000"), ('tobject.subject.refnum="20000210"', "medtop:20000210"),
        ('tobject.subject.refnum="eels" tobject.subject.ipr="Weir"', "Weir:eels"),
        ('tobject.subject.refnum="00000000" tobject.subject.type="Eels"', None),
    ],
)  # fmt: skip
def test_numbers_of_subjects_are_those_of_their_registry(subject: str, code: str | None) -> None:
    data = DOCUMENT.format(data="", status="", guid="urn:a:b", more="")
    data = data.replace("<docdata", f"<tobject><tobject.subject {subject}/></tobject><docdata", 1)
    assert [s.qcode for s in read(data).article.subjects] == [code]


def test_part_and_version_of_the_key_count() -> None:
    reading = read(
        DOCUMENT.format(data='<du-key key="WEIR" version="3" part="2"/>', status="", guid="urn:a:b", more="")
    )
    article = reading.article
    assert (article.slugline, article.version, article.signals, reading.numbered) == (
        "WEIR",
        3,
        ("take:2",),
        True,
    )
    assert not read(DOCUMENT.format(data="", status="", guid="urn:a:b", more="")).numbered
    assert one('<du-key generation="4"/>').version == 4


def test_a_byline_tells_name_and_office() -> None:
    document = DOCUMENT.replace(
        "</hedline>",
        "</hedline><byline>By Ada Ferro, <byttl>canal reporter</byttl></byline><byline><person>Mira Okello</person><byttl>editor</byttl></byline>",
    )
    article = read(document.format(data="", status="", guid="urn:a:b", more="")).article
    assert article.byline == "Ada Ferro and Mira Okello"
    assert article.authors == (Author("Ada Ferro"), Author("Mira Okello", jobtitle="editor"))


def test_what_has_no_field_is_told_and_notes_are_not_text() -> None:
    article = one(
        "<doc-scope scope='x'/>",
        more="<nitf-table/><note><body.content><p>For editors.</p></body.content></note>",
    )
    (issue,) = [i for i in article.issues if i.code == "not-read"]
    assert "doc-scope" in issue.message
    assert "nitf-table" in issue.message
    assert len(article.body) == 1
    assert [note.text for note in article.ed_notes] == ["For editors."]


@pytest.mark.parametrize(
    "attack", ["<nitf/>", "<nitf><head/><body/></nitf>", "<nitf>", "<nitf>" + "<body>" * 4000]
)
def test_what_says_nothing_is_refused(attack: str) -> None:
    with pytest.raises(UnreadableCopy):
        list(parse(delivery(attack)))


@pytest.mark.parametrize(
    "other", ["<rss/>", "<nitfs/>", "<newsItem><nitf/></newsItem>", "nitf", "<p>nitf</p>"]
)
def test_other_copy_is_not_nitf(other: str) -> None:
    assert not nitf.sniff(other.encode())
