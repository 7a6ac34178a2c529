"""Live blogs: stories that are written entry by entry, each under the time at which it was posted.

A story is one where it says so of itself and prints its times. What it prints are times without a day; they
have one where the whole coverage is shorter than a day. Where a time falls outside of it, its zone is not the
one that we think, and the story says no times at all.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from syndication.model import Article
from syndication.model.blocks import Paragraph, Subhead, plain, texts
from syndication.on_demand import Expression
from syndication.share.clean_text import clean
from syndication.share.instants import modified, published
from syndication.share.shareable import Shareable

_NAMED = Expression(
    r"\blive[\s-]?(?:blog|updates?|coverage)\b|\Alive\s*[:|–—-]|[:|–—-]\s*live\Z|"
    r"लाइव\s*(?:ब्लॉग|अपडेट)|\Aलाइव\s*[:|–—-]|لائیو\s*(?:بلاگ|اپ\s?ڈیٹ)|\Aلائیو\s*[:|–—-]",
    re.IGNORECASE,
)
_TIME = Expression(
    r"(\d{1,2})[:.]([0-5]\d)\s*(?:([ap])\.?\s?m\b\.?)?\s*(?:hrs?\b\.?)?\s*(IST|GMT|UTC)?\s*(?:[:|–—-]\s*)?",
    re.IGNORECASE,
)
_ZONES = {"IST": "Asia/Kolkata", "GMT": "UTC", "UTC": "UTC"}
_DAY = timedelta(days=1)
_LEAST = 2
_AHEAD = timedelta(hours=1)  # a story may be sent on a while after its first entry


class LiveUpdate(msgspec.Struct, frozen=True):
    """One entry: when it was posted, its own headline ("" where it has none) and its text."""

    posted: datetime
    headline: str
    text: str


def live_updates(story: Shareable) -> tuple[LiveUpdate, ...]:
    """Return the entries of a live blog in the order of the story, () for any other story."""
    article = story.article
    first, last = published(article), modified(article)
    if first is None or last is None or last - first >= _DAY or not _is_named(article):
        return ()
    zone = ZoneInfo(story.site.timezone)
    found = tuple(_entries(article, last, zone))
    within = all(first - _AHEAD <= entry.posted for entry in found)
    return found if within and len(found) >= _LEAST else ()


def _is_named(article: Article) -> bool:
    said = (article.headline, article.slugline, *(g.name for g in article.genres), *article.keywords)
    return any(_NAMED.search(clean(text)) for text in said)


def _entries(article: Article, last: datetime, zone: ZoneInfo) -> Iterator[LiveUpdate]:
    """Yield what begins with a time, with all that follows up to the next one."""
    begun: LiveUpdate | None = None
    for block in article.body:
        words = clean(" ".join(texts(block)))
        opening = clean(plain(block.text)) if isinstance(block, (Paragraph, Subhead)) else ""
        posted, rest = _posted(opening, last, zone)
        if posted is not None:
            if begun is not None and (begun.text or begun.headline):
                yield begun
            headed = isinstance(block, Subhead)
            begun = LiveUpdate(posted, rest if headed else "", "" if headed else rest)
        elif begun is not None and words:
            begun = msgspec.structs.replace(begun, text=f"{begun.text} {words}".strip())
    if begun is not None and (begun.text or begun.headline):
        yield begun


def _posted(opening: str, last: datetime, zone: ZoneInfo) -> tuple[datetime | None, str]:
    """Return the last instant up to `last` at which clocks showed the time that begins a text, and the rest."""
    found = _TIME.match(opening)
    if found is None:
        return None, opening
    hour, minute, half, named = int(found[1]), int(found[2]), (found[3] or "").lower(), found[4]
    if half:
        if not 1 <= hour <= 12:
            return None, opening
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None, opening
    zone = ZoneInfo(_ZONES[named.upper()]) if named else zone
    here = last.astimezone(zone)
    at = datetime.combine(here.date(), time(hour, minute), zone)
    return (at if at <= here else at - _DAY), opening[found.end() :]
