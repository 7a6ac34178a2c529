"""Flipboard."""

from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, Rule
from syndication.validate.rules import pictures
from syndication.validate.rules.addresses import host
from syndication.validate.rules.required import channel_has, items_have

_LEAST_ITEMS, _LEAST_WORDS = 20, 300


def long_description(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FL3."""
    least = circumstances.profile.min_description or _LEAST_WORDS
    for story in document.live:
        length = len(story.summary.words) if story.summary else 0
        if length < least:
            yield Fault(story.node, f"the description has {length} characters, fewer than {least}")


def links_to_its_host(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FL5."""
    served = circumstances.address or next((link.text for link in document.self_links), None)
    for story in document.live:
        if served and story.link and host(story.link.text) != host(served):
            yield Fault(story.link.at, f"{shown(story.link.text)} is not on {host(served)}")


def enough_items(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """FL6. A feed that has no more stories may be shorter."""
    count, available = len(document.stories), circumstances.facts.available
    least = min(_LEAST_ITEMS, circumstances.profile.min_items or _LEAST_ITEMS)
    if count < least and (available is None or available > count):
        yield Fault(None, f"{count} stories are fewer than {least}")


def names_a_hub(document: Document, _: Circumstances) -> Iterator[Fault]:
    """FL7."""
    if not document.hubs:
        yield Fault(None, "the feed names no hub")


RULES = (
    Rule(
        "FL1", "error", channel_has("title", "link", "description", "language"), "add it to the channel", RSS
    ),
    Rule(
        "FL2",
        "error",
        items_have("title", "link", "description", "pubDate", "guid", "dc:creator"),
        "add it to the item",
        RSS,
    ),
    Rule("FL3", "warning", long_description, "take the first paragraphs into the description", RSS),
    Rule("FL4", "warning", pictures.one_large, "add a picture whose shorter side has 500 pixels", RSS),
    Rule("FL5", "warning", links_to_its_host, "serve the feed from the host of its pages", RSS),
    Rule("FL6", "warning", enough_items, "raise the limit of the feed", RSS),
    Rule("FL7", "warning", names_a_hub, "turn the hub on", RSS),
)
