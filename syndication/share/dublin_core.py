"""Dublin Core in a page's head (DCMI, "Expressing Dublin Core in HTML/XHTML meta and link elements")."""

from collections.abc import Iterator

from syndication.share.clean_text import clean
from syndication.share.element import Element, link, named
from syndication.share.instants import modified, published, stamp
from syndication.share.shareable import Shareable
from syndication.xmlns import DC, DCTERMS


def elements(story: Shareable) -> Iterator[Element]:
    """Yield the schemas, then the terms."""
    article = story.article
    yield from link("schema.DC", DC)
    yield from link("schema.DCTERMS", DCTERMS)
    yield from named("DC.title", story.headline)
    for name in story.persons or (story.provider,):
        yield from named("DC.creator", name)
    day = stamp(published(article))
    yield from named("DC.date.issued", day[:10] if day else None)
    yield from named("DCTERMS.modified", stamp(modified(article)))
    yield from named("DC.language", clean(article.language))
    yield from named("DC.identifier", story.canonical)
    yield from named("DC.publisher", clean(story.site.title))
    rights = article.rights
    yield from named("DC.rights", clean(rights.notice or rights.holder) if rights else None)
