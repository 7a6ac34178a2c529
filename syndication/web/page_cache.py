"""Pages that were made before: bounded, and never of a version that is not the present one."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from syndication.model import Article
from syndication.web.representation import Variants

_LARGEST = 256 * 1024


class PageCache:
    """Keeps the pages used last. The caller has looked up the story and knows that it may be seen."""

    def __init__(self, size: int = 500) -> None:
        self._size = size
        self._pages: OrderedDict[str, tuple[Article, Variants]] = OrderedDict()

    def get(self, article: Article) -> Variants | None:
        """Return the page made of exactly this version, or None.

        Versions are compared whole and not by number: a wire may send other words under the same one.
        """
        kept = self._pages.get(article.guid)
        if kept is None or kept[0] != article:
            return None
        self._pages.move_to_end(article.guid)
        return kept[1]

    def put(self, article: Article, page: Variants) -> None:
        """Keep the page in place of that of any other version."""
        self._pages.pop(article.guid, None)
        if len(page.plain.body) <= _LARGEST:
            self._pages[article.guid] = (article, page)
            if len(self._pages) > self._size:
                self._pages.popitem(last=False)


class _List(NamedTuple):
    head: int
    made: datetime
    until: datetime
    page: Variants


class ListCache:
    """Keeps pages that list stories, each for a second at most: a crowd costs one page and not a thousand.

    A change in the log ends a page at once, and so does the instant at which one of its stories turns by the
    clock. What the second bounds is how late a feed's new window shows, which follows the log by itself.
    """

    def __init__(self, longest: timedelta = timedelta(seconds=1)) -> None:
        self._longest = longest
        self._pages: dict[str, _List] = {}

    def get(self, name: str, head: int, now: datetime) -> Variants | None:
        """Return the page of that name made at log number `head`, or None where it may not be shown at `now`."""
        kept = self._pages.get(name)
        if kept is None or kept.head != head or not kept.made <= now < kept.until:
            return None
        return kept.page

    def put(self, name: str, head: int, now: datetime, stories: Iterable[Article], page: Variants) -> None:
        """Keep the page, which lists these stories."""
        turns = (turn for story in stories if (turn := story.turns(now)) is not None)
        self._pages[name] = _List(head, now, min((now + self._longest, *turns)), page)
