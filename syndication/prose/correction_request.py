"""Copy that asks editors to correct a story that they have: words for desks, never a story of its own.

`Editors, in the story headlined "...", please read "40 lamps" instead of "30 lamps".` Nothing of it may be
published, and it is not the story: that stays as it is until it comes corrected.
"""

import re

from syndication.model.article import Link
from syndication.on_demand import Expression
from syndication.prose import kill
from syndication.prose.draft import Draft
from syndication.prose.lines import Row

ISSUE = "correction-request"
_SIGNAL = "correction"
_ADDRESSED = Expression(
    r"(?:(?:attn|attention)[.:,]?\s)?(?:(?:all\s)?(?:editors|eds|subscribers|clients)\b|please\b|kindly\b|apropos\b|"
    r"in\s(?:the|our|an?)\s(?:\w{1,12}\s)?(?:story|copy|item|report)\b|in\s(?:the\s)?(?:\w{1,8}\s)?para(?:graph)?\b|"
    r"(?:with\s)?reference\s(?:to\s)?(?:the|our)\b|this\s(?:refers\sto|is\swith\sreference\sto)\b|"
    r"(?:the|our)\s(?:\w{1,12}\s)?(?:story|copy|item|report)\s(?:headlined|slugged|titled|issued|moved|sent)\b)",
    re.IGNORECASE,
)
_ASKS = Expression(
    r"\b(?:please|kindly|pls|should|must|may)\s(?:be\s)?"
    r"(?:read|correct(?:ed)?|changed?|replaced?|amend(?:ed)?|substituted?|treat|make)\b",
    re.IGNORECASE,
)
_NAMES = Expression(r"\b(?:story|copy|item|report|headlined?|slug(?:ged)?|para(?:graph)?)\b", re.IGNORECASE)
_LONGEST = 900


def is_request(texts: list[str]) -> bool:
    """Say whether paragraphs are such a request and nothing else."""
    first = texts[0] if texts else ""
    if len(first) > _LONGEST or not _ADDRESSED.match(first):
        return False
    whole = " ".join(texts)
    if len(whole) > _LONGEST:
        return False
    return _ASKS.search(whole) is not None and _NAMES.search(whole) is not None


def apply(draft: Draft, body: list[Row]) -> None:
    """Withhold the copy: all of it is a note, and `links` name the story that it means."""
    draft.fields["pub_status"] = "withheld"
    draft.signal(_SIGNAL)
    draft.issue(
        ISSUE, "asks editors to correct a story: nothing of it is published, nothing is corrected by it"
    )
    for row in body:
        draft.note(row.text, _SIGNAL)
        draft.put(row, "ed_notes", ISSUE)
    body.clear()
    names = [name for note in draft.fields.get("ed_notes", ()) for name in kill.titles(note.text)]
    names += filter(None, (draft.fields.get("headline"), draft.fields.get("slugline")))
    named = tuple(Link("previous", title=name) for name in dict.fromkeys(names))
    draft.fields["links"] = (*draft.fields.get("links", ()), *named)
