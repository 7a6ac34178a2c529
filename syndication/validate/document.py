"""The same facts of every format, so that a rule of an aggregator is written once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from syndication.validate.datatypes import instant
from syndication.validate.finding import Element, Place
from syndication.validate.markup import Markup, markup


@dataclass(frozen=True)
class Value:
    """A text of the document, stripped, where it stands, and whether it is HTML."""

    text: str
    at: Place
    html: bool = False

    @cached_property
    def markup(self) -> Markup:
        """Return the text read as HTML, once for all rules."""
        return markup(self.text)

    @property
    def words(self) -> str:
        """Return the text without tags, its white space made single."""
        return self.markup.text if self.html else " ".join(self.text.split())


class Moment(NamedTuple):
    """A date as printed: `form` is `rfc822`, `rfc3339` or `w3cdtf`."""

    text: str
    at: Place
    form: str

    @property
    def instant(self) -> datetime | None:
        """Return the instant it names, None where it names none or has no zone."""
        return instant(self.text, self.form)


class Picture(NamedTuple):
    """A picture that the entry shows; pixels and bytes, None where the document does not say."""

    href: str
    at: Place
    media_type: str | None = None
    width: int | None = None
    height: int | None = None
    size: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One entry, as far as its format says these things."""

    node: Place
    guid: Value | None = None
    permalink: bool = False
    link: Value | None = None
    title: Value | None = None
    published: Moment | None = None
    updated: Moment | None = None
    summary: Value | None = None
    body: Value | None = None
    language: str | None = None
    item_class: str | None = None
    withdrawn: bool = False
    authors: tuple[Value, ...] = ()
    categories: tuple[Value, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def key(self) -> str | None:
        """Return the guid's text."""
        return self.guid.text if self.guid else None

    @property
    def changed(self) -> Moment | None:
        """Return when it was last changed, as far as it says."""
        return self.updated or self.published

    @property
    def marked_up(self) -> Iterator[Value]:
        """Yield what is HTML."""
        yield from (value for value in (self.body, self.summary) if value and value.html)


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One document as it was read. `root` is the tree of XML or HTML, `tree` the value of JSON."""

    format: str
    data: bytes = b""
    root: Element | None = None
    tree: object = None
    title: Value | None = None
    link: Value | None = None
    description: Value | None = None
    language: Value | None = None
    updated: Moment | None = None
    published: Moment | None = None
    self_links: tuple[Value, ...] = ()
    hubs: tuple[Value, ...] = ()
    stories: tuple[Story, ...] = ()
    removals: tuple[tuple[str, Moment], ...] = ()
    moments: tuple[Moment, ...] = ()
    addresses: tuple[Value, ...] = ()

    @property
    def live(self) -> Iterator[Story]:
        """Yield the stories that are not marked as withdrawn."""
        return (story for story in self.stories if not story.withdrawn)

    @property
    def by_guid(self) -> dict[str, Story]:
        """Return the stories by their guid, the first of each."""
        found: dict[str, Story] = {}
        for story in self.stories:
            if story.key is not None:
                found.setdefault(story.key, story)
        return found
