"""Kill notices that are copy of their own: they name by headline, slugline, first line or guid the story that must go.

A notice (`pub_status` canceled, a link `previous` with title or guid) means stories of the same provider that bear
that name: of the day before it, else of the week before it, else the first that was received within minutes after
it (copy and notice cross on their way). One name that several stories bear is told by the others, else nothing is
killed and the notice goes to quarantine; one story in two wordings of which a figure differs is one.

It ends alike in every order. A notice that comes first waits for its story. Later copy under the same name, in
another text, is the substitute that desks send after a kill, and lives; where it came before the story that the
notice means, it was taken for that story, and is spared when that story comes. Only where two stories fit equally
and come after their notice, both stay killed: nobody has seen them, and nobody has decided.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from syndication.errors import Undecided
from syndication.ingest import names
from syndication.ingest.likeness import other_story, same_provider, told_again
from syndication.model import Article
from syndication.store import Articles, Story

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MINUTES = timedelta(minutes=10)
_AFTER = 2
_LINE = 8
"""So many words of a first line tell which story a notice quotes."""


class Obeyed(NamedTuple):
    """A story as the notices before it leave it, the notice that killed it, and whom it spares by coming."""

    article: Article
    notice: Story | None = None
    spared: tuple[Story, ...] = ()


def titles(article: Article) -> set[str]:
    """Return the words under which a story, or what a notice names, is found again."""
    found = names.names(article) | _first_line(names.opening(article, _LINE))
    if article.pub_status != "canceled":
        return found
    said = [link.title for link in article.links if link.rel == "previous" and link.title]
    named = {names.normal(title) for title in said}
    named |= {line for title in said for line in _first_line(title.split()[:_LINE])}
    named |= {name for name in found if name.startswith("key ")}
    return {f"kill {name}" for name in named} | (found if article.body else set())


def _first_line(words: list[str]) -> set[str]:
    """Return how a story is found by its first words, where they are enough to tell."""
    return {f"line {names.normal(' '.join(words))}"} if len(words) == _LINE else set()


def obeyed(articles: Articles, article: Article) -> Obeyed:
    """Return what the notices that came before a story make of it."""
    if article.pub_status == "canceled":
        return Obeyed(article)
    for killed in articles.borne(f"kill {title}" for title in titles(article)):
        title = killed.removeprefix("kill ")
        for notice in articles.titled(killed):
            rank = _rank(notice.article, article)
            if rank is None or (rank == _AFTER and article.pub_status == "withheld"):
                continue  # what is withheld is not seen, and could not be spared as what it was
            if title.startswith("key ") and other_story(notice.article, article):
                continue
            others = [
                story
                for story in _bearers(articles, notice.article, title)
                if story.article.guid != article.guid and _is_killed(articles, story)
            ]
            before = [
                s for s in others if _order(notice.article, s.article) < _order(notice.article, article)
            ]
            if rank == _AFTER and before and not any(told_again(s.article, article) for s in before):
                continue
            spared = [
                s
                for s in others
                if _rank(notice.article, s.article) == _AFTER
                and s not in before
                and s.lead is None
                and not told_again(s.article, article)
            ]
            return Obeyed(msgspec.structs.replace(article, pub_status="canceled"), notice, tuple(spared))
    return Obeyed(article)


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
        if not title.startswith("kill "):
            continue
        bearers = {s.row: s for s in _meant(articles, notice, title.removeprefix("kill "))}
        published = {root.row: root for root in names.roots(articles, _whole(bearers.values()))}
        if published:
            fitting.append((bearers, published))
    if not fitting:
        return {}
    common = set.intersection(*(set(published) for _, published in fitting))
    single = all(_are_one(list(published.values())) for _, published in fitting)
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


def _meant(articles: Articles, notice: Article, title: str) -> list[Story]:
    """Return those bearers of a name that a notice means: of the best rank, and those of the same text.

    Where one of them is killed already the notice is about another, if there is another.
    """
    bearers = _bearers(articles, notice, title)
    bearers = [s for s in bearers if s.article.pub_status != "canceled"] or bearers
    if not bearers:
        return []
    bearers.sort(key=lambda s: _order(notice, s.article))
    best = _rank(notice, bearers[0].article)
    if best == _AFTER:
        first = bearers[0]
        return [s for s in bearers if s is first or told_again(s.article, first.article)]
    meant = [s for s in bearers if _rank(notice, s.article) == best]
    copies = [s for s in bearers if s not in meant and any(told_again(s.article, m.article) for m in meant)]
    return meant + copies


def _is_killed(articles: Articles, story: Story) -> bool:
    """Say whether a story is killed, by itself or with the one that it stands in."""
    whole = story if story.lead is None else articles.get(story.lead)
    return "canceled" in {story.article.pub_status, whole.article.pub_status}


def _bearers(articles: Articles, notice: Article, title: str) -> list[Story]:
    return [s for s in articles.titled(title) if _rank(notice, s.article) is not None]


def _are_one(roots: list[Story]) -> bool:
    return all(told_again(roots[0].article, other.article) for other in roots[1:])


def _whole(bearers: Iterable[Story]) -> Iterator[Story]:
    """Yield what can be meant as a story of its own: takes and copies count as the one they are in."""
    return (story for story in bearers if story.part != "waits")


def _takes(bearers: dict[int, Story]) -> Iterator[tuple[int, Story]]:
    return ((row, story) for row, story in bearers.items() if story.part == "take")


def _rank(notice: Article, article: Article) -> int | None:
    """Return how well a story fits a notice, 0 the best, None where it cannot be meant."""
    later = names.first_seen(article) - names.first_seen(notice)
    if (
        notice.pub_status != "canceled"
        or notice.guid == article.guid
        or not same_provider(notice, article)
        or not -_WEEK <= later <= _MINUTES
    ):
        return None
    if later > timedelta():
        return _AFTER
    return 0 if later >= -_DAY else 1


def _order(notice: Article, article: Article) -> tuple[int, datetime, str]:
    """Return in which order stories fit a notice, without regard to their arrival."""
    rank = _rank(notice, article)
    return _AFTER + 1 if rank is None else rank, names.first_seen(article), article.guid
