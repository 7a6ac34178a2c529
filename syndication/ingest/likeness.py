"""How alike two stories are: one copy that came twice, a revision, the same event, or nothing.

Texts are compared by their shingles (three words in a row) in one normal form; the share of the shorter
text's shingles that the longer one has does not mind a cut end. Market reports, weather bulletins, results and
other forms filled in anew have most shingles of the last one: where a number or a name stands in the place of
another (`facts`), two texts are never one copy. A revision they are only where something says so: a signal, or
the slugline that an agency gives to one running story of a day. The same headline says nothing: "Gold prices" is
the headline of noon and of the evening. Two stories taken for one are a story lost, one shown twice is a blemish.
"""

import re
import unicodedata
import zlib
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from itertools import permutations
from typing import Literal, NamedTuple, TypeAlias

import regex

from syndication.ingest import facts
from syndication.ingest.facts import Swapped
from syndication.model import Article
from syndication.model.blocks import texts
from syndication.vocabulary import agencies
from syndication.vocabulary.months import WEEKDAYS

REPLACES = frozenset({"lead", "update", "correction"})
"""The signals that say: this stands in the place of what was sent before."""

Verdict: TypeAlias = Literal["duplicate", "revision", "related", "apart"]

SAME = 0.85
"""The share of shingles from which on two texts are one; tests/data/ingest/quality.json pins what it achieves."""
RELATED = 0.25
_MOSTLY = 0.7
_HALF = 0.5
_VERBATIM = 0.95
CORRECTED = 2
"""The most facts that a correction changes."""
_FEWEST_WORDS = 25
_COMPARED = 250
_CONTAINED = 160
_OPENING = 60
_MARKED = 120
_MARKS = 12
_SHINGLE = 3
_APART = timedelta(days=3)
_REVISED = timedelta(hours=24)
_YEAR = timedelta(days=365)
_COMMON_LETTERS = 5
_NO_WORDS_IN_COMMON = 0.2
_FEW_WORDS_IN_COMMON = 0.4
_PERIOD = timedelta(days=2)
_EPOCH_DAYS = 719163
_LATIN_WORD = re.compile("[a-z0-9]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Likeness(NamedTuple):
    """What two stories are to each other, the share of shingles in common, the facts that differ in place."""

    verdict: Verdict
    share: float
    swapped: Swapped = Swapped()


class Said(NamedTuple):
    """A story and its first words, read once for many comparisons."""

    article: Article
    words: list[str]


def said(article: Article) -> Said:
    """Return the first words of the body: NFKC, case folded, vowel signs part of their word."""
    words: list[str] = []
    for block in article.body:
        for text in texts(block):
            words += _words(text)
        if len(words) >= _COMPARED:
            break
    return Said(article, words[:_COMPARED])


def marks(one: Said) -> list[int]:
    """Return the least hashes (32 bits) of the first shingles; none for a text too short to tell.

    Two texts that share half of those shingles share some of these (a MinHash by its bottom k), also where a
    portal's introduction stands before the agency's words.
    """
    if len(one.words) < _FEWEST_WORDS:
        return []
    hashes = {_hash(" ".join(shingle)) for shingle in _shingles(one.words[:_MARKED])}
    return sorted(hashes)[:_MARKS]


def period(instant: datetime) -> int:
    """Return the number of the two days that an instant lies in."""
    return (instant.toordinal() - _EPOCH_DAYS) // _PERIOD.days


def compare(one: Said, other: Said) -> Likeness:
    """Say what two stories are to each other, whichever came first.

    Two agencies on one event are related, never one.
    """
    first, second = sorted((one.words, other.words), key=len)
    if len(first) < _FEWEST_WORDS or abs(one.article.published - other.article.published) > _APART:
        return Likeness("apart", 0.0)
    # A portal's introduction moves the end of the agency's words out of what is looked at.
    share = max(
        _share(set(_shingles(a[:_CONTAINED])), set(_shingles(b))) for a, b in permutations((first, second))
    )
    if share < RELATED:
        return Likeness("apart", share)
    texts = facts.text(one.article), facts.text(other.article)
    swapped = facts.swapped(*texts)
    again = (
        named_alike(one.article, other.article)
        and one.article.source.name == other.article.source.name
        and abs(moment(one.article) - moment(other.article)) < _REVISED
    )
    # Portals add words of their own at the end, and write as their house does: an opening to the letter is the
    # agency's, and so are its words in their order.
    opening = _share(set(_shingles(first[:_OPENING])), set(_shingles(second[:_OPENING])))
    same = (
        share >= SAME
        or (share >= _MOSTLY and opening >= _VERBATIM)
        or (
            share >= _HALF
            and (_slugged_alike(one.article, other.article) if again else facts.common(*texts) >= SAME)
        )
    )
    if not same or _different(one.article, other.article) or not _of_one_day(one, other, share):
        return Likeness("related", share, swapped)
    if swapped and not _said(one.article, other.article, swapped):
        return Likeness("related", share, swapped)
    return Likeness("revision" if again else "duplicate", share, swapped)


def told_again(one: Article, other: Article) -> bool:
    """Say whether two texts are one, but for a figure or two: what is meant by a notice that kills either."""
    first, second = said(one), said(other)
    if min(len(first.words), len(second.words)) < _FEWEST_WORDS:
        return first.words == second.words
    like = compare(first, second)
    return (
        like.share >= SAME
        and not like.swapped.ends
        and not like.swapped.names
        and like.swapped.numbers <= CORRECTED
    )


def _said(one: Article, other: Article, swapped: Swapped) -> bool:
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
    words = _words(one.slugline or "")
    return len(words) > 1 and words == _words(other.slugline or "")


def named_alike(one: Article, other: Article) -> bool:
    """Say whether two stories bear the same headline or slugline."""
    return bool(
        (one.headline and other.headline and _words(one.headline) == _words(other.headline))
        or (one.slugline and other.slugline and _words(one.slugline) == _words(other.slugline))
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
    if swapped and _said(before, article, swapped):
        return False
    if named_alike(before, article):
        return swapped.numbers + swapped.names > CORRECTED
    return bool(swapped)


def unrelated(before: Article, article: Article) -> bool:
    """Say whether a guid came back with another story: no words in common, or few and a year between."""
    words = [said(a).words for a in (before, article)]
    first, second = (set(_telling(found)) for found in words)
    if min(map(len, words)) < _FEWEST_WORDS / 2:
        return False  # a kill, a flash: nothing can be told
    heads = (set(_telling(_words(a.headline or ""))) for a in (before, article))
    if next(heads) & next(heads):
        return False
    common = len(first & second) / max(1, min(len(first), len(second)))
    years = abs(before.published - article.published) > _YEAR
    return common < (_FEW_WORDS_IN_COMMON if years else _NO_WORDS_IN_COMMON)


def moment(article: Article) -> datetime:
    """Return when this version was made, as far as the wire says, else when it was received."""
    return article.updated or article.created or article.source.received


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


def _share(part: AbstractSet[Hashable], whole: AbstractSet[Hashable]) -> float:
    return len(part & whole) / len(part) if part else 1.0


def _telling(words: Iterable[str]) -> Iterator[str]:
    return (w for w in words if len(w) >= _COMMON_LETTERS)


def _words(text: str) -> list[str]:
    if text.isascii():
        return _LATIN_WORD.findall(text.lower())
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_SHINGLE)), strict=False)


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
