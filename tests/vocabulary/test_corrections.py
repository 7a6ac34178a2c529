"""Readers are told of a correction in the wire's own words where these are for readers, else in ours."""

from datetime import UTC, datetime

import pytest

from syndication.model import Article
from syndication.model.article import EdNote, Source
from syndication.vocabulary.corrections import corrections

SAID = EdNote("Three boats sank, not two.", "correction", public=True)
MARKED = ("correction",)


def story(*notes: EdNote, signals: tuple[str, ...] = (), language: str | None = "en") -> Article:
    source = Source("desk", "1", "article-json", datetime(2026, 11, 25, tzinfo=UTC))
    return Article(guid="urn:x:1", ed_notes=notes, signals=signals, language=language, source=source)


def told(article: Article, language: str | None = None) -> list[str]:
    return [f"{label}: {text}" for label, text, _ in corrections(article, language)]


def test_a_note_for_readers_is_said_as_it_stands() -> None:
    assert told(story(SAID)) == ["Correction: Three boats sank, not two."]
    unnamed = EdNote("Three boats sank, not two.", public=True)
    assert told(story(unnamed, signals=MARKED)) == ["Correction: Three boats sank, not two."]
    assert told(story(unnamed)) == []


@pytest.mark.parametrize("text", ["Correction: Three boats.", "correction : Three boats.", " Three boats. "])
def test_no_label_stands_there_twice(text: str) -> None:
    assert told(story(EdNote(text, "correction", public=True))) == ["Correction: Three boats."]


def test_where_only_editors_are_told_why_readers_are_told_that() -> None:
    secret = EdNote("Eds: correcting para 2", "correction")
    assert told(story(secret, signals=MARKED)) == ["Correction: This story has been corrected."]
    assert told(story(secret)) == []
    assert told(story(signals=("update",))) == []


@pytest.mark.parametrize(
    ("language", "label"), [("hi-IN", "सुधार"), ("UR", "تصحیح"), ("ta", "Correction"), (None, "Correction")]
)
def test_the_words_are_those_of_the_story(language: str | None, label: str) -> None:
    ((said, _, ours),) = corrections(story(signals=MARKED, language=language))
    assert (said, ours) == (label, True)
    assert told(story(SAID, language=language), "en") == ["Correction: Three boats sank, not two."]
