"""NITF 3.6: single documents and the message around them, against the official schemas."""

import pytest
from hypothesis import given, settings
from lxml import etree
from msgspec import structs

from syndication.model import Article, Profile
from syndication.model.blocks import Image, Paragraph, body_text
from syndication.render import nitf
from syndication.vocabulary.profiles import profiles
from syndication.xmlns import NAR, NITF
from tests.render.arbitrary import arbitrary
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, PROFILE, SITE, STORIES, UPDATED, changed, make, picture

N = f"{{{NITF}}}"


def single(article: Article, profile: Profile = PROFILE) -> etree._Element:
    return xml(nitf.single(article, profile))


def bare(text: str) -> str:
    return "".join(text.split())


def test_every_story_is_valid_alone(story: Article, nitf_schema: etree.XMLSchema) -> None:
    nitf_schema.assertValid(single(story))


def test_the_feed_of_all_is_a_valid_message_of_valid_documents(
    nitf_schema: etree.XMLSchema, newsml_schema: etree.XMLSchema
) -> None:
    entries = [nitf.entry(a, PROFILE) for a in STORIES.values()]
    message = xml(nitf.document(FEED, PROFILE, UPDATED, entries))
    newsml_schema.assertValid(message)
    inside = message.findall(f".//{{{NAR}}}inlineXML")
    assert len(inside) == len(STORIES)
    for inline in inside:
        assert inline.get("contenttype") == "application/nitf+xml"
        nitf_schema.assertValid(etree.fromstring(etree.tostring(inline[0], with_tail=False)))
    transmit = message.findtext(f".//{{{NAR}}}transmitId") or ""
    assert transmit.startswith("https://wire.example/feeds/world.nitf.xml#")


@settings(max_examples=80, deadline=None)
@given(arbitrary())
def test_any_text_is_valid(nitf_schema: etree.XMLSchema, article: Article) -> None:
    nitf_schema.assertValid(single(article))


def test_a_profile_of_few_elements_is_valid_too(story: Article, nitf_schema: etree.XMLSchema) -> None:
    for name in ("line", "msn"):
        nitf_schema.assertValid(single(story, profiles(site=SITE)[name]))


def test_no_word_of_the_text_is_lost() -> None:
    for key in ("everything", "Hindi", "Urdu", "emoji", "CDATA end", "entities"):
        content = single(STORIES[key]).find(f"{N}body/{N}body.content")
        assert content is not None
        said = bare("".join(str(t) for t in content.itertext()))
        for paragraph in body_text(STORIES[key].body).split("\n"):
            for cell in paragraph.split("\t"):
                assert bare(cell) in said


def test_what_the_full_story_says() -> None:
    root = single(FULL)
    assert root.findtext(f"{N}head/{N}title") == "Canal vote: everything"
    found = root.find(f"{N}head/{N}docdata/{N}doc-id")
    assert found is not None
    assert dict(found.attrib) == {"regsrc": "HWS", "id-string": FULL.guid}
    assert [s.get("tobject.subject.refnum") for s in root.iter(f"{N}tobject.subject")] == [
        "20000593",
        "canal",
        "00000000",
    ]
    norms = {str(e.tag).replace(N, ""): e.get("norm") for e in root.iter() if e.get("norm")}
    assert norms == {
        "date.issue": "20261124T140000Z",
        "date.release": "20261124T120000Z",
        "date.expire": "20270222T120000Z",
        "story.date": "20261124",
        "revision-history": "20261124T140000Z",
    }
    rights = root.find(f".//{N}doc.rights")
    assert rights is not None
    assert rights.get("limitations") == "No resale. No training"
    media = root.findall(f".//{N}media")
    assert [m.get("media-type") for m in media] == ["image", "image", "audio", "video", "image"]
    assert root.findtext(f".//{N}body.head/{N}abstract/{N}p") == "A vote on the canal, finally."
    assert root.findtext(f".//{N}tagline") == "HWS"


def test_people_are_bylines_above_and_identified_in_the_head() -> None:
    root = single(FULL)
    assert [p.text for p in root.findall(f".//{N}byline/{N}person")] == ["Ada Ferro", "Mira Okello"]
    assert [p.text for p in root.findall(f".//{N}identified-content/{N}person")] == ["Ada Ferro"]


def test_a_killed_story_is_its_status() -> None:
    killed = changed(FULL, pub_status="canceled", ed_notes=())
    root = single(killed)
    found = root.find(f"{N}head/{N}docdata")
    assert found is not None
    assert found.get("management-status") == "canceled"
    assert root.findtext(f"{N}head/{N}title") == "This story has been withdrawn."
    assert "anal" not in etree.tostring(root, encoding="unicode").replace(killed.guid, "")
    assert nitf.single(changed(FULL, pub_status="withheld"), PROFILE) == b""


@pytest.mark.parametrize(("name", "captions"), [("baseline", ["Boats wait & drift"]), ("msn", [])])
def test_a_caption_is_said_once_and_without_the_credit(name: str, captions: list[str]) -> None:
    """A profile without figures has the caption as a paragraph behind the picture."""
    story = make("placed", media=(picture(),), body=(Image("urn:picture:1"), Paragraph("The canal is wide.")))
    root = xml(nitf.single(story, structs.replace(profiles()[name], site=SITE)))
    assert [e.findtext(f"{N}p") for e in root.iter(f"{N}media-caption")] == captions
    assert "".join(root.itertext()).count("Boats wait & drift") == 1
    (file,) = root.iter(f"{N}media-reference")
    assert file.get("source-credit") == "Mira Okello/HWS"
