"""ninjs 3.1: one object, or the list or the `items` of several."""

import re
from collections.abc import Iterator, Mapping

from syndication.validate import object_shape
from syndication.validate.document import Document, Moment, Picture, Story, Value
from syndication.validate.finding import Breach, Fault, shown
from syndication.validate.object_shape import outlines

_LABEL = "uri?:string name?:string rel?:string literal?:string"
_COMMON = """uri:uri type?:text|audio|video|picture|graphic|composite|component|event|planning
 representationType?:full|partial profile?:string version?:string firstCreated?:rfc3339 versionCreated?:rfc3339
 contentCreated?:rfc3339 embargoedUntil?:rfc3339 pubStatus?:usable|withheld|canceled urgency?:number
 copyrightHolder?:string copyrightNotice?:string usageTerms?:string edNote?:string language?:string
 descriptions?:{text}[] bodies?:{text}[] headlines?:{text}[] people?:{party}[] organisations?:{organisation}[]
 places?:{place}[] subjects?:{subject}[] events?:{event}[] eventDetails?:any plannedCoverage?:{coverage}[]
 objects?:{label}[] infoSources?:{source}[] title?:string by?:string slugline?:string located?:string
 renditions?:{rendition}[] altIds?:{altid}[] trustIndicators?:{trust}[]
 standard?:{standard} genres?:{label}[] expires?:rfc3339 rightsInfo?:{rights} digitalSourceType?:{label}"""
