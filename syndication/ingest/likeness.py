"""How alike two stories are: one copy that came twice, a revision, the same event, or nothing.

Texts are compared by their shingles (three words in a row) in one normal form; the share of the shorter
text's shingles that the longer one has does not mind a cut end. Market reports and other forms filled in
anew have the shingles of the last one but other numbers, or another word that the headline names.
"""

import hashlib
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

import regex

from syndication.model import Article
from syndication.model.blocks import texts
from syndication.vocabulary import agencies

Verdict: TypeAlias = Literal["duplicate", "revision", "related", "apart"]

SAME = 0.85
"""The share of shingles from which on two texts are one; tests/data/ingest/quality.json pins what it achieves."""
RELATED = 0.25
_MOSTLY = 0.7
_VERBATIM = 0.95
_FEWEST_WORDS = 25
_COMPARED = 400
_OPENING = 60
_MARKS = 8
_SHINGLE = 3
_SAME_NUMBERS = 0.8
_APART = timedelta(days=3)
_REVISED = timedelta(hours=24)
_YEAR = timedelta(days=365)
_COMMON_LETTERS = 5
_NO_WORDS_IN_COMMON = 0.2
_FEW_WORDS_IN_COMMON = 0.4
_PERIOD = timedelta(days=2)
_EPOCH_DAYS = 719163
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Likeness(NamedTuple):
    """What two stories are to each other, and the share of shingles that they have in common."""

    verdict: Verdict
    share: float


def words(article: Article) -> list[str]:
    """Return the first words of the body: NFKC, case folded, vowel signs part of their word."""
    found = (w for block in article.body for text in texts(block) for w in _words(text))
    return list(islice(found, _COMPARED))


def marks(article: Article) -> list[int]:
    """Return the least hashes (64 bits, signed) of the opening's shingles; none for a text too short to tell.

    Two openings that share most of their shingles share some of these: a MinHash by its bottom k.
    """
    said = words(article)
    if len(said) < _FEWEST_WORDS:
        return []
    hashes = {_hash(" ".join(shingle)) for shingle in _shingles(said[:_OPENING])}
    return sorted(hashes)[:_MARKS]


def period(instant: datetime) -> int:
    """Return the number of the two days that an instant lies in."""
    return (instant.toordinal() - _EPOCH_DAYS) // _PERIOD.days


def compare(one: Article, other: Article) -> Likeness:
    """Say what two stories are to each other, whichever came first.

    Two agencies on one event are related, never one; so are texts whose datelines name different days.
    """
    first, second = sorted((words(one), words(other)), key=len)
    if len(first) < _FEWEST_WORDS or abs(one.published - other.published) > _APART:
        return Likeness("apart", 0.0)
    short, long = set(_shingles(first)), set(_shingles(second))
    share = len(short & long) / len(short)
    if share < RELATED:
        return Likeness("apart", share)
    # Portals add words of their own at the end; an opening to the letter is the agency's.
    opening = _share(set(_shingles(first[:_OPENING])), set(_shingles(second[:_OPENING])))
    if (
        (share < SAME and not (share >= _MOSTLY and opening >= _VERBATIM))
        or _different(one, other)
        or not _same_subject(one, other)
    ):
        return Likeness("related", share)
    same_numbers = _share(_numbers(first), set(second)) >= _SAME_NUMBERS
    again = (
        named_alike(one, other)
        and one.source.name == other.source.name
        and abs(moment(one) - moment(other)) < _REVISED
    )
    if again:
        return Likeness("revision", share)
    return Likeness("duplicate" if same_numbers else "related", share)


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


def unrelated(before: Article, article: Article) -> bool:
    """Say whether a guid came back with another story: no words in common, or few and a year between."""
    first, second = (set(_telling(words(a))) for a in (before, article))
    if len(words(before)) < _FEWEST_WORDS / 2 or len(words(article)) < _FEWEST_WORDS / 2:
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
    tongues = {(a.language or "").partition("-")[0] for a in (one, other)} - {""}
    days = {a.dateline.date for a in (one, other) if a.dateline and a.dateline.date}
    return len(tongues) > 1 or len(days) > 1


def _same_subject(one: Article, other: Article) -> bool:
    """Say whether each text has the words that the other one's headline takes from its own text."""
    said = {a.guid: set(words(a)) for a in (one, other)}
    for mine, theirs in ((one, other), (other, one)):
        if len(said[theirs.guid]) < len(said[mine.guid]) / 2:
            continue  # cut short: what is missing tells nothing
        known = said[theirs.guid] | set(_words(theirs.headline or ""))
        if (set(_words(mine.headline or "")) & said[mine.guid]) - known:
            return False
    return True


def _numbers(said: Iterable[str]) -> set[str]:
    return {w for w in said if any(c.isdigit() for c in w)}


def _share(part: AbstractSet[Hashable], whole: AbstractSet[Hashable]) -> float:
    return len(part & whole) / len(part) if part else 1.0


def _telling(said: Iterable[str]) -> Iterator[str]:
    return (w for w in said if len(w) >= _COMMON_LETTERS)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shingles(said: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(said[n:] for n in range(_SHINGLE)), strict=False)


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
