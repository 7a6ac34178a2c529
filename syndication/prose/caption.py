"""An agency's caption: `Place: words (Photo: AGENCY)`, which has the form of a dateline and is none."""

from syndication.on_demand import Expression
from syndication.prose.lines import Row

CAPTION = Expression(
    r"(?:\A|(?<=[.!?\"”’।]))\s{0,2}(?P<place>[^\W\d_a-z][\w .'’-]{1,30}):\s{1,2}(?P<rest>[^\n]{10,500}?)\(\s?(?:File )?(?:Photo|Image|Pic|Picture|Credit)s?\s?(?:courtesy|credit)?\s?:[^()]{1,60}\)\s?\Z"
)
"""A caption that is all of a text, or is glued to the end of its last sentence."""


def is_caption(row: Row) -> bool:
    """Say whether a whole row is a caption."""
    text = row.text
    if text[-1] != ")" or ":" not in text[:40]:
        return False
    found = CAPTION.match(text)
    return found is not None and found.start() == 0
