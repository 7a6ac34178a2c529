"""Stories that an aggregator could not tell apart: under one guid where guids are addresses, or with one link.

A wire may give two stories one page (a live blog, a page used again). What is judged before it is published is new,
and what it clashes with may have been published long before, so the whole edition is looked through.
"""

import re

from syndication.editions.entries import Entries
from syndication.model import Profile

_GUID = re.compile(rb'<guid[^>]*>([^<]+)<|<id>([^<]+)<|\A\{"id":"((?:[^"\\]|\\.)+)"')
_LINK = re.compile(rb"<link>([^<]+)<")
_ONE_LINK = frozenset({"fulltext-partner"})
"""The rules that allow no link twice (FP3)."""


def namesakes(entries: Entries, profile: Profile) -> dict[int, str]:
    """Return what is wrong with those of the new entries, by version, that are called like another one.

    What was published before stays; of new ones the story that was published first.
    """
    faults: dict[int, str] = {}
    if profile.guid_style == "permalink":
        faults |= _called_alike(entries, _GUID, "B04: guid")
    if profile.rules in _ONE_LINK:
        faults |= _called_alike(entries, _LINK, "FP3: link")
    return faults


def _called_alike(entries: Entries, name: re.Pattern[bytes], what: str) -> dict[int, str]:
    new = {entry: version for version, entry in entries.fresh.items()}
    oldest_first = entries.found[::-1]
    taken: set[bytes] = set()
    faults: dict[int, str] = {}
    for entry in (*(e for e in oldest_first if e not in new), *(e for e in oldest_first if e in new)):
        if found := name.search(entry):
            said = found[found.lastindex or 0]
            if said in taken and entry in new:
                faults[new[entry]] = f"{what} {said.decode()} is that of another story in the feed"
            taken.add(said)
    return faults
