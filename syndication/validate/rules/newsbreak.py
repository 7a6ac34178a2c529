"""NewsBreak."""

from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import web
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, Rule
from syndication.validate.rules.editions import renamed
from syndication.validate.rules.required import items_have, namespaces
from syndication.xmlns import CONTENT, DC, MEDIA, NB

_LEAST = 400
_CLASSES = {"nb-video", "nb-audio"}
_has = items_have("title", "link", "pubDate", "dc:creator", "description", "content:encoded")


def parts_are_there(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """NB1."""
    yield from namespaces(document, NB, DC, CONTENT, MEDIA)
    yield from _has(document, circumstances)


def guid_is_the_first_address(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """NB2. By the address of the page: the guid that it was first published under."""
    first = circumstances.facts.first_address
    for story in document.stories:
        if not story.permalink or not web(story.key or ""):
            yield Fault(story.node, f"guid {shown(story.key or '')} is no permalink")
        elif story.link and first.get(story.link.text, story.key) != story.key:
            yield Fault(story.node, f"guid {shown(story.key or '')} is not the first address of the story")
    for pair in renamed(document, circumstances.previous):
        yield Fault(pair.story.node, f"guid was {shown(pair.before.key or '')}")


def long_enough(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """NB3."""
    least = circumstances.profile.min_body or _LEAST
    for story in document.live:
        length = len(story.body.words) if story.body else 0
        if length < least:
            yield Fault(story.node, f"the body has {length} characters, fewer than {least}")


def pictures_in_figures(document: Document, _: Circumstances) -> Iterator[Fault]:
    """NB4. A figcaption outside a figure is a caption that lost its picture."""
    for story in document.live:
        if story.body is None:
            continue
        inside = 0
        for tag in story.body.markup.tags:
            if tag.name == "figure":
                inside += 1 if tag.kind == "open" else -1
            elif tag.name in {"img", "figcaption"} and tag.kind != "close" and inside < 1:
                yield Fault(story.body.at, f"{tag.name} stands outside a figure")


def frames_have_a_class(document: Document, _: Circumstances) -> Iterator[Fault]:
    """NB5."""
    for story in document.live:
        for value in story.marked_up:
            for tag in value.markup.named("iframe"):
                if not _CLASSES & set(tag.attributes.get("class", "").split()):
                    yield Fault(value.at, "an iframe has neither nb-video nor nb-audio")


RULES = (
    Rule("NB1", "error", parts_are_there, "add what is missing", RSS),
    Rule(
        "NB2", "error", guid_is_the_first_address, "make the first published address the guid, for ever", RSS
    ),
    Rule("NB3", "warning", long_enough, "send the whole text", RSS),
    Rule("NB4", "warning", pictures_in_figures, "put the picture and its caption into a figure", RSS),
    Rule("NB5", "error", frames_have_a_class, "give the frame its class, or make it a link", RSS),
)
