"""Where one story ends and the next begins in one piece of copy."""

from datetime import datetime

from syndication.model.article import Signoff
from syndication.prose import dateline, signals, signoff
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row

_AHEAD = 8
_TRAILED = frozenset(").ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def split(rows: list[Row], labels: list[Label | None], received: datetime) -> list[int]:
    """Return where each story begins, 0 the first.

    A story begins with a headline that a dateline follows, once the story before has its own dateline and
    a paragraph, or has been signed off; behind a sign-off also with a headline when a later sign-off closes
    it. A sub-heading that is a city opens nothing.
    """
    starts = [0]
    last_close = max((i for i, label in enumerate(labels) if label and label.closes), default=-1)
    closed = placed = commented = False
    paragraphs = 0
    sign: Signoff | None = None
    after = 0  # the first row that may belong to the next story
    for place, row in enumerate(rows):
        label = labels[place]
        if label:
            if label.closes and (placed or paragraphs):
                closed, after = True, place + 1
                sign = label.closing.signoff if label.closing else None
            elif label.furniture and label.furniture.kind == "comments":
                commented = True
            elif label.furniture and (label.furniture.kind == "end" or label.furniture.name == "rule-line"):
                commented = False
                closed = closed or (label.furniture.name == "rule-line" and len(row.text) > 2 and placed)
                after = place + 1
            elif label.furniture or (label.closing and closed):
                after = place + 1
            continue
        if commented:
            continue
        if closed and place == after and sign and signoff.follows(row.text, sign):
            after = place + 1
            continue
        text = row.text
        head = heading(text)
        if (
            place
            and (closed or (placed and paragraphs))
            and _opens(rows, labels, place, closed, last_close, received)
        ):
            start = (
                after if closed and after <= place and all(labels[i] for i in range(after, place)) else place
            )
            starts.append(start)
            closed, placed, paragraphs = False, False, 0
        if not placed and _looks_dated(text):
            placed = dateline.read(text, received) is not None
        if not head:
            paragraphs += 1
            found = signoff.trailer(text) if text[-1] in _TRAILED else None
            if found:
                closed, after, sign = True, place + 1, found.signoff
    return starts


def _looks_dated(text: str) -> bool:
    head = text[:120]
    return "(" in head or any(map(str.isdigit, head))


def _opens(
    rows: list[Row], labels: list[Label | None], place: int, closed: bool, last_close: int, received: datetime
) -> bool:
    text = rows[place].text
    if not heading(text) and not (closed and _dated(text, received)):
        return False
    if _dated(text, received):
        return closed
    if text.endswith(")") and "Photo" in text:
        return False
    paragraphs = 0
    for ahead in range(place + 1, min(len(rows), place + 1 + _AHEAD)):
        if labels[ahead]:
            if labels[ahead].closes:  # type: ignore[union-attr]  # tested on the line above
                break
            continue
        found = dateline.read(rows[ahead].text, received) if _looks_dated(rows[ahead].text) else None
        if found and (closed or (found.dateline.agency and found.dateline.date)):
            return True
        if not heading(rows[ahead].text):
            paragraphs += 1
            if paragraphs > (2 if closed else 0):
                break
    if not closed:
        return False
    if signals.signals_alone(text) or signals.read(text).signals:
        return True
    return paragraphs > 0 and last_close > place + 1


def _dated(text: str, received: datetime) -> bool:
    found = dateline.read(text, received) if _looks_dated(text) else None
    return bool(found and found.dateline.date and found.dateline.agency)
