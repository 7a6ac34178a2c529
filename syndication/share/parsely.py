"""Meta elements of Parse.ly; it reads JSON-LD as well, so only for sites that ask for them."""

from collections.abc import Iterator

from syndication.share.element import Element, named
from syndication.share.instants import published, stamp
from syndication.share.open_graph import section
from syndication.share.shareable import Shareable


def elements(story: Shareable) -> Iterator[Element]:
    """Yield the elements; authors repeat, tags are one list."""
    yield from named("parsely-title", story.headline)
    yield from named("parsely-link", story.canonical)
    yield from named("parsely-type", "post")
    yield from named("parsely-image-url", story.picture.url if story.picture else None)
    yield from named("parsely-pub-date", stamp(published(story.article)))
    yield from named("parsely-section", section(story))
    for name in story.persons:
        yield from named("parsely-author", name)
    yield from named("parsely-tags", ",".join(k.replace(",", " ") for k in story.keywords))
