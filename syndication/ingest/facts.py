"""Where two tellings of one text differ in fact: a form filled in anew, a figure that was corrected.

Both are laid side by side by their longest common sequence of words. Where a few words stand in the place of a
few others, and each side names something that the other text says nowhere (a number, a name, a word of its own
headline or one that it uses again and again), the two tell of different things. What was cut, added, moved, spelled
in another way or put in another house's style (`per cent`, `Rs`) is no difference in fact.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import regex
from rapidfuzz.distance import Indel, LCSseq

from syndication.model import Article
from syndication.model.blocks import texts
from syndication.vocabulary import agencies

_TOKEN = regex.compile(r"\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*")
_STOP = regex.compile(r"[!?:;\"“”‘’«»•।۔\n]|(?<=\w{4})\.|(?<=\p{N})\.(?=\s)")
_GROUPED = regex.compile(r"\p{N}{1,3}(?:,\p{N}{2,3})+")
_LONGEST = 2000
_MOST = 20_000
"""So many words, and letters of one block, are looked at."""
_SLOT = 40
_EDGE = 6
_OWN_WORDS = 20
_LISTED = 3
_RUN = 4
_FORM = 0.5
_SPELLED_ALIKE = 0.86
_SPELLED = 6
_AGAIN = 2
_CONTENT = 4
_SHOUTED = 0.5
_COUNTS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTS.split())}
_STYLE = frozenset({
    "said", "says", "told", "tells", "stated", "added", "noted", "rupees", "crore", "lakh", "percent", "cent",
    "dollars", "reporters", "here", "today",
})  # fmt: skip
"""How somebody says something, and how money and shares are written: a house's style."""


Gap: TypeAlias = tuple[Sequence[str], Sequence[str]]


class Text(NamedTuple):
    """A text as it is compared: its words in one form, the ones that name something, the words of its headline."""

    words: list[str]
    names: AbstractSet[str]
    headline: AbstractSet[str]
    often: AbstractSet[str]


class Swapped(NamedTuple):
    """How many different facts of one text stand in the place of others: numbers, and names or words.

    `ends`: after a common opening, or before a common end, both go on in long words of their own or name three
    things each, as lists of winners do.
    """

    numbers: int = 0
    names: int = 0
    ends: bool = False

    def __bool__(self) -> bool:
        """Say whether the two tell of different things."""
        return self.numbers + self.names > 0 or self.ends


def text(article: Article) -> Text:
    """Return the body as it is compared; what follows the first two thousand words tells nothing new."""
    words: list[str] = []
    names: set[str] = set()
    capitals = letters = 0
    for block in article.body:
        for said in texts(block):
            after = 0
            for found in _TOKEN.finditer(unicodedata.normalize("NFKC", said[:_MOST])):
                printed = found[0]
                word = _normal(printed)
                words.append(word)
                first = not after or _STOP.search(found.string, after, found.start()) is not None
                after = found.end()
                letters += 1
                capitals += len(printed) > 1 and printed.isupper()
                if not first and (printed[0].isupper() or _caseless(printed)):
                    names.add(word)
            if len(words) > _LONGEST:
                break
        if len(words) > _LONGEST:
            break
    counts = Counter(words)
    if capitals > letters * _SHOUTED:
        # Printed in capitals throughout, which tell nothing: as in a script without them, any word may be a name.
        names = {w for w in words if len(w) >= _CONTENT} - _STYLE
    names = {name for name in names if agencies.agency(name) is None}
    often = {w for w, n in counts.items() if n >= _AGAIN and len(w) >= _CONTENT and w.isalpha()} - _STYLE
    headline = {_normal(w) for w in _TOKEN.findall(unicodedata.normalize("NFKC", article.headline or ""))}
    headline = {w for w in headline if len(w) >= _CONTENT} - _STYLE
    return Text(words[:_LONGEST], names, headline, often)


def common(one: Text, other: Text) -> float:
    """Return the share of the shorter text's words that the other has in the same order."""
    shorter = min(len(one.words), len(other.words))
    return LCSseq.similarity(one.words, other.words) / shorter if shorter else 1.0


