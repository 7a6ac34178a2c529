"""LINE NEWS, and Gunosy, which says the same things in other names."""

from collections.abc import Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split, web
from syndication.validate.document import Document, Story
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, Rule
from syndication.validate.rules.required import channel_has, namespaces
from syndication.xmlns import GNF, MEDIA, OA

_REFERENCES = 5
_TAGS = {"h1", "a", "img", "blockquote", "iframe"}
_TYPES = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "mp4": "video/mp4", "mp3": "audio/mpeg",
}  # fmt: skip


def line_signals(document: Document, _: Circumstances) -> Iterator[Fault]:
    """LN1."""
    yield from namespaces(document, OA)
    for story in document.stories:
        if not story.permalink or not web(story.key or ""):
            yield Fault(story.node, f"guid {shown(story.key or '')} is no permalink")
        if story.node is None or isinstance(story.node, str):
            continue
        status = (story.node.findtext(f"{{{OA}}}pubStatus") or "").strip()
        if status not in {"0", "2"}:
            yield Fault(story.node, f"oa:pubStatus is {shown(status)}, not 0 or 2")
        yield from _moved(story, f"{{{OA}}}lastPubDate")


def gunosy_signals(document: Document, _: Circumstances) -> Iterator[Fault]:
    """LN1 in Gunosy's names."""
    yield from namespaces(document, GNF)
    for story in document.stories:
        if story.permalink:
            yield Fault(story.node, "guid lacks isPermaLink=false")
        yield from _moved(story, f"{{{GNF}}}modified")


def killed_are_marked(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """LN2."""
    known = document.by_guid
    for guid in sorted(circumstances.facts.canceled):
        if guid not in known:
            yield Fault(None, f"the killed story {shown(guid)} is not in the feed any more")
        elif not known[guid].withdrawn:
            yield Fault(known[guid].node, f"the killed story {shown(guid)} is not marked")


def gunosy_killed_are_marked(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """LN2 in Gunosy's names: the attribute counts, not the text."""
    yield from killed_are_marked(document, circumstances)
    for status in document.root.iter(f"{{{MEDIA}}}status") if document.root is not None else ():
        if status.get("state") is None:
            yield Fault(status, "media:status lacks its attribute state")


def few_references(document: Document, _: Circumstances) -> Iterator[Fault]:
    """LN3."""
    for story in document.stories:
        if story.node is not None and not isinstance(story.node, str):
            count = len(story.node.findall(f"{{{OA}}}reflink"))
            if count > _REFERENCES:
                yield Fault(story.node, f"{count} oa:reflink are more than {_REFERENCES}")


def enclosure_type(document: Document, _: Circumstances) -> Iterator[Fault]:
    """LN4."""
    for enclosure in document.root.iterfind("channel/item/enclosure") if document.root is not None else ():
        parts = split(enclosure.get("url") or "")
        ending = parts.path.rpartition(".")[2].lower() if parts else ""
        wanted = _TYPES.get(ending)
        if wanted is not None and enclosure.get("type") != wanted:
            yield Fault(enclosure, f"type is {shown(enclosure.get('type') or '')} for a file .{ending}")


def line_html(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """LN5."""
    tags = set(circumstances.profile.tags or _TAGS)
    for story in document.live:
        for tag in story.summary.markup.begun if story.summary else ():
            if tag.name not in tags:
                yield Fault(story.summary.at if story.summary else None, f"the body holds {tag.name}")


def _moved(story: Story, name: str) -> Iterator[Fault]:
    """Yield where the date of the change is missing or before the publication."""
    at = story.updated.at if story.updated else None
    if story.updated is None or at is None or isinstance(at, str) or at.tag != name:
        yield Fault(story.node, f"the story lacks {name.rpartition('}')[2]}")
        return
    published, updated = story.published.instant if story.published else None, story.updated.instant
    if published and updated and updated < published:
        yield Fault(at, f"{shown(story.updated.text)} is before pubDate")


def own_zone(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """LN7. The zone of the profile, Japan's unless a site says otherwise."""
    zone = circumstances.profile.date_zone
    for moment in document.moments:
        if moment.form == "rfc822" and zone != "UTC" and not moment.text.endswith(zone):
            yield Fault(moment.at, f"{shown(moment.text)} is not in {zone}")


RULES = (
    Rule("LN1", "error", line_signals, "write guid, oa:pubStatus and oa:lastPubDate as LINE reads them", RSS),
    Rule("LN2", "error", killed_are_marked, "keep the item with oa:pubStatus 0", RSS),
    Rule("LN3", "error", few_references, "name five related stories at most", RSS),
    Rule("LN4", "error", enclosure_type, "give the type of the file", RSS),
    Rule("LN5", "error", line_html, "keep to the HTML that is taken", RSS),
    Rule(
        "LN6",
        "warning",
        channel_has("title", "link", "description", "lastBuildDate", "language"),
        "add it to the channel",
        RSS,
    ),
    Rule("LN7", "warning", own_zone, "print dates in the time of Japan", RSS),
)
GUNOSY_RULES = (
    Rule("LN1", "error", gunosy_signals, "write guid and gnf:modified as Gunosy reads them", RSS),
    Rule("LN2", "error", gunosy_killed_are_marked, "keep the item with media:status state=deleted", RSS),
    Rule("LN4", "error", enclosure_type, "give the type of the file", RSS),
)
