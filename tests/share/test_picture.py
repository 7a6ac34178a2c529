"""Which picture stands for a story."""

from typing import Any

import pytest

from syndication.model.article import Media, Rendition
from syndication.model.sharing import SitePicture
from syndication.share.picture import Picture, choose, of_site


def media(*renditions: tuple[Any, ...], guid: str = "m", **fields: Any) -> Media:
    """Return a picture; each rendition is name, width, height and perhaps a media type."""
    made = tuple(
        Rendition(f"https://img.example/{name}", None, *(rest or ["image/jpeg"]), width=width, height=height)
        for name, width, height, *rest in renditions
    )
    return Media(guid, fields.pop("kind", "picture"), renditions=made, **fields)


@pytest.mark.parametrize(
    ("items", "chosen"),
    [
        pytest.param([], None, id="none"),
        pytest.param([media(("a", 640, 480)), media(("b", 1200, 675))], "b", id="1200 before 600"),
        pytest.param([media(("a", None, None)), media(("b", 600, 400))], "b", id="600 before unknown"),
        pytest.param([media(("a", 599, 400)), media(("b", None, None))], "b", id="unknown before small"),
        pytest.param([media(("a", 199, 199))], None, id="too small"),
        pytest.param([media(("a", 200, 200))], "a", id="just large enough"),
        pytest.param(
            [media(("a", 1200, 675)), media(("b", 4000, 2250))], "a", id="document order breaks ties"
        ),
        pytest.param([media(("a", 300, 200), ("b", 1300, 800))], "b", id="renditions of one picture"),
        pytest.param([media(("a.svg", 1200, 675, "image/svg+xml"))], None, id="vector"),
        pytest.param([media(("a.svg", 1200, 675, None))], None, id="vector without type"),
        pytest.param([media(("a.jpg", 1200, 675, None))], "a.jpg", id="picture without type"),
        pytest.param([media(("a.mp4", 1200, 675, "video/mp4"), kind="video")], None, id="film"),
        pytest.param([media(("a", 1200, 675, None), kind="video")], None, id="film without type"),
        pytest.param([media(("a", 1600, 900, "image/webp"), ("b", 640, 360))], "b", id="WebP last"),
        pytest.param([media(("a", 1600, 900, "image/webp"))], "a", id="WebP where there is nothing else"),
    ],
)
def test_the_best_picture_is_chosen(items: list[Media], chosen: str | None) -> None:
    found = choose(tuple(items)).chosen
    assert (found.url if found else None) == (f"https://img.example/{chosen}" if chosen else None)


@pytest.mark.parametrize("href", ["http://img.example/a.jpg", "/a.jpg", "//img.example/a.jpg", ""])
def test_an_insecure_picture_is_left_out_with_an_issue(href: str) -> None:
    insecure = Media("m", "picture", renditions=(Rendition(href, None, "image/jpeg", 1200, 675),))
    found = choose((insecure, media(("b", 640, 480))))
    assert found.chosen is not None
    assert found.chosen.url == "https://img.example/b"
    assert [i.code for i in found.issues] == ["insecure-picture"]


@pytest.mark.parametrize(("width", "height"), [(1200, None), (None, 675), (1200, 0), (-1, -1)])
def test_a_size_is_both_numbers_or_neither(width: int | None, height: int | None) -> None:
    found = choose((media(("a", width, height)),)).chosen
    assert found is not None
    assert (found.width, found.height) == (None, None)


def test_words_come_from_the_picture() -> None:
    found = choose((media(("a", 1200, 675), caption="A wet\nroad.", credit="Asha Rao"),)).chosen
    assert found == Picture(
        url="https://img.example/a",
        width=1200,
        height=675,
        media_type="image/jpeg",
        alt="A wet road.",
        caption="A wet road.",
        credit="Asha Rao",
    )


def test_crops_are_the_largest_of_each_further_shape() -> None:
    item = media(
        ("wide", 1280, 720), ("w2", 1920, 1080), ("sq", 400, 400), ("sq2", 800, 800), ("odd", 900, 400)
    )
    assert [p.url[20:] for p in choose((item,)).crops()] == ["wide", "sq2"]


@pytest.mark.parametrize(
    ("width", "height", "large"), [(300, 157, True), (299, 157, False), (300, 156, False), (None, None, True)]
)
def test_the_card_of_x_is_large_from_300_by_157(width: int | None, height: int | None, large: bool) -> None:
    assert Picture(url="https://img.example/a", width=width, height=height).is_large is large


def test_a_picture_of_the_site() -> None:
    assert of_site(None) is None
    found = of_site(SitePicture(url="https://hillpost.example/d.jpg", width=1200, alt="Hills"))
    assert found == Picture(url="https://hillpost.example/d.jpg", alt="Hills")
