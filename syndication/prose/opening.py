"""Where the text of a story begins: at its dateline, or behind the parts of its header."""

from datetime import datetime

from syndication.model.article import Dateline
from syndication.model.blocks import Paragraph
from syndication.on_demand import Expression
from syndication.prose import caption, dateline, header, place_line, portal, signals
from syndication.prose.context import Known
from syndication.prose.label import Label, heading
from syndication.prose.lines import Row
from syndication.vocabulary import agencies, places

_SPEAKER = Expression(r"[^\W\d_][\w.]{0,20}(?: [\w.]{1,20})?:\s\S")
_BARRED = Expression(r"(?P<name>[^|]{2,40}?)\s?[|·•]\s?(?P<city>[^|]{2,40})\Z")
_AGENCY_AND_CITY = 70
_MARKER = 40  # the longest line that holds nothing but markers
_STANDFIRSTS = 3
_STANDFIRSTS_OF_PORTAL = 5


def find(
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
        found = row.dateline(received)
        if found and not caption.is_caption(row):
            return place, found
        if weak is None and paragraphs == 0:
            weak = _weak(rows, labels, place, known)
        if (len(text) > 80 and not paragraphs and all(labels[:place])) or (
            text.startswith(("By ", "BY ")) and len(text) > 60
        ):
            found = dateline.glued(text, received)
            if found:
                return place, found
        if not heading(text) or len(text) > 170:
            paragraphs += 1
            if paragraphs >= limit:
                break
    if weak and (not marked or weak[1].text == len(rows[weak[0]].text)):
        return weak
    return 0, None


def _weak(
    rows: list[Row], labels: list[Label | None], place: int, known: Known
) -> tuple[int, dateline.Found] | None:
    """Return the place and the dateline of a row that names only a city, where that is sure enough."""
    text = rows[place].text
    credited = _agency_and_city(rows, labels, place)
    if credited:
        return place, credited
    if text[-1] == ":" and place:
        alone = _city_alone(rows, labels, place)
        if alone:
            return place, alone
    if (heading(text) and len(text) <= 170) or not (place or "headline" in known):
        return None
    if caption.is_caption(rows[place]):
        return None
    found = dateline.read_place(text)
    return (
        (place, found)
        if found and found.text < len(text) and _sure_place(found, rows, labels, place)
        else None
    )


def _city_alone(rows: list[Row], labels: list[Label | None], place: int) -> dateline.Found | None:
    """Return the dateline `City:` of a portal's page, alone on its line above the first paragraph.

    A city that no list knows counts only right below the page's own lines (time, share buttons).
    """
    text = rows[place].text
    name = text.rstrip(": ")
    if len(text) > 40 or not place_line.is_name(name) or place + 1 >= len(rows):
        return None
    above, below = labels[place - 1], rows[place + 1].text
    if labels[place + 1] or heading(below) or portal.bullet(rows[place + 1]):
        return None
    framed = bool(above and (above.furniture or (above.note and above.note.kind == "minutes")))
    where = place_line.read(name)
    if not where or not (all(map(places.known, where.names)) or (framed and len(name.split()) < 3)):
        return None
    return dateline.Found(Dateline(name, where.names, where.country), 0, len(name), len(text), weak=True)


def _agency_and_city(rows: list[Row], labels: list[Label | None], place: int) -> dateline.Found | None:
    """Return the dateline `Press Trust of India | Alappuzha` of a page, alone on its line above the text.

    Without a bar between them the city is one that the lists know, or the line stands beside the page's own.
    """
    text = rows[place].text
    if not place or len(text) > _AGENCY_AND_CITY or not agencies.begins(text):
        return None
    below = next(
        (row for row, lb in zip(rows[place + 1 :], labels[place + 1 :], strict=True) if not lb), None
    )
    if below is None or heading(below.text):
        return None
    found = _BARRED.match(text)
    if found:
        name, city = found["name"], found["city"]
    else:
        words = text.split()
        count = next((n for n in range(len(words) - 1, 0, -1) if agencies.named(" ".join(words[:n]))), 0)
        name, city = " ".join(words[:count]), " ".join(words[count:])
    where = place_line.read(city) if agencies.named(name) else None
    if not where:
        return None
    beside = (labels[place - 1], labels[place + 1] if place + 1 < len(labels) else None)
    framed = any(label and label.furniture for label in beside)
    if not found and not framed and not all(map(places.known, where.names)):
        return None
    line = Dateline(city, where.names, where.country)
    return dateline.Found(line, len(text) - len(city), len(text), len(text), weak=True)


def _sure_place(found: dateline.Found, rows: list[Row], labels: list[Label | None], place: int) -> bool:
    """Say whether `Place: Text` is a dateline: a known place, or one word that no speaker's label is."""
    names = found.dateline.places
    if all(map(places.known, names)):
        return True
    text = rows[place].text
    several = len(found.dateline.text.split()) > 1 and not found.dateline.text.isupper()
    if several or len(text) - found.text < 60:
        return False
    return not any(
        _SPEAKER.match(row.text) for i, row in enumerate(rows[: place + 12]) if i != place and not labels[i]
    )


def header_end(rows: list[Row], labels: list[Label | None], known: Known) -> int:
    """Return where the text begins in copy without a dateline."""
    marks = [
        i for i, label in enumerate(labels[:24]) if label and label.note and label.note.kind == "minutes"
    ]
    marks += [i for i, row in enumerate(rows[:24]) if labels[i] is None and portal.points_title(row.text)]
    if marks:
        return _portal_end(rows, labels, max(marks) + 1)
    place = 0
    named = known.get("headline")
    headlined, marked = "headline" in known, False
    while place < len(rows):
        row, label = rows[place], labels[place]
        if label:
            if label.closes and (headlined or marked) and not label.byline and place > 1:
                break
            place += 1
            continue
        marker = not headlined and len(row.text) < _MARKER and not signals.read(row.text).text
        marked = marked or marker
        if marker or (headlined and _repeats(row, named)):
            place += 1
            continue
        if not headlined and (
            heading(row.text)
            or (len(row.text) <= 200 and place + 1 < len(rows) and row.gap and _alone(rows, place))
        ):
            headlined, named = True, signals.read(row.text).text
            place += 1
            continue
        break
    return min(place, len(rows)) if headlined or marked or place < len(rows) else 0


def _repeats(row: Row, headline: str | None) -> bool:
    if header.same(row.text, headline):
        return True
    marked = headline is not None and len(row.text) <= len(headline) + 2 * _MARKER
    return marked and header.same(signals.read(row.text).text, headline)


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
