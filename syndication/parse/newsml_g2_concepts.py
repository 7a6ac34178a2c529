"""Concepts of NewsML-G2: codes by the catalogues that stand in the document, names, places, who wrote it (2.35).

Catalogues are never fetched. A code whose alias neither IPTC nor the document declares is kept as it is printed.
"""

from syndication.model.article import Author, Entity, Genre, Geo, Subject
from syndication.on_demand import Expression
from syndication.parse.standard_elements import below, child, children, local, said, value
from syndication.parse.xml_reader import Element
from syndication.vocabulary import schemes

_COUNTRY = Expression(r"iso3166-1a2:([A-Z]{2})\Z")
_CODED = Expression(r"([^\s:/]+):(\S+)\Z")
_NATURES = {"person": "people", "organisation": "organisations", "geoarea": "places", "poi": "places"}
_KNOWN = frozenset({*schemes.SCHEMES, "iso3166-1a2", "iso3166-1a3"})


class Concepts:
    """The vocabulary of one document: its aliases, and the names and positions that its `assert` elements give to codes."""

    def __init__(self, item: Element, around: tuple[Element, ...] = ()) -> None:
        self._aliases: dict[str, str] = {}
        for holder in (*around, item):
            for catalogue in children(holder, "catalog"):
                for scheme in children(catalogue, "scheme"):
                    self._aliases[scheme.get("alias", "")] = scheme.get("uri", "")
        told = [(code, one) for one in children(item, "assert") if (code := self.code(one))]
        self._names = {code: name for code, one in told if (name := value(one, "name"))}
        self._positions = {code: place for code, one in told if (place := _position(one))}
        self._unresolved: set[str] = set()

    @property
    def unresolved(self) -> list[str]:
        """The aliases met so far that nothing in the document explains."""
        return sorted(self._unresolved)

    def code(self, element: Element) -> str | None:
        """Return the code of a concept by `qcode`, `uri` or `literal`, IPTC's under the aliases of its catalogue."""
        printed = (element.get("qcode") or "").strip()
        found = _CODED.match(printed)
        if found:
            uri = self._aliases.get(found[1])
            alias = schemes.alias(uri) if uri else None
            if alias:
                return f"{alias}:{found[2]}"
            return printed
        uri = (element.get("uri") or "").strip()
        return (
            (schemes.qcode(uri) or uri) if uri else (element.get("literal") or "").strip() or printed or None
        )

    def name(self, element: Element) -> str | None:
        """Return the name of a concept: its own, or the one that the document gives to its code."""
        code = self.code(element)
        own = value(element, "name") or self._names.get(code or "")
        if own is None and code:
            alias = code.partition(":")[0]
            if element.get("qcode") and alias not in _KNOWN and alias not in self._aliases:
                self._unresolved.add(alias)
        return own

    def subject(self, element: Element) -> Subject | None:
        """Return a subject, None for one without code and name."""
        code, name = self._told(element)
        if not (code or name):
            return None
        weight = element.get("relevance") or ""
        kind = schemes.word(element.get("type"))
        return Subject(
            code,
            name,
            type=None if kind in {"", "abstract"} else kind,
            relevance=int(weight) if weight.isdigit() and len(weight) < 4 else None,
        )

    def entity(self, element: Element, role: str | None = None) -> Entity | None:
        """Return a person, place or organisation; one without a name has the word of its code."""
        code, name = self._told(element)
        if not (name or code):
            return None
        if name is None and element.get("literal"):
            code, name = None, code
        codes = [self.code(element), *(self.code(one) for one in children(element, "broader", "sameAs"))]
        country = next((found[1] for one in codes if one and (found := _COUNTRY.match(one))), None)
        return Entity(
            name or schemes.word(code) or code or "",
            code,
            role,
            country,
            _position(element) or (self._asserted(element) if nature(element) == "places" else None),
        )

    def _asserted(self, element: Element) -> Geo | None:
        return self._positions.get(self.code(element) or "")

    def genre(self, element: Element) -> Genre | None:
        """Return a genre, None for one without code and name."""
        code, name = self._told(element)
        named = name or (code or "").rpartition(":")[2]
        return Genre(named, code) if named else None

    def author(self, element: Element) -> Author | None:
        """Return who made something; without a name nobody."""
        name = self._told(element)[1]
        if not name and element.get("literal"):
            name = element.get("literal")
        job = schemes.word(element.get("jobtitle")) or value(element, "jobtitle")
        return Author(name, schemes.word(element.get("role")) or None, jobtitle=job or None) if name else None

    def _told(self, element: Element) -> tuple[str | None, str | None]:
        """Return code and name; a literal that only repeats the name is no code."""
        code, name = self.code(element), self.name(element)
        return (None if code == name else code), name


def nature(element: Element) -> str:
    """Return the field that a subject of this type belongs to: `people`, `places`, `organisations` or `subjects`."""
    return _NATURES.get(schemes.word(element.get("type")).lower(), "subjects")


def _position(element: Element) -> Geo | None:
    place = next(below(element, "position"), None)
    try:
        found = (
            Geo(float(place.get("latitude", "")), float(place.get("longitude", "")))
            if place is not None
            else None
        )
    except ValueError:
        return None
    return found if found and abs(found.lat) <= 90 and abs(found.lon) <= 180 else None


def printed(element: Element | None) -> str:
    """Return the words of a party (a holder, a provider): its name, else its literal, else its code's last word."""
    if element is None:
        return ""
    return (
        value(element, "name")
        or (element.get("literal") or "").strip()
        or schemes.word(element.get("qcode"))
        or _bare(element)
    )


def _bare(element: Element) -> str:
    return "" if len(element) and local(element[0]) else said(child(element, "name")) or said(element)
