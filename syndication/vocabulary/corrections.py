"""What readers are told of a correction, in the words of the wire where it has some for readers.

Whoever corrects in public says so: a note that is for editors only is never published, but that there was a
correction is.
"""

import tomllib
from functools import cache
from typing import NamedTuple

import msgspec

from syndication.model import Article
from syndication.model.article import EdNote
from syndication.vocabulary.tables import table

SIGNAL = "correction"
_COMMON = "en"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language: in front of a note, and where the wire has no note for readers."""

    label: str
    said: str


class Correction(NamedTuple):
    """A correction for readers; `ours` where the text is ours and not the wire's."""

    label: str
    text: str
    ours: bool = False


def notes(article: Article) -> tuple[EdNote, ...]:
    """Return the wire's notes for readers of what was corrected."""
    roles = {SIGNAL, None} if SIGNAL in article.signals else {SIGNAL}
    return tuple(
        note for note in article.ed_notes if note.public and note.role in roles and note.text.strip()
    )


def corrections(article: Article, language: str | None = None) -> tuple[Correction, ...]:
    """Return what readers are told, nothing for a story that corrects nothing.

    `language` is that of the words around, the story's own where None; English for one we have no words in.
    """
    told = notes(article)
    if not told and SIGNAL not in article.signals:
        return ()
    label, said = msgspec.structs.astuple(words(language or article.language))
    found = tuple(Correction(label, _bare(note.text, label)) for note in told)
    return found or (Correction(label, said, ours=True),)


def words(language: str | None) -> Words:
    """Return the words of a language, by its first subtag; the English ones for any other."""
    known = _known()
    return known.get((language or "").replace("_", "-").partition("-")[0].lower(), known[_COMMON])


def _bare(text: str, label: str) -> str:
    """Return the note without a label of its own."""
    own, _, rest = text.strip().partition(":")
    return (
        rest.strip()
        if rest.strip() and own.strip().casefold() in {label.casefold(), SIGNAL}
        else text.strip()
    )


def languages() -> tuple[str, ...]:
    """Return the languages that there are words in."""
    return tuple(_known())


@cache
def _known() -> dict[str, Words]:
    return msgspec.convert(tomllib.loads(table("corrections.toml")), dict[str, Words])
