"""Accepts one story: new, repeated, a newer version, late, or in conflict. Order of arrival must not matter.

The wire's version number decides where the wire has one. Where it has none (plain copy), each other content
is the next version unless it is older or another's telling of it (`precedence`), and a story that was killed stays
killed. Where versions are numbered the number decides of a kill, too: every version says whether it may be used, so
a later one that its wire calls usable takes a kill back, and nothing else does. Of two contents with one number a kill counts,
then the one that was changed last (received, where the wire names no time), then the greater fingerprint: a
rule that knows no order of arrival.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import msgspec

from syndication.ingest import kills, requests, reuse
from syndication.ingest.composition import take
from syndication.ingest.kin import Kin, admit, recompose, settle
from syndication.ingest.likeness import period
from syndication.ingest.placing import Place, place
from syndication.ingest.precedence import unnumbered
from syndication.ingest.publicity import announce
from syndication.model import Article
from syndication.model.article import AltId, Issue
from syndication.model.identity import fingerprint, slug
from syndication.model.site import HOME, SLUG
from syndication.store import Decision, Story

_REASONS = {
    "late": "older than what was there",
    "conflict": "other content under a number that was there",
    "kill": "its own wire says so",
}


class Accepted(NamedTuple):
    """What became of one story.

    `new`, `update`, `kill`, `repeated`, `late` or `conflict`; `duplicate`, `take`, `lead` where it stands in
    another story's place, `waits` where it is a take whose story has not come.
    """

    guid: str
    version: int
    decision: str


def accept(store: Kin, article: Article, now: datetime, *, versioned: bool) -> Iterator[Accepted]:
    """Store one story inside an open transaction and log what it changes for the public.

    Yields what became of it, and of each story that it kills. Raise Undecided: then nothing may stay of it.
    """
    requests.refuse(store.articles, article)
    article, notice, spared = kills.obeyed(store.articles, article)
    article, before, namesake = reuse.resolved(store, article)
    killed = kills.victims(store.articles, article)
    accepted = _accept(store, before, article, now, versioned=versioned)
    if before is not None and accepted.decision != "repeated":
        _place_anew(store, article, now)
    yield accepted
    if accepted.decision == "repeated":
        return  # what it killed or spared it has killed and spared before
    _explain(store, accepted, notice, namesake, now)
    for story in killed:
        victim = msgspec.structs.replace(
            store.kinship.own(story.row),
            pub_status="canceled",
            source=article.source,
            updated=article.updated,
        )
        fallen = _accept(store, store.articles.current(victim.guid), victim, now, versioned=False)
        _explain(store, fallen, store.articles.current(article.guid), None, now)
        yield fallen
    if not killed and _is_notice(article):
        reason = "no story bears a name that it gives: it waits for one"
        _decide(store, accepted, reason, now)
    for story in spared:
        yield _spare(store, story, accepted, now)


def _is_notice(article: Article) -> bool:
    return article.pub_status == "canceled" and any(link.rel == "previous" for link in article.links)


def _decide(store: Kin, accepted: Accepted, reason: str, now: datetime) -> None:
    story = store.articles.current(accepted.guid)
    if story is not None:
        store.history.decide(story.row, Decision(now, "waits", accepted.version, reason))


def _spare(store: Kin, story: Story, meant: Accepted, now: datetime) -> Accepted:
    """Publish a story that a notice killed on its arrival: the one that the notice means has come."""
    own = store.kinship.own(story.row)
    version = max(own.version, story.article.version) + 1
    article = msgspec.structs.replace(own, pub_status="usable", version=version)
    _take_over(store, story, _completed(article, story), "update", now)
    reason = f"the kill notice that it came after means {meant.guid}"
    store.history.decide(story.row, Decision(now, "spared", version, reason))
    return Accepted(article.guid, version, "spared")


def _accept(
    store: Kin, before: Story | None, article: Article, now: datetime, *, versioned: bool
) -> Accepted:
    """Store what is new of a story; `before` is what is there under its guid."""
    content = fingerprint(article)
    if before is None:
        return _new(store, article, content, now)
    known = store.articles.known(before.row, content)
    if known and (not versioned or article.version in known):
        return Accepted(article.guid, article.version if versioned else known[0], "repeated")
    current = store.kinship.own(before.row) if before.composed else before.article
    if not versioned:
        if current.pub_status == "canceled" or (
            article.pub_status != "canceled" and unnumbered(article) < unnumbered(current)
        ):
            article = msgspec.structs.replace(article, version=current.version)
            return _kept(store, before, article, content, "late")
        article = msgspec.structs.replace(article, version=max(current.version, before.article.version) + 1)
    if article.version < current.version:
        return _kept(store, before, article, content, "late")
    decision = "kill" if article.pub_status == "canceled" else "update"
    if article.version == current.version:
        decision = "conflict"
        article = _flagged(article)
        if not prevails(article, content, current):
            return _kept(store, before, article, content, decision)
    _take_over(store, before, _completed(article, before), decision, now)
    return Accepted(article.guid, article.version, decision)


def _new(store: Kin, article: Article, content: str, now: datetime) -> Accepted:
    """Store the first version of a story, in its place among the others."""
    placed = place(store, article)
    part = placed.part or _part(placed)
    first = part or ("kill" if article.pub_status == "canceled" else "new")
    story = store.articles.add(_completed(article, None), content, now, first, hidden=part is not None)
    store.kinship.mark(story.row, period(story.article.published), placed.marks)
    announce(store, None, story, now)
    settle(store, story, placed, now)
    return Accepted(article.guid, article.version, first)


def _part(placed: Place) -> str | None:
    """Return what a new story is in those that it belongs to, the strongest first."""
    found = {bond.part for bond in placed.bonds}
    return next((part for part in ("take", "lead", "duplicate") if part in found), None)


def _take_over(store: Kin, before: Story, article: Article, decision: str, now: datetime) -> None:
    """Make a version the story's current one, and publish what follows from it."""
    content = fingerprint(article)
    if before.composed:
        store.articles.entitle(before.row, kills.titles(article))
        store.articles.contribute(before, article, content, decision)
        recompose(store, before.row if before.lead is None else before.lead, now)
        return
    after = store.articles.revise(before, article, content, now, decision)
    announce(store, before, after, now)
    if before.lead is not None:
        recompose(store, before.lead, now)
    elif before.part is None:
        admit(store, after, now)


