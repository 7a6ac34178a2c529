"""What newsrooms write to editors and about themselves: notes, word counts, credits, copyright."""

import re
from typing import Literal

import msgspec

from syndication.on_demand import Expression
from syndication.prose import correction_note
from syndication.vocabulary import agencies

Kind = Literal["note", "words", "minutes", "credit", "copyright"]


class Note(msgspec.Struct, frozen=True):
    """A line that is not the story. `text` is it without its outer brackets, `number` a count it prints.

    `public` tells that it speaks to readers.
    """

    kind: Kind
    rule: str
    text: str
    role: str | None = None
    number: int | None = None
    public: bool = False


_EDS = Expression(
    r"(?:attn\.?:?\s+|attention\s+)?(?:eds?|editors?)['’]?s?['’]?\s?(?:note|notes)?\s?(?:[:;—–-]|,\s?(?=please))"
    r"|attn\.?\s+(?:eds?|editors?)\b|attention:?\s+editors?\b"
    r"|notes? to (?:the )?(?:eds?|editors?)\b|ed\.? notes?\b\s?[:—–-]|editor['’]?s['’]? note\b",
    re.IGNORECASE,
)
_BRACKETED = Expression(
    r"[(\[](?:(?P<correct>correct(?:s|ing|ed|ion)\b)|(?:reissu(?:ing|es|ed)|updat(?:es|ing|ed) (?:with|to|throughout)|"
    r"add(?:s|ing)|re-?cast(?:s|ing)|repeat(?:s|ing)|rewrit(?:es|ing)|re-?issu(?:es|ed)|changes|clarif(?:ies|ying)|"
    r"refil(?:es|ing)|edits|removes|deletes|inserts|links)\b)[^()]{0,300}[)\]]\.?\Z",
    re.IGNORECASE,
)
_LIFTED = Expression(
    r"\W{0,4}embargo (?:(?:is|was|has been|now|stands) ){0,2}(?:lifted|over|ended|removed|withdrawn)\b[^,;]{0,60}\Z",
    re.IGNORECASE,
)
_WORDS = Expression(
    r"[(\[]?\s?(?:words?(?: count)?\s?[:=-]\s?(?P<a>\d{1,5})|(?P<b>\d{1,5}) words)\s?[)\]]?\.?\Z",
    re.IGNORECASE,
)
_MINUTES = Expression(
    r"(?:(?:estimated )?read(?:ing)? time\s?[:-]?\s?)?(?P<n>\d{1,3})\s?(?:min(?:ute)?s?)(?:\s?(?:read|of reading))?\.?\Z",
    re.IGNORECASE,
)
_CREDIT = Expression(
    r"[(\[]?\s?(?:(?:with|based on)(?: additional)? (?:agency )?(?:inputs?|reports?|material)(?: from)?\b[^()]{0,80}|"
    r"(?P<label2>inputs?(?: from| by)?|agency inputs?)\s?[:–-]?\s(?P<who2>[^()]{2,40})|with (?P<who3>[A-Z][\w /,&-]{1,30}?) (?-i:inputs?)|agenc(?:y|ies) inputs?|(?<=[(\[])agenc(?:y|ies)(?=[)\]])|"
    r"with (?:agenc(?:y|ies)) inputs?|(?P<label>source|sources|agency|agencies|feed|courtesy|credit)\s?:\s?(?P<who>[^()]{2,40}))"
    r"\s?[)\]]?\.?\Z",
    re.IGNORECASE,
)
_AGENCY_WORDS = frozenset(["एजेंसी", "एजेंसियां", "एजेंसियों", "एजेंसियाँ", "ایجنسی", "ایجنسیاں", "ایجنسیوں"])
_CREDIT_IN_SCRIPT = Expression(
    r"[(\[]?\s?(?:(?:इनपुट|सोर्स|स्रोत|साभार|ان پٹ|بشکریہ)\s?(?:[:：–—-]|से)\s?(?P<who>[^()\[\]]{2,40})|"
    r"(?P<who2>[^()\[\]]{2,40}?) (?:के )?(?:इनपुट|ان پٹ) (?:के साथ|کے ساتھ)|"
    rf"(?<=[(\[])(?:{'|'.join(sorted(_AGENCY_WORDS))})(?=[)\]]))\s?[)\]]?[.।۔]?\Z"
)
_LISTED = Expression(r"\s?(?:,|/|&|\band\b| और | व | و )\s?")
_COPYRIGHT = Expression(
    r"(?:\(c\)|©|copyright\b(?: \(c\)| ©)?)\s?(?:\d{4}|by\b|(?-i:[A-Z(])).{2,300}\Z|(?=.{0,200}all rights reserved)(?:\(c\)|©|copyright|all rights).{0,300}\Z",
    re.IGNORECASE,
)
_BEFORE = Expression(r"(?P<note>[(\[][^()\[\]]{3,300}[)\]])\s")
_BEHIND = Expression(r"[.!?।۔\"”’]\s(?P<note>[(\[][^()\[\]]{3,300}[)\]])\Z")
_FIRST = Expression(r"[^\w©]{0,4}(\w{1,12}|©)")
_NOTE_STARTS = frozenset(["ed", "eds", "editor", "editors", "attn", "attention", "note", "notes"])
_BRACKET_STARTS_WORDS = (
    "correcting corrects correction corrected reissuing reissues reissued updates updating updated adds "
    "adding recasts recast re repeats repeating rewrites refiles refiling changes clarifies clarifying "
    "edits removes deletes inserts links"
)
_BRACKET_STARTS = frozenset(_BRACKET_STARTS_WORDS.split())
_READER_STARTS = frozenset(
    ["this", "the", "an", "corrects", "corrected", "correction", "ed", "editor", "editorial"]
)
_CREDIT_STARTS = frozenset(
    [
        "with",
        "based",
        "source",
        "sources",
        "agency",
        "agencies",
        "feed",
        "courtesy",
        "credit",
        "input",
        "inputs",
    ]
)
_COUNT_STARTS = frozenset(["word", "words", "read", "reading", "estimated"])
STARTS = (
    _NOTE_STARTS | _BRACKET_STARTS | _CREDIT_STARTS | _COUNT_STARTS | {"copyright", "c", "©", "all", "this"}
)
"""First words without which no line is a note, but for lines that begin with a number."""
_LONGEST = 600
_LONGEST_CREDIT = 70


