"""A correction is told by each format's own means, to readers what is for readers."""

from datetime import timedelta

import msgspec
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from syndication.model.article import EdNote
from syndication.render import FORMATS, SINGLES
from syndication.validate import validate
from syndication.xmlns import ATOM, CONTENT, NAR, NITF
from tests.render.baseline import xml
from tests.render.stories import FEED, NOON, PROFILE, UPDATED, changed, make

SAID = "Corrects the number of boats: three, not two & a half"
FIRST = make("boats")
CORRECTED = changed(
    FIRST,
    version=2,
    updated=NOON + timedelta(hours=3),
    signals=("correction",),
    ed_notes=(EdNote("Eds: SECRET, legal asked", "correction"), EdNote(SAID, "correction", public=True)),
)
UNEXPLAINED = changed(CORRECTED, ed_notes=CORRECTED.ed_notes[:1])
NOTE = "<p><strong>Correction:</strong> Corrects the number of boats: three, not two &amp; a half</p>"
WITHOUT_TEXT = {"newsml-g2-package", "sitemap", "sitemap-news"}


def document(name: str, *articles: object) -> bytes:
    made = FORMATS[name]
    return made.document(FEED, PROFILE, UPDATED, [made.entry(a, PROFILE) for a in articles])  # type: ignore[arg-type]  # Articles


def test_the_text_of_a_feed_ends_with_it() -> None:
    item = xml(document("rss", CORRECTED)).find(".//item")
    entry = xml(document("atom", CORRECTED)).find(f"{{{ATOM}}}entry")
    assert item is not None
    assert entry is not None
    story = msgspec.json.decode(document("json", CORRECTED))["items"][0]
    for body in (
        item.findtext(f"{{{CONTENT}}}encoded"),
        entry.findtext(f"{{{ATOM}}}content"),
        story["content_html"],
    ):
        assert str(body).endswith(NOTE)
    assert item.findtext("{http://purl.org/dc/terms/}modified") == "2026-11-24T15:00:00Z"
    assert entry.findtext(f"{{{ATOM}}}updated") == "2026-11-24T15:00:00+00:00"
    assert story["date_modified"] == "2026-11-24T15:00:00Z"
    guids = {item.findtext("guid"), entry.findtext(f"{{{ATOM}}}id"), story["id"]}
    assert guids == {FIRST.guid}


def test_newsml_g2_has_the_signal_and_the_note(newsml_schema: etree.XMLSchema) -> None:
    root = xml(document("newsml-g2", CORRECTED))
    newsml_schema.assertValid(root)
    item = root.find(f".//{{{NAR}}}newsItem")
    assert item is not None
    assert (item.get("guid"), item.get("version")) == (FIRST.guid, "2")
    assert [e.get("qcode") for e in item.iter(f"{{{NAR}}}signal")] == ["sig:correction"]
    assert [e.text for e in item.iter(f"{{{NAR}}}edNote")] == [SAID]
    assert item.findtext(f".//{{{NAR}}}versionCreated") == "2026-11-24T15:00:00Z"


def test_nitf_has_the_message_and_the_revision(nitf_schema: etree.XMLSchema) -> None:
    root = etree.fromstring(SINGLES["nitf"].single(CORRECTED, PROFILE))
    nitf_schema.assertValid(root)
    head = root.find(f"{{{NITF}}}head")
    assert head is not None
    assert [e.get("info") for e in head.iter(f"{{{NITF}}}ed-msg")] == [SAID]
    assert [dict(e.attrib) for e in head.iter(f"{{{NITF}}}revision-history")] == [
        {"norm": "20261124T150000Z", "function": "editor", "comment": SAID}
    ]
    assert [e.get("version") for e in head.iter(f"{{{NITF}}}du-key")] == ["2"]


def test_ninjs_has_the_note(ninjs_schema: Draft202012Validator) -> None:
    story = msgspec.json.decode(SINGLES["ninjs"].single(CORRECTED, PROFILE))
    ninjs_schema.validate(story)
    assert (story["uri"], story["version"], story["edNote"]) == (FIRST.guid, "2", SAID)
    assert story["versionCreated"] == "2026-11-24T15:00:00Z"


def test_newsml_1_has_the_note_and_the_revision() -> None:
    root = etree.fromstring(SINGLES["newsml"].single(CORRECTED, PROFILE))
    assert [e.get("Value") for e in root.iter("Property") if e.get("FormalName") == "EdNote"] == [SAID]
    assert root.findtext(".//RevisionId") == "2"
    assert root.findtext(".//ThisRevisionCreated") == "20261124T150000Z"


@pytest.mark.parametrize("name", [*(n for n in FORMATS if n not in WITHOUT_TEXT), "apple-news"])
def test_where_only_editors_are_told_why_readers_are_told_that(name: str) -> None:
    form = SINGLES.get(name)
    for article, said in ((CORRECTED, "three, not two"), (UNEXPLAINED, "This story has been corrected.")):
        text = (form.single(article, PROFILE) if form else document(name, article)).decode()
        assert said in text
        assert "SECRET" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_corrected_story_keeps_the_standard(name: str) -> None:
    for article in (CORRECTED, UNEXPLAINED):
        found = validate(
            document(name, article), PROFILE, UPDATED + timedelta(hours=9), FORMATS[name].media_type
        )
        assert [f for f in found if f.level == "error"] == []


def test_a_profile_may_forbid_it_in_the_text() -> None:
    silent = msgspec.structs.replace(PROFILE, correction_note=False)
    for name in ("rss", "atom", "json"):
        assert FORMATS[name].entry(CORRECTED, silent) == FORMATS[name].entry(
            changed(CORRECTED, ed_notes=(), signals=()), PROFILE
        )


def test_a_story_without_text_is_not_made_one_of_its_correction() -> None:
    flash = changed(CORRECTED, body=(), summary=None, headline="Boats sink")
    assert msgspec.json.decode(document("json", flash))["items"][0]["content_html"] == "<p>Boats sink</p>"
