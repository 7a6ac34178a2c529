"""Sitemaps (sitemaps.org 0.9), their index, and the Google News extension."""

from collections import Counter
from collections.abc import Iterator

from syndication.validate import element_grammar
from syndication.validate.datatypes import dated
from syndication.validate.document import Document, Moment, Story, Value
from syndication.validate.element_grammar import grammar
from syndication.validate.feed_elements import first
from syndication.validate.finding import Breach, Element, Fault, local_name, namespace_of
from syndication.xmlns import SITEMAP, SITEMAP_IMAGE, SITEMAP_NEWS

GRAMMAR = grammar(
    SITEMAP,
    """
    urlset : ~ #* url*
    url : ~ loc:web lastmod?:w3cdtf changefreq?:always|hourly|daily|weekly|monthly|yearly|never priority?:number #*
    sitemapindex : ~ #* sitemap*
    sitemap : ~ loc:web lastmod?:w3cdtf #*
    """,
)
NEWS_GRAMMAR = grammar(
    SITEMAP_NEWS,
    """
    news : publication publication_date:w3cdtf title:nonempty access?:text genres?:text keywords?:text stock_tickers?:text geo_locations?:text
    publication : name:nonempty language:news-language
    """,
)
IMAGE_GRAMMAR = grammar(
    SITEMAP_IMAGE,
    "image : loc:web caption?:text geo_location?:text title?:text license?:web",
)
_EXTENSIONS = (NEWS_GRAMMAR, IMAGE_GRAMMAR)
_MOST, _LARGEST, _SHORTEST, _LONGEST = 50_000, 50 * 1024 * 1024, 12, 2_048
_MOST_OF = {SITEMAP_NEWS: 1, SITEMAP_IMAGE: 1_000}
"""How often the element of an extension stands in one `url`."""
_N = f"{{{SITEMAP_NEWS}}}"


def recognises(root: Element) -> bool:
    """Tell a sitemap or a sitemap index by its root, whatever its namespace is."""
    return local_name(root) in {"urlset", "sitemapindex"}


def read(root: Element, data: bytes) -> Document:
    """Return each `url` as a story whose guid is its address."""
    own = f"{{{space}}}" if (space := namespace_of(root)) else ""
    stories = tuple(_story(url, own) for url in root.iter(f"{own}url", f"{own}sitemap"))
    dates = [
        Moment((e.text or "").strip(), e, "w3cdtf")
        for e in root.iter(f"{own}lastmod", f"{_N}publication_date")
    ]
    return Document(
        format="sitemap",
        data=data,
        root=root,
        stories=stories,
        moments=tuple(date for date in dates if not dated(date.text)),
        addresses=tuple(story.link for story in stories if story.link),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against the protocol of sitemaps.org and Google's published rules for news."""
    root = document.root
    if root is None:
        return
    space = namespace_of(root)
    if space != SITEMAP:
        yield Breach("namespace", Fault(root, f"the root is not in the namespace {SITEMAP}"))
    yield from element_grammar.check(root, GRAMMAR._replace(namespace=space))
    yield from _extensions(root, f"{{{space}}}url" if space else "url")
    if not document.stories:
        yield Breach("empty", Fault(root, "the sitemap names no address"), "note")
    if len(document.stories) > _MOST:
        yield Breach("size", Fault(root, f"{len(document.stories)} addresses are more than {_MOST}"))
    if len(document.data) > _LARGEST:
        yield Breach("size", Fault(root, f"{len(document.data)} bytes are more than {_LARGEST}"))
    for story in document.stories:
        if story.link and not _SHORTEST <= len(story.link.text) <= _LONGEST:
            yield Breach("value", Fault(story.link.at, f"loc has {len(story.link.text)} characters"))
    for priority in root.iter(f"{{{space}}}priority" if space else "priority"):
        try:
            fine = 0 <= float(priority.text or "") <= 1
        except ValueError:
            continue  # told by the table
        if not fine:
            yield Breach("value", Fault(priority, "priority is not between 0.0 and 1.0"))


def _extensions(root: Element, url: str) -> Iterator[Breach]:
    """Google, "News sitemaps", "Image sitemaps": what an extension holds, and that it stands in a `url`."""
    for known in _EXTENSIONS:
        name = next(iter(known.shapes))
        counted: Counter[Element] = Counter()
        for element in root.iter(f"{{{known.namespace}}}*"):
            parent = element.getparent()
            if parent is not None and namespace_of(parent) == known.namespace:
                continue  # part of one that is judged as a whole
            yield from element_grammar.check(element, known)
            if local_name(element) != name:
                yield Breach("element-unknown", Fault(element, f"{local_name(element)} is not {name}"))
            elif parent is None or parent.tag != url:
                yield Breach("order", Fault(element, f"{name} stands outside a url"))
            else:
                counted[parent] += 1
        for parent, count in counted.items():
            if count > _MOST_OF[known.namespace]:
                most = _MOST_OF[known.namespace]
                yield Breach(
                    "repeated", Fault(parent, f"url has {name} {count} times, and at most {most} stand there")
                )


def _story(url: Element, own: str) -> Story:
    """Return the facts of a `url`; `own` is the namespace of the sitemap, as lxml writes it before a name."""
    link = first(url, f"{own}loc")
    news = url.find(f"{_N}news")
    date = None if news is None else first(news, f"{_N}publication_date")
    changed = first(url, f"{own}lastmod")
    tongue = None if news is None else first(news, f"{_N}publication/{_N}language")
    return Story(
        node=url,
        guid=Value(link.text, link.at) if link else None,
        permalink=True,
        link=link,
        title=None if news is None else first(news, f"{_N}title"),
        published=Moment(date.text, date.at, "w3cdtf") if date else None,
        updated=Moment(changed.text, changed.at, "w3cdtf") if changed else None,
        language=tongue.text if tongue else None,
    )
