import re

import pytest

from syndication.vocabulary import corrections
from syndication.web.labels import Labels, labels, languages


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
    table = labels(language)
    for name in Labels.__struct_fields__:
        if name == "language":
            continue
        value = getattr(table, name)
        for words in (value,) if isinstance(value, str) else value:
            assert re.search(script, words), (name, words)
            assert not re.search("[A-Za-z]", words.replace("{minutes}", "")), (name, words)


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_the_reading_time_has_its_number(language: str) -> None:
    assert "7" in labels(language).reading.format(minutes=7)
