"""ninjs 3.1: one object, or the list or the `items` of several."""

from collections.abc import Iterator, Mapping

from syndication.validate import geojson, object_shape
from syndication.validate.document import Document, Moment, Picture, Story, Value
from syndication.validate.finding import Breach, Fault
from syndication.validate.json_reader import escaped
from syndication.validate.object_shape import outlines

_LABEL = "uri?:uri name?:string rel?:string literal?:string"
_COMMON = """uri:uri type?:text|audio|video|picture|graphic|composite|component|event|planning
 representationType?:full|partial profile?:string version?:string firstCreated?:rfc3339 versionCreated?:rfc3339
 contentCreated?:rfc3339 embargoedUntil?:rfc3339 pubStatus?:usable|withheld|canceled urgency?:1..9
 copyrightHolder?:string copyrightNotice?:string usageTerms?:string edNote?:string language?:string
 descriptions?:{text}[] bodies?:{body}[] headlines?:{text}[] people?:{party}[] organisations?:{organisation}[]
 places?:{place}[] subjects?:{subject}[] events?:{event}[] eventDetails?:{details} plannedCoverage?:{coverage}[]
 objects?:{label}[] infoSources?:{source}[] title?:string by?:string slugline?:string located?:string
 renditions?:{rendition}[] altIds?:{altid}[] trustIndicators?:{trust}[]
 standard?:{standard} genres?:{genre}[] expires?:rfc3339 rightsInfo?:{rights} digitalSourceType?:{kind}"""
OUTLINES = outlines(
    f"""
    ninjs {_COMMON.replace(chr(10), "")} associations?:{{association}}[]
    association name:string rel?:string {_COMMON.replace(chr(10), "")} associations?:{{association}}[]
    text role?:string contentType?:string value:string
    body role?:string contentType?:string charCount?:integer wordCount?:integer value:string
    label {_LABEL}
    genre name?:string uri?:string literal?:string
    kind name?:string uri?:uri literal?:string
    party {_LABEL} contactInfo?:{{contact}}[]
    source name?:string role?:string uri?:uri literal?:string contactInfo?:{{contact}}[]
    organisation {_LABEL} symbols?:{{symbol}}[] contactInfo?:{{contact}}[]
    symbol exchange?:string symbolType?:uri symbol?:string
    place {_LABEL} contactInfo?:{{contact}}[] geoJSON?:any
    contact type?:string role?:string lang?:string name?:string value?:string address?:{{address}}
    address lines?:string[] locality?:string area?:string postalCode?:string country?:string
    subject {_LABEL} creator?:string relevance?:0..100 confidence?:0..100
    event id?:string {_LABEL}
    details eventStatus?:uri plannedCoverageStatus?:uri dates?:{{dates}} organiser?:{{organisation}}
    dates startDate?:rfc3339 endDate?:rfc3339 expectedStartDate?:part-of-time expectedEndDate?:part-of-time expectedDuration?:string recurrence?:{{recurrence}}
    recurrence recurrenceDates?:part-of-time[] recurrenceRules?:{{rule}}[]
    rule frequency?:secondly|minutely|hourly|daily|weekly|monthly|yearly interval?:integer until?:rfc3339 count?:integer
    coverage uri?:uri title?:string pubStatus?:usable|withheld|canceled type?:text|audio|video|picture|graphic|composite|component|event|planning commissioned?:{{commission}} dates?:{{dates}} audiences?:{{audience}}[] exclAudience?:string[] edNote?:string urgency?:1..9 language?:string itemCount?:{{range}} wordCount?:integer renditions?:{{rendition}}[]
    commission by?:string on?:rfc3339 references?:{{reference}}[]
    reference name?:string value?:string
    audience audience?:string significance?:integer
    range rangeFrom?:integer rangeTo?:integer
    rendition name:string href?:uri contentType?:string title?:string width?:integer height?:integer sizeInBytes?:integer duration?:number format?:string aspectRatio?:string videoCodec?:string frameRate?:number poi?:{{point}} transportProtocol?:string scanType?:progressive|interlaced bitrate?:string
    point x?:integer y?:integer
    altid role?:string value?:string
    trust role?:uri title?:string href?:uri
    standard name?:string version?:string schema?:uri
    rights langId?:uri linkedRights?:uri encodedRights?:string
    """
)
_EITHER = {"contactInfo": ("value", "address"), "rightsInfo": ("linkedRights", "encodedRights")}
"""Of these members of an object, or of the objects in a list, exactly one is there."""
_TELLING = {"uri", "headlines", "bodies", "pubStatus", "versionCreated", "representationType", "renditions"}


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
    if not items:
        what = (
            "this holds no object" if isinstance(document.tree, dict | list) else "this should be an object"
        )
        yield Breach("type", Fault("", what))
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
    """Yield what a table cannot say: geometries, and of which members one is there."""
    if isinstance(item, list):
        for number, inner in enumerate(item):
            yield from _values(inner, f"{at}/{number}")
    for name, inner in item.items() if isinstance(item, dict) else ():
        place = f"{at}/{escaped(name)}"
        if name == "geoJSON":
            yield from geojson.faults(inner, place)
            continue
        if name == "dates" and isinstance(inner, dict):
            yield from _dates(inner, place)
        for number, held in enumerate(inner if isinstance(inner, list) else [inner]):
            if name in _EITHER and isinstance(held, dict):
                yield from _either(held, _EITHER[name], f"{place}/{number}" if held is not inner else place)
        if isinstance(inner, dict | list):
            yield from _values(inner, place)


def _dates(dates: Mapping[str, object], at: str) -> Iterator[Breach]:
    """A date is certain or expected, and one end of the event is known."""
    for pair in (("startDate", "expectedStartDate"), ("endDate", "expectedEndDate")):
        if set(pair) <= dates.keys():
            yield Breach("repeated", Fault(at, f"{pair[0]} is given both as certain and as expected"))
    if not dates.keys() & {"startDate", "expectedStartDate", "endDate", "expectedEndDate"}:
        yield Breach("missing", Fault(at, "dates has neither a start nor an end"))


def _either(held: Mapping[str, object], names: tuple[str, str], at: str) -> Iterator[Breach]:
    one, other = names
    if one in held and other in held:
        yield Breach("repeated", Fault(at, f"both {one} and {other} are given, and one of them may be"))
    if one not in held and other not in held:
        yield Breach("missing", Fault(at, f"this has neither {one} nor {other}"))


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
