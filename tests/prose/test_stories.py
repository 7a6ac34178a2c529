"""Whole pieces of copy beside what an editor makes of them (tests/data/prose/stories)."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from syndication.model import Article, Delivery, Hints
from syndication.model.blocks import Paragraph, Quote, Subhead, Table, body_text, plain
from syndication.parse import parse

DATA = Path(__file__).parent.parent / "data" / "prose" / "stories"
DOCUMENTS = sorted(DATA.glob("*.txt"))


def test_there_are_documents() -> None:
    assert len(DOCUMENTS) > 15
    assert {d.stem for d in DOCUMENTS} == {e.name.split(".")[0] for e in DATA.glob("*.expected.json")}


def shown(article: Article) -> dict[str, Any]:
    """The Article as JSON, and a few views of its body that expectations name."""
    view: dict[str, Any] = json.loads(msgspec.json.encode(article))
    paragraphs = [plain(b.text) for b in article.body if isinstance(b, Paragraph)]
    view |= {
        "paragraphs": len(paragraphs),
        "subheads": [plain(b.text) for b in article.body if isinstance(b, Subhead)],
        "quotes": [b.attribution for b in article.body if isinstance(b, Quote)],
        "tables": sum(isinstance(b, Table) for b in article.body),
        "genres": [g.name for g in article.genres],
        "ed_notes": [n.text for n in article.ed_notes],
        "links": [link.title for link in article.links],
        "issues": [issue.code for issue in article.issues],
    }
    return view


def agrees(expected: object, found: object) -> bool:
    """Objects compare by the keys that are expected, all else in full."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(agrees(value, found.get(key)) for key, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(agrees, expected, found))
    return expected == found


def check(field: str, value: Any, article: Article) -> bool:
    """Whether one expected field holds."""
    text = body_text(article.body)
    match field:
        case "first":
            return text.startswith(value)
        case "last":
            return text.endswith(value)
        case "body_absent":
            return not any(words in text for words in value)
        case "captions":
            said = [s.text for s in article.summaries if s.role == "caption"]
            return len(said) == len(value) and all(map(str.startswith, said, value))
        case "signals":
            return set(value) == set(article.signals)
    return agrees(value, shown(article)[field])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.stem)
def test_reads_the_copy_as_an_editor_does(document: Path) -> None:
    expected = json.loads(document.with_suffix(".expected.json").read_text("utf-8"))
    delivery = Delivery(
        data=document.read_bytes(),
        source="wire",
        locator=document.name,
        received=datetime.fromisoformat(expected["received"]),
        hints=msgspec.convert(expected.get("hints", {}), Hints),
    )
    articles = [reading.article for reading in parse(delivery)]
    assert len(articles) == len(expected["stories"])
    for article, fields in zip(articles, expected["stories"], strict=True):
        wrong = [
            (field, value, shown(article).get(field), body_text(article.body)[-300:])
            for field, value in fields.items()
            if not check(field, value, article)
        ]
        assert not wrong
