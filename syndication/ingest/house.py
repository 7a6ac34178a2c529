"""What a site adds to every story that it takes in: Media Topics, and under which address it was first at home."""

from typing import NamedTuple

from msgspec import structs

from syndication.model import Article
from syndication.model.article import AltId
from syndication.model.site import HOME
from syndication.vocabulary.classification import Classification, classified


class House(NamedTuple):
    """One site: how it classifies (as the program does, where None), and its `base_url`."""

    classification: Classification | None = None
    base_url: str | None = None

    def received(self, article: Article) -> Article:
        """Return the story with what follows from where it was taken in."""
        article = classified(article, self.classification)
        others = tuple(a for a in article.alt_ids if a.scheme != HOME)
        home = (AltId(HOME, self.base_url),) if self.base_url else ()
        return structs.replace(article, alt_ids=(*others, *home))
