"""Our own JSON is copy: it comes back as it was, and a damaged file is refused whole."""

from datetime import UTC, datetime

import pytest

from syndication.errors import UnreadableCopy
from syndication.model import Delivery
from syndication.model.article import encode
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


def test_a_damaged_line_refuses_the_file() -> None:
    good = document()
    for data, line in (
        (good + b"\n" + good[:-20], "line 2"),
        (good.replace(b'"version":1', b'"version":"one"'), "line 1"),
        (b'{"guid":' + b"[" * 100_000, "line 1"),
        (good.replace(b"Ferry", b"\xff\xfe"), "line 1"),
    ):
        with pytest.raises(UnreadableCopy, match=line):
            list(article_json.parse(delivery(data)))


def test_other_json_is_not_ours() -> None:
    assert not article_json.sniff(b'{"title": "x", "guid": "y"}')
    assert not article_json.sniff(b'["guid"]')
