"""Reads an edition's proof before anyone sees it: what is new in it is held against its standard and its profile.

Only entries that were rendered anew are judged, in a document of their own (where there are none, the first
stands for all), so that this costs what the change costs.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from msgspec import structs

from syndication.model import Feed, Profile
from syndication.render import FeedFormat
from syndication.validate import Facts, Finding, validate, verdict

_PORTION = 1_000  # what goes into one file in every format: beyond that it would be an index
# The time of the feed speaks of all its stories, and the wire may date one ahead of its arrival.
_OF_WHOLE_EDITIONS = frozenset({"B07", "B15"})
# NewsML 1.2 has no word for a feed without stories: it goes out all the same, or the last story would stay for ever.
_OF_STORIES = frozenset({"newsml:missing"})


class Proof(NamedTuple):
    """What is wrong: `faults` by version of each story at fault, `whole` what no story can be blamed for."""

    faults: dict[int, str]
    whole: str | None = None


class Times(NamedTuple):
    """The feed-level time, and the instant against which dates are held."""

    updated: datetime
    now: datetime


def read_proof(
    feed: Feed, format_: FeedFormat, profile: Profile, times: Times, entries: Mapping[int, bytes]
) -> Proof:
    """Return the errors in these entries, by version, and in the document around them."""
    printed = [(version, entry) for version, entry in entries.items() if entry]
    faults: dict[int, str] = {}
    whole = None
    for start in range(0, max(1, len(printed)), _PORTION):
        portion = printed[start : start + _PORTION]
        read = _read_portion(feed, format_, profile, times, portion)
        faults |= read.faults
        whole = whole or read.whole
    return Proof(faults, whole)


def _read_portion(
    feed: Feed, format_: FeedFormat, profile: Profile, times: Times, printed: Sequence[tuple[int, bytes]]
) -> Proof:
    document = format_.document(feed, profile, times.updated, [entry for _, entry in printed])
    facts = Facts(address=profile.site.feed(feed.name, format_.extension))
    # A site that runs no hub cannot name one.
    demands = structs.replace(profile, need_hub=profile.need_hub and profile.hub is not None)
    findings = validate(document, demands, times.now, format_.media_type, facts)
    forgiven = _OF_WHOLE_EDITIONS if printed else _OF_WHOLE_EDITIONS | _OF_STORIES
    judged = verdict(finding for finding in findings if finding.rule not in forgiven)
    faults = {printed[at][0]: _said(judged.errors, at) for at in sorted(judged.entries) if at < len(printed)}
    return Proof(faults, _said(judged.errors, None) if judged.whole else None)


def sample(found: Sequence[bytes], fresh: Mapping[int, bytes]) -> dict[int, bytes]:
    """Return the entries to judge: the new ones, else one that stands for all."""
    return dict(fresh) or dict(enumerate(found[:1]))


def _said(errors: Sequence[Finding], at: int | None) -> str:
    first = next(error for error in errors if error.entry == at)
    return f"{first.rule}: {first.text}"
