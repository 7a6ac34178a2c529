"""The one way through: bytes in, findings out, whatever the bytes are."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from syndication.model import Profile
from syndication.validate.advice import HYGIENE, advice
from syndication.validate.circumstances import NOTHING_KNOWN, Circumstances, Facts
from syndication.validate.document import Document
from syndication.validate.finding import Element, Fault, Finding, Level, Place, line_of, path_of
from syndication.validate.rule import Rule
from syndication.validate.rules import rules_of
from syndication.validate.standards import Told, tell

_ORDER = {"error": 0, "warning": 1, "note": 2}


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
    told = tell(data, form)
    findings = list(_readable(told, held=profile is not None))
    document, standard = told.document, told.standard
    if document is None or standard is None:
        return findings
    place = _Places(document)
    found: list[Finding] = []
    if profile is not None:
        found += _held(
            document, rules_of(profile.rules), _circumstances(standard.name, profile, now, facts), place
        )
    said = {(finding.path, finding.text) for finding in found}
    for breach in standard.faults(document):
        rule = f"{standard.name}:{breach.kind}"
        finding = place.finding(breach.level, rule, breach.fault, advice(breach.kind))
        if (finding.path, finding.text) not in said:
            found.append(finding)
    found.sort(key=lambda f: (_ORDER[f.level], f.line or 0, f.path, f.rule, f.text))
    return findings + found


def _circumstances(form: str, profile: Profile, now: datetime, facts: Facts) -> Circumstances:
    before = tell(facts.previous, form).document if facts.previous is not None else None
    others = tuple(document for other in facts.others if (document := tell(other).document))
    return Circumstances(profile=profile, now=now, facts=facts, previous=before, others=others)


class _Places:
    """Where the stories of a document stand, so that each fault is laid at the right one."""

    def __init__(self, document: Document) -> None:
        self._stories = document.stories
        self._elements: dict[Element, int] = {}
        self._pointers: list[tuple[str, int]] = []
        for number, story in enumerate(document.stories):
            if isinstance(story.node, str):
                self._pointers.append((f"{story.node}/", number))
            elif story.node is not None:
                self._elements[story.node] = number

    def finding(self, level: Level, rule: str, fault: Fault, what: str) -> Finding:
        """Return the fault as a finding; `what` is to be done about it."""
        entry = self._entry(fault.at)
        return Finding(
            level=level,
            rule=rule,
            text=fault.text,
            advice=what,
            line=line_of(fault.at),
            path=path_of(fault.at),
            entry=entry,
            story=None if entry is None else self._stories[entry].key,
        )

    def _entry(self, place: Place) -> int | None:
        if place is None:
            return None
        if isinstance(place, str):
            return next((number for start, number in self._pointers if f"{place}/".startswith(start)), None)
        holders = (place, *place.iterancestors())
        return next((self._elements[h] for h in holders if h in self._elements), None)


def _readable(told: Told, *, held: bool) -> Iterator[Finding]:
    """Yield what keeps the bytes from being read, and how they are written.

    A standard alone does not forbid what readers stumble over: without a profile that is a note.
    """
    place = _Places(Document(format=""))
    for rule, fault in told.hygiene:
        yield place.finding("error" if held else "note", rule, fault, HYGIENE[rule])
    for fault in told.fatal:
        yield place.finding("error", "readable", fault, advice("readable"))


def _held(
    document: Document, rules: Iterable[Rule], circumstances: Circumstances, place: _Places
) -> Iterator[Finding]:
    for rule in rules:
        if rule.formats is None or document.format in rule.formats:
            for fault in rule.check(document, circumstances):
                yield place.finding(rule.level, rule.id, fault, rule.advice)
