"""What a feed held before: killed stories that its formats tell of, and who was carried when."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from syndication.editions.feed_time import Turnover
from syndication.model import Feed, Retention
from syndication.store import Gone, History, Past, Story, Window


class Told(NamedTuple):
    """Whether documents change though the feed's stories stay, and since when."""

    changed: bool = False
    at: datetime | None = None


_NOTHING = Told()


class Memory(Protocol):
    """What remembering asks of a store."""

    past: Past
    history: History


class Memories:
    """What is remembered in one step of following the log.

    `marked` says of feeds by name how long they keep the marked items of killed stories.
    """

    def __init__(
        self, store: Memory, retention: Retention, now: datetime, marked: Mapping[str, timedelta]
    ) -> None:
        self._store = store
        self._retention = retention
        self._now = now
        self._marked = marked
        self._mourning = store.past.mourning()

    def follow(self, feed: Feed, window: Window, stories: Sequence[tuple[Story, datetime]]) -> Told:
        """Take note of stories that changed, each with when.

        A kill is told only of a story that the feed held: whoever never saw it must not hear of it.
        """
        due = window.due if window.due is not None and window.due <= self._now else None
        if due is None and window.row not in self._mourning and all(story.visible for story, _ in stories):
            return _NOTHING  # as of nearly every arrival, for every feed
        faded = due is not None and self._fade(window, due)
        gone = {g.place.row for g in self._gone(window)} if stories else set()
        instants = [at for story, at in stories if self._note(feed, window, story, at, gone)]
        return Told(faded or bool(instants), max(instants, default=None))

    def fades(self, window: Window) -> datetime | None:
        """Return when the next of the killed stories is no longer told of, or in fewer formats."""
        return min((end for end in self._ends(window) if end > self._now), default=None)

    def carry(self, feed: Feed, moved: Turnover, at: datetime) -> None:
        """Note which stories the feed holds from now on, and which no longer."""
        if gone := sorted(place.row for place in moved.gone):
            self._store.history.drop(gone, feed.name, at)
        if new := sorted(place.row for place in moved.new):
            self._store.history.carry(new, feed.name, at, " ".join(feed.formats))

    def renew(self, window: Window) -> None:
        """Have the feed's archive printed anew: what it is made for has changed."""
        self._store.past.renew(window.row)

    def _ends(self, window: Window) -> Iterator[datetime]:
        """Yield when a killed story leaves the formats that tell of it, or the items of an aggregator."""
        times = {self._retention.deleted, self._marked.get(window.name, self._retention.deleted)}
        for gone in self._gone(window):
            yield from (gone.at + time for time in times)

    def _gone(self, window: Window) -> list[Gone]:
        """Return the killed stories of a feed, without asking where there are none."""
        return self._store.past.gone(window.row) if window.row in self._mourning else []

    def _fade(self, window: Window, due: datetime) -> bool:
        """Forget what is told no longer; say whether documents say less since it was `due`."""
        fewer = any(due <= end <= self._now for end in self._ends(window))
        return self._store.past.fade(window.row, self._now - self._retention.deleted) or fewer

    def _note(self, feed: Feed, window: Window, story: Story, at: datetime, gone: AbstractSet[int]) -> bool:
        """Take note of one story; say whether documents have to tell of it."""
        past = self._store.past
        if story.visible:
            return story.row in gone and past.raise_(window.row, story.row)
        touched = past.touch(window.row, story.row, at)
        killed = story.article.pub_status == "canceled" and self._retention.deleted
        if killed and self._store.history.was_carried(story.row, feed.name):
            past.bury(window.row, story.row, at)
            self._mourning.add(window.row)
            return True
        return touched
