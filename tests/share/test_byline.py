"""The persons of a byline."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from syndication.model import Article
from syndication.model.article import Author
from syndication.share.byline import persons

CASES = json.loads(
    (Path(__file__).parents[1] / "data" / "share" / "bylines.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_names_are_persons_alone(case: dict[str, Any], article: Callable[..., Article]) -> None:
    authors = tuple(map(Author, case["authors"]))
    story = article(byline=case["byline"], authors=authors, provider="Hill Wire")
    assert list(persons(story)) == case["persons"]
