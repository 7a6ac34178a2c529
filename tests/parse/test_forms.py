"""Each wire form: a document and, beside it, every field that an editor finds in it.

`NAME.expected.json` lists for each story all fields that are not empty, but for those that follow from
others (identity, counts, source). A field that is read and not listed is as wrong as one that is missing.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from syndication.model import Delivery, Hints, Reading
from syndication.model.blocks import INLINE_TAGS
from syndication.parse import (
    WireFormat,
    atom,
    detect,
    html_page,
    ians_json,
    internet_message,
    news_search,
    newsml_g2,
    ninjs,
    nitf,
    rss,
)

ROOT = Path(__file__).parent.parent / "data" / "parse"
FORMS: dict[str, WireFormat] = {
    module.__name__.rpartition(".")[2]: module.FORMAT
    for module in (atom, html_page, ians_json, internet_message, news_search, newsml_g2, ninjs, nitf, rss)
}
DOCUMENTS = sorted(
    path for form in FORMS for path in (ROOT / form).iterdir() if not path.name.endswith(".expected.json")
)
RECEIVED = datetime(2026, 6, 3, 4, 30, tzinfo=UTC)
DERIVED = {"version", "word_count", "reading_minutes", "source", "item_class", "pub_status"}


def delivery(data: bytes, locator: str = "inbox/copy") -> Delivery:
    return Delivery(
        data=data, source="inbox", locator=locator, received=RECEIVED, hints=Hints(timezone="Asia/Kolkata")
    )


def readings(path: Path) -> list[Reading]:
    return list(FORMS[path.parent.name].parse(delivery(path.read_bytes(), path.name)))


def fields(reading: Reading) -> dict[str, Any]:
    """Return what the story says, the fields that are empty or derived left out."""
    said: dict[str, Any] = json.loads(msgspec.json.encode(reading.article))
    kept = {name: value for name, value in said.items() if value not in (None, []) and name not in DERIVED}
    if reading.article.pub_status != "usable":
        kept["pub_status"] = reading.article.pub_status
    kept["alt_ids"] = [i for i in said["alt_ids"] if i["scheme"] not in {"content-key", "wire"}]
    if not kept["alt_ids"]:
        del kept["alt_ids"]
    keys = [i["value"] for i in said["alt_ids"] if i["scheme"] == "content-key"]
    if keys and kept["guid"].endswith(":" + keys[0]):
        kept["guid"] = kept["guid"].rpartition(":")[0] + ":KEY"
    kept["issues"] = [issue["code"] for issue in said["issues"]]
    return _without_nulls(kept)


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v not in (None, [])}
    return [_without_nulls(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_documents(form: str) -> None:
    assert any(path.parent.name == form for path in DOCUMENTS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_reads_the_document_as_its_expectation_says(path: Path) -> None:
    expected = path.parent / f"{path.stem}.expected.json"
    read = [fields(reading) for reading in readings(path)]
    assert read == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_is_told_from_every_other_form_by_its_head(path: Path) -> None:
    assert detect(delivery(path.read_bytes())).name == FORMS[path.parent.name].name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_word_of_the_body_has_its_line(path: Path) -> None:
    for reading in readings(path):
        told = " ".join(line.text for line in reading.account)
        body = json.loads(msgspec.json.encode(reading.article.body))
        for word in _words(body):
            assert word in told


def _words(value: Any) -> Iterator[str]:
    """Yield the plain words of blocks: not their types, tags and addresses."""
    if isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, dict):
        for name in ("text", "items", "rows", "header", "caption", "attribution"):
            yield from _words(value.get(name))
    elif isinstance(value, str):
        text = value
        for tag in INLINE_TAGS:
            text = text.replace(f"<{tag}>", " ").replace(f"</{tag}>", " ")
        yield from (word for word in text.split() if word.isalnum())
