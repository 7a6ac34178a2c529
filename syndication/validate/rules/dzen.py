"""Dzen."""

from collections.abc import Iterator
from html import unescape

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, Rule
from syndication.validate.rules import pictures
from syndication.validate.rules.editions import renamed


def no_query(document: Document, _: Circumstances) -> Iterator[Fault]:
    """DZ1."""
    for story in document.stories:
        parts = split(story.link.text) if story.link else None
        if story.link and parts and parts.query:
            yield Fault(story.link.at, f"{shown(story.link.text)} has parameters")


def pictures_are_enclosed(document: Document, _: Circumstances) -> Iterator[Fault]:
    """DZ2."""
    for story in document.live:
        if story.node is None or isinstance(story.node, str):
            continue
        enclosed = {
            e.get("url") for e in story.node.iterfind("enclosure") if e.get("type") and e.get("length")
        }
        for tag in story.body.markup.named("img") if story.body else ():
            if tag.attributes.get("src") not in enclosed:
                yield Fault(story.node, f"{shown(tag.attributes.get('src', ''))} of the body is not enclosed")


def plain_spaces(document: Document, _: Circumstances) -> Iterator[Fault]:
    """DZ4."""
    for story in document.live:
        for value in (story.title, story.summary, story.body):
            for character, name in (("\u00ad", "a soft hyphen"), ("\u00a0", "a no-break space")):
                if value and character in unescape(value.text):
                    yield Fault(value.at, f"the text holds {name}")


def same_guid(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """DZ5."""
    for pair in renamed(document, circumstances.previous):
        yield Fault(pair.story.node, f"guid {shown(pair.story.key or '')} was {shown(pair.before.key or '')}")


RULES = (
    Rule("DZ1", "error", no_query, "link the page without parameters", RSS),
    Rule("DZ2", "error", pictures_are_enclosed, "enclose each picture with type and length", RSS),
    Rule("DZ3", "warning", pictures.one_large, "add a picture that is 700 pixels wide", RSS),
    Rule("DZ4", "warning", plain_spaces, "write plain spaces and drop soft hyphens", RSS),
    Rule("DZ5", "error", same_guid, "keep the guid when the story is updated", RSS),
)
