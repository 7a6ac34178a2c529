"""Pictures, recordings and graphics of a ninjs object: its own renditions, and associated objects that are media."""

import re
from typing import Literal, TypeAlias

from syndication.model.article import Media, Rendition, Rights
from syndication.parse import ninjs_words
from syndication.parse.addresses import resolve
from syndication.parse.html_inline import text_line
from syndication.parse.identifiers import identity
from syndication.parse.json_object import JsonObject

Kind: TypeAlias = Literal["picture", "video", "audio", "graphic"]
KINDS: dict[str, Kind] = {"picture": "picture", "video": "video", "audio": "audio", "graphic": "graphic"}
_TYPES: dict[str, Kind] = {"image": "picture", "video": "video", "audio": "audio"}
_NUMBERED = re.compile(r"file\d{1,4}\Z")  # the name of one that has no name
_LEADS = frozenset({"featuremedia", "featureimage", "lead", "main"})
_DROPPED = ("poi", "title", "format", "aspectratio", "videocodec", "framerate", "scanning", "bitrate")


def kind(item: JsonObject) -> Kind | None:
    """Return what a media object is, by its type, else by that of its files; None for a story."""
    named = (item.text("type") or "").lower()
    if named:
        return KINDS.get(named)
    return next((k for file in item.objects("renditions") if (k := _kind_of(file))), None)


def media(item: JsonObject, its_kind: Kind) -> Media | None:
    """Return the media object, None where none of its files has an address that leads to the public web."""
    files = _renditions(item)
    if not files:
        return None
    said = ninjs_words.words(item)
    item.ignore("standard", "representationtype", "profile", "mimetype", "version", "versioncreated")
    item.ignore("firstcreated", "contentcreated", "pubstatus", "language", "urgency")
    name = (item.text("name") or "").lower()
    return Media(
        guid=identity(item.text("uri", "guid") or files[0].href).wire_id,
        kind=its_kind,
        headline=said.headline,
        caption=said.caption or said.summary,
        alt=said.alt or item.text("alt_text"),
        credit=text_line(item.text("by", "byline")) or said.creditline,
        role=item.text("rel") or ("lead" if name in _LEADS else None),
        renditions=files,
        rights=rights(item),
    )


def shown(item: JsonObject) -> tuple[Media, ...]:
    """Return the media that a story shows by its own renditions, those of one kind as one."""
    found: dict[Kind, list[Rendition]] = {}
    for file in item.objects("renditions"):
        if (its_kind := _kind_of(file)) and (made := _rendition(file)):
            found.setdefault(its_kind, []).append(made)
    return tuple(Media(files[0].href, k, renditions=tuple(files)) for k, files in found.items())


def rights(item: JsonObject) -> Rights | None:
    """Return who holds the rights and what may be done, None where nothing is said."""
    holder, notice, terms = (
        text_line(item.text(name)) or None for name in ("copyrightholder", "copyrightnotice", "usageterms")
    )
    return Rights(holder, notice, terms) if holder or notice or terms else None


def _renditions(item: JsonObject) -> tuple[Rendition, ...]:
    return tuple(made for file in item.objects("renditions") if (made := _rendition(file)))


def _rendition(file: JsonObject) -> Rendition | None:
    href = resolve(file.text("href"), None)
    name = file.text("name", "rel")
    kind = file.text("contenttype", "mimetype")
    width, height, length = file.whole("width"), file.whole("height"), file.whole("sizeinbytes")
    seconds = file.number("duration")
    file.ignore(*_DROPPED)
    if href is None:
        return None
    named = None if name and _NUMBERED.match(name) else name
    return Rendition(href, named, kind, width, height, seconds, length)


def _kind_of(file: JsonObject) -> Kind | None:
    return _TYPES.get((file.text("contenttype", "mimetype") or "").partition("/")[0].lower())
