"""The clock as a source of changes: embargoes that end, stories that expire."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from syndication.ingest.publicity import Stories
from syndication.store import Story

_BATCH = 500


class Turning(Stories, Protocol):
    """What turning asks of a store."""

    def write(self) -> AbstractContextManager[None]:
        """Open a transaction."""


def turn(store: Turning, now: datetime) -> int:
    """Log which stories the clock has made visible or invisible by `now`; return how many it looked at.

    A change bears the instant that was due, however late it is noticed.
    """
    total = 0
    while store.articles.due(now, 1):
        with store.write():
            stories = store.articles.due(now, _BATCH)
            for before in stories:
                _turn(store, before, now)
            total += len(stories)
    return total


def _turn(store: Turning, before: Story, now: datetime) -> None:
    article = before.article
    after = store.articles.turn(before, now)
    if after.visible and not before.visible:
        store.changes.append(after.row, article.version, "release", article.embargoed or now)
    elif before.visible and not after.visible:
        store.changes.append(after.row, article.version, "expire", article.expires or now)
