"""IPTC Media Topics: codes, names, what each is part of, and the Subject Codes they came from.

The compact table beside this module holds the facts of the release of 2019-04-06 with their English names
(IPTC NewsCodes, CC BY 4.0); a site may lay a full official file over it (`newscodes`).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

import msgspec

from syndication.model import Query
from syndication.vocabulary.tables import table

SCHEME = "medtop"
OLD_SCHEME = "subj"
_ENGLISH = ("en-GB", "en-US", "en")


class Topic(NamedTuple):
    """One Media Topic; `parent` and `subject_codes` (8 digits) are without their alias.

    `name` is the English one, `names` are all that are known by their language tag (BCP 47).
    """

    code: str
    name: str
    parent: str | None = None
    subject_codes: tuple[str, ...] = ()
    retired: bool = False
    names: tuple[tuple[str, str], ...] = ()

    def named(self, language: str | None) -> str:
        """Return the name in a language, else in a form of it that another country has, else in English."""
        if self.names and language:
            wanted = language.casefold()
            said = {tag.casefold(): text for tag, text in self.names}
            near = {tag.partition("-")[0]: text for tag, text in reversed(said.items())}
            return said.get(wanted) or near.get(wanted.partition("-")[0]) or self.name
        return self.name

    def titled(self) -> "Topic":
        """Return the topic with the name that stands for it: the English one, else the first, else the code."""
        said = dict(self.names)
        found = next((said[tag] for tag in _ENGLISH if tag in said), None)
        return self._replace(name=found or next(iter(said.values()), self.code))


class MediaTopics:
    """The vocabulary; every code goes in and out as a QCode such as `medtop:15000000`.

    The topics are gone through where the first code is asked for: much copy has none.
    """

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._given = topics

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Return every topic by its code."""
        return {topic.code: topic for topic in self._given}

    @cached_property
    def _narrower(self) -> Mapping[str, list[str]]:
        narrower: dict[str, list[str]] = {}
        for topic in self.topics.values():
            if topic.parent:
                narrower.setdefault(topic.parent, []).append(topic.code)
        return narrower

    @cached_property
    def _successors(self) -> Mapping[str, str]:
        successors: dict[str, str] = {}
        for topic in sorted(self.topics.values(), key=lambda t: (t.retired, t.code)):
            for code in topic.subject_codes:
                successors.setdefault(code, topic.code)
        return successors

    def name(self, qcode: str | None, language: str | None = None) -> str | None:
        """Return the name in that language, else in English; None where the code is no known Media Topic."""
        code = _code(qcode, SCHEME)
        topic = self.topics.get(code) if code else None
        return topic.named(language) if topic else None

    def current(self, qcode: str) -> str | None:
        """Return the topic, or the nearest one it is part of that is not retired; None where there is none."""
        for code in (qcode, *self.ancestors(qcode)):
            topic = self.topics.get(_code(code, SCHEME))
            if topic and not topic.retired:
                return f"{SCHEME}:{topic.code}"
        return None

    def under(self, newer: "MediaTopics") -> "MediaTopics":
        """Return this vocabulary with another laid over it: a code that both have is as the newer one says.

        What the newer one knows no longer stays, so that stories of old keep their names, and so do the
        Subject Codes that it speaks of nowhere.
        """
        told = {code for topic in newer.topics.values() for code in topic.subject_codes}
        whole = {**self.topics, **newer.topics}
        for code, topic in self.topics.items():
            kept = tuple(old for old in topic.subject_codes if old not in told)
            known = newer.topics.get(code) or topic._replace(subject_codes=())
            whole[code] = known._replace(subject_codes=(*known.subject_codes, *kept))
        return MediaTopics(whole.values())

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
    return MediaTopics(_built_in())


def compact(topics: MediaTopics) -> str:
    """Return the text that the compact table holds for these topics: one line each, fields between tabs."""
    return "".join(
        "\t".join((t.code, t.parent or "", ",".join(t.subject_codes), "retired" if t.retired else "", t.name))
        + "\n"
        for t in sorted(topics.topics.values())
    )


def _built_in() -> Iterator[Topic]:
    yield from _read(table("media_topics.txt"))


def _read(text: str) -> Iterator[Topic]:
    for row in text.splitlines():
        code, parent, old, retired, name = row.split("\t")
        yield Topic(code, name, parent or None, tuple(old.split(",")) if old else (), retired == "retired")


def _code(qcode: str | None, scheme: str) -> str:
    """Return the code of a QCode of this scheme, "" for any other."""
    alias, _, code = (qcode or "").partition(":")
    return code.strip() if alias.strip().lower() == scheme else ""
