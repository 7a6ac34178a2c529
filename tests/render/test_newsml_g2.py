"""NewsML-G2: the message and the properties that the schema alone does not demand."""

from datetime import timedelta

import msgspec
from lxml import etree

from syndication.model import Article
from syndication.model.article import Entity, Geo, Rights
from syndication.render import newsml_g2
from syndication.xmlns import NAR, XHTML
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, NOON, PROFILE, STORIES, UPDATED, changed, make, picture

_N = f"{{{NAR}}}"


def read(*articles: Article) -> etree._Element:
    kept = [newsml_g2.entry(a, PROFILE) for a in articles]
    return xml(newsml_g2.document(FEED, PROFILE, UPDATED, kept))


def item(article: Article) -> etree._Element:
    found = read(article).find(f"{_N}itemSet/{_N}newsItem")
    assert found is not None
    return found


def qcodes(element: etree._Element, path: str) -> list[str]:
    return [e.get("qcode") or f"literal {e.get('literal')}" for e in element.iterfind(f".//{_N}{path}")]


def test_the_header_says_who_sent_it_and_when() -> None:
    header = read()[0]
    assert header.findtext(_N + "sent") == "2026-11-25T08:49:00Z"
    assert header.findtext(_N + "sender") == "wire.example"
    assert header.findtext(_N + "channel") == "world"


def test_an_entry_declares_no_namespace_but_that_of_its_body() -> None:
    assert newsml_g2.entry(FULL, PROFILE).count(b"xmlns") == 1


def test_the_management_metadata() -> None:
    news = item(FULL)
    assert (news.get("guid"), news.get("version"), news.get("conformance")) == (FULL.guid, "3", "power")
    assert qcodes(news, "itemClass") == ["ninat:text"]
    assert qcodes(news, "pubStatus") == ["stat:usable"]
    assert qcodes(news, "signal") == ["sig:update", "literal take:2"]
    assert news.findtext(f".//{_N}versionCreated") == "2026-11-24T14:00:00Z"
    assert [e.text for e in news.iterfind(f".//{_N}edNote")] == ["Corrects the number of boats"]
    assert news.find(f".//{_N}embargoed") is None


def test_only_codes_of_the_named_catalogue_are_qcodes() -> None:
    news = item(FULL)
    assert qcodes(news, "genre") == ["genre:interview", "literal hws:colour"]
    assert qcodes(news, "subject")[:3] == ["medtop:20000593", "literal hws:canal", "literal Boats"]
    assert [c.get("href") for c in news.iterfind(f"{_N}catalogRef")] == [newsml_g2.CATALOGUE]


def test_the_place_of_filing() -> None:
    news = item(FULL)
    assert news.findtext(f".//{_N}located/{_N}name") == "Port Lumen"
    assert qcodes(news, f"located/{_N}broader") == ["iso3166-1a2:IN"]
    assert news.findtext(f".//{_N}dateline") == "PORT LUMEN, Nov 24 (HWS)"


def test_headlines_come_main_first_and_once() -> None:
    said = [(h.get("rank"), h.text) for h in item(FULL).iterfind(f".//{_N}headline")]
    assert said == [("1", "Canal vote: everything"), ("2", "Canal"), ("3", "नहर"), ("4", "Two votes short")]


def test_the_body_is_xhtml_and_each_file_remote_content() -> None:
    news = item(FULL)
    body = news.find(f".//{_N}inlineXML/{{{XHTML}}}html/{{{XHTML}}}body")
    assert body is not None
    assert [etree.QName(e).localname for e in body][:4] == ["p", "ul", "p", "p"]
    files = [
        (r.get("residref"), r.get("rendition"), r.get("size")) for r in news.iterfind(f".//{_N}remoteContent")
    ]
    assert files[:2] == [
        ("urn:picture:1", "rnd:thumbnail", "4000"),
        ("urn:picture:1", "rnd:highRes", "250000"),
    ]
    assert len(files) == 7