def swapped(one: Text, other: Text) -> Swapped:
    """Return how many facts of one stand in the place of other facts; the same whichever comes first."""
    numbers: set[str] = set()
    names: set[str] = set()
    mine, theirs = frozenset(one.words), frozenset(other.words)
    gaps, ends = _gaps(one.words, other.words)
    for left, right in gaps:
        lost = _facts(left, one, theirs)
        put = _facts(right, other, mine)
        if not lost or not put:
            continue
        if len(left) + len(right) <= _SLOT:
            if _alike("".join(left), "".join(right)):
                continue
            lost, put = _without_alike(lost, put), _without_alike(put, lost)
        if any(map(_is_number, lost)) and any(map(_is_number, put)):
            numbers |= {w for w in lost if _is_number(w)}
        if not all(map(_is_number, lost)) and not all(map(_is_number, put)):
            names |= {w for w in lost if not _is_number(w)}
    other_ends = any(
        min(len(left), len(right)) > _OWN_WORDS
        or min(len(_facts(left, one, theirs)), len(_facts(right, other, mine))) >= _LISTED
        for left, right in ends
    )
    return Swapped(len(numbers), len(names), other_ends)


def _gaps(left: Sequence[str], right: Sequence[str]) -> tuple[list[Gap], list[Gap]]:
    """Return what stands in one place on either side, and the beginnings and ends that are another text."""
    runs = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(left, right)
        if op.tag == "equal"
    ]
    firm = [number for number, run in enumerate(runs) if run[1] - run[0] >= _RUN]
    if not firm:
        return [], [(left, right)]
    first, last = runs[firm[0]], runs[firm[-1]]
    kept = runs[firm[0] : firm[-1] + 1]
    ends: list[Gap] = []
    start, end = (left[: first[0]], right[: first[2]]), (left[last[1] :], right[last[3] :])
    if _is_form(*start, runs[: firm[0]]):
        kept = [(0, 0, 0, 0), *runs[: firm[0]], *kept]
    else:
        ends.append(start)
    if _is_form(*end, runs[firm[-1] + 1 :]):
        kept = [*kept, *runs[firm[-1] + 1 :], (len(left), len(left), len(right), len(right))]
    else:
        ends.append(end)
    gaps = [
        (left[before[1] : after[0]], right[before[3] : after[2]])
        for before, after in pairwise(kept)
        if before[1] < after[0] and before[3] < after[2]
    ]
    return gaps, ends


def _is_form(left: Sequence[str], right: Sequence[str], runs: Sequence[tuple[int, int, int, int]]) -> bool:
    """Say whether two beginnings or ends are one form, not a portal's words beside what it cut."""
    shorter = min(len(left), len(right))
    if max(len(left), len(right)) <= _EDGE:
        return True
    blanks = sum(1 for w in min((left, right), key=len) if _is_number(w))
    common = sum(run[1] - run[0] for run in runs)
    return common > 0 and common >= (shorter - blanks) * _FORM


def _facts(words: Sequence[str], said: Text, elsewhere: AbstractSet[str]) -> set[str]:
    return {
        w
        for w in words
        if w not in elsewhere and (_is_number(w) or w in said.names or w in said.headline or w in said.often)
    }


def _without_alike(words: set[str], others: set[str]) -> set[str]:
    return {w for w in words if not any(_alike(w, other) for other in others)}


def _normal(printed: str) -> str:
    word = printed.casefold()
    if word in _NUMBERS:
        return _NUMBERS[word]
    return word.replace(",", "") if _GROUPED.fullmatch(word) else word


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _caseless(word: str) -> bool:
    return len(word) > 1 and word.lower() == word.upper() and not word[0].isdigit()


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one in two spellings (`programme`, `percent` for `per cent`)."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SPELLED or any(c.isdigit() for c in one + other):
        return False
    return Indel.normalized_similarity(one, other) > _SPELLED_ALIKE
