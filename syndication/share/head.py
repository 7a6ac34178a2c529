"""All that a page's head says about its story, in the order in which readers of it look."""

from collections.abc import Iterable, Iterator

import msgspec

from syndication.share import dublin_core, json_ld, open_graph, parsely, sailthru, x_card
from syndication.share.clean_text import clean
from syndication.share.element import Element, link, markup, named
from syndication.share.oembed_address import discovery
from syndication.share.shareable import Shareable
from syndication.share.web_address import parse

LONGEST = 16_000
"""Bytes. Readers fetch the beginning of a page only; the block and what precedes it end before 16,384."""

_VOCABULARIES = {
    "dublin-core": dublin_core.elements,
    "parsely": parsely.elements,
    "sailthru": sailthru.elements,
}
# What is left out first where a story has too much of it.
_SPARED = (
    "liveBlogUpdate",
    "mentions",
    "contentLocation",
    "about",
    "keywords",
    "usageInfo",
    "copyrightNotice",
    "articleSection",
)

HIDDEN = (Element("meta", {"name": "robots", "content": "noindex"}),)
"""The head of a page whose story may not be shared: it says nothing but that."""


class Alternate(msgspec.Struct, frozen=True, kw_only=True):
    """The same story or its feed in another form: media type, or `hreflang` for another language."""

    href: str
    media_type: str | None = None
    title: str | None = None
    hreflang: str | None = None


def head_elements(story: Shareable, alternates: Iterable[Alternate] = ()) -> tuple[Element, ...]:
    """Return title, meta and link elements, without JSON-LD. Facebook and others take the first of each."""
    return tuple(_elements(story, alternates))


def head_html(story: Shareable, alternates: Iterable[Alternate] = ()) -> str:
    """Return the whole block as HTML, JSON-LD last. It belongs at the top of `<head>`.

    Where it would be longer than `LONGEST`, lists that only search engines read are left out.
    """
    block = markup(head_elements(story, alternates))
    data = json_ld.news_article(story)
    spared = iter(_SPARED)
    while len((block + json_ld.script(data)).encode()) > LONGEST and (key := next(spared, None)):
        data.pop(key, None)
    return block + json_ld.script(data)


def _elements(story: Shareable, alternates: Iterable[Alternate]) -> Iterator[Element]:
    yield Element("title", {}, story.headline or clean(story.site.title))
    yield from named("description", open_graph.description(story))
    for name in story.persons:
        yield from named("author", name)
    yield from link("canonical", story.canonical)
    yield from named("robots", story.sharing.robots)
    yield from open_graph.elements(story)
    yield from x_card.elements(story)
    for vocabulary in story.sharing.vocabularies:
        yield from _VOCABULARIES[vocabulary](story)
    yield from discovery(story)
    for alternate in alternates:
        yield from _alternate(alternate)


def _alternate(alternate: Alternate) -> list[Element]:
    try:
        href = str(parse(alternate.href))
    except ValueError:
        return []
    return link(
        "alternate",
        href,
        media_type=alternate.media_type,
        hreflang=alternate.hreflang,
        title=clean(alternate.title),
    )
