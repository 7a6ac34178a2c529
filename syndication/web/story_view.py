"""What a template is told about one story; private notes, comments and issues are not among it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from syndication.model import Article, Site
from syndication.model.blocks import Block, Image, Paragraph, body_text, plain
from syndication.vocabulary.corrections import corrections
from syndication.vocabulary.corrections import notes as correction_notes
from syndication.web.labels import Labels
from syndication.web.media_view import Picture, Recording, pictures, recordings
from syndication.web.writing_direction import direction

_DESCRIPTION = 200


class Teaser(msgspec.Struct, frozen=True):
    """A story as one entry of a list; where the wire gave no summary, its opening words stand for one.

    `picture` is the one that the wire names first.
    """

    article: Article
    path: str
    headline: str
    summary: str | None
    place: str | None
    direction: str
    picture: Picture | None


class Note(msgspec.Struct, frozen=True):
    """A note for readers under its label; a correction is dated, `ours` tells that the words are the page's."""

    label: str
    text: str
    when: datetime | None = None
    ours: bool = False


class StoryView(msgspec.Struct, frozen=True):
    """A story as a page of its own.

    `lead` is the picture above the text, `pictures` are by media guid, `parts` the blocks of the body, each
    with the name of its kind; the pull quote stands after the block of number `pull_after`; `related` are other stories of ours that may be seen.
    """

    teaser: Teaser
    language: str
    notes: tuple[Note, ...]
    lead: Picture | None
    pictures: dict[str, Picture]
    recordings: tuple[Recording, ...]
    parts: tuple[tuple[Block, str], ...]
    pull_after: int
    topics: tuple[str, ...]
    credit: str | None
    source: str
    reading: str | None
    related: tuple[Teaser, ...]


def teaser(article: Article, site: Site, untitled: str) -> Teaser:
    """Return the entry of a list; its path begins at the site's root."""
    return Teaser(
        article=article,
        path=site.path(article),
        headline=article.headline or _opening(article, 80) or untitled,
        summary=article.summary or (_opening(article, _DESCRIPTION) if article.headline else None),
        place=", ".join(article.dateline.places) or None if article.dateline else None,
        direction=direction(article.language or site.language),
        picture=next(iter(pictures(article.media).values()), None),
    )


def story_view(article: Article, site: Site, labels: Labels, related: Iterable[Article] = ()) -> StoryView:
    """Return what the page of a story shows, its own words in the language of `labels`."""
    shown = pictures(article.media)
    placed = {b.media for b in article.body if isinstance(b, Image)}
    # A picture that the text has no place for goes above it: the first one, as agencies order them.
    lead = next((p for guid, p in shown.items() if guid not in placed), None)
    minutes = article.reading_minutes
    return StoryView(
        teaser=teaser(article, site, labels.untitled),
        language=article.language or site.language,
        notes=tuple(_notes(article, labels)),
        lead=lead,
        pictures=shown,
        recordings=recordings(article.media),
        parts=tuple((b, str(b.__struct_config__.tag)) for b in article.body),
        pull_after=_pull_after(article.body),
        topics=_topics(article),
        credit=article.creditline,
        source=", ".join(dict.fromkeys(filter(None, (article.provider, *article.info_sources)))),
        reading=labels.reading.format(minutes=minutes) if minutes else None,
        related=tuple(teaser(other, site, labels.untitled) for other in related),
    )


def _pull_after(body: Sequence[Block]) -> int:
    """Return after which block, counted from 1, a quotation is set apart: the second paragraph, else the last block."""
    paragraphs = [number for number, block in enumerate(body, 1) if isinstance(block, Paragraph)]
    return paragraphs[1] if len(paragraphs) > 1 else len(body)


def _notes(article: Article, labels: Labels) -> Iterator[Note]:
    """Yield corrections, then what else the wire says to readers."""
    for label, text, ours in corrections(article, labels.language):
        yield Note(label, text, article.modified, ours)
    told = correction_notes(article)
    yield from (Note(labels.note, n.text) for n in article.ed_notes if n.public and n not in told)


def _topics(article: Article) -> tuple[str, ...]:
    named: Iterable[str | None] = (s.name for s in article.subjects if s.type != "desk")
    folded: dict[str, str] = {}
    for name in (*named, *article.keywords):
        if name:
            folded.setdefault(name.casefold(), name)
    return tuple(folded.values())[:10]


def _opening(article: Article, limit: int) -> str | None:
    first = next((plain(b.text) for b in article.body if isinstance(b, Paragraph)), None)
    return _cut(first or body_text(article.body), limit) or None


def _cut(text: str, limit: int) -> str:
    """Return the text on one line, cut between words where it is longer than `limit` characters."""
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: words.rfind(" ", 0, limit)].rstrip(",;:") + " …"
