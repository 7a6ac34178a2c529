"""GeoJSON (RFC 7946): points, lines and areas, alone, in collections and as features."""

from collections.abc import Iterator, Mapping

from syndication.validate.finding import Breach, Fault, shown

_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
_MEMBERS = {"GeometryCollection": "geometries", "FeatureCollection": "features"}
_SHORTEST = {"LineString": 2, "MultiLineString": 2, "Polygon": 4, "MultiPolygon": 4}
"""How many positions a line has, and a ring that is closed (§3.1.4, §3.1.6)."""


def faults(value: object, at: str) -> Iterator[Breach]:
    """Yield what is against the RFC in one object (§3)."""
    if not isinstance(value, Mapping):
        yield Breach("type", Fault(at, "this should be an object of GeoJSON"))
        return
    kind = value.get("type")
    if isinstance(kind, str) and kind in _DEPTHS:
        coordinates = value.get("coordinates")
        if not _nested(coordinates, _DEPTHS[kind], _SHORTEST.get(kind, 0)):
            yield Breach("value", Fault(f"{at}/coordinates", f"these are not the coordinates of a {kind}"))
    elif isinstance(kind, str) and kind in _MEMBERS:
        held = value.get(_MEMBERS[kind])
        if not isinstance(held, list):
            yield Breach("missing", Fault(at, f"{kind} lacks its list of {_MEMBERS[kind]}"))
        for number, inner in enumerate(held if isinstance(held, list) else ()):
            yield from faults(inner, f"{at}/{_MEMBERS[kind]}/{number}")
    elif kind == "Feature":
        yield from _feature(value, at)
    else:
        yield Breach("value", Fault(f"{at}/type", f"{shown(str(kind))} is no geometry"))


def _feature(feature: Mapping[str, object], at: str) -> Iterator[Breach]:
    """§3.2: both members are there, and either may be null."""
    for name in ("geometry", "properties"):
        if name not in feature:
            yield Breach("missing", Fault(at, f"Feature lacks {name}"))
    if feature.get("geometry") is not None:
        yield from faults(feature["geometry"], f"{at}/geometry")
    if not isinstance(feature.get("properties"), Mapping | None):
        yield Breach("type", Fault(f"{at}/properties", "this should be an object, or null"))


def _nested(value: object, depth: int, shortest: int) -> bool:
    """Say whether it is a position, or a list of such, so deep (§3.1.1)."""
    if not isinstance(value, list):
        return False
    if depth == 0:
        return len(value) > 1 and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value)
    return (depth > 1 or len(value) >= shortest) and all(
        _nested(inner, depth - 1, shortest) for inner in value
    )
