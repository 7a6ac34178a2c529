import msgspec
import pytest

from syndication.model import Article, Site
from syndication.model.article import EdNote, Media, Rendition
from syndication.model.blocks import Image, Paragraph
from syndication.web.labels import labels
from syndication.web.story_view import StoryView, teaser
from syndication.web.story_view import story_view as view_of
from tests.web.newsroom import story

SITE = Site(base_url="https://news.example")


def story_view(article: Article, site: Site) -> StoryView:
    return view_of(article, site, labels("en"))


def changed(**fields: object) -> Article:
    return msgspec.structs.replace(story("ferry"), **fields)


def picture(*widths: int | None) -> Media:
    renditions = tuple(Rendition(href=f"https://img.example/{width}.jpg", width=width) for width in widths)
    return Media(guid="urn:p", kind="picture", renditions=renditions)


@pytest.mark.parametrize(
    ("widths", "chosen"),
    [
        ((320, 1280, 5000), 1280),
        ((320,), 320),
        ((5000, 2000), 2000),
        ((None, 640), 640),
        ((1600, 1599), 1600),
    ],
)
def test_takes_the_size_that_a_page_needs(widths: tuple[int | None, ...], chosen: int) -> None:
    view = story_view(changed(media=(picture(*widths),)), SITE)
    assert view.pictures["urn:p"].src == f"https://img.example/{chosen}.jpg"


def test_a_picture_without_a_place_in_the_text_leads() -> None:
    placed = (Paragraph("Words."), Image("urn:p"))
    assert story_view(changed(media=(picture(640),), body=placed), SITE).lead is None
    lead = story_view(changed(media=(picture(640),), body=placed[:1]), SITE).lead
    assert lead is not None
    assert lead.src == "https://img.example/640.jpg"


def test_opening_words_stand_for_what_the_wire_left_out() -> None:
    body = (Paragraph("The <em>night</em> ferry &amp; its crew " + "sailed on " * 40),)
    bare = teaser(changed(summary=None, body=body), SITE, "Untitled story")
    assert bare.summary is not None
    assert bare.summary.startswith("The night ferry & its crew sailed on")
    assert bare.summary.endswith(" …")
    assert len(bare.summary) <= 202
    nameless = teaser(changed(headline=None, summary=None, body=body), SITE, "Untitled story")
    assert nameless.headline.startswith("The night ferry & its crew")
    assert nameless.summary is None
    assert (
        teaser(changed(headline=None, summary=None, body=()), SITE, "Untitled story").headline
        == "Untitled story"
    )


def test_a_correction_is_dated_and_other_notes_are_not() -> None:
    notes = (
        EdNote("Pictures follow"),
        EdNote("Two pages.", public=True),
        EdNote("Six.", "correction", public=True),
    )
    article = changed(ed_notes=notes, signals=())
    said = [(n.label, n.text, n.when) for n in story_view(article, SITE).notes]
    assert said == [("Correction", "Six.", article.modified), ("Note", "Two pages.", None)]


def test_readers_are_told_of_a_correction_that_only_editors_were_given_words_for() -> None:
    article = changed(ed_notes=(EdNote("Eds: para 2", "correction"),), signals=("correction",), language="ta")
    (note,) = view_of(article, SITE, labels("hi")).notes
    assert (note.label, note.text, note.ours) == ("सुधार", "इस ख़बर में सुधार किया गया है।", True)


def test_topics_are_named_once_and_desks_are_none() -> None:
    view = story_view(changed(keywords=("ferries", "Ferries", "Water Transport")), SITE)
    assert view.topics == ("water transport", "ferries")
