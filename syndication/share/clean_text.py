"""Text as a network may be given it: one line of NFC, no control characters, joiners kept."""

import unicodedata

import regex

# Marks that turn the direction of whatever follows them on the page, soft hyphens, byte order marks, lone
# surrogates, controls and what no XML may hold. ZWJ, ZWNJ, LRM and RLM stay: they change words.
_REMOVED = regex.compile(
    r"[[\p{Cc}--\s]\p{Cs}\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufffe\uffff]", regex.VERSION1
)
_BLANKS = regex.compile(r"[\s\p{Z}]+")


def clean(text: str | None) -> str:
    """Return the text on one line, "" where there is nothing to see.

    Text is text: a reference or a tag in it is what the newsroom wrote and is neither decoded nor removed.
    """
    if not text:
        return ""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    text = _BLANKS.sub(" ", text).strip(" ")
    return text if any(c.isprintable() and not c.isspace() for c in text) else ""
