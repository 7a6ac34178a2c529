"""What pieces make together: one story, and what editors have said of it."""

from datetime import datetime
from typing import NamedTuple

from syndication.ingest.pieces import Piece

BY_COMMAND = "by command"
"""The reason of what an editor decided."""


class Said(NamedTuple):
    """What editors said of pairs of guids, smaller one first: never one story, or one in any case."""

    apart: frozenset[tuple[str, str]] = frozenset()
    together: frozenset[tuple[str, str]] = frozenset()


class Group:
    """One story: its pieces in the order in which they were made, its takes, when it was killed and by which notices.

    `copies` are the pairs of which one is the other's copy, `reasons` says by guid why a piece belongs to it.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.takes: list[Piece] = []
        self.copies: list[tuple[Piece, Piece]] = []
        self.reasons: dict[str, str] = {}
        self.killed: datetime | None = None
        self.notices: list[Piece] = []

    @property
    def everything(self) -> list[Piece]:
        """All that belongs to the story."""
        return [*self.pieces, *self.takes]

    def take_in(self, other: "Group") -> None:
        """Make another story a part of this one."""
        self.pieces += other.pieces
        self.takes += other.takes
        self.copies += other.copies
        self.reasons = other.reasons | self.reasons

    @property
    def first(self) -> Piece:
        """The piece under whose guid it is published: what the public was given first, else what came first."""
        return min(self.pieces, key=lambda p: (p.story is None or not p.story.shown, p.row))

    def part_of(self, piece: Piece) -> str | None:
        """Return as what a piece stands in it, None for the first."""
        if piece is self.first:
            return None
        if piece in self.takes:
            return "take"
        is_killed_text = self.killed is not None and piece.guid in self.reasons and not piece.is_marked
        return "duplicate" if is_killed_text or any(piece in pair for pair in self.copies) else "lead"
