"""What RSS and Atom share: the elements of Media RSS, Atom links, and where addresses stand in a tree."""

from collections.abc import Iterator

from syndication.validate.document import Picture, Value
from syndication.validate.finding import Element, local_name
from syndication.validate.schema_types import count
from syndication.xmlns import ATOM, MEDIA

_PLACES = ("href", "src", "url", "poster")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def value(element: Element | None) -> Value | None:
    """Return the stripped text of an element without children's, None where there is no element."""
    return None if element is None else Value((element.text or "").strip(), element)


def words(element: Element) -> str:
    """Return all text in an element, its white space made single, comments left out."""
    return " ".join(str(element.xpath("string()")).split())


def first(parent: Element, path: str) -> Value | None:
    """Return the text of the first element at the path."""
    return value(parent.find(path))


def every(parent: Element, path: str) -> tuple[Value, ...]:
    """Return the texts of all elements at the path."""
    return tuple(Value((found.text or "").strip(), found) for found in parent.iterfind(path))


def language(element: Element) -> str | None:
    """Return `xml:lang` of the element itself (XML 1.0 §2.12)."""
    return element.get(_LANGUAGE)


def pixels(text: str | None) -> int | None:
    """Return a whole number of pixels or bytes, None for anything else."""
    return int(text) if text and count(text.strip()) else None


def pictures(entry: Element, body: Value | None) -> tuple[Picture, ...]:
    """Return the pictures of an entry: Media RSS, enclosures, then those in its HTML."""
    found = []
    for content in entry.iter(f"{{{MEDIA}}}content"):
        kind, medium = content.get("type"), content.get("medium")
        if medium == "image" or (medium is None and (kind or "").startswith("image/")):
            size = (content.get("width"), content.get("height"), content.get("fileSize"))
            numbers = [pixels(n) for n in size]
            found.append(Picture(content.get("url") or "", content, kind, *numbers))
    for enclosure in (*entry.iterfind("enclosure"), *entry.iterfind(f"{{{ATOM}}}link[@rel='enclosure']")):
        kind = enclosure.get("type") or ""
        href = enclosure.get("url") or enclosure.get("href") or ""
        if kind.startswith("image/") and all(p.href != href for p in found):
            found.append(Picture(href, enclosure, kind, size=pixels(enclosure.get("length"))))
    return (*found, *pictures_of(body, {p.href for p in found}))


def pictures_of(body: Value | None, known: set[str]) -> Iterator[Picture]:
    """Yield the pictures in HTML that are not among the known addresses."""
    for tag in body.markup.named("img") if body and body.html else ():
        href = tag.attributes.get("src", "")
        if href and href not in known:
            size = (pixels(tag.attributes.get("width")), pixels(tag.attributes.get("height")))
            yield Picture(href, body.at if body else None, None, *size)


def item_class(entry: Element, body: Value | None) -> str | None:
    """Return what kind of story its media make of it: `video` or `audio` where they are its first file.

    None where it has a text as well: it may be an article with a film, or a film with its words.
    """
    first_file = next(entry.iter(f"{{{MEDIA}}}content"), None)
    medium = None if first_file is None else first_file.get("medium")
    if medium not in {"video", "audio"}:
        return "text"
    return None if body and body.text else medium


def addresses(root: Element) -> tuple[Value, ...]:
    """Return every attribute of the tree that holds an address, and the text of RSS links."""
    found = []
    for element in root.iter("*"):
        local = local_name(element)
        for name in _PLACES:
            held = element.get(name)
            if held is not None and not (name == "url" and local == "source" and not held):
                found.append(Value(held, element))
        if local in {"link", "comments"} and element.tag == local:
            found.append(Value((element.text or "").strip(), element))
    return tuple(found)
