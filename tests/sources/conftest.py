"""A real folder with its source, and a look at it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from syndication import log
from syndication.model import Delivery, Hints
from syndication.sources import Folder
from syndication.sources.folder import FolderSource


class Desk:
    """One folder under test; `ahead` moves the clock so that files look settled."""

    def __init__(
        self,
        path: Path,
        *,
        settle: float = 1.0,
        max_bytes: int = 1_000_000,
        keep_done_days: int = 0,
        hints: Hints | None = None,
    ) -> None:
        self.path = path
        self.ahead = 0.0
        self.fixed: datetime | None = None
        folder = Folder(
            name="inbox",
            path=path,
            settle=settle,
            max_bytes=max_bytes,
            keep_done_days=keep_done_days,
            hints=hints or Hints(),
        )
        self.source = FolderSource(folder, self.now)

    def now(self) -> datetime:
        """Return the fixed time, or the real one moved ahead."""
        if self.fixed:
            return self.fixed
        return datetime.fromtimestamp(datetime.now(UTC).timestamp() + self.ahead, UTC)

    def look(self) -> list[Delivery]:
        """Look once, acknowledge nothing."""
        return list(self.source.deliveries())

    def names(self) -> list[str]:
        """Look once and return the names."""
        return [piece.locator for piece in self.look()]

    def read_all(self) -> list[str]:
        """Look once and acknowledge each piece as the daemon does."""
        seen = []
        for piece in self.source.deliveries():
            seen.append(piece.locator)
            self.source.acknowledge(piece)
        return seen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A folder whose files look a minute old."""
    made = Desk(tmp_path / "inbox")
    made.ahead = 60.0
    return made


@pytest.fixture
def events(capsys: pytest.CaptureFixture[str]) -> Iterator[object]:
    """What was logged, as a function that returns the events so far."""
    log.configure(json=True)
    capsys.readouterr()  # counts of failures that tests before left over

    def said() -> list[dict[str, object]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield said
    log.configure()
