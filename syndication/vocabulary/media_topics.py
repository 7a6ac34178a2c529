"""IPTC Media Topics: codes, English names, what each is part of, and the Subject Codes they came from.

The compact table beside this module holds the facts of the release of 2019-04-06 (IPTC NewsCodes, CC BY
4.0); a site may read a full official file instead.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from syndication.model import Query

SCHEME = "medtop"
OLD_SCHEME = "subj"
_LABELS = ("en-GB", "en-US", "en")


class Topic(NamedTuple):
    """One Media Topic; `parent` and `subject_codes` (8 digits) are without their alias."""

    code: str
    name: str
    parent: str | None = None
    subject_codes: tuple[str, ...] = ()
    retired: bool = False


class MediaTopics:
    """The vocabulary; every code goes in and out as a QCode such as `medtop:15000000`."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics: Mapping[str, Topic] = {topic.code: topic for topic in topics}
        self._narrower: dict[str, list[str]] = {}
        self._successors: dict[str, str] = {}
        for topic in self.topics.values():
            if topic.parent:
                self._narrower.setdefault(topic.parent, []).append(topic.code)
        for topic in sorted(self.topics.values(), key=lambda t: (t.retired, t.code)):
            for code in topic.subject_codes:
                self._successors.setdefault(code, topic.code)

    def name(self, qcode: str | None) -> str | None:
        """Return the English name, None where the code is no known Media Topic."""
        topic = self.topics.get(_code(qcode, SCHEME))
        return topic.name if topic else None

    def ancestors(self, qcode: str) -> tuple[str, ...]:
        """Return what the topic is part of, the nearest first, () for an unknown one or one at the top."""
        found: list[str] = []
        topic = self.topics.get(_code(qcode, SCHEME))
        while topic and topic.parent and topic.parent not in found:
            found.append(topic.parent)
            topic = self.topics.get(topic.parent)
        return tuple(f"{SCHEME}:{code}" for code in found)

    def narrower(self, qcode: str) -> tuple[str, ...]:
        """Return every topic that is part of this one, at any depth, without itself."""
        return tuple(f"{SCHEME}:{code}" for code in self._below(_code(qcode, SCHEME), set()))

    def successor(self, qcode: str) -> str | None:
        """Return the Media Topic of an old Subject Code (`subj:` and 8 digits), None for an unknown one.

        A code without a successor of its own has that of the matter, then of the subject, it belongs to.
        """
        code = _code(qcode, OLD_SCHEME)
        for general in (code, code[:5] + "000", code[:2] + "000000") if len(code) == 8 else ():
            if general in self._successors:
                return f"{SCHEME}:{self._successors[general]}"
        return None

    def widened(self, query: Query) -> Query:
        """Return the query whose every Media Topic stands for its narrower ones too.

        Done once where a feed is configured, so that neither query nor store knows the vocabulary.
        """
        wanted = dict.fromkeys(query.subjects)
        for subject in query.subjects:
            wanted.update(dict.fromkeys(self.narrower(subject)))
        return msgspec.structs.replace(query, subjects=tuple(wanted)) if query.subjects else query

    def _below(self, code: str, seen: set[str]) -> Iterator[str]:
        for narrower in self._narrower.get(code, ()):
            if narrower not in seen:
                seen.add(narrower)
                yield narrower
                yield from self._below(narrower, seen)


@cache
def media_topics() -> MediaTopics:
    """Return the vocabulary that comes with the program."""
    return MediaTopics(_read(resources.files(__package__).joinpath("media_topics.txt").read_text("utf-8")))


class _Concept(msgspec.Struct):
    """A concept of the official JSON file; only what we read."""

    qcode: str
    prefLabel: dict[str, str] = {}  # noqa: N815 -- the name in the file
    broader: list[str] = []
    exactMatch: list[str] = []  # noqa: N815 -- the name in the file
    closeMatch: list[str] = []  # noqa: N815 -- the name in the file
    retired: str | None = None


class _ConceptSet(msgspec.Struct):
    """The official JSON file."""

    conceptSet: list[_Concept]  # noqa: N815 -- the name in the file


def official(data: bytes) -> MediaTopics:
    """Return the vocabulary of a full official file (IPTC NewsCodes, JSON); raise msgspec.MsgspecError."""
    return MediaTopics(_topic(concept) for concept in msgspec.json.decode(data, type=_ConceptSet).conceptSet)


def compact(topics: MediaTopics) -> str:
    """Return the text that the compact table holds for these topics: one line each, fields between tabs."""
    return "".join(
        "\t".join((t.code, t.parent or "", ",".join(t.subject_codes), "retired" if t.retired else "", t.name))
        + "\n"
        for t in sorted(topics.topics.values())
    )


def _read(text: str) -> Iterator[Topic]:
    for row in text.splitlines():
        code, parent, old, retired, name = row.split("\t")
        yield Topic(code, name, parent or None, tuple(old.split(",")) if old else (), retired == "retired")


def _topic(concept: _Concept) -> Topic:
    matches = [*concept.exactMatch, *concept.closeMatch]
    old = sorted(m.rpartition("/")[2] for m in matches if "/subjectcode/" in m)
    label = next((concept.prefLabel[tag] for tag in _LABELS if tag in concept.prefLabel), concept.qcode)
    parent = concept.broader[0].rpartition("/")[2] if concept.broader else None
    return Topic(
        concept.qcode.removeprefix(f"{SCHEME}:"),
        label.strip(),
        parent,
        tuple(old),
        concept.retired is not None,
    )


def _code(qcode: str | None, scheme: str) -> str:
    """Return the code of a QCode of this scheme, "" for any other."""
    alias, _, code = (qcode or "").partition(":")
    return code.strip() if alias.strip().lower() == scheme else ""
