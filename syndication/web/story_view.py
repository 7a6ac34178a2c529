"""What a template is told about one story; private notes, comments and issues are not among it."""

from collections.abc import Iterable

import msgspec

from syndication.model import Article, Site
from syndication.model.article import Media, Rendition
from syndication.model.blocks import Block, Image, Paragraph, body_text, plain
from syndication.web.markup import web_address
from syndication.web.writing_direction import direction

_WIDEST = 1600
_DESCRIPTION = 200


class Teaser(msgspec.Struct, frozen=True):
    """A story as one entry of a list; where the wire gave no summary, its opening words stand for one."""

    article: Article
    path: str
    headline: str
    summary: str | None
    place: str | None
    direction: str


class Picture(msgspec.Struct, frozen=True):
    """One picture in the size that a page wants."""

    src: str
    alt: str
    caption: str | None
    credit: str | None
    width: int | None
    height: int | None


class StoryView(msgspec.Struct, frozen=True):
    """A story as a page of its own.

    `lead` is the picture above the text, `pictures` are by media guid, `parts` the blocks of the body, each
    with the name of its kind.
    """

    teaser: Teaser
    canonical: str
    description: str
    notes: tuple[str, ...]
    lead: Picture | None
    pictures: dict[str, Picture]
    parts: tuple[tuple[Block, str], ...]
    topics: tuple[str, ...]
    credit: str | None
    source: str


def teaser(article: Article, site: Site) -> Teaser:
    """Return the entry of a list; its path begins at the site's root."""
    return Teaser(
        article=article,
        path=site.path(article),
        headline=article.headline or _opening(article, 80) or "Untitled story",
        summary=article.summary or (_opening(article, _DESCRIPTION) if article.headline else None),
        place=", ".join(article.dateline.places) or None if article.dateline else None,
        direction=direction(article.language or site.language),
    )


def story_view(article: Article, site: Site) -> StoryView:
    """Return what the page of a story shows."""
    pictures = {m.guid: p for m in article.media if m.kind == "picture" and (p := _picture(m))}
    placed = {b.media for b in article.body if isinstance(b, Image)}
    # A picture that the text has no place for goes above it: the first one, as agencies order them.
    lead = next((p for guid, p in pictures.items() if guid not in placed), None)
    return StoryView(
        teaser=teaser(article, site),
        canonical=web_address(article.url) or site.base_url + site.path(article),
        description=_cut(article.summary or _opening(article, _DESCRIPTION) or "", _DESCRIPTION),
        notes=tuple(n.text for n in article.ed_notes if n.public),
        lead=lead,
        pictures=pictures,
        parts=tuple((b, str(b.__struct_config__.tag)) for b in article.body),
        topics=_topics(article),
        credit=article.creditline,
        source=", ".join(dict.fromkeys(filter(None, (article.provider, *article.info_sources)))),
    )


def _picture(media: Media) -> Picture | None:
    usable = [r for r in media.renditions if web_address(r.href) and _is_image(r)]
    if not usable:
        return None
    chosen = max(usable, key=_fitness)
    alt = media.alt or media.headline or media.caption or ""
    return Picture(chosen.href, alt, media.caption, media.credit, chosen.width, chosen.height)


def _is_image(rendition: Rendition) -> bool:
    return (rendition.media_type or "image/").startswith("image/")


def _fitness(rendition: Rendition) -> int:
    """Order renditions: the widest that is not wider than a page needs, then the narrower of the others."""
    width = rendition.width or 0
    return width if width <= _WIDEST else -width


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
