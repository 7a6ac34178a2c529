"""What two pieces are to each other, whichever came first: one text, one name, one form filled in anew."""

from syndication.ingest import facts, likeness, names
from syndication.ingest.likeness import Likeness
from syndication.ingest.pieces import Piece

KILLED_TEXT = 0.95
"""The share of a killed text from which on it is that text, whatever else came since."""
LEAD_SHARE = 0.5
"""The share from which on marked copy replaces a text whose name it does not bear."""
_TEXTS = 4
_APART = Likeness("apart", 0.0)


def alike(one: Piece, other: Piece) -> Likeness:
    """Return how alike the most alike of their texts are."""
    found = (likeness.compare(first, second) for first in one.told[:_TEXTS] for second in other.told[:_TEXTS])
    return max(
        found, key=lambda like: (like.verdict in likeness.ONE, like.share, like.verdict), default=_APART
    )


def are_named_alike(one: Piece, other: Piece) -> bool:
    """Say whether two pieces bear one name, are one provider's, and were made within a day."""
    return (
        not one.heads.isdisjoint(other.heads)
        and likeness.same_provider(one.own, other.own)
        and names.are_near(one.made, other.made)
    )


def may_replace(marked: Piece, other: Piece) -> bool:
    """Say whether marked copy can stand in the place of another piece that bears its name."""
    return bool(other.told) and are_named_alike(marked, other) and not _is_filled_anew(marked, other)


def may_replace_text(marked: Piece, other: Piece) -> bool:
    """Say whether marked copy can stand in the place of another piece of which it has much of the text."""
    return (
        other.own.pub_status == "usable"
        and likeness.same_provider(marked.own, other.own)
        and likeness.days_between(marked.speaks, other.speaks) == 0
        and alike(marked, other).share >= LEAD_SHARE
        and not _is_filled_anew(marked, other)
    )


def _is_filled_anew(marked: Piece, other: Piece) -> bool:
    """Say whether marked copy is one form with the other piece, filled in for another day, place or person.

    Other figures are what a lead is sent for; another name among the same words it would call a correction.
    """
    one, two = marked.told[0], other.told[0]
    share = one.share(two)
    if likeness.days_between(one.article, two.article):
        return share >= likeness.RELATED and bool(facts.swapped(one.text, two.text))
    if share < likeness.SAME or "correction" in (*one.article.signals, *two.article.signals):
        return False
    return facts.swapped(one.text, two.text).names > 0
