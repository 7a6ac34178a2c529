"""Apple News Format: the rules that can be checked on one document."""

import re
from typing import Any

import msgspec

from syndication.model import Article
from syndication.model.article import Media, Rendition
from syndication.model.blocks import Image, Paragraph, Quote, Table, body_text
from syndication.render import apple_news
from syndication.vocabulary.profiles import profiles
from tests.render.stories import FULL, SITE, STORIES, changed, make, picture

PROFILE = profiles(site=SITE)["apple-news"]
ROLES = {
    "title",
    "intro",
    "byline",
    "body",
    "heading2",
    "quote",
    "photo",
    "figure",
    "video",
    "audio",
    "htmltable",
}


def single(article: Article) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(apple_news.single(article, PROFILE))
    return found


def words(text: str) -> str:
    return "".join(re.sub(r"<[^>]*>", "", text).split())


def test_every_document_has_what_the_format_demands(story: Article) -> None:
    found = single(story)
    assert {
        "version",
        "identifier",
        "title",
        "language",
        "layout",
        "components",
        "componentTextStyles",
    } <= set(found)
    assert {"columns", "width"} <= set(found["layout"])
    roles = [c["role"] for c in found["components"]]
    assert roles[0] == "title"
    assert set(roles) <= ROLES
    assert found["metadata"]["canonicalURL"].startswith("https://")
    named = {c[key] for c in found["components"] for key in ("textStyle", "layout", "style") if key in c}
    assert named <= set(found["componentTextStyles"])
    assert all(c.get("text") or c.get("URL") or c.get("html") for c in found["components"])
    assert re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", found["identifier"])


def test_links_lead_to_pages_and_mails() -> None:
    links = '<a href="mailto:a@b.example">one</a>, <a href="tel:+912">two</a>, <a href="https://c.example/">three</a>'
    made = '<a href="mailto:a@b.example">one</a>, two, <a href="https://c.example/">three</a>'
    story = make("linked", body=(Paragraph(links), Quote(links), Table(((links,),))))
    text = [c.get("text") or c.get("html", "") for c in single(story)["components"]]
    assert [made in said for said in text[-3:]] == [True] * 3


def test_identifiers_tell_all_stories_apart_and_stay() -> None:
    found = [apple_news.identifier(story) for story in STORIES.values()]
    assert len(set(found)) == len(found)
    assert apple_news.identifier(changed(FULL, headline="x", version=9)) == apple_news.identifier(FULL)


def test_the_whole_text_is_there() -> None:
    for key in ("everything", "Hindi", "Urdu", "emoji"):
        said = words(msgspec.json.encode(single(STORIES[key])["components"]).decode())
        for text in body_text(STORIES[key].body).split("\n"):
            for cell in text.split("\t"):
                if "<" not in cell and "&" not in cell:
                    assert words(cell) in said


def test_what_the_full_story_says() -> None:
    found = single(FULL)
    assert [c["role"] for c in found["components"]][:4] == ["title", "intro", "byline", "body"]
    assert found["components"][2]["text"] == "Ada Ferro, Mira Okello"
    assert {"role": "heading2", "text": "What next"} in found["components"]
    photo = next(c for c in found["components"] if c["role"] == "photo")
    assert photo["URL"] == "https://img.example/1.jpg"
    assert photo["accessibilityCaption"] == "Three boats"
    meta = found["metadata"]
    assert (meta["datePublished"], meta["dateModified"]) == ("2026-11-24T12:00:00Z", "2026-11-24T14:00:00Z")
    assert meta["thumbnailURL"] == "https://img.example/1.jpg"
    assert found["subtitle"] == "Two votes short"


def test_every_picture_film_and_sound_is_there_once_with_its_words() -> None:
    film = Media(
        "urn:film",
        "video",
        caption="The last <b>boat</b>",
        credit="Ada Ferro",
        renditions=(
            Rendition("https://v.example/1.mp4", None, "video/mp4", 1280, 720),
            Rendition("https://v.example/1.jpg", "thumbnail", "image/jpeg"),
        ),
    )
    sound = Media("urn:sound", "audio", headline="Bells", renditions=(Rendition("https://v.example/b.mp3"),))
    chart = picture(3, kind="graphic", credit=None)
    story = make("media", body=(Image("urn:picture:2"),), media=(film, sound, chart, picture(2), picture(4)))
    shown = [c for c in single(story)["components"] if "URL" in c]
    assert [(c["role"], c["URL"]) for c in shown] == [
        ("photo", "https://img.example/2.jpg"),
        ("video", "https://v.example/1.mp4"),
        ("audio", "https://v.example/b.mp3"),
        ("figure", "https://img.example/3.jpg"),
        ("photo", "https://img.example/4.jpg"),
    ]
    captions = [c.get("caption") for c in shown]
    placed, video, audio, figure, photo = captions
    assert placed == photo == "Boats wait & drift (Mira Okello/HWS)"
    assert (video, audio, figure) == ("The last boat (Ada Ferro)", "Bells", "Boats wait & drift")
    assert (shown[1]["stillURL"], shown[1]["aspectRatio"]) == ("https://v.example/1.jpg", 1.778)
    assert [c.get("accessibilityCaption") for c in shown] == ["Three boats", None, None, *2 * ["Three boats"]]


def test_addresses_are_https() -> None:
    assert (
        single(make("h", url="http://paper.example/a"))["metadata"]["canonicalURL"]
        == "https://paper.example/a"
    )


def test_what_is_not_published_is_no_document() -> None:
    for status in ("withheld", "canceled"):
        assert apple_news.single(changed(FULL, pub_status=status), PROFILE) == b""
