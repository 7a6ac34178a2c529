"""Kill notices that are copy of their own: they name by headline, slugline, first line or guid the story that must go.

A notice (`pub_status` canceled, a link `previous` with title or guid) means stories of the same provider that bear
that name: of the day before it, else of the week before it, else the first that was received within minutes after
it (copy and notice cross on their way). One name that several stories bear is told by the others; those that fit
equally are all meant, for what must go may not stay because another story bears its name: which of them came first,
and whether the notice did, must not matter. One that was not meant is brought back by an editor. Later copy under the
same name, in another text, is the substitute that desks send after a kill, and lives.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta

from syndication.ingest import names
from syndication.ingest.likeness import other_story, same_provider, told_again
from syndication.ingest.pieces import Piece
from syndication.model.identity import content_key

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MINUTES = timedelta(minutes=10)
_AFTER = 2


def meant(
    notice: Piece,
    pieces: Sequence[Piece],
    is_killed: Callable[[Piece], bool],
    where: Callable[[Piece], Hashable | None],
) -> list[Piece]:
    """Return the pieces that a notice kills.

    `is_killed` says what was killed before it, `where` which story a piece is in (None: it waits for one).
    """
    known = [p for p in pieces if p.guid != notice.guid and where(p) is not None]
    found = [_best(notice, _bearers(notice, known, name), is_killed) for name in sorted(_given(notice))]
    fitting = list(filter(None, found))
    homes = [{where(p) for p in pieces} for pieces in fitting]
    wanted = set.intersection(*homes) if homes else set()
    if not wanted or are_one([p for pieces in fitting for p in pieces]):
        wanted = {home for stories in homes for home in stories}
    named = {p.guid: p for pieces in fitting for p in pieces if where(p) in wanted}
    return list(
        (named | {p.guid: p for guid in sorted(notice.means) for p in _bearing(notice, known, guid)}).values()
    )


def _given(notice: Piece) -> Iterable[str]:
    """Return the names that a notice gives, without guids."""
    given = (t.removeprefix(names.KILL) for t in names.titles(notice.own) if t.startswith(names.KILL))
    return (name for name in given if not name.startswith(names.guid("")))


def _bearers(notice: Piece, known: Sequence[Piece], name: str) -> list[Piece]:
    is_key = name.startswith("key ")
    return [
        p
        for p in known
        if name in p.titles
        and _rank(notice, p) is not None
        and not (is_key and other_story(notice.own, p.speaks))
    ]


def _best(notice: Piece, bearers: list[Piece], is_killed: Callable[[Piece], bool]) -> list[Piece]:
    """Return those bearers of a name that a notice means: of the best rank, and those of the same text.

    Where one of them is killed already the notice is about another, if there is another.
    """
    bearers = [p for p in bearers if not is_killed(p)] or bearers
    if not bearers:
        return []
    bearers.sort(key=lambda p: _order(notice, p))
    first = bearers[0]
    best = _rank(notice, first)
    if best == _AFTER:
        return [p for p in bearers if p is first or told_again(p.speaks, first.speaks)]
    ranked = [p for p in bearers if _rank(notice, p) == best]
    return [p for p in bearers if p in ranked or any(told_again(p.speaks, r.speaks) for r in ranked)]


def _bearing(notice: Piece, known: Sequence[Piece], guid: str) -> list[Piece]:
    """Return the piece with a guid; of several that shared it the last that was made before the notice."""
    found = [p for p in known if guid in {p.guid, p.guid.partition("#")[0]}]
    found.sort(key=lambda p: (p.made, content_key(p.speaks.body)))
    before = [p for p in found if p.made <= notice.made + _MINUTES]
    return before[-1:] or found[:1]


def are_one(pieces: Sequence[Piece]) -> bool:
    """Say whether these are one text, but for a figure or two."""
    return all(told_again(pieces[0].speaks, other.speaks) for other in pieces[1:])


def _rank(notice: Piece, piece: Piece) -> int | None:
    """Return how well a piece fits a notice, 0 the best, None where it cannot be meant."""
    later = piece.made - notice.made
    if not same_provider(notice.own, piece.own) or not -_WEEK <= later <= _MINUTES:
        return None
    if later > timedelta():
        # What is withheld is not seen, and waits for its wire's next word.
        return None if piece.own.pub_status == "withheld" else _AFTER
    return 0 if later >= -_DAY else 1


def _order(notice: Piece, piece: Piece) -> tuple[int, datetime, str]:
    """Return in which order pieces fit a notice, without regard to their arrival."""
    rank = _rank(notice, piece)
    return _AFTER + 1 if rank is None else rank, piece.made, piece.guid
