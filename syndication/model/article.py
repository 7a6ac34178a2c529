"""One version of one story: the noun that every room shares.

Names are IPTC's. Absent (null or empty) means unknown: nothing is guessed in silence. Every instant is aware,
UTC, printed as RFC 3339. The JSON is what `syndication parse` prints and is itself an input format.
"""

from datetime import UTC, date, datetime
from typing import Literal, TypeAlias

import msgspec

from syndication.model.blocks import Block
from syndication.model.instants import Instant, has_offset, in_utc

PubStatus: TypeAlias = Literal["usable", "withheld", "canceled"]
Day: TypeAlias = date  # a field called `date` hides the type inside its own class
ItemClass: TypeAlias = Literal["text", "picture", "video", "audio", "graphic", "composite"]


class AltId(msgspec.Struct, frozen=True):
    """Another id of the story: as the wire printed it, a sequence or transmission number, our own slug."""

    scheme: str
    value: str


class RoleText(msgspec.Struct, frozen=True):
    """A headline or summary with its role (main, agency, portal, short, teaser, caption, ...)."""

    text: str
    role: str | None = None
    language: str | None = None


class EdNote(msgspec.Struct, frozen=True):
    """A note to editors; published only where `public` (a correction note for readers)."""

    text: str
    role: str | None = None
    public: bool = False


class Genre(msgspec.Struct, frozen=True):
    """What kind of writing this is: interview, review, analysis."""

    name: str
    qcode: str | None = None


class Author(msgspec.Struct, frozen=True):
    """A person named in the byline."""

    name: str
    role: str | None = None
    email: str | None = None
    jobtitle: str | None = None


class PullQuote(msgspec.Struct, frozen=True):
    """A quotation that the page sets apart from the text."""

    text: str
    attribution: str | None = None


class Dateline(msgspec.Struct, frozen=True):
    """Where and when the story was filed, `text` as printed."""

    text: str
    places: tuple[str, ...] = ()
    country: str | None = None
    date: Day | None = None
    agency: str | None = None


class Signoff(msgspec.Struct, frozen=True):
    """The agency's closing line, such as `--IANS int/sd`."""

    agency: str | None = None
    desk: str | None = None
    initials: str | None = None


class Subject(msgspec.Struct, frozen=True):
    """A subject code; Media Topics as `medtop:`, every provider code kept."""

    qcode: str | None = None
    name: str | None = None
    scheme: str | None = None
    type: str | None = None
    relevance: int | None = None


class Geo(msgspec.Struct, frozen=True):
    """A WGS84 position in decimal degrees."""

    lat: float
    lon: float


class Entity(msgspec.Struct, frozen=True):
    """A place, person or organisation that the story names."""

    name: str
    qcode: str | None = None
    role: str | None = None
    country: str | None = None
    geo: Geo | None = None


class Rendition(msgspec.Struct, frozen=True):
    """One file of a media item. Sizes in pixels, `duration` in seconds, `length` in bytes."""

    href: str
    rendition: str | None = None
    media_type: str | None = None
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    length: int | None = None


class Rights(msgspec.Struct, frozen=True):
    """Who holds the rights and what may be done."""

    holder: str | None = None
    notice: str | None = None
    usage_terms: str | None = None
    starts: Instant | None = None
    ends: Instant | None = None
    geography: str | None = None
    ai_terms: str | None = None


class Media(msgspec.Struct, frozen=True):
    """A picture, video, audio or graphic that goes with the story."""

    guid: str
    kind: Literal["picture", "video", "audio", "graphic"]
    headline: str | None = None
    caption: str | None = None
    alt: str | None = None
    credit: str | None = None
    role: str | None = None
    renditions: tuple[Rendition, ...] = ()
    rights: Rights | None = None


class GroupItem(msgspec.Struct, frozen=True):
    """One story inside a package."""

    guid: str | None = None
    href: str | None = None
    headline: str | None = None
    role: str | None = None


