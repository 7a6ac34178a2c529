"""Bylines: who wrote it, as printed and taken apart. Agencies and desks are no person: they are credits."""

import re

import msgspec

from syndication.model.article import Author
from syndication.on_demand import Expression
from syndication.vocabulary import agencies

_BY = Expression(r"(?:By|BY)\s{0,2}:?\s{1,2}(?P<who>\S.{1,119})\Z|(?:By|BY):(?P<who2>\S.{1,119})\Z")
_LABEL = Expression(
    r"(?P<label>Written|Reported|Edited|Agency|Author|Story|Curated|Published|Posted|Reporter|Correspondent)"
    r"(?: (?P<by>[Bb]y))?\s{0,2}(?P<colon>:)?\s{0,2}(?P<who>.{0,100})\Z"
)
_EMAIL = Expression(r"\s?[(<\[]?\s?(?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})\s?[)>\]]?")
_AND = Expression(r"\s+(?:and|&)\s+|\s*;\s*|\s+with\s+", re.IGNORECASE)
_DESK = Expression(
    r"\b(?:desk|bureau|news service|correspondents?|staff|team|agencies|agency|newsroom|web team|reporters?|"
    r"online|editors?|wires?)\b",
    re.IGNORECASE,
)
_STAFF = Expression(
    r"[A-Z][A-Z0-9]{1,5} (?:(?:Special |Staff )?Correspondents?|Reporters?|Desk|Bureau|Online|News Service)\Z"
)
_NAME = Expression(r"[^\W\d_](?:[\w.'’\-\u0900-\u0dff]|\s(?=\S)){1,60}\Z")
_PLACE = Expression(r"\s+in\s+[A-Z][\w ]{1,40}\Z")


class Byline(msgspec.Struct, frozen=True):
    """`byline` as printed without "By" (null for agencies and desks, which go to `credit`).

    Without either it is a label that names nobody.
    """

    byline: str | None
    authors: tuple[Author, ...] = ()
    credit: str | None = None


def read(line: str) -> Byline | None:
    """Return the byline that is all of `line`: `By A and B`, `Written by: A`, `Agency: PTI`, `IANS`."""
    if not 2 <= len(line) <= 130:
        return None
    if line[:2] in {"By", "BY"}:
        found = _BY.match(line)
        who = (found["who"] or found["who2"]).strip() if found else ""
        return understand(who) if who and _is_who(who) else None
    labelled = _LABEL.match(line)
    if labelled and (labelled["colon"] or labelled["by"]):
        who = labelled["who"].strip()
        if not who:
            return Byline(None)
        return understand(who) if _is_who(who) else None
    if line[-1] not in ".?!" and len(line) < 60 and (agencies.named(line) or is_credit(line)):
        return Byline(None, (), line)
    return None


def understand(who: str) -> Byline:
    """Return a byline's words, "By" already gone, taken apart into people; also for names from a record."""
    who = who.strip().rstrip(",")
    for word in ("By ", "by ", "BY "):
        who = who.removeprefix(word)
    if agencies.named(who) or is_credit(who):
        return Byline(None, (), who)
    authors = []
    for part in _parts(who):
        email = _EMAIL.search(part)
        name = (part[: email.start()] + part[email.end() :] if email else part).strip(" ,()")
        first, comma, behind = name.partition(",")
        if comma and _DESK.search(behind):
            authors.append(Author(first.strip(), jobtitle=behind.strip()))
        elif name and not agencies.named(name) and not _DESK.search(name):
            authors.append(Author(_PLACE.sub("", name), email=email["email"] if email else None))
    printed = _EMAIL.sub("", who).strip(" ,") if "@" in who else who
    return Byline(printed or who, tuple(authors))


def is_credit(words: str) -> bool:
    """Say whether `words` name a desk or a kind of staff rather than a person."""
    words = words.partition(",")[0].strip() if words.count(",") == 1 else words
    if _STAFF.match(words):
        return True
    if len(words) > 60 or "," in words or words[-1:] in {".", "?", "!"}:
        return False
    listed = words.split()
    if len(listed) > 5:
        return False
    first = agencies.named(listed[0]) if listed else None
    tail = " ".join(listed[1:]).lower()
    if first and tail in {
        "correspondent",
        "special correspondent",
        "desk",
        "news desk",
        "bureau",
        "staff",
        "feed",
        "news service",
        "news",
        "web desk",
        "india private limited",
        "reporter",
        "writer",
        "writers",
    }:
        return True
    lower = words.lower()
    return lower.endswith(
        (
            " desk",
            " bureau",
            "web team",
            "staff reporter",
            "our correspondent",
            "special correspondent",
            "staff correspondent",
            "staff writer",
        )
    ) or lower in {"agencies", "agency", "staff", "our bureau", "news desk", "web desk", "correspondent"}


def _parts(who: str) -> list[str]:
    parts = _AND.split(who)
    if len(parts) > 1 and all("," in p for p in parts[:1]):  # `A, B and C`
        first = [p.strip() for p in parts[0].split(",")]
        if all(_NAME.match(p) and len(p.split()) > 1 for p in first):
            parts = [*first, *parts[1:]]
    elif len(parts) == 1 and "," in who and "@" not in who:
        several = [p.strip() for p in who.split(",")]
        if all(_NAME.match(p) and len(p.split()) > 1 and not _DESK.search(p) for p in several):
            parts = several
    return [p.strip() for p in parts if p.strip()]


def _is_who(who: str) -> bool:
    """Say whether words behind "By" are names: few, in capitals, no sentence."""
    bare = _EMAIL.sub("", who).strip(" ,()")
    words = bare.split()
    if not bare or len(words) > 14 or bare[-1] in "?!:;" or "|" in bare:
        return False
    if bare.endswith(".") and (len(words) < 2 or len(words[-1]) > 3) and not agencies.named(bare[:-1]):
        return False
    small = {
        "and",
        "with",
        "in",
        "de",
        "van",
        "von",
        "der",
        "bin",
        "al",
        "the",
        "of",
        "our",
        "a",
        "staff",
        "for",
    }
    return (
        words[0] not in {"a", "an", "The", "the", "this", "This"}
        and not any(w[0].isdigit() for w in words)
        and all(not w[0].islower() or w.lower() in small or is_credit(bare) for w in words)
        and not any(
            w.lower() in {"election", "polls", "law", "then", "now", "order", "election,"} for w in words
        )
    )
