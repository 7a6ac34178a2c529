"""A story that comes in a standard of IPTC: its fields are named, its text is read as any copy is."""

import html
from typing import NamedTuple, cast

import msgspec

from syndication.model import Article, Reading
from syndication.model.article import Dateline, Entity, RoleText
from syndication.model.blocks import Paragraph, plain
from syndication.parse.editor_notes import Noted
from syndication.parse.html_story import Story, read_html
from syndication.prose import Context, Known, dateline, kill, read_blocks, read_text, signals

_WORDLESS = frozenset({"picture", "video", "audio", "graphic", "composite"})
_OPENING = 4000


class Text(NamedTuple):
    """The text as it travels: HTML or plain."""

    value: str
    is_html: bool = True


def filled(known: Known) -> Known:
    """Return the fields without those that say nothing: the text may say it."""
    return cast(Known, {name: value for name, value in known.items() if value not in (None, "", ())})


def with_notes(known: Known, noted: Noted) -> Known:
    """Return the fields with the notes to editors; the wire's own end of an embargo counts before a note's."""
    status = noted.known.get("pub_status") if known.get("pub_status") == "usable" else None
    together = Known(**{**noted.known, **known})
    together["signals"] = tuple(dict.fromkeys((*known.get("signals", ()), *noted.known.get("signals", ()))))
    if status and "embargoed" not in known:
        together["pub_status"] = status
    if not kill.SIGNALS.isdisjoint(together["signals"]):
        together["pub_status"] = "canceled"
    return together


def with_dateline(known: Known, line: Dateline, text: Text | None, context: Context) -> Text | None:
    """Return the text with a dateline that the wire names beside it in front, where the text is read with it.

    One that nobody would recognise in front of a text is kept in `known` as it is printed.
    """
    found = dateline.read(line.text, context.received)
    if text is not None and line.text in _opening(text):
        return text
    if found is None or found.text < len(line.text) or text is None:
        known["dateline"] = line
        return text
    if not text.is_html:
        return Text(f"{line.text}\n\n{text.value}", is_html=False)
    return Text(f"<p>{html.escape(line.text, quote=False)}</p>{text.value}")


def _opening(text: Text) -> str:
    """Return the first words of a text, where a dateline may stand."""
    words = plain(text.value[:_OPENING]) if text.is_html else text.value[:_OPENING]
    return " ".join(words.split())


def read(text: Text | None, told: Story, located: str | None = None, *, numbered: bool = True) -> Reading:
    """Return the one story of the text and what is known of it beside.

    `located` is where it was filed, kept as a place where the text has no dateline. `numbered`: whether the wire
    numbers this version.
    """
    # What became of the headline decides below.
    explained = msgspec.structs.replace(told.context, explained=True)
    told = msgspec.structs.replace(told, context=explained, known=_marked(told.known))
    found = _readings(text, told)
    if len(found) > 1:  # without a headline the text looked like several
        found = _readings(
            text, msgspec.structs.replace(told, known=Known(**{**told.known, "headline": None}))
        )
    elif not found[0].article.body and any(line.rule == "repeats-headline" for line in found[0].account):
        # A flash: its headline is all that there is, and its text.
        only = Paragraph(html.escape(told.known.get("headline") or "", quote=False))
        found = _readings(text, msgspec.structs.replace(told, known=Known(**{**told.known, "body": (only,)})))
    return msgspec.structs.replace(_finished(found[0], told, located), numbered=numbered)


def _marked(known: Known) -> Known:
    """Return the fields with what the markers of headline and slugline say."""
    slug = signals.slugline(known.get("slugline") or "")
    marks = (*known.get("signals", ()), *(slug.signals if slug else ()))
    found = Known(**{**known, "signals": tuple(dict.fromkeys(marks))})
    if not kill.SIGNALS.isdisjoint((*marks, *signals.read(known.get("headline") or "").signals)):
        found["pub_status"] = "canceled"
    return found


def _readings(text: Text | None, told: Story) -> list[Reading]:
    if text is not None and text.is_html and text.value.strip():
        return list(read_html(text.value, told))
    if text is not None and text.value.strip():
        found = list(read_text(text.value, told.context, told.known, told.issues))
    else:
        found = list(read_blocks((), told.context, told.known, told.issues))
    first = found[0]
    return [msgspec.structs.replace(first, account=(*told.account, *first.account)), *found[1:]]


def _finished(reading: Reading, told: Story, located: str | None) -> Reading:
    """Return the reading with the place of filing, and without issues that are none for this class of item."""
    article = reading.article
    printed = told.known.get("headline")
    headlines = {(h.text, h.language): h for h in reversed(_unmarked(article, printed))}
    article = msgspec.structs.replace(article, headlines=tuple(reversed(headlines.values())))
    if located and article.dateline is None:
        article = msgspec.structs.replace(article, places=_filed(article.places, located))
    if article.item_class in _WORDLESS or article.pub_status == "canceled":
        kept = tuple(issue for issue in article.issues if issue.code not in {"no-body", "no-headline"})
        article = msgspec.structs.replace(article, issues=kept)
    return msgspec.structs.replace(reading, article=article)


def _unmarked(article: Article, printed: str | None) -> list[RoleText]:
    """Return the headlines, the one that was printed without the markers that became signals."""
    return [
        msgspec.structs.replace(h, text=article.headline) if article.headline and h.text == printed else h
        for h in article.headlines
    ]


def _filed(places: tuple[Entity, ...], located: str) -> tuple[Entity, ...]:
    """Return the places, that of filing marked; one that is not among them is added."""
    if any(place.role == "located" for place in places):
        return places
    marked = tuple(
        msgspec.structs.replace(place, role="located") if place.name == located else place for place in places
    )
    return (*places, Entity(located, role="located")) if marked == places else marked
