"""Accepts one story: new, repeated, a newer version, late, or in conflict. Order of arrival must not matter.

The wire's version number decides where the wire has one. Where it has none (plain copy), each other content
is the next version, and a story that was killed stays killed. Of two contents with one number a kill counts,
then the one that was changed last (received, where the wire names no time), then the greater fingerprint: a
rule that knows no order of arrival.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, Protocol

import msgspec

from syndication.ingest import kills
from syndication.model import Article
from syndication.model.article import AltId, Issue
from syndication.model.identity import fingerprint, slug
from syndication.model.site import SLUG
from syndication.store import Articles, Changes, Story


class Stories(Protocol):
    """What accepting a story asks of a store."""

    articles: Articles
    changes: Changes


class Accepted(NamedTuple):
    """What became of one story: `new`, `update`, `kill`, `repeated`, `late` or `conflict`."""

    guid: str
    version: int
    decision: str


def accept(store: Stories, article: Article, now: datetime, *, versioned: bool) -> Iterator[Accepted]:
    """Store one story inside an open transaction and log what it changes for the public.

    Yields what became of it, and of each story that it kills.
    """
    yield _accept(store, kills.obeyed(store.articles, article), now, versioned=versioned)
    for victim in kills.victims(store.articles, article):
        yield _accept(store, victim, now, versioned=False)


def _accept(store: Stories, article: Article, now: datetime, *, versioned: bool) -> Accepted:
    content = fingerprint(article)
    before = store.articles.current(article.guid)
    if before is None:
        article = _completed(article, None)
        first = "kill" if article.pub_status == "canceled" else "new"
        _log(store, None, store.articles.add(article, content, now, first), now)
        return Accepted(article.guid, article.version, first)
    known = store.articles.known(before.row, content)
    if known and (not versioned or article.version in known):
        return Accepted(article.guid, article.version if versioned else known[0], "repeated")
    current = before.article
    if not versioned:
        article = msgspec.structs.replace(article, version=current.version + 1)
        if current.pub_status == "canceled":
            return _kept(store, before, article, content, "late")
    if article.version < current.version:
        return _kept(store, before, article, content, "late")
    decision = "kill" if article.pub_status == "canceled" else "update"
    if article.version == current.version:
        decision = "conflict"
        article = _flagged(article)
        if not _prevails(article, content, current):
            return _kept(store, before, article, content, decision)
    after = store.articles.revise(before, _completed(article, before), content, now, decision)
    _log(store, before, after, now)
    return Accepted(article.guid, article.version, decision)


def _completed(article: Article, before: Story | None) -> Article:
    """Fill in what was decided before: the time of the first version, the address the public was given."""
    created, updated = article.created, article.updated
    first_slug, url = slug(article.headline), article.url
    if before is not None:
        created = created or before.article.created
        updated = updated or article.source.received
    if before is not None and before.shown:
        created = before.article.created
        first_slug = next((a.value for a in before.article.alt_ids if a.scheme == SLUG), first_slug)
        url = before.article.url
    created = created or article.source.received
    others = tuple(a for a in article.alt_ids if a.scheme != SLUG)
    return msgspec.structs.replace(
        article, created=created, updated=updated, url=url, alt_ids=(*others, AltId(SLUG, first_slug))
    )


def _flagged(article: Article) -> Article:
    said = f"version {article.version} arrived before with other content"
    return msgspec.structs.replace(article, issues=(*article.issues, Issue("version-conflict", said)))


def _prevails(article: Article, content: str, current: Article) -> bool:
    """Say which of two contents with one number counts, whichever came first."""
    killed, kill = current.pub_status == "canceled", article.pub_status == "canceled"
    if killed != kill:
        return kill
    mine = (article.updated or article.source.received, content)
    return mine > (current.updated or current.source.received, fingerprint(current))


def _kept(store: Stories, before: Story, article: Article, content: str, decision: str) -> Accepted:
    store.articles.keep(before, _completed(article, before), content, decision)
    return Accepted(article.guid, article.version, decision)


def _log(store: Stories, before: Story | None, after: Story, now: datetime) -> None:
    """Enter the names of the version; write the change, unless the public saw and sees nothing."""
    for title in sorted(kills.titles(after.article)):
        store.articles.entitle(after.row, title)
    if not after.visible and not (before and before.visible):
        return
    if not after.visible:
        kind = "kill" if after.article.pub_status != "usable" else "expire"
    elif before and before.shown:
        kind = "update"
    else:
        kind = "new"
    store.changes.append(after.row, after.article.version, kind, now)
