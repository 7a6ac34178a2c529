"""Apple News Format: `article.json`, one document per story."""

from collections.abc import Iterator, Mapping

from syndication.validate import object_shape
from syndication.validate.datatypes import web
from syndication.validate.document import Document, Moment, Picture, Story, Value
from syndication.validate.finding import Breach, Fault
from syndication.validate.object_shape import outlines

OUTLINES = outlines(
    """
    article version:version identifier:nonempty title:nonempty language:language layout:{layout} components:{component}[] componentTextStyles:{styles} metadata?:{metadata} ...
    layout columns:1.. width:1.. margin?:0.. gutter?:0..
    styles ...
    component role:nonempty ...
    metadata authors?:string[] canonicalURL?:web dateCreated?:rfc3339 dateModified?:rfc3339 datePublished?:rfc3339 excerpt?:string keywords?:string[] thumbnailURL?:string ...
    """
)
_WORDS = frozenset({"title", "intro", "heading", "body", "byline", "author", "caption", "quote", "pullquote"})
_PICTURES = ("photo", "image", "figure", "portrait", "logo")
"""The roles whose component is a text, or a file (Apple News Format, "Components")."""
_FILES = ("URL", "stillURL", "imageURL")


def recognises(value: object) -> bool:
    """Tell an article by what it alone has."""
    return isinstance(value, dict) and {"components", "layout"} <= value.keys()


def components(value: object, at: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield every component with its JSON pointer, those of containers after their container."""
    inner = value.get("components") if isinstance(value, dict) else None
    for number, component in enumerate(inner if isinstance(inner, list) else ()):
        place = f"{at}/components/{number}"
        if isinstance(component, dict):
            yield place, component
            yield from components(component, place)


def read(value: object, data: bytes) -> Document:
    """Return the one story of the document."""
    article = value if isinstance(value, dict) else {}
    metadata = article.get("metadata")
    known = metadata if isinstance(metadata, dict) else {}
    found = list(components(article))
    words = [c.get("text") for _, c in found if c.get("role") == "body"]
    bylines = [c.get("text") for _, c in found if c.get("role") in ("byline", "author")]
    authors = known.get("authors")
    names = [*bylines, *(authors if isinstance(authors, list) else ())]
    addresses = [(p, c.get(name)) for p, c in found for name in _FILES if isinstance(c.get(name), str)]
    pictures = [
        (p, c["URL"]) for p, c in found if c.get("role") in _PICTURES and isinstance(c.get("URL"), str)
    ]
    story = Story(
        node="",
        guid=_value(article, "identifier", ""),
        link=_value(known, "canonicalURL", "/metadata"),
        title=_value(article, "title", ""),
        published=_moment(known, "datePublished"),
        updated=_moment(known, "dateModified"),
        summary=_value(known, "excerpt", "/metadata"),
        body=Value("\n".join(w for w in words if isinstance(w, str)), "/components") if words else None,
        authors=tuple(Value(n, "/components") for n in names if isinstance(n, str) and n.strip()),
        pictures=tuple(Picture(str(href), place) for place, href in pictures),
    )
    remote = [Value(str(href), place) for place, href in addresses if not str(href).startswith("bundle://")]
    canonical = story.link
    return Document(
        format="apple-news",
        data=data,
        tree=value,
        title=story.title,
        stories=(story,),
        moments=tuple(m for m in (story.published, story.updated) if m),
        addresses=(*remote, *((canonical,) if canonical else ())),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against Apple News Format."""
    yield from object_shape.check(document.tree, "article", OUTLINES)
    for place, component in components(document.tree):
        href, role = component.get("URL"), str(component.get("role"))
        if role in _WORDS and not isinstance(component.get("text"), str):
            yield Breach("missing", Fault(place, f"the component {role} lacks its text"))
        if role in _PICTURES and not isinstance(href, str):
            yield Breach("missing", Fault(place, f"the component {role} lacks its URL"))
        for name in _FILES:
            href = component.get(name)
            if isinstance(href, str) and not href.startswith("bundle://") and not web(href):
                said = f"{name} is neither bundle:// nor an http address"
                yield Breach("value", Fault(f"{place}/{name}", said))


def _value(holder: Mapping[str, object], name: str, at: str) -> Value | None:
    found = holder.get(name)
    return Value(found.strip(), f"{at}/{name}") if isinstance(found, str) else None


def _moment(metadata: Mapping[str, object], name: str) -> Moment | None:
    found = _value(metadata, name, "/metadata")
    return Moment(found.text, found.at, "rfc3339") if found else None
