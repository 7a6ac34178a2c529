"""One feed in one format at one moment."""

from datetime import datetime

import msgspec


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """What is published under one address.

    `updated` is the instant of the newest change that touched the feed (a removal is one) and never goes
    backwards; `etag` is the digest of the plain bytes; `entries` counts the stories.
    """

    feed: str
    format: str
    updated: datetime
    etag: str
    entries: int
