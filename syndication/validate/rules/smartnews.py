"""SmartNews: SmartFormat 2.x."""

from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split
from syndication.validate.document import Document
from syndication.validate.finding import Element, Fault, shown
from syndication.validate.rule import RSS, Rule
from syndication.validate.rules.content import markup_in
from syndication.validate.rules.required import channel_has, declares, items_have
from syndication.xmlns import CONTENT, DC, MEDIA, SNF

_LONGEST, _LARGEST = 30, 1_000_000
_WITHDRAWN_WORDS = 400
_has = channel_has("title", "link", "description", "pubDate", "language")


def channel_is_whole(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """SN1."""
    yield from _has(document, circumstances)
    if document.title and (said := markup_in(document.title)):
        yield Fault(document.title.at, said)
    longest = circumstances.profile.max_channel_description or _LONGEST
    if document.description and len(document.description.text) > longest:
        length = len(document.description.text)
        yield Fault(document.description.at, f"the description has {length} characters, more than {longest}")


def logos(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SN2."""
    channel = None if document.root is None else document.root.find("channel")
    if channel is None:
        return
    for name in ("logo", "darkModeLogo"):
        found = channel.findtext(f"{{{SNF}}}{name}/url") or channel.findtext(f"{{{SNF}}}{name}") or ""
        if not found.strip().startswith("https://"):
            yield Fault(channel, f"snf:{name} is {shown(found.strip())}, not an https address")


def no_tracking(document: Document, _: Circumstances) -> Iterator[Fault]:
    """SN4."""
    for story in document.stories:
        parts = split(story.link.text) if story.link else None
        if story.link and parts and "utm_" in parts.query:
            yield Fault(story.link.at, f"{shown(story.link.text)} counts its readers")


def ours_only(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """SN5."""
    ours = circumstances.profile.site.partners.smartnews
    links = {shown_link.link for shown_link in ours.sponsored_links}
    for analytics in _all(document, "analytics"):
        if (analytics.text or "").strip() != (ours.analytics or "").strip():
            yield Fault(analytics, "snf:analytics is not the script of the configuration")
        elif (
            ours.analytics
            and b"<snf:analytics><![CDATA[" not in document.data
            and "]]>" not in ours.analytics
        ):
            yield Fault(analytics, "snf:analytics is not in a CDATA section")
    for sponsored in _all(document, "sponsoredLink"):
        if sponsored.get("link") not in links:
            yield Fault(sponsored, "snf:sponsoredLink is not of the configuration")


def killed_are_marked(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """SN6."""
    known = document.by_guid
    for guid in sorted(circumstances.facts.canceled):
        if guid not in known:
            yield Fault(None, f"the killed story {shown(guid)} is not in the feed any more")
        elif not known[guid].withdrawn:
            yield Fault(known[guid].node, f"the killed story {shown(guid)} is not marked as deleted")
    for story in document.stories:
        if story.withdrawn and story.body and len(story.body.words) > _WITHDRAWN_WORDS:
            yield Fault(story.body.at, "a deleted story still has its text")


def small_enough(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """SN7."""
    largest = circumstances.profile.max_bytes or _LARGEST
    if len(document.data) > largest:
        yield Fault(None, f"{len(document.data)} bytes are more than {largest}")


def _all(document: Document, name: str) -> Iterator[Element]:
    return document.root.iter(f"{{{SNF}}}{name}") if document.root is not None else iter(())


RULES = (
    Rule("SN1", "error", channel_is_whole, "add it to the channel, in plain words and 30 characters", RSS),
    Rule("SN2", "error", logos, "configure both logos with https addresses", RSS),
    Rule(
        "SN3",
        "error",
        items_have("title", "link", "guid", "pubDate", "dc:creator", "content:encoded", "media:thumbnail"),
        "add it to the item",
        RSS,
    ),
    Rule("SN4", "error", no_tracking, "take the utm_ parameters off", RSS),
    Rule("SN5", "error", ours_only, "take scripts and advertisements from the configuration only", RSS),
    Rule(
        "SN6", "error", killed_are_marked, "keep the item with media:status deleted and without its text", RSS
    ),
    Rule("SN7", "warning", small_enough, "drop the oldest stories until it fits", RSS),
    Rule(
        "SN8",
        "error",
        declares(CONTENT, DC, MEDIA, SNF),
        "declare content, dc, media and snf on the root",
        RSS,
    ),
)
