"""What one aggregator demands of the entries and documents it takes.

A profile is data (`vocabulary/profiles.toml`, or the configuration): a set of switches, each of which some
format honours or some check reads. The defaults are the baseline.
"""

from datetime import timedelta
from typing import Annotated, Literal, TypeAlias

import msgspec

from syndication.model.feed import Feed
from syndication.model.sharing import Sharing
from syndication.model.site import Site

Names: TypeAlias = tuple[str, ...]
Count = Annotated[int, msgspec.Meta(ge=1)]
Zone = Annotated[str, msgspec.Meta(pattern=r"^(UTC|[+-](0\d|1[0-4])[0-5]\d)$")]

UpdateSignal: TypeAlias = Literal["updated", "pubDate", "oa:lastPubDate", "gnf:modified"]
Extension: TypeAlias = Literal[
    "atom",
    "content",
    "dc",
    "dcterms",
    "georss",
    "media",
    "slash",
    "webfeeds",
    "snf",
    "mi",
    "oa",
    "gnf",
    "nb",
    "rsl",
]
DeleteSignal: TypeAlias = Literal["absent", "media:status text", "media:status state", "oa:pubStatus"]


class ImageRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a picture must be. Pixels and bytes; the ratio is width to height; None asks for nothing.

    `one_side` is the least length that one side must have, `both_sides` the least of the shorter one.
    """

    one_side: Count | None = None
    both_sides: Count | None = None
    width: Count | None = None
    min_ratio: float | None = None
    max_ratio: float | None = None
    max_bytes: Count | None = None
    types: Names = ()


class Utm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is counted for a link: the parameters `utm_source`, `utm_medium`, `utm_campaign`."""

    source: str
    medium: str | None = None
    campaign: str | None = None


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named set of switches, for one site. `entry` and `document` of every format see nothing else.

    Two equal profiles render the same bytes; `key` names the kept bytes. `rules` is the built-in profile whose
    rules its documents are held against: that of its own name, or the one it is like.

    How changes are told: `update_signal` moves with a correction; `correction_note` ends the text with it.
    `delete_signal` other than `absent` keeps the item of a killed story for `keep_deleted`, its words replaced
    by `withdrawn`. `expiry` tells when a story ends (`dcterms:valid`).
    Identity: `guid_style` (the wire's id, marked as a link where it is one; or never marked, `name`; or the first
    address of the story), and `link_query` (`without-utm` and `none` take parameters away, `utm` adds them).
    Body: `body_element`; `tags` are the only elements it may hold (None: all that we write), nested at most
    `max_depth`; links lead to `link_schemes` alone (None: to pages, mails and telephones); embeds become a link, or a frame of class `frame_class` where their host is one of
    `frame_hosts`; `plain_spaces` writes no-break spaces as spaces and drops soft hyphens; `https` raises
    addresses, `strict_addresses` encodes quotation marks in them (RFC 3986 §2). Text: characters of
    `min_description`, `max_channel_description`, `min_title`, `max_title`, `min_body`;
    `drop_long_description` leaves the description out where the body is no longer than it.
    Selection: `one_language` and `one_item_class` keep a feed to the stories of one. Amount: `min_items`,
    `max_items`, `max_age`, and in bytes `max_bytes`, `max_item_bytes`.
    Media: `images`; `enclose_all` encloses every picture, not one file; `item_thumbnail`; `need_image`.
    Sharing: items carry share links where `share_links` allows it and the site wants it: `sharing` says how,
    None for none.
    NewsML-G2: `hop_history` names through whose hands the copy came.
    `extensions` are the RSS namespaces by prefix, None for the usual ones; `more_extensions` come on top.
    Elements of others are left out; without `content` the body is the description.
    """

    name: str = "baseline"
    rules: str = "baseline"
    site: Site = Site()
    sharing: Sharing | None = None
    hub: str | None = None
    need_hub: bool = False
    update_signal: UpdateSignal = "updated"
    delete_signal: DeleteSignal = "absent"
    keep_deleted: timedelta = timedelta(0)
    withdrawn: str = "This story has been withdrawn."
    correction_note: bool = True
    expiry: bool = False
    guid_style: Literal["wire", "name", "permalink"] = "wire"
    link_query: Literal["keep", "without-utm", "none"] = "keep"
    utm: Utm | None = None
    body_element: Literal["content:encoded", "description"] = "content:encoded"
    tags: Names | None = None
    max_depth: Count | None = None
    link_schemes: Names | None = None
    embeds: Literal["link", "frame"] = "link"
    frame_hosts: Names = ()
    frame_class: bool = False
    plain_spaces: bool = False
    https: bool = False
    strict_addresses: bool = False
    min_description: int = 0
    drop_long_description: bool = False
    max_channel_description: Count | None = None
    min_title: int = 0
    max_title: Count | None = None
    min_body: int = 0
    min_items: int = 0
    max_items: Count | None = None
    max_age: timedelta | None = None
    max_bytes: Count | None = None
    max_item_bytes: Count | None = None
    date_zone: Zone = "UTC"
    one_language: bool = False
    one_item_class: bool = False
    images: ImageRules = ImageRules()
    need_image: bool = False
    enclose_all: bool = False
    item_thumbnail: bool = False
    channel_date: bool = False
    share_links: bool = True
    hop_history: bool = False
    extensions: tuple[Extension, ...] | None = None
    more_extensions: tuple[Extension, ...] = ()

    @property
    def key(self) -> str:
        """Return a text that changes whenever any switch or site fact changes."""
        return msgspec.json.encode(self).decode()

    @property
    def shows_deleted(self) -> bool:
        """Say whether a killed story stays in the feed as a marked item, for `keep_deleted`."""
        return self.delete_signal != "absent"

    @property
    def switched(self) -> bool:
        """Say whether an item has more than the usual elements though no namespace says so."""
        switches = (self.shows_deleted, self.expiry, self.item_thumbnail, self.enclose_all)
        return any(switches) or self.drop_long_description

    def bounded(self, feed: Feed) -> Feed:
        """Return the feed with no more stories, no older ones and no others than the aggregator takes.

        A feed of one language or one class that names none holds the stories of its own language, the texts.
        """
        limit = min(feed.limit, self.max_items or feed.limit)
        ages = [age for age in (feed.max_age, self.max_age) if age is not None]
        query = feed.query
        if self.one_language and not query.languages:
            language = (feed.language or self.site.language).partition("-")[0]
            query = msgspec.structs.replace(query, languages=(language,))
        if self.one_item_class and not query.item_classes:
            query = msgspec.structs.replace(query, item_classes=("text",))
        return msgspec.structs.replace(feed, limit=limit, max_age=min(ages, default=None), query=query)
