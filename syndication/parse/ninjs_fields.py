"""The fields of an Article that a ninjs object names, in ninjs 1, 2 and 3 (iptc.org/std/ninjs)."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from syndication.model import Line
from syndication.model.article import AltId, Author, Issue, ItemClass, Link, Media
from syndication.parse import ninjs_concepts, ninjs_media
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit, without_by
from syndication.parse.editor_notes import editor_notes
from syndication.parse.html_inline import text_line
from syndication.parse.identifiers import Version, identity, version
from syndication.parse.instants import instant
from syndication.parse.json_object import JsonObject
from syndication.parse.ninjs_words import Words
from syndication.parse.signal_codes import signals
from syndication.parse.standard_story import filled, with_notes
from syndication.parse.standing import standing
from syndication.prose import Context, Known
from syndication.vocabulary import schemes

_CLASSES: dict[str, ItemClass] = {
    "text": "text",
    "picture": "picture",
    "video": "video",
    "audio": "audio",
    "graphic": "graphic",
    "composite": "composite",
}
_TEXTS = frozenset({"text", "composite"})
_LEAST_URGENT = 9
FIELDS = {
    "uri": "guid", "guid": "guid", "altids": "alt_ids", "version": "version", "versioncreated": "updated", "type": "item_class",
    "firstcreated": "created", "contentcreated": "created", "embargoed": "embargoed", "embargoeduntil": "embargoed",
    "pubstatus": "pub_status", "expires": "expires", "headline": "headline", "headlines": "headline",
    "title": "headline", "description": "summary", "descriptions": "summary", "by": "byline", "byline": "byline",
    "authors": "authors", "slugline": "slugline", "located": "places", "place": "places", "places": "places",
    "person": "people", "people": "people", "organisation": "organisations", "organisations": "organisations",
    "subject": "subjects", "subjects": "subjects", "service": "subjects", "event": "subjects", "events": "subjects",
    "object": "subjects", "objects": "subjects", "keywords": "keywords", "genre": "genres", "genres": "genres",
    "infosource": "info_sources", "infosources": "info_sources", "source": "creditline", "language": "language",
    "urgency": "urgency", "priority": "priority", "copyrightholder": "rights", "copyrightnotice": "rights",
    "usageterms": "rights", "rightsinfo": "links", "ednote": "ed_notes", "signal": "signals", "signals": "signals",
    "renditions": "media", "associations": "media", "evolvedfrom": "links", "readtime": "reading_minutes",
    "wordcount": "word_count",
}  # fmt: skip
"""The names of ninjs 1 to 3, in lower case, to the field of an Article that each goes to."""


class Told(NamedTuple):
    """The fields, whether the version has a number, what was noticed, and what the notes to editors order."""

    known: Known
    numbered: bool
    issues: tuple[Issue, ...]
    account: tuple[Line, ...]


def fields(item: JsonObject, said: Words, context: Context) -> Told:
    """Return what an object names beside its text; `said` are its headlines and descriptions."""
    zone = context.hints.timezone
    first, content, latest, ends = (
        instant(item.text(name), zone)
        for name in ("firstcreated", "contentcreated", "versioncreated", "expires")
    )
    state = standing(item.text("pubstatus"), item.text("embargoeduntil", "embargoed"), zone)
    its_class, unknown = _item_class(item)
    noted = editor_notes([item.text("ednote")], context)
    who, number = _named(item)
    sources = _sources(item)
    about, keywords = ninjs_concepts.subjects(item)
    marks = [one.text("qcode", "uri", "literal", "code", "name") for one in item.objects("signal", "signals")]
    created = content.at if its_class in _TEXTS else None
    known = Known(
        headlines=said.headlines,
        subheadline=said.subheadline,
        summary=said.summary or (said.caption if its_class in ninjs_media.KINDS else None),
        summaries=said.summaries,
        pub_status=state.pub_status,
        item_class=its_class,
        created=created or first.at or content.at or latest.at,
        updated=latest.at,
        embargoed=state.embargoed,
        expires=ends.at,
        slugline=text_line(item.text("slugline")),
        urgency=_level(item, "urgency"),
        priority=_level(item, "priority"),
        language=(item.text("language") or "").replace("_", "-"),
        reading_minutes=item.whole("readtime"),
        rights=ninjs_media.rights(item),
        subjects=about,
        keywords=keywords,
        genres=ninjs_concepts.genres(item),
        people=ninjs_concepts.entities(item, "person", "people"),
        places=ninjs_concepts.entities(item, "place", "places"),
        organisations=ninjs_concepts.entities(item, "organisation", "organisations"),
        info_sources=sources.others,
        provider=sources.provider,
        links=tuple(_links(item)),
        signals=signals(marks),
        media=_shown(item, its_class),
    )
    if said.headline:
        known["headline"] = said.headline
    known = filled(Known(**known, **who, **_credited(item, said.creditline)))
    stamps = (*first.issues, *content.issues, *latest.issues, *ends.issues)
    issues = (*number.issues, *stamps, *state.issues, *unknown, *noted.issues)
    return Told(with_notes(known, noted), number.number is not None, issues, noted.account)


def _named(item: JsonObject) -> tuple[Known, Version]:
    """Return who the story is and under which other ids, and its version."""
    ids = [AltId(key, value) for key, value in item.pairs("altids")]
    if not ids:
        each = [(one.text("role"), one.text("value", "name")) for one in item.objects("altids")]
        ids = [AltId(role or "other", value) for role, value in each if value]
    number = version(item.text("version"))
    known = Known()
    if uri := item.text("uri", "guid"):
        who = identity(uri)
        known["wire_id"] = who.wire_id
        ids += who.alt_ids
    known["alt_ids"] = tuple(dict.fromkeys(ids))
    if number.number is not None:
        known["version"] = number.number
    return known, number


def _item_class(item: JsonObject) -> tuple[ItemClass, tuple[Issue, ...]]:
    printed = (item.text("type") or "text").lower()
    if printed in _CLASSES:
        return _CLASSES[printed], ()
    return "text", (Issue("unknown-class", f"{printed[:40]!r} is no class of items: read as text"),)


def _level(item: JsonObject, name: str) -> int | None:
    found = item.whole(name)
    return found if found is not None and found <= _LEAST_URGENT else None


def _credited(item: JsonObject, credited: str | None) -> Known:
    """Return who wrote it, and whose it is: what is named as a source or as the holder of the rights is no person."""
    tag = (item.text("language") or "")[:2].lower()
    printed = [text_line(item.text("by", "byline"))]
    printed += [text_line(one.text("by", "name")) for one in item.objects("bylines")]
    source = text_line(item.text("source")) or credited
    houses = [name for name in (source, text_line(item.text("copyrightholder"))) if name]
    found = credit((without_by(line, tag) for line in printed), houses)
    named = [
        Author(name, one.text("role"), one.text("email"), _job(one))
        for one in item.objects("authors")
        if (name := text_line(one.text("name")))
    ]
    if named:
        found["authors"] = tuple(named)
    if source:
        found.setdefault("creditline", source)
    return found


def _job(author: JsonObject) -> str | None:
    for one in author.objects("jobtitle"):
        one.ignore("qcode", "code")
        return text_line(one.text("name")) or None
    return None


class _Sources(NamedTuple):
    """Who supplied the story, and whose reports it draws on."""

    provider: str | None
    others: tuple[str, ...]


def _sources(item: JsonObject) -> _Sources:
    provider, found = None, []
    for one in item.objects("infosource", "infosources"):
        one.ignore("rel", "uri", "code", "scheme")
        name = text_line(one.text("name", "literal"))
        if schemes.word(one.text("role")).lower() == "provider" and provider is None:
            provider = name or None
        else:
            found.append(name)
    return _Sources(provider, tuple(dict.fromkeys(filter(None, found))))


def _links(item: JsonObject) -> Iterator[Link]:
    """Yield the story that this one evolved from, and where its licence lies."""
    if before := item.text("evolvedfrom"):
        yield Link("previous", guid=before)
    for terms in item.objects("rightsinfo"):
        terms.ignore("langid")
        if href := resolve(terms.text("linkedrights"), None):
            yield Link("license", href)


def _shown(item: JsonObject, its_class: ItemClass) -> tuple[Media, ...]:
    if its_class in _TEXTS:
        return ninjs_media.shown(item)
    own = ninjs_media.media(item, ninjs_media.KINDS[its_class])
    return (msgspec.structs.replace(own, headline=None, rights=None),) if own else ()
