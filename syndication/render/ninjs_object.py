"""The objects of ninjs 3.1 as they travel; only what we write (iptc.org/std/ninjs)."""

from typing import Literal

import msgspec


class Struct(msgspec.Struct, omit_defaults=True, rename="camel"):
    """An object of the standard; what is not known is left out."""


class Standard(Struct):
    """Which version this conforms to; printed as it is ("standard")."""

    name: Literal["ninjs"] | None = None
    version: str | None = None
    schema: str | None = None


class Text(Struct):
    """A headline or description ("headlines", "descriptions")."""

    value: str
    role: str | None = None
    content_type: str | None = None


class Body(Struct):
    """The text in one format ("bodies"); the count is that of words."""

    value: str
    role: str | None = None
    content_type: str | None = None
    word_count: int | None = None


class Concept(Struct):
    """A subject, place, person, organisation, genre or source ("subjects", ...)."""

    name: str | None = None
    uri: str | None = None
    literal: str | None = None
    rel: str | None = None
    role: str | None = None
    relevance: int | None = None
    geo_json: dict[str, object] | None = msgspec.field(default=None, name="geoJSON")


class File(Struct):
    """One file; pixels, bytes, seconds ("renditions")."""

    name: str
    href: str
    content_type: str | None = None
    width: int | None = None
    height: int | None = None
    size_in_bytes: int | None = None
    duration: float | None = None


class RightsInfo(Struct):
    """Where the terms for machines lie ("rightsInfo")."""

    lang_id: str
    linked_rights: str


class Ninjs(Struct):
    """The object itself; `name` and `rel` only where it is associated with another."""

    uri: str
    name: str | None = None
    rel: str | None = None
    standard: Standard | None = None
    type: str | None = None
    representation_type: str | None = None
    version: str | None = None
    first_created: str | None = None
    version_created: str | None = None
    content_created: str | None = None
    expires: str | None = None
    pub_status: str | None = None
    urgency: int | None = None
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    usage_terms: str | None = None
    rights_info: RightsInfo | None = None
    ed_note: str | None = None
    language: str | None = None
    title: str | None = None
    by: str | None = None
    slugline: str | None = None
    located: str | None = None
    headlines: list[Text] | None = None
    descriptions: list[Text] | None = None
    bodies: list[Body] | None = None
    subjects: list[Concept] | None = None
    places: list[Concept] | None = None
    people: list[Concept] | None = None
    organisations: list[Concept] | None = None
    genres: list[Concept] | None = None
    info_sources: list[Concept] | None = None
    renditions: list[File] | None = None
    associations: "list[Ninjs] | None" = None
