"""Sign-offs: the agency's closing line with desk and initials, or its mark behind the last sentence.

Only whole lines and the very end of the last paragraph are looked at: `told IANS`, `(PTI) leader` and
`— Name (@handle)` are words of the story.
"""

import re

import msgspec

from syndication.model.article import Signoff
from syndication.on_demand import Expression
from syndication.prose import byline
from syndication.prose.dialects import DIALECTS, Closing
from syndication.vocabulary import agencies
from syndication.vocabulary.desks import DESKS

_LONGEST = 80
_LONGEST_CREDIT = 400
_MOST_LETTERS = 20
_WORDS = frozenset({"Bhasha", "Univarta"})
_RULE = Expression(r"[-–—_]{1,6}\Z")
_GROUPS = Expression(r"[/ ]")


class Found(msgspec.Struct, frozen=True):
    """A sign-off. `start` is where it begins in the text; `people` credits people, not an agency."""

    signoff: Signoff | None
    rule: str
    start: int = 0
    sources: tuple[str, ...] = ()
    weak: bool = False
    people: bool = False


_OWN = frozenset({"AFP", "PTI"})  # their letters follow no other agency's name
_UNNAMED = (None,)
_LINES = tuple((dialect, closing) for dialect in DIALECTS for closing in dialect.lines)
_TRAILERS = tuple((dialect, closing) for dialect in DIALECTS for closing in dialect.trailers)
_ABOVE = {dialect.agency: dialect.above for dialect in DIALECTS if dialect.above}
_FOLLOWS = tuple((dialect, closing) for dialect in DIALECTS for closing in dialect.follows)


def line(text: str) -> Found | None:
    """Return the sign-off that is all of `text`, or None."""
    length = len(text)
    if (
        length > _LONGEST
        and (length > _LONGEST_CREDIT or " by " not in text)
        and "ssociated Press" not in text
    ):
        return None
    if not text.isascii() and length < 40:
        found = _other_script(text)
        if found:
            return found
    for dialect, closing in _LINES:
        if closing.quick and closing.quick not in text:
            continue
        if dialect.name == "generic" and text[0].isalnum() and not agencies.begins(text):
            continue
        match = closing.pattern.match(text)
        if match:
            found = (
                _generic(match, closing)
                if dialect.name == "generic"
                else _read(match, closing, dialect.agency)
            )
            if found:
                return found
    return None


def _other_script(text: str) -> Found | None:
    """Return the sign-off of an agency's name in its own script, its writers' letters behind a stop or a slash.

    The names that are also words for "language" and "talks" count without a dash only as the last line.
    """
    words = text.strip("-–—_ .()|۔।")
    name, _, rest = words.partition("۔") if "۔" in words else words.partition("/")
    known = None if name.isascii() else agencies.agency(name)
    if not known or len(rest) > _MOST_LETTERS:
        return None
    weak = known in _WORDS and text[0].isalnum()
    return Found(Signoff(known, None, rest.strip() or None), "dash-agency", weak=weak)


def trailer(text: str) -> Found | None:
    """Return the sign-off behind the last sentence of `text`, with where it starts, or None."""
    tail = max(0, len(text) - _LONGEST_CREDIT)
    end = text[tail:]
    for dialect, closing in _TRAILERS:
        if closing.quick in end:
            match = closing.pattern.search(text, tail)
            if match and not (dialect.agency and _abbreviates(text[: match.start()], dialect.agency)):
                return _read(match, closing, dialect.agency)
    return None


def _abbreviates(before: str, code: str) -> bool:
    """Say whether a code in brackets is short for the name before it: `Animal Nutrition Institute (ANI)`."""
    names = [word for word in before.split()[-len(code) - 2 :] if word[0].isupper()]
    return before[-1:].isalnum() and "".join(word[0] for word in names[-len(code) :]) == code


def follows(text: str, before: Signoff | None) -> Signoff | None:
    """Return `before` completed by a line below it (initials, PTI's repeated capitals), or None."""
    if len(text) > 60 or _RULE.match(text):
        return None
    for dialect, closing in _FOLLOWS:
        if dialect.agency in _OWN and (before.agency if before else None) not in {dialect.agency, *_UNNAMED}:
            continue
        match = closing.pattern.match(text) if closing.quick in text else None
        if match:
            agency = before.agency if before else None
            printed = match.groupdict().get("initials")
            if before and before.initials:
                return before
            desk, initials = _desk(printed)
            return Signoff(agency, (before.desk if before else None) or desk, initials)
    return None


def above(text: str, sign: Signoff) -> Signoff | None:
    """Return `sign` completed by the writers' names on the line above the agency's own, or None."""
    closing = _ABOVE.get(sign.agency or "")
    match = closing.pattern.match(text) if closing and not sign.initials else None
    return Signoff(sign.agency, sign.desk, match["initials"]) if match else None


def is_rule(text: str) -> bool:
    """Say whether `text` is nothing but a dash or two, the first part of a split sign-off."""
    return bool(_RULE.match(text))


def _desk(printed: str | None) -> tuple[str | None, str | None]:
    """Return desk and initials of `int/sd`; without a known desk all of it is initials, as printed."""
    if not printed:
        return None, None
    printed = printed.replace(" / ", "/")
    first, *others = _GROUPS.split(printed, maxsplit=1)
    if first in DESKS and others:
        return first, others[0].strip("/ ") or None
    return None, printed


def _read(match: re.Match[str], closing: Closing, agency: str | None) -> Found:
    groups = match.groupdict()
    rest = (groups.get("rest") or "").strip()
    sources: tuple[str, ...] = ()
    printed = groups.get("initials") or rest or None
    if rest.startswith("/"):
        sources, printed = (agencies.agency(rest[1:]) or rest[1:],), None
    desk, initials = _desk(printed)
    signoff = None if closing.people else Signoff(None if closing.weak else agency, desk, initials)
    return Found(signoff, closing.name, match.start(), sources, closing.weak, closing.people)


def _generic(match: re.Match[str], closing: Closing) -> Found | None:  # noqa: PLR0911  # one return for each shape of line
    """Read `--IANS/PIB int/sd`; without a dash or brackets only the bare name of a known agency counts."""
    words = match["agency"].rstrip(".") if match["agency"].count(".") == 1 else match["agency"]
    known = agencies.agency(words) or (agencies.named(words) if match["dash"] else None)
    rest = match["rest"].strip(" -–—")
    bracket = bool(match["open"])
    if match["dash"] and not known and byline.is_credit(f"{words}{match['rest']}"):
        return Found(None, "dash-credit")
    if bracket != bool(match["close"]):
        return None
    if not known and not (match["dash"] == "--" and 2 <= len(words) <= 8 and words.isupper() and not bracket):
        return None
    if known and not match["dash"] and not bracket and words[0].islower():
        return None
    if not match["dash"] and rest and " " in rest:
        return None  # `IANS said so`
    if rest and not match["dash"] and "/" not in rest:
        return None
    sources: list[str] = []
    while rest.startswith("/"):
        other, space, behind = rest[1:].partition(" ")
        head, slash, tail = other.partition("/")
        if head.islower() and not agencies.agency(head):
            rest = rest[1:]
            break
        sources.append(agencies.agency(head) or head)
        rest = f"/{tail}{space}{behind}" if slash else behind.strip()
    if " " in rest and not all(len(g) <= 5 for g in rest.split()):
        return None  # words, not initials
    desk, initials = _desk(rest or None)
    return Found(Signoff(known or words, desk, initials), closing.name, 0, tuple(sources))
