"""NewsML-G2 as a wire: what is written is read back, foreign codes are kept and told, other items refused by name."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from syndication.errors import UnreadableCopy
from syndication.model import Article, Delivery, Hints, Reading
from syndication.model.article import Entity, Media, Rendition, Rights, encode
from syndication.model.blocks import Paragraph
from syndication.parse import detect, newsml_g2, parse
from syndication.render import FORMATS
from syndication.render import newsml_g2 as writer
from tests.parse.standard_stories import CARRIED, MEDIA, RIGHTS, SHARED
from tests.render.stories import FEED, NOON, PROFILE, STORIES, UPDATED, changed, make

# The words below the headline have no mark of their own in the standard; of the others there are tests of their own.
LEFT_OUT = {"subheadline", "media", "places"}
FIELDS = {name: values for name, values in CARRIED.items() if name not in LEFT_OUT}
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a:b" {attributes}>{catalog}<itemMeta>
<itemClass qcode="{kind}"/><provider literal="Weir Wire"/><versionCreated>2026-11-24T10:00:00Z</versionCreated>{meta}
</itemMeta><contentMeta>{content}</contentMeta><contentSet>{text}</contentSet></newsItem>"""
TEXT = '<inlineData contenttype="text/html">&lt;p&gt;The weir at the mill held on Tuesday.&lt;/p&gt;</inlineData>'


def delivery(data: bytes | str, zone: str = "UTC") -> Delivery:
    sent = data if isinstance(data, bytes) else data.encode()
    return Delivery(data=sent, source="s", locator="l", received=NOON, hints=Hints(timezone=zone))


def read(data: bytes | str, zone: str = "UTC") -> list[Reading]:
    return list(newsml_g2.parse(delivery(data, zone)))


def one(**parts: str) -> Article:
    made = {"attributes": 'version="1"', "catalog": "", "kind": "ninat:text", "meta": "", "text": TEXT}
    made["content"] = "<headline>The weir held</headline>"
    (reading,) = read(ITEM.format(**(made | parts)))
    return reading.article


def codes(article: Article) -> list[str]:
    return [issue.code for issue in article.issues]


@given(st.fixed_dictionaries(FIELDS), st.integers(0, 10**6))
@settings(deadline=None)
def test_reads_what_it_writes(fields: dict[str, Any], later: int) -> None:
    updated = fields["created"] + timedelta(seconds=later)
    signals = ("update", "take:2")
    fields["version"] = max(1, fields["version"])  # the standard begins at 1
    story = make("trip", **fields, updated=updated, signals=signals)
    document = writer.single(story, PROFILE)
    assert detect(delivery(document)).name == "newsml-g2"
    (reading,) = read(document)
    again = reading.article
    for name in (*fields, "guid", "updated", "pub_status", "item_class", "provider", "signals"):
        assert getattr(again, name) == getattr(story, name), name
    assert codes(again) == []


@pytest.mark.parametrize("form", ["newsml-g2", "nitf", "newsml-g2-package"])
def test_reads_each_story_of_a_feed_that_it_writes(form: str) -> None:
    stories = [make(name) for name in "abc"] + [make("d", pub_status="canceled", version=3)]
    entries = [FORMATS[form].entry(story, PROFILE) for story in stories]
    again = [reading.article for reading in read(FORMATS[form].document(FEED, PROFILE, UPDATED, entries))]
    if form == "newsml-g2-package":
        (package,) = again
        assert package.item_class == "composite"
        assert [item.guid for group in package.groups for item in group.items] == [
            s.guid for s in stories[:3]
        ]
        return
    assert [(a.guid, a.pub_status, a.version, a.body) for a in again] == [
        (s.guid, s.pub_status, s.version, s.body if s.pub_status == "usable" else ()) for s in stories
    ]


