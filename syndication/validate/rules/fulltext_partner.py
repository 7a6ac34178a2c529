"""Partners that take the whole text as RSS 2.0."""

from collections import Counter
from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, Rule
from syndication.validate.rules import pictures
from syndication.validate.rules.content import TAG
from syndication.validate.rules.required import channel_has, items_have, namespaces
from syndication.xmlns import ATOM, CONTENT, DC, MEDIA

_TITLE, _BODY, _LEAST, _MOST = 500, 400, 15, 50
_has = items_have(
    "title", "link", "guid", "pubDate", "description", "content:encoded", "dc:creator", "category"
)


def version_and_namespaces(document: Document, _: Circumstances) -> Iterator[Fault]:
    """FP1."""
    if document.root is not None and document.root.get("version") != "2.0":
        yield Fault(document.root, "this is not RSS 2.0")
    yield from namespaces(document, CONTENT, MEDIA, DC, ATOM)


def items_are_whole(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FP3."""
    yield from _has(document, circumstances)
    longest, least = circumstances.profile.max_title or _TITLE, circumstances.profile.min_body or _BODY
    counted = Counter(story.link.text for story in document.live if story.link)
    for story in document.live:
        if story.title and len(story.title.text) > longest:
            yield Fault(
                story.title.at, f"the title has {len(story.title.text)} characters, more than {longest}"
            )
        if story.link and counted[story.link.text] > 1:
            yield Fault(story.link.at, f"{shown(story.link.text)} is the link of several stories")
        if story.summary and (TAG.search(story.summary.text) or "\n\n" in story.summary.text):
            yield Fault(story.summary.at, "the description is not one paragraph of plain text")
        if story.body and len(story.body.words) < least:
            yield Fault(story.body.at, f"the body has {len(story.body.words)} characters, fewer than {least}")


def media_are_described(document: Document, _: Circumstances) -> Iterator[Fault]:
    """FP4."""
    for content in document.root.iter(f"{{{MEDIA}}}content") if document.root is not None else ():
        for name in ("url", "type", "medium", "width", "height"):
            if not content.get(name) and not (
                name in {"width", "height"} and content.get("medium") == "audio"
            ):
                yield Fault(content, f"media:content lacks {name}")
        for name in ("credit", "description"):
            if content.find(f"{{{MEDIA}}}{name}") is None:
                yield Fault(content, f"media:content lacks media:{name}")


def pictures_are_files(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FP5."""
    yield from pictures.one_large(document, circumstances)
    for story in document.live:
        for picture in story.pictures:
            parts = split(picture.href)
            if parts is None or "." not in parts.path.rpartition("/")[2]:
                yield Fault(picture.at, f"{shown(picture.href)} does not end in the kind of file")


def enough_and_not_too_many(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FP6."""
    profile, count = circumstances.profile, len(document.stories)
    least, most = profile.min_items or _LEAST, profile.max_items or _MOST
    if not least <= count <= most:
        yield Fault(None, f"{count} stories are not {least} to {most}")
    busiest = circumstances.facts.busiest
    if busiest is not None and count < busiest:
        yield Fault(None, f"{count} stories are fewer than the {busiest} of the busiest hour")


def pages_show_the_same(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FP7."""
    for story in document.live:
        image = circumstances.facts.images.get(story.link.text) if story.link else None
        if image is not None and image not in {picture.href for picture in story.pictures}:
            yield Fault(story.node, f"the page shows {shown(image)}, the feed does not")


RULES = (
    Rule("FP1", "error", version_and_namespaces, "declare content, media, dc and atom on the root", RSS),
    Rule(
        "FP2",
        "error",
        channel_has("title", "link", "description", "language", "lastBuildDate"),
        "add it to the channel",
        RSS,
    ),
    Rule("FP3", "error", items_are_whole, "complete the item", RSS),
    Rule("FP4", "warning", media_are_described, "complete media:content", RSS),
    Rule("FP5", "warning", pictures_are_files, "name a file of 600 pixels with its ending", RSS),
    Rule("FP6", "warning", enough_and_not_too_many, "change the limit of the feed", RSS),
    Rule("FP7", "warning", pages_show_the_same, "show the same picture on the page and in the feed", RSS),
)