def _place_anew(store: Kin, article: Article, now: datetime) -> None:
    """Look where a story belongs with a version that is not its first: it may say what the first did not."""
    story = store.articles.current(article.guid)
    if story is None or story.part in {"take", "waits"} or take(article) > 1:
        return
    placed = place(store, article, story.row if story.lead is None else story.lead)
    if placed.bonds:
        settle(store, story, placed, now)


def _explain(
    store: Kin, accepted: Accepted, notice: Story | None, namesake: Story | None, now: datetime
) -> None:
    """Enter why something became of a story that its version alone does not tell."""
    said = Decision(now, accepted.decision, accepted.version, _REASONS.get(accepted.decision, ""))
    if notice is None and namesake is None and not said.reason:
        return
    story = store.articles.current(accepted.guid)
    if story is None:
        return
    if notice is not None:
        reason = f"a kill notice names it: {notice.article.guid}"
        store.history.decide(story.row, said._replace(what="kill", reason=reason, other=notice.row))
    elif said.reason:
        store.history.decide(story.row, said)
    if namesake is not None:
        reason = f"its wire used the guid of {namesake.article.guid} again"
        store.history.decide(story.row, said._replace(what="reused", reason=reason, other=namesake.row))
        store.articles.entitle(story.row, [reuse.name(namesake.article.guid)])


def _completed(article: Article, before: Story | None) -> Article:
    """Fill in what was decided before: the time of the first version, the address the public was given."""
    created, updated = article.created, article.updated
    first = (AltId(SLUG, slug(article.headline)), *(a for a in article.alt_ids if a.scheme == HOME))
    url = article.url
    if before is not None:
        created = created or before.article.created
        updated = updated or article.source.received
    if before is not None and before.shown:
        created = before.article.created
        kept = {a.scheme: a for a in before.article.alt_ids if a.scheme in {SLUG, HOME}}
        first = tuple(({a.scheme: a for a in first} | kept).values())
        url = before.article.url
    created = created or article.source.received
    others = tuple(a for a in article.alt_ids if a.scheme not in {SLUG, HOME})
    return msgspec.structs.replace(
        article, created=created, updated=updated, url=url, alt_ids=(*others, *first)
    )


def _flagged(article: Article) -> Article:
    said = f"version {article.version} arrived before with other content"
    return msgspec.structs.replace(article, issues=(*article.issues, Issue("version-conflict", said)))


def prevails(article: Article, content: str, current: Article) -> bool:
    """Say which of two contents with one number counts, whichever came first."""
    killed, kill = current.pub_status == "canceled", article.pub_status == "canceled"
    if killed != kill:
        return kill
    mine = (article.updated or article.source.received, content)
    return mine > (current.updated or current.source.received, fingerprint(current))


def _kept(store: Kin, before: Story, article: Article, content: str, decision: str) -> Accepted:
    store.articles.keep(before, _completed(article, before), content, decision)
    return Accepted(article.guid, article.version, decision)
