"""One Article becomes an entry; entries become a document; one module per format."""

from syndication.render import atom, json_feed, newsml_g2, rss
from syndication.render.feed_format import FeedFormat

FORMATS: dict[str, FeedFormat] = {
    f.name: f for f in (rss.FORMAT, atom.FORMAT, newsml_g2.FORMAT, json_feed.FORMAT)
}
_ALIASES = {"jsonfeed": "json"}


def by_name(name: str) -> FeedFormat:
    """Return the format of that name or alias (`jsonfeed` is `json`); raise KeyError for any other."""
    return FORMATS[_ALIASES.get(name, name)]


__all__ = ["FORMATS", "FeedFormat", "by_name"]
