"""Makes one story of several: a running story of its takes and leads, and of the copies of it from elsewhere.

Who it is (guid, address, time of first publication) is what the public was given first and never changes. What it
says is decided by a rule that knows no order of arrival. The newest telling replaces what was before it, and takes
follow in the order of their numbers. Of copies that nobody marked as newer the agency's own counts before a portal's,
one that is whole before one that was cut off, a wire's later version before its first, then the one that was made
first, then the greater fingerprint. One that is killed takes all with it, a killed take only itself.

An embargo binds what bears it. A take or a telling in other words joins at its instant, and leaves no trace before;
what the public reads it goes on reading. The same words from several hands are free where the best hand (`owner`)
sets them free in every copy that it sent: an embargo on one of its copies holds back all copies of those words.
What is withheld has no instant, and holds back the whole story.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from syndication.ingest import facts
from syndication.ingest.groups import Group
from syndication.ingest.likeness import moment
from syndication.ingest.pieces import Piece
from syndication.ingest.precedence import best, corrected, is_marked, newest, owner
from syndication.ingest.shingles import said
from syndication.model import Article
from syndication.model.article import AltId
from syndication.model.identity import fingerprint
from syndication.model.site import HOME, SLUG

JOINED = "joined"
"""The scheme of the `alt_ids` entries that name the other stories in this one."""
_EVER = datetime.min.replace(tzinfo=UTC)


class Telling:
    """The same words from one hand or several: who speaks for them, and until when they are under embargo."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        hands = [p.counts for p in pieces]
        self.is_undated = all(p.is_undated for p in pieces)
        first = max(map(owner, hands))
        held = [a.embargoed for a in hands if a.embargoed and owner(a) == first]
        self.free = max(held, default=_EVER)
        self.hands = [a for a in hands if (a.embargoed or _EVER) <= self.free]
        leader = max(self.hands, key=corrected)
        others = [a for a in self.hands if a is not leader]
        same = (a for a in others if not facts.swapped(said(leader).text, said(a).text))
        self.article = max((leader, *same), key=best)


def composed(group: Group, current: Article, now: datetime, fresh: Piece | None = None) -> Article:
    """Return what is published of a story at `now`.

    Identity, address and first time are those of `current`, what was published before. A take that is in it already
    stays, though the clock was set back, unless it came anew (`fresh`).
    """
    root = group.first
    there = {a.value for a in current.alt_ids if a.scheme == JOINED}
    tellings = _tellings(group) or [Telling([root])]
    now = max(now, min(telling.free for telling in tellings))  # before that nobody sees it
    public = [telling for telling in tellings if telling.free <= now]
    base = _newest(public)
    takes = sorted(
        (
            p.own
            for p in group.takes
            if p.own.visible(_since(p, now, is_there=p is not fresh and p.guid in there))
        ),
        key=lambda a: (max(p.take for p in group.takes if p.own is a), moment(a), fingerprint(a)),
    )
    if is_marked(base) or len(public) > 1:
        takes = [a for a in takes if moment(a) > moment(base)]
    used = (base, *takes)
    joined = {a.guid for t in public for a in t.hands} | {a.guid for a in takes}
    free = min(telling.free for telling in public)
    updated = None if used == (root.counts,) else max(max(moment(a), a.embargoed or _EVER) for a in used)
    if group.killed is not None:
        # A notice is later than what it says of itself: only its receipt makes it known.
        orders = [n.own.updated or n.own.source.received for n in group.notices[:1]]
        updated = max(group.killed, updated or _EVER, *orders)
    return msgspec.structs.replace(
        base,
        guid=root.guid,
        alt_ids=(
            *(a for a in root.own.alt_ids if a.scheme not in {SLUG, HOME, JOINED}),
            *(AltId(JOINED, guid) for guid in sorted(joined - {root.guid})),
            *(a for a in current.alt_ids if a.scheme in {SLUG, HOME}),
        ),
        pub_status=_status(group),
        body=tuple(block for article in used for block in article.body),
        media=tuple({m.guid: m for article in used for m in article.media}.values()),
        word_count=_sum(a.word_count for a in used),
        reading_minutes=_sum(a.reading_minutes for a in used),
        created=current.created,
        updated=updated or root.own.updated,
        embargoed=None if free == _EVER else free,
        url=current.url,
        version=max(current.version + 1, root.own.version),
    )


def _since(take: Piece, now: datetime, *, is_there: bool) -> datetime:
    """Return as of when a take is looked at: one that was public is not held back again."""
    return max(now, take.own.embargoed or now) if is_there else now


def _tellings(group: Group) -> list[Telling]:
    """Return the story in each of the words in which it is told."""
    usable = [p for p in group.pieces if p.own.pub_status == "usable"]
    found: list[list[Piece]] = [[p] for p in usable]
    for pair in group.copies:
        one = [pieces for pieces in found if not set(pair).isdisjoint(pieces)]
        if len(one) > 1:
            found = [pieces for pieces in found if pieces not in one] + [
                [p for pieces in one for p in pieces]
            ]
    return list(map(Telling, found))


def _newest(tellings: Sequence[Telling]) -> Article:
    """Return what the best hand told last; where nobody knows when, a lead is newer than what is none."""
    first = max(owner(t.article) for t in tellings)
    told = [t for t in tellings if owner(t.article) == first]
    if any(t.is_undated and is_marked(t.article) for t in told):
        told = [t for t in told if is_marked(t.article) or not t.is_undated]
    return max((t.article for t in told), key=newest)


def _status(group: Group) -> str:
    """Return the strictest: what one of them takes back or holds back, the others cannot publish."""
    if group.killed is not None:
        return "canceled"
    return "withheld" if any(p.own.pub_status == "withheld" for p in group.pieces) else "usable"


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
