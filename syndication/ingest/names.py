"""The words under which a story is found again: headlines, slugline, content key; and stories by their names."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from syndication.model import Article
from syndication.model.blocks import texts
from syndication.model.identity import slug
from syndication.store import Articles, Story

CONTENT_KEY = "content-key"
_LONGEST = 200
_RUNNING = timedelta(hours=24)
_LINE = 8
"""So many words of a first line tell which story a notice quotes."""
KILL = "kill "
"""What stands before the words under which a kill notice is found by the stories that it means."""


def names(article: Article) -> set[str]:
    """Return the normalised headlines, slugline and content key of a story."""
    heads = (article.headline, article.slugline, *(headline.text for headline in article.headlines))
    keys = (f"key {i.value}" for i in article.alt_ids if i.scheme == CONTENT_KEY)
    return {normal(head) for head in heads if head} | set(keys)


def titles(article: Article) -> set[str]:
    """Return the words under which a story, or what a notice names, is found again."""
    found = names(article) | _first_line(opening(article, _LINE))
    if article.pub_status != "canceled":
        return found
    links = [link for link in article.links if link.rel == "previous"]
    said = [link.title for link in links if link.title]
    named = {normal(title) for title in said}
    named |= {line for title in said for line in _first_line(title.split()[:_LINE])}
    named |= {name for name in found if name.startswith("key ")}
    named |= {guid(link.guid) for link in links if link.guid}
    return {f"{KILL}{name}" for name in named} | (found if article.body else set())


def guid(text: str) -> str:
    """Return the words under which the stories are found that share a wire's guid."""
    return f"guid {text}"


def _first_line(words: list[str]) -> set[str]:
    """Return how a story is found by its first words, where they are enough to tell."""
    return {f"line {normal(' '.join(words))}"} if len(words) == _LINE else set()


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


def bearers(articles: Articles, heads: Iterable[str]) -> Iterator[Story]:
    """Yield the stories that bear one of these headlines or sluglines, each once, however they stand."""
    found = {s.row: s for head in sorted(heads) for s in articles.titled(head)}
    yield from found.values()


def are_near(one: datetime, other: datetime) -> bool:
    """Say whether two stories of one name can be one running story: made within a day."""
    return abs(one - other) <= _RUNNING


def roots(articles: Articles, found: Iterable[Story]) -> Iterator[Story]:
    """Yield the stories that are published for these, each once, in the order of the first that names it."""
    seen: set[int] = set()
    for story in found:
        row = story.row if story.lead is None else story.lead
        if row not in seen:
            seen.add(row)
            yield story if row == story.row else articles.get(row)


def heads(article: Article) -> set[str]:
    """Return the normalised headlines and slugline of a story."""
    return {name for name in names(article) if not name.startswith("key ")}
