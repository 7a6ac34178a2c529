"""Two served newsrooms: one that all tests read, one for a test that changes something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.chromium import chromium
from tests.web.newsroom import Client, serving, story


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A newsroom with stories of every kind; nobody changes it."""
    with serving(tmp_path_factory.mktemp("newsroom")) as reader:
        for name in ("regatta", "hostile", "urdu", "hindi", "embargoed", "ferry"):
            reader.newsroom.add(story(name))
        yield reader


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Client]:
    """A newsroom without stories, for one test alone."""
    with serving(tmp_path) as reader:
        yield reader


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port on which a running browser is driven."""
    with chromium(tmp_path_factory.mktemp("chromium")) as port:
        yield port
