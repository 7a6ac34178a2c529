"""Plain copy as rows: lines without their margins, hard-wrapped ones joined, each row's lines remembered."""

from datetime import datetime
from itertools import pairwise

from syndication.model.blocks import Block, Paragraph
from syndication.on_demand import Expression
from syndication.prose import dateline, inline

_RUNS = Expression(r"[ \t]{2,}")
_STOPS = ".!?:;\"”’'।۔)]…"
_UPPER = 12
_WIDEST = 110
_NARROWEST = 45
_INLINE_PARAGRAPH = Expression(r"(?<=[.!?\"”।۔])[ ]{4,40}(?=[^\W_]|[\"“‘'])")


class Row:
    """One line of copy, or several that a line length had broken.

    `number` is the first line's. `gap`: a blank line stands before it. `raw` is the first line with its
    inner blanks (a table's columns). `parts` are the lines inside (number, start in `text`). `fixed`: known by
    its form, never joined with another.
    """

    __slots__ = ("_dateline", "block", "fixed", "gap", "indent", "number", "parts", "raw", "text")

    def __init__(self, number: int, text: str, raw: str, *, gap: bool, block: Block | None = None) -> None:
        self.number = number
        self.text = text
        self.raw = raw
        self.gap = gap
        self.block = block
        self.indent = 0
        self.fixed = False
        self._dateline: dateline.Found | bool | None = False  # not looked at yet
        self.parts: tuple[tuple[int, int], ...] = ((number, 0),)

    def lines(self, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
        """Return (number, words) of each line's share of `text[start:end]`."""
        text = self.text
        end = len(text) if end is None else end
        if len(self.parts) == 1:
            words = text[start:end].strip()
            return [(self.number, words)] if words else []
        shares = []
        for (number, begin), stop in zip(
            self.parts, (*(b for _, b in self.parts[1:]), len(text)), strict=True
        ):
            words = text[max(begin, start) : min(stop, end)].strip() if begin < end and stop > start else ""
            if words:
                shares.append((number, words))
        return shares

    def dateline(self, received: datetime) -> dateline.Found | None:
        """Return the dateline that the row begins with, read once."""
        if isinstance(self._dateline, bool):
            self._dateline = dateline.read(self.text, received)
        return self._dateline

    def after(self, start: int) -> "Row":
        """Return the row that is left when the first `start` characters have been taken."""
        text = self.text[start:]
        lead = len(text) - len(text.lstrip())
        start += lead
        rest = Row(self.number, self.text[start:], self.text[start:], gap=True)
        parts = [(number, max(0, begin - start)) for number, begin in self.parts]
        if isinstance(self.block, Paragraph):
            rest.block = Paragraph(inline.between(self.block.text, start))
        kept = [p for i, p in enumerate(parts) if i + 1 == len(parts) or parts[i + 1][1] > 0]
        rest.parts = tuple(kept)
        rest.number = kept[0][0]
        return rest

    def before(self, end: int) -> "Row":
        """Return the row as it is up to `end`."""
        first = Row(self.number, self.text[:end].rstrip(), self.text[:end], gap=self.gap, block=None)
        if isinstance(self.block, Paragraph):
            first.block = Paragraph(inline.between(self.block.text, 0, len(first.text)))
        first.parts = tuple(p for p in self.parts if p[1] < end) or self.parts[:1]
        return first


def rows(text: str) -> list[Row]:
    """Return the rows of cleaned copy: blank lines gone, margins and double blanks gone."""
    found: list[Row] = []
    gap = True
    indented = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if not words:
            gap = True
            continue
        raw = words
        if "  " in words or "\t" in words:
            if len(words) > 200 and "    " in words and _INLINE_PARAGRAPH.search(words):
                for piece in _INLINE_PARAGRAPH.split(words):
                    found.append(Row(number, _RUNS.sub(" ", piece), piece, gap=gap))
                    gap = True
                gap = False
                continue
            words = _RUNS.sub(" ", words).replace("\t", " ")
        row = Row(number, words, raw, gap=gap)
        if line[0] in " \t":
            row.indent = len(line) - len(line.lstrip())
            indented = True
        found.append(row)
        gap = False
    if indented:
        _open_indented(found)
    return found


def _open_indented(found: list[Row]) -> None:
    """Mark rows that a deeper margin opens as paragraphs (six blanks against two, four against none)."""
    low = min(row.indent for row in found)
    for before, row in pairwise(found):
        if row.indent - low >= 3 and (before.indent - low < 3 or before.text[-1] in _STOPS):
            row.gap = True


def unwrap(found: list[Row], received: datetime) -> list[Row]:
    """Return `found` with hard-wrapped lines joined; rows that are `fixed` stay as they are.

    A line was broken by a line length when the next line's first word would not have fitted any more into
    the widest line of its group, or when the sentence goes on in small letters. Behind a full stop that
    holds only where some line of the copy ends in mid-sentence: else its lines are paragraphs.
    """
    starts = [place for place, row in enumerate(found) if row.gap or not place]
    if len(starts) == len(found):  # paragraphs, as in all HTML
        return _mend(found)
    torn = any(
        not row.gap
        and len(before.text) >= _NARROWEST
        and before.text[-1] not in _STOPS
        and not (row.fixed or before.fixed or _placed(row, received))
        for before, row in pairwise(found)
    )
    joined: list[Row] = []
    for start, end in pairwise((*starts, len(found))):
        group = found[start:end]
        joined += _unwrap_group(group, received, torn=torn) if len(group) > 1 else group
    return _mend(joined)


def mend_datelines(found: list[Row], received: datetime) -> list[Row]:
    """Return `found` with a dateline joined that a line's end broke in the middle."""
    for place in range(min(len(found) - 1, _UPPER)):
        first, second = found[place], found[place + 1]
        if second.gap or first.fixed or second.fixed or len(first.text) > 60 or "," not in first.text:
            continue
        joined = join([first, second])
        whole = dateline.read(joined.text, received)
        if whole and whole.end > len(first.text) and not first.dateline(received):
            return [*found[:place], joined, *found[place + 2 :]]
    return found


def _unwrap_group(group: list[Row], received: datetime, *, torn: bool) -> list[Row]:
    width = max((len(row.text) for row in group if not row.fixed), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return group
    runs = [[group[0]]]
    for before, row in pairwise(group):
        if row.fixed or before.fixed or not _broken(before, row, width, torn=torn) or _placed(row, received):
            runs.append([row])
        else:
            runs[-1].append(row)
    return [join(run) for run in runs]


def _placed(row: Row, received: datetime) -> bool:
    """Say whether a row opens with a whole dateline, so that no line length put it there."""
    if not row.text[0].isupper() or "," not in row.text[:60]:
        return False
    found = row.dateline(received)
    if not found or not found.dateline.date:
        return False
    return found.dateline.agency is not None or found.text >= len(row.text)


def _broken(before: Row, row: Row, width: int, *, torn: bool) -> bool:
    text = row.text
    if "\t" in row.raw or "\t" in before.raw or "   " in row.raw or "   " in before.raw:
        return False  # a table
    if text[0] in "•*·" or (text[0] in "-–—" and before.text[-1] in _STOPS):
        return False
    if len(text) < 30 and text.isupper():
        return False  # PTI's initials
    if (
        text[0].islower()
        and before.text[-1] not in ".!?:;"
        and len(before.text) >= 30
        and "/" not in text[:12]
    ):
        return True
    first = text.split(" ", 1)[0]
    full = len(before.text) + 1 + len(first) > width
    return full and len(before.text) >= _NARROWEST and (before.text[-1] not in ".!?:।۔" or torn)


def _mend(found: list[Row]) -> list[Row]:
    """Join a sentence that a blank line or a break tore in the middle."""
    if not any(row.text[0].islower() for row in found):
        return found
    runs: list[list[Row]] = []
    for row in found:
        if runs and row.text[0].islower() and not row.fixed and _torn(runs[-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return [join(run) for run in runs] if len(runs) < len(found) else found


def _torn(run: list[Row], row: Row) -> bool:
    last = run[-1]
    return (
        not last.fixed
        and (len(run) > 1 or len(last.text) >= 40)
        and (last.text[-1].isalnum() or last.text[-1] == ",")
        and len(row.text.split(" ", 3)) > 3
        and "   " not in last.raw  # a table
        and "\t" not in last.raw
    )


def join(run: list[Row]) -> Row:
    """Return one row of several, each line's place remembered."""
    first = run[0]
    if len(run) == 1:
        return first
    joined = Row(first.number, " ".join(row.text for row in run), first.raw, gap=first.gap)
    joined.indent = first.indent
    parts: list[tuple[int, int]] = []
    offset = 0
    for row in run:
        parts += [(number, begin + offset) for number, begin in row.parts]
        offset += len(row.text) + 1
    joined.parts = tuple(parts)
    markup = [row.block.text for row in run if isinstance(row.block, Paragraph)]
    if len(markup) == len(run):
        joined.block = Paragraph(" ".join(markup))
    return joined
