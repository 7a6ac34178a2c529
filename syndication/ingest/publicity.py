"""What a new state of a story means for the public: its names for later copy, and its change in the log."""

from datetime import datetime
from typing import Protocol

from syndication.ingest.shingles import said
from syndication.store import Articles, Changes, Story


class Stories(Protocol):
    """What announcing asks of a store."""

    articles: Articles
    changes: Changes


def announce(store: Stories, before: Story | None, after: Story, now: datetime) -> None:
    """Enter the names of the version; write the change, unless the public saw and sees nothing.

    The kill of a story that is no longer visible but once was is told: readers may hold it.
    """
    store.articles.entitle(after.row, said(after.article).titles)
    killed = (
        before is not None
        and before.shown
        and after.article.pub_status == "canceled"
        and before.article.pub_status != "canceled"
    )
    if not after.visible and not killed and not (before and before.visible):
        return
    if not after.visible:
        kind = "kill" if after.article.pub_status != "usable" else "expire"
    elif before and before.shown:
        kind = "update"
    else:
        kind = "new"
    store.changes.append(after.row, after.article.version, kind, now)
