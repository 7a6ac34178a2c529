"""The words of the pages themselves, in the languages of `labels.toml`."""

from functools import cache
from importlib import resources
from typing import Annotated

import msgspec

from syndication.share.wording import COMMON, spoken

Months = Annotated[tuple[str, ...], msgspec.Meta(min_length=12, max_length=12)]


class Lists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of the index, of feeds, and the way back to them."""

    feed: str
    feeds: str
    latest: str
    front: str
    newest_of: str
    subscribe: str
    subscribe_to: str
    empty: str
    nothing_yet: str
    no_feeds: str
    way_on: str


class Preview(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of the page that shows how a story looks when it is shared."""

    looks: str
    to_mend: str
    sound: str
    error: str
    warning: str
    note: str
    left_out: str
    cards: str
    links: str
    title: str
    description: str
    picture: str
    whole: str
    cut: str
    none: str
    large: str
    small: str


class Labels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language; `language` is its BCP 47 tag, `notices` are title and text by HTTP status."""

    language: str
    skip: str
    all_feeds: str
    published: str
    updated: str
    reading: str
    key_points: str
    note: str
    source: str
    topics: str
    related: str
    original: str
    table: str
    media_file: str
    share: str
    copied: str
    address: str
    untitled: str
    months: Months
    lists: Lists
    notices: dict[str, tuple[str, str]]
    preview: Preview

    def notice(self, status: int) -> tuple[str, str]:
        """Return title and text of the page that stands for a refusal."""
        return self.notices.get(str(status), self.notices["other"])


def labels(language: str | None, site_language: str = COMMON) -> Labels:
    """Return the words in that language, else in the site's, else in English; its territory makes no difference."""
    known = _tables()
    return known[spoken(known, language, site_language)]


def languages() -> tuple[str, ...]:
    """Return the languages that there are words for."""
    return tuple(_tables())


@cache
def _tables() -> dict[str, Labels]:
    text = (resources.files(__package__) / "labels.toml").read_text(encoding="utf-8")
    tables = msgspec.toml.decode(text, type=dict[str, dict[str, object]])
    return {tag: msgspec.convert({**words, "language": tag}, Labels) for tag, words in tables.items()}