def test_a_missing_headline_is_not_made_up() -> None:
    news = item(STORIES["no headline"])
    assert news.find(f".//{_N}headline") is None
    assert news.findtext(f".//{_N}itemMeta/{_N}title") == "The council voted on no-headline late on Tuesday."


def test_version_nought_is_the_first_that_the_schema_knows() -> None:
    assert item(STORIES["version nought"]).get("version") == "1"


def test_a_killed_story_is_its_status(newsml_schema: etree.XMLSchema) -> None:
    message = read(changed(FULL, pub_status="canceled"))
    newsml_schema.assertValid(message)
    assert qcodes(message, "pubStatus") == ["stat:canceled"]
    assert message.find(f".//{_N}contentMeta") is None
    assert message.find(f".//{_N}contentSet") is None


def test_the_way_of_the_copy_is_told_where_asked(newsml_schema: etree.XMLSchema) -> None:
    told = msgspec.structs.replace(PROFILE, hop_history=True)
    root = xml(newsml_g2.single(FULL, told))
    newsml_schema.assertValid(root)
    hops = [
        (hop.get("seq"), hop.findtext(f"{{{NAR}}}party/{{{NAR}}}name")) for hop in root.iter(f"{{{NAR}}}hop")
    ]
    assert hops == [("1", "HWS"), ("2", "Harbour Wire & Sons")]
    assert b"hopHistory" not in newsml_g2.single(FULL, PROFILE)
    own = changed(FULL, provider="Harbour Wire & Sons")
    assert b"hopHistory" not in newsml_g2.single(own, told)


def test_what_is_said_of_a_picture_stands_in_a_part_that_names_its_files(
    newsml_schema: etree.XMLSchema,
) -> None:
    rights = Rights(holder="Mira Okello", usage_terms="No archive", ends=NOON + timedelta(days=7))
    plain = picture(2, caption=None, alt=None, credit=None)
    told = make("album", media=(picture(1, rights=rights), plain))
    message = read(told, changed(told, guid="urn:another"))
    newsml_schema.assertValid(message)
    news = item(told)
    (part,) = news.iterfind(f"{_N}partMeta")
    named = [r.get("id") for r in news.iterfind(f".//{_N}remoteContent")]
    assert (part.get("contentrefs") or "").split() == named[:2]
    assert named[2:] == [None, None]
    assert [(etree.QName(e).localname, e.get("role"), e.text) for e in part] == [
        ("creditline", None, "Mira Okello/HWS"),
        ("description", "drol:caption", "Boats wait & drift"),
        ("description", None, "Three boats"),
    ]
    (own,) = news.iterfind(f"{_N}rightsInfo")
    assert (own.get("idrefs"), own.get("validto")) == (part.get("partid"), "2026-12-01T12:00:00Z")
    assert own.findtext(f"{_N}usageTerms") == "No archive"


def test_rights_say_from_when_until_when_they_hold() -> None:
    told = make("lent", rights=Rights(notice="© Lumen", starts=NOON, ends=NOON + timedelta(days=1)))
    info = item(told).find(f"{_N}rightsInfo")
    assert info is not None
    assert (info.get("validfrom"), info.get("validto")) == ("2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z")


def test_where_a_place_lies_that_the_story_is_about(newsml_schema: etree.XMLSchema) -> None:
    places = (
        Entity("Mandwa", geo=Geo(18.8, 72.875)),
        Entity("Mandwa", geo=Geo(18.8, 72.875)),
        Entity("Beyond", geo=Geo(91, 0)),
        Entity("Lumen", role="located", geo=Geo(1, 2)),
    )
    message = read(make("there", places=places))
    newsml_schema.assertValid(message)
    (told,) = message.iter(f"{_N}assert")
    (position,) = told.iter(f"{_N}position")
    assert (told.get("literal"), told.findtext(f"{_N}name")) == ("Mandwa", "Mandwa")
    assert dict(position.attrib) == {"latitude": "18.8", "longitude": "72.875"}
