"""How alike two stories are: one copy that came twice, a revision, the same event, or nothing.

Texts are compared by their shingles (three words in a row) in one normal form; the share of the shorter
text's shingles that the longer one has does not mind a cut end. Market reports and other forms filled in
anew have the shingles of the last one but other numbers, or another word that the headline names.
"""

import re
import unicodedata
import zlib
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
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
_COMPARED = 250
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
_LATIN_WORD = re.compile("[a-z0-9]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Likeness(NamedTuple):
    """What two stories are to each other, and the share of shingles that they have in common."""

    verdict: Verdict
    share: float


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
    """Return the least hashes (32 bits) of the opening's shingles; none for a text too short to tell.

    Two openings that share most of their shingles share some of these: a MinHash by its bottom k.
    """
    if len(one.words) < _FEWEST_WORDS:
        return []
    hashes = {_hash(" ".join(shingle)) for shingle in _shingles(one.words[:_OPENING])}
    return sorted(hashes)[:_MARKS]


def period(instant: datetime) -> int:
    """Return the number of the two days that an instant lies in."""
    return (instant.toordinal() - _EPOCH_DAYS) // _PERIOD.days


def compare(one: Said, other: Said) -> Likeness:
    """Say what two stories are to each other, whichever came first.

    Two agencies on one event are related, never one; so are texts whose datelines name different days.
    """
    first, second = sorted((one.words, other.words), key=len)
    if len(first) < _FEWEST_WORDS or abs(one.article.published - other.article.published) > _APART:
        return Likeness("apart", 0.0)
    share = _share(set(_shingles(first)), set(_shingles(second)))
    if share < RELATED:
        return Likeness("apart", share)
    # Portals add words of their own at the end; an opening to the letter is the agency's.
    opening = _share(set(_shingles(first[:_OPENING])), set(_shingles(second[:_OPENING])))
    same = share >= SAME or (share >= _MOSTLY and opening >= _VERBATIM)
    if not same or _different(one.article, other.article) or not _same_subject(one, other):
        return Likeness("related", share)
    again = (
        named_alike(one.article, other.article)
        and one.article.source.name == other.article.source.name
        and abs(moment(one.article) - moment(other.article)) < _REVISED
    )
    if again:
        return Likeness("revision", share)
    same_numbers = _share(_numbers(first), set(second)) >= _SAME_NUMBERS
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
    tongues = {(a.language or "").partition("-")[0] for a in (one, other)} - {""}
    days = {a.dateline.date for a in (one, other) if a.dateline and a.dateline.date}
    return len(tongues) > 1 or len(days) > 1


def _same_subject(one: Said, other: Said) -> bool:
    """Say whether each text has the words that the other one's headline takes from its own text."""
    for mine, theirs in ((one, other), (other, one)):
        if len(theirs.words) < len(mine.words) / 2:
            continue  # cut short: what is missing tells nothing
        named = set(_words(mine.article.headline or "")) & set(mine.words)
        if named - set(theirs.words) - set(_words(theirs.article.headline or "")):
            return False
    return True


def _numbers(words: Iterable[str]) -> set[str]:
    return {w for w in words if any(c.isdigit() for c in w)}


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
