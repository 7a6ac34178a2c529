"""Meta elements of Sailthru (newsletters), only for sites that ask for them."""

from collections.abc import Iterator

from syndication.share.element import Element, named
from syndication.share.instants import published, stamp
from syndication.share.open_graph import description
from syndication.share.picture import Picture
from syndication.share.shareable import Shareable


def elements(story: Shareable) -> Iterator[Element]:
    """Yield the elements; tags are one list in lower case."""
    yield from named("sailthru.date", stamp(published(story.article)))
    yield from named("sailthru.title", story.headline)
    yield from named("sailthru.tags", ",".join(k.replace(",", " ").lower() for k in story.keywords))
    yield from named("sailthru.description", description(story))
    yield from named("sailthru.image.full", story.picture.url if story.picture else None)
    yield from named("sailthru.image.thumb", _thumbnail(story))
    for name in story.persons:
        yield from named("sailthru.author", name)
    yield from named("sailthru.expire_date", stamp(story.article.expires))


def _thumbnail(story: Shareable) -> str | None:
    """Return the smallest other rendition of the story's picture."""
    sized = [p for p in story.pictures.renditions if p.width and p != story.pictures.chosen]
    return min(sized, key=_width).url if sized else None


def _width(picture: Picture) -> int:
    return picture.width or 0
