"""ninjs as a wire: what is written is read back, what is foreign is kept or told, plans are refused by name."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.errors import UnreadableCopy
from syndication.model import Article, Delivery, Hints, Reading
from syndication.model.article import Media, Rendition, RoleText, decode, encode
from syndication.model.blocks import Paragraph
from syndication.parse import detect, ninjs, parse
from syndication.parse.ninjs_fields import FIELDS
from syndication.render import ninjs as writer
from tests.parse.standard_stories import CARRIED, SHARED
from tests.render.stories import FEED, NOON, PROFILE, UPDATED, make

BARE = {"001_bad_toplevel.json", "006_bad_urgency.json", "019_good_urgency.json"}
"""Documents of the standard with hardly more than an id: nothing in them tells what they are."""


def delivery(data: bytes | str | Any, zone: str = "UTC") -> Delivery:
    sent = data if isinstance(data, bytes) else json.dumps(data).encode()
    return Delivery(data=sent, source="s", locator="l", received=NOON, hints=Hints(timezone=zone))


def read(data: Any, zone: str = "UTC") -> list[Reading]:
    return list(ninjs.parse(delivery(data, zone)))


def one(**fields: Any) -> Article:
    (reading,) = read({"uri": "urn:a:b", "headline": "The weir held", **fields})
    return reading.article


def codes(article: Article) -> list[str]:
    return [issue.code for issue in article.issues]


@given(st.fixed_dictionaries(CARRIED), st.integers(0, 10**6))
@settings(deadline=None)
def test_reads_what_it_writes(fields: dict[str, Any], later: int) -> None:
    updated = fields["created"] + timedelta(seconds=later)
    story = make("trip", **fields, updated=updated)
    document = writer.single(story, PROFILE)
    assert detect(delivery(document)).name == "ninjs"
    (reading,) = read(document)
    again = reading.article
    for name in (*CARRIED, "guid", "updated", "pub_status", "item_class", "provider"):
        assert getattr(again, name) == getattr(story, name), name
    assert codes(again) == []


def test_reads_each_story_of_a_feed_that_it_writes() -> None:
    stories = [make(name) for name in "abc"] + [make("d", pub_status="canceled", version=3)]
    document = writer.document(FEED, PROFILE, UPDATED, [writer.entry(story, PROFILE) for story in stories])
    again = [reading.article for reading in read(document)]
    assert [(a.guid, a.pub_status, a.version) for a in again] == [
        (s.guid, s.pub_status, s.version) for s in stories
    ]


def test_a_picture_among_the_stories_of_a_feed_is_a_story() -> None:
    story = make(
        "p",
        item_class="picture",
        body=(),
        media=(Media("urn:p", "picture", renditions=(Rendition("https://i.example/1.jpg"),)),),
    )
    document = writer.document(FEED, PROFILE, UPDATED, [writer.entry(story, PROFILE)])
    (reading,) = read(document)
    assert (reading.article.item_class, [m.guid for m in reading.article.media]) == ("picture", ["urn:p"])


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        (None, "usable"), ("usable", "usable"), ("stat:canceled", "canceled"), ("Cancelled", "canceled"),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", "withheld"), ("killed", "canceled"),
        ("checking", "withheld"), ("embargoed", "withheld"),
    ],
)  # fmt: skip
def test_a_status_that_is_not_known_is_held_back(printed: str | None, status: str) -> None:
    assert one(pubStatus=printed).pub_status == status


def test_an_embargo_holds_to_the_second_in_every_version_of_the_standard() -> None:
    end = datetime(2026, 11, 24, 18, 0, 1, tzinfo=UTC)
    for name in ("embargoed", "embargoedUntil"):
        article = one(**{name: "2026-11-24T19:00:01+01:00"})
        assert (article.embargoed, article.pub_status) == (end, "usable")


def test_an_embargo_without_a_zone_is_read_in_that_of_its_source() -> None:
    (reading,) = read(
        {"uri": "urn:a:b", "headline": "x held", "embargoed": "2026-11-24T18:00:00"}, "Asia/Kolkata"
    )
    assert reading.article.embargoed == datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
    assert "no-zone" in codes(reading.article)


@pytest.mark.parametrize("until", ["soon", "2026-13-40", "2026-02-30T10:00:00Z"])
def test_a_story_whose_embargo_cannot_be_read_is_withheld(until: str) -> None:
    article = one(embargoed=until)
    assert article.pub_status == "withheld"
    assert "embargo-unread" in codes(article)


def test_an_embargo_in_a_note_counts() -> None:
    article = one(ednote="Eds: with photo. NOT FOR USE before 0001 GMT, Thursday Nov 26, 2026")
    assert article.embargoed == datetime(2026, 11, 26, 0, 1, tzinfo=UTC)
    assert not any(note.public for note in article.ed_notes)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("3", 3),
        (7, 7),
        ("0", 0),
        ("2026-11-24T12:00:00Z", 1795521600),
        (None, None),
        ("b", None),
        ("-4", None),
    ],
)
def test_a_version_is_a_number_or_is_counted(printed: object, number: int | None) -> None:
    (reading,) = read({"uri": "urn:a:b", "headline": "The weir held", "version": printed})
    assert reading.numbered == (number is not None)
    assert reading.article.version == (1 if number is None else number)


def test_the_id_is_without_what_belongs_to_a_request() -> None:
    first, again = (one(uri=f"https://api.agency.example/c/1?qt={n}&et={n}") for n in "ab")
    assert first.guid == again.guid == "https://api.agency.example/c/1"
    assert one(uri="https://a.example/?id=1&et=2").guid == "https://a.example/?id=1&et=2"


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        ({"type": "event"}, "event"), ({"eventDetails": {"dates": {}, "organiser": {"name": "x"}}}, "event"),
        ({"type": "planning"}, "planning"), ({"plannedCoverage": [{"title": "y"}]}, "planning"),
    ],
)  # fmt: skip
def test_events_and_plans_are_refused_by_name_and_hold_up_no_story(plan: dict[str, Any], named: str) -> None:
    found: list[Reading] = []
    with pytest.raises(UnreadableCopy, match=f"record 1: a ninjs {named} item.*Goat fair"):
        found.extend(
            ninjs.parse(
                delivery(
                    [
                        {"uri": "urn:e", "title": "Goat fair", **plan},
                        {"uri": "urn:s", "headline": "Goats sat down"},
                    ]
                )
            )
        )
    assert [reading.article.guid for reading in found] == ["urn:s"]


@pytest.mark.parametrize(
    "empty",
    [{}, {"uri": "urn:a"}, [], {"uri": "urn:a", "type": "composite", "headlines": [{"value": "Feed"}]}, [4]],
)
def test_what_says_nothing_is_refused(empty: object) -> None:
    with pytest.raises(UnreadableCopy):
        read(empty)


def test_values_of_other_kinds_lose_no_story() -> None:
    odd = {
        "headlines": "Goats sat down", "bodies": {"value": "<p>They sat on the pass road.</p>", "contentType": "text/html"},
        "urgency": [], "version": {}, "subjects": "Goats", "places": [None, 4, {"name": "Pass"}], "renditions": 7,
        "associations": [None], "altIds": "x", "people": {"a": {"code": "p"}}, "rightsInfo": True, "located": 9,
    }  # fmt: skip
    (reading,) = read({"uri": "urn:a:b", **odd})
    article = reading.article
    assert article.headline == "Goats sat down"
    assert article.body == (Paragraph("They sat on the pass road."),)
    assert [s.name for s in article.subjects] == ["Goats"]
    assert {"Pass", "9"} == {p.name for p in article.places}
    (issue,) = article.issues
    assert issue.code == "not-read"
    for name in ("urgency", "version", "renditions", "associations", "rightsinfo"):
        assert (name in issue.message) == (
            odd.get({"rightsinfo": "rightsInfo"}.get(name, name)) not in ([], {})
        )


@pytest.mark.parametrize(
    "order",
    [
        {"signal": ["sig:kill"]},
        {"edNote": "MANDATORY KILL: it did not happen"},
        {"headline": "KILL: The weir"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "text", ["", "<p>The weir at the mill held.</p>", '<p><img src="https://i.example/1.jpg"></p>']
)
def test_a_kill_that_is_no_status_is_one(order: dict[str, Any], text: str) -> None:
    assert one(body_html=text, **order).pub_status == "canceled"


def test_a_text_that_is_only_nitf_is_read() -> None:
    nitf = '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><body><body.content><p>The weir at the mill <em>held</em>.</p></body.content></body></nitf>'
    bodies = [{"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": nitf}]
    assert one(bodies=bodies).body == (Paragraph("The weir at the mill <em>held</em>."),)
    with pytest.raises(UnreadableCopy, match="well-formed"):
        one(bodies=[{"role": "nitf", "value": nitf[:-9]}])
    both = [*bodies, {"contentType": "text/plain", "value": "The weir held on Tuesday."}]
    assert one(bodies=both).body == (Paragraph("The weir held on Tuesday."),)


def test_markers_of_the_slugline_count() -> None:
    article = one(slugline="LEAD LUMEN WEIR", body_text="Lumen, Nov 24 (PTI) The weir held.")
    assert (article.slugline, article.signals) == ("LEAD LUMEN WEIR", ("lead",))
    assert one(slugline="weir-vote").signals == ()


def test_starred_lines_above_a_dateline_are_key_points() -> None:
    article = one(
        body_html="<p>* Water rose</p><p>* Nobody hurt</p><p>LUMEN, Nov 24 (Reuters) - The weir gave way.</p>"
    )
    assert article.key_points == ("Water rose", "Nobody hurt")
    assert article.subheadline is None


def test_a_flash_of_one_line_loses_its_markers() -> None:
    article = one(headline="FLASH: Weir gives way")
    assert (article.headline, article.signals) == ("Weir gives way", ("flash",))
    assert article.headlines == (RoleText("Weir gives way", "main"),)


def test_text_that_looks_like_several_stories_is_one() -> None:
    copy = "Weir gives way\n\nLumen, Nov 24 (IANS) The weir gave way.\n\n--IANS\nint/sd\n\nBoats wait\n\nLumen, Nov 24 (IANS) Boats wait.\n\n--IANS\nint/sd\n"
    assert len(read({"uri": "urn:a:b", "pubstatus": "usable", "body_text": copy})) == 1


def test_packages_inside_packages_come_to_an_end() -> None:
    inner: dict[str, Any] = {
        "uri": "urn:x",
        "type": "text",
        "body_html": "<p>The deepest of all.</p>",
        "headline": "Deep",
    }
    for depth in range(40):
        inner = {"uri": f"urn:p:{depth}", "type": "composite", "associations": [inner]}
    with pytest.raises(UnreadableCopy, match="no story"):
        read(inner)


@pytest.mark.parametrize(
    "other",
    [
        '{"guid": "tag:a,2026:b", "version": 1, "pub_status": "usable", "headlines": []}',
        '{"results": [{"id": 1, "title": "x", "short_desc": "y", "uri": "z"}]}',
        '{"status": "ok", "articles": [{"title": "x", "publishedAt": "y", "description": "z"}]}',
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "urn:a", "content_html": "x"}]}',
        '{"uri": "/things/4", "price": 3}',
        '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x", "uri": "y"}',
        '<rss version="2.0"><channel/></rss>',
        "Lumen, Nov 24 (IANS) The versioncreated uri.",
        "{",
        '{"uri": "/videos/123", "type": "video", "name": "Goats", "description": "Goats sat down"}',
    ],
)
def test_other_copy_is_not_ninjs(other: str) -> None:
    assert not ninjs.sniff(other.encode()) or detect(delivery(other.encode())).name != "ninjs"


def test_json_of_no_known_kind_is_refused_as_ever() -> None:
    with pytest.raises(UnreadableCopy, match="no kind that is known"):
        list(parse(delivery(b'{"uri": "/things/4", "price": 3}')))


def test_an_object_whose_long_text_comes_first_is_told() -> None:
    head = json.dumps({"bodies": [{"contenttype": "text/html", "value": "x" * 9000}], "uri": "urn:a"})
    assert ninjs.sniff(head[:4096].encode())
    head = json.dumps({"pubstatus": "usable", "body_html": "x" * 9000, "uri": "urn:a"})
    assert ninjs.sniff(head[:4096].encode())


def test_the_examples_of_the_standard_are_read_or_refused_by_name() -> None:
    paths = [
        p for p in sorted((SHARED / "standards" / "ninjs").glob("*/**/*.json")) if "schema_" not in p.name
    ]
    if not paths:
        pytest.skip(f"needs the standard's examples in {SHARED}")
    kinds = []
    for path in paths:
        data = path.read_bytes()
        assert detect(delivery(data)).name == "ninjs" or path.name in BARE
        kinds.append(outcome(data))
    assert kinds.count("read") > 15
    assert kinds.count("no story") > 5


def outcome(data: bytes) -> str:
    """Return what becomes of a document: `read`, or the reason in two words."""
    try:
        articles = [reading.article for reading in read(data)]
    except UnreadableCopy as error:
        return next(said for said in ("no story", "says nothing") if said in error.what)
    return "read" if all(a.headline or a.body or a.media for a in articles) else "empty"


EMBARGO = "2026-12-24T18:00:00Z"
TEXT = {
    "type": "text",
    "headline": "Goats sat down",
    "body_html": "<p>SECRET goats sat down on the pass.</p>",
}
PICTURE = {
    "type": "picture",
    "headline": "SECRET goat",
    "renditions": [{"href": "https://i.example/goat.jpg"}],
}


@pytest.mark.parametrize("part", [TEXT, PICTURE], ids=["text", "picture"])
@pytest.mark.parametrize(
    "held", [{"embargoed": EMBARGO}, {"pubstatus": "withheld"}, {"embargoed": "soon"}], ids=str
)
@pytest.mark.parametrize("kind", ["text", "composite"])
def test_what_a_story_may_not_show_yet_is_not_in_it(
    kind: str, part: dict[str, Any], held: dict[str, str]
) -> None:
    inner = {"uri": "urn:held", **part, **held}
    whole = {
        "uri": "urn:open",
        "type": kind,
        "headline": "Pass closed",
        "body_html": "<p>The pass is closed.</p>",
    }
    first, second = (r.article for r in read({**whole, "associations": {"a": inner}}))
    assert b"SECRET" not in encode(first)
    assert b"goat.jpg" not in encode(first)
    assert first.visible(UPDATED)
    assert second.guid == "urn:held"
    assert not second.visible(UPDATED)


@pytest.mark.parametrize("kind", ["text", "composite"])
@pytest.mark.parametrize(
    "held", [{"embargoed": EMBARGO}, {"pubstatus": "withheld"}, {"embargoedUntil": "soon"}], ids=str
)
def test_what_holds_a_package_holds_its_stories(kind: str, held: dict[str, str]) -> None:
    inner = {"uri": "urn:a", **TEXT}
    later = {"uri": "urn:b", **TEXT, "embargoed": "2027-01-01T00:00:00Z"}
    found = [
        r.article
        for r in read(
            {"uri": "urn:p", "type": kind, "headline": "x held", **held, "associations": [inner, later]}
        )
    ]
    assert {"urn:a", "urn:b"} <= {a.guid for a in found}
    assert not any(a.visible(UPDATED) for a in found)
    assert next(a for a in found if a.guid == "urn:b").embargoed == datetime(2027, 1, 1, tzinfo=UTC)


def test_a_package_that_is_taken_back_does_not_take_its_stories_along() -> None:
    found = read(
        {
            "uri": "urn:p",
            "type": "composite",
            "pubstatus": "canceled",
            "associations": [{"uri": "urn:a", **TEXT}],
        }
    )
    assert [(r.article.guid, r.article.pub_status) for r in found] == [
        ("urn:p", "canceled"),
        ("urn:a", "usable"),
    ]


NAMES = sorted(
    {
        *FIELDS,
        "embargoedUntil",
        "bodies",
        "body_html",
        "body_text",
        "headline_x",
        "standard",
        "bylines",
        "extra",
    }
)
ODD: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["2026-11-24T10:00:00Z", "https://a.example/1.jpg", "<p>x <b>y</p>", "picture", "canceled", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "name", "uri", "code", "scheme", "value", "role", "contentType", "type", "href", "renditions", "rel", "literal",
            "associations", "geoJSON", "coordinates", "relevance", "width", "duration", "headline", "bodies", "jobtitle",
        ]),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), ODD, max_size=8))
@settings(deadline=None)
def test_whatever_the_names_hold_it_is_a_story_or_one_refusal(fields: dict[str, Any]) -> None:
    try:
        readings = read({"uri": "urn:a:b", **fields})
    except UnreadableCopy:
        return
    for reading in readings:
        assert decode(encode(reading.article)) == reading.article
