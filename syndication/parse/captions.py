"""The words under a picture, and whose picture they say it is."""

import re

import msgspec

from syndication.on_demand import Expression

_CREDIT = Expression(
    r"\s*[(\[]?\b(?:file photo|photo credit|image credit|photo|image|picture|pic|credit|courtesy|source)s?"
    r"\s*[:|]\s*([^()\[\]:]{1,80}?)[)\]]?\.?\s*\Z",
    re.IGNORECASE,
)


class Caption(msgspec.Struct, frozen=True):
    """The words under a picture, and whose picture it is."""

    text: str | None
    credit: str | None


def caption(words: str, credit: str | None = None) -> Caption:
    """Return a caption with its credit taken out of its end (`… (Photo: IANS)`)."""
    found = None if credit else _CREDIT.search(words)
    if found:
        credit, words = found[1].strip(), words[: found.start()].strip()
    return Caption(words or None, credit or None)
