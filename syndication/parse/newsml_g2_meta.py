"""The metadata of a NewsML-G2 item: itemMeta and contentMeta (2.35)."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from syndication.model.article import (
    AltId,
    Dateline,
    Entity,
    Issue,
    ItemClass,
    Link,
    RoleText,
    Subject,
)
from syndication.parse import newsml_g2_rights
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit, without_by
from syndication.parse.identifiers import identity, version
from syndication.parse.instants import instant
from syndication.parse.newsml_g2_concepts import Concepts, nature, printed
from syndication.parse.signal_codes import signals
from syndication.parse.standard_elements import child, children, said, value
from syndication.parse.standing import standing
from syndication.parse.xml_reader import Element
from syndication.prose import Known
from syndication.vocabulary import agencies, schemes
from syndication.xmlns import XML

_CLASSES: dict[str, ItemClass] = {
    "text": "text",
    "picture": "picture",
    "photo": "picture",
    "video": "video",
    "audio": "audio",
    "graphic": "graphic",
    "animated": "graphic",
    "composite": "composite",
}
_TEXTS = frozenset({"text", "composite"})
_RELATIONS = {
    "seeAlso": "related",
    "previousVersion": "previous",
    "evolvedFrom": "previous",
    "isTranslationFrom": "related",
}
_LEAST_URGENT = 9
_CAPTIONS = frozenset({"caption"})
ITEM_META = {
    "itemClass": "item_class", "provider": "provider", "versionCreated": "updated", "firstCreated": "created",
    "embargoed": "embargoed", "pubStatus": "pub_status", "title": "headline", "edNote": "ed_notes", "signal": "signals",
    "altRep": "url", "expires": "expires", "link": "links", "service": "subjects",
}  # fmt: skip
CONTENT_META = {
    "urgency": "urgency", "contentCreated": "created", "contentModified": "updated", "located": "places",
    "creator": "authors", "contributor": "authors", "infoSource": "info_sources", "altId": "alt_ids",
    "language": "language", "keyword": "keywords", "genre": "genres", "subject": "subjects", "slugline": "slugline",
    "headline": "headline", "dateline": "dateline", "by": "byline", "creditline": "creditline",
    "description": "summary",
}  # fmt: skip
RIGHTS_INFO = {
    "copyrightHolder": "rights",
    "copyrightNotice": "rights",
    "usageTerms": "rights",
    "dataMining": "rights",
}
SILENT = frozenset(
    {"profile", "fileName", "generator", "memberOf", "instanceOf", "incomingFeedId", "hash", "origRep"}
)
"""Elements that say nothing about the story."""


class Meta(NamedTuple):
    """The fields, where it was filed, whether the version has a number, what was noticed."""

    known: Known
    dateline: Dateline | None
    numbered: bool
    issues: tuple[Issue, ...]


def meta(item: Element, concepts: Concepts, zone: str, noted: datetime | None = None) -> Meta:
    """Return what the item says of itself and of its content.

    `noted` is the end of an embargo that its notes name: `embargoed` may be empty and leave it to them.
    """
    management, content = child(item, "itemMeta"), child(item, "contentMeta")
    known = Known()
    number = version(item.get("version"))
    if number.number is not None:
        known["version"] = number.number
    if guid := (item.get("guid") or "").strip():
        who = identity(guid)
        known["wire_id"], known["alt_ids"] = who.wire_id, who.alt_ids
    known["item_class"] = item_class(item)
    latest, first, created, modified, ends = (
        instant(value(parent, name), zone)
        for parent, name in (
            (management, "versionCreated"),
            (management, "firstCreated"),
            (content, "contentCreated"),
            (content, "contentModified"),
            (management, "expires"),
        )
    )
    state = standing(status(management), value(management, "embargoed") or _empty(management, noted), zone)
    known["pub_status"], known["embargoed"] = state.pub_status, state.embargoed
    made = created.at if known["item_class"] in _TEXTS else None
    known["created"] = made or first.at or created.at or latest.at
    known["updated"] = latest.at or modified.at
    known["expires"] = ends.at
    known["rights"] = newsml_g2_rights.of_item(item, zone)
    known["provider"] = _provider(child(management, "provider"))
    known["signals"] = signals(
        one.get("qcode") or one.get("uri") or one.get("literal") for one in children(management, "signal")
    )
    known["links"] = tuple(_links(management))
    known["url"] = next((href for one in children(management, "altRep") if (href := _alternative(one))), None)
    language = child(content, "language")
    known["language"] = (language.get("tag") if language is not None else None) or item.get(f"{{{XML}}}lang")
    _about(known, management, content, concepts)
    _words(known, management, content)
    stamps = (*latest.issues, *first.issues, *created.issues, *modified.issues, *ends.issues)
    places = tuple(p.name for p in known["places"] if p.role == "located")
    line = value(content, "dateline")
    filed = Dateline(line, places) if line else None
    numbered = number.number is not None
    return Meta(known, filed, numbered, (*number.issues, *stamps, *state.issues, *_unknown_class(item)))


def item_class(item: Element) -> ItemClass:
    """Return the class of an item, text where it names none that is known."""
    return _CLASSES.get(_class_word(item)[1], "text")


def _class_word(item: Element) -> tuple[str, str]:
    element = child(child(item, "itemMeta"), "itemClass")
    code = (element.get("qcode") or element.get("uri") or "") if element is not None else ""
    return code, schemes.word(code).lower()


def _unknown_class(item: Element) -> tuple[Issue, ...]:
    code, word = _class_word(item)
    if word and word not in _CLASSES:
        return (Issue("unknown-class", f"{code[:40]!r} is no class of items: read as text"),)
    return ()


def status(management: Element | None) -> str | None:
    """Return the code of `pubStatus`, None where there is none."""
    element = child(management, "pubStatus")
    return (element.get("qcode") or element.get("uri") or said(element)) if element is not None else None


def _empty(management: Element | None, noted: datetime | None) -> str | None:
    """Return a text where an embargo stands without a time, and no note has one (2.35, "embargoed")."""
    stands = noted is None and child(management, "embargoed") is not None
    return "without an end" if stands else None


def _provider(element: Element | None) -> str | None:
    """Return the provider; an agency also by the name of its site."""
    name = printed(element)
    site = "" if " " in name else name.removeprefix("www.").partition(".")[0]
    return agencies.named(name) or agencies.named(site) or name or None


def _links(management: Element | None) -> Iterator[Link]:
    for one in children(management, "link"):
        rel = _RELATIONS.get(schemes.word(one.get("rel")), "related")
        href, guid = resolve(one.get("href"), None), one.get("residref")
        if href or guid:
            yield Link(rel, href, guid, one.get("title") or value(one, "title") or None)


def _alternative(element: Element) -> str | None:
    """Return the address of the page: only what is HTML is one (2.35, "altRep")."""
    kind = element.get("contenttype") or "text/html"
    return resolve(said(element) or element.get("href"), None) if "html" in kind else None


def _about(known: Known, management: Element | None, content: Element | None, concepts: Concepts) -> None:
    """Enter what it is about, and who is named."""
    entities: dict[str, list[Entity]] = {"people": [], "organisations": [], "places": []}
    subjects: list[Subject] = []
    for one in children(content, "located"):
        if place := concepts.entity(one, "located"):
            entities["places"].append(place)
    for one in children(content, "subject"):
        field = nature(one)
        entity = concepts.entity(one) if field in entities else None
        if entity:
            entities[field].append(entity)
        elif field not in entities and (subject := concepts.subject(one)):
            subjects.append(subject)
    for one in children(management, "service"):
        code, name = concepts.code(one), concepts.name(one)
        subjects.append(Subject(None if code == name else code, name, type="service"))
    known["subjects"] = tuple(dict.fromkeys(subjects))
    known["people"], known["organisations"] = tuple(entities["people"]), tuple(entities["organisations"])
    known["places"] = tuple(dict.fromkeys(entities["places"]))
    known["genres"] = tuple(genre for one in children(content, "genre") if (genre := concepts.genre(one)))
    known["keywords"] = tuple(
        dict.fromkeys(filter(None, (said(one) for one in children(content, "keyword"))))
    )
    sources = (concepts.name(one) or one.get("literal") for one in children(content, "infoSource"))
    known["info_sources"] = tuple(dict.fromkeys(filter(None, sources)))
    ids = (
        AltId(one.get("type") or "other", said(one) or one.get("id") or "")
        for one in children(content, "altId")
    )
    known["alt_ids"] = (*known.get("alt_ids", ()), *(one for one in ids if one.value))
    made = [*children(content, "creator"), *children(content, "contributor")]
    authors = tuple(author for one in made if (author := concepts.author(one)))
    line = value(content, "by")
    found = credit([without_by(line, known.get("language"))] if line else [])
    if authors:
        found["authors"] = authors
    if printed_credit := value(content, "creditline"):
        found["creditline"] = printed_credit
    known.update(found)
    level = value(content, "urgency")
    known["urgency"] = int(level) if level.isdigit() and 0 < int(level[:3]) <= _LEAST_URGENT else None


def _words(known: Known, management: Element | None, content: Element | None) -> None:
    """Enter headlines in the order of their rank, and descriptions; a caption is no summary of a text."""
    lines = sorted(children(content, "headline"), key=_rank)
    told = [RoleText(text, _role(one), _foreign(one, known)) for one in lines if (text := said(one))]
    main = next(
        (h for h in told if h.role in {None, "main"} and h.language is None), told[0] if told else None
    )
    title = value(management, "title")
    headline = main.text if main else title
    if headline:
        known["headline"] = headline
        others = [h for h in told if h is not main]
        known["headlines"] = (RoleText(headline, "main", main.language if main else None), *others)
    known["subheadline"] = next((h.text for h in told if h.role in {"subheadline", "subhead"}), None)
    known["slugline"] = value(content, "slugline") or None
    described = [(said(one), _role(one), _foreign(one, known)) for one in children(content, "description")]
    described = [one for one in described if one[0]]
    captions = _CAPTIONS if known["item_class"] == "text" else frozenset()
    summary = next(
        (text for text, role, language in described if role not in captions and language is None), None
    )
    known["summary"] = summary
    known["summaries"] = tuple(RoleText(t, r, lang) for t, r, lang in described if t != summary)


def _rank(element: Element) -> int:
    rank = element.get("rank") or ""
    return int(rank) if rank.isdigit() and len(rank) < 5 else 0


def _role(element: Element) -> str | None:
    return schemes.word(element.get("role")) or None


def _foreign(element: Element, known: Known) -> str | None:
    """Return the language of words in another than the story's."""
    tag = element.get(f"{{{XML}}}lang")
    mine = (known.get("language") or "").partition("-")[0].lower()
    return tag if tag and mine and tag.partition("-")[0].lower() != mine else None
