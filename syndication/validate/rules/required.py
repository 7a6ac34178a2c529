"""Elements that an aggregator wants in a channel or an item."""

from collections.abc import Iterable, Iterator

from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Element, Fault
from syndication.validate.rule import Check
from syndication.xmlns import CONTENT, DC, MEDIA

_PREFIXES = {"content": CONTENT, "dc": DC, "media": MEDIA}


def qualified(name: str) -> str:
    """Return `content:encoded` in the notation of lxml."""
    prefix, _, local = name.rpartition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}" if prefix else local


def lacking(parent: Element, names: Iterable[str]) -> Iterator[str]:
    """Yield the names of which the parent has no element with text or an address."""
    for name in names:
        found = parent.findall(qualified(name))
        if not any((e.text or "").strip() or e.get("url") or e.get("href") for e in found):
            yield name


def channel_has(*names: str) -> Check:
    """Return the check that an RSS channel has these elements."""

    def check(document: Document, _: Circumstances) -> Iterator[Fault]:
        channel = None if document.root is None else document.root.find("channel")
        if channel is not None:
            for name in lacking(channel, names):
                yield Fault(channel, f"channel lacks {name}")

    return check


def items_have(*names: str) -> Check:
    """Return the check that every living RSS item has these elements."""

    def check(document: Document, _: Circumstances) -> Iterator[Fault]:
        for story in document.live:
            if story.node is not None and not isinstance(story.node, str):
                for name in lacking(story.node, names):
                    yield Fault(story.node, f"item lacks {name}")

    return check


def namespaces(document: Document, *wanted: str) -> Iterator[Fault]:
    """Yield the namespaces that the root does not declare."""
    root = document.root
    declared = set(root.nsmap.values()) if root is not None else set()
    for uri in wanted:
        if uri not in declared:
            yield Fault(root, f"the root does not declare {uri}")


def declares(*wanted: str) -> Check:
    """Return the check that the root declares these namespaces."""

    def check(document: Document, _: Circumstances) -> Iterator[Fault]:
        yield from namespaces(document, *wanted)

    return check
