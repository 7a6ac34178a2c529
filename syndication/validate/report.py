"""Findings as lines for people and as JSON for machines."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC

import msgspec

from syndication.validate.finding import Finding, Level

_LEVELS: tuple[Level, ...] = ("error", "warning", "note")


def line(finding: Finding, where: str) -> str:
    """Return `FILE:LINE: error B10 /rss/channel/item[2]/link: what is wrong (what to do)`, on one line."""
    place = f"{where}:{finding.line}" if finding.line else where
    path = f" {finding.path}" if finding.path else ""
    ends = f"; no fault from {finding.until.astimezone(UTC):%FT%TZ} on" if finding.until else ""
    said = f"{place}: {finding.level} {finding.rule}{path}: {finding.text} ({finding.advice}{ends})"
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else repr(c)[1:-1] for c in said)


def record(finding: Finding, where: str, standard: str | None) -> dict[str, object]:
    """Return the finding as an object for JSON, with the name of its document and what that was read as."""
    return {"file": where, "format": standard, **msgspec.structs.asdict(finding)}


def summary(findings: Iterable[Finding], standard: str | None) -> str:
    """Return what the document was read as and how many findings there are of each level.

    Such as `RSS 2.0, 2 errors, 1 note`, or `RSS 2.0, nothing to complain about`.
    """
    counted = Counter(finding.level for finding in findings)
    parts = [f"{counted[lv]} {lv}{'' if counted[lv] == 1 else 's'}" for lv in _LEVELS if counted[lv]]
    return ", ".join([*filter(None, [standard]), *(parts or ["nothing to complain about"])])
