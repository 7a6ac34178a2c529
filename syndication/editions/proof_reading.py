"""Reads an edition's proof before anyone sees it: what is new in it is held against its standard and its profile.

Only entries that were rendered anew are judged, in a document of their own (where there are none, the first
stands for all), so that this costs what the change costs.
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec import structs

from syndication.model import Feed, Profile
from syndication.render import FeedFormat, room
from syndication.validate import Facts, Finding, validate, verdict

_PORTION = 1_000  # what goes into one file in every format: beyond that it would be an index
_OF_WHOLE_EDITIONS = frozenset({"B15"})  # the time of the feed speaks of all its stories
# NewsML 1.2 has no word for a feed without stories: it goes out all the same, or the last story would stay for ever.
_OF_STORIES = frozenset({"newsml:missing"})


class Proof(NamedTuple):
    """What is wrong: `faults` by version of each story at fault, `whole` what no story can be blamed for.

    `sound` says from when on the clock alone has ended the faults of some of these versions.
    """

    faults: dict[int, str]
    whole: str | None = None
    sound: Mapping[int, datetime] = {}


class Times(NamedTuple):
    """The feed-level time, and the instant against which dates are held."""

    updated: datetime
    now: datetime


def impossible(feed: Feed, format_: FeedFormat, profile: Profile, now: datetime) -> str | None:
    """Return why no edition of a feed could be published whatever stories come: what its taker demands of the site."""
    return read_proof(feed, format_, profile, Times(now, now), {}).whole


def read_proof(
    feed: Feed, format_: FeedFormat, profile: Profile, times: Times, entries: Mapping[int, bytes]
) -> Proof:
    """Return the errors in these entries, by version, and in the document around them."""
    printed = [(version, entry) for version, entry in entries.items() if entry]
    faults: dict[int, str] = {}
    sound: dict[int, datetime] = {}
    whole = None
    for start in range(0, max(1, len(printed)), _PORTION):
        portion = printed[start : start + _PORTION]
        read = _read_portion(feed, format_, profile, times, portion)
        faults |= read.faults
        sound |= read.sound
        whole = whole or read.whole
    return Proof(faults, whole, sound)


def _read_portion(
    feed: Feed, format_: FeedFormat, profile: Profile, times: Times, printed: Sequence[tuple[int, bytes]]
) -> Proof:
    entries = [entry for _, entry in printed]
    document = format_.document(feed, room.unlimited(profile), times.updated, entries)
    facts = Facts(address=profile.site.feed(feed.name, format_.extension))
    findings = validate(document, _demands(profile), times.now, format_.media_type, facts)
    forgiven = _OF_WHOLE_EDITIONS if printed else _OF_WHOLE_EDITIONS | _OF_STORIES
    judged = verdict(f for f in findings if f.rule not in forgiven and not _is_ahead(f))
    faults = {
        printed[at][0]: _said(judged.errors, at) + _when(judged.sound.get(at))
        for at in sorted(judged.entries)
        if at < len(printed)
    }
    sound = {printed[at][0]: judged.sound[at] for at in judged.sound.keys() & range(len(printed))}
    largest = room.largest_entry(len(document) - sum(map(len, entries)), profile)
    for version, entry in printed:
        if len(entry) > largest:
            faults[version] = (
                f"B19: the story has {len(entry)} bytes, more than there is room for ({largest})"
            )
            sound.pop(version, None)
    return Proof(faults, _said(judged.errors, None) if judged.whole else None, sound)


def _demands(profile: Profile) -> Profile:
    """Return what the entries are held against: not what only the site, or how many there are, could mend."""
    hub = profile.need_hub and profile.hub is not None
    return structs.replace(profile, need_hub=hub, max_items=sys.maxsize, max_bytes=sys.maxsize)


def _is_ahead(finding: Finding) -> bool:
    """Say whether a date is still to come: the wire may date a story ahead of its arrival, and our clock be slow."""
    return finding.rule == "B07" and (finding.until is not None or finding.entry is None)


def sample(found: Sequence[bytes], fresh: Mapping[int, bytes]) -> dict[int, bytes]:
    """Return the entries to judge: the new ones, else one that stands for all."""
    return dict(fresh) or dict(enumerate(found[:1]))


def _said(errors: Sequence[Finding], at: int | None) -> str:
    first = next(error for error in errors if error.entry == at)
    return f"{first.rule}: {first.text}"


def _when(sound: datetime | None) -> str:
    return f"; it is published at {sound.astimezone(UTC):%FT%TZ}" if sound else ""
