"""The clock as a source of changes: embargoes that end, stories that expire."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from syndication.ingest.kin import regroup
from syndication.ingest.settlement import Kin, Moment
from syndication.store import Story

_BATCH = 500


class Turning(Kin, Protocol):
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
                turn_one(store, before, now)
            total += len(stories)
    return total


def turn_one(store: Kin, due: Story, now: datetime) -> None:
    """Log what the clock has made of one story by `now`, inside an open transaction."""
    before = store.articles.get(due.row)  # another one that was due with it may have changed it
    article = before.article
    own = store.kinship.own(before.row) if before.part is not None or before.composed else article
    if before.part is not None:
        store.kinship.join(before.row, before.part, before.lead, own.turns(now))
    else:
        after = store.articles.turn(before, now)
        if after.visible and not before.visible:
            store.changes.append(after.row, article.version, "release", article.embargoed or now)
        elif before.visible and not after.visible:
            store.changes.append(after.row, article.version, "expire", article.expires or now)
    if before.lead is not None or before.composed:
        over = [t for t in (article.embargoed, article.expires, own.embargoed, own.expires) if t and t <= now]
        regroup(store, before.row, Moment(now, max(over, default=None)))
