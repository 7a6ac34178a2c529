"""Feedly: the look of the feed."""

import re
from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Element, Fault, shown
from syndication.validate.rule import RSS, Check, Rule
from syndication.xmlns import MEDIA, WEBFEEDS

_W = f"{{{WEBFEEDS}}}"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def is_svg(name: str) -> Check:
    """Return the check that the channel names a drawing (FD1, FD2)."""

    def check(document: Document, _: Circumstances) -> Iterator[Fault]:
        for channel in _channels(document):
            found = (channel.findtext(f"{_W}{name}") or "").strip()
            if not found.lower().partition("?")[0].endswith(".svg"):
                yield Fault(channel, f"webfeeds:{name} is {shown(found)}, not an SVG")

    return check


def cover(document: Document, _: Circumstances) -> Iterator[Fault]:
    """FD3."""
    for channel in _channels(document):
        found = channel.find(f"{_W}cover")
        if found is None or not found.get("image"):
            yield Fault(channel, "the channel has no webfeeds:cover with an image")


def colour(document: Document, _: Circumstances) -> Iterator[Fault]:
    """FD4."""
    for channel in _channels(document):
        found = (channel.findtext(f"{_W}accentColor") or "").strip()
        if not _COLOUR.fullmatch(found):
            yield Fault(channel, f"webfeeds:accentColor is {shown(found)}, not six hexadecimal digits")


def media_have_a_type(document: Document, _: Circumstances) -> Iterator[Fault]:
    """FD5."""
    for story in document.live:
        if story.node is None or isinstance(story.node, str):
            continue
        media = [*story.node.iterfind("enclosure"), *story.node.iter(f"{{{MEDIA}}}content")]
        if not media:
            yield Fault(story.node, "the story has no picture of its own")
        for file in media:
            if not file.get("type"):
                yield Fault(file, "the file has no type: it is not shown")


def _channels(document: Document) -> Iterator[Element]:
    return document.root.iterfind("channel") if document.root is not None else iter(())


RULES = (
    Rule("FD1", "warning", is_svg("icon"), "configure the icon as SVG", RSS),
    Rule("FD2", "warning", is_svg("logo"), "configure the logo as SVG", RSS),
    Rule("FD3", "warning", cover, "configure a cover image", RSS),
    Rule("FD4", "warning", colour, "configure the colour", RSS),
    Rule("FD5", "warning", media_have_a_type, "give every file its type", RSS),
)
