"""Notes to editors that a wire sends in a field of their own: an embargo or a correction in them counts."""

import re
from collections.abc import Iterable
from datetime import UTC
from typing import NamedTuple

from syndication.model import Line
from syndication.model.article import EdNote, Issue
from syndication.prose import Context, Known, embargo, kill, notes, signals

_ORDERS = kill.SIGNALS | {"correction"}
_SENTENCE = re.compile(r"(?:\A|(?<=[.;!:*])\s+|\n)(?=\S)")


class Noted(NamedTuple):
    """`ed_notes`, and `signals`, `embargoed` and `pub_status` where the notes tell of them; what was noticed."""

    known: Known
    issues: tuple[Issue, ...] = ()
    account: tuple[Line, ...] = ()


def editor_notes(printed: Iterable[str | None], context: Context) -> Noted:
    """Return what the notes say; none of them is for readers. An embargo that cannot be read is withheld."""
    known = Known()
    issues: list[Issue] = []
    account: list[Line] = []
    for text in dict.fromkeys(printed):
        said = " ".join((text or "").split())
        if not said:
            continue
        note = notes.read(said)
        role = note.role if note and note.kind == "note" else None
        marks = [signal for signal in signals.read(said).signals if signal in _ORDERS]
        if note and role == "correction" and note.rule != "note-to-editors":
            marks.append("correction")
        for mark in marks:
            known["signals"] = tuple(dict.fromkeys((*known.get("signals", ()), mark)))
            account.append(Line(1, said, "field", f"note: {mark}", "signals"))
        line = _embargo_line(text or "")
        if line:
            role = "embargo"
            _hold(line, context, known, issues)
            field = "embargoed" if "embargoed" in known else "pub_status"
            account.append(Line(1, line, "field", "note: embargo", field))
        known["ed_notes"] = (*known.get("ed_notes", ()), EdNote(said, role))
    return Noted(known, tuple(issues), tuple(account))


def _embargo_line(text: str) -> str | None:
    """Return the first line or sentence that is an embargo, to the end of its line."""
    for start in _SENTENCE.finditer(text):
        line = " ".join(text[start.end() :].partition("\n")[0].split())
        if embargo.is_embargo(line):
            return line
    return None


def _hold(line: str, context: Context, known: Known, issues: list[Issue]) -> None:
    zone = context.hints.timezone
    try:
        found = embargo.read(line, context.received, embargo.zone_of(zone), None)
    except (KeyError, ValueError, OSError):
        found = embargo.read(line, context.received, UTC, None)
    if found.until is None:
        known["pub_status"] = "withheld"
        issues.append(Issue("embargo-unread", f"withheld: no time in the embargo {line!r}"))
        return
    known["embargoed"] = found.until
    if not found.zoned:
        issues.append(Issue("no-zone", f"the embargo prints no zone: read in {zone}"))
