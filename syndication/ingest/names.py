"""The words under which a story is found again: headlines, slugline, content key; and stories by their names."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from syndication.ingest.likeness import same_provider
from syndication.model import Article
from syndication.model.blocks import texts
from syndication.model.identity import slug
from syndication.store import Articles, Story

CONTENT_KEY = "content-key"
_LONGEST = 200
_RUNNING = timedelta(hours=24)


def names(article: Article) -> set[str]:
    """Return the normalised headlines, slugline and content key of a story."""
    heads = (article.headline, article.slugline, *(headline.text for headline in article.headlines))
    keys = (f"key {i.value}" for i in article.alt_ids if i.scheme == CONTENT_KEY)
    return {normal(head) for head in heads if head} | set(keys)


@lru_cache(512)  # an arrival looks for each of its names, and then is found by it
def normal(title: str) -> str:
    """Return a headline or slugline as it is looked up, whatever its case, signs and blanks."""
    return slug(title, _LONGEST)


def named(articles: Articles, text: str, limit: int) -> list[Story]:
    """Return the newest stories with these words in a headline or slugline that they have or had.

    A whole headline comes before a part of one. What stands in the place of another story counts as that one
    where both are named so.
    """
    words = normal(text) if any(c.isalnum() for c in text) else ""
    found = (articles.titled(words)[:limit] or articles.entitled_like(words, limit)) if words else []
    rows = {story.row for story in found}
    return [story for story in found if story.lead not in rows]


def opening(article: Article, count: int) -> list[str]:
    """Return the first words of the text as printed, at most so many."""
    found = (text.split(maxsplit=count)[:count] for block in article.body for text in texts(block))
    return next(filter(None, found), [])


def first_seen(article: Article) -> datetime:
    """Return when the story was made, as far as the wire says, else when it was received."""
    return article.created or article.source.received


def bearers(articles: Articles, article: Article) -> list[Story]:
    """Return the stories of its name and provider, within a day of it, however they stand."""
    found = {s.row: s for name in sorted(_heads(article)) for s in articles.titled(name)}
    return [
        story
        for story in found.values()
        if same_provider(story.article, article)
        and abs(first_seen(story.article) - first_seen(article)) <= _RUNNING
    ]


def running(
    articles: Articles, article: Article, *, killed: bool = False, among: list[Story] | None = None
) -> list[Story]:
    """Return the published stories that `article` can be a part of: of its name and provider, within a day.

    `killed`: among them those that are killed at present. `among`: the bearers of its name, where they are known.
    """
    found = bearers(articles, article) if among is None else among
    return [
        root
        for root in roots(articles, found)
        if root.article.guid != article.guid
        and root.part is None
        and (killed or root.article.pub_status != "canceled")
        and same_provider(root.article, article)
        and abs(first_seen(root.article) - first_seen(article)) <= _RUNNING
    ]


def roots(articles: Articles, found: Iterable[Story]) -> Iterator[Story]:
    """Yield the stories that are published for these, each once, in the order of the first that names it."""
    seen: set[int] = set()
    for story in found:
        row = story.row if story.lead is None else story.lead
        if row not in seen:
            seen.add(row)
            yield story if row == story.row else articles.get(row)


def _heads(article: Article) -> set[str]:
    return {name for name in names(article) if not name.startswith("key ")}
