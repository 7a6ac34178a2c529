"""The one way through: bytes in, findings out, whatever the bytes are."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from syndication.model import Profile
from syndication.validate.advice import HYGIENE, advice
from syndication.validate.circumstances import NOTHING_KNOWN, Circumstances, Facts
from syndication.validate.document import Document
from syndication.validate.finding import Breach, Fault, Finding, Level
from syndication.validate.places import Places
from syndication.validate.rule import Rule
from syndication.validate.rules import TABLES, rules_of
from syndication.validate.standards import JSON, PAGE, XML, Told, tell

_READABLE = 1_000
_ORDER = {"error": 0, "warning": 1, "note": 2}


class Judgement(NamedTuple):
    """What was said of a document: the title of the standard that it was read as, None where of none; findings."""

    standard: str | None
    findings: list[Finding]


def validate(
    data: bytes,
    profile: Profile | None,
    now: datetime,
    form: str | None = None,
    facts: Facts = NOTHING_KNOWN,
) -> list[Finding]:
    """Return what is wrong with a document, the worst first; never raises, whatever the bytes are.

    Without a profile the document is held against its standard only. `form` is the name of the standard (see
    `standards.NAMES`) or a media type; without it the bytes tell.
    """
    return _judge(tell(data, form), profile, now, facts, sys.maxsize).findings


def judge(
    data: bytes,
    profile: Profile | None,
    now: datetime,
    form: str | None = None,
    facts: Facts = NOTHING_KNOWN,
) -> Judgement:
    """Return what `validate` does as people can read it, and what the document was read as.

    Of each rule a thousand findings are told one by one, the rest as their number.
    """
    return _judge(tell(data, form), profile, now, facts, _READABLE)


def _judge(told: Told, profile: Profile | None, now: datetime, facts: Facts, most: int) -> Judgement:
    findings = list(_readable(told, held=profile is not None))
    document, standard = told.document, told.standard
    if document is None or standard is None:
        return Judgement(None, findings)
    place = Places(document)
    found: list[Finding] = []
    if profile is not None:
        circumstances = _circumstances(standard.name, profile, now, facts)
        found += _held(document, rules_of(profile.rules), circumstances, place, most)
        found += _taken(document, standard.title, profile, place)
    said = {(finding.path, finding.text) for finding in found}
    for breach in _told(standard.faults(document), most):
        rule = f"{standard.name}:{breach.kind}"
        finding = place.finding(breach.level, rule, breach.fault, advice(breach.kind))
        if (finding.path, finding.text) not in said:
            found.append(finding)
    found = place.with_lines(found)
    found.sort(key=lambda f: (_ORDER[f.level], f.line or 0, f.path, f.rule, f.text))
    return Judgement(standard.title, findings + found)


def _told(breaches: Iterable[Breach], most: int) -> Iterator[Breach]:
    """Yield the first of each kind and level, and at the end how many more there are."""
    counted: Counter[tuple[str, Level]] = Counter()
    for breach in breaches:
        counted[breach.kind, breach.level] += 1
        if counted[breach.kind, breach.level] <= most:
            yield breach
    for (kind, level), count in counted.items():
        if count > most:
            yield Breach(kind, Fault(None, f"and {count - most:,} more like these"), level)


def _circumstances(form: str, profile: Profile, now: datetime, facts: Facts) -> Circumstances:
    before = tell(facts.previous, form).document if facts.previous is not None else None
    others = tuple(document for other in facts.others if (document := tell(other).document))
    return Circumstances(profile=profile, now=now, facts=facts, previous=before, others=others)


def _readable(told: Told, *, held: bool) -> Iterator[Finding]:
    """Yield what keeps the bytes from being read, and how they are written.

    A standard alone does not forbid what readers stumble over: without a profile that is a note.
    """
    place = Places(Document(format=""))
    for rule, fault in told.hygiene:
        yield place.finding("error" if held else "note", rule, fault, HYGIENE[rule])
    for fault in told.fatal:
        yield place.finding("error", "readable", fault, advice("readable"))
    if told.stranger is not None:
        yield place.finding("error", told.stranger.kind, told.stranger.fault, advice(told.stranger.kind))


def _taken(document: Document, title: str, profile: Profile, place: Places) -> Iterator[Finding]:
    """Yield that nothing a profile demands was looked at, as it speaks of other formats: of a page, an error."""
    demands = TABLES.get(profile.rules, ())
    if demands and all(rule.formats is not None and document.format not in rule.formats for rule in demands):
        spoken = {form for rule in demands for form in rule.formats or ()}
        titles = " and ".join(standard.title for standard in (*XML, PAGE, *JSON) if standard.name in spoken)
        text = f"this is {title}, and what {profile.rules} demands is of {titles}: none of it was checked"
        level: Level = "error" if document.format == "page" else "warning"
        yield place.finding(level, "format", Fault(None, text), f"offer it {titles}")


def _held(
    document: Document, rules: Iterable[Rule], circumstances: Circumstances, place: Places, most: int
) -> Iterator[Finding]:
    for rule in rules:
        if rule.formats is None or document.format in rule.formats:
            breaches = (Breach(rule.id, fault, rule.level) for fault in rule.check(document, circumstances))
            for breach in _told(breaches, most):
                yield place.finding(breach.level, breach.kind, breach.fault, rule.advice)
