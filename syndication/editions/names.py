"""The names of published files."""

from syndication.model import Feed
from syndication.render import FeedFormat


def file_name(feed: Feed, format_: FeedFormat) -> str:
    """Return the name of an edition's file."""
    return f"{feed.name}{format_.extension}"


def page_name(feed: Feed, page: int) -> str:
    """Return the name of a page of the feed's archive, as if it were a feed."""
    return f"{feed.name}.archive-{page}"


def page_file(feed: Feed, format_: FeedFormat, page: int) -> str:
    """Return the name of a page's file."""
    return f"{page_name(feed, page)}{format_.extension}"
