"""How alike two stories are: one copy that came twice, a revision, the same event, or nothing.

Texts are compared by their shingles (three words in a row) in one normal form; the share of the shorter
text's shingles that the longer one has does not mind a cut end. Market reports, weather bulletins, results and
other forms filled in anew have most shingles of the last one: where a number or a name stands in the place of
another (`facts`), two texts are never one copy. A revision they are only where something says so: a signal, or
the slugline that an agency gives to one running story of a day. The same headline says nothing: "Gold prices" is
the headline of noon and of the evening. Two stories taken for one are a story lost, one shown twice is a blemish.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeAlias

from syndication.ingest import facts, shingles
from syndication.ingest.facts import Swapped
from syndication.ingest.names import first_seen
from syndication.ingest.shingles import FEWEST_WORDS, Said, words
from syndication.model import Article
from syndication.vocabulary import agencies
from syndication.vocabulary.months import WEEKDAYS

REPLACES = frozenset({"lead", "update", "correction"})
"""The signals that say: this stands in the place of what was sent before."""

Verdict: TypeAlias = Literal["duplicate", "revision", "related", "apart"]

ONE = frozenset({"duplicate", "revision"})
"""The verdicts that make two stories one."""
SAME = 0.85
"""The share of shingles from which on two texts are one; tests/data/ingest/quality.json pins what it achieves."""
RELATED = 0.25
_MOSTLY = 0.7
_HALF = 0.5
_VERBATIM = 0.95
CORRECTED = 2
"""The most facts that a correction changes."""
_APART = timedelta(days=3)
_REVISED = timedelta(hours=24)
_YEAR = timedelta(days=365)
_COMMON_LETTERS = 5
_NO_WORDS_IN_COMMON = 0.2
_FEW_WORDS_IN_COMMON = 0.4
_PERIOD = timedelta(days=2)
_EPOCH_DAYS = 719163


class Likeness(NamedTuple):
    """What two stories are to each other, and the share of shingles that they have in common."""

    verdict: Verdict
    share: float


def period(instant: datetime) -> int:
    """Return the number of the two days that an instant lies in."""
    return (instant.toordinal() - _EPOCH_DAYS) // _PERIOD.days


def compare(one: Said, other: Said) -> Likeness:
    """Say what two stories are to each other, whichever came first.

    Two agencies on one event are related, never one.
    """
    apart = abs(first_seen(one.article) - first_seen(other.article)) > _APART
    if min(len(one.words), len(other.words)) < FEWEST_WORDS or apart:
        return Likeness("apart", 0.0)
    share = one.share(other)
    if share < RELATED:
        return Likeness("apart", share)
    again = (
        named_alike(one.article, other.article)
        and one.article.source.name == other.article.source.name
        and abs(moment(one.article) - moment(other.article)) < _REVISED
    )
    if (
        not _is_same_text(one, other, share, again=again)
        or _different(one.article, other.article)
        or not _of_one_day(one, other, share)
    ):
        return Likeness("related", share)
    swapped = facts.swapped(one.text, other.text)
    if swapped and not _is_told(one.article, other.article, swapped):
        return Likeness("related", share)
    revised = (again and one.words != other.words) or (swapped and _slugged_alike(one.article, other.article))
    return Likeness("revision" if revised else "duplicate", share)


def _is_same_text(one: Said, other: Said, share: float, *, again: bool) -> bool:
    """Say whether two texts are one, whatever the facts in them.

    Portals add words of their own at the end, and write as their house does: an opening to the letter is the
    agency's, and so are its words in their order.
    """
    if share >= SAME or (share >= _MOSTLY and one.opening_share(other) >= _VERBATIM):
        return True
    if share < _HALF:
        return False
    if again:
        return _slugged_alike(one.article, other.article)
    return one.article.source.name != other.article.source.name and facts.common(one.text, other.text) >= SAME


def told_again(one: Article, other: Article) -> bool:
    """Say whether two texts are one, but for a figure or two: what is meant by a notice that kills either."""
    first, second = shingles.said(one), shingles.said(other)
    if min(len(first.words), len(second.words)) < FEWEST_WORDS:
        return first.words == second.words
    swapped = facts.swapped(first.text, second.text)
    return (
        first.share(second) >= SAME
        and not swapped.ends
        and not swapped.names
        and swapped.numbers <= CORRECTED
    )


def _is_told(one: Article, other: Article, swapped: Swapped) -> bool:
    """Say whether something tells that the facts that differ are one story's, earlier and later.

    That is a mark of correction where a fact or two differ, and for other figures one slugline.
    """
    if swapped.ends:
        return False
    if "correction" in (*one.signals, *other.signals):
        return swapped.numbers + swapped.names <= CORRECTED
    return _slugged_alike(one, other) and not swapped.names


def _slugged_alike(one: Article, other: Article) -> bool:
    """Say whether two stories bear one slugline of at least two words: `WEATHER` alone is a subject."""
    slug = words(one.slugline or "")
    return len(slug) > 1 and slug == words(other.slugline or "")


def named_alike(one: Article, other: Article) -> bool:
    """Say whether two stories bear the same headline or slugline."""
    return bool(
        (one.headline and other.headline and words(one.headline) == words(other.headline))
        or (one.slugline and other.slugline and words(one.slugline) == words(other.slugline))
    )


def same_provider(one: Article, other: Article) -> bool:
    """Say whether nothing speaks against one agency having sent both."""
    first, second = (p.casefold() if p else None for p in (one.provider, other.provider))
    return first is None or second is None or first == second


def other_story(before: Article, article: Article) -> bool:
    """Say whether two texts with one opening of one day are different stories: a form, its lines filled in anew.

    Under one head more facts differ than a correction changes; under another head one that differs is enough,
    or that both go on in words of their own. Marked copy, and copy of one slugline, is a new version.
    """
    if not REPLACES.isdisjoint(article.signals):
        return False
    swapped = facts.swapped(facts.text(before), facts.text(article))
    if swapped and _is_told(before, article, swapped):
        return False
    if named_alike(before, article):
        return swapped.numbers + swapped.names > CORRECTED
    return bool(swapped)


def unrelated(before: Article, article: Article) -> bool:
    """Say whether a guid came back with another story: no words in common, or few and a year between."""
    said = [shingles.said(a).words for a in (before, article)]
    first, second = (set(_telling(found)) for found in said)
    if min(map(len, said)) < FEWEST_WORDS / 2:
        return False  # a kill, a flash: nothing can be told
    heads = (set(_telling(words(a.headline or ""))) for a in (before, article))
    if next(heads) & next(heads):
        return False
    common = len(first & second) / max(1, min(len(first), len(second)))
    years = abs(before.published - article.published) > _YEAR
    return common < (_FEW_WORDS_IN_COMMON if years else _NO_WORDS_IN_COMMON)


def moment(article: Article) -> datetime:
    """Return when this version was made, as far as the wire says, else when it was received."""
    first = article.source.received if article.version > 1 else article.created
    return article.updated or first or article.source.received


def _different(one: Article, other: Article) -> bool:
    """Say whether two stories cannot be one copy, whatever their words."""
    first, second = (agencies.named(a.provider or "") for a in (one, other))
    if first and second and first != second:
        return True
    return len({(a.language or "").partition("-")[0] for a in (one, other)} - {""}) > 1


def days_between(one: Article, other: Article) -> int:
    """Return how many days lie between two datelines, 0 where one names no day."""
    days = [a.dateline.date for a in (one, other) if a.dateline and a.dateline.date]
    return abs(days[0] - days[1]).days if len(days) > 1 else 0


def _of_one_day(one: Said, other: Said, share: float) -> bool:
    """Say whether two stories may be of one day.

    A dateline that moved on by a day overnight is no other day where the text to the letter names its own.
    """
    days = days_between(one.article, other.article)
    if days == 0:
        return True
    return days == 1 and share >= _VERBATIM and not WEEKDAYS.keys().isdisjoint(one.words)


def _telling(found: Iterable[str]) -> Iterator[str]:
    return (w for w in found if len(w) >= _COMMON_LETTERS)
