"""Makes one story of several: a running story of its takes and leads, and of the copies of it from elsewhere.

Who it is (guid, address, time of first publication) is what the public was given first and never changes: it is
the story that came first. What it says is decided by a rule that knows no order of arrival. The newest lead
replaces what was before it, and takes follow in the order of their numbers. Of copies that nobody marked as newer
the agency's own counts before a portal's, one that is whole before one that was cut off, a wire's later version
before its first, then the one that was made first, then the greater fingerprint. One that is killed takes all with
it, a killed take only itself.
"""

from collections.abc import Iterable, Sequence

import msgspec

from syndication.ingest import facts
from syndication.ingest.likeness import moment
from syndication.ingest.precedence import best, is_marked, newest, owner
from syndication.model import Article
from syndication.model.article import AltId
from syndication.model.identity import fingerprint
from syndication.model.site import HOME, SLUG

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
    stories = [root, *(a for a in leads if a.pub_status == "usable")]
    first = max(map(owner, stories))
    base = max((a for a in stories if owner(a) == first), key=newest)
    base = max((base, *(a for a in copies if a.pub_status == "usable" and _may_stand_for(a, base))), key=best)
    takes = sorted(
        (a for part, a in members if part == "take" and a.pub_status == "usable"),
        key=lambda a: (take(a), moment(a), fingerprint(a)),
    )
    if is_marked(base) or (len(stories) > 1 and base in stories):
        takes = [a for a in takes if moment(a) > moment(base)]
    killers = [a for a in (*leads, *copies) if a.pub_status == "canceled"]
    address = tuple(a for a in current.alt_ids if a.scheme in {SLUG, HOME})
    ids = tuple(a for a in root.alt_ids if a.scheme not in {SLUG, HOME, JOINED})
    others = tuple(AltId(JOINED, guid) for guid in sorted(a.guid for _, a in members))
    used = (base, *takes)
    return msgspec.structs.replace(
        base,
        guid=root.guid,
        alt_ids=(*ids, *others, *address),
        pub_status=_status(root, (*leads, *copies)),
        body=tuple(block for article in used for block in article.body),
        media=tuple({m.guid: m for article in used for m in article.media}.values()),
        word_count=_sum(a.word_count for a in used),
        reading_minutes=_sum(a.reading_minutes for a in used),
        created=current.created,
        updated=max(map(moment, (*used, *killers))) if killers or used != (root,) else root.updated,
        embargoed=max((a.embargoed for a in (root, *leads, *copies, *takes) if a.embargoed), default=None),
        url=current.url,
        version=max(current.version + 1, root.version),
    )


def _may_stand_for(copy: Article, base: Article) -> bool:
    """Say whether a copy tells what is published, or is newer: a copy of what a lead replaced is neither."""
    if (copy.version > 1 or is_marked(copy)) and (owner(copy), moment(copy)) > (owner(base), moment(base)):
        return True
    return not facts.swapped(facts.text(base), facts.text(copy))


def _status(root: Article, others: Sequence[Article]) -> str:
    """Return the strictest: what one of them takes back or holds back, the others cannot publish."""
    found = {a.pub_status for a in (root, *others)}
    return next((status for status in ("canceled", "withheld") if status in found), "usable")


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
