"""What the head of an NITF document names: who it is, whether and when it may be used, what it is about (3.6, "head")."""

from typing import NamedTuple

from syndication.model.article import Entity, Issue, Rights, Subject
from syndication.parse.addresses import resolve
from syndication.parse.identifiers import identity, version
from syndication.parse.instants import Instant, instant
from syndication.parse.standard_elements import below, child, children, local, said
from syndication.parse.standing import standing
from syndication.parse.xml_reader import Element
from syndication.prose import Context, Known
from syndication.vocabulary import genres

_IPTC = 8
_LEAST_URGENT = 9
_NAMES = {"person": "people", "org": "organisations", "location": "places"}


class Head(NamedTuple):
    """The fields, the notes to editors, whether the version has a number, and what was noticed."""

    known: Known
    notes: tuple[str, ...] = ()
    numbered: bool = False
    issues: tuple[Issue, ...] = ()


def head(element: Element | None, context: Context) -> Head:
    """Return what the head says; nothing where there is none."""
    data = child(element, "docdata")
    known = Known()
    _subjects(known, child(element, "tobject"))
    if (published := child(element, "pubdata")) is not None:
        known["url"] = resolve(published.get("ex-ref"), None)
        if published.get("unit-of-measure", "word") == "word":
            known["word_count"] = _number(published.get("item-length"))
    if data is None:
        return Head(known)
    key = child(data, "du-key")
    number = version((key.get("version") or key.get("generation")) if key is not None else None)
    if key is not None:
        known["slugline"] = key.get("key") or None
        if (part := _number(key.get("part"))) and part > 1:
            known["signals"] = (f"take:{part}",)
    if number.number is not None:
        known["version"] = number.number
    _named(known, data)
    known["rights"] = _rights(data)
    urgency = child(data, "urgency")
    level = _number(urgency.get("ed-urg")) if urgency is not None else None
    known["urgency"] = level if level and level <= _LEAST_URGENT else None
    known["keywords"] = tuple(
        dict.fromkeys(k for one in below(data, "keyword") if (k := one.get("key") or said(one)))
    )
    notes = tuple(text for one in children(data, "ed-msg") if (text := one.get("info") or said(one)))
    issues = _times(known, data, context)
    return Head(known, notes, number.number is not None, (*number.issues, *issues))


def _named(known: Known, data: Element) -> None:
    for one in children(data, "doc-id"):
        if (printed := (one.get("id-string") or "").strip()) and "wire_id" not in known:
            who = identity(printed)
            known["wire_id"] = who.wire_id
            known["alt_ids"] = who.alt_ids
    found: dict[str, list[Entity]] = {name: [] for name in _NAMES.values()}
    others = []
    for one in (part for listed in children(data, "identified-content") for part in listed):
        name = said(one) or one.get("value") or ""
        field = _NAMES.get(local(one))
        if field and name:
            found[field].append(Entity(name, (one.get("idsrc") and one.get("value")) or None))
        elif name:
            others.append(
                Subject(one.get("value") or None, said(one) or None, None, one.get("type") or local(one))
            )
    known["people"] = tuple(dict.fromkeys(found["people"]))
    known["organisations"] = tuple(dict.fromkeys(found["organisations"]))
    known["places"] = tuple(dict.fromkeys(found["places"]))
    known["subjects"] = (*known.get("subjects", ()), *dict.fromkeys(others))


def _times(known: Known, data: Element, context: Context) -> tuple[Issue, ...]:
    """Enter the times. A release after the issue, or one that has still to come, is the end of an embargo."""
    zone = context.hints.timezone
    issue, release, expire = (
        _norm(data, name, zone) for name in ("date.issue", "date.release", "date.expire")
    )
    begins = min(issue.at or context.received, context.received)
    held = release.at is not None and release.at > begins
    unread = bool(release.issues) and release.at is None
    printed = child(data, "date.release")
    until = printed.get("norm") if printed is not None and (held or unread) else None
    state = standing(data.get("management-status"), until, zone)
    known["pub_status"] = state.pub_status
    known["embargoed"] = state.embargoed
    known["updated"] = issue.at
    known["created"] = issue.at if held else release.at or issue.at
    known["expires"] = expire.at
    return (*issue.issues, *(() if until else release.issues), *expire.issues, *state.issues)


def _norm(data: Element, name: str, zone: str) -> Instant:
    element = child(data, name)
    return Instant() if element is None else instant(element.get("norm") or said(element), zone)


def _rights(data: Element) -> Rights | None:
    owned, limited = child(data, "doc.copyright"), child(data, "doc.rights")
    holder = (owned.get("holder") if owned is not None else None) or None
    if limited is None:
        return Rights(holder) if holder else None
    starts, ends = (instant(limited.get(name), "UTC").at for name in ("startdate", "enddate"))
    return Rights(
        holder or limited.get("owner"),
        usage_terms=limited.get("limitations") or said(limited) or None,
        starts=starts,
        ends=ends,
        geography=limited.get("geography"),
    )


def _subjects(known: Known, tobject: Element | None) -> None:
    """Enter subjects by their reference numbers, and the properties as genres (3.6, "tobject.property")."""
    found = []
    for one in children(tobject, "tobject.subject"):
        names = [one.get(f"tobject.subject.{part}") for part in ("detail", "matter", "type")]
        name = next(filter(None, names), None)
        code = _code(one.get("tobject.subject.refnum"), one.get("tobject.subject.ipr"))
        if name or code:
            found.append(Subject(code, name or one.get("tobject.subject.code")))
    known["subjects"] = tuple(dict.fromkeys(found))
    kinds = [one.get("tobject.property.type") for one in children(tobject, "tobject.property")]
    known["genres"] = tuple(genres.named(kind) for kind in dict.fromkeys(kinds) if kind)


def _code(printed: str | None, registry: str | None) -> str | None:
    """Return the code of a subject: IPTC's own numbers are Media Topics from 20000000 on, else Subject Codes."""
    code = (printed or "").strip()
    if not code.strip("0"):
        return None
    owner = (registry or "IPTC").strip()
    if owner.upper() == "IPTC" and len(code) == _IPTC and code.isascii() and code.isdigit():
        return f"medtop:{code}" if code.startswith("2") else f"subj:{code}"
    return code if owner.casefold() in {"iptc", "provider"} else f"{owner}:{code}"


def _number(printed: str | None) -> int | None:
    text = (printed or "").strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 9 and int(text) else None
