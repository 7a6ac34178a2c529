"""NewsML-G2 (2.35 and before): a message of items, a news item, a package (iptc.org/std/nar/2006-10-01/)."""

from collections.abc import Iterator
from typing import NamedTuple

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import Group, GroupItem, Issue
from syndication.parse import newsml_g2_item, records, xml_reader
from syndication.parse.addresses import resolve
from syndication.parse.newsml_g2_item import NAME
from syndication.parse.newsml_g2_meta import status
from syndication.parse.standard_elements import child, children, local, value
from syndication.parse.standing import standing
from syndication.parse.wire_format import WireFormat
from syndication.parse.xml_reader import Element
from syndication.vocabulary.schemes import word
from syndication.xmlns import NAR

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_STORIES = frozenset({"newsItem", "packageItem"})
_DEEPEST = 8


class _Found(NamedTuple):
    item: Element
    around: tuple[Element, ...]


def sniff(head: bytes) -> bool:
    """Tell NewsML-G2 by its first element and its namespace, or the standard's name."""
    if xml_reader.root_name(head) not in {"newsMessage", *_ITEMS}:
        return False
    start = head.replace(b"\0", b"")
    return NAR.encode() in start or b"NewsML-G2" in start


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the story of each item; raise UnreadableCopy for what is none.

    Events, plans and vocabularies are no stories, and are refused by name. The readable stories come first.
    """
    document = xml_reader.read(delivery)
    root = document.root
    if local(root) == "newsMessage":
        header = child(root, "header")
        around = (header,) if header is not None else ()
        found = [_Found(one, around) for part in children(root, "itemSet") for one in part if local(one)]
    elif local(root) in _ITEMS:
        found = [_Found(root, ())]
    else:
        raise UnreadableCopy("not NewsML-G2", delivery.locator)
    if not found:
        raise UnreadableCopy("a NewsML-G2 message without an item", delivery.locator)
    held = frozenset(one.item.get("guid", "") for one in found if _is_held(one.item))
    yield from records.each(found, lambda one: _story(one, delivery, document.issues, held), delivery.locator)


def _is_held(item: Element) -> bool:
    """Tell an item that may not be seen, or not yet: nothing else may show its words."""
    meta = child(item, "itemMeta")
    return child(meta, "embargoed") is not None or standing(status(meta), None, "UTC").pub_status != "usable"


def _story(
    found: _Found, delivery: Delivery, issues: tuple[Issue, ...], held: frozenset[str]
) -> Iterator[Reading]:
    kind = local(found.item)
    if kind not in _STORIES:
        title = value(child(found.item, "itemMeta"), "title") or found.item.get("guid") or ""
        raise UnreadableCopy(f"a NewsML-G2 {kind}, which is no story: {title[:100]}", delivery.locator)
    groups = _groups(child(found.item, "groupSet"), held) if kind == "packageItem" else ()
    yield newsml_g2_item.story(found.item, found.around, groups, issues, delivery)


def _groups(whole: Element | None, held: frozenset[str]) -> tuple[Group, ...]:
    """Return the groups that hold items, in the order in which the root leads to them (2.35, "groupSet")."""
    if whole is None:
        return ()
    by_id = {one.get("id") or str(place): one for place, one in enumerate(children(whole, "group"))}
    ordered: dict[str, None] = {}
    stack = [whole.get("root") or ""]
    while stack:
        name = stack.pop()
        if name in by_id and name not in ordered:
            ordered[name] = None
            stack += [one.get("idref") or "" for one in reversed([*children(by_id[name], "groupRef")])]
    return tuple(
        group
        for name in (*ordered, *(n for n in by_id if n not in ordered))
        if (group := _group(by_id[name], held))
    )


def _group(element: Element, held: frozenset[str]) -> Group | None:
    """Return a group; of items that are `held` only the guid, None for one without items."""
    items = tuple(
        GroupItem(
            one.get("residref"),
            None if _is_hidden(one, held) else resolve(one.get("href"), None),
            None if _is_hidden(one, held) else value(one, "headline", "title") or None,
            word(one.get("role")) or None,
        )
        for one in children(element, "itemRef")
    )
    return (
        Group(items, word(element.get("role")) or None, word(element.get("mode")) or None) if items else None
    )


def _is_hidden(reference: Element, held: frozenset[str]) -> bool:
    return (
        reference.get("residref") in held or standing(status(reference), None, "UTC").pub_status != "usable"
    )


FORMAT = WireFormat(
    NAME,
    ("application/vnd.iptc.g2.newsmessage+xml", "application/vnd.iptc.g2.newsitem+xml", "application/xml"),
    sniff,
    parse,
    versioned=True,
)
