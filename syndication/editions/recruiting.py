"""Computes anew which stories a feed's query wants: in portions, so that arrivals pass between them.

Until the walk has come to its end the feed stays as it was; how far it has come is in the feed's window, so a
crash costs no more than the portion under way.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from syndication.editions.filing import bind
from syndication.model import Feed
from syndication.store import Articles, Changes, Past, Window, Windows

PORTION = 200


class Register(Protocol):
    """What recruiting asks of a store."""

    articles: Articles
    windows: Windows
    changes: Changes
    past: Past


class Seeker(NamedTuple):
    """A feed, its window, what its members are sought for, and the page size of its archive."""

    feed: Feed
    window: Window
    sought: str
    page_size: int


def recruit(store: Register, seekers: Sequence[Seeker]) -> dict[str, Window]:
    """Walk one portion on, for all feeds at once, and return their windows by name.

    One whose walk is done seeks nothing any more.
    """
    begun = [s if s.window.seeking == s.sought else s._replace(window=_begun(store, s)) for s in seekers]
    after = min((s.window.walked for s in begun), default=0)
    stories = store.windows.visible(after, PORTION) if begun else []
    end = stories[-1].row if len(stories) == PORTION else None
    members = store.windows.memberships([story.row for story in stories]) if stories else set()
    for feed, window, _, size in begun:
        wanted = {s.row for s in stories if s.row > window.walked and feed.query.wants(s.article)}
        had = {row for place, row in members if place == window.row and row > window.walked}
        for row in had - wanted:
            store.windows.leave(window.row, row)
        for row in wanted - had:
            store.windows.join(window.row, row)
        if size:
            store.past.file_missing(window.row, sorted(wanted))
            bind(store, window.row, size, None)
    return {s.feed.name: _walked(s.window, end) for s in begun}


def _begun(store: Register, seeker: Seeker) -> Window:
    if not seeker.page_size:
        store.past.forget_archive(seeker.window.row)
    return seeker.window._replace(seeking=seeker.sought, walked=0)


def _walked(window: Window, end: int | None) -> Window:
    if end is None:
        return window._replace(seeking=None, walked=0)
    return window._replace(walked=max(window.walked, end))
