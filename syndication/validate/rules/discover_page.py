"""Google Discover: what it reads on the page of a story."""

from collections.abc import Iterator

from syndication.validate import article_page
from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import Rule

_WIDTH, _NARROWEST, _WIDEST = 1_200, 1.6, 1.92
_NEEDED = ("headline", "datePublished", "dateModified", "author", "publisher")
_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json"}


def large_previews(document: Document, _: Circumstances) -> Iterator[Fault]:
    """DP1."""
    if document.root is not None:
        robots = [v for name in ("robots", "googlebot") for v in article_page.metas(document.root, name)]
        words = {word.strip().lower() for value in robots for word in value.text.split(",")}
        if "max-image-preview:large" not in words:
            yield Fault(document.root.find("head"), "robots does not say max-image-preview:large")


def large_picture(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """DP2."""
    picture = next((p for s in document.stories for p in s.pictures), None)
    if picture is None:
        yield Fault(None, "the page has no og:image")
        return
    if picture.width is None or picture.height is None:
        yield Fault(picture.at, "the page does not say how large og:image is")
    elif picture.width < _WIDTH:
        yield Fault(picture.at, f"og:image is {picture.width} pixels wide, not {_WIDTH}")
    elif not picture.height or not _NARROWEST <= picture.width / picture.height <= _WIDEST:
        yield Fault(picture.at, f"og:image is {picture.width} by {picture.height}, not 16 to 9")
    logo = circumstances.profile.site.brand.logo
    if logo and picture.href.endswith(logo):
        yield Fault(picture.at, "og:image is the logo of the site")


def data_agrees(document: Document, _: Circumstances) -> Iterator[Fault]:
    """DP3."""
    root = document.root
    if root is None:
        return
    found = article_page.story_data(root)
    if found is None:
        yield Fault(root.find("head"), "the page has no JSON-LD of a NewsArticle")
        return
    for name in _NEEDED:
        if not found.get(name):
            yield Fault(root.find("head"), f"the NewsArticle lacks {name}")
    listed = article_page.images(found.get("image"))
    picture = article_page.meta(root, "og:image")
    if picture is None or picture.text not in listed:
        yield Fault(
            root.find("head"),
            f"og:image is not among the images of the NewsArticle: {shown(', '.join(listed))}",
        )


def feeds_are_linked(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """DP4."""
    if document.root is None:
        return
    links = [e for e in article_page.linked(document.root, "alternate") if e.get("type") in _FEED_TYPES]
    if not links:
        yield Fault(document.root.find("head"), "the page names no feed")
    for link in links:
        if not (link.get("title") or "").strip():
            yield Fault(link, "the link to the feed has no title")
    named = {link.get("href") for link in links}
    for feed in circumstances.facts.feeds:
        if feed not in named:
            yield Fault(document.root.find("head"), f"the page does not name the feed {shown(feed)}")


_PAGE = frozenset({"page"})
RULES = (
    Rule("DP1", "warning", large_previews, "say max-image-preview:large in the robots meta", _PAGE),
    Rule(
        "DP2", "warning", large_picture, "name a picture of 1200 by 675 pixels or more, and its size", _PAGE
    ),
    Rule("DP3", "error", data_agrees, "describe the story as a NewsArticle with the same picture", _PAGE),
    Rule("DP4", "warning", feeds_are_linked, "link every feed with its type and a title", _PAGE),
)
