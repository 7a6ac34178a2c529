"""What a reader finds in a published document of any format: which stories it shows, and which it says are no more."""

import json
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lxml import etree

from syndication.model.identity import short_id
from syndication.xmlns import ATOM, NAR, SITEMAP, TOMBSTONES

_A, _N, _S = f"{{{ATOM}}}", f"{{{NAR}}}", f"{{{SITEMAP}}}"


class Found(NamedTuple):
    """Short ids: of the stories shown, in their order, and of those that were killed."""

    shown: list[str]
    killed: set[str]


def read(form: str, document: bytes) -> Found:
    """Return what a document of the format of that name holds."""
    if form == "json":
        return _told((item["id"], False) for item in json.loads(document)["items"])
    if form == "ninjs":
        stories = json.loads(document)["associations"]
        return _told((story["uri"], story["pubStatus"] == "canceled") for story in stories)
    return _XML[form](etree.fromstring(document))


def _told(stories: Iterable[tuple[str, bool]]) -> Found:
    said = [(short_id(guid), killed) for guid, killed in stories]
    return Found([short for short, killed in said if not killed], {short for short, killed in said if killed})


def _rss(root: etree._Element) -> Found:
    return _told((str(guid.text), False) for guid in root.iter("guid"))


def _atom(root: etree._Element) -> Found:
    entries = [(str(e.findtext(f"{_A}id")), False) for e in root.iter(f"{_A}entry")]
    return _told([*entries, *((e.get("ref", ""), True) for e in root.iter(f"{{{TOMBSTONES}}}deleted-entry"))])


def _newsml_g2(root: etree._Element) -> Found:
    items = list(root.iter(f"{_N}newsItem"))
    states = [e.get("qcode") for item in items for e in item.iter(f"{_N}pubStatus")]
    return _told((i.get("guid", ""), s == "stat:canceled") for i, s in zip(items, states, strict=True))


def _package(root: etree._Element) -> Found:
    return _told((e.get("residref", ""), False) for e in root.iter(f"{_N}itemRef"))


def _newsml(root: etree._Element) -> Found:
    states = {str(i.findtext(".//NewsItemId")): i.find(".//Status") for i in root.iter("NewsItem")}
    gone = {short for short, s in states.items() if s is not None and s.get("FormalName") == "Canceled"}
    return Found([short for short in states if short not in gone], gone)


def _sitemap(root: etree._Element) -> Found:
    return Found([str(e.text).split("/articles/")[1].partition("/")[0] for e in root.iter(f"{_S}loc")], set())


_XML: dict[str, Callable[[etree._Element], Found]] = {
    "rss": _rss,
    "atom": _atom,
    "newsml-g2": _newsml_g2,
    "nitf": _newsml_g2,
    "newsml": _newsml,
    "newsml-g2-package": _package,
    "sitemap": _sitemap,
    "sitemap-news": _sitemap,
}
