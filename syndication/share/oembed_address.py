"""Which addresses our oEmbed endpoint speaks for, and how pages point to it (oEmbed 1.0 §2.4, §4)."""

from collections.abc import Iterator

from syndication.model import Site
from syndication.on_demand import Expression
from syndication.share.element import Element, link
from syndication.share.percent import encode
from syndication.share.shareable import Shareable
from syndication.share.web_address import parse

PATH = "/oembed"
_ARTICLE = Expression(r"/articles/([a-z2-7]{16})(?:/[^/]*)?/?\Z")


def story_id(url: str, site: Site) -> str | None:
    """Return the short id of the story that the address is a page of, None where it is no page of the site.

    http and https, default ports, fragments and campaign parameters make no difference; raise ValueError
    for what is no absolute http or https address.
    """
    asked = parse(url).comparable().partition("?")[0]
    try:
        own = parse(site.base_url).comparable().partition("?")[0].rstrip("/")
    except ValueError:
        return None  # a site without an address of its own has no pages
    if not asked.startswith(f"{own}/"):
        return None
    found = _ARTICLE.match(asked.removeprefix(own))
    return found[1] if found else None


def discovery(story: Shareable) -> Iterator[Element]:
    """Yield the links to the endpoint, in JSON and XML.

    None for a story whose canonical page is another site's: we do not speak for that.
    """
    canonical = story.canonical
    if canonical is None or story_id(canonical, story.site) is None:
        return
    for form in ("json", "xml"):
        href = f"{story.home}{PATH}?url={encode(canonical)}&format={form}"
        kind = "application" if form == "json" else "text"
        yield from link("alternate", href, media_type=f"{kind}/{form}+oembed", title=story.headline)
