"""Cutting a text to a limit: at a word's end, never inside what a reader takes for one character."""

from collections.abc import Callable, Sequence

from syndication.model import graphemes
from syndication.share.counting import Measure

ELLIPSIS = "…"
_LOOSE_ENDS = " ,;:–—-([“‘‹«"


def cut(text: str, limit: int, measure: Measure = graphemes.length) -> str:
    """Return the text where it fits, else its beginning and `…`, which `measure` finds within `limit`.

    Whole words are dropped from the end. Where that would lose more than half of the limit (one long word,
    or a script without blanks) the cut falls between graphemes. "" where not even one grapheme fits.
    """
    if measure(text) <= limit:
        return text
    pieces = graphemes.clusters(text)

    def shortened(count: int) -> str:
        return "".join(pieces[:count]).rstrip(_LOOSE_ENDS) + ELLIPSIS

    def fits(count: int) -> bool:
        return measure(shortened(count)) <= limit

    words = [at for at, piece in enumerate(pieces) if piece == " "]
    whole = _last(words, fits)
    if whole and len(shortened(whole)) > 1 and measure(shortened(whole)) * 2 >= limit:
        return shortened(whole)
    count = _last(range(len(pieces)), fits)
    return shortened(count) if count and len(shortened(count)) > 1 else ""


def _last(counts: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Return the largest of the rising `counts` that fits, 0 where none does."""
    low, high = 0, len(counts)
    while low < high:
        middle = (low + high) // 2
        if fits(counts[middle]):
            low = middle + 1
        else:
            high = middle
    return counts[low - 1] if low else 0
