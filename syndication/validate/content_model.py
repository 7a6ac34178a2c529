"""The order in which children stand, written as `a b? ( c | d )* e+` and read as an automaton.

Every name of the model is a place; a child leads from the places that were reached to those that may follow
them (Glushkov). A name may stand in several places.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Times: TypeAlias = tuple[int, int | None]
"""How often at least and at most, None for any number."""

_TIMES: Mapping[str, Times] = {"": (1, 1), "?": (0, 1), "*": (0, None), "+": (1, None)}
_NEVER: Times = (0, 0)


class Stop(NamedTuple):
    """Where children leave a model: before the child at `at`, from 0, or at the end; and what may stand there."""

    at: int
    expected: tuple[str, ...]


class _Part(NamedTuple):
    """A part of a model: the places that it begins and ends with, and how often each name stands in it."""

    first: frozenset[int]
    last: frozenset[int]
    skipped: bool
    counts: Mapping[str, Times]


@dataclass(frozen=True)
class ContentModel:
    """A model, ready to be walked. `counts` says how often each of its names stands, wherever."""

    names: tuple[str, ...]
    follows: tuple[frozenset[int], ...]
    whole: _Part

    @property
    def counts(self) -> Mapping[str, Times]:
        """Return how often each name stands at least and at most."""
        return self.whole.counts

    @property
    def least(self) -> bool:
        """Say whether anything must stand there."""
        return not self.whole.skipped

    def stop(self, children: Sequence[str]) -> Stop | None:
        """Return where the children leave the model, None where they keep it."""
        reached: frozenset[int] | None = None
        for number, child in enumerate(children):
            following = self._following(reached)
            reached = frozenset(place for place in following if self.names[place] == child)
            if not reached:
                return Stop(number, self._named(following))
        done = self.whole.skipped if reached is None else bool(reached & self.whole.last)
        return None if done else Stop(len(children), self._named(self._following(reached)))

    def _following(self, reached: frozenset[int] | None) -> frozenset[int]:
        if reached is None:
            return self.whole.first
        return frozenset().union(*(self.follows[place] for place in reached))

    def _named(self, places: frozenset[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.names[place] for place in sorted(places)))


def content_model(words: Sequence[str]) -> ContentModel:
    """Return the model that the words spell; raise ValueError where they spell none."""
    reader = _Reader(words)
    whole = reader.sequence()
    if reader.left:
        raise ValueError(f"{reader.left[-1]} closes nothing")
    return ContentModel(tuple(reader.names), tuple(map(frozenset, reader.follows)), whole)


class _Reader:
    """Takes the words of a model one by one; `left` are those to come, the next one last."""

    def __init__(self, words: Sequence[str]) -> None:
        self.left = list(reversed(words))
        self.names: list[str] = []
        self.follows: list[set[int]] = []

    def sequence(self) -> _Part:
        """Return the words up to a bar, the end of a group or the end of all, one after another."""
        whole = _Part(frozenset(), frozenset(), skipped=True, counts={})
        while self.left and self.left[-1][0] not in "|)":
            part = self._one()
            self._join(whole.last, part.first)
            whole = _Part(
                whole.first | part.first if whole.skipped else whole.first,
                whole.last | part.last if part.skipped else part.last,
                whole.skipped and part.skipped,
                dict(_summed(whole.counts, part.counts)),
            )
        return whole

    def _one(self) -> _Part:
        word = self.left.pop()
        if word == "(":
            part = self._choice()
            return self._repeated(part, self.left.pop()[1:])
        mark = word[-1] if word[-1] in "?*+" else ""
        name = word.removesuffix(mark)
        self.names.append(name)
        self.follows.append(set())
        place = frozenset({len(self.names) - 1})
        return self._repeated(_Part(place, place, skipped=False, counts={name: (1, 1)}), mark)

    def _choice(self) -> _Part:
        part = self.sequence()
        while self.left and self.left[-1] == "|":
            self.left.pop()
            other = self.sequence()
            part = _Part(
                part.first | other.first,
                part.last | other.last,
                part.skipped or other.skipped,
                dict(_either(part.counts, other.counts)),
            )
        if not self.left:
            raise ValueError("a group never ends")
        return part

    def _repeated(self, part: _Part, mark: str) -> _Part:
        least, most = _TIMES[mark]
        if most is None:
            self._join(part.last, part.first)
        counts = {
            name: (low * least, None if most is None or high is None else high)
            for name, (low, high) in part.counts.items()
        }
        return _Part(part.first, part.last, part.skipped or least == 0, counts)

    def _join(self, last: frozenset[int], first: frozenset[int]) -> None:
        for place in last:
            self.follows[place] |= first


def _summed(one: Mapping[str, Times], other: Mapping[str, Times]) -> Iterator[tuple[str, Times]]:
    for name in (*one, *(name for name in other if name not in one)):
        (low, high), (lower, higher) = one.get(name, _NEVER), other.get(name, _NEVER)
        yield name, (low + lower, None if high is None or higher is None else high + higher)


def _either(one: Mapping[str, Times], other: Mapping[str, Times]) -> Iterator[tuple[str, Times]]:
    for name in (*one, *(name for name in other if name not in one)):
        (low, high), (lower, higher) = one.get(name, _NEVER), other.get(name, _NEVER)
        yield name, (min(low, lower), None if high is None or higher is None else max(high, higher))
