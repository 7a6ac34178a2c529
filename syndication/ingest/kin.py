"""Stories that stand in the place of others: joined, composed anew when one of them changes, taken apart."""

from datetime import datetime
from typing import Protocol

from syndication.errors import UnknownName
from syndication.ingest import names
from syndication.ingest.composition import composed, take
from syndication.ingest.placing import Place, Shelves
from syndication.ingest.publicity import announce
from syndication.model.identity import fingerprint
from syndication.store import Articles, Changes, Decision, History, Kinship, Story


class Kin(Shelves, Protocol):
    """What joining and composing ask of a store."""

    articles: Articles
    changes: Changes
    kinship: Kinship
    history: History


def settle(store: Kin, story: Story, place: Place, now: datetime) -> None:
    """Give a story that was just stored its place, and let takes that waited for it join."""
    article = story.article
    for other in place.related:
        store.kinship.relate(story.row, other)
    if place.part is not None:
        store.articles.entitle(story.row, names.names(article))  # also of a killed take: it may be revived
        _join(store, story, place, now)
    elif place.reason:
        store.history.decide(story.row, Decision(now, "apart", article.version, place.reason))
    if place.part is None:
        admit(store, story, now)


def admit(store: Kin, story: Story, now: datetime) -> None:
    """Let the takes join that wait for this story and for no other."""
    if take(story.article) > 1:
        return
    for waited in names.waiting(store.articles, story.article):
        found = names.running(store.articles, waited.article, killed=True)
        if [root.row for root in found] == [story.row]:
            reason = f"take {take(waited.article)} of it, which had come first"
            _join(store, waited, Place("take", story, reason), now)


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
    _join(store, story, Place("duplicate", lead, "by command"), now)


def _join(store: Kin, story: Story, place: Place, now: datetime) -> None:
    lead = place.lead
    store.kinship.join(story.row, place.part, None if lead is None else lead.row)
    announce(store, story, story._replace(visible=False), now)
    version, reason = story.article.version, place.reason
    store.history.decide(
        story.row, Decision(now, place.part or "", version, reason, lead.row if lead else None)
    )
    if lead is not None:
        store.kinship.unrelate(story.row, lead.row)
        said = f"{place.part} {story.article.guid}: {reason}"
        store.history.decide(lead.row, Decision(now, "joined", lead.article.version, said, story.row))
        recompose(store, lead.row, now)
