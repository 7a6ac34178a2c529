"""Notes, embargo lines and brackets that a line length broke are whole again before anybody reads them.

Lines with a form of their own are never joined by their width alone: below `Eds: Adds quotes` the headline
may follow. What is joined here is torn in the middle of its sentence or of its bracket.
"""

from syndication.model.blocks import Paragraph
from syndication.on_demand import Expression
from syndication.prose import caption, label
from syndication.prose.label import Label
from syndication.prose.lines import Row, join

_SHORTEST = 45
_MOST_LINES = 6
_STOPS = frozenset(".!?:)]।۔")
# A sentence does not end in these.
_GOING_ON_WORDS = (
    "a an and as at be been before by for from has have his her if in into is its no not of on or our that the their "
    "this to until till was were which who will with"
)
_GOING_ON = frozenset(_GOING_ON_WORDS.split())
_TIME = Expression(
    r"(?:GMT|IST|UTC|EST|EDT|BST|CET|hrs|hours|on|of|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2})\b"
)


def mend(rows: list[Row], labels: list[Label | None]) -> list[Row]:
    """Return `rows` with those joined that belong to one note, embargo line, credit or bracket."""
    if all(row.gap for row in rows):  # paragraphs, as most copy is
        return rows
    mended: list[Row] = []
    place = 0
    while place < len(rows):
        end = _end(rows, labels, place)
        mended.append(join(rows[place:end]) if end > place + 1 else rows[place])
        place = end
    return mended


def _end(rows: list[Row], labels: list[Label | None], place: int) -> int:
    row, form = rows[place], labels[place]
    end = place + 1
    if end == len(rows) or rows[end].gap or not isinstance(row.block, Paragraph | None):
        return end
    text = row.text
    if text[0] in "([" or not place:
        closed = _closed(rows, place)
        if closed:
            return closed
    if not form:
        return end + _completed(rows, labels, place)
    if not (form.note or form.embargo or (form.furniture and form.furniture.kind == "line")):
        return end
    while end < len(rows) and end - place < _MOST_LINES and not rows[end].gap:
        if not _goes_on(text, rows[end].text, embargo=form.embargo or "EMBARGO" in text.upper()):
            break
        text = f"{text} {rows[end].text}"
        end += 1
    return end


def _closed(rows: list[Row], place: int) -> int | None:
    """Return where the row is that closes a bracket left open at `place`, and all that it opens; else None."""
    depth = 0
    for end in range(place, min(len(rows), place + _MOST_LINES)):
        if end > place and rows[end].gap:
            return None
        text = rows[end].text
        depth += text.count("(") + text.count("[") - text.count(")") - text.count("]")
        if depth <= 0:
            return end + 1 if end > place else None
    return None


def _goes_on(text: str, below: str, *, embargo: bool) -> bool:
    if len(text) < _SHORTEST or "/" in below[:12]:
        return False
    if embargo and _TIME.match(below):
        return True
    if text[-1] in _STOPS:
        return False
    return (
        below[0].islower()
        or below[0] == "("
        or text.rsplit(maxsplit=1)[-1] in _GOING_ON
        or text.count('"') % 2 == 1
    )


def _completed(rows: list[Row], labels: list[Label | None], place: int) -> bool:
    """Say whether the line below `place` makes a caption or a page's line of bylines and times of the row."""
    below = labels[place + 1]
    if below and below.furniture and below.furniture.name == "photo-line":
        return caption.is_caption(join(rows[place : place + 2]))
    return " | " in rows[place].text and label.read(join(rows[place : place + 2])) is not None
