"""The text of an NITF document as HTML (NITF 3.6, "body.content"): what is then read as the text of any page is."""

import copy
from typing import Literal, TypeAlias

import lxml.etree

from syndication.parse.standard_elements import below, child, children, local, said
from syndication.parse.xml_reader import Element

Kind: TypeAlias = Literal["picture", "video", "audio", "graphic"]
_HTML = {
    "p": "p", "hl1": "h2", "hl2": "h2", "bq": "blockquote", "block": "div", "credit": "cite", "ul": "ul", "ol": "ol",
    "li": "li", "dl": "div", "dt": "p", "dd": "p", "table": "table", "caption": "caption", "thead": "thead",
    "tbody": "tbody", "tfoot": "tbody", "tr": "tr", "th": "th", "td": "td", "pre": "pre", "a": "a", "br": "br",
    "em": "em", "sub": "sub", "sup": "sup", "hr": "hr", "body.content": "div", "datasource": "p",
}  # fmt: skip
"""Elements that HTML has too; what stands in a line and has no like is its words."""

_APART = frozenset({"note", "fn", "custom-table", "nitf-table"})
_KEPT = frozenset({"href", "colspan", "rowspan"})
KINDS: dict[str, Kind] = {
    "image": "picture",
    "photo": "picture",
    "picture": "picture",
    "graphic": "graphic",
    "video": "video",
    "audio": "audio",
}
"""What a media element is, by its `media-type`; other types are no media (text, data)."""
_TAGS = {"picture": "img", "graphic": "img", "video": "video", "audio": "audio"}


def body_html(content: Element) -> str:
    """Return the content as HTML, "" where it says nothing; `fn`, `note` and tables of data are not in it."""
    if not said(content) and child(content, "media") is None and next(below(content, "media"), None) is None:
        return ""
    root = copy.deepcopy(content)
    root.tail = None
    for one in list(root.iter()):
        name = local(one)
        if name == "media":
            _figure(one)
        elif name in _APART:
            _remove(one)
        else:
            _as_html(one, name)
    lxml.etree.cleanup_namespaces(root)
    return lxml.etree.tostring(root, encoding="unicode", method="html", with_tail=False)


def other_media(content: Element) -> list[Element]:
    """Return the media elements of kinds that nobody shows."""
    return [m for m in below(content, "media") if (m.get("media-type") or "image").lower() not in KINDS]


def _as_html(element: Element, name: str) -> None:
    if name == "q":
        element.text = f"“{element.text or ''}"
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}”"
        else:
            element.text += "”"
    element.tag = _HTML.get(name, "span")
    for key in [k for k in element.attrib if k not in _KEPT]:
        del element.attrib[key]


def _remove(element: Element) -> None:
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _figure(media: Element) -> None:
    """Make a figure of a media element; one of another kind (text, data) is not shown."""
    caption = said(child(media, "media-caption"))
    tag = _TAGS.get(KINDS.get((media.get("media-type") or "image").lower(), ""))
    files = [one for one in children(media, "media-reference") if one.get("source")]
    tail = media.tail
    shown = {k: v for k in ("width", "height") for one in files[:1] if (v := one.get(k))}
    alt = files[0].get("alternate-text") if files else None
    source = files[0].get("source") if files else None
    media.clear()
    media.tail = tail
    media.tag = "figure"
    if source and tag:
        attributes = {"src": str(source), **{k: str(v) for k, v in shown.items()}}
        lxml.etree.SubElement(media, tag, attributes | ({"alt": alt} if alt and tag == "img" else {}))
    if caption and tag:
        lxml.etree.SubElement(media, "figcaption").text = caption