OUTLINES = outlines(
    f"""
    ninjs {_COMMON.replace(chr(10), "")} associations?:{{association}}[]
    association name:string rel?:string {_COMMON.replace(chr(10), "")} associations?:{{association}}[]
    text role?:string contentType?:string value:string charCount?:number wordCount?:number
    label {_LABEL}
    party {_LABEL} contactInfo?:any
    source name?:string role?:string uri?:uri literal?:string contactInfo?:any
    organisation {_LABEL} symbols?:any contactInfo?:any
    place {_LABEL} contactInfo?:any geoJSON?:{{geometry}}
    geometry type:string ...
    subject {_LABEL} creator?:string relevance?:number confidence?:number
    event id?:string {_LABEL}
    coverage uri?:string title?:string pubStatus?:string type?:string commissioned?:any dates?:any audiences?:any exclAudience?:any edNote?:string urgency?:number language?:string itemCount?:any wordCount?:any renditions?:{{rendition}}[] ...
    rendition name:string href?:uri contentType?:string title?:string width?:number height?:number sizeInBytes?:number duration?:number format?:string aspectRatio?:string videoCodec?:string frameRate?:number poi?:any transportProtocol?:string scanType?:progressive|interlaced bitrate?:string
    altid role?:string value?:string
    trust role?:string title?:string href?:uri
    standard name?:string version?:string schema?:uri
    rights langId?:any linkedRights?:any encodedRights?:any
    """
)
_TELLING = {"uri", "headlines", "bodies", "pubStatus", "versionCreated", "representationType", "renditions"}
_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_GEOMETRIES = {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
_GEOMETRIES |= {"GeometryCollection", "Feature", "FeatureCollection"}


def recognises(value: object) -> bool:
    """Tell ninjs by what it alone has, in one object or in the first of several."""
    found = next((item for _, item in _items(value)), None)
    if not isinstance(found, dict):
        return False
    standard = found.get("standard")
    named = isinstance(standard, dict) and str(standard.get("name", "")).lower() == "ninjs"
    return named or len(found.keys() & _TELLING) > 1


def read(value: object, data: bytes) -> Document:
    """Return the facts of the objects."""
    stories = tuple(_story(item, at) for at, item in _items(value) if isinstance(item, dict))
    moments = tuple(m for s in stories for m in (s.published, s.updated) if m)
    return Document(format="ninjs", data=data, tree=value, stories=stories, moments=moments)


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against ninjs 3.1."""
    items = _items(document.tree)
    if not items and not isinstance(document.tree, dict | list):
        yield Breach("type", Fault("", "this should be an object"))
    for at, item in items:
        yield from _version(item, at)
        yield from object_shape.check(item, "ninjs", OUTLINES, at)
        yield from _values(item, at)


def _version(item: object, at: str) -> Iterator[Breach]:
    standard = item.get("standard") if isinstance(item, dict) else None
    version = standard.get("version") if isinstance(standard, dict) else None
    if isinstance(version, str) and not version.startswith("3"):
        said = f"this says that it is ninjs {version[:20]}, and is held against 3.1"
        yield Breach("version", Fault(f"{at}/standard/version", said), "warning")


def _values(item: object, at: str) -> Iterator[Breach]:
    """Check what a table cannot say: the scale of urgency, geometries, the dates of events."""
    if isinstance(item, list):
        for number, inner in enumerate(item):
            yield from _values(inner, f"{at}/{number}")
    if not isinstance(item, dict):
        return
    urgency = item.get("urgency")
    if urgency is not None and (
        isinstance(urgency, bool) or not isinstance(urgency, int) or not 1 <= urgency <= 9
    ):
        yield Breach(
            "value", Fault(f"{at}/urgency", f"urgency is {shown(str(urgency))}, not a number from 1 to 9")
        )
    geometry = item.get("geoJSON")
    if isinstance(geometry, dict) and str(geometry.get("type")) not in _GEOMETRIES:
        yield Breach("value", Fault(f"{at}/geoJSON", f"{shown(str(geometry.get('type')))} is no geometry"))
    for name in ("expectedStartDate", "expectedEndDate"):
        date = item.get(name)
        if isinstance(date, str) and not _PARTIAL_DATE.fullmatch(date):
            yield Breach("value", Fault(f"{at}/{name}", f"{shown(date)} is not a date"))
    if {"startDate", "expectedStartDate"} <= item.keys() or {"endDate", "expectedEndDate"} <= item.keys():
        yield Breach("repeated", Fault(at, "a date is given both as certain and as expected"))
    for name, inner in item.items():
        if isinstance(inner, dict | list):
            yield from _values(inner, f"{at}/{name}")


def _items(value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        inner = value.get("items")
        if isinstance(inner, list) and "uri" not in value:
            return [(f"/items/{number}", item) for number, item in enumerate(inner)]
        return [("", value)]
    return [(f"/{number}", item) for number, item in enumerate(value)] if isinstance(value, list) else []


def _story(item: Mapping[str, object], at: str) -> Story:
    uri = item.get("uri")
    texts = {name: _first_text(item.get(name)) for name in ("headlines", "bodies", "descriptions")}
    renditions = item.get("renditions")
    files = [r for r in renditions if isinstance(r, dict)] if isinstance(renditions, list) else []
    tongue = item.get("language")
    return Story(
        node=at,
        guid=Value(uri, f"{at}/uri") if isinstance(uri, str) else None,
        title=Value(texts["headlines"], f"{at}/headlines") if texts["headlines"] else None,
        published=_moment(item, "firstCreated", at),
        updated=_moment(item, "versionCreated", at),
        summary=Value(texts["descriptions"], f"{at}/descriptions") if texts["descriptions"] else None,
        body=Value(texts["bodies"], f"{at}/bodies") if texts["bodies"] else None,
        language=tongue if isinstance(tongue, str) else None,
        withdrawn=item.get("pubStatus") in ("canceled", "withheld"),
        pictures=tuple(
            Picture(str(f.get("href")), f"{at}/renditions", str(f.get("contentType")))
            for f in files
            if str(f.get("contentType", "")).startswith("image/")
        ),
    )


def _first_text(texts: object) -> str | None:
    found = next((t for t in texts if isinstance(t, dict)), {}) if isinstance(texts, list) else {}
    value = found.get("value")
    return value if isinstance(value, str) else None


def _moment(item: Mapping[str, object], name: str, at: str) -> Moment | None:
    found = item.get(name)
    return Moment(found, f"{at}/{name}", "rfc3339") if isinstance(found, str) else None
