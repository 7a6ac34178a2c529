"""What share links are called in the languages of the newsroom."""

import re
from collections.abc import Callable

import pytest

from syndication.share import Shareable, Sharing, head_elements, links
from syndication.share.wording import Wording, wording


@pytest.mark.parametrize(("language", "script"), [("hi", r"[\u0900-\u097f]"), ("ur", r"[\u0600-\u06ff]")])
def test_every_word_is_in_the_script_of_its_language(language: str, script: str) -> None:
    table = wording(language)
    for name in set(Wording.__struct_fields__) - {"language", "direction"}:
        assert re.search(script, getattr(table, name))
        assert not re.search("[A-Za-z]", getattr(table, name).replace("{count}", ""))


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


@pytest.mark.parametrize(
    ("label", "language", "said"),
    [
        (None, "ur", ["مطالعے کا وقت", "3 منٹ"]),
        (None, "en", ["Reading time", "3 min"]),
        ("Lesezeit", "en", ["Lesezeit", "3 min"]),
        ("", "en", []),
    ],
)
def test_the_reading_time_is_said_in_the_language_of_the_story(
    label: str | None, language: str, said: list[str], story: Callable[..., Shareable]
) -> None:
    shared = story(Sharing(reading_label=label), language=language, reading_minutes=3)
    found = {e.attributes.get("name", ""): e.attributes.get("content", "") for e in head_elements(shared)}
    assert [found[name] for name in ("twitter:label1", "twitter:data1") if name in found] == said
