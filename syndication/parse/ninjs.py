"""ninjs (iptc.org/std/ninjs), versions 1 to 3: a story as one object, a list of them, or an object that holds some.

Associated media belong to their story; associated stories are stories of their own.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import Group, GroupItem, Issue, Link, Media
from syndication.parse import json_reader, ninjs_media, ninjs_story, ninjs_words, records
from syndication.parse.addresses import resolve
from syndication.parse.json_object import JsonObject
from syndication.parse.ninjs_story import NAME, Belongings
from syndication.parse.wire_format import WireFormat

_TELLING = (
    b'"versioncreated"', b'"pubstatus"', b'"representationtype"', b'"firstcreated"', b'"body_text"',
    b'"body_xhtml"', b'"body_html"', b'"bodies"', b'"headlines"', b'"embargoeduntil"', b'"copyrightholder"',
    b'"infosources"', b'"altids"', b'"description_text"', b'"descriptions"', b'"contentcreated"',
    b'"digitalsourcetype"', b'"rightsinfo"', b'"trustindicators"',
)  # fmt: skip
_NAMED = re.compile(rb'"ninjs"|/ninjs-schema')
_ROLES = re.compile(
    rb'"(?:bodies|headlines|descriptions)"\s{0,64}:\s{0,64}\[\s{0,64}\{\s{0,64}"(?:role|contenttype|value)"'
)
_CLASS = re.compile(rb'"type"\s{0,8}:\s{0,8}"(?:text|picture|video|audio|graphic|composite|event|planning)"')
_WRAPPERS = ("items", "item", "data", "results", "_items", "docs", "stories")
_OWN = frozenset({"uri", "versioncreated", "pubstatus", "headline", "headlines", "bodies", "standard"})
_DEEPEST = 6
_PLANS = {"event": "event", "planning": "planning", "eventdetails": "event", "plannedcoverage": "planning"}
_RELATIONS = frozenset({"previous", "canonical", "related"})


class _Found(NamedTuple):
    """A story to read, and what is associated with it."""

    item: JsonObject
    its: Belongings


def sniff(head: bytes) -> bool:
    """Tell ninjs by its name, or by `uri` and one of the standard's other names, or by two of these."""
    start = json_reader.opening(head).lower()
    if start[:1] not in {b"{", b"["}:
        return False
    if _NAMED.search(start) or _ROLES.search(start):
        return True
    telling = sum(name in start for name in _TELLING) + bool(_CLASS.search(start))
    return telling >= (1 if b'"uri"' in start else 2)


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the delivery, those of a package each for itself; raise UnreadableCopy for what is none.

    Events and plans are no stories, and are refused by name. The readable stories come first.
    """
    document = json_reader.read(delivery)
    found = [one for value in _objects(document.value) for one in _expanded(value)]
    if not found:
        raise UnreadableCopy("no story in it", delivery.locator)
    yield from records.each(
        found, lambda one: iter((_story(one, delivery, document.issues),)), delivery.locator
    )


def _objects(value: Any, depth: int = 0) -> Iterator[Any]:
    """Yield each object of a list, or of what is wrapped around objects or lists of them."""
    if isinstance(value, list):
        for one in value if depth < _DEEPEST else ():
            yield from _objects(one, depth + 1)
        return
    if not isinstance(value, dict):
        yield value
        return
    inner = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), list | dict)), None)
    if inner is not None and depth < _DEEPEST and not _OWN & {name.lower() for name in value}:
        yield from _objects(inner, depth + 1)
    else:
        yield value


def _expanded(value: Any) -> Iterator[_Found | None]:
    """Yield the stories of one object, None for what is no object."""
    if isinstance(value, dict):
        yield from _held(JsonObject(value), 0)
    else:
        yield None


def _story(found: _Found | None, delivery: Delivery, issues: tuple[Issue, ...]) -> Reading:
    if found is None:
        raise UnreadableCopy("no ninjs object", delivery.locator)
    if plan := _plan(found.item):
        name = ninjs_words.words(found.item).headline or found.item.text("uri") or ""
        raise UnreadableCopy(f"a ninjs {plan} item, which is no story: {name[:100]}", delivery.locator)
    its = found.its._replace(issues=(*issues, *found.its.issues))
    return ninjs_story.story(found.item, its, delivery)


def _held(item: JsonObject, depth: int) -> Iterator[_Found]:
    """Yield the object and then each story that is associated with it; one that only holds stories is none itself."""
    media: list[Media] = []
    members: list[JsonObject] = []
    stories: list[JsonObject] = []
    issues: list[Issue] = []
    for part in item.objects("associations"):
        kind = ninjs_media.kind(part)
        if _is_whole(part):
            stories.append(part)
        elif kind and (made := ninjs_media.media(part, kind)):
            media.append(made)
        elif kind:
            said = f"the {kind} {part.text('uri', 'name')!r} has no file on the public web"
            issues.append(Issue("no-address", said))
            continue
        if not kind or part in stories:
            members.append(part)
    grouped = item.text("type") == "composite"
    usable = (item.text("pubstatus") or "usable") == "usable"
    holds = grouped and usable and ninjs_words.body(item)[0] is None and not media
    if not holds or (members and not stories):
        links = () if grouped else tuple(map(_link, members))
        groups = (Group(tuple(map(_member, members)), mode="bag"),) if grouped and members else ()
        yield _Found(item, Belongings(tuple(media), links, groups, tuple(issues)))
    for part in members:
        if part not in stories:
            part.ignore(*part.names)  # a link or a member names it
    for part in stories if depth < _DEEPEST else ():
        yield from _held(part, depth + 1)


def _is_whole(part: JsonObject) -> bool:
    """Tell an associated story that can stand for itself from a mere mention, and from media."""
    own = {"standard", "associations", "bodies"} & part.names or any(
        n.startswith("body_") for n in part.names
    )
    return bool(own) or (part.text("pubstatus") or "usable") != "usable"


def _plan(item: JsonObject) -> str | None:
    named = (item.text("type") or "").lower()
    return next((kind for name, kind in _PLANS.items() if name == named or name in item), None)


def _link(part: JsonObject) -> Link:
    uri = part.text("uri")
    relation = (part.text("rel") or "").lower()
    title = ninjs_words.words(part).headline
    return Link(relation if relation in _RELATIONS else "related", resolve(uri, None), uri, title)


def _member(part: JsonObject) -> GroupItem:
    uri = part.text("uri")
    return GroupItem(uri, resolve(uri, None), ninjs_words.words(part).headline, part.text("rel"))


FORMAT = WireFormat(NAME, ("application/json",), sniff, parse, versioned=True)
