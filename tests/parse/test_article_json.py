"""Our own JSON is copy: it comes back as it was, whatever stands in the line beside it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from syndication.errors import UnreadableCopy
from syndication.model import Delivery
from syndication.model.article import encode
from syndication.model.blocks import Paragraph
from syndication.parse import article_json, parse

COPY = b"Ferry back\n\nKochi, Feb 8 (IANS) The ferry came back on Sunday.\n\n--IANS\nint/sd\n"


def delivery(data: bytes) -> Delivery:
    return Delivery(data=data, source="wire", locator="a", received=datetime(2026, 2, 8, tzinfo=UTC))


def document() -> bytes:
    (reading,) = parse(delivery(COPY))
    return encode(reading.article)


def test_comes_back_as_it_was() -> None:
    data = b"\n".join([document(), b"", document()]) + b"\n"
    assert article_json.sniff(data[:4096])
    assert [encode(r.article) for r in parse(delivery(data))] == [document(), document()]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda good: good[:-20], id="cut"),
        pytest.param(lambda good: good.replace(b'"version":1', b'"version":"one"'), id="wrong type"),
        pytest.param(lambda _: b'{"guid":' + b"[" * 100_000, id="too deep"),
        pytest.param(lambda good: good.replace(b"Ferry", b"\xff\xfe"), id="no UTF-8"),
    ],
)
def test_a_damaged_line_is_named_after_the_others_were_read(damage: Callable[[bytes], bytes]) -> None:
    good = document()
    readings = article_json.parse(delivery(b"\n".join([good, damage(good), good])))
    assert [encode(next(readings).article) for _ in range(2)] == [good, good]
    with pytest.raises(UnreadableCopy, match="line 2"):
        next(readings)


def test_characters_that_xml_forbids_are_removed_and_counted() -> None:
    data = (
        document()
        .replace(b"Ferry", b"\\u0003Fer\\u000bry\\u0000 \xef\xbf\xbe\\ud83d\\ude00")
        .replace(b"came", b"ca\\fme")
    )
    (reading,) = parse(delivery(data))
    assert reading.article.headline == "Ferry \U0001f600 back"
    assert [b.text for b in reading.article.body if isinstance(b, Paragraph)] == [
        "The ferry came back on Sunday."
    ]
    assert [i.code for i in reading.article.issues] == ["control-characters"]
    assert encode(next(parse(delivery(encode(reading.article)))).article) == encode(reading.article)


def test_other_json_is_not_ours() -> None:
    assert not article_json.sniff(b'{"title": "x", "guid": "y"}')
    assert not article_json.sniff(b'["guid"]')
    assert article_json.sniff(b'{ "alt_ids": [], "authors": [] }')
