"""Which format reads what."""

from datetime import UTC, datetime

import pytest

from syndication.errors import UnknownName
from syndication.model import Delivery, Hints
from syndication.parse import FORMATS, detect


def delivery(data: bytes, form: str | None = None) -> Delivery:
    return Delivery(
        data=data,
        source="wire",
        locator="a",
        received=datetime(2026, 2, 8, tzinfo=UTC),
        hints=Hints(format=form),
    )


def test_every_format_has_the_name_that_it_is_registered_under() -> None:
    assert [form.name for form in FORMATS.values()] == list(FORMATS)
    assert list(FORMATS)[-1] == "text"


def test_the_configured_format_wins() -> None:
    assert detect(delivery(b'{"guid":"x"}', "text")).name == "text"


def test_bytes_decide_where_nothing_is_configured() -> None:
    assert detect(delivery(b'{"guid":"tag:a,2026:b"}')).name == "article-json"
    assert detect(delivery(b"Ferry back\n\nKochi, Feb 8 (IANS) It came.")).name == "text"


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(UnknownName, match="article-json"):
        detect(delivery(b"x", "telex"))
