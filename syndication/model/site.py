"""Whose site this is, and the addresses that follow from it."""

from urllib.parse import quote

import msgspec

from syndication.model import identity
from syndication.model.article import Article

SLUG = "slug"


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """The publisher's own facts. `base_url` has no slash at its end."""

    title: str = "Example News Service"
    base_url: str = "http://127.0.0.1:8080"
    language: str = "en"
    timezone: str = "UTC"
    description: str | None = None
    copyright: str | None = None
    contact: str | None = None

    def feed(self, name: str, extension: str = "") -> str:
        """Return the address of a feed in one format, or of its human page without extension."""
        return f"{self.base_url}/feeds/{quote(name)}{extension}"

    def path(self, article: Article) -> str:
        """Return the path of the story's page: its slug is the first one it was published under."""
        kept = next((a.value for a in article.alt_ids if a.scheme == SLUG), None)
        name = kept or identity.slug(article.headline)
        return f"/articles/{identity.short_id(article.guid)}/{quote(name)}"

    def page(self, article: Article) -> str:
        """Return the canonical page: the one the wire names, else our own."""
        return article.url or self.base_url + self.path(article)
