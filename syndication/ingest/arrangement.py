"""Which pieces are one story: what would have become of them had each come in the instant in which it was made.

The pieces are looked at in the order of their times, not of their arrival, so every order of arrival ends alike.
A text that is there already joins it; marked copy joins the one story of its name that was there before it, a take,
too; a kill takes with it all that is in its story then, and later only the killed text itself. Never a guess: marked
copy that fits several stories is published by itself, a take that does is not published.

Where the wire names no time that of receipt stands for it, with one exception: the first story of a name came before
the leads of that name, however late it was received.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from syndication.ingest import bonds, kills, likeness
from syndication.ingest.groups import BY_COMMAND, Group, Said
from syndication.ingest.likeness import Likeness
from syndication.ingest.pieces import Piece


class Arrangement:
    """All stories that some pieces make; by guid, why a take waits and why marked copy stands by itself.

    `doubts` tells of takes and kill notices that fit several stories.
    """

    def __init__(self, pieces: Sequence[Piece], said: Said) -> None:
        self.groups: list[Group] = []
        self.waiting: dict[str, str] = {}
        self.reasons: dict[str, str] = {}
        self.doubts: dict[str, str] = {}
        self._pieces = pieces
        self._said = said
        self._home: dict[str, Group] = {}
        self._doomed: dict[str, Piece] = {}
        self._likes: dict[tuple[str, str], Likeness] = {}
        self._waiting: list[Piece] = []
        for _, step, _, _, piece in sorted(self._events(), key=lambda event: event[:4]):
            (self._come, self._kill, self._notice)[step](piece)

    def group(self, piece: Piece) -> Group | None:
        """Return the story that a piece is in, None for a take that waits."""
        return self._home.get(piece.guid)

    def _events(self) -> Iterable[tuple[datetime, int, int, str, Piece]]:
        for piece in self._pieces:
            rank = 2 if piece.take else int(piece.is_marked)
            yield self._instant(piece), 0, rank, piece.guid, piece
            if piece.killed and not piece.take:
                yield piece.killed, 1, 0, piece.guid, piece
            if piece.is_notice:
                yield piece.made, 2, 0, piece.guid, piece

    def _instant(self, piece: Piece) -> datetime:
        """Return when a piece was made; the first of a name before the leads, where nobody knows when."""
        if not piece.is_undated or piece.is_marked or piece.take:
            return piece.made
        named = [p for p in self._pieces if not p.take and p.told and bonds.are_named_alike(p, piece)]
        first = min((p for p in named if not p.is_marked), key=lambda p: (p.made, p.guid), default=piece)
        if first is not piece and self._like(first, piece).verdict not in likeness.ONE:
            return piece.made
        return min(p.made for p in (piece, *named) if p is piece or (p.is_marked and p.is_undated))

    def _come(self, piece: Piece) -> None:
        if piece.take:
            self._continue(piece)
            return
        found = self._of_one_text(piece) if piece.told else {}
        dead = [group for group in found if group.killed]
        if dead:
            found = {dead[0]: found[dead[0]]}
        elif piece.is_marked and piece.told:
            found |= self._replaced(piece, found)
        for other, group in list(self._home_of_those_together(piece)):
            found[group] = (BY_COMMAND, other)
        self._join(piece, found)
        if piece.guid in self._doomed:
            self._die(self._home[piece.guid], piece.made, self._doomed[piece.guid])

    def _of_one_text(self, piece: Piece) -> dict[Group, tuple[str, Piece | None]]:
        """Return the stories that have the text already, the most alike first, each with the reason."""
        found = []
        for group in self.groups:
            likes = [(self._like(piece, other), other) for other in group.pieces if other.told]
            likes = [(like, other) for like, other in likes if like.verdict in likeness.ONE]
            if group.killed:
                likes = [(like, other) for like, other in likes if like.share >= bonds.KILLED_TEXT]
            if likes and not self._are_apart([piece], group.everything):
                like, other = max(likes, key=lambda pair: (pair[0].share, pair[0].verdict == "duplicate"))
                found.append((like, other, group))
        found.sort(key=lambda one: -one[0].share)  # stable: else the first that was made
        return {
            group: (_reason(like, group), other if like.verdict == "duplicate" else None)
            for like, other, group in found
        }

    def _replaced(
        self, piece: Piece, found: dict[Group, tuple[str, Piece | None]]
    ) -> dict[Group, tuple[str, Piece | None]]:
        """Return the story that marked copy replaces: the one of its name, else the one of much of its text."""
        alive = [g for g in self.groups if not g.killed and not self._are_apart([piece], g.everything)]
        fitting = [g for g in alive if _bears(g, piece)]
        if not fitting and not found:
            fitting = [g for g in alive if any(p.told and bonds.may_replace_text(piece, p) for p in g.pieces)]
        if any(group in fitting for group, (_, original) in found.items() if original is None):
            return {}  # its text tells which of that name it replaces
        fitting = [g for g in fitting if g not in found]
        if len(fitting) == 1:
            return {fitting[0]: (f"marked {', '.join(piece.speaks.signals)}", None)}
        if fitting:
            self.reasons[piece.guid] = f"it may replace any of {_guids(fitting)}"
        return {}

    def _join(self, piece: Piece, found: dict[Group, tuple[str, Piece | None]]) -> None:
        """Make one story of those that a piece is one with."""
        home = Group()
        home.pieces.append(piece)
        for group, (reason, original) in found.items():
            if self._are_apart(home.everything, group.everything):
                continue
            home.killed = home.killed or group.killed
            home.notices += group.notices
            home.take_in(group)
            home.reasons.setdefault(piece.guid, reason)
            if original is not None:
                home.copies.append((original, piece))
            self.groups.remove(group)
        home.pieces.sort(key=lambda p: (p.made, p.is_marked, p.guid))
        self.groups.append(home)
        self._home |= {p.guid: home for p in home.everything}
        for waited in [w for w in self._waiting if bonds.are_named_alike(w, piece)]:
            if not self._are_apart([waited], home.everything):
                self._waiting.remove(waited)
                del self.waiting[waited.guid]
                self._add_take(home, waited, f"take {waited.take} of it, which had come first")

    def _continue(self, take: Piece) -> None:
        if _pair(take.guid, "") in self._said.apart:
            self._join(take, {})
            return
        fitting = [g for g in self.groups if any(bonds.are_named_alike(take, p) for p in g.pieces)]
        apart = [g for g in fitting if self._are_apart([take], g.everything)]
        fitting = [g for g in fitting if g not in apart]
        fitting = [g for g in fitting if not g.killed] or fitting
        if len(fitting) == 1:
            self._add_take(fitting[0], take, f"take {take.take} of it")
        elif fitting:
            reason = f"take {take.take} fits several stories: {_guids(fitting)}"
            self.waiting[take.guid] = self.doubts[take.guid] = reason
        elif apart:
            self._join(take, {})
        else:
            self.waiting[take.guid] = f"take {take.take} came before the story that it continues"
            self._waiting.append(take)

    def _add_take(self, group: Group, take: Piece, reason: str) -> None:
        group.takes.append(take)
        group.reasons[take.guid] = reason
        self._home[take.guid] = group

    def _kill(self, piece: Piece) -> None:
        group = self._home[piece.guid]
        group.killed = group.killed or piece.killed

    def _notice(self, notice: Piece) -> None:
        meant = kills.meant(notice, self._pieces, self._is_killed, self._where)
        named = [piece for piece in meant if piece.guid not in notice.means]
        if len({self._where(piece) for piece in named}) > 1 and not kills.are_one(named):
            self.doubts[notice.guid] = (
                f"its names fit several stories: {', '.join(sorted(p.guid for p in named))}"
            )
        for piece in meant:
            if self._are_apart([notice], [piece]):
                continue
            if (group := self._home.get(piece.guid)) is not None:
                self._die(group, notice.made, notice)
            elif not piece.take:
                self._doomed[piece.guid] = notice

    def _die(self, group: Group, at: datetime, notice: Piece) -> None:
        """Let a notice kill a story, unless editors said of something in it that the notice does not mean it."""
        if self._are_apart([notice], group.everything):
            return
        group.killed = group.killed or at
        group.notices.append(notice)

    def _is_killed(self, piece: Piece) -> bool:
        group = self._home.get(piece.guid)
        return piece.guid in self._doomed or (group is not None and group.killed is not None)

    def _where(self, piece: Piece) -> object:
        """Return what tells the story of a piece from others, None for a take that has none."""
        group = self._home.get(piece.guid)
        return None if group is None and piece.take else group or piece.guid

    def _home_of_those_together(self, piece: Piece) -> Iterable[tuple[Piece, Group]]:
        for other in self._pieces:
            if _pair(piece.guid, other.guid) in self._said.together and other.guid in self._home:
                yield other, self._home[other.guid]

    def _like(self, one: Piece, other: Piece) -> Likeness:
        key = _pair(one.guid, other.guid)
        if key not in self._likes:
            self._likes[key] = bonds.alike(one, other)
        return self._likes[key]

    def _are_apart(self, some: Sequence[Piece], others: Sequence[Piece]) -> bool:
        apart = self._said.apart
        return bool(apart) and any(_pair(p.guid, o.guid) in apart for p in some for o in others)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _reason(like: Likeness, group: Group) -> str:
    if group.killed:
        return f"the text of a killed story again ({like.share:.0%})"
    if like.verdict == "duplicate":
        return f"{like.share:.0%} of its text is there already"
    return f"a revision under the same name ({like.share:.0%})"


def _bears(group: Group, piece: Piece) -> bool:
    """Say whether a story is of the name of marked copy, and none of its pieces is that form for another day or place."""
    named = [p for p in group.pieces if p.told and bonds.are_named_alike(piece, p)]
    return bool(named) and all(bonds.may_replace(piece, p) for p in named)


def _guids(groups: Sequence[Group]) -> str:
    return ", ".join(sorted(g.pieces[0].guid for g in groups))
