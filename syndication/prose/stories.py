"""Where one story ends and the next begins in one piece of copy."""

from datetime import datetime

from syndication.model.article import Signoff
from syndication.prose import caption, dateline, kill, signals, signoff
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row

_AHEAD = 8
_RULES = "=#_"  # lines of these part stories; dashes and stars may part sections
_ENDS = frozenset('.!?"”’')
_TRAILED = frozenset(")ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def split(rows: list[Row], labels: list[Label | None], received: datetime) -> list[int]:
    """Return where each story begins, 0 the first.

    A story begins with a headline that a dateline follows, once the story before has its own dateline and
    a paragraph, or has been signed off; behind a sign-off also with a headline when a later sign-off closes
    it. A sub-heading that is a city opens nothing.
    """
    scan = _Scan(rows, labels, received)
    for place in range(len(rows)):
        scan.step(place)
    return scan.starts


def _signed(text: str) -> signoff.Found | None:
    """Return the mark behind the last sentence; behind a headline there is none."""
    found = signoff.trailer(text) if text[-1] in _TRAILED else None
    ended = found and (not heading(text) or text[: found.start].rstrip()[-1:] in _ENDS)
    return found if ended else None


class _Scan:
    """One walk over the rows: what the story that is open has had so far."""

    def __init__(self, rows: list[Row], labels: list[Label | None], received: datetime) -> None:
        self.rows = rows
        self.labels = labels
        self.received = received
        self.starts = [0]
        self.last_close = max((i for i, label in enumerate(labels) if label and label.closes), default=-1)
        self.closed = self.placed = self.commented = self.drawn = False
        self.paragraphs = 0
        self.sign: Signoff | None = None
        self.after = 0  # the first row that may belong to the next story

    def step(self, place: int) -> None:
        """Look at one row."""
        label, row = self.labels[place], self.rows[place]
        if label:
            self._labelled(place, label)
            return
        if self.commented:
            return
        if self.closed and place == self.after and self._below(row):
            self.after = place + 1
            return
        signed = _signed(row.text)
        if place and not signed and (self.closed or (self.placed and self.paragraphs)) and self._opens(place):
            behind = self.closed and self.after <= place and all(self.labels[self.after : place])
            self.starts.append(self.after if behind else place)
            self.closed, self.placed, self.paragraphs = False, False, 0
        if not self.placed:
            self.placed = self._dateline(row) is not None
        if signed:
            self._close(place, signed.signoff)
        elif not heading(row.text):
            self.paragraphs += 1

    def _labelled(self, place: int, label: Label) -> None:
        note = label.note
        if note and note.kind == "note" and kill.is_notice([], [note.text]):
            self.paragraphs += 1  # all that a notice says
        if label.closes and (self.placed or self.paragraphs):
            self._close(place, label.closing.signoff if label.closing else None)
        elif label.furniture:
            kind, name = label.furniture.kind, label.furniture.name
            self.commented = kind == "comments" or (self.commented and kind != "end" and name != "rule-line")
            text = self.rows[place].text
            drawn = name == "rule-line" and len(text) > 2 and (self.placed or self.paragraphs > 0)
            self.closed = self.closed or drawn
            self.drawn = drawn and text[0] in _RULES
            self.after = place + 1
        elif label.closing and self.closed:
            self.after = place + 1

    def _close(self, place: int, sign: Signoff | None) -> None:
        self.closed, self.after, self.sign = True, place + 1, sign

    def _below(self, row: Row) -> bool:
        """Say whether a row right below a sign-off still belongs to it: initials, a caption."""
        return bool(self.sign and signoff.follows(row.text, self.sign)) or caption.is_caption(row)

    def _opens(self, place: int) -> bool:
        """Say whether a story begins at this row."""
        row = self.rows[place]
        if not self.closed and not heading(row.text):
            return False
        own = self._dateline(row)
        if own and own.dateline.date and own.dateline.agency:
            return self.closed
        if not heading(row.text) or row.text.endswith(":"):
            return False
        paragraphs = 0
        for ahead in range(place + 1, min(len(self.rows), place + 1 + _AHEAD)):
            label = self.labels[ahead]
            if label and label.closes:
                break
            if label:
                continue
            found = self._dateline(self.rows[ahead])
            if found and (self.closed or (found.dateline.agency and found.dateline.date)):
                return True
            paragraphs += not heading(self.rows[ahead].text)
            if paragraphs > (2 if self.closed else 0):
                break
        if not self.closed:
            return False
        marked = bool(signals.signals_alone(row.text) or signals.read(row.text).signals)
        ruled = self.drawn and place == self.after
        return marked or (paragraphs > 0 and (ruled or self.last_close > place + 1))

    def _dateline(self, row: Row) -> dateline.Found | None:
        return row.dateline(self.received)
