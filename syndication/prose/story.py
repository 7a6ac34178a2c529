"""One story: where its text begins and ends, and what every row of it is."""

from datetime import datetime

import msgspec

from syndication.model import Reading
from syndication.model.article import Dateline, Issue
from syndication.model.blocks import Paragraph, Quote
from syndication.prose import body as body_rows
from syndication.prose import byline, dateline, dates, header, kill, portal, signoff, tail
from syndication.prose.completion import complete
from syndication.prose.context import Context, Known
from syndication.prose.dialects import of_agency
from syndication.prose.draft import Draft
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row
from syndication.prose.remarks import take

_STANDFIRSTS = 3
_STANDFIRSTS_OF_PORTAL = 5
_ENDS = ".!?\"”’')]।۔:…"


def read(
    rows: list[Row], labels: list[Label | None], context: Context, known: Known, issues: tuple[Issue, ...]
) -> Reading:
    """Return the Reading of the rows of one story."""
    draft = Draft(context, known)
    header.known_headline(draft)
    start, found = _find(rows, labels, context.received, known)
    if found and found.start and found.start < len(rows[start].text):
        start = _cut_front(draft, rows, labels, start, found)
        found = found._replace(text=found.text, start=0)
    above, above_labels = rows[:start], labels[:start]
    if found is None:
        start = _header_end(rows, labels, known)
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


def _find(
    rows: list[Row], labels: list[Label | None], received: datetime, known: Known
) -> tuple[int, dateline.Found | None]:
    """Return where the dateline stands and what it says; the strongest form in the upper rows counts."""
    paragraphs = 0
    weak: tuple[int, dateline.Found] | None = None
    marked = header.is_portal(rows[:24], labels[:24])
    limit = _STANDFIRSTS_OF_PORTAL if marked else _STANDFIRSTS
    for place, row in enumerate(rows):
        label = labels[place]
        if label or (row.block and not isinstance(row.block, Paragraph)):
            if label and (label.closes and paragraphs):
                break
            continue
        text = row.text
        found = dateline.read(text, received)
        if found and not tail.is_caption(row):
            return place, found
        if place == 0 and len(text) > 80 or (text.startswith(("By ", "BY ")) and len(text) > 60):
            found = dateline.glued(text, received)
            if found:
                return place, found
        if not heading(text) or len(text) > 170:
            if (
                weak is None
                and (place or "headline" in known)
                and paragraphs == 0
                and not tail.is_caption(row)
            ):
                found = dateline.read_place(text)
                if found and found.text < len(text):
                    weak = (place, found)
            paragraphs += 1
            if paragraphs >= limit:
                break
    if weak and not marked:
        return weak
    return 0, None


def _cut_front(
    draft: Draft, rows: list[Row], labels: list[Label | None], place: int, found: dateline.Found
) -> int:
    """Set apart what was glued in front of a dateline: a byline or the headline; return the new place."""
    row = rows[place]
    front = row.before(found.start)
    rest = row.after(found.start)
    rest.gap = True
    rows[place : place + 1] = [front, rest]
    by = byline.read(front.text)
    labels[place : place + 1] = [Label(byline=by) if by else None, None]
    return place + 1


def _header_end(rows: list[Row], labels: list[Label | None], known: Known) -> int:
    """Return where the text begins in copy without a dateline."""
    marks = [
        i for i, label in enumerate(labels[:24]) if label and label.note and label.note.kind == "minutes"
    ]
    marks += [i for i, row in enumerate(rows[:24]) if labels[i] is None and portal.points_title(row.text)]
    if marks:
        return _portal_end(rows, labels, max(marks) + 1)
    place = 0
    headlined = "headline" in known
    while place < len(rows):
        row, label = rows[place], labels[place]
        if label:
            if label.closes and headlined and not label.byline and place > 1:
                break
            place += 1
            continue
        if headlined and header.same(row.text, known.get("headline")):
            place += 1
            continue
        if not headlined and (
            heading(row.text)
            or (len(row.text) <= 200 and place + 1 < len(rows) and row.gap and _alone(rows, place))
        ):
            headlined = True
            place += 1
            continue
        break
    return min(place, len(rows)) if headlined or place < len(rows) else 0


def _alone(rows: list[Row], place: int) -> bool:
    """Say whether the first row may be a headline although it ends in a stop: short, others are longer."""
    text = rows[place].text
    return (
        len(text) <= 120
        and text.count(". ") == 0
        and max(len(r.text) for r in rows[place + 1 :]) > 1.5 * len(text)
    )


