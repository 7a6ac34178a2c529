"""Whether a story may be used, as standards print it: its status, and until when it is under embargo.

What is not understood is held back: a story that waits for its editor does less harm than one that is out.
"""

from datetime import datetime
from typing import NamedTuple

from syndication.model.article import Issue, PubStatus
from syndication.parse.instants import instant
from syndication.vocabulary.schemes import word

_WORDS: dict[str, PubStatus] = {
    **dict.fromkeys(("usable", "active", "published"), "usable"),
    **dict.fromkeys(("withheld", "withhold", "held", "hold"), "withheld"),
    **dict.fromkeys(
        [
            "canceled",
            "cancelled",
            "cancel",
            "killed",
            "kill",
            "deleted",
            "delete",
            "withdrawn",
            "retracted",
            "recalled",
        ],
        "canceled",
    ),
}
_EMBARGOED = "embargoed"


class Standing(NamedTuple):
    """The status, the end of the embargo where there is one, and what was noticed."""

    pub_status: PubStatus
    embargoed: datetime | None = None
    issues: tuple[Issue, ...] = ()


def standing(status: str | None, until: str | None, zone: str) -> Standing:
    """Return what `status` (a word, or a code such as `stat:usable`) and the embargo `until` say.

    Silence is usable (NewsML-G2 2.35, "pubStatus"). An unknown status and an embargo without a readable end are
    withheld, each with its issue: unknown-status, embargo-unread.
    """
    end = instant(until, zone)
    said = word(status).casefold()
    issues = end.issues if end.at is not None else ()
    found = _WORDS.get(said) if said else "usable"
    if said == _EMBARGOED and end.at is not None:
        found = "usable"
    elif found is None:
        issues += (Issue("unknown-status", f"withheld: {status!r} is no status that is known"),)
    if until and until.strip() and end.at is None:
        issues += (Issue("embargo-unread", f"withheld: no time in the embargo {until.strip()[:80]!r}"),)
        found = "canceled" if found == "canceled" else None
    return Standing(found or "withheld", end.at, issues)
