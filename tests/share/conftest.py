"""Stories to share, invented."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from syndication.model import Article, Site
from syndication.model.article import Source
from syndication.share import Shareable, Sharing, admit

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SITE = Site(title="Hill Post", base_url="https://hillpost.example", language="en-IN")


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Return a maker of Articles: a guid, a source, a page, and what a test names."""

    def make(**fields: Any) -> Article:
        known: dict[str, Any] = {
            "guid": "urn:example:hill:7",
            "headline": "Rain returns to the hills",
            "url": "https://hillpost.example/world/7",
            "source": Source("inbox", "7.txt", "text", NOW),
        }
        return Article(**(known | fields))

    return make


@pytest.fixture(scope="session")
def story(article: Callable[..., Article]) -> Callable[..., Shareable]:
    """Return a maker of Shareables; `sharing` and `site` apart, fields are the Article's."""

    def make(sharing: Sharing | None = None, site: Site = SITE, **fields: Any) -> Shareable:
        admitted = admit(article(**fields), site, sharing or Sharing(), NOW)
        assert admitted is not None
        return admitted

    return make
