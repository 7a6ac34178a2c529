"""What stands below the text: the sign-off and its initials, comments, whatever a page adds."""

import msgspec

from syndication.model.article import Signoff
from syndication.model.blocks import Paragraph
from syndication.on_demand import Expression
from syndication.prose import caption as caption_line
from syndication.prose import disclaimer, portal, signals, signoff
from syndication.prose.draft import Draft
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row
from syndication.prose.remarks import take

_CUT = Expression(r"\s{0,3}(?:(?:…|\.{3})\s{0,2})?\[\s?\+\s?\d{1,7}\s?(?:chars?|characters)\s?\]?\Z")
_CREDITED = Expression(
    r"\(\s?(?:File )?(?:Photo|Image|Pic|Picture)s?\s?(?:courtesy|credit)?\s?:[^()]{1,60}\)\s?\Z"
)
_LOST_PROSE = 2
# A heading in the text may read like these: where much text follows they end nothing.
_MAY_STAND_INSIDE = frozenset({"about-author", "media-contact", "end-mark"})


def end_of_body(rows: list[Row], labels: list[Label | None], start: int) -> int:
    """Return the place of the row that ends the text: a sign-off, comments, a comment form; else the end.

    A sign-off that several paragraphs and another sign-off follow stands inside the text and ends nothing.
    """
    if not any(labels[start:]):  # nothing but words, as most stories of feeds are
        return len(rows)
    last_close = max((i for i, label in enumerate(labels) if label and label.closes), default=-1)
    last_words = max((i for i, label in enumerate(labels) if label is None), default=-1)
    comments = max((i for i, label in enumerate(labels) if _opens_comments(label)), default=-1)
    prose = sum(1 for row, label in zip(rows[start:], labels[start:], strict=True) if _is_prose(row, label))
    for place in range(start, len(rows)):
        label = labels[place]
        if not label:
            prose -= _is_prose(rows[place], label)
            continue
        if label.closes:
            later = last_close > place
            bare = rows[place].text[0].isalpha()
            commented = comments > place
            if place == start and prose:
                continue  # an agency's name above the text
            if (later or bare) and prose > _LOST_PROSE and not commented:
                continue
            return place - 1 if place > start and signoff.is_rule(rows[place - 1].text) else place
        if label.furniture and label.furniture.kind in {"comments", "end"}:
            if label.furniture.name in _MAY_STAND_INSIDE and prose > _LOST_PROSE:
                continue
            return place
        if label.closing and label.closing.weak and last_words < place:
            return place
    return len(rows)


def _is_prose(row: Row, label: Label | None) -> bool:
    return label is None and not heading(row.text)


def _opens_comments(label: Label | None) -> bool:
    return bool(label and label.furniture and label.furniture.kind == "comments")


def close(draft: Draft, body: list[Row]) -> None:
    """Take from the last paragraphs what is not their words: marks of agencies, disclaimers, captions."""
    for _ in range(8):
        capitals = _capital_lines(body)
        for row in body[len(body) - capitals :] if capitals else ():
            draft.put(row, "signoff", "pti-initials")
        if capitals:
            initials = body[-capitals].text
            del body[-capitals:]
            found = signoff.trailer(body[-1].text)
            agency = found.signoff.agency if found and found.signoff else "PTI"
            sign(draft, signoff.Found(Signoff(agency), "pti-trailer"))
            if found and found.signoff and not found.signoff.initials:
                sign(
                    draft,
                    signoff.Found(msgspec.structs.replace(found.signoff, initials=initials), "pti-initials"),
                )
        if not body or (body[-1].block is not None and not isinstance(body[-1].block, Paragraph)):
            return
        if not _close_once(draft, body):
            return


def _close_once(draft: Draft, body: list[Row]) -> bool:  # noqa: PLR0911  # one return for each thing that may end a text
    """Take one thing from the end of the last row; say whether there was one."""
    row = body[-1]
    text = row.text
    cut = _CUT.search(text, max(0, len(text) - 40)) if "[" in text[-40:] else None
    if cut:
        draft.doubt(row, "cut-off", cut.start())
        draft.issue("cut-off", "the copy was cut off before it came", row)
        return _shorten(body, cut.start())
    going_on = signals.signals_alone(text) if len(body) > 1 and len(text) < 30 else ()
    if "contd" in going_on:
        draft.signal(*going_on)
        draft.put(row, "signals", "signal-line")
        return _shorten(body, 0)
    sign_below = draft.fields.get("signoff")
    named = signoff.above(text, sign_below) if sign_below and len(body) > 1 else None
    if named:
        draft.fields["signoff"] = named
        draft.put(row, "signoff", "names-above")
        return _shorten(body, 0)
    note = disclaimer.find(text)
    if note:
        draft.drop(row, "disclaimer", note.start)
        draft.genre(*note.genres)
        return _shorten(body, note.start)
    found = signoff.trailer(text)
    if found:
        if found.signoff:
            sign(draft, found)
            draft.put(row, "signoff", found.rule, found.start)
        else:
            draft.drop(row, found.rule, found.start)
            draft.dialect = draft.dialect or "reuters"
        return _shorten(body, found.start)
    if (text[-1] == ")" and "hoto" in text) or (text[-1] == ")" and "mage" in text):
        caption = caption_line.CAPTION.search(text)
        if caption and (caption.start() or len(body) > 1):
            draft.summary(text[caption.start() :].strip(), "caption")
            draft.put(row, "summaries", "caption", caption.start())
            return _shorten(body, caption.start())
        credited = _CREDITED.search(text, max(0, len(text) - 90))
        if credited and credited.start():
            draft.drop(row, "photo-credit", credited.start())
            return _shorten(body, credited.start())
    return False


