"""The parts of editions that are too large for one file: served like feeds, below the root of the site.

Which parts there are is not known at the start and changes with every day, so their addresses are recognised by
their pattern, which leaves nothing in them that could lead elsewhere on the disk.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from syndication.web.held_files import HeldFiles
from syndication.web.published import PublishedFile
from syndication.web.representation import Header

_MOST = 64


class PublishedParts:
    """The parts of all editions, by their addresses as ASGI gives them."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._editions: list[tuple[re.Pattern[str], Sequence[Header]]] = []
        self._held = HeldFiles(_MOST)

    def add(self, feed: str, pattern: str, headers: Sequence[Header]) -> None:
        """Serve what lies there as parts of a feed: its name and an extension of this pattern."""
        self._editions.append((re.compile(f"/({re.escape(feed)}{pattern})"), headers))

    def get(self, path: str) -> PublishedFile | None:
        """Return the file of an address, None where no part lies, also where one did."""
        for pattern, headers in self._editions:
            found = pattern.fullmatch(path)
            if found is not None:
                return self._held.get(self._directory / found[1], headers)
        return None
