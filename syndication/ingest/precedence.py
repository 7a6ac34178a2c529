"""Which of several tellings of one story counts, by a rule that knows no order of arrival."""

from datetime import UTC, datetime

from syndication.ingest.likeness import REPLACES, moment
from syndication.model import Article
from syndication.model.identity import fingerprint

_EVER = datetime.min.replace(tzinfo=UTC)
_PORTALS = frozenset({"html-page", "news-search"})


def is_marked(article: Article) -> bool:
    """Say whether copy says of itself that it stands in the place of what was sent before."""
    return not REPLACES.isdisjoint(article.signals)


def owner(article: Article) -> int:
    """Return 2 for an agency's own copy, 1 for a portal's that names its agency, 0 for one that names none."""
    if article.provider is None:
        return 0
    is_portal = article.source.format in _PORTALS or any(h.role == "portal" for h in article.headlines)
    return 1 if is_portal else 2


def newest(article: Article) -> tuple[datetime, bool, str]:
    """Order what is one running story: by time, a lead over what was made in the same instant."""
    return moment(article), is_marked(article), fingerprint(article)


def corrected(article: Article) -> tuple[int, bool, datetime, bool, str]:
    """Order copies of one text: whose they are, what says of itself that it is newer by time; else the first made."""
    is_newer = is_marked(article) or article.version > 1
    made = moment(article)
    return owner(article), is_newer, made if is_newer else _EVER, _is_whole(article), fingerprint(article)


def best(article: Article) -> tuple[bool, float, int, bool, bool, float, str]:
    """Order copies from different hands: marked ones by time; else see `unnumbered`, and the first made."""
    made = moment(article).timestamp()
    marked = is_marked(article)
    later = article.version > 1
    return (
        marked,
        made if marked else 0.0,
        owner(article),
        _is_whole(article),
        later,
        -made,
        fingerprint(article),
    )


def unnumbered(article: Article) -> tuple[int, bool, datetime, bool]:
    """Order versions of a wire that numbers none: whose they are, whether whole, when they were made or came.

    What a portal makes of the agency's copy is no newer version of it. What came in one instant came in one
    delivery: there the order within it tells.
    """
    return owner(article), _is_whole(article), article.updated or article.source.received, is_marked(article)


def _is_whole(article: Article) -> bool:
    return all(issue.code != "cut-off" for issue in article.issues)
