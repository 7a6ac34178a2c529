"""A feed: a name, a query over the stories, and the formats it is published in."""

from datetime import datetime, timedelta
from typing import Annotated

import msgspec

from syndication.model.article import Article, ItemClass
from syndication.model.blocks import texts

Names = tuple[str, ...]
Urgency = Annotated[int, msgspec.Meta(ge=1, le=9)]


class Query(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which stories a feed wants: all given keys must match, any value within a key is enough.

    Values compare without regard to case. `languages` match by prefix (`en` wants `en-IN`), `item_classes` are
    `text`, `picture`, `video` and so on, `text` wants each of its words somewhere in headline, summary or body.
    """

    desks: Names = ()
    subjects: Names = ()
    keywords: Names = ()
    places: Names = ()
    languages: Names = ()
    providers: Names = ()
    item_classes: tuple[ItemClass, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    text: str | None = None

    def wants(self, article: Article) -> bool:
        """Say whether the story matches, whatever its status and times."""
        return (
            (not self.desks or _any(self.desks, _desks(article)))
            and (not self.subjects or _any(self.subjects, _subjects(article)))
            and (not self.keywords or _any(self.keywords, article.keywords))
            and (not self.places or _any(self.places, _places(article)))
            and (not self.languages or _speaks(self.languages, article.language))
            and (not self.providers or _any(self.providers, (article.provider or "",)))
            and (not self.item_classes or article.item_class in self.item_classes)
            and (not self.urgency or article.urgency in self.urgency)
            and (self.text is None or _says(self.text, article))
        )


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A definition from `feeds/NAME.toml`.

    `max_age` leaves a story out when it is older. `query_of` names the feed whose query this one has, so that
    one selection goes out under several profiles; it is resolved where the configuration is read. `home` is the
    base address under which the feed was first published, where that is known: what names the feed for good, as
    the id of Atom, begins with it and stays when the site moves.
    """

    name: str
    title: str
    description: str | None = None
    language: str | None = None
    formats: Names = ("rss", "atom", "newsml-g2", "json")
    profile: str = "baseline"
    limit: int = 50
    max_age: timedelta | None = None
    cron: str | None = None
    query_of: str | None = None
    query: Query = Query()
    home: str | None = None

    def wants(self, article: Article, now: datetime) -> bool:
        """Say whether the story belongs into this feed at `now`, its limit apart."""
        return (
            article.visible(now)
            and (self.max_age is None or article.published > now - self.max_age)
            and self.query.wants(article)
        )


def _any(wanted: Names, had: Names | list[str]) -> bool:
    folded = {h.casefold() for h in had}
    return any(w.casefold() in folded for w in wanted)


def _desks(article: Article) -> list[str]:
    desks = [value for s in article.subjects if s.type == "desk" for value in (s.name, s.qcode) if value]
    if article.signoff and article.signoff.desk:
        desks.append(article.signoff.desk)
    return desks


def _subjects(article: Article) -> list[str]:
    return [value for s in article.subjects for value in (s.qcode, s.name) if value]


def _places(article: Article) -> list[str]:
    places = [value for p in article.places for value in (p.name, p.country) if value]
    if article.dateline:
        places.extend(article.dateline.places)
        if article.dateline.country:
            places.append(article.dateline.country)
    return places


def _speaks(wanted: Names, language: str | None) -> bool:
    tag = (language or "").casefold()
    return any(tag == w.casefold() or tag.startswith(w.casefold() + "-") for w in wanted)


def _says(text: str, article: Article) -> bool:
    parts = [article.headline or "", article.summary or "", *(t for b in article.body for t in texts(b))]
    said = "\n".join(parts).casefold()
    return all(word in said for word in text.casefold().split())
