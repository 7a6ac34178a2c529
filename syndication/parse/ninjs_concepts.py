"""What a ninjs object is about: subjects, people, places, organisations, genres; ninjs 1 has them by code and scheme."""

from syndication.model.article import Entity, Genre, Geo, Subject
from syndication.parse.html_inline import text_line
from syndication.parse.json_object import JsonObject
from syndication.vocabulary import schemes

_KEYWORD = "keyword"
_SUBJECTS = {
    "subject": None,
    "subjects": None,
    "service": "category",
    "event": "event",
    "events": "event",
    "object": "object",
    "objects": "object",
}
"""The names that hold subjects, and the type of these."""


def subjects(item: JsonObject) -> tuple[tuple[Subject, ...], tuple[str, ...]]:
    """Return the subjects and the keywords; a subject whose relation is `keyword` is one of these."""
    found: list[Subject] = []
    words = [text_line(word) for text in item.texts("keywords") for word in text.split(",")]
    for name, kind in _SUBJECTS.items():
        for one in item.objects(name):
            label = text_line(one.text("name")) or None
            relation = one.text("rel")
            code = qcode(one)
            one.ignore("creator", "confidence")
            relevance = one.number("relevance")
            if relation == _KEYWORD and label and code is None:
                words.append(label)
            elif label or code:
                scheme = _scheme(one.text("scheme"))
                weight = None if relevance is None else int(relevance)
                found.append(Subject(code, label, scheme, kind, weight))
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(filter(None, words)))


def entities(item: JsonObject, *names: str) -> tuple[Entity, ...]:
    """Return the people, places or organisations under these names."""
    found = []
    for one in item.objects(*names):
        code = qcode(one)
        name = text_line(one.text("name")) or code
        role = one.text("rel")
        geo = _position(one)
        if name:
            found.append(Entity(name, code if code != name else None, role, geo=geo))
    return tuple(dict.fromkeys(found))


def genres(item: JsonObject) -> tuple[Genre, ...]:
    """Return the genres; one without a name has its code's last part for a name."""
    found = []
    for one in item.objects("genre", "genres"):
        code = qcode(one)
        name = text_line(one.text("name")) or schemes.word(code)
        if name:
            found.append(Genre(name, code))
    return tuple(dict.fromkeys(found))


def qcode(concept: JsonObject) -> str | None:
    """Return the code of a concept: `alias:code` where IPTC's vocabulary has it, else the URI or literal as it is."""
    uri = concept.text("uri", "@id")
    literal = concept.text("qcode", "literal", "code")
    if uri:
        concept.ignore("literal", "code", "qcode", "scheme")
        return schemes.qcode(uri) or uri
    if not literal:
        return None
    alias = schemes.alias(concept.text("scheme"))
    return f"{alias}:{literal}" if alias and ":" not in literal else schemes.qcode(literal) or literal


def _scheme(printed: str | None) -> str | None:
    return None if schemes.alias(printed) else printed


def _position(concept: JsonObject) -> Geo | None:
    """Return the position of a GeoJSON point, longitude first (RFC 7946 §3.1.1)."""
    for shape in concept.objects("geojson", "geometry_geojson", "geometry"):
        for point in shape.objects("geometry") or [shape]:
            place = point.numbers("coordinates")
            if (
                point.text("type") == "Point"
                and len(place) > 1
                and abs(place[1]) <= 90
                and abs(place[0]) <= 180
            ):
                return Geo(place[1], place[0])
    return None
