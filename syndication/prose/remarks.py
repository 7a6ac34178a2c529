"""Labelled lines find their field: notes, embargo, credits, bylines, counts, furniture."""

from datetime import UTC, tzinfo

from syndication.model.article import Rights
from syndication.prose import embargo, notes, portal
from syndication.prose.byline import Byline
from syndication.prose.draft import Draft
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row


def take(
    draft: Draft, rows: list[Row], labels: list[Label | None], place: int, *, above: bool = False
) -> int:
    """Account for the labelled row at `place` (and the run of lines that belongs to it); return the next.

    `above`: the row stands above the text, where a bare agency's name is a credit and no sign-off.
    """
    row, label = rows[place], labels[place]
    if label is None:
        draft.drop(row, "unlabelled")
    elif label.embargo:
        _embargo(draft, row)
    elif label.note:
        _note(draft, row, label)
    elif label.byline:
        _byline(draft, row, label.byline)
    elif label.closing and above:
        _credit(draft, row, row.text.strip("-–—_() "), "agency-byline")
    elif label.closing:
        draft.drop(row, label.closing.rule)
        if label.closing.people:
            draft.dialect = draft.dialect or "reuters"
    elif label.furniture:
        draft.drop(row, label.furniture.name)
        if label.furniture.kind == "run":
            end = _run_end(draft, rows, labels, place + 1, above=above)
            for listed in rows[place + 1 : end]:
                draft.drop(listed, label.furniture.name)
            return end
    return place + 1


def zone(draft: Draft) -> tzinfo:
    """Return the zone that the source's copy is in where it prints none."""
    try:
        return embargo.zone_of(draft.context.hints.timezone)
    except (KeyError, ValueError, OSError):
        return UTC


def _run_end(draft: Draft, rows: list[Row], labels: list[Label | None], start: int, *, above: bool) -> int:
    """Return where the short lines end that belong to the menu or list whose title stands before `start`.

    Above the text the last of them is the headline where nothing else is left to be one.
    """
    end = start
    while (
        end < len(rows) and labels[end] is None and heading(rows[end].text) and not portal.bullet(rows[end])
    ):
        end += 1
    if above and end > start and not (draft.fields.get("headline") or draft.known.get("headline")):
        end -= all(label is not None for label in labels[end:])
    return end


def _embargo(draft: Draft, row: Row) -> None:
    note = notes.read(row.text)
    if note and note.kind == "note":
        draft.note(note.text, "embargo")
    if hold(draft, row.text, row):
        draft.put(row, "embargoed", "embargo-line")
    else:
        draft.doubt(row, "embargo-unread")


def hold(draft: Draft, words: str, row: Row | None = None) -> bool:
    """Set until when the embargo in `words` holds; False where that cannot be read, and the story is withheld."""
    dateline = draft.fields.get("dateline")
    found = embargo.read(words, draft.context.received, zone(draft), dateline.date if dateline else None)
    if found.until is None:
        draft.fields["pub_status"] = "withheld"
        draft.issue("embargo-unread", f"withheld: no time in the embargo {words!r}", row)
        return False
    if not found.zoned:
        draft.issue("no-zone", f"the embargo prints no zone: read in {draft.context.hints.timezone}", row)
    draft.fields.setdefault("embargoed", found.until)
    return True


def _byline(draft: Draft, row: Row, by: Byline) -> None:
    if by.credit:
        _credit(draft, row, by.credit, "agency-byline")
        return
    if not by.byline:
        draft.drop(row, "empty-byline")
        return
    draft.fields.setdefault("byline", by.byline)
    draft.fields.setdefault("authors", by.authors)
    draft.put(row, "byline", "byline")


def enter(draft: Draft, row: Row, note: notes.Note, start: int = 0, end: int | None = None) -> None:
    """Enter a note to editors or readers that (a part of) the row holds."""
    draft.note(note.text, note.role, public=note.public)
    if note.role == "correction" and note.rule != "note-to-editors":
        draft.signal("correction")
    draft.put(row, "ed_notes", note.rule, start, end)


def _note(draft: Draft, row: Row, label: Label) -> None:
    note = label.note
    if note is None:
        return
    if note.kind == "note":
        enter(draft, row, note)
    elif note.kind == "words":
        draft.fields.setdefault("word_count", note.number)
        draft.put(row, "word_count", note.rule)
    elif note.kind == "minutes":
        draft.fields.setdefault("reading_minutes", note.number)
        draft.put(row, "reading_minutes", note.rule)
    elif note.kind == "credit":
        _credit(draft, row, note.text, note.rule)
    elif draft.fields.get("rights"):
        draft.drop(row, note.rule)
    else:
        draft.fields["rights"] = Rights(notice=note.text)
        draft.put(row, "rights", note.rule)


def _credit(draft: Draft, row: Row, text: str, rule: str) -> None:
    if draft.fields.get("creditline"):
        draft.drop(row, rule)
        return
    draft.fields["creditline"] = text
    draft.put(row, "creditline", rule)
