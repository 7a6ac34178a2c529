"""What a rule may know beside the bytes: the profile, the instant, the address, and facts of the publisher."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from syndication.model import Profile
from syndication.validate.document import Document


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What only the publisher knows. Whatever is not given is not checked.

    `address` is where the document is served, `previous` the edition before.
    `hidden` are guids and addresses of stories that may not be shown now; `canceled` the guids of killed
    stories that this feed carried. By guid: `headlines` and `texts` as the wire has them, `first_published`
    and `first_address`. `touched` is the latest of updates, removals and lifted embargoes of the feed.
    `again` is a second rendering of the same content, `others` are other editions of the same guid style.
    `available` counts the stories that the store has for the feed, `busiest` those of the busiest hour.
    `images` are the `og:image` by the address of the page, `statuses` the HTTP status by address.
    `feeds` are the addresses of the site's feeds, each of which a page should name.
    """

    address: str | None = None
    previous: bytes | None = None
    hidden: frozenset[str] = frozenset()
    canceled: frozenset[str] = frozenset()
    headlines: Mapping[str, str] = {}
    texts: Mapping[str, str] = {}
    first_published: Mapping[str, datetime] = {}
    first_address: Mapping[str, str] = {}
    touched: datetime | None = None
    again: bytes | None = None
    others: tuple[bytes, ...] = ()
    available: int | None = None
    busiest: int | None = None
    images: Mapping[str, str] = {}
    statuses: Mapping[str, int] = {}
    feeds: tuple[str, ...] = ()


NOTHING_KNOWN = Facts()


@dataclass(frozen=True, kw_only=True, slots=True)
class Circumstances:
    """All that the rules of one profile see beside the document. `previous` is the edition before."""

    profile: Profile
    now: datetime
    facts: Facts = NOTHING_KNOWN
    previous: Document | None = None
    others: tuple[Document, ...] = ()

    @property
    def address(self) -> str | None:
        """Return where the document is served."""
        return self.facts.address
