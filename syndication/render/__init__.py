"""One Article becomes an entry; entries become a document; one module per format."""

from syndication.render import (
    apple_news,
    atom,
    json_feed,
    newsml_1,
    newsml_g2,
    newsml_g2_package,
    ninjs,
    nitf,
    opml,
    rss,
    sitemap,
)
from syndication.render.feed_format import FeedFormat, SingleFormat

FORMATS: dict[str, FeedFormat] = {
    f.name: f
    for f in (
        rss.FORMAT,
        atom.FORMAT,
        newsml_g2.FORMAT,
        json_feed.FORMAT,
        ninjs.FORMAT,
        nitf.FORMAT,
        newsml_1.FORMAT,
        newsml_g2_package.FORMAT,
        sitemap.NEWS_FORMAT,
        sitemap.FORMAT,
    )
}
SINGLES: dict[str, SingleFormat] = {
    f.name: f for f in (newsml_g2.SINGLE, ninjs.SINGLE, nitf.SINGLE, newsml_1.SINGLE, apple_news.SINGLE)
}
_ALIASES = {"jsonfeed": "json", "news-sitemap": "sitemap-news"}


def by_name(name: str) -> FeedFormat:
    """Return the format of that name or alias (`jsonfeed` is `json`); raise KeyError for any other."""
    return FORMATS[_ALIASES.get(name, name)]


__all__ = ["FORMATS", "SINGLES", "FeedFormat", "SingleFormat", "by_name", "opml"]