def test_files_of_one_picture_are_one_and_the_text_has_its_words() -> None:
    files = (
        Rendition("https://i.example/s.jpg", "thumbnail", "image/jpeg", 160, 90),
        Rendition("https://i.example/1.jpg", "highRes", "image/jpeg"),
    )
    picture = Media(
        "urn:p", "picture", headline="The canal", caption="Boats wait", alt="Three boats", renditions=files
    )
    (reading,) = read(writer.single(make("m", media=(picture,)), PROFILE))
    (media,) = reading.article.media
    assert (media.guid, media.renditions, media.headline) == ("urn:p", files, "The canal")


@given(MEDIA, st.none() | RIGHTS)
@settings(deadline=None)
def test_what_is_said_of_a_file_alone_is_read_again(media: Media, rights: Rights | None) -> None:
    # A description that stands alone is the caption.
    media = structs.replace(media, kind="picture", role=None, alt=media.alt if media.caption else None)
    (reading,) = read(writer.single(make("m", media=(media,), rights=rights), PROFILE))
    (again,) = reading.article.media
    if not media.headline and media.caption:
        again = structs.replace(again, headline=None)  # a title may repeat the caption
    assert again == media
    assert reading.article.rights == rights
    assert codes(reading.article) == []


@given(CARRIED["places"])
@settings(deadline=None)
def test_places_and_where_they_lie_are_read_again(places: tuple[Entity, ...]) -> None:
    """Where the story was filed stands first; who is named like a place lies nowhere."""
    places = tuple({p.qcode or p.name: p for p in places}.values())
    story = make("there", places=places, organisations=(Entity("Ada Ferro"),))
    (reading,) = read(writer.single(story, PROFILE))
    assert reading.article.places == tuple(sorted(places, key=lambda place: place.role is None))
    assert reading.article.organisations == story.organisations


def test_a_shot_of_a_film_is_no_caption() -> None:
    shot = (
        '</contentMeta><partMeta partid="p1" seq="1"><description>Boats</description></partMeta><contentMeta>'
    )
    film = '<remoteContent id="f1" href="https://i.example/v.mp4" contenttype="video/mp4"/>'
    story = one(content=f"<headline>The weir held</headline>{shot}", text=TEXT + film)
    assert [m.caption for m in story.media] == [None]
    assert codes(story) == ["not-read"]


def test_a_poster_does_not_make_a_film_a_picture() -> None:
    files = (
        Rendition("https://i.example/v.jpg", None, "image/jpeg"),
        Rendition("https://i.example/v.mp4", None, "video/mp4"),
    )
    (reading,) = read(
        writer.single(
            make("v", item_class="video", media=(Media("urn:v", "video", renditions=files),)), PROFILE
        )
    )
    assert [(m.kind, len(m.renditions)) for m in reading.article.media] == [("video", 2)]


@pytest.mark.parametrize("name", [name for name in STORIES if name != "everything"])
def test_every_invented_story_is_read_again(name: str) -> None:
    document = writer.single(STORIES[name], PROFILE)
    if document:
        (reading,) = read(document)
        assert (
            reading.article.guid == STORIES[name].guid or "guid" in name or not STORIES[name].guid.isascii()
        )


def test_an_embargo_holds_to_the_second() -> None:
    article = one(meta="<embargoed>2026-11-24T19:00:01+01:00</embargoed>")
    assert (article.embargoed, article.pub_status) == (datetime(2026, 11, 24, 18, 0, 1, tzinfo=UTC), "usable")


@pytest.mark.parametrize("until", ["<embargoed/>", "<embargoed>tomorrow</embargoed>"])
def test_an_embargo_without_an_end_is_withheld_unless_a_note_names_it(until: str) -> None:
    assert one(meta=until).pub_status == "withheld"
    note = "<edNote>STRICTLY EMBARGOED: Not for use before 0001 GMT, November 26, 2026</edNote>"
    noted = one(meta=until + note)
    assert noted.embargoed == datetime(2026, 11, 26, 0, 1, tzinfo=UTC)
    assert noted.pub_status == ("usable" if until == "<embargoed/>" else "withheld")


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("", "usable"), ('<pubStatus qcode="stat:canceled"/>', "canceled"), ('<pubStatus qcode="stat:withheld"/>', "withheld"),
        ('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/usable"/>', "usable"), ('<pubStatus qcode="x:odd"/>', "withheld"),
    ],
)  # fmt: skip
def test_a_status_that_is_not_known_is_held_back(status: str, found: str) -> None:
    assert one(meta=status).pub_status == found


