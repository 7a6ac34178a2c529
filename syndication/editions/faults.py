"""What was found at fault before publishing, as the status and the metrics show it for as long as it lasts."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_SUBJECT = re.compile(r"(?:story (?P<story>\S*) in )?edition (?P<feed>\S+) as (?P<format>\S+)")


class Fault(NamedTuple):
    """One edition at fault, or one `story` (its guid) that was left out of it, and why."""

    feed: str
    format: str
    said: str = ""
    story: str | None = None

    @property
    def subject(self) -> str:
        """Return what a notice of it is about."""
        edition = f"edition {self.feed} as {self.format}"
        return edition if self.story is None else f"story {''.join(self.story.split())} in {edition}"

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.subject}: {self.said}"


def faults(subjects: Iterable[str]) -> list[Fault]:
    """Return the faults among what notices are about, without their words."""
    found = filter(None, map(_SUBJECT.fullmatch, subjects))
    return [Fault(m["feed"], m["format"], story=m["story"]) for m in found]
