"""Kill notices that are copy of their own: they name by headline, or by guid, the story that must go.

A notice (`pub_status` canceled, a link `previous` with title or guid) kills stories of the same provider that
bore that headline in the week before it. A story that arrives after its notice is killed as it comes: one
that is as old as the notice, or was received within minutes of it; later copy under the same headline is the
substitute that desks send after a kill.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from syndication.model import Article
from syndication.model.identity import slug
from syndication.store import Articles, Story

_WEEK = timedelta(days=7)
_MINUTES = timedelta(minutes=10)
_LONGEST = 200


def titles(article: Article) -> set[str]:
    """Return the words under which a story, or what a notice names, is found again."""
    if article.pub_status == "canceled":
        named = (link.title for link in article.links if link.rel == "previous" and link.title)
        return {f"kill {slug(title, _LONGEST)}" for title in named}
    heads = (article.headline, *(headline.text for headline in article.headlines))
    return {slug(head, _LONGEST) for head in heads if head}


def obeyed(articles: Articles, article: Article) -> Article:
    """Return the story as the notices that came before it leave it."""
    if article.pub_status == "canceled":
        return article
    for title in titles(article):
        for notice in articles.titled(f"kill {title}"):
            if _concerns(notice.article, article):
                return msgspec.structs.replace(article, pub_status="canceled")
    return article


def victims(articles: Articles, notice: Article) -> Iterator[Article]:
    """Yield the stories that a notice kills, each as it is to be stored now."""
    if notice.pub_status != "canceled":
        return
    found: list[Story | None] = [
        articles.current(link.guid) for link in notice.links if link.rel == "previous" and link.guid
    ]
    for title in sorted(titles(notice)):
        named = articles.titled(title.removeprefix("kill "))
        found += [story for story in named if _concerns(notice, story.article)]
    killed = {notice.guid}
    for story in found:
        if story and story.article.pub_status != "canceled" and story.article.guid not in killed:
            killed.add(story.article.guid)
            yield msgspec.structs.replace(
                story.article, pub_status="canceled", source=notice.source, updated=notice.updated
            )


def _concerns(notice: Article, article: Article) -> bool:
    one, other = (provider and provider.casefold() for provider in (notice.provider, article.provider))
    later = _instant(article) - _instant(notice)
    return (
        notice.pub_status == "canceled"
        and notice.guid != article.guid
        and (one is None or one == other)
        and -_WEEK <= later <= _MINUTES
    )


def _instant(article: Article) -> datetime:
    return article.created or article.source.received