def sign(draft: Draft, found: signoff.Found) -> None:
    """Set the sign-off, or complete one that lacks desk and initials."""
    before = draft.fields.get("signoff")
    draft.sources += [s for s in found.sources if s not in draft.sources]
    new = found.signoff
    if new is None:
        return
    if before is None:
        draft.fields["signoff"] = new
    elif "signoff" not in draft.known and not before.initials and new.initials:
        draft.fields["signoff"] = msgspec.structs.replace(
            before, agency=before.agency or new.agency, desk=before.desk or new.desk, initials=new.initials
        )


def read(draft: Draft, rows: list[Row], labels: list[Label | None], start: int) -> None:
    """Give every row below the text its field, or account for it as furniture."""
    place, lost = start, 0
    place = _signed(draft, rows, labels, place)
    while place < len(rows):
        row, label = rows[place], labels[place]
        if label and label.furniture and label.furniture.kind == "comments":
            draft.drop(row, label.furniture.name)
            end = place + 1
            while end < len(rows) and not (
                (lb := labels[end]) and lb.furniture and lb.furniture.kind == "end"
            ):
                end += 1
            portal.take_comments(draft, rows[place + 1 : end])
            place = end
        elif label and label.closing and label.closing.signoff:
            sign(draft, label.closing)
            draft.put(row, "signoff", label.closing.rule)
            place += 1
        elif label and label.byline and not label.byline.byline and "signoff" in draft.fields:
            draft.drop(row, "below-the-text")  # a desk's name in a mail's signature
            place += 1
        elif label:
            place = take(draft, rows, labels, place)
        elif caption_line.is_caption(row):
            draft.summary(row.text, "caption")
            draft.put(row, "summaries", "caption")
            place += 1
        else:
            note = disclaimer.find(row.text)
            if note and note.start < 3:
                draft.drop(row, "disclaimer")
                draft.genre(*note.genres)
            else:
                draft.drop(row, "below-the-text")
                lost += not heading(row.text)
            place += 1
    if lost >= _LOST_PROSE:
        draft.issue("text-after-signoff", f"{lost} paragraphs below the sign-off were left out", rows[start])


def _signed(draft: Draft, rows: list[Row], labels: list[Label | None], place: int) -> int:
    """Read the sign-off at `place`, a dash before it, initials below it; return the place behind."""
    if place + 1 < len(rows) and signoff.is_rule(rows[place].text):
        draft.put(rows[place], "signoff", "dash")
        place += 1
    label = labels[place] if place < len(rows) else None
    if not label or not label.closing or not label.closing.signoff:
        return place
    sign(draft, label.closing)
    draft.put(rows[place], "signoff", label.closing.rule)
    place += 1
    if label.closing.weak:
        return place
    for _ in range(3):
        if place >= len(rows):
            break
        current: Signoff | None = draft.fields.get("signoff")
        following = signoff.follows(rows[place].text, current)
        if not following:
            break
        if "signoff" not in draft.known:
            draft.fields["signoff"] = following
        draft.put(rows[place], "signoff", "initials")
        place += 1
    return place


def _capital_lines(body: list[Row]) -> int:
    """Return how many last rows repeat PTI's capitals (Bhasha's names) below a paragraph with its mark."""
    count = 0
    while count < min(4, len(body) - 1):
        text = body[-1 - count].text
        if len(text) > 40 or not (text.isupper() or not text.isascii()):
            break
        if not all(p.isalpha() or not p.isascii() for p in text.split()):
            break
        count += 1
    for lines in range(count, 0, -1):
        found = signoff.trailer(body[-1 - lines].text)
        sign = found.signoff if found else None
        if sign and sign.agency == "PTI" and body[-lines].text.isupper():
            return lines
        if sign and sign.agency == "Bhasha" and sign.initials:
            names = sign.initials.split()
            if all(word in names for row in body[len(body) - lines :] for word in row.text.split()):
                return lines
    return 0


def _shorten(body: list[Row], end: int) -> bool:
    row = body[-1]
    if end <= 0:
        body.pop()
        return bool(body)
    body[-1] = row.before(end)
    if not body[-1].text:
        body.pop()
    return bool(body)
