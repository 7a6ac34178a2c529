"""One story: where its text begins and ends, and what every row of it is."""

import msgspec

from syndication.model import Reading
from syndication.model.article import Issue
from syndication.model.blocks import Paragraph
from syndication.prose import body as body_rows
from syndication.prose import (
    byline,
    caption,
    correction_request,
    dateline,
    doubts,
    header,
    kill,
    notes,
    opening,
    record_head,
    summary_line,
    tail,
)
from syndication.prose.completion import complete
from syndication.prose.context import Context, Known
from syndication.prose.dialects import of_agency
from syndication.prose.draft import Draft
from syndication.prose.label import Label
from syndication.prose.lines import Row
from syndication.prose.remarks import enter, take


def read(
    rows: list[Row], labels: list[Label | None], context: Context, known: Known, issues: tuple[Issue, ...]
) -> Reading:
    """Return the Reading of the rows of one story."""
    draft = Draft(context, known)
    header.known_headline(draft)
    headed = record_head.take(draft, rows, labels)
    rows, labels = rows[headed:], labels[headed:]
    start, found = opening.find(rows, labels, context.received, known)
    if found and found.start and found.start < len(rows[start].text):
        start = _cut_front(rows, labels, start, found)
        found = msgspec.structs.replace(found, text=found.text - found.start, start=0)
    above, above_labels = rows[:start], labels[:start]
    if found is None:
        start = opening.header_end(rows, labels, known)
        if start == len(rows):  # a flash: nothing but a headline above the sign-off
            start = next((i for i, lb in enumerate(labels) if i and lb and lb.closes), start)
        above, above_labels = rows[:start], labels[:start]
    header.read(draft, above, above_labels)
    body = rows[start:]
    body_labels = labels[start:]
    if found:
        body, body_labels = _place(draft, body, body_labels, found)
    end = tail.end_of_body(body, body_labels, 0)
    kept = _text(draft, body[:end], body_labels[:end])
    tail.read(draft, body, body_labels, end)
    _finish_body(draft, kept, placed=found is not None)
    return _reading(draft, context, issues)


def _cut_front(rows: list[Row], labels: list[Label | None], place: int, found: dateline.Found) -> int:
    """Set apart what was glued in front of a dateline: a byline, an agency, the headline; return the new place."""
    row = rows[place]
    front = row.before(found.start)
    rest = row.after(found.start)
    rest.gap = True
    rows[place : place + 1] = [front, rest]
    by = byline.read(front.text.rstrip(" |·•"))
    labels[place : place + 1] = [Label(byline=by) if by else None, None]
    return place + 1


def _place(
    draft: Draft, body: list[Row], labels: list[Label | None], found: dateline.Found
) -> tuple[list[Row], list[Label | None]]:
    """Take the dateline from the first row (and its repetition from the next); return what is left."""
    line = found.dateline
    row = body[0]
    draft.put(row, "dateline", "place-colon" if found.weak else "dateline", 0, found.text)
    draft.sources += found.sources
    if found.impossible:
        draft.issue("impossible-date", f"no calendar has the day of {line.text!r}", row)
    if found.text < len(row.text):
        rest = row.after(found.text)
        body, labels = [rest, *body[1:]], [None, *labels[1:]]
    else:
        body, labels = body[1:], labels[1:]
    again = body[0].dateline(draft.context.received) if body and not labels[0] else None
    if (
        again
        and not found.weak
        and again.dateline.places == line.places
        and again.dateline.date in {line.date, None}
    ):
        draft.put(body[0], "dateline", "repeated-dateline", 0, again.text)
        line = msgspec.structs.replace(line, agency=line.agency or again.dateline.agency)
        rest = body[0].after(again.text)
        body, labels = ([rest, *body[1:]], [None, *labels[1:]]) if rest.text else (body[1:], labels[1:])
    draft.fields.setdefault("dateline", line)
    return body, labels


def _without_notes(draft: Draft, row: Row) -> Row:
    """Return the row without the notes in brackets that it begins or ends with, which become those of the story."""
    while (row.block is None or isinstance(row.block, Paragraph)) and (found := notes.beside(row.text)):
        note, start, end = found
        enter(draft, row, note, start, end)
        row = row.after(end) if start == 0 else row.before(start)
    return row


def _text(draft: Draft, rows: list[Row], labels: list[Label | None]) -> list[Row]:
    """Return the rows that are the text; the others find their field."""
    kept: list[Row] = []
    place = 0
    while place < len(rows):
        row, label = rows[place], labels[place]
        if label is None:
            if kept or not header.same(row.text, draft.fields.get("headline")):
                if caption.is_caption(row) and len(rows) > 1:
                    draft.summary(row.text, "caption")
                    draft.put(row, "summaries", "caption")
                else:
                    kept.append(_without_notes(draft, row))
            else:
                draft.put(row, "headline", "repeats-headline")
            place += 1
        elif label.byline and kept and any(below is None for below in labels[place + 1 :]):
            kept.append(row)  # words in the middle of the text
            place += 1
        elif label.closing and not label.closing.people and place < len(rows):
            if kept:
                kept.append(row)
                place += 1
            else:
                place = take(draft, rows, labels, place, above=True)
        else:
            place = take(draft, rows, labels, place)
    return kept


def _finish_body(draft: Draft, kept: list[Row], *, placed: bool) -> None:
    """Close the text, look for what is wrong with it, and make blocks of it."""
    tail.close(draft, kept)
    signals = set(draft.fields.get("signals", ()))
    notes = [note.text for note in draft.fields.get("ed_notes", ())]
    if not signals & kill.SIGNALS:
        asked = kill.is_notice([row.text for row in kept], notes, placed=placed)
        if asked:
            draft.signal(asked)
            signals.add(asked)
            placed = placed and bool(kill.is_notice([], notes))  # marked from above, the text is the story
    requested = not signals & kill.SIGNALS and correction_request.is_request(
        [row.text for row in kept] or notes
    )
    if signals & kill.SIGNALS:
        kill.apply(draft, kept, placed=placed)
    elif requested:
        correction_request.apply(draft, kept)
    blocks, rules = body_rows.build(kept)
    for place, row in enumerate(kept):
        draft.put(row, "body", rules.get(place, "paragraph"))
    if "body" not in draft.known:
        draft.fields["body"] = blocks
    if not blocks and not signals & kill.SIGNALS and not requested and not draft.known.get("body"):
        draft.issue("no-body", "nothing of the copy is its text")
    if blocks and kept:
        doubts.note(draft, kept)


def _reading(draft: Draft, context: Context, issues: tuple[Issue, ...]) -> Reading:
    fields = draft.fields
    summary_line.take(draft)
    if draft.sources:
        fields["info_sources"] = tuple(dict.fromkeys((*fields.get("info_sources", ()), *draft.sources)))
    line, sign = fields.get("dateline"), fields.get("signoff")
    name = context.hints.dialect or of_agency(sign.agency if sign else None)
    name = name or of_agency(line.agency if line else None) or draft.dialect
    if (
        not fields.get("headline")
        and not any("headline" in i.code for i in draft.issues)
        and not fields.get("signals")
    ):
        draft.issue("no-headline", "the copy has no headline")
    article = complete(fields, context, (*issues, *draft.issues), name or "generic")
    return Reading(article, tuple(sorted(draft.account, key=lambda line: line.number)))
