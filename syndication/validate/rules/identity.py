"""Baseline B04 to B06: who a story is, in this edition and in all others."""

from collections import Counter
from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import web
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rules.editions import renamed


def every_story_is_named_once(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B04. NewsML-G2 may carry two versions of one guid."""
    marks = [
        (s.key, s.updated.text if document.format == "newsml-g2" and s.updated else "")
        for s in document.stories
    ]
    counted = Counter(marks)
    word = "id" if document.format in {"atom", "json"} else "guid"
    for story, mark in zip(document.stories, marks, strict=True):
        if not story.key:
            yield Fault(story.node, f"the story has no {word}")
        elif counted[mark] > 1:
            yield Fault(story.node, f"{word} {shown(story.key)} stands twice")


def guids_stay(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B05. The same page under another guid, in the edition before or in another feed."""
    for other in (circumstances.previous, *circumstances.others):
        for pair in renamed(document, other):
            yield Fault(
                pair.story.node, f"guid {shown(pair.story.key or '')} was {shown(pair.before.key or '')}"
            )


def names_are_marked(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B06."""
    for story in document.stories:
        if story.guid and story.permalink and not web(story.guid.text):
            yield Fault(story.guid.at, f"guid {shown(story.guid.text)} is no address and not marked so")
