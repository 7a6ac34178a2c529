"""NewsML 1.2: the order of the standard's DTD, written here anew from its facts, and NITF inside."""

import pytest
from lxml import etree

from syndication.model import Article
from syndication.render import newsml_1
from syndication.xmlns import NITF
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, PROFILE, STORIES, UPDATED, changed, make

# Which children each element has, in which order: ? at most once, * any number, + at least once.
ORDER = {
    "NewsML": "NewsEnvelope NewsItem*",
    "NewsEnvelope": "TransmissionId? SentFrom? SentTo? DateAndTime NewsService* NewsProduct* Priority?",
    "NewsItem": "Identification NewsManagement NewsComponent?",
    "Identification": "NewsIdentifier NameLabel? DateLabel? Label*",
    "NewsIdentifier": "ProviderId DateId NewsItemId RevisionId PublicIdentifier",
    "NewsManagement": "NewsItemType FirstCreated ThisRevisionCreated Status Urgency? Instruction* Property*",
    "NewsComponent": "Role? NewsLines? AdministrativeMetadata? RightsMetadata? DescriptiveMetadata? "
    "NewsComponent* ContentItem*",
    "NewsLines": "HeadLine? SubHeadLine? ByLine* DateLine* CreditLine* CopyrightLine* RightsLine* SeriesLine* "
    "SlugLine* KeywordLine*",
    "AdministrativeMetadata": "FileName? SystemIdentifier? Provider? Creator? Source* Contributor* Property*",
    "RightsMetadata": "Copyright* UsageRights*",
    "Copyright": "CopyrightHolder CopyrightDate",
    "UsageRights": "UsageType? Geography? RightsHolder? Limitations? StartDate? EndDate?",
    "DescriptiveMetadata": "Language* Genre* SubjectCode* OfInterestTo* DateLineDate? Location* Property*",
    "ContentItem": "MediaType? Format? MimeType? Notation? Characteristics? DataContent?",
    "Characteristics": "SizeInBytes? Property*",
}


def single(article: Article) -> etree._Element:
    return xml(newsml_1.single(article, PROFILE))


def misplaced(element: etree._Element) -> list[str]:
    names = [str(child.tag) for child in element]
    if element.tag not in ORDER:
        return []
    found, at = [], 0
    for slot in ORDER[str(element.tag)].split():
        name = slot.rstrip("?*+")
        count = 0
        while at < len(names) and names[at] == name:
            at += 1
            count += 1
        if (slot == name and count != 1) or (slot.endswith("?") and count > 1):
            found.append(f"{element.tag}: {count} of {slot}")
    return found + [f"{element.tag}: {name} out of place" for name in names[at:]]


def test_the_table_of_order_finds_what_is_out_of_place() -> None:
    wrong = etree.fromstring("<Copyright><CopyrightDate/><CopyrightHolder/></Copyright>")
    assert misplaced(wrong) == ["Copyright: 0 of CopyrightHolder", "Copyright: CopyrightHolder out of place"]


def test_every_element_stands_in_its_place(story: Article) -> None:
    root = single(story)
    assert [m for e in root.iter() for m in misplaced(e)] == []
    assert all(
        str(e.tag) in ORDER or not len(e) or "}" in str(e.tag) or e.tag in PARTIES for e in root.iter()
    )


PARTIES = {"SentFrom", "Provider", "Creator", "SubjectCode", "Location", "DataContent"}


def test_the_text_is_valid_nitf(story: Article, nitf_schema: etree.XMLSchema) -> None:
    inside = single(story).find(f".//DataContent/{{{NITF}}}nitf")
    assert inside is not None
    nitf_schema.assertValid(etree.fromstring(etree.tostring(inside, with_tail=False)))


def test_what_the_full_story_says() -> None:
    root = single(FULL)
    said = [root.findtext(f".//NewsIdentifier/{n}") for n in ("ProviderId", "DateId", "RevisionId")]
    assert said == ["wire.example", "20261124", "3"]
    revision = root.find(".//RevisionId")
    assert revision is not None
    assert dict(revision.attrib) == {"PreviousRevision": "2", "Update": "N"}
    public = root.findtext(".//PublicIdentifier") or ""
    assert public.startswith("urn:newsml:wire.example:20261124:")
    assert public.endswith(":3")
    assert root.findtext(".//ThisRevisionCreated") == "20261124T140000Z"
    assert [s.get("FormalName") for s in root.iter("Subject")] == ["20000593"]
    assert root.findtext(".//NewsLines/HeadLine") == "Canal vote: everything"
    assert root.findtext(".//NewsLines/DateLine") == "PORT LUMEN, Nov 24 (HWS)"
    assert root.findtext(".//UsageRights/UsageType") == "No resale"
    assert [c.get("Href") for c in root.iter("ContentItem")][1:3] == [
        "https://img.example/1-s.jpg",
        "https://img.example/1.jpg",
    ]


def test_a_correction_raises_the_revision_and_nothing_else_of_the_id() -> None:
    before, after = single(make("a")), single(make("a", version=2, headline="Other"))
    assert before.findtext(".//NewsItemId") == after.findtext(".//NewsItemId")
    assert (before.findtext(".//RevisionId"), after.findtext(".//RevisionId")) == ("1", "2")


@pytest.mark.parametrize(("status", "named"), [("usable", "Usable"), ("canceled", "Canceled")])
def test_the_status_is_told(status: str, named: str) -> None:
    root = single(changed(FULL, pub_status=status, ed_notes=()))
    found = root.find(".//Status")
    assert found is not None
    assert found.get("FormalName") == named
    assert (root.find(".//NewsComponent") is None) == (status == "canceled")


def test_the_feed_is_one_envelope_around_all() -> None:
    entries = [newsml_1.entry(a, PROFILE) for a in STORIES.values()]
    root = xml(newsml_1.document(FEED, PROFILE, UPDATED, entries))
    assert root.findtext("NewsEnvelope/DateAndTime") == "20261125T084900Z"
    assert len(root.findall("NewsItem")) == len(STORIES)
    assert [m for e in root.iter() for m in misplaced(e)] == []
    assert newsml_1.entry(changed(FULL, pub_status="withheld"), PROFILE) == b""
