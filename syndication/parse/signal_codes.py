"""Signals as standards code them (`sig:correction`, a provider's own word) to ours."""

import re
from collections.abc import Iterable

from syndication.prose.signals import signals_alone

_TAKE = re.compile(r"take:\d{1,2}\Z")


def signals(codes: Iterable[str | None]) -> tuple[str, ...]:
    """Return each signal once: ours where it is a marker that newsrooms write, else its own word in lower case."""
    found: list[str] = []
    for code in codes:
        said = (code or "").strip().casefold()
        if _TAKE.match(said):
            found.append(said)
            continue
        word = said.rstrip("/").rpartition("/")[2].rpartition(":")[2]
        if word:
            found += signals_alone(word.upper().replace("-", " ")) or (word,)
    return tuple(dict.fromkeys(found))
