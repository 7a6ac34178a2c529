"""Which file stands for a media item."""

from syndication.model.article import Rendition
from syndication.render.media_files import best, renditions
from tests.render.stories import picture

PAGE = "https://paper.example/"


def test_the_largest_file_wins_and_the_first_among_equals() -> None:
    files = (
        Rendition("https://i.example/s.jpg", width=100, height=100),
        Rendition("https://i.example/l.jpg", width=900, height=900),
        Rendition("https://i.example/m.jpg", width=900, height=900),
    )
    found = best(picture(renditions=files), PAGE)
    assert found is not None
    assert found.href == "https://i.example/l.jpg"
    assert found.thumbnail == "https://i.example/l.jpg"


def test_a_thumbnail_alone_is_better_than_nothing() -> None:
    found = best(picture(renditions=(Rendition("https://i.example/t.jpg", "rnd:thumbnail"),)), PAGE)
    assert found is not None
    assert found.href == "https://i.example/t.jpg"


def test_a_graphic_of_dots_stands_for_itself_in_small() -> None:
    """SmartNews and NewsBreak show a story by its thumbnail, and a chart is all that some stories have."""
    for media_type, small in (
        ("image/png", "https://i.example/chart"),
        ("image/svg+xml", None),
        (None, None),
    ):
        chart = picture(kind="graphic", renditions=(Rendition("https://i.example/chart", None, media_type),))
        found = best(chart, PAGE)
        assert found is not None
        assert found.thumbnail == small


def test_a_page_is_no_picture() -> None:
    item = picture(renditions=(Rendition("https://i.example/p.html", media_type="text/html"),))
    assert best(item, PAGE) is None
    assert renditions(item, PAGE) == []


def test_only_real_types_and_positive_sizes_are_known() -> None:
    for given, expected in (
        ("image/jpeg; q=1", "image/jpeg"),
        ("IMAGE/PNG", "image/png"),
        ("application/octet-stream", None),
        ("video/mp4", None),
        ("jpeg", None),
        ("image/<b>", None),
        (None, None),
    ):
        item = picture(
            renditions=(Rendition("https://i.example/a", media_type=given, width=0, height=-1, length=0),)
        )
        found = best(item, PAGE)
        assert found is not None
        assert (found.media_type, found.width, found.height, found.length) == (expected, None, None, None)
        assert not found.enclosable