def test_an_alias_means_what_the_document_says_and_is_kept_where_it_says_nothing() -> None:
    catalog = '<catalog><scheme alias="mt" uri="http://cv.iptc.org/newscodes/mediatopic/"/></catalog>'
    content = '<headline>x held</headline><subject qcode="mt:20000593"/><subject qcode="zz:9"/><subject qcode="yy:8"><name>Eels</name></subject>'
    article = one(catalog=catalog, content=content)
    assert [(s.qcode, s.name) for s in article.subjects] == [
        ("medtop:20000593", None),
        ("zz:9", None),
        ("yy:8", "Eels"),
    ]
    (issue,) = [i for i in article.issues if i.code == "unknown-alias"]
    assert "zz" in issue.message
    assert "yy" not in issue.message


def test_a_version_that_is_none_is_counted() -> None:
    (reading,) = read(
        ITEM.format(
            attributes="",
            catalog="",
            kind="ninat:text",
            meta="",
            content="<headline>x held</headline>",
            text=TEXT,
        )
    )
    assert not reading.numbered


@pytest.mark.parametrize("kind", ["conceptItem", "knowledgeItem", "planningItem", "catalogItem"])
def test_items_that_are_no_stories_are_refused_by_name_and_hold_up_none(kind: str) -> None:
    other = (
        f'<{kind} guid="urn:x" standard="NewsML-G2"><itemMeta><title>Goat fair</title></itemMeta></{kind}>'
    )
    story = ITEM.format(
        attributes="",
        catalog="",
        kind="ninat:text",
        meta="",
        content="<headline>Goats sat</headline>",
        text=TEXT,
    )
    whole = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{other}{story}</itemSet></newsMessage>'
    found: list[Reading] = []
    with pytest.raises(UnreadableCopy, match=f"record 1: a NewsML-G2 {kind}.*Goat fair"):
        found.extend(newsml_g2.parse(delivery(whole)))
    assert [reading.article.headline for reading in found] == ["Goats sat"]


def test_text_in_a_notation_that_nobody_reads_is_told() -> None:
    article = one(
        text='<inlineXML contenttype="application/sportsml+xml"><sports-content xmlns="urn:s"><x>4</x></sports-content></inlineXML>'
    )
    assert article.body == ()
    assert "body-not-read" in codes(article)


@pytest.mark.parametrize(
    ("data", "until", "status"),
    [
        ('<docdata management-status="canceled"/>', None, "canceled"),
        ('<docdata management-status="withheld"/>', None, "withheld"),
        ('<docdata><date.issue norm="20261124T100000Z"/><date.release norm="20261130T100000Z"/></docdata>', datetime(2026, 11, 30, 10, tzinfo=UTC), "usable"),
    ],
)  # fmt: skip
def test_what_holds_the_nitf_inside_holds_the_item(data: str, until: datetime | None, status: str) -> None:
    nitf = f"<nitf><head>{data}</head><body><body.content><p>The weir held on Tuesday.</p></body.content></body></nitf>"
    article = one(text=f"<inlineXML>{nitf}</inlineXML>")
    assert (article.embargoed, article.pub_status) == (until, status)


@pytest.mark.parametrize(
    ("provider", "name"),
    [("reuters.com", "Reuters"), ("nprov:AFP", "AFP"), ("www.weir.example", "www.weir.example")],
)
def test_an_agency_is_named_by_its_code_or_its_site(provider: str, name: str) -> None:
    (reading,) = read(
        ITEM.format(attributes="", catalog="", kind="ninat:text", meta="", content="", text=TEXT).replace(
            'literal="Weir Wire"', f'{"qcode" if ":" in provider else "literal"}="{provider}"'
        )
    )
    assert reading.article.provider == name


