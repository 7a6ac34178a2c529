"""What is known about a piece of copy before anybody reads its words."""

from datetime import date, datetime
from typing import TypedDict

import msgspec

from syndication.model import Delivery, Hints
from syndication.model.article import (
    AltId,
    Author,
    Comment,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Group,
    ItemClass,
    Link,
    Media,
    PubStatus,
    PullQuote,
    Rights,
    RoleText,
    Signoff,
    Subject,
)
from syndication.model.blocks import Block


class Context(msgspec.Struct, frozen=True):
    """Where the copy comes from and when it came; `format` is the name of the wire format.

    Without `explained` nobody will ask for the account of the lines, and there may be none.
    """

    source: str
    locator: str
    received: datetime
    format: str
    hints: Hints = Hints()
    explained: bool = True

    @classmethod
    def of(cls, delivery: Delivery, wire_format: str) -> "Context":
        """Return the context of a delivery that is read as `wire_format`."""
        return cls(
            delivery.source,
            delivery.locator,
            delivery.received,
            wire_format,
            delivery.hints,
            delivery.explained,
        )


class Known(TypedDict, total=False):
    """The fields of an Article that the wire itself names: they win over what the words suggest.

    Names and types are those of `model.Article`; `wire_id` is the id as the wire printed it (the guid
    follows from it), `day` a day of the story for the guid where nothing else names one.
    """

    wire_id: str
    day: date
    version: int
    alt_ids: tuple[AltId, ...]
    pub_status: PubStatus
    item_class: ItemClass
    headline: str | None
    headlines: tuple[RoleText, ...]
    subheadline: str | None
    slugline: str | None
    summary: str | None
    summaries: tuple[RoleText, ...]
    genres: tuple[Genre, ...]
    ed_notes: tuple[EdNote, ...]
    byline: str | None
    authors: tuple[Author, ...]
    creditline: str | None
    key_points: tuple[str, ...]
    key_points_title: str | None
    pull_quote: PullQuote | None
    dateline: Dateline | None
    signoff: Signoff | None
    body: tuple[Block, ...]
    word_count: int | None
    reading_minutes: int | None
    provider: str | None
    info_sources: tuple[str, ...]
    language: str | None
    urgency: int | None
    priority: int | None
    subjects: tuple[Subject, ...]
    keywords: tuple[str, ...]
    places: tuple[Entity, ...]
    people: tuple[Entity, ...]
    organisations: tuple[Entity, ...]
    signals: tuple[str, ...]
    media: tuple[Media, ...]
    groups: tuple[Group, ...]
    links: tuple[Link, ...]
    rights: Rights | None
    created: datetime | None
    updated: datetime | None
    embargoed: datetime | None
    expires: datetime | None
    comments: tuple[Comment, ...]
    url: str | None