def read(line: str) -> Note | None:  # noqa: PLR0911  # one return for each shape of line
    """Return what kind of note `line` is, all of it, or None."""
    if len(line) > _LONGEST:
        return None
    first = _FIRST.match(line)
    if not first:
        return None
    if not line.isascii() and len(line) < _LONGEST_CREDIT and (said_in_script := _credit_in_script(line)):
        return said_in_script
    word = first[1].lower()
    if word in _READER_STARTS and (said := correction_note.read(_bare(line), enclosed=_bare(line) != line)):
        return Note("note", "correction-note", said, "correction", public=True)
    if word == "embargo" and _LIFTED.match(line):
        return Note("note", "embargo-lifted", _bare(line), "embargo")
    if word in _NOTE_STARTS:
        return _to_editors(line)
    if line[0] in "([" and word in _BRACKET_STARTS:
        found = _BRACKETED.match(line)
        if found:
            return Note("note", "bracketed-note", _bare(line), "correction" if found["correct"] else None)
    if word[0].isdigit() or word in _COUNT_STARTS:
        return _count(line)
    if word in _CREDIT_STARTS:
        return _credit(line)
    if word in {"copyright", "c", "©", "all"} and _COPYRIGHT.match(line):
        return Note("copyright", "copyright", _bare(line))
    return None


def beside(text: str) -> tuple[Note, int, int] | None:
    """Return the note in brackets that a paragraph begins or ends with, and where it stands; None without one."""
    found = (text[:1] in "([" and _BEFORE.match(text)) or (text[-1:] in ")]" and _BEHIND.search(text))
    note = read(found["note"]) if found else None
    return (note, *found.span("note")) if found and note and note.kind == "note" else None


def _to_editors(line: str) -> Note | None:
    bare = _bare(line)
    if _EDS.match(bare):
        role = "correction" if "correct" in bare.lower() else None
        return Note("note", "note-to-editors", bare, role)
    return None


def _count(line: str) -> Note | None:
    if len(line) > 40:
        return None
    words = _WORDS.match(line)
    if words:
        return Note("words", "word-count", line, None, int(words["a"] or words["b"]))
    minutes = _MINUTES.match(line)
    if minutes and "read" in line.lower():
        return Note("minutes", "reading-time", line, None, int(minutes["n"]))
    return None


def _credit(line: str) -> Note | None:
    found = _CREDIT.match(line.lstrip("-–—* "))
    if not found or (line[0] not in "([" and len(line.split()) > 8):
        return None
    who = found["who"] or found["who2"] or found["who3"]
    if who and not all(map(_is_agency, _LISTED.split(who))):
        return None
    return Note("credit", "credit-line", _bare(line))


def _is_agency(words: str) -> bool:
    return bool(agencies.named(words.strip())) or "agenc" in words.lower() or words.strip() in _AGENCY_WORDS


def _credit_in_script(line: str) -> Note | None:
    """Read `(इनपुट-आईएएनएस)` and `(एजेंसी इनपुट के साथ)`: the same credit in Hindi and Urdu."""
    found = _CREDIT_IN_SCRIPT.match(line)
    if not found or not all(map(_is_agency, _LISTED.split(found["who"] or found["who2"] or "एजेंसी"))):
        return None
    return Note("credit", "credit-line", _bare(line))


def _bare(line: str) -> str:
    """Return `line` without the brackets or stars that enclose all of it."""
    text = line.strip("* ")
    if text[:1] in "([" and text.rstrip(".")[-1:] in ")]" and text.count("(") <= 1:
        return text.rstrip(".")[1:-1].strip()
    return text
