"""Copy is understood alike whether or not somebody asks for the account of its lines."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from syndication.errors import SyndicationError
from syndication.model import Delivery, Reading
from syndication.model.blocks import Paragraph
from syndication.parse import parse

DATA = Path(__file__).parents[1] / "data" / "parse"
FILES = sorted(
    file for file in DATA.rglob("*") if file.is_file() and not file.name.endswith(".expected.json")
)
RECEIVED = datetime(2026, 11, 25, 6, tzinfo=UTC)


def readings(delivery: Delivery) -> list[Reading] | str:
    """Return what the copy was understood as, or why not."""
    try:
        return list(parse(delivery))
    except SyndicationError as error:
        return str(error)


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(DATA)) for file in FILES])
def test_the_articles_are_the_same(file: Path) -> None:
    """Nothing but the account goes."""
    delivery = Delivery(data=file.read_bytes(), source="test", locator=file.name, received=RECEIVED)
    told, untold = readings(delivery), readings(msgspec.structs.replace(delivery, explained=False))
    if isinstance(told, str) or isinstance(untold, str):
        assert told == untold
    else:
        assert [reading.article for reading in told] == [reading.article for reading in untold]


def test_no_line_of_a_feed_is_told_to_nobody() -> None:
    """The account of a feed is empty where it is not asked for."""
    feed = b'<rss version="2.0"><channel><title>Quay</title><item><title>Ola won</title><description>&lt;p&gt;She did.&lt;/p&gt;</description></item></channel></rss>'
    delivery = Delivery(data=feed, source="test", locator="feed", received=RECEIVED)
    assert [len(r.account) for r in parse(delivery)] == [2]
    assert [r.account for r in parse(msgspec.structs.replace(delivery, explained=False))] == [()]


def test_a_flash_keeps_its_text() -> None:
    """The account decides what a text is that only repeats the headline, asked for or not."""
    flash = b'{"uri": "urn:quay:1", "type": "text", "versioncreated": "2026-11-25T05:00:00Z", "headline": "Quay reopens", "body_text": "Quay reopens"}'
    delivery = Delivery(data=flash, source="test", locator="flash.json", received=RECEIVED, explained=False)
    (reading,) = parse(delivery)
    assert [block.text for block in reading.article.body if isinstance(block, Paragraph)] == ["Quay reopens"]
