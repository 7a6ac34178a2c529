import re
from collections.abc import Iterator

import msgspec
import pytest

from syndication.vocabulary import corrections
from syndication.web.labels import labels, languages


@pytest.mark.parametrize(
    ("language", "site", "expected"),
    [
        ("hi", "en", "hi"),
        ("hi-IN", "en", "hi"),
        ("UR", "en", "ur"),
        ("en_GB", "hi", "en"),
        ("ta", "hi", "hi"),
        ("ta", "fr", "en"),
        (None, "ur", "ur"),
        ("hindi", "en", "en"),
    ],
)
def test_the_story_decides_then_the_site_then_english(language: str | None, site: str, expected: str) -> None:
    assert labels(language, site).language == expected


def test_there_are_the_three_languages_of_the_newsroom() -> None:
    assert languages() == corrections.languages() == ("en", "hi", "ur")


@pytest.mark.parametrize(("language", "script"), [("hi", r"[\u0900-\u097f]"), ("ur", r"[\u0600-\u06ff]")])
def test_every_word_is_in_the_script_of_its_language(language: str, script: str) -> None:
    found = list(every(msgspec.to_builtins(labels(language))))
    assert len(found) > 70
    for words in found:
        # A placeholder and the tag of the language itself are not words.
        said = re.sub(r"\{\w+\}", "", words)
        if said != language:
            assert re.search(script, said), words
            assert not re.search("[A-Za-z]", said), words


def every(value: object) -> Iterator[str]:
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from every(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from every(inner)


def test_the_languages_have_the_same_notices_and_placeholders() -> None:
    tables = [msgspec.to_builtins(labels(language)) for language in languages()]
    assert len({tuple(table["notices"]) for table in tables}) == 1
    placeholders = [[re.findall(r"\{\w+\}", words) for words in every(table)] for table in tables]
    assert placeholders[0] == placeholders[1] == placeholders[2]


@pytest.mark.parametrize(
    ("status", "title"), [(404, "Not found"), (410, "No longer available"), (418, "Refused")]
)
def test_every_refusal_has_a_notice(status: int, title: str) -> None:
    assert labels("en").notice(status)[0] == title


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_the_reading_time_has_its_number(language: str) -> None:
    assert "7" in labels(language).reading.format(minutes=7)
