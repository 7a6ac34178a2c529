"""ninjs (iptc.org/std/ninjs), versions 1 to 3: a story as one object, a list of them, or an object that holds some.

Associated media belong to their story; associated stories are stories of their own.
"""

import re
from collections.abc import Iterator
from typing import Any

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import Issue
from syndication.parse import json_reader, ninjs_story, ninjs_words, records
from syndication.parse.json_object import JsonObject
from syndication.parse.ninjs_associations import Found, stories
from syndication.parse.ninjs_story import NAME
from syndication.parse.wire_format import WireFormat

_TELLING = (
    b'"versioncreated"', b'"pubstatus"', b'"representationtype"', b'"firstcreated"', b'"contentcreated"',
    b'"embargoeduntil"', b'"headlines"', b'"descriptions"', b'"bodies"', b'"headline_', b'"description_', b'"body_',
    b'"copyrightholder"', b'"infosources"', b'"altids"', b'"renditions"', b'"associations"', b'"eventdetails"',
    b'"plannedcoverage"', b'"digitalsourcetype"', b'"rightsinfo"', b'"trustindicators"',
)  # fmt: skip
_NAMED = re.compile(rb'"ninjs"|/ninjs-schema')
_ROLES = re.compile(
    rb'"(?:bodies|headlines|descriptions)"\s{0,64}:\s{0,64}\[\s{0,64}\{\s{0,64}"(?:role|contenttype|value)"'
)
_CLASS = re.compile(rb'"type"\s{0,8}:\s{0,8}"(?:text|picture|video|audio|graphic|composite|event|planning)"')
_WRAPPERS = ("items", "item", "data", "results", "_items", "docs", "stories")
_OWN = frozenset(
    {"uri", "guid", "versioncreated", "pubstatus", "headline", "headlines", "bodies", "standard"}
)
_DEEPEST = 6
_PLANS = {"event": "event", "planning": "planning", "eventdetails": "event", "plannedcoverage": "planning"}


def sniff(head: bytes) -> bool:
    """Tell ninjs by its name, or by its id and one of the standard's other names, or by two of these."""
    start = json_reader.opening(head).lower()
    if start[:1] not in {b"{", b"["}:
        return False
    if _NAMED.search(start) or _ROLES.search(start):
        return True
    telling = sum(name in start for name in _TELLING)
    if telling and _CLASS.search(start):
        return True
    return telling >= (1 if b'"uri"' in start or b'"guid"' in start else 2)


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the delivery, those of a package each for itself; raise UnreadableCopy for what is none.

    Events and plans are no stories, and are refused by name. The readable stories come first.
    """
    document = json_reader.read(delivery)
    found = [one for value in _objects(document.value) for one in _expanded(value, delivery.hints.timezone)]
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


def _expanded(value: Any, zone: str) -> Iterator[Found | None]:
    """Yield the stories of one object, None for what is no object."""
    if isinstance(value, dict):
        yield from stories(JsonObject(value), zone)
    else:
        yield None


def _story(found: Found | None, delivery: Delivery, issues: tuple[Issue, ...]) -> Reading:
    if found is None:
        raise UnreadableCopy("no ninjs object", delivery.locator)
    if plan := _plan(found.item):
        name = ninjs_words.words(found.item).headline or found.item.text("uri") or ""
        raise UnreadableCopy(f"a ninjs {plan} item, which is no story: {name[:100]}", delivery.locator)
    its = found.its._replace(issues=(*issues, *found.its.issues))
    return ninjs_story.story(found.item, its, delivery)


def _plan(item: JsonObject) -> str | None:
    named = (item.text("type") or "").lower()
    return next((kind for name, kind in _PLANS.items() if name == named or name in item), None)


FORMAT = WireFormat(NAME, ("application/json",), sniff, parse, versioned=True)
