"""Stories and deliveries for tests: invented, small, each different by its number."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from syndication.ingest import House, Outcome, ingest
from syndication.model import Article, Delivery
from syndication.model.article import Source, encode
from syndication.model.blocks import Paragraph
from syndication.store import Store, open_store

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """Return an instant so many minutes after noon of the one day of these tests."""
    return NOON + timedelta(minutes=minutes)


def story(number: int = 1, **fields: object) -> Article:
    """Return story `number`, received that many minutes after noon."""
    named: dict[str, object] = {
        "guid": f"urn:example:story:{number}",
        "headline": f"Lighthouse number {number} is lit again",
        "body": (Paragraph(f"Keeper {number} of Port Esmer climbed the stair at dusk."),),
        "source": Source("desk", f"{number}.json", "article-json", at(number)),
        "provider": "Esmer Wire",
        "language": "en",
    }
    return Article(**(named | fields))  # type: ignore[arg-type]  # fields are the Article's own


def delivery(*articles: Article, cursor: bytes | None = None, locator: str = "copy.json") -> Delivery:
    """Return Articles as they come from a source."""
    data = b"\n".join(map(encode, articles)) + b"\n"
    return raw(data, articles[-1].source.received, cursor=cursor, locator=locator)


def raw(
    data: bytes, received: datetime = NOON, *, cursor: bytes | None = None, locator: str = "copy.json"
) -> Delivery:
    """Return bytes as they come from a source."""
    return Delivery(data=data, source="desk", locator=locator, received=received, cursor=cursor)


def accept(
    store: Store, articles: Sequence[Article], now: datetime = NOON, house: House | None = None
) -> list[Outcome]:
    """Ingest each Article as a delivery of its own."""
    return ingest(store, [delivery(a) for a in articles], now, house or House())


def fresh(path: Path) -> Store:
    """Return a new store in `path`."""
    return open_store(f"sqlite:///{path}")


def kinds(store: Store) -> list[tuple[str, datetime]]:
    """Return the log as kinds and instants."""
    return [(change.kind, change.at) for change in store.changes.after(0, 10_000)]


def headline(store: Store, guid: str = "urn:example:story:1") -> str | None:
    """Return the headline of a story's current version."""
    found = store.articles.current(guid)
    assert found is not None
    return found.article.headline
