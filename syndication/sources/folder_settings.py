"""What can be set of a folder: apart from the source itself, so that a configuration is read without it."""

from pathlib import Path

import msgspec

from syndication.model import Hints


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one folder: `settle` in seconds, `max_bytes` per file.

    `keep_done_days`: how long `done/` keeps a day's files, 0 for ever. `rejected/` is never emptied: what
    lies there is nowhere else.
    """

    name: str
    path: Path
    settle: float = 1.0
    max_bytes: int = 16 * 1024 * 1024
    keep_done_days: int = 30
    hints: Hints = Hints()
