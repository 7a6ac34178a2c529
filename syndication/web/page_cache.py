"""Article pages that were made before: bounded, and never of a version that is not the present one."""

from collections import OrderedDict

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
