"""What is kept, and for how long."""

from datetime import timedelta
from typing import Annotated

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0)]


class Retention(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept; 0 keeps or does nothing.

    Stories older than `days` go, and the oldest beyond `stories`, unless a feed or a follower still needs
    them. `deleted_days`: how long a feed tells of a killed story (RFC 6721). `archive_page`: how many entries
    a page of a feed's archive has at most (RFC 5005 §4); never more than the feed's `limit`.
    """

    days: Count = 0
    stories: Count = 0
    deleted_days: Count = 30
    archive_page: Count = 100

    @property
    def deleted(self) -> timedelta:
        """Return how long a feed tells of a killed story."""
        return timedelta(days=self.deleted_days)
