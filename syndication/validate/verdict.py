"""Before publishing: may the document go out, may it without some stories, or not at all."""

from collections.abc import Iterable
from typing import NamedTuple

from syndication.validate.finding import Finding


class Verdict(NamedTuple):
    """What the errors of a document say. `entries` are the positions of the stories at fault, from 0.

    `stories` are their guids, as far as they have one. Where `whole` is true, leaving stories out does not
    help: the last good edition stays. `errors` are the findings that decided.
    """

    stories: frozenset[str]
    entries: frozenset[int]
    whole: bool
    errors: tuple[Finding, ...]


def verdict(findings: Iterable[Finding]) -> Verdict:
    """Return what the findings of one document mean for its edition; warnings and notes mean nothing."""
    errors = tuple(finding for finding in findings if finding.level == "error")
    return Verdict(
        stories=frozenset(f.story for f in errors if f.story is not None),
        entries=frozenset(f.entry for f in errors if f.entry is not None),
        whole=any(f.entry is None for f in errors),
        errors=errors,
    )
