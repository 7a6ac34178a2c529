"""What share links are called in the languages of the newsroom."""

import re
from collections.abc import Callable

import pytest

from syndication.share import Shareable, links
from syndication.share.wording import Wording, wording


@pytest.mark.parametrize(("language", "script"), [("hi", r"[\u0900-\u097f]"), ("ur", r"[\u0600-\u06ff]")])
def test_every_word_is_in_the_script_of_its_language(language: str, script: str) -> None:
    table = wording(language)
    for name in set(Wording.__struct_fields__) - {"language", "direction"}:
        assert re.search(script, getattr(table, name))
        assert not re.search("[A-Za-z]", getattr(table, name))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("hi-IN", "लिंक कॉपी करें"),
        ("ur", "لنک کاپی کریں"),
        ("en-IN", "Copy link"),
        ("ta", "Copy link"),
        (None, "Copy link"),
    ],
)
def test_a_link_is_named_in_the_language_of_its_story_and_a_brand_is_a_brand(
    language: str | None, said: str, story: Callable[..., Shareable]
) -> None:
    assert [k.name for k in links(story(language=language), ["copy", "whatsapp"])] == [said, "WhatsApp"]
