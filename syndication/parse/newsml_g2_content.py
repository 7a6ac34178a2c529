"""The content of a NewsML-G2 item: its text, whatever notation it is in, and its files (2.35, "contentSet")."""

import copy
from typing import Literal, NamedTuple, TypeAlias

import lxml.etree

from syndication.model.article import Issue, Media, Rendition
from syndication.parse import nitf_document
from syndication.parse.addresses import resolve
from syndication.parse.newsml_g2_parts import Part, parts
from syndication.parse.nitf_document import Nitf
from syndication.parse.standard_elements import child, children, local, said
from syndication.parse.standard_story import Text
from syndication.parse.xml_reader import Element
from syndication.prose import Context

Kind: TypeAlias = Literal["picture", "video", "audio", "graphic"]
KINDS: dict[str, Kind] = {"picture": "picture", "video": "video", "audio": "audio", "graphic": "graphic"}
_TYPES: dict[str, Kind] = {"image": "picture", "video": "video", "audio": "audio"}
_NOTHING = Part()
_SECONDS = {"": 1.0, "timeunit:seconds": 1.0, "timeunit:milliseconds": 0.001}


class File(NamedTuple):
    """One remote file: what it is, its title, and what is said of it."""

    rendition: Rendition
    kind: Kind | None
    title: str | None
    part: Part


class Content(NamedTuple):
    """The text, the NITF document that it stood in, the media, the words printed, and what was noticed."""

    text: Text | None = None
    nitf: Nitf | None = None
    media: tuple[Media, ...] = ()
    word_count: int | None = None
    issues: tuple[Issue, ...] = ()


def content(item: Element, context: Context, kind: Kind | None) -> Content:
    """Return the content of an item; of a media item (`kind`) every file is a rendition of it."""
    text: Text | None = None
    found: Nitf | None = None
    counted: int | None = None
    issues: list[Issue] = []
    whole = child(item, "contentSet")
    for one in children(whole, "inlineXML", "inlineData"):
        inner = next((e for e in one if local(e)), None)
        if text is not None and text.value:
            continue  # another form of the text
        name = local(inner).lower() if inner is not None else ""
        if inner is not None and name == "nitf":
            found = nitf_document.document(inner, context)
            text = found.text
        elif inner is not None and name in {"html", "body", "div", "p", "article", "section"}:
            text = Text(_markup(inner))
        elif local(one) == "inlineData":
            words = "".join(str(t) for t in one.itertext())
            text = Text(words, is_html="html" in (one.get("contenttype") or "")) if words.strip() else None
        elif inner is not None:
            issues.append(Issue("body-not-read", f"the text in {name} was left out"))
        if text is not None:
            counted = _whole(one.get("wordcount"))
    media, lost = _media(item, kind, parts(item, context.hints.timezone))
    return Content(text, found, media, counted, (*issues, *lost))


def _markup(element: Element) -> str:
    """Return XHTML as HTML, without its head."""
    held = child(element, "body") if local(element) == "html" else element
    root = copy.deepcopy(element if held is None else held)
    root.tail = None
    for one in root.iter():
        one.tag = local(one) or one.tag
    if root.tag == "body":
        root.tag = "div"
    lxml.etree.cleanup_namespaces(root)
    if not said(root) and next(root.iter("img", "video", "audio"), None) is None:
        return ""
    return lxml.etree.tostring(root, encoding="unicode", method="html", with_tail=False)


def _media(
    item: Element, kind: Kind | None, said_of: dict[str, Part]
) -> tuple[tuple[Media, ...], tuple[Issue, ...]]:
    """Return the remote files, those of one resource together; of a media item those without one are its own."""
    found: dict[str, list[File]] = {}
    lost = 0
    for one in children(child(item, "contentSet"), "remoteContent"):
        file = _rendition(one)
        its_kind = _TYPES.get((one.get("contenttype") or "").partition("/")[0].lower())
        if file is None or not (its_kind or kind):
            lost += 1
            continue
        key = one.get("residref") or (kind and item.get("guid")) or file.href
        part = said_of.get(one.get("id") or "", _NOTHING)
        found.setdefault(key, []).append(File(file, its_kind, one.get("title"), part))
    said_so = f"{lost} files have no address on the public web, or are no media"
    issues = (Issue("no-address", said_so),) if lost else ()
    return tuple(_resource(key, files, kind) for key, files in found.items()), issues


def _resource(key: str, files: list[File], kind: Kind | None) -> Media:
    """Return one resource: what it is say its files, a picture beside a video being its poster.

    A title stands for a headline where the resource has no words of its own, and then it may only repeat them.
    """
    kinds = {file.kind for file in files if file.kind}
    of = next((k for k in (kind, "video", "audio") if k in kinds), None) or (kind if not kinds else "picture")
    if kind == "graphic" and kinds <= {"picture"}:
        of = "graphic"
    part = next((file.part for file in files if file.part != _NOTHING), _NOTHING)
    title = next((file.title for file in files if file.title), None)
    return Media(
        key,
        of or "picture",
        headline=part.headline or (None if title == part.caption else title),
        caption=part.caption,
        alt=part.alt,
        credit=part.credit,
        renditions=tuple(file.rendition for file in files),
        rights=part.rights,
    )


def _rendition(element: Element) -> Rendition | None:
    href = resolve(element.get("href"), None)
    if href is None:
        return None
    return Rendition(
        href,
        (element.get("rendition") or "").rpartition("/")[2].removeprefix("rnd:") or None,
        element.get("contenttype"),
        _whole(element.get("width")),
        _whole(element.get("height")),
        _duration(element),
        _whole(element.get("size")),
    )


def _duration(element: Element) -> float | None:
    unit = _SECONDS.get(element.get("durationunit") or "")
    try:
        found = float(element.get("duration") or "nan")
    except ValueError:
        return None
    return found * unit if unit and 0 < found < 10**9 else None


def _whole(printed: str | None) -> int | None:
    return int(printed) if printed and printed.isascii() and printed.isdigit() and len(printed) < 13 else None
