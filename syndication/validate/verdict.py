"""Before publishing: may the document go out, may it without some stories, or not at all."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from syndication.validate.finding import Finding


class Verdict(NamedTuple):
    """What the errors of a document say. `entries` are the positions of the stories at fault, from 0.

    `stories` are their guids, as far as they have one; `sound` says of positions from when on the clock alone
    has ended every fault of the story there. Where `whole` is true, leaving stories out does not help: the last
    good edition stays. `errors` are the findings that decided.
    """

    stories: frozenset[str]
    entries: frozenset[int]
    whole: bool
    errors: tuple[Finding, ...]
    sound: Mapping[int, datetime]


def verdict(findings: Iterable[Finding]) -> Verdict:
    """Return what the findings of one document mean for its edition; warnings and notes mean nothing."""
    errors = tuple(finding for finding in findings if finding.level == "error")
    return Verdict(
        stories=frozenset(f.story for f in errors if f.story is not None),
        entries=frozenset(f.entry for f in errors if f.entry is not None),
        whole=any(f.entry is None for f in errors),
        errors=errors,
        sound=_sound(errors),
    )


def _sound(errors: Iterable[Finding]) -> dict[int, datetime]:
    ends: dict[int, datetime] = {}
    stay = {finding.entry for finding in errors if finding.until is None}
    for finding in errors:
        if finding.entry is not None and finding.until is not None and finding.entry not in stay:
            ends[finding.entry] = max(finding.until, ends.get(finding.entry, finding.until))
    return ends
