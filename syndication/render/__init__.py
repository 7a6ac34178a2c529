"""One Article becomes an entry; entries become a document; one module per format."""

from syndication.on_demand import Registry
from syndication.render.feed_format import FeedFormat, SingleFormat

FORMATS = Registry[FeedFormat](
    {
        "rss": "syndication.render.rss:FORMAT",
        "atom": "syndication.render.atom:FORMAT",
        "newsml-g2": "syndication.render.newsml_g2:FORMAT",
        "json": "syndication.render.json_feed:FORMAT",
        "ninjs": "syndication.render.ninjs:FORMAT",
        "nitf": "syndication.render.nitf:FORMAT",
        "newsml": "syndication.render.newsml_1:FORMAT",
        "newsml-g2-package": "syndication.render.newsml_g2_package:FORMAT",
        "sitemap-news": "syndication.render.sitemap:NEWS_FORMAT",
        "sitemap": "syndication.render.sitemap:FORMAT",
    }
)
"""Every feed format by its name; its module is imported when it is asked for."""

SINGLES = Registry[SingleFormat](
    {
        "newsml-g2": "syndication.render.newsml_g2:SINGLE",
        "ninjs": "syndication.render.ninjs:SINGLE",
        "nitf": "syndication.render.nitf:SINGLE",
        "newsml": "syndication.render.newsml_1:SINGLE",
        "apple-news": "syndication.render.apple_news:SINGLE",
    }
)
"""Every format of a single story by its name, likewise."""

_ALIASES = {"jsonfeed": "json", "news-sitemap": "sitemap-news"}


def by_name(name: str) -> FeedFormat:
    """Return the format of that name or alias (`jsonfeed` is `json`); raise KeyError for any other."""
    return FORMATS[_ALIASES.get(name, name)]


__all__ = ["FORMATS", "SINGLES", "FeedFormat", "SingleFormat", "by_name"]
