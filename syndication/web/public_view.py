"""What the public may see of the store at one instant: nothing else of it ever reaches a page.

Both must agree for a story to be seen: the log (a kill that was accepted a moment ago) and the story itself at
this very instant (an embargo never ends early, an expiry never late; the signals kill and withdrawal count
whatever its status says).
"""

import time
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from syndication.errors import StoreUnusable
from syndication.model import Article
from syndication.model.identity import short_id
from syndication.share import refusal
from syndication.store import Store, open_store
from syndication.store.protocols import Articles

_RETRY_SECONDS = 1.0


class Absent(NamedTuple):
    """Why a story cannot be seen: the status of HTTP, and the language of one that was withdrawn."""

    status: int
    language: str | None = None


UNKNOWN = Absent(404)
"""Never shown, or never heard of: the public must not learn which."""


class PublicView:
    """A reader of the store. It opens it at the first question and again after a failure."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._store: Store | None = None
        self._retry = 0.0

    @property
    def store(self) -> Store:
        """Return the open store; raise StoreUnusable, without asking the disk more than once a second."""
        if self._store is None:
            if time.monotonic() < self._retry:
                raise StoreUnusable("could not be opened a moment ago", "store")
            self._retry = time.monotonic() + _RETRY_SECONDS
            self._store = open_store(self._url, read_only=True)
        return self._store

    def head(self) -> int:
        """Return the number of the newest change: where it is the same, so is what the log says of every story."""
        return self.store.changes.last()

    def story(self, short: str, now: datetime) -> Article | Absent:
        """Return the story of an address ID, or why there is none."""
        story = self.store.articles.public(short)
        if story is None:
            return UNKNOWN
        if story.visible and refusal(story.article, now) is None:
            return story.article
        return Absent(410, story.article.language) if story.shown else UNKNOWN

    def among(self, shorts: Iterable[str], now: datetime) -> list[Article]:
        """Return those of the stories that can be seen, in the order asked for."""
        found = (self.story(short, now) for short in shorts)
        return [article for article in found if isinstance(article, Article)]

    def latest(self, now: datetime, limit: int) -> list[Article]:
        """Return the newest stories of all."""
        return [a for a in self.store.articles.newest(limit) if refusal(a, now) is None]

    def of_feed(self, name: str, now: datetime, limit: int) -> list[Article]:
        """Return what a feed holds, newest first, each story in its present version."""
        windows = self.store.windows
        shown = windows.shown(name)[:limit]
        return list(_present(self.store.articles, windows.articles(shown), now))


def _present(articles: Articles, held: Iterable[Article], now: datetime) -> Iterable[Article]:
    # A window is as new as its last build; a kill or a correction counts from the moment it is stored.
    for old in held:
        story = articles.find(short_id(old.guid))
        if story is not None and story.visible and refusal(story.article, now) is None:
            yield story.article
