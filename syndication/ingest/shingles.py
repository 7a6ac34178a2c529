"""The first words of a story, three in a row: what texts are found and compared by."""

import struct
import unicodedata
import zlib
from functools import cached_property, lru_cache

import regex

from syndication.ingest import facts, names
from syndication.model import Article
from syndication.model.blocks import texts

FEWEST_WORDS = 25
"""Texts of fewer words tell nothing."""
_COMPARED = 250
_CONTAINED = 160
_OPENING = 60
_MARKED = 120
_MARKS = 10
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_LATIN = "".join(c.lower() if c.isalnum() else " " for c in map(chr, range(128)))
"""What each ASCII character is in a word, a blank for what parts words."""


class Said:
    """A story and the first words of its body (NFKC, case folded, vowel signs part of their word).

    What is made of them is made once, for many comparisons.
    """

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def titles(self) -> frozenset[str]:
        """The words under which it is found again."""
        return frozenset(names.titles(self.article))

    @cached_property
    def words(self) -> list[str]:
        """The first words of the body, as many as are compared."""
        return self._first_words(_COMPARED)

    @cached_property
    def text(self) -> facts.Text:
        """The whole text, as its facts are compared."""
        return facts.text(self.article)

    @cached_property
    def marks(self) -> list[int]:
        """The least hashes (32 bits) of the first shingles; none for a text too short to tell.

        Two texts that share half of those shingles share some of these (a MinHash by its bottom k), also where a
        portal's introduction stands before the agency's words.
        """
        found = self._first_words(_MARKED)
        return sorted(set(_hashes(found)))[:_MARKS] if len(found) >= FEWEST_WORDS else []

    @cached_property
    def _hashes(self) -> list[int]:
        return _hashes(self.words)

    @cached_property
    def _all(self) -> frozenset[int]:
        return frozenset(self._hashes)

    @cached_property
    def _first(self) -> frozenset[int]:
        return frozenset(self._hashes[: _CONTAINED - 2])

    @cached_property
    def _opening(self) -> frozenset[int]:
        return frozenset(self._hashes[: _OPENING - 2])

    def _first_words(self, count: int) -> list[str]:
        found: list[str] = []
        for block in self.article.body:
            for text in texts(block):
                found += words(text)
            if len(found) >= count:
                break
        return found[:count]

    def share(self, other: "Said") -> float:
        """Return the share of one text's shingles that the other has, of the text that is more in the other.

        The first words are looked for among more of the other: a portal's introduction moves the agency's words.
        """
        return max(_part(self._first, other._all), _part(other._first, self._all))  # noqa: SLF001 - its own kind

    def opening_share(self, other: "Said") -> float:
        """Return the share of the shorter opening's shingles that the other opening has."""
        shorter, longer = sorted((self._opening, other._opening), key=len)  # noqa: SLF001 - its own kind
        return _part(shorter, longer)


class _Same:
    """An Article as a key: by its place in memory, for to read all of it costs what the key is to save."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.article is other.article


def said(article: Article) -> Said:
    """Return what a story says; one that many are compared with is read once."""
    return _said(_Same(article))


@lru_cache(128)  # as many as the store keeps unpacked
def _said(same: _Same) -> Said:
    return Said(same.article)


def words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared."""
    if text.isascii():
        return text.translate(_LATIN).split()
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _hashes(said: list[str]) -> list[int]:
    """Return a number of 32 bits for each three words in a row, the same on every machine.

    That is `a * 961 + b * 31 + c` of their checksums, the low half of it. They are worked out all at once, as one
    number that has 64 bits for each word.
    """
    each = [zlib.crc32(w.encode("utf-8", "surrogatepass")) for w in said]
    count = len(each)
    one = int.from_bytes(struct.pack(f"<{count}Q", *each), "little")
    three = one * 961 + (one >> 64) * 31 + (one >> 128)
    halves = struct.unpack(f"<{2 * count}I", three.to_bytes(8 * count, "little"))
    return list(halves[:-4:2])  # the last two words begin no three


def _part(part: frozenset[int], whole: frozenset[int]) -> float:
    return len(part & whole) / len(part) if part else 1.0
