"""Findings as lines for people and as JSON for machines."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from syndication.validate.finding import Finding, Level

_LEVELS: tuple[Level, ...] = ("error", "warning", "note")


def line(finding: Finding, where: str) -> str:
    """Return `FILE:LINE: error B10 /rss/channel/item[2]/link: what is wrong (what to do)`, on one line."""
    place = f"{where}:{finding.line}" if finding.line else where
    path = f" {finding.path}" if finding.path else ""
    said = f"{place}: {finding.level} {finding.rule}{path}: {finding.text} ({finding.advice})"
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else repr(c)[1:-1] for c in said)


def record(finding: Finding, where: str) -> dict[str, object]:
    """Return the finding as an object for JSON, with the name of its document."""
    return {"file": where, **msgspec.structs.asdict(finding)}


def summary(findings: Iterable[Finding]) -> str:
    """Return how many there are of each level, such as `2 errors, 1 note`, or `nothing to complain about`."""
    counted = Counter(finding.level for finding in findings)
    parts = [f"{counted[lv]} {lv}{'' if counted[lv] == 1 else 's'}" for lv in _LEVELS if counted[lv]]
    return ", ".join(parts) or "nothing to complain about"
