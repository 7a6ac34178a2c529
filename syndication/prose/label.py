"""What a line is by its form alone, wherever it stands; most lines are nothing but words."""

import msgspec

from syndication.on_demand import Expression
from syndication.prose import byline, embargo, furniture, notes, signoff
from syndication.prose.byline import Byline
from syndication.prose.furniture import Rule
from syndication.prose.lines import Row
from syndication.prose.notes import Note
from syndication.vocabulary import places

_LONGEST = 620
_PLAIN = 130  # longer lines are words, unless they begin as no sentence of news does
_SENTENCE = 60  # ... or that end as a sentence does
_ENDS = frozenset('."”')
_FIRST = Expression(r"\w+(?:(?<=\b[Tt][Hh][Ee]) \w+)?")
_STARTS = (
    furniture.STARTS
    | notes.STARTS
    | frozenset(
        ["embargo", "embargoed", "strictly", "under", "not", "hold", "do", "to", "publish", "release"]
    )
)


class Label(msgspec.Struct, frozen=True):
    """One of these is set; an embargo line needs no more than its words."""

    note: Note | None = None
    closing: signoff.Found | None = None
    furniture: Rule | None = None
    byline: Byline | None = None
    embargo: bool = False

    @property
    def closes(self) -> bool:
        """Whether this is an agency's sign-off by its form."""
        return self.closing is not None and not self.closing.weak and not self.closing.people


_EMBARGO = Label(embargo=True)


def read(row: Row) -> Label | None:
    """Return the label of a row, None for words."""
    text = row.text
    length = len(text)
    if (length > _PLAIN or (length > _SENTENCE and text[-1] in _ENDS)) and (
        length > _LONGEST or _is_words(text)
    ):
        return None
    if embargo.is_embargo(text):
        return _EMBARGO
    note = notes.read(text)
    if note:
        return Label(note=note)
    closing = signoff.line(text)
    if closing:
        return Label(closing=closing)
    rule = furniture.rule(text)
    if rule:
        return Label(furniture=rule)
    by = byline.read(text)
    return Label(byline=by) if by else _composed(text)


def _composed(text: str) -> Label | None:
    """Return the label of bylines, credits, a place and the page's time on one line: `PTI | Updated: Nov 23, 2026`."""
    if " | " not in text:
        return None
    by = timed = None
    for part in text.split(" | "):
        own = byline.read(part.strip())
        rule = None if own else furniture.rule(part.strip())
        if rule and rule.name == "page-time":
            timed = rule
        elif (rule and rule.name == "edited-by") or notes.read(part.strip()):
            continue
        elif not own and not (by and places.known(part.strip())):
            return None
        by = by or own
    return (Label(byline=by) if by else Label(furniture=timed)) if timed else None


def _is_words(text: str) -> bool:
    """Say cheaply whether a long line can be nothing but words."""
    if len(text) < 200 and (not text.isascii() or "@" in text):
        return False
    first = _FIRST.match(text.lstrip("\"“'‘"))
    return first is not None and first[0].lower() not in _STARTS and "ssociated Press" not in text[:200]


def heading(text: str) -> bool:
    """Say whether words have the form of a headline or sub-heading: short, no full stop at the end."""
    if len(text) > 170:
        return False
    end = text.rstrip("\"”’')]*")[-1:]
    if end in {".", "।", "۔"}:
        return text.count(" ") < 3 or text.endswith((" Inc.", " Ltd.", " Co."))
    return not (end in {"!", "?", ",", ";"} and text.count(" ") > 15)
