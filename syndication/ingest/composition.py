"""Makes one story of several: a running story of its takes and leads, whatever their order of arrival.

The newest lead replaces what was before it, takes follow in the order of their numbers, a copy from elsewhere
counts only when it was changed since. One that is killed takes all with it, a killed take only itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from syndication.ingest.likeness import moment
from syndication.model import Article
from syndication.model.article import AltId
from syndication.model.identity import fingerprint
from syndication.model.site import SLUG

REPLACES = frozenset({"lead", "update", "correction"})
JOINED = "joined"
"""The scheme of the `alt_ids` entries that name the other stories in this one."""


def take(article: Article) -> int:
    """Return the number of the take that the story is, 0 where it is none."""
    found = (s.removeprefix("take:") for s in article.signals if s.startswith("take:"))
    return next((int(number) for number in found if number.isascii() and number.isdigit()), 0)


def composed(root: Article, current: Article, members: Sequence[tuple[str, Article]]) -> Article:
    """Return what is published under the guid of `root`; `members` are parts and stories.

    Identity, address and first time are those of `current`, what was published before.
    """
    leads = [a for part, a in members if part == "lead"]
    copies = [a for part, a in members if part == "duplicate"]
    usable = [root, *(a for a in (*leads, *filter(_changed, copies)) if a.pub_status == "usable")]
    base = max(usable, key=_weight)
    takes = sorted(
        (a for part, a in members if part == "take" and a.pub_status == "usable"),
        key=lambda a: (take(a), moment(a), fingerprint(a)),
    )
    if base is not root:
        takes = [a for a in takes if moment(a) > moment(base)]
    killers = [a for a in (*leads, *copies) if a.pub_status == "canceled"]
    slugs = tuple(a for a in current.alt_ids if a.scheme == SLUG)
    ids = tuple(a for a in root.alt_ids if a.scheme not in {SLUG, JOINED})
    others = tuple(AltId(JOINED, guid) for guid in sorted(a.guid for _, a in members))
    used = (base, *takes)
    return msgspec.structs.replace(
        base,
        guid=root.guid,
        alt_ids=(*ids, *others, *slugs),
        pub_status="canceled" if killers else root.pub_status,
        body=tuple(block for article in used for block in article.body),
        media=tuple({m.guid: m for article in used for m in article.media}.values()),
        word_count=_sum(a.word_count for a in used),
        reading_minutes=_sum(a.reading_minutes for a in used),
        created=current.created,
        updated=max(map(moment, (*used, *killers))) if killers or used != (root,) else root.updated,
        embargoed=max((a.embargoed for a in (root, *leads, *copies) if a.embargoed), default=None),
        url=current.url,
        version=max(current.version + 1, root.version),
    )


def _changed(article: Article) -> bool:
    """Say whether this is more than the first form of its text."""
    return article.version > 1 or not REPLACES.isdisjoint(article.signals)


def _weight(article: Article) -> tuple[bool, datetime, str]:
    """Order what may be published: leads and later versions over first forms, then by time."""
    return _changed(article), moment(article), fingerprint(article)


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
