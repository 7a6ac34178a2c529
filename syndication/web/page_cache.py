"""Pages that were made before: bounded, and never of a version that is not the present one."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, TypeAlias

from syndication.model import Article
from syndication.web.representation import Variants

_LARGEST = 256 * 1024
Stories: TypeAlias = tuple[Article, ...]


class PageCache:
    """Keeps the pages used last. The caller has looked up the stories and knows that they may be seen."""

    def __init__(self, size: int = 500) -> None:
        self._size = size
        self._pages: OrderedDict[str, tuple[Stories, Variants]] = OrderedDict()

    def get(self, name: str, stories: Stories) -> Variants | None:
        """Return the page of that name made of exactly these versions, or None.

        Versions are compared whole and not by number: a wire may send other words under the same one.
        """
        kept = self._pages.get(name)
        if kept is None or kept[0] != stories:
            return None
        self._pages.move_to_end(name)
        return kept[1]

    def put(self, name: str, stories: Stories, page: Variants) -> None:
        """Keep the page in place of that of any other versions."""
        self._pages.pop(name, None)
        if len(page.plain.body) <= _LARGEST:
            self._pages[name] = (stories, page)
            if len(self._pages) > self._size:
                self._pages.popitem(last=False)


class _Kept(NamedTuple):
    head: int
    made: datetime
    until: datetime
    page: Variants


class FreshCache:
    """Keeps pages while the log says nothing new and none of their stories turns by the clock.

    Each for a second at most where they list a feed: a crowd costs one page and not a thousand, and the second
    bounds how late a feed's new window shows, which follows the log by itself.
    """

    def __init__(self, longest: timedelta = timedelta(seconds=1), size: int = 500) -> None:
        self._longest = longest
        self._size = size
        self._pages: OrderedDict[str, _Kept] = OrderedDict()

    def get(self, name: str, head: int, now: datetime) -> Variants | None:
        """Return the page of that name made at log number `head`, or None where it may not be shown at `now`."""
        kept = self._pages.get(name)
        if kept is None or kept.head != head or not kept.made <= now < kept.until:
            return None
        return kept.page

    def put(self, name: str, head: int, now: datetime, stories: Iterable[Article], page: Variants) -> None:
        """Keep the page, which shows these stories; the page kept first goes where there are too many."""
        turns = (turn for story in stories if (turn := story.turns(now)) is not None)
        self._pages.pop(name, None)
        if len(page.plain.body) <= _LARGEST:
            self._pages[name] = _Kept(head, now, min((now + self._longest, *turns)), page)
            if len(self._pages) > self._size:
                self._pages.popitem(last=False)
