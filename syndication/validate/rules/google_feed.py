"""Google News publication feeds (Publisher Center)."""

from collections.abc import Iterator

from lxml.etree import tostring

from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, XML_FEEDS, Rule
from syndication.validate.rules import pictures
from syndication.validate.rules.editions import pairs

_LONG = 1_000
_PARTS = ("p", "li", "tr", "h2", "h3", "blockquote", "pre")
_ITEMS, _ITEM_BYTES, _BYTES = 60, 1_000_000, 2_000_000


def body_is_the_longer(document: Document, _: Circumstances) -> Iterator[Fault]:
    """GF1. Google takes the longer of the two."""
    for story in document.live:
        if story.body is None or not story.body.text:
            yield Fault(story.node, "item has no content:encoded")
        elif story.summary and len(story.summary.text) >= len(story.body.text):
            yield Fault(story.summary.at, "description is no shorter than content:encoded")


def no_style(document: Document, _: Circumstances) -> Iterator[Fault]:
    """GF2."""
    for story in document.live:
        for value in story.marked_up:
            for tag in value.markup.begun:
                if tag.name in {"script", "style"}:
                    yield Fault(value.at, f"the body holds {tag.name}")
                if "style" in tag.attributes:
                    yield Fault(value.at, f"{tag.name} has a style attribute")


def corrections_move_the_date(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GF4."""
    for pair in pairs(document, circumstances.previous):
        now = pair.story.published or pair.story.updated
        then = pair.before.published or pair.before.updated
        told = now and then and now.instant and then.instant and now.instant > then.instant
        if pair.corrected and not told:
            yield Fault(
                pair.story.node, f"{shown(pair.story.key or '')} was corrected and its date did not move"
            )


def sizes(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """GF5."""
    profile = circumstances.profile
    largest, most = profile.max_bytes or _BYTES, profile.max_items or _ITEMS
    if len(document.data) > largest:
        yield Fault(None, f"{len(document.data)} bytes are more than {largest}")
    if len(document.stories) > most:
        yield Fault(None, f"{len(document.stories)} stories are more than {most}")
    bound = profile.max_item_bytes or _ITEM_BYTES
    for story in document.stories:
        if story.node is not None and not isinstance(story.node, str):
            weight = len(tostring(story.node, encoding="utf-8", with_tail=False))
            if weight > bound:
                yield Fault(story.node, f"the story has {weight} bytes, more than {bound}")


def paragraphs_apart(document: Document, _: Circumstances) -> Iterator[Fault]:
    """GF6. A long text in one piece was not taken apart."""
    for story in document.live:
        if story.body is not None and story.body.html and len(story.body.words) > _LONG:
            parts = sum(1 for _ in story.body.markup.named(*_PARTS))
            if parts < 2:
                yield Fault(story.body.at, f"{len(story.body.words)} characters stand in one paragraph")


RULES = (
    Rule(
        "GF1",
        "error",
        body_is_the_longer,
        "put the whole text into content:encoded, a shorter one into description",
        RSS,
    ),
    Rule("GF2", "error", no_style, "leave script and style out of the body", XML_FEEDS),
    Rule("GF3", "warning", pictures.one_large, "add a picture whose shorter side has 800 pixels", XML_FEEDS),
    Rule("GF4", "error", corrections_move_the_date, "give the corrected story a later pubDate", XML_FEEDS),
    Rule("GF5", "error", sizes, "leave the oldest stories out, or shorten the story", XML_FEEDS),
    Rule("GF6", "warning", paragraphs_apart, "put each paragraph into an element of its own", XML_FEEDS),
)
