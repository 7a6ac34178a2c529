"""Stories that have to do with one another: looked at together, put together and taken apart by command."""

from datetime import datetime

from syndication.errors import UnknownName
from syndication.ingest.arrangement import Arrangement
from syndication.ingest.gathering import Gathered, read
from syndication.ingest.groups import BY_COMMAND, Said
from syndication.ingest.settlement import Kin, Moment, Settlement, killers
from syndication.store import Decision


def arranged(gathered: Gathered) -> Arrangement:
    """Return how what was gathered belongs together, as far as editors have not said otherwise."""
    guids: dict[int | None, str] = {p.row: p.guid for p in gathered.pieces}
    latest: dict[tuple[str, str], Decision] = {}
    for piece, decision in gathered.commands:
        other = guids.get(decision.other, "")
        pair = (min(piece.guid, other), max(piece.guid, other))
        latest[pair] = max(latest.get(pair, decision), decision, key=lambda d: d.at)
    apart = frozenset(pair for pair, decision in latest.items() if decision.what == "apart")
    return Arrangement(gathered.pieces, Said(apart, frozenset(latest.keys() - apart)))


def regroup(store: Kin, row: int, moment: Moment) -> None:
    """Publish anew what a story, and all that have to do with it, make."""
    gathered = Gathered(store, read(store, store.articles.get(row)))
    Settlement(store, arranged(gathered), gathered.pieces, moment).settle()


def apart(store: Kin, guid: str, now: datetime) -> None:
    """Publish a story by itself again, inside an open transaction; raise UnknownName where nothing was decided of it.

    It was taken for a part or a copy of another one, or for one that a kill notice means. What a notice spares it spares
    with all that is in it.
    """
    story = store.articles.current(guid)
    notices = [] if story is None else killers(store, story)
    if story is None or (story.part is None and not notices):
        raise UnknownName("stands in no other story, and no notice killed it", guid)
    for other in (*([] if story.part is None else [story.lead]), *notices):
        within = store.kinship.members(story.row) if other in notices else []
        for one in (story, *within):
            said = Decision(now, "apart", one.article.version, BY_COMMAND, other)
            store.history.decide(one.row, said)
            if other is not None:
                store.history.decide(other, said._replace(other=one.row))
    regroup(store, story.row, Moment(now))


def together(store: Kin, guid: str, other: str, now: datetime) -> None:
    """Let one story stand behind another as a copy of it, inside an open transaction; raise UnknownName."""
    story, lead = store.articles.current(guid), store.articles.current(other)
    if story is None or story.part is not None or store.kinship.members(story.row):
        raise UnknownName("is no story that stands alone", guid)
    if lead is None or lead.part is not None or lead.row == story.row:
        raise UnknownName("is no other story that stands alone", other)
    store.history.decide(story.row, Decision(now, "duplicate", story.article.version, BY_COMMAND, lead.row))
    regroup(store, story.row, Moment(now))
