"""Lets the store be as stories are arranged: joined, published anew, killed and spared, with the reasons."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

import msgspec

from syndication.ingest.arrangement import Arrangement
from syndication.ingest.composition import composed
from syndication.ingest.gathering import Shelves
from syndication.ingest.groups import BY_COMMAND, Group
from syndication.ingest.pieces import Piece
from syndication.ingest.publicity import announce
from syndication.model import Article
from syndication.model.identity import fingerprint
from syndication.store import Articles, Changes, Decision, History, Kinship, Story

_TICK = timedelta(microseconds=1)


class Kin(Shelves, Protocol):
    """What joining and composing ask of a store."""

    articles: Articles
    changes: Changes
    kinship: Kinship
    history: History


class Moment(NamedTuple):
    """As of when stories are published, and the instant that the log names (None: the same)."""

    now: datetime
    due: datetime | None = None

    @property
    def at(self) -> datetime:
        """The instant that the log names."""
        return self.due or self.now


class Fate(NamedTuple):
    """What became of a story because of what came: `kill` or `spared`, and the version that says so."""

    guid: str
    version: int
    what: str


class Settlement:
    """One look at stories that have to do with one another; all pieces are in the store, the first one anew."""

    def __init__(self, store: Kin, plan: Arrangement, pieces: Sequence[Piece], moment: Moment) -> None:
        self._store = store
        self._plan = plan
        self._pieces = pieces
        self._moment = moment

    def settle(self) -> list[Fate]:
        """Let the store be as it is arranged; return whom that killed or spared."""
        for piece in self._pieces:
            if piece.guid in self._plan.waiting and self._store.articles.get(piece.row).part != "waits":
                self._stand(piece, "waits", None, self._plan.waiting[piece.guid])
        groups = [group for group in self._plan.groups if not self._is_settled(group)]
        return [fate for group in groups for fate in self._publish(group)]

    def _is_settled(self, group: Group) -> bool:
        """Say whether a story is made as it was, of pieces that are what they were."""
        first, pieces = group.first.story, group.everything
        return (
            self._pieces[0] not in pieces
            and first is not None
            and (first.article.pub_status == "canceled") == (group.killed is not None)
            and all(p.home == first.row and p.part == group.part_of(p) for p in pieces)
            and len(pieces) == sum(p.home == first.row for p in self._pieces)
        )

    def _publish(self, group: Group) -> Iterator[Fate]:
        """Publish a story as it is made of its pieces, where that is other than what is published."""
        articles, first = self._store.articles, group.first
        stood = articles.get(first.row).part is not None
        if stood:  # in another one, or waited for it
            self._store.kinship.join(first.row, None, None)
        for piece in group.everything:
            if (part := group.part_of(piece)) is not None:
                self._join(group, piece, part)
        before = after = articles.get(first.row)
        is_dead = group.killed is not None and before.article.pub_status != "canceled"
        is_whole = len(group.everything) > 1 or before.composed or is_dead
        whole = (
            composed(group, before.article, self._moment.now, self._pieces[0]) if is_whole else before.article
        )
        content = fingerprint(whole)
        if is_whole and content != fingerprint(before.article):
            whole = _newer(whole, before, self._moment.now)
            after = articles.compose(before, whole, content, self._moment.now)
        elif stood or (first is self._pieces[0] and not before.shown):
            after = articles.turn(before, self._moment.now)
        if after.article is not before.article or after.visible != before.visible:
            announce(self._store, before, after, self._moment.at)
        if is_whole:
            due = (after.article.turns(self._moment.now), first.own.turns(self._moment.now))
            articles.wake(first.row, min((instant for instant in due if instant), default=None))
        yield from self._tell(group, before, after)

    def _tell(self, group: Group, before: Story, after: Story) -> Iterator[Fate]:
        """Enter why a story was killed or spared."""
        said = Fate(after.article.guid, after.article.version, "kill")
        known = killers(self._store, before)
        if after.article.pub_status == "canceled":
            for notice in group.notices[:1]:
                if notice.row not in known:
                    self._decide(after.row, said, f"a kill notice names it: {notice.guid}", notice.row)
                    yield said
        elif known:
            meant = [g.first.guid for g in self._plan.groups if any(n.row in known for n in g.notices)]
            said = said._replace(what="spared")
            reason = f"the kill notice that it came after means {', '.join(meant) or 'no story'}"
            self._decide(after.row, said, reason, None)
            yield said

    def _join(self, group: Group, piece: Piece, part: str) -> None:
        """Let a piece stand in a story, if it does not yet."""
        story, lead = self._store.articles.get(piece.row), group.first
        if (story.part, story.lead) == (part, lead.row):
            self._store.kinship.join(story.row, part, lead.row, piece.own.turns(self._moment.now))
            return
        reason = group.reasons.get(piece.guid) or group.reasons.get(lead.guid, "")
        if story.lead is not None:
            reason = f"with the story it stood in: {reason}"
        self._stand(piece, part, lead.row, reason)
        self._store.kinship.unrelate(story.row, lead.row)
        joined = Fate(lead.guid, self._store.articles.get(lead.row).article.version, "joined")
        self._decide(lead.row, joined, f"{part} {piece.guid}: {reason}", story.row)

    def _stand(self, piece: Piece, part: str, lead: int | None, reason: str) -> None:
        """Take a piece out of the public's sight: it stands in another story, or waits for one."""
        story = self._store.articles.get(piece.row)
        turns = None if lead is None else piece.own.turns(self._moment.now)
        self._store.kinship.join(story.row, part, lead, turns)
        announce(self._store, story, story._replace(visible=False), self._moment.at)
        if reason != BY_COMMAND:  # that is entered already
            self._decide(story.row, Fate(piece.guid, story.article.version, part), reason, lead)

    def _decide(self, row: int, said: Fate, reason: str, other: int | None) -> None:
        decision = Decision(self._moment.at, said.what, said.version, reason, other)
        self._store.history.decide(row, decision)


def _newer(whole: Article, before: Story, now: datetime) -> Article:
    """Return what a story says now, never with an older time than what the public was given.

    Its pieces may all be older: the newest was taken out of it, or the kill was not meant. Who compares times would
    keep what he has, and what he was told to delete he would never take again (RFC 6721 §3).
    """
    given = before.article.modified
    is_back = before.article.pub_status == "canceled" and whole.pub_status != "canceled"
    if not before.shown or whole.modified > given or (whole.modified == given and not is_back):
        return whole
    return msgspec.structs.replace(whole, updated=max(now, given + _TICK))


def killers(store: Shelves, story: Story) -> list[int]:
    """Return the rows of the notices that a story is killed by."""
    if story.article.pub_status != "canceled":
        return []
    return [d.other for d in store.history.decisions(story.row) if d.what == "kill" and d.other is not None]
