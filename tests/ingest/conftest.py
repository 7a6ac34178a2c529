"""A store in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from syndication.store import Store
from tests.desk import fresh


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "newsroom.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    """An empty store."""
    made = fresh(file)
    yield made
    made.close()
