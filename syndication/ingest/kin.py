"""Stories that stand in the place of others: joined, composed anew when one of them changes, taken apart."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from syndication.errors import UnknownName
from syndication.ingest import names
from syndication.ingest.composition import composed, take
from syndication.ingest.placing import Place, Shelves
from syndication.ingest.publicity import announce
from syndication.model.identity import fingerprint
from syndication.store import Articles, Changes, Decision, History, Kinship, Story

_TAKE = 2
"""The number from which on a take continues another story."""


class Standing(NamedTuple):
    """As what a story stands in the place of another one (None: it waits for one), and why."""

    part: str
    lead: int | None
    reason: str


class Kin(Shelves, Protocol):
    """What joining and composing ask of a store."""

    articles: Articles
    changes: Changes
    kinship: Kinship
    history: History


def settle(store: Kin, story: Story, place: Place, now: datetime) -> None:
    """Give a story its place, make one of those that it is one with, and let takes that waited for it join.

    Who is first stays who it is: the story of them that came first is published, the others stand in it.
    """
    article = story.article
    home = story.row if story.lead is None else story.lead
    for other in place.related:
        store.kinship.relate(story.row, other)
    if place.part is not None or place.bonds:
        store.articles.entitle(story.row, names.names(article))  # also of a killed take: it may be revived
    if place.part is not None:
        _stand(store, story, Standing(place.part, None, place.reason), now)
    elif place.bonds:
        first = min(home, *(bond.root.row for bond in place.bonds))
        for bond in sorted(place.bonds, key=lambda bond: bond.root.row != first):
            if _taken_apart(store, home if bond.root.row == first else bond.root.row, first):
                continue
            if bond.root.row != first:
                said = f"{article.guid} is one with both: {bond.reason}" if home != first else bond.reason
                _unite(store, bond.root.row, Standing(bond.part, first, said), now)
            elif home != first:
                _unite(store, home, Standing(bond.part, first, bond.reason), now)
    elif place.reason:
        store.history.decide(story.row, Decision(now, "apart", article.version, place.reason))
    if place.waiting:
        root = store.articles.get(min(home, *(b.root.row for b in place.bonds)) if place.bonds else home)
        _let_join(store, root, place.waiting, now)


def admit(store: Kin, story: Story, now: datetime) -> None:
    """Let the takes join that wait for a story of this name, in a new version of it."""
    _let_join(store, story, names.bearers(store.articles, story.article), now)


def _let_join(store: Kin, story: Story, found: Iterable[Story], now: datetime) -> None:
    """Let those takes join that wait for this story and for no other."""
    for waited in sorted((s for s in found if s.part == "waits"), key=lambda s: s.row):
        running = names.running(store.articles, waited.article, killed=True)
        if [root.row for root in running] == [story.row] and take(story.article) < _TAKE:
            reason = f"take {take(waited.article)} of it, which had come first"
            _stand(store, waited, Standing("take", story.row, reason), now)


def recompose(store: Kin, row: int, now: datetime) -> None:
    """Publish anew what a story and those in its place make, if that is other than what is published."""
    before = store.articles.get(row)
    root = store.kinship.own(row)
    members = [(m.part or "", m.article) for m in store.kinship.members(row)]
    whole = composed(root, before.article, members)
    content = fingerprint(whole)
    if content == fingerprint(before.article):
        return
    announce(store, before, store.articles.compose(before, whole, content, now), now)


def apart(store: Kin, guid: str, now: datetime) -> None:
    """Publish a story by itself again, inside an open transaction; raise UnknownName where it stands alone."""
    story = store.articles.current(guid)
    if story is None or story.part is None:
        raise UnknownName("stands in no other story", guid)
    store.kinship.join(story.row, None, None)
    alone = story._replace(part=None, lead=None)
    announce(store, alone, store.articles.turn(alone, now), now)
    said = Decision(now, "apart", story.article.version, "by command", story.lead)
    store.history.decide(story.row, said)
    if story.composed:
        recompose(store, story.row, now)
    if story.lead is not None:
        store.history.decide(story.lead, said._replace(other=story.row))
        recompose(store, story.lead, now)


def together(store: Kin, guid: str, other: str, now: datetime) -> None:
    """Let one story stand behind another as a copy of it, inside an open transaction; raise UnknownName."""
    story, lead = store.articles.current(guid), store.articles.current(other)
    if story is None or story.part is not None or story.composed:
        raise UnknownName("is no story that stands alone", guid)
    if lead is None or lead.part is not None or lead.row == story.row:
        raise UnknownName("is no other story that stands alone", other)
    _stand(store, story, Standing("duplicate", lead.row, "by command"), now)


def _taken_apart(store: Kin, row: int, other: int) -> bool:
    """Say whether somebody said that a story, or one in it, is none with another one, or with one in that."""
    if row == other:
        return False
    mine, theirs = ({root, *(m.row for m in store.kinship.members(root))} for root in (row, other))
    said = [d for found in mine for d in store.history.decisions(found) if d.other in theirs]
    return bool(said) and max(said, key=lambda d: d.at).what == "apart"


def _unite(store: Kin, row: int, standing: Standing, now: datetime) -> None:
    """Let a story, with all that stand in it, stand in another one."""
    for member in store.kinship.members(row):
        reason = f"with the story it stood in: {standing.reason}"
        store.kinship.join(member.row, member.part, standing.lead)
        said = Decision(now, member.part or "", member.article.version, reason, standing.lead)
        store.history.decide(member.row, said)
    _stand(store, store.articles.get(row), standing, now)


def _stand(store: Kin, story: Story, standing: Standing, now: datetime) -> None:
    """Let one story stand in another one, or wait for it."""
    part, lead, reason = standing
    store.kinship.join(story.row, part, lead)
    announce(store, story, story._replace(visible=False), now)
    store.history.decide(story.row, Decision(now, part, story.article.version, reason, lead))
    if lead is not None:
        store.kinship.unrelate(story.row, lead)
        version = store.articles.get(lead).article.version
        said = f"{part} {story.article.guid}: {reason}"
        store.history.decide(lead, Decision(now, "joined", version, said, story.row))
        recompose(store, lead, now)
