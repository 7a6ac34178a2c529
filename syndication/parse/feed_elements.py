"""Elements that RSS and Atom share: Dublin Core and Media RSS, and the words of any element."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from syndication.model import Line
from syndication.model.article import Genre, Media, Rendition, Subject
from syndication.parse import html_tree
from syndication.parse.addresses import resolve
from syndication.parse.captions import caption
from syndication.parse.html_inline import plain_line
from syndication.parse.xml_reader import Element, line_number
from syndication.vocabulary import genres, schemes
from syndication.xmlns import MEDIA

_CONTENT, _THUMBNAIL, _DESCRIPTION, _CREDIT, _TITLE = (
    f"{{{MEDIA}}}{name}" for name in ("content", "thumbnail", "description", "credit", "title")
)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


class Children:
    """The children of one element by their names, looked through once: an item is asked for some twenty."""

    def __init__(self, parent: Element) -> None:
        self.parent = parent
        self._named: dict[str, list[Element]] = {}
        for child in parent:
            name = child.tag
            if name in self._named:
                self._named[name].append(child)
            else:
                self._named[name] = [child]

    def __contains__(self, name: str) -> bool:
        """Say whether there is a child of that name."""
        return name in self._named

    def named(self, name: str) -> list[Element]:
        """Return the children of that name in their order."""
        return self._named.get(name, [])

    def text(self, *names: str) -> str | None:
        """Return the text of the first child that has one of the names and says something, as it stands."""
        for name in names:
            for element in self._named.get(name, ()):
                if said := words(element).strip():
                    return said
        return None

    def texts(self, name: str) -> list[str]:
        """Return the words of every child of that name, each on one line."""
        return [said for element in self.named(name) if (said := plain_line(words(element)))]


def local(element: Element) -> str:
    """Return the element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def text(parent: Element, *names: str) -> str | None:
    """Return the text of the first child that has one of the names and says something, as it stands."""
    for name in names:
        for child in parent.iterchildren(name):
            said = words(child).strip()
            if said:
                return said
    return None


def media(children: Children, base: str | None) -> tuple[Media, ...]:
    """Return the items of Media RSS below an element with these children: each `media:content`, else the thumbnail."""
    found: dict[str, Media] = {}
    for name in (_CONTENT, _THUMBNAIL):
        for element in () if found else children.parent.iter(name):
            item = _item(element, children, base)
            if item:
                found.setdefault(item.guid, item)
    return tuple(found.values())


def enclosure(href: str | None, kind: str | None, length: str | None, base: str | None) -> Media | None:
    """Return the media item of an enclosure (RSS 2.0, RFC 4287 §4.2.7.2), None where it is no media."""
    address = resolve(href, base)
    known = _kind(kind, None, address or "")
    if not address or not known:
        return None
    size = int(length) if length and length.isascii() and length.isdigit() and 0 < len(length) < 13 else None
    return Media(
        address, known, renditions=(Rendition(address, media_type=kind or None, length=size or None),)
    )


def account(parent: Element, fields: dict[str, str], body: frozenset[str]) -> Iterator[Line]:
    """Yield what became of each child: its field, or the news that it is not read.

    `fields` and `body` hold names with their namespaces; the words of `body` are accounted for as blocks.
    """
    for child in parent:
        tag = child.tag
        if tag not in body and (said := html_tree.line(words(child, " "))):
            number, field = line_number(child), fields.get(tag)
            if field:
                yield Line(number, said, "field", _rule(tag), field)
            else:
                yield Line(number, said, "furniture", f"{_rule(tag)} is not read")


def sorted_out(categories: Iterable[Subject]) -> tuple[tuple[Subject, ...], tuple[Genre, ...]]:
    """Return what a story is about, and what kind of writing it is: categories of IPTC's genres."""
    held = [(one, one.scheme is not None and schemes.alias(one.scheme) == "genre") for one in categories]
    kinds = tuple(genres.named(one.name) for one, is_genre in held if is_genre and one.name)
    return tuple(one for one, is_genre in held if not is_genre), kinds


@lru_cache(256)
def _rule(tag: str) -> str:
    return f"xml: {tag.rpartition('}')[2]}"


def words(element: Element, between: str = "") -> str:
    """Return the text of an element; most have no elements inside, whose texts would be put together."""
    return between.join(str(piece) for piece in element.itertext()) if len(element) else element.text or ""


def _item(content: Element, outer: Children, base: str | None) -> Media | None:
    href = resolve(content.get("url"), base)
    kind = _kind(content.get("type"), content.get("medium"), href or "")
    if content.tag == _THUMBNAIL:
        kind = "picture"
    if not href or not kind:
        return None
    around = content.getparent()
    near = [Children(content)] if len(content) else []
    if around is not None and around is not outer.parent:
        near.append(Children(around))
    title = _nearest(near, _TITLE)
    near.append(outer)
    said = caption(_nearest(near, _DESCRIPTION) or "", _nearest(near, _CREDIT))
    rendition = Rendition(
        href,
        media_type=content.get("type") or None,
        width=_number(content.get("width")),
        height=_number(content.get("height")),
        length=_number(content.get("fileSize")),
    )
    return Media(href, kind, headline=title, caption=said.text, credit=said.credit, renditions=(rendition,))


def _nearest(near: list[Children], name: str) -> str | None:
    for children in near:
        if name in children and (said := children.texts(name)):
            return said[0]
    return None


def _kind(
    media_type: str | None, medium: str | None, href: str
) -> Literal["picture", "video", "audio"] | None:
    word = medium or (media_type or "").partition("/")[0].lower()
    if word == "image" or (not word and href.partition("?")[0].lower().endswith(_PICTURES)):
        return "picture"
    if word == "video":
        return "video"
    return "audio" if word == "audio" else None


def _number(text: str | None) -> int | None:
    said = (text or "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 13 and int(said) else None
