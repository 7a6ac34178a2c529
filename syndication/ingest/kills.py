"""Kill notices that are copy of their own: they name by headline, slugline, text or guid the story that must go.

A notice (`pub_status` canceled, a link `previous` with title or guid) kills stories of the same provider that
bore that name in the week before it; one name that several stories bear is told by the others, else nothing is
killed and the notice goes to quarantine. A story that arrives after its notice is killed as it comes: one that
is as old as the notice, or was received within minutes of it; later copy under the same name is the substitute
that desks send after a kill.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

import msgspec

from syndication.errors import Undecided
from syndication.ingest import names
from syndication.ingest.likeness import same_provider
from syndication.model import Article
from syndication.store import Articles, Story

_WEEK = timedelta(days=7)
_MINUTES = timedelta(minutes=10)


def titles(article: Article) -> set[str]:
    """Return the words under which a story, or what a notice names, is found again."""
    if article.pub_status != "canceled":
        return names.names(article)
    named = {names.normal(link.title) for link in article.links if link.rel == "previous" and link.title}
    named |= {name for name in names.names(article) if name.startswith("key ")}
    return {f"kill {name}" for name in named}


def obeyed(articles: Articles, article: Article) -> tuple[Article, Story | None]:
    """Return the story as the notices that came before it leave it, and the notice that killed it."""
    if article.pub_status == "canceled":
        return article, None
    for title in sorted(titles(article)):
        for notice in articles.titled(f"kill {title}"):
            if _concerns(notice.article, article):
                return msgspec.structs.replace(article, pub_status="canceled"), notice
    return article, None


def victims(articles: Articles, notice: Article) -> list[Story]:
    """Return the stories that a notice kills; raise Undecided where its names fit several."""
    if notice.pub_status != "canceled":
        return []
    found = {
        story.row: story
        for link in notice.links
        if link.rel == "previous" and link.guid and (story := articles.current(link.guid))
    }
    found |= _named(articles, notice)
    return [
        story
        for _, story in sorted(found.items())
        if story.article.pub_status != "canceled" and story.article.guid != notice.guid
    ]


def _named(articles: Articles, notice: Article) -> dict[int, Story]:
    """Return the stories that the names of a notice fit."""
    fitting = []
    for title in sorted(titles(notice)):
        bearers = {
            story.row: story
            for story in articles.titled(title.removeprefix("kill "))
            if _concerns(notice, story.article)
        }
        published = {root.row: root for root in names.roots(articles, _whole(bearers.values()))}
        if published:
            fitting.append((bearers, published))
    if not fitting:
        return {}
    common = set.intersection(*(set(published) for _, published in fitting))
    single = all(len(published) == 1 for _, published in fitting)
    if len(common) != 1 and not single:
        guids = sorted(s.article.guid for _, published in fitting for s in published.values())
        raise Undecided(
            f"its names fit several stories: {', '.join(dict.fromkeys(guids))}", notice.source.locator
        )
    wanted = {row for _, published in fitting for row in published} if single else common
    return {
        row: story
        for bearers, published in fitting
        for row, story in (*_takes(bearers), *published.items())
        if row in wanted or story.lead in wanted
    }


def _whole(bearers: Iterable[Story]) -> Iterator[Story]:
    """Yield what can be meant as a story of its own: takes and copies count as the one they are in."""
    return (story for story in bearers if story.part != "waits")


def _takes(bearers: dict[int, Story]) -> Iterator[tuple[int, Story]]:
    return ((row, story) for row, story in bearers.items() if story.part == "take")


def _concerns(notice: Article, article: Article) -> bool:
    later = names.first_seen(article) - names.first_seen(notice)
    return (
        notice.pub_status == "canceled"
        and notice.guid != article.guid
        and same_provider(notice, article)
        and -_WEEK <= later <= _MINUTES
    )