class Group(msgspec.Struct, frozen=True):
    """The order inside a package; `mode` is IPTC pgrmod: bag, seq or alt."""

    items: tuple[GroupItem, ...]
    role: str | None = None
    mode: str | None = None


class Link(msgspec.Struct, frozen=True):
    """A link to another story or page: related, previous, canonical."""

    rel: str
    href: str | None = None
    guid: str | None = None
    title: str | None = None


class Comment(msgspec.Struct, frozen=True):
    """A reader's comment found on a page; never published by default."""

    author: str
    text: str
    created: Instant | None = None


class Source(msgspec.Struct, frozen=True):
    """Where this version came from: source name, place there, wire format, dialect, time of receipt."""

    name: str
    locator: str
    format: str
    received: Instant
    dialect: str | None = None


class Issue(msgspec.Struct, frozen=True):
    """What could not be made sense of; `line` counts from 1 in the decoded copy."""

    code: str
    message: str
    line: int | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one story."""

    guid: str
    version: int = 1
    alt_ids: tuple[AltId, ...] = ()
    pub_status: PubStatus = "usable"
    item_class: ItemClass = "text"
    headline: str | None = None
    headlines: tuple[RoleText, ...] = ()
    subheadline: str | None = None
    slugline: str | None = None
    summary: str | None = None
    summaries: tuple[RoleText, ...] = ()
    genres: tuple[Genre, ...] = ()
    ed_notes: tuple[EdNote, ...] = ()
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    creditline: str | None = None
    key_points: tuple[str, ...] = ()
    key_points_title: str | None = None
    pull_quote: PullQuote | None = None
    dateline: Dateline | None = None
    signoff: Signoff | None = None
    body: tuple[Block, ...] = ()
    word_count: int | None = None
    reading_minutes: int | None = None
    provider: str | None = None
    source: Source
    info_sources: tuple[str, ...] = ()
    language: str | None = None
    urgency: int | None = None
    priority: int | None = None
    subjects: tuple[Subject, ...] = ()
    keywords: tuple[str, ...] = ()
    places: tuple[Entity, ...] = ()
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    signals: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    rights: Rights | None = None
    created: Instant | None = None
    updated: Instant | None = None
    embargoed: Instant | None = None
    expires: Instant | None = None
    comments: tuple[Comment, ...] = ()
    url: str | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def published(self) -> datetime:
        """The first instant at which the story may be public; the order of every feed."""
        first = self.created or self.source.received
        return max(first, self.embargoed) if self.embargoed else first

    @property
    def modified(self) -> datetime:
        """The instant of this version, never before `published` (RFC 4287 §4.2.15)."""
        return max(self.published, self.updated) if self.updated else self.published

    def visible(self, now: datetime) -> bool:
        """Say whether the story may be seen at `now`."""
        return (
            self.pub_status == "usable"
            and (self.embargoed is None or self.embargoed <= now)
            and (self.expires is None or self.expires > now)
        )

    def turns(self, after: datetime) -> datetime | None:
        """Return the next instant after `after` at which visibility changes by the clock alone."""
        if self.pub_status != "usable":
            return None
        return min((t for t in (self.embargoed, self.expires) if t and t > after), default=None)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Article)


def encode(article: Article) -> bytes:
    """Return the Article as one line of JSON, every field present, without the line's end."""
    return _encoder.encode(article)


def decode(document: bytes) -> Article:
    """Return the Article of `encode`, its instants in UTC; raise msgspec.MsgspecError on anything else."""
    article = _decoder.decode(document)
    return in_utc(article) if has_offset(document) else article


def utc(instant: datetime) -> datetime:
    """Return an aware instant in UTC; raise ValueError for a naive one or one beyond the calendar."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant.isoformat()} has no zone")
    try:
        return instant.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{instant.isoformat()} is beyond the calendar") from error
