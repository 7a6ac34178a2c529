"""The shape of every output format: an entry, a document around entries; or one document of one story."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from syndication.model import Article, Feed, Profile


class Parts(msgspec.Struct, frozen=True):
    """The files beside the document: entries in, files by the extension that each has after the feed's name.

    There are none where one file is enough. `pattern` is a regular expression of all such extensions.
    """

    split: Callable[[Sequence[bytes]], dict[str, bytes]]
    pattern: str


class FeedFormat(msgspec.Struct, frozen=True):
    """One output format.

    `entry` sees the Article and the profile, never the feed, so its bytes can be kept for every feed that
    carries the story; `document` only joins. `updated` is the feed-level time. `media_type` goes out with
    `charset=utf-8` where `charset` is true.

    A format that may need several files has `parts`. `max_age` is the oldest story that the format may hold,
    whatever the feed says. One that `marks_deleted` has no word of its own for a killed story: it keeps the
    item, marked, for as long as the profile says.
    """

    name: str
    media_type: str
    extension: str
    entry: Callable[[Article, Profile], bytes]
    document: Callable[[Feed, Profile, datetime, Sequence[bytes]], bytes]
    charset: bool = True
    parts: Parts | None = None
    max_age: timedelta | None = None
    marks_deleted: bool = False


class SingleFormat(msgspec.Struct, frozen=True):
    """One format of a single story, at `/articles/ID` and `extension`.

    `single` returns b"" for a story that the format cannot tell of: one that is withheld, or killed where
    the format has no word for that.
    """

    name: str
    media_type: str
    extension: str
    single: Callable[[Article, Profile], bytes]
    charset: bool = True