def _portal_end(rows: list[Row], labels: list[Label | None], place: int) -> int:
    while place < len(rows) and (portal.bullet(rows[place]) or labels[place]):
        if labels[place] and not (labels[place].note or labels[place].byline or labels[place].furniture):  # type: ignore[union-attr]  # tested in this condition
            break
        place += 1
    for ahead in range(place, min(place + 4, len(rows))):
        text = rows[ahead].text
        quote = portal.pull_quote(text) if labels[ahead] is None and text[0] in '"“' else None
        if quote and quote.attribution:
            return ahead + 1
    if place < len(rows) and labels[place] is None and heading(rows[place].text):
        place += 1
        rest = [r for r, label in zip(rows[place:], labels[place:], strict=True) if label is None]
        if len(rest) >= 3 and not heading(rest[0].text) and labels[place] is None:
            place += 1
    return place


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
    again = dateline.read(body[0].text, draft.context.received) if body and not labels[0] else None
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
    if "headline" not in draft.fields and not draft.account and False:
        pass
    return body, labels


def _text(draft: Draft, rows: list[Row], labels: list[Label | None]) -> list[Row]:
    """Return the rows that are the text; the others find their field."""
    kept: list[Row] = []
    place = 0
    while place < len(rows):
        row, label = rows[place], labels[place]
        if label is None:
            if len(kept) or not header.same(row.text, draft.fields.get("headline")):
                if tail.is_caption(row) and len(rows) > 1:
                    draft.summary(row.text, "caption")
                    draft.put(row, "summaries", "caption")
                else:
                    kept.append(row)
            else:
                draft.put(row, "headline", "repeats-headline")
            place += 1
        elif label.byline and kept and place + 1 < len(rows):
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
    if not signals & kill.SIGNALS:
        asked = kill.is_notice(kept, []) if not placed else None
        if asked:
            draft.signal(asked)
            signals.add(asked)
    if signals & kill.SIGNALS:
        kill.apply(draft, kept, placed=placed)
    blocks, rules = body_rows.build(kept)
    for place, row in enumerate(kept):
        draft.put(row, "body", rules.get(place, "paragraph"))
    if "body" not in draft.known:
        draft.fields["body"] = blocks
    if not blocks and not signals & kill.SIGNALS and not draft.known.get("body"):
        draft.issue("no-body", "nothing of the copy is its text")
    if blocks and kept:
        _doubts(draft, kept)


def _doubts(draft: Draft, kept: list[Row]) -> None:
    """Note a weekday that contradicts the dateline, and text that ends inside a sentence."""
    line: Dateline | None = draft.fields.get("dateline")
    if line and line.date:
        word = dates.contradicts(line.date, kept[0].text)
        if word:
            draft.issue("weekday-mismatch", f"{word!r}, but {line.date.isoformat()} is another day", kept[0])
    last = draft.fields.get("body", ())[-1:]
    text = kept[-1].text
    if any(issue.code == "cut-off" for issue in draft.issues) or not last:
        return
    if not isinstance(last[0], Paragraph | Quote):
        return
    signed = draft.fields.get("signoff") is not None
    dots = text.endswith(("…", "..."))
    if (dots and not signed) or (
        not signed and len(text.split()) >= 12 and text[-1] not in _ENDS and text[-1] != "*"
    ):
        draft.issue("cut-off", "the text ends inside a sentence", kept[-1])


def _reading(draft: Draft, context: Context, issues: tuple[Issue, ...]) -> Reading:
    fields = draft.fields
    _dateline_in_summary(draft)
    if draft.sources:
        fields["info_sources"] = tuple(dict.fromkeys((*fields.get("info_sources", ()), *draft.sources)))
    line, sign = fields.get("dateline"), fields.get("signoff")
    if sign and sign.agency is None and line and line.agency:
        pass  # bare initials: whose they are is not printed
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


def _dateline_in_summary(draft: Draft) -> None:
    """Take the dateline that stands in a record's summary where its body has none (IANS in Hindi)."""
    summary = draft.fields.get("summary")
    if not summary or draft.fields.get("dateline"):
        return
    found = dateline.read(summary, draft.context.received)
    if found and found.start == 0 and found.dateline.date:
        draft.fields["dateline"] = found.dateline
        draft.fields["summary"] = summary[found.text :].strip() or None
        draft.fields["summaries"] = tuple(
            msgspec.structs.replace(s, text=s.text[found.text :].strip() or s.text)
            if s.text == summary
            else s
            for s in draft.fields.get("summaries", ())
        )
