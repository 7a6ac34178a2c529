"""oEmbed: the body in both forms, and what the endpoint answers in which order."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from syndication.model import Site
from syndication.model.article import Media, Rendition
from syndication.model.identity import short_id
from syndication.share import (
    AuthorPage,
    Shareable,
    Sharing,
    SitePicture,
    as_json,
    as_xml,
    head_elements,
    oembed,
    oembed_answer,
)
from syndication.share.clean_text import clean

SITE = Site(title="Hill Post", base_url="https://hillpost.example")
PAGE = f"https://hillpost.example/articles/{short_id('urn:example:hill:7')}/rain-returns-to-the-hills"
PICTURE = Media(
    "p",
    "picture",
    renditions=(
        Rendition("https://img.example/small", None, "image/jpeg", 300, 200),
        Rendition("https://img.example/large", None, "image/jpeg", 1200, 800),
        Rendition("https://img.example/middle", None, "image/jpeg", 600, 400),
    ),
)


def test_the_keys_stand_in_order_and_none_is_empty(story: Callable[..., Shareable]) -> None:
    sharing = Sharing(authors=(AuthorPage(name="Asha Rao", url="https://hillpost.example/asha"),))
    body = oembed(story(sharing, byline="Asha Rao", provider="Hill Wire", media=(PICTURE,)))
    assert list(body.items()) == [
        ("type", "link"),
        ("version", "1.0"),
        ("title", "Rain returns to the hills"),
        ("author_name", "Asha Rao"),
        ("author_url", "https://hillpost.example/asha"),
        ("provider_name", "Hill Post"),
        ("provider_url", "https://hillpost.example"),
        ("cache_age", 300),
        ("thumbnail_url", "https://img.example/large"),
        ("thumbnail_width", 1200),
        ("thumbnail_height", 800),
    ]
    assert oembed(story(provider="Hill Wire"))["author_name"] == "Hill Wire"
    assert "author_name" not in oembed(story())


@pytest.mark.parametrize(
    ("widest", "highest", "thumbnail"),
    [
        (None, None, "large"),
        (1200, 800, "large"),
        (1199, None, "middle"),
        (None, 399, "small"),
        (300, 200, "small"),
        (299, None, None),
    ],
)
def test_the_largest_picture_that_fits_or_none(
    widest: int | None, highest: int | None, thumbnail: str | None, story: Callable[..., Shareable]
) -> None:
    body = oembed(story(media=(PICTURE,)), widest, highest)
    assert str(body.get("thumbnail_url", "none")).rpartition("/")[2] == (thumbnail or "none")
    assert len([key for key in body if key.startswith("thumbnail")]) in {0, 3}


def test_a_picture_of_unknown_size_is_not_offered(story: Callable[..., Shareable]) -> None:
    media = Media("p", "picture", renditions=(Rendition("https://img.example/a", None, "image/jpeg"),))
    assert "thumbnail_url" not in oembed(story(media=(media,)))


def test_what_the_page_shows_the_card_shows_too(story: Callable[..., Shareable]) -> None:
    default = SitePicture(url="https://hillpost.example/d.jpg", width=1200, height=675)
    shared = story(Sharing(default_picture=default))
    shown = [
        e.attributes["content"] for e in head_elements(shared) if e.attributes.get("property") == "og:image"
    ]
    assert [oembed(shared)["thumbnail_url"]] == shown


def test_a_card_is_small_enough_and_inert(story: Callable[..., Shareable]) -> None:
    shared = story(Sharing(embed_card=True), headline="<script>\"x\" & 'y'", summary="<img src=x>")
    body = oembed(shared, 500, 1000)
    assert (body["type"], body["width"], body["height"]) == ("rich", 500, 200)
    root = etree.fromstring(str(body["html"]))
    assert {element.tag for element in root.iter()} == {"blockquote", "p", "a"}
    assert root.findtext("p/a") == "<script>\"x\" & 'y'"
    assert [a.get("href") for a in root.iter("a")] == [shared.canonical]
    assert list(body)[-3:] == ["html", "width", "height"]


@settings(deadline=None)
@given(st.text(), st.text())
def test_xml_says_what_json_says(title: str, html: str) -> None:
    body: dict[str, str | int] = {"type": "rich", "title": clean(title), "html": clean(html), "width": 3}
    root = etree.fromstring(as_xml(body))
    assert as_xml(body).startswith(b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>')
    assert {e.tag: e.text or "" for e in root} == {k: str(v) for k, v in json.loads(as_json(body)).items()}


def test_the_discovered_addresses_are_answered(story: Callable[..., Shareable]) -> None:
    shared = story(url=None)
    discovered = [e.attributes for e in head_elements(shared) if "+oembed" in e.attributes.get("type", "")]
    assert [d["type"] for d in discovered] == ["application/json+oembed", "text/xml+oembed"]
    for link, media_type in zip(discovered, ("application/json", "text/xml"), strict=True):
        parts = urlsplit(link["href"])
        assert parts.path == "/oembed"
        parameters = dict(parse_qsl(parts.query))
        assert parameters.keys() == {"url", "format"}
        assert parameters["url"] == shared.canonical == PAGE
        answer = oembed_answer("GET", parameters, SITE, {short_id("urn:example:hill:7"): shared}.get)
        assert (answer.status, answer.media_type) == (200, media_type)
        assert answer.body == (as_xml if "xml" in media_type else as_json)(oembed(shared))


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        PAGE.replace("https:", "http:"),
        PAGE.replace("https://hillpost", "HTTPS://HillPost"),
        PAGE.replace(".example/", ".example:443/"),
        f"{PAGE}#top",
        f"{PAGE}?utm_source=x&utm_medium=social",
        f"{PAGE}?page=2",
        f"{PAGE}/",
        PAGE.rpartition("/")[0],
        PAGE.rpartition("/")[0] + "/" + quote("another slug"),
    ],
)
def test_a_page_is_known_by_all_its_addresses(url: str, story: Callable[..., Shareable]) -> None:
    find = {short_id("urn:example:hill:7"): story(url=None)}.get
    assert oembed_answer("GET", {"url": url}, SITE, find).status == 200


@pytest.mark.parametrize(
    ("method", "parameters", "status"),
    [
        ("HEAD", {"url": PAGE}, 200),
        ("GET", {"url": PAGE, "format": "json", "callback": "x"}, 200),
        ("GET", {"url": PAGE, "maxwidth": "300", "maxheight": "0200"}, 200),
        ("GET", {"url": PAGE, "maxwidth": "9" * 5000}, 200),
        ("POST", {}, 405),
        ("OPTIONS", {"url": PAGE}, 405),
        ("GET", {}, 400),
        ("GET", {"url": ""}, 400),
        ("GET", {"url": "/articles/x"}, 400),
        ("GET", {"url": "javascript:alert(1)"}, 400),
        ("GET", {"url": PAGE, "maxwidth": "0"}, 400),
        ("GET", {"url": PAGE, "maxwidth": "-5"}, 400),
        ("GET", {"url": PAGE, "maxheight": "1.5"}, 400),
        ("GET", {"url": PAGE, "maxheight": ""}, 400),
        ("GET", {"url": PAGE, "maxheight": "३००"}, 400),
        ("GET", {"url": PAGE, "maxheight": "300\n"}, 400),
        ("GET", {"format": "yaml"}, 400),
        ("GET", {"url": PAGE, "format": "yaml"}, 501),
        ("GET", {"url": PAGE, "format": ""}, 501),
        ("GET", {"url": PAGE, "format": "JSON"}, 501),
        ("GET", {"url": "https://elsewhere.example/a", "format": "yaml"}, 501),
        ("GET", {"url": "https://elsewhere.example/a"}, 404),
        ("GET", {"url": PAGE.replace("hillpost", "hillpost.evil")}, 404),
        ("GET", {"url": "https://hillpost.example/"}, 404),
        ("GET", {"url": "https://hillpost.example/feeds/world"}, 404),
        ("GET", {"url": "https://hillpost.example/articles/aaaaaaaaaaaaaaaa/x"}, 404),
    ],
)
def test_the_endpoint_decides_in_order(
    method: str, parameters: dict[str, str], status: int, story: Callable[..., Shareable]
) -> None:
    find = {short_id("urn:example:hill:7"): story(url=None)}.get
    answer = oembed_answer(method, parameters, SITE, find)
    assert answer.status == status
    assert (answer.body == b"") == (status != 200)


def test_what_is_kept_back_and_what_is_unknown_look_the_same() -> None:
    def find(_: str) -> Any:
        return None

    assert oembed_answer("GET", {"url": PAGE}, SITE, find) == oembed_answer(
        "GET", {"url": "https://hillpost.example/articles/aaaaaaaaaaaaaaaa"}, SITE, find
    )


def test_a_hidden_paid_story_asks_for_an_account(story: Callable[..., Shareable]) -> None:
    paid = story(Sharing(free_to_read=False, hide_paid=True), url=None)
    assert oembed_answer("GET", {"url": PAGE}, SITE, lambda _: paid).status == 401
    assert oembed_answer("GET", {"url": PAGE}, SITE, lambda _: None).status == 404
    open_to_all = story(Sharing(free_to_read=True, hide_paid=True), url=None)
    assert oembed_answer("GET", {"url": PAGE}, SITE, lambda _: open_to_all).status == 200


def test_a_site_below_a_path(story: Callable[..., Shareable]) -> None:
    site = Site(base_url="https://hillpost.example/wire")
    shared = story(site=site, url=None)
    assert oembed_answer("GET", {"url": shared.canonical or ""}, site, lambda _: shared).status == 200
    assert oembed_answer("GET", {"url": PAGE}, site, lambda _: shared).status == 404
