"""What a feed holds after a change: as it was behind the oldest place that changed, anew from there on.

So an arrival asks for one place, whatever the feed's length. The order is that of the members, and each of them
stands where it stood unless the log has named it since.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import dropwhile, takewhile

from syndication.model import Feed
from syndication.store import Shown, Story, Window, Windows

_INSTANT = timedelta(microseconds=1)


def held(
    windows: Windows, feed: Feed, window: Window, changed: Sequence[Story], after: datetime | None
) -> tuple[Shown, ...]:
    """Return the newest members, published later than `after`, of a feed that is as it was defined.

    `changed` are the stories that the log has named since the window was saved.
    """
    rows = {story.row for story in changed}
    moved = [story.article.published for story in changed]
    moved += [place.published for place in window.shown if place.row in rows]
    head: tuple[Shown, ...] = ()
    rest = window.shown
    if moved:
        first = min(moved)
        since = first - _INSTANT
        head = windows.newest(window.row, feed.limit, since if after is None else max(since, after))
        rest = tuple(dropwhile(lambda place: place.published >= first, rest))
    if after is not None:
        rest = tuple(takewhile(lambda place: place.published > after, rest))
    if len(window.shown) == feed.limit and len(head) + len(rest) < feed.limit:
        return windows.newest(window.row, feed.limit, after)  # what there was no room for comes back
    return (*head, *rest)[: feed.limit]
