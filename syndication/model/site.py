"""Whose site this is, and the addresses that follow from it."""

from urllib.parse import quote

import msgspec

from syndication.model import identity
from syndication.model.article import Article
from syndication.model.brand import Brand, Partners
from syndication.model.feed import Feed
from syndication.model.licensing import Licensing

SLUG = "slug"
"""The scheme of the entry of `alt_ids` that keeps the slug a story was first published under."""
HOME = "home"
"""The scheme of the entry of `alt_ids` that keeps the `base_url` a story was first published under."""
PREVIEW = "share"
"""The name below a story's ID where its cards are shown: no story's own page ever has it."""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """The publisher's own facts. `base_url` has no slash at its end.

    `publication` is the name that Google News shows.
    """

    title: str = "Example News Service"
    base_url: str = "http://127.0.0.1:8080"
    language: str = "en"
    timezone: str = "UTC"
    description: str | None = None
    copyright: str | None = None
    contact: str | None = None
    usage_terms: str | None = None
    publication: str | None = None
    brand: Brand = Brand()
    partners: Partners = Partners()
    licensing: Licensing = Licensing()

    def feed(self, name: str, extension: str = "") -> str:
        """Return the address of a feed in one format, or of its human page without extension."""
        return f"{self.base_url}/feeds/{quote(name)}{extension}"

    def feed_id(self, feed: Feed, extension: str = "") -> str:
        """Return the name of a feed for good: the address it was first published under (RFC 4287 §4.2.6)."""
        return f"{feed.home or self.base_url}/feeds/{quote(feed.name)}{extension}"

    def path(self, article: Article) -> str:
        """Return the path of the story's page: its slug is the first one it was published under.

        Everything else below the ID has a dot in its name, which no slug has, but the preview.
        """
        kept = next((a.value for a in article.alt_ids if a.scheme == SLUG), None)
        name = kept or identity.slug(article.headline)
        name = f"{name}-story" if name == PREVIEW else name
        return f"/articles/{identity.short_id(article.guid)}/{quote(name)}"

    def page(self, article: Article) -> str:
        """Return the canonical page: the one the wire names, else our own."""
        return article.url or self.base_url + self.path(article)

    def permalink(self, article: Article) -> str:
        """Return the address that serves as a guid: the first one the story was published under.

        A site that moves changes no guid: the base address is kept with the story, like its slug.
        """
        return article.url or self.home(article) + self.path(article)

    def home(self, article: Article) -> str:
        """Return the base address under which the story was first published."""
        return next((a.value for a in article.alt_ids if a.scheme == HOME), None) or self.base_url
