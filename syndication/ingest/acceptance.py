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

from syndication.ingest import kin, names, requests, reuse, shingles
from syndication.ingest.arrangement import Arrangement
from syndication.ingest.gathering import Gathered, came
from syndication.ingest.likeness import period
from syndication.ingest.pieces import Piece
from syndication.ingest.precedence import unnumbered
from syndication.ingest.publicity import announce
from syndication.ingest.settlement import Kin, Moment, Settlement
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

    `new`, `update`, `kill`, `repeated`, `late`, `conflict` or `spared`; `duplicate`, `take`, `lead` where it stands in
    another story's place, `waits` where it is a take whose story has not come. `doubt` is what a person has to look at.
    """

    guid: str
    version: int
    decision: str
    doubt: str | None = None


class _Judged(NamedTuple):
    """A version as it is kept: what was decided, and whether it takes the place of the one that was there."""

    article: Article
    decision: str
    counts: bool


def accept(store: Kin, article: Article, now: datetime, *, versioned: bool) -> Iterator[Accepted]:
    """Store one story inside an open transaction and log what it changes for the public.

    Yields what became of it, and of each story that it kills or spares. Raise Undecided for what asks editors to decide.
    """
    requests.refuse(store.articles, article)
    article, before, namesake = reuse.resolved(store, article)
    own = None if before is None else store.kinship.own(before.row) if before.composed else before.article
    judged = _judged(store, before, own, article, versioned=versioned)
    if judged.decision == "repeated":
        yield Accepted(article.guid, judged.article.version, "repeated")
        return
    article = _completed(judged.article, before)
    versions = () if before is None else came(store, before)
    piece = Piece(article if judged.counts or own is None else own, (article, *versions), before)
    gathered = Gathered(store, piece)
    plan = kin.arranged(gathered)
    decision = _decision(plan, piece) if before is None else judged.decision
    alone = _stands_alone(plan, piece)
    piece.story = _stored(store, piece, judged._replace(article=article, decision=decision), now, alone=alone)
    settlement = Settlement(store, plan, gathered.pieces, Moment(now))
    fates = [] if alone and len(gathered.pieces) == 1 else settlement.settle()
    accepted = Accepted(article.guid, article.version, decision)
    _explain(store, piece.story.row, accepted, namesake, now)
    _link(store, plan, piece, gathered.related)
    yield accepted._replace(doubt=plan.doubts.get(article.guid))
    others = [fate for fate in fates if fate.guid != article.guid]
    if piece.is_notice and not any(piece in group.notices for group in plan.groups):
        reason = "no story bears a name that it gives: it waits for one"
        store.history.decide(piece.story.row, Decision(now, "waits", article.version, reason))
    elif before is None and piece.guid in plan.reasons:
        store.history.decide(
            piece.story.row, Decision(now, "apart", article.version, plan.reasons[piece.guid])
        )
    for fate in others:
        yield Accepted(*fate)


def _judged(
    store: Kin, before: Story | None, own: Article | None, article: Article, *, versioned: bool
) -> _Judged:
    """Return what is to become of a version; `own` is the one that counts, `before` how its story stands."""
    if before is None or own is None:
        return _Judged(article, "new", counts=True)
    known = store.articles.known(before.row, fingerprint(article))
    if known and (not versioned or article.version in known):
        version = article.version if versioned else known[0]
        return _Judged(msgspec.structs.replace(article, version=version), "repeated", counts=False)
    if not versioned:
        is_older = article.pub_status != "canceled" and unnumbered(article) < unnumbered(own)
        if own.pub_status == "canceled" or is_older:
            return _Judged(msgspec.structs.replace(article, version=own.version), "late", counts=False)
        article = msgspec.structs.replace(article, version=max(own.version, before.article.version) + 1)
    if article.version < own.version:
        return _Judged(article, "late", counts=False)
    if article.version == own.version:
        return _Judged(_flagged(article), "conflict", counts=prevails(article, fingerprint(article), own))
    return _Judged(article, "kill" if article.pub_status == "canceled" else "update", counts=True)


def _stands_alone(plan: Arrangement, piece: Piece) -> bool:
    """Say whether a piece is published as it came: it is in no other story, none is in it, no notice killed it."""
    group = plan.group(piece)
    is_lone = piece.story is None or (piece.story.part is None and not piece.story.composed)
    return is_lone and group is not None and len(group.everything) == 1 and not group.notices


def _decision(plan: Arrangement, piece: Piece) -> str:
    """Return what a story that is new is."""
    group = plan.group(piece)
    if group is None:
        return "waits"
    if part := group.part_of(piece):
        return part
    return "kill" if group.killed is not None and len(group.everything) == 1 else "new"


def _stored(store: Kin, piece: Piece, judged: _Judged, now: datetime, *, alone: bool) -> Story:
    """Store a version, published at once where it stands alone; return how its story stands then."""
    before, (article, decision, counts) = piece.story, judged
    content = fingerprint(article)
    if before is None:
        story = store.articles.add(article, content, now, decision, hidden=not alone)
    elif not counts:
        store.articles.keep(before, article, content, decision)
        story = before
    elif alone or not (before.composed or before.part is None):
        story = store.articles.revise(before, article, content, now, decision)
    else:
        store.articles.contribute(before, article, content, decision)
        story = before
    if alone and counts:
        announce(store, before, story, now)
    else:
        store.articles.entitle(story.row, shingles.said(article).titles)
    if article.body and not piece.take:
        known = {mark for v in piece.versions if v is not article for mark in shingles.said(v).marks}
        marks = [mark for mark in shingles.said(article).marks if mark not in known]
        store.kinship.mark(story.row, period(names.first_seen(article)), marks)
    return store.articles.get(story.row) if before is not None else story


def _link(store: Kin, plan: Arrangement, piece: Piece, related: list[int]) -> None:
    """Link a story with those that tell of one event and are not one with it."""
    group = plan.group(piece)
    mine = set() if group is None else {p.row for p in group.everything}
    for row in related:
        if row not in mine:
            store.kinship.relate(piece.row, row)


def _explain(store: Kin, row: int, accepted: Accepted, namesake: Story | None, now: datetime) -> None:
    """Enter why something became of a story that its version alone does not tell."""
    known = (
        {d.what for d in store.history.decisions(row) if d.version == accepted.version}
        if _REASONS.get(accepted.decision)
        else set()
    )
    said = Decision(now, accepted.decision, accepted.version, _REASONS.get(accepted.decision, ""))
    if said.reason and said.what not in known:
        store.history.decide(row, said)
    if namesake is not None:
        reason = f"its wire used the guid of {namesake.article.guid} again"
        store.history.decide(row, said._replace(what="reused", reason=reason, other=namesake.row))
        store.articles.entitle(row, [names.guid(namesake.article.guid)])


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
