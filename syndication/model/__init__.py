"""The nouns: Article, Feed, Site, Profile, Delivery, Edition. No room below this one."""

from syndication.model.article import Article
from syndication.model.delivery import Delivery, Hints
from syndication.model.edition import Edition
from syndication.model.feed import Feed, Query
from syndication.model.licensing import Licensing
from syndication.model.profile import ImageRules, Profile, Utm
from syndication.model.reading import Line, Reading
from syndication.model.retention import Retention
from syndication.model.sharing import Sharing
from syndication.model.site import Site

__all__ = [
    "Article",
    "Delivery",
    "Edition",
    "Feed",
    "Hints",
    "ImageRules",
    "Licensing",
    "Line",
    "Profile",
    "Query",
    "Reading",
    "Retention",
    "Sharing",
    "Site",
    "Utm",
]
