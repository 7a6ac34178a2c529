"""Files that come and go while we serve: a few are held in memory, the one asked for longest ago makes room."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from syndication.web.published import PublishedFile
from syndication.web.representation import Header


class HeldFiles:
    """At most so many published files."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Path, PublishedFile] = OrderedDict()

    def get(self, path: Path, headers: Sequence[Header]) -> PublishedFile | None:
        """Return the file to be served with these headers, None where none lies there, also where one did."""
        held = self._held.pop(path, None)
        if not path.is_file():  # what went may have held a story that must no longer be seen
            return None
        self._held[path] = held = held or PublishedFile(path, headers)
        if len(self._held) > self._most:
            self._held.popitem(last=False)
        return held
