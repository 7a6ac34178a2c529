"""MSN, Partner Hub: content specification V3."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split
from syndication.validate.document import Document, Story
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import RSS, XML_FEEDS, Rule
from syndication.validate.rules import pictures
from syndication.validate.rules.addresses import every, host, scheme
from syndication.validate.rules.content import TAG
from syndication.validate.rules.editions import pairs
from syndication.validate.rules.required import declares
from syndication.xmlns import ATOM, DCTERMS, MEDIA, MI

_OLDEST = timedelta(days=365)
_UTC = ("GMT", "Z", "+0000", "+00:00", "-00:00", "-0000")
_LEAD_TYPES = {"image/gif"}


def all_parts(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS1."""
    for story in document.live:
        parts = {
            "id": story.guid,
            "title": story.title,
            "link": story.link,
            "body": story.body or story.summary,
        }
        for name, value in parts.items():
            if value is None or not value.text:
                yield Fault(story.node, f"the story has no {name}")
        if story.published is None and story.updated is None:
            yield Fault(story.node, "the story has no published date")


def title_length(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """MS2."""
    least, most = circumstances.profile.min_title, circumstances.profile.max_title
    for story in document.live:
        length = len(story.title.words) if story.title else 0
        short = (
            not isinstance(story.node, str)
            and story.node is not None
            and story.node.find(f"{{{MI}}}shortTitle")
        )
        if story.title and length < least:
            yield Fault(story.title.at, f"the title has {length} characters, fewer than {least}")
        elif story.title and most and length > most and short is None:
            yield Fault(
                story.title.at, f"the title has {length} characters, more than {most}, and no short title"
            )


def published_lately(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """MS3."""
    oldest = circumstances.profile.max_age or _OLDEST
    for story in document.live:
        moment = story.published or story.updated
        instant = moment.instant if moment else None
        if moment and instant and not circumstances.now - oldest < instant <= circumstances.now:
            until = instant if instant > circumstances.now else None
            said = f"{shown(moment.text)} is not within the last {oldest.days} days"
            yield Fault(moment.at, said, until=until)


def dates_in_utc(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS4."""
    for moment in document.moments:
        if not moment.text.endswith(_UTC):
            yield Fault(moment.at, f"{shown(moment.text)} is not in UTC")


def allowed_html(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """MS5. A link that executes is told by the baseline. Breaks side by side with nothing but white space between count as a row."""
    tags, deepest = circumstances.profile.tags, circumstances.profile.max_depth
    schemes = circumstances.profile.link_schemes
    for story in document.live:
        for value in story.marked_up:
            read = value.markup
            for tag in read.begun:
                if tags is not None and tag.name not in tags:
                    yield Fault(value.at, f"the body holds {tag.name}")
                if deepest is not None and tag.depth + 1 > deepest:
                    yield Fault(value.at, f"{tag.name} is nested deeper than {deepest}")
                if "style" in tag.attributes:
                    yield Fault(value.at, f"{tag.name} has a style attribute")
                leads = scheme(tag.attributes.get("href", "")) if tag.name == "a" else ""
                if schemes is not None and leads and leads not in {*schemes, "javascript"}:
                    yield Fault(value.at, f"a link leads to {leads}:")
            if re.search(r"<br\s*/?>\s*<br\b", value.text, re.IGNORECASE):
                yield Fault(value.at, "two breaks stand in a row")


def known_frames(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """MS6."""
    hosts = circumstances.profile.frame_hosts
    for story in document.live:
        for value in story.marked_up:
            for tag in value.markup.named("iframe"):
                address = tag.attributes.get("src", "")
                if scheme(address) != "https" or host(address) not in hosts:
                    yield Fault(value.at, f"the iframe {shown(address)} is not of a service that is taken")


def picture_rules(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """MS7."""
    for story in document.live:
        if not story.pictures and circumstances.profile.need_image:
            yield Fault(story.node, "the story has no picture: MSN leaves it to be published by hand")
        for number, picture in enumerate(story.pictures):
            for said in pictures.complaints(picture, circumstances.profile.images):
                yield Fault(picture.at, f"{shown(picture.href)}: {said}")
            if number == 0 and picture.media_type in _LEAD_TYPES:
                yield Fault(picture.at, f"{shown(picture.href)}: the first picture is a GIF")


def media_in_its_place(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS8."""
    holders = {"item", f"{{{ATOM}}}entry", f"{{{MEDIA}}}group"}
    for content in document.root.iter(f"{{{MEDIA}}}content") if document.root is not None else ():
        parent = content.getparent()
        if parent is None or parent.tag not in holders:
            yield Fault(content, "media:content is not a child of the story")
    for story in document.live:
        for value in story.marked_up:
            if next(value.markup.named("media:content"), None):
                yield Fault(value.at, "media:content stands inside the HTML")


def safe_addresses(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS9."""
    for address in every(document):
        parts = split(address.text)
        if parts is not None and parts.scheme == "http":
            yield Fault(address.at, f"{shown(address.text)} is not https")
        if parts is not None and (parts.username or parts.password):
            yield Fault(address.at, "an address holds a user name or password")


def validity_ends(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS10."""
    for valid in document.root.iter(f"{{{DCTERMS}}}valid") if document.root is not None else ():
        names = {part.partition("=")[0].strip() for part in (valid.text or "").split(";")}
        if "end" not in names or "start" in names:
            yield Fault(valid, f"{shown(valid.text or '')}: an end, and no start")


def only_corrections_move(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """MS11."""
    for pair in pairs(document, circumstances.previous):
        now, then = pair.story.changed, pair.before.changed
        after = now.instant if now else None
        before = then.instant if then else None
        if pair.corrected and (after is None or before is None or after <= before):
            yield Fault(pair.story.node, "the story was corrected and its update did not move")
        elif not pair.corrected and after != before:
            yield Fault(pair.story.node, "the story did not change and its update moved")


def one_kind(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS12. A feed has one language, in whatever regions, and one kind of stories: those of most in it.

    A story without a language has that of the feed; its class is told by its media.
    """
    of_feed = document.language.text if document.language else ""
    yield from _strangers([(s, _tongue(s.language or of_feed)) for s in document.live])
    yield from _strangers([(s, s.item_class) for s in document.live])


def _strangers(stories: Sequence[tuple[Story, str | None]]) -> Iterator[Fault]:
    """Yield the stories that are not what most are, as far as that is known."""
    usual = next(iter(Counter(kind for _, kind in stories if kind).most_common(1)), ("", 0))[0]
    for story, kind in stories:
        if kind and kind != usual:
            yield Fault(story.node, f"the story is {shown(kind)} in a feed of {shown(usual)}")


def _tongue(tag: str) -> str:
    return tag.partition("-")[0].lower()


def abstract_is_plain(document: Document, _: Circumstances) -> Iterator[Fault]:
    """MS14. Where the item has a body of its own: else the description is the body."""
    for story in document.live:
        if story.body is not None and story.summary is not None and TAG.search(story.summary.text):
            yield Fault(story.summary.at, f"{shown(story.summary.text)} holds a tag")


RULES = (
    Rule("MS1", "error", all_parts, "add what is missing", XML_FEEDS),
    Rule(
        "MS2", "error", title_length, "write a title of 21 to 150 characters, or add a short one", XML_FEEDS
    ),
    Rule("MS3", "error", published_lately, "leave the story out", XML_FEEDS),
    Rule("MS4", "warning", dates_in_utc, "print dates in UTC", XML_FEEDS),
    Rule("MS5", "error", allowed_html, "keep to the HTML that is taken", XML_FEEDS),
    Rule("MS6", "error", known_frames, "turn the frame into a link", XML_FEEDS),
    Rule("MS7", "warning", picture_rules, "give the story a picture of that kind and size", XML_FEEDS),
    Rule("MS8", "error", media_in_its_place, "make media:content a child of the item", XML_FEEDS),
    Rule("MS9", "error", safe_addresses, "use https and no credentials", XML_FEEDS),
    Rule("MS10", "error", validity_ends, "say end and leave start out", XML_FEEDS),
    Rule(
        "MS11",
        "error",
        only_corrections_move,
        "move the update of corrected stories, and of no other",
        XML_FEEDS,
    ),
    Rule("MS12", "error", one_kind, "make one feed for each language and kind", XML_FEEDS),
    Rule("MS13", "error", declares(MEDIA, MI, DCTERMS), "declare media, mi and dcterms on the root", RSS),
    Rule("MS14", "error", abstract_is_plain, "write the abstract without tags", XML_FEEDS),
)
