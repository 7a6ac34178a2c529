"""The shape of every output format: an entry, and a document around entries."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from syndication.model import Article, Feed, Profile


class FeedFormat(NamedTuple):
    """One output format.

    `entry` sees the Article and the profile, never the feed, so its bytes can be kept for every feed that
    carries the story; `document` only joins. `updated` is the feed-level time. `media_type` goes out with
    `charset=utf-8` where `charset` is true.
    """

    name: str
    media_type: str
    extension: str
    entry: Callable[[Article, Profile], bytes]
    document: Callable[[Feed, Profile, datetime, Sequence[bytes]], bytes]
    charset: bool = True
