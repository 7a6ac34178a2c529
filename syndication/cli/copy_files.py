"""Files named on the command line, as deliveries."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from syndication.cli.output import complain
from syndication.errors import SyndicationError, UnsafeFile
from syndication.model import Delivery, Hints, Reading
from syndication.parse import parse
from syndication.sources.file_name import shown
from syndication.sources.regular_file import content, opened
from syndication.vocabulary.classification import Classification, classified

_MOST_BYTES = 16 * 1024 * 1024


class CopyFiles:
    """The files as a source: `deliveries` yields what can be read and says what cannot.

    The time of receipt is `received`, else the file's own time but never after `now`: the same file then
    means the same tomorrow. `-` is standard input. With `explained` the readings hold the account of each line.
    `failed` tells whether any file could not be read.
    """

    name = "command line"

    def __init__(
        self,
        files: Iterable[str],
        now: datetime,
        received: datetime | None,
        hints: Hints,
        classification: Classification | None = None,
        *,
        explained: bool = False,
    ) -> None:
        self._files = tuple(files)
        self._now = now
        self._received = received
        self._hints = hints
        self._classification = classification
        self._explained = explained
        self.failed = False

    def deliveries(self) -> Iterator[Delivery]:
        """Yield each readable file; each other one is a line on stderr."""
        for name in self._files:
            try:
                data, changed = _standard_input() if name == "-" else _file(name)
            except OSError as error:
                self.complain(UnsafeFile(error.strerror or str(error), shown(name)))
            except UnsafeFile as error:
                self.complain(error)
            else:
                received = self._received or min(changed or self._now, self._now)
                yield Delivery(
                    data=data,
                    source=self.name,
                    locator=shown(name),
                    received=received,
                    hints=self._hints,
                    explained=self._explained,
                )

    def acknowledge(self, delivery: Delivery) -> None:
        """Leave the file where it is: it belongs to the caller."""

    def complain(self, error: SyndicationError) -> None:
        """Say on stderr what is wrong with one of the files."""
        self.failed = True
        complain(error)

    def readings(self) -> Iterator[Reading]:
        """Yield each story of each file; a file that cannot be understood is a line on stderr."""
        for delivery in self.deliveries():
            try:
                for reading in parse(delivery):
                    yield Reading(
                        classified(reading.article, self._classification), reading.account, reading.numbered
                    )
            except SyndicationError as error:
                self.complain(error)


def _file(name: str) -> tuple[bytes, datetime]:
    if not name:
        raise UnsafeFile("the name of a file is empty", "''")
    path = Path(name)
    with opened(path) as descriptor:
        status = os.fstat(descriptor)
        if status.st_size > _MOST_BYTES:
            raise UnsafeFile(f"{status.st_size} bytes; at most {_MOST_BYTES} are read", str(path))
        return content(descriptor, _MOST_BYTES), datetime.fromtimestamp(status.st_mtime, UTC)


def _standard_input() -> tuple[bytes, None]:
    data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UnsafeFile(f"more than {_MOST_BYTES} bytes", "standard input")
    return data, None
