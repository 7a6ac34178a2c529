"""JSON Feed 1.1."""

from typing import Any

import msgspec

from syndication.model import Article
from syndication.model.article import Media, Rendition
from syndication.model.blocks import Image, Paragraph
from syndication.render import json_feed
from tests.render.stories import FEED, FULL, PROFILE, STORIES, UPDATED, make, picture


def read(*articles: Article) -> dict[str, Any]:
    made = json_feed.document(FEED, PROFILE, UPDATED, [json_feed.entry(a, PROFILE) for a in articles])
    found: dict[str, Any] = msgspec.json.decode(made, strict=True)
    return found


def test_the_head() -> None:
    assert read() == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "World & beyond",
        "home_page_url": "https://wire.example/feeds/world",
        "feed_url": "https://wire.example/feeds/world.json",
        "description": "From <everywhere>",
        "language": "en",
        "authors": [{"name": "Harbour Wire & Sons", "url": "https://wire.example"}],
        "hubs": [{"type": "WebSub", "url": "https://wire.example/hub"}],
        "_rights": {"notice": "© 2026 Harbour Wire"},
        "items": [],
    }


def test_an_item_without_content_is_left_out_and_its_neighbours_stay() -> None:
    plain = STORIES["plain"]
    for others in ([STORIES["nothing at all"], plain], [plain, STORIES["nothing at all"]]):
        assert [i["id"] for i in read(*others)["items"]] == [plain.guid]


def test_the_content_of_a_flash_is_its_headline() -> None:
    """Readers of every other format see it; JSON Feed 1.1 demands content of every item ("Items")."""
    flash = STORIES["headline only"]
    (item,) = read(flash)["items"]
    assert item["content_html"] == f"<p>{item['title']}</p>"


def test_a_standfirst_or_a_picture_is_content() -> None:
    standfirst, picture, bare = (
        read(STORIES[k])["items"][0] for k in ("no body", "picture only", "picture without words")
    )
    assert standfirst["content_html"] == "<p>Only a standfirst &amp; no more.</p>"
    assert picture["title"] == "The canal at dusk"
    assert "<figcaption>Boats wait &amp; drift (Mira Okello/HWS)</figcaption>" in picture["content_html"]
    assert bare["content_html"] == (
        '<figure><img src="https://img.example/1.jpg" alt="" width="1600" height="900"/></figure>'
    )


def test_what_the_full_story_says() -> None:
    item = read(FULL)["items"][0]
    assert item["authors"] == [{"name": "Ada Ferro"}, {"name": "Mira Okello"}]
    assert item["tags"] == [
        "local government",
        "Canals",
        "Boats",
        "Interview",
        "Colour",
        "canal",
        "vote & count",
        "bold",
    ]
    assert item["image"] == "https://img.example/1.jpg"
    assert item["summary"] == "A vote on the canal, finally."
    assert (item["date_published"], item["date_modified"]) == ("2026-11-24T12:00:00Z", "2026-11-24T14:00:00Z")
    assert item["attachments"][2] == {
        "url": "https://img.example/a.mp3",
        "mime_type": "audio/mpeg",
        "title": "A audio",
        "size_in_bytes": 900_000,
        "duration_in_seconds": 61.5,
    }


def test_a_file_of_unknown_type_is_no_attachment() -> None:
    item = read(STORIES["type unknown"])["items"][0]
    assert "attachments" not in item
    assert item["image"] == "https://img.example/p.jpg?x=1"


def test_what_no_attachment_can_name_is_shown_in_the_text() -> None:
    """An attachment must say its type ("attachments"), so a picture of unknown type has its place in the text."""
    bare = picture(1, renditions=(Rendition("https://img.example/pier"),))
    film = Media("urn:film", "video", caption="A boat", renditions=(Rendition("https://img.example/boat"),))
    typed = picture(2)
    (item,) = read(make("pictures", media=(typed, bare, film)))["items"]
    assert [a["url"] for a in item["attachments"]] == ["https://img.example/2.jpg"]
    assert item["content_html"].splitlines()[1:] == [
        (
            '<figure><img src="https://img.example/pier" alt="Three boats"/>'
            "<figcaption>Boats wait &amp; drift (Mira Okello/HWS)</figcaption></figure>"
        ),
        '<p><a href="https://img.example/boat">A boat</a></p>',
    ]
    placed = make("placed", media=(bare,), body=(Image(bare.guid), Paragraph("The pier stands.")))
    assert read(placed)["items"][0]["content_html"].count("pier") == 2  # address, and words
