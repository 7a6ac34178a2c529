"""What stands above the text: headlines, standfirsts, slug lines, key points, bylines."""

import re

from syndication.model.article import RoleText
from syndication.model.blocks import Image
from syndication.on_demand import Expression
from syndication.prose import embargo, kill, label, portal, signals, signoff
from syndication.prose.caption import is_caption
from syndication.prose.draft import Draft
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row
from syndication.prose.remarks import hold, take
from syndication.vocabulary import agencies

_SITE = Expression(
    r"\s(?:\||[-–—])\s(?:[\w-]{2,30}\.(?:com|in|net|org|xyz|co\.in|news)|(?<=\|\s)[\w .]{2,40})\Z",
    re.IGNORECASE,
)
_PARTED = Expression(r"[-–—|]")
_PARTING = Expression(r"\s[-–—|:]\s")
_USELESS = Expression(r"(?:untitled|no title|news|home|null|none|test|n/a)\Z", re.IGNORECASE)
_PLACEHOLDER = Expression(
    r"(?:latest|breaking|hot|top)\b[\w &,'-]{0,50}\bnews\s?:?\Z|[\w &]{2,50}\bnews\s?:\Z", re.IGNORECASE
)
_SENTENCE = 70  # a sentence of more letters above a headline is its standfirst
_NOTED = Expression(r"\s\((?P<note>(?:Eds|EDS|Attn eds)\b[^()]{3,120})\)\Z")
_NOTED_FRONT = Expression(
    r"\((?P<note>(?:(?:eds|attn eds)\b|embargo)[^()]{3,120})\)\s{0,2}:?\s{0,2}(?=\S)", re.IGNORECASE
)
_WORDS = Expression(r"\w+")


def read(draft: Draft, rows: list[Row], labels: list[Label | None]) -> None:
    """Give every row above the text its field."""
    marked = is_portal(rows, labels)
    passed = False  # key points or reading time: what follows is the agency's
    place = 0
    while place < len(rows):
        row, label = rows[place], labels[place]
        if isinstance(row.block, Image):
            place += 1  # no words; the picture itself is in the media
            continue
        if portal.points_title(row.text) and (
            row.text.rstrip().endswith(":") or ":" in row.text or _bulleted(rows, place)
        ):
            place = portal.take_points(draft, rows, labels, place)
            passed = True
            continue
        named = draft.known.get("headline")
        if label and not (label.furniture and not place and not named and _only_head(rows, labels)):
            passed = passed or bool(label.note and label.note.kind == "minutes")
            place = take(draft, rows, labels, place, above=True)
            continue
        headed_by_wire = bool(draft.known.get("headline"))
        if portal.bullet(row) and (place or headed_by_wire) and "key_points" not in draft.fields:
            place = portal.take_starred(draft, rows, labels, place)
            continue
        below = next((i for i in range(place + 1, len(rows)) if labels[i] is None), None)
        headed = below is not None and heading(rows[below].text)
        _words(draft, row, headed=headed, marked=marked, passed=passed)
        place += 1


def is_portal(rows: list[Row], labels: list[Label | None]) -> bool:
    """Say whether a portal has written above the agency's own head: key points, reading time, pull quote."""
    return any(
        bool(label and label.note and label.note.kind == "minutes")
        or bool(portal.points_title(row.text))
        or (row.text[0] in '"“' and bool(portal.pull_quote(row.text)))
        for row, label in zip(rows, labels, strict=True)
    )


def same(first: str | None, second: str | None) -> bool:
    """Say whether two headlines have the same words."""
    if not first or not second:
        return False
    opening, like = _WORDS.search(first), _WORDS.search(second)
    if opening is None or like is None or opening[0].casefold() != like[0].casefold():  # most differ here
        return opening is like
    return _WORDS.findall(first.casefold()) == _WORDS.findall(second.casefold())


def headline(draft: Draft, row: Row, role: str = "main") -> None:
    """Take a row as the headline: markers become signals, a useless one becomes an issue."""
    front = _NOTED_FRONT.match(row.text) if row.text[0] == "(" else None
    begin = front.end() if front else embargo.headline_at(row.text)
    if begin:
        note, row = row.before(begin), row.after(begin)
        take(draft, [note], [label.read(note)], 0, above=True)
    marks = signals.read(row.text)
    draft.signal(*marks.signals)
    draft.genre(*marks.genres)
    text = strip_site(marks.text)
    asked = kill.is_notice([text], [], placed=True) if ". " in text else None
    if asked:  # a notice of one paragraph has no headline
        draft.signal(asked)
        draft.note(row.text, "kill")
        draft.put(row, "ed_notes", "kill-notice")
        return
    noted = _NOTED.search(text) if text[-1:] == ")" else None
    if noted:
        draft.note(noted["note"].strip())
        draft.put(row, "ed_notes", "note-behind-headline", row.text.rfind(noted["note"]) - 1)
        row = row.before(row.text.rfind(noted["note"]) - 1)
        text = text[: noted.start()]
    signed = signoff.trailer(text) if text[-3:] in {"PTI", "UNI"} or text[-1:].isupper() else None
    if signed and signed.signoff and signed.start > 0:
        draft.fields.setdefault("signoff", signed.signoff)
        place = row.text.rfind(text[signed.start :])
        draft.put(row, "signoff", signed.rule, place)
        row, text = row.before(place), text[: signed.start].rstrip()
    trouble = trouble_of(text)
    if trouble and text:
        draft.doubt(row, trouble)
        draft.issue(trouble, f"no headline: {text}", row)
        draft.fields.setdefault("headline", None)
        return
    draft.put(
        row,
        "headline" if text else "genres" if marks.genres else "signals",
        "headline" if text else "signal-line",
    )
    if text:
        draft.fields["headline"] = text
        draft.headline(text, role)


