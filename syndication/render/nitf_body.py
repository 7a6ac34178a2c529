"""The text of a story in NITF's own elements (3.6, "body.content"), made from the body as HTML.

What NITF has no element for gives its words; pictures that the text does not place follow it.
"""

from lxml.etree import SubElement, _Element

from syndication.model import Article, Profile
from syndication.render import media_files, story
from syndication.render.body_html import body_html
from syndication.render.markup_tree import said, tree
from syndication.render.media_files import MediaFile
from syndication.render.plain_text import line
from syndication.xmlns import NITF

_N = f"{{{NITF}}}"
_SAME = frozenset(
    {"p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "pre", "a", "br"}
)
_INSTEAD = {"h2": "hl2", "strong": "em", "b": "em", "i": "em", "em": "em"}
_MEDIA_TYPE = {"picture": "image", "graphic": "image", "video": "video", "audio": "audio"}


def append_body(content: _Element, article: Article, page: str, profile: Profile) -> None:
    """Append the text and every media item."""
    files = {f.href: f for f in media_files.files(article, page, profile.images)}
    markup = body_html(article, page, profile)
    placed: set[str] = set()
    if markup:
        _blocks(tree(markup), content, files, placed)
    for href, file in files.items():
        if href not in placed:
            _media(content, file)


def _blocks(parent: _Element, into: _Element, files: dict[str, MediaFile], placed: set[str]) -> None:
    """Append the blocks inside `parent`; words between them become a paragraph of their own."""
    _loose(into, parent.text)
    for element in parent:
        name = str(element.tag)
        if name in {"div", "x"}:
            _blocks(element, into, files, placed)
        elif name == "blockquote":
            block = SubElement(SubElement(into, _N + "bq"), _N + "block")
            _blocks(element, block, files, placed)
        elif name in {"figure", "img"}:
            _figure(element, into, files, placed)
        elif name in {"p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "pre"}:
            block = SubElement(into, _N + ("hl2" if name[0] == "h" else name))
            _inside(element, block)
        else:
            _inline_block(element, into)
        _loose(into, element.tail)


def _loose(into: _Element, text: str | None) -> None:
    if text and text.strip():
        SubElement(into, _N + "p").text = text.strip()


def _inline_block(element: _Element, into: _Element) -> None:
    """Append an inline element that stands among blocks (a profile without paragraphs), or a frame's link."""
    paragraph = SubElement(into, _N + "p")
    if element.tag == "iframe":
        href = element.get("src") or ""
        SubElement(paragraph, _N + "a", href=href).text = href
    else:
        _put(element, paragraph)


def _inside(source: _Element, into: _Element) -> None:
    """Copy text and elements, an element without its like as its words alone."""
    _text(into, source.text)
    for element in source:
        _put(element, into)
        _text(into, element.tail)


def _put(element: _Element, into: _Element) -> None:
    name = str(element.tag)
    if into.tag == _N + "pre":
        _text(into, said(element))
        return
    instead = name if name in _SAME else _INSTEAD.get(name)
    if instead is None:
        _inside(element, into)
        return
    attributes = {"href": str(element.get("href"))} if name == "a" and element.get("href") else {}
    _inside(element, SubElement(into, _N + instead, attributes))


def _text(into: _Element, text: str | None) -> None:
    """Append words after all that is there."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    elif into.tag in {_N + "ul", _N + "ol", _N + "table", _N + "tr", _N + "thead", _N + "tbody"}:
        return  # blanks between the parts of a list or table
    else:
        into.text = (into.text or "") + text


def _figure(figure: _Element, into: _Element, files: dict[str, MediaFile], placed: set[str]) -> None:
    image = figure if figure.tag == "img" else figure.find("img")
    href = str(image.get("src")) if image is not None else ""
    file = files.get(href)
    if file is not None:
        placed.add(href)
        _media(
            into, file, captioned=image is not figure
        )  # a picture without its figure has its words behind it


def _media(into: _Element, file: MediaFile, *, captioned: bool = True) -> None:
    """Append a picture, film or sound; the credit has an attribute of its own and is no part of the caption."""
    media = SubElement(into, _N + "media", {"media-type": _MEDIA_TYPE[file.media.kind]})
    known = {
        "source": file.href,
        "mime-type": file.media_type,
        "alternate-text": line(file.media.alt),
        "source-credit": line(file.media.credit),
        "copyright": story.rights(file.media.rights),
        "width": str(file.width) if file.width else "",
        "height": str(file.height) if file.height else "",
    }
    SubElement(media, _N + "media-reference", {name: value for name, value in known.items() if value})
    caption = line(file.media.caption) or line(file.media.headline)
    if caption and captioned:
        SubElement(SubElement(media, _N + "media-caption"), _N + "p").text = caption
