"""The pages of the feeds' archives (RFC 5005 §4), served as the feeds are.

How many there are grows with the years, so their files are looked up when they are asked for, and few are held in
memory. Only the name of a feed and a number lead to a file. A page does not change until a story in it is killed:
caches have to ask again as often as for a feed, or readers would meet the story there for as long as they do not.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from syndication.web.held_files import HeldFiles
from syndication.web.published import PublishedFile
from syndication.web.representation import Header

_HELD = 32
_ADDRESS = re.compile(
    r"/feeds/(?P<feed>[^/]+)\.archive-(?P<page>[1-9][0-9]{0,8})(?P<extension>\.atom|\.rss)", re.ASCII
)


class Shelf(NamedTuple):
    """One feed in one format: the directory and stem of its files, its address, and the headers of a page."""

    directory: Path
    name: str
    extension: str
    address: str
    headers: Callable[[str], list[Header]]

    def file(self, page: int) -> Path:
        """Return the file of a page."""
        return self.directory / f"{self.page(page)}{self.extension}"

    def page(self, page: int) -> str:
        """Return the name of a page, as if it were a feed."""
        return f"{self.name}.archive-{page}"


class ArchivePages:
    """The pages of all archives; `shelves` by feed and extension."""

    def __init__(self, shelves: Mapping[tuple[str, str], Shelf]) -> None:
        self._shelves = shelves
        self._held = HeldFiles(_HELD)

    def find(self, path: str) -> PublishedFile | str | None:
        """Return the page of an address; the feed's address for the page after the last; None for no page."""
        found = _ADDRESS.fullmatch(path)
        shelf = self._shelves.get((found["feed"], found["extension"])) if found else None
        if found is None or shelf is None:
            return None
        number = int(found["page"])
        file = self._held.get(shelf.file(number), shelf.headers(shelf.page(number)))
        if file is None and number > 1 and shelf.file(number - 1).is_file():
            return shelf.address
        return file