def trouble_of(text: str) -> str | None:
    """Return the issue code of a headline that names nothing: an agency's name, a column's name."""
    if len(text) > 60:
        return None
    parts = [part for said in _PARTING.split(text) if (part := said.strip())]
    if _USELESS.match(text) or (parts and all(agencies.named(part) for part in parts)):
        return "useless-headline"
    return "placeholder-headline" if _PLACEHOLDER.match(text) and len(text) < 60 else None


def strip_site(text: str) -> str:
    """Return a headline without the name of a site behind it."""
    found = _SITE.search(text, max(0, len(text) - 60)) if _PARTED.search(text) else None
    return text[: found.start()].rstrip() if found and found.start() > 15 else text


def known_headline(draft: Draft) -> None:
    """Clean the headline that the wire named: markers, the site's name, useless ones."""
    text = draft.known.get("headline")
    if not text:
        return
    begin = embargo.headline_at(text)
    if begin:
        hold(draft, text[:begin])
        text = text[begin:]
    marks = signals.read(text)
    draft.signal(*marks.signals)
    if marks.genres and "genres" not in draft.known:
        draft.fields["genres"] = marks.genres
    clean = strip_site(marks.text)
    trouble = trouble_of(clean)
    if trouble:
        draft.issue(trouble, f"no headline: {clean}")
        draft.fields["headline"] = None
        return
    draft.fields["headline"] = clean or None
    if clean and not draft.fields.get("headlines"):
        draft.fields["headlines"] = (RoleText(clean, "main"),)


def _only_head(rows: list[Row], labels: list[Label | None]) -> bool:
    """Say whether the first row, which looks like furniture, is the only one that can be the headline."""
    return ">" not in rows[0].text and not any(
        label is None and heading(row.text) for row, label in zip(rows[1:], labels[1:], strict=True)
    )


def _bulleted(rows: list[Row], place: int) -> bool:
    return place + 1 < len(rows) and portal.bullet(rows[place + 1])


def _words(  # noqa: PLR0911  # one return for each part of a header
    draft: Draft, row: Row, *, headed: bool, marked: bool, passed: bool
) -> None:
    fields, text = draft.fields, row.text
    if same(text, fields.get("headline")) or same(text, draft.known.get("headline")):
        draft.put(row, "headline", "repeats-headline")
        return
    if same(text, fields.get("summary")):
        draft.put(row, "summary", "repeats-summary")
        return
    if is_caption(row):
        draft.summary(text, "caption")
        draft.put(row, "summaries", "caption")
        return
    if "headline" not in fields:
        slug = signals.slugline(text)
        if slug and "slugline" not in fields and (headed or slug.word_count or "-" in slug.text):
            draft.put(row, "slugline", "slug-line")
            fields["slugline"] = slug.text
            draft.signal(*slug.signals)
            if slug.word_count:
                fields.setdefault("word_count", slug.word_count)
            return
        if headed and not marked and len(text) > _SENTENCE and text[-1] == "." and not heading(text):
            draft.summary(text, "standfirst")
            draft.put(row, "summary" if fields.get("summary") == text else "summaries", "standfirst")
            return
        headline(draft, row, "portal" if marked else "main")
        return
    quote = portal.pull_quote(text) if text[0] in '"“' else None
    if quote and (quote.attribution or marked) and "pull_quote" not in fields and fields.get("headline"):
        fields["pull_quote"] = quote
        draft.put(row, "pull_quote", "pull-quote")
        return
    if heading(text):
        _second(draft, row, marked=marked)
        return
    role = (
        "agency" if marked and (passed or fields.get("subheadline")) else "portal" if marked else "standfirst"
    )
    draft.summary(text, role)
    draft.put(row, "summary" if fields.get("summary") == text else "summaries", role)


def _second(draft: Draft, row: Row, *, marked: bool) -> None:
    """Take a second headline: the agency's own under a portal's, else a line below the headline."""
    marks = signals.read(row.text)
    draft.signal(*marks.signals)
    text = marks.text or row.text
    if not marks.text:
        draft.put(row, "signals", "signal-line")
        return
    draft.genre(*marks.genres)
    if same(strip_site(text), draft.fields.get("headline")):
        draft.put(row, "headline", "repeats-headline")
        return
    role = "agency" if marked else "subheadline"
    if draft.fields.get("headline") is None and "headline" not in draft.known:
        draft.fields["headline"] = text  # the first was useless, this one names the story
    elif not draft.fields.get("subheadline"):
        draft.fields["subheadline"] = text
    draft.headline(text, role)
    draft.put(row, "subheadline", f"{role}-headline")
