"""A guid that comes back with another story: wires count in circles, and ids of years ago come again.

The newcomer gets a guid of its own: the wire's with its content key as fragment. Which of them a later
version belongs to is told by its words; one without words (a kill) means the newest.
"""

import msgspec

from syndication.ingest.likeness import unrelated
from syndication.model import Article
from syndication.model.article import Issue
from syndication.model.identity import content_key
from syndication.store import Articles, Story


def name(guid: str) -> str:
    """Return the words under which the stories are found that share a wire's guid."""
    return f"guid {guid}"


def resolved(articles: Articles, article: Article) -> tuple[Article, Story | None]:
    """Return the story under the guid that is its own, and the older story whose guid it came with, if any."""
    first = articles.current(article.guid)
    if first is None:
        return article, None
    others = articles.titled(name(article.guid))
    if not article.body and others:
        return msgspec.structs.replace(article, guid=others[0].article.guid), None
    if not unrelated(first.article, article):
        return article, None
    for story in others:
        if not unrelated(story.article, article):
            return msgspec.structs.replace(article, guid=story.article.guid), None
    said = f"the guid {article.guid} belongs to another story of {first.article.published:%Y-%m-%d}"
    own = f"{article.guid}#{content_key(article.body)}"
    issues = (*article.issues, Issue("guid-reused", said))
    return msgspec.structs.replace(article, guid=own, issues=issues), first
