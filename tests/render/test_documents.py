"""A story and what each format makes of it lie side by side; a new case is new files and no Python."""

from pathlib import Path

import pytest

from syndication.model import article
from syndication.render import FORMATS
from tests.render.stories import PROFILE

FOLDER = Path(__file__).parents[1] / "data" / "render"
CASES = sorted(path.name.removesuffix(".article.json") for path in FOLDER.glob("*.article.json"))


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_renders_the_entry_as_its_expectation_says(case: str, name: str) -> None:
    """The expectation is the entry's bytes and a line end; an empty file is a story left out."""
    story = article.decode((FOLDER / f"{case}.article.json").read_bytes())
    expected = (FOLDER / f"{case}{FORMATS[name].extension}").read_bytes()
    assert FORMATS[name].entry(story, PROFILE) == expected.removesuffix(b"\n")
