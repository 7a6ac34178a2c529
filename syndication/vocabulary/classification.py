"""What a story is about, in Media Topics: from its desk, its provider's categories, its old Subject Codes."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from syndication.model import Article
from syndication.model.article import Subject
from syndication.vocabulary.media_topics import SCHEME, MediaTopics, media_topics
from syndication.vocabulary.tables import table

MAPPED = "mapped"
"""The `type` of a subject that this module adds: nobody wrote it, it follows from another one."""

_LONGEST_KEPT = 2000  # characters: what is longer no other story says


class TopicMapping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which Media Topic a desk or a category means, by its name in lower case; "" means none."""

    desks: dict[str, str] = {}
    categories: dict[str, str] = {}

    def changed(self, own: "TopicMapping") -> "TopicMapping":
        """Return this mapping with what a site's `own` says added or instead."""
        return TopicMapping(
            desks=self.desks | {k.casefold(): v for k, v in own.desks.items()},
            categories=self.categories | {k.casefold(): v for k, v in own.categories.items()},
        )


class Classification:
    """How one site classifies: what its desks and categories mean, in the vocabulary it goes by.

    What follows from the same words is worked out once: a newsroom says the same of many stories.
    """

    def __init__(self, mapping: TopicMapping, topics: MediaTopics) -> None:
        self.mapping = mapping
        self.topics = topics
        self._kept = lru_cache(256)(self._subjects)

    def subjects(
        self, said: tuple[Subject, ...], language: str | None, desk: str | None
    ) -> tuple[Subject, ...]:
        """Return the subjects of a story that says `said` of itself and was signed by `desk`, and what follows."""
        long = sum(len(s.name or "") + len(s.qcode or "") + len(s.scheme or "") for s in said) > _LONGEST_KEPT
        return (self._subjects if long else self._kept)(said, language, desk)

    def _subjects(
        self, said: tuple[Subject, ...], language: str | None, desk: str | None
    ) -> tuple[Subject, ...]:
        topics = self.topics
        subjects = [_named(subject, topics, language) for subject in said]
        had = {s.qcode for s in subjects if s.qcode and s.qcode.startswith(f"{SCHEME}:")}
        covered = had | {broader for code in had for broader in topics.ancestors(code)}
        for implied in _implied(said, desk, self.mapping, topics):
            code = topics.current(implied) or implied
            if code not in covered:
                subjects.append(Subject(qcode=code, name=topics.name(code, language), type=MAPPED))
                covered |= {code, *topics.ancestors(code)}
        return tuple(subjects)


@cache
def default_mapping() -> TopicMapping:
    """Return the mapping that comes with the program."""
    return msgspec.convert(tomllib.loads(table("topics.toml")), TopicMapping)


@cache
def default_classification() -> Classification:
    """Return the mapping and the vocabulary that come with the program."""
    return Classification(default_mapping(), media_topics())


def classified(article: Article, classification: Classification | None = None) -> Article:
    """Return the story with the Media Topics that follow from what it says of itself; the same if none do.

    Codes without a name get theirs, in the story's language where the vocabulary has it. A topic that the
    story has already, or has more closely, is not added, nor is a retired one: what it is part of stands for
    it. Doing it twice changes nothing. Without a `classification` it is the one that comes with the program.
    """
    desk = article.signoff.desk if article.signoff else None
    found = (classification or default_classification()).subjects(article.subjects, article.language, desk)
    return article if found == article.subjects else msgspec.structs.replace(article, subjects=found)


def _named(subject: Subject, topics: MediaTopics, language: str | None) -> Subject:
    if subject.name or not (name := topics.name(subject.qcode, language)):
        return subject
    return msgspec.structs.replace(subject, name=name)


def _implied(
    subjects: tuple[Subject, ...], signed: str | None, mapping: TopicMapping, topics: MediaTopics
) -> Iterator[str]:
    """Yield the code that each desk, category and old code stands for, closest meaning first."""
    for subject in subjects:
        if subject.qcode and (code := topics.successor(subject.qcode)):
            yield code
    others = [s for s in subjects if not (s.qcode or "").startswith(f"{SCHEME}:")]
    for subject in others:
        if subject.type != "desk" and (code := _looked_up(mapping.categories, subject)):
            yield code
    for subject in others:
        if subject.type == "desk" and (code := _looked_up(mapping.desks, subject)):
            yield code
    if signed and (code := mapping.desks.get(signed.casefold())):
        yield code


def _looked_up(table: Mapping[str, str], subject: Subject) -> str | None:
    named = table.get(subject.name.casefold()) if subject.name else None
    return named or (table.get(subject.qcode.rpartition(":")[2].casefold()) if subject.qcode else None)