def test_one_headline_in_two_markings_is_one() -> None:
    content = '<headline>UPDATE 2-Weir gives way</headline><headline xml:lang="en">UPDATE 2-Weir gives way</headline>'
    article = one(attributes='version="1" xml:lang="en"', content=content)
    assert [h.text for h in article.headlines] == ["Weir gives way"]


def test_a_flash_has_its_headline_for_a_text() -> None:
    article = one(text="<inlineXML><html><body><p>The weir held</p></body></html></inlineXML>")
    assert article.body == (Paragraph("The weir held"),)
    assert codes(article) == []


def test_the_second_form_of_the_text_is_not_a_second_text() -> None:
    plain = '<inlineData contenttype="text/plain">The weir at the mill held on Tuesday.</inlineData>'
    assert one(text=TEXT + plain).body == (Paragraph("The weir at the mill held on Tuesday."),)


@pytest.mark.parametrize(
    "held",
    ["<embargoed>2026-12-24T18:00:00Z</embargoed>", '<pubStatus qcode="stat:withheld"/>', "<embargoed/>"],
)
def test_a_package_does_not_tell_of_what_may_not_be_seen(held: str) -> None:
    package = """<packageItem guid="urn:p" version="1"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta><contentMeta>
<headline>The package</headline></contentMeta><groupSet root="g"><group id="g" role="group:main"><itemRef residref="urn:a:b"
href="https://a.example/SECRET"><title>SECRET weir</title></itemRef><itemRef residref="urn:c"><pubStatus qcode="stat:withheld"/>
<title>SECRET boats</title></itemRef><itemRef residref="urn:d"><title>Open words</title></itemRef></group></groupSet></packageItem>"""
    story = ITEM.format(
        attributes="",
        catalog="",
        kind="ninat:text",
        meta=held,
        content="<headline>SECRET</headline>",
        text=TEXT,
    )
    whole = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{package}{story}</itemSet></newsMessage>'
    first, second = (reading.article for reading in read(whole))
    assert b"SECRET" not in encode(first)
    assert b"Open words" in encode(first)
    assert not second.visible(UPDATED)


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    "attack",
    [
        BOMB + '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><title>&i;</title></itemMeta></newsItem>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><title>&a;</title></itemMeta></newsItem>',
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">' + "<contentMeta>" * 5000,
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a"/>',
    ],
    ids=["bomb", "external", "deep", "empty", "silent"],
)  # fmt: skip
def test_hostile_and_empty_xml_is_refused(attack: str) -> None:
    with pytest.raises(UnreadableCopy):
        list(parse(delivery(attack)))


@pytest.mark.parametrize(
    "other",
    [
        "<rss version='2.0'/>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<newsItem><x/></newsItem>",
        "<nitf/>", "<NewsML><NewsItem/></NewsML>", '{"standard": "NewsML-G2"}', "newsItem NewsML-G2",
    ],
)  # fmt: skip
def test_other_copy_is_not_newsml_g2(other: str) -> None:
    assert not newsml_g2.sniff(other.encode())


def test_the_examples_of_the_standard_are_read_or_refused_by_name() -> None:
    paths = sorted((SHARED / "standards" / "newsml-g2" / "examples").glob("*.xml"))
    if not paths:
        pytest.skip(f"needs the standard's examples in {SHARED}")
    said = [outcome(path.read_bytes()) for path in paths]
    assert len([words for words in said if words not in {"no story", "says nothing", "of no kind"}]) > 10
    assert not [words for words in said if words.startswith("<")]


def outcome(data: bytes) -> str:
    """Return the first headline of a document, or the reason for its refusal in two words."""
    try:
        return next((reading.article.headline or "?" for reading in parse(delivery(data))), "nothing")
    except UnreadableCopy as error:
        return next(said for said in ("no story", "says nothing", "of no kind") if said in error.what)


def test_an_entry_of_every_version_is_the_same_story() -> None:
    first = STORIES["plain"]
    again = [read(writer.single(changed(first, version=n), PROFILE))[0].article for n in (1, 2)]
    assert {a.guid for a in again} == {first.guid}
    assert [a.version for a in again] == [1, 2]
