"""What a feed's archive holds (RFC 5005 §4): each story that joined the feed or changed in it, and where pages end.

A page ends when it is full, and earlier as soon as something on it is no longer in the feed's own document: so
the document and the pages together hold everything at every moment, and a page never gets more entries.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Protocol

from syndication.model import Feed, Profile, Retention
from syndication.render import FORMATS, FeedFormat
from syndication.render.archived_feed import FORMATS as ARCHIVED
from syndication.store import Articles, Changes, Past

AHEAD = timedelta(hours=1)
"""How far ahead a wire may date its copy and be believed: more can only be the mistake of a clock."""


class Files(Protocol):
    """What filing asks of a store."""

    articles: Articles
    changes: Changes
    past: Past


def archived_formats(feed: Feed, profile: Profile) -> list[FeedFormat]:
    """Return the feed's formats that have archives; an aggregator that names its namespaces takes no others."""
    return [FORMATS[name] for name in feed.formats if name in ARCHIVED and profile.extensions is None]


def page_size(feed: Feed, profile: Profile, retention: Retention) -> int:
    """Return how many entries a page of the feed's archive has at most, 0 where it has no archive.

    Never more than the feed holds: what is on no page yet must be in the feed.
    """
    return min(retention.archive_page, feed.limit) if archived_formats(feed, profile) else 0


def bind(store: Files, window: int, size: int, shown: Collection[int] | None) -> bool:
    """Make pages of what is on none yet, as far as it has to be; say whether any were made.

    `shown` are the rows of the stories that the feed holds, None while that is not known: then only full
    pages are made.
    """
    loose = store.past.loose(window)
    made = False
    while loose and (len(loose) >= size or (shown is not None and any(row not in shown for _, row in loose))):
        _close(store, window, loose[:size])
        loose, made = loose[size:], True
    return made


def _close(store: Files, window: int, entries: Sequence[tuple[int, int]]) -> None:
    rows = [row for _, row in entries]
    at = store.changes.latest(rows)
    if at is not None:
        dated = (store.articles.get(row).article.modified for row in rows)
        at = max([at, *(moment for moment in dated if moment <= at + AHEAD)])
        store.past.close(window, entries[0][0], entries[-1][0], at)
