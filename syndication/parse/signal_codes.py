"""Signals as standards code them (`sig:correction`, a provider's own word) to ours."""

import re
from collections.abc import Iterable

from syndication.prose.signals import signals_alone

_TAKE = re.compile(r"take:\d{1,2}\Z")


def signals(codes: Iterable[str | None]) -> tuple[str, ...]:
    """Return each signal once: ours where it is a marker that newsrooms write, else IPTC's word or the code as it is."""
    found: list[str] = []
    for code in codes:
        said = (code or "").strip().casefold()
        if _TAKE.match(said):
            found.append(said)
            continue
        path, _, last = said.rstrip("/").rpartition("/")
        alias, _, word = last.rpartition(":")
        if word:
            own = word if path or alias in {"", "sig"} else (code or "").strip()
            found += signals_alone(word.upper().replace("-", " ")) or (own,)
    return tuple(dict.fromkeys(found))
