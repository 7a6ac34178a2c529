"""An NITF document (3.6, "nitf"), alone or inside an item of NewsML-G2: its fields and its text as HTML."""

from typing import NamedTuple

from syndication.model import Line
from syndication.model.article import Author, Dateline, Issue, Media, Rendition, Rights, RoleText
from syndication.parse import nitf_body
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit
from syndication.parse.nitf_head import head
from syndication.parse.standard_elements import account, below, child, children, local, loss, said, value
from syndication.parse.standard_story import Text, with_dateline
from syndication.parse.xml_reader import Element, line_number
from syndication.prose import Context, Known
from syndication.vocabulary import agencies
from syndication.xmlns import XML

_DOCDATA = {
    "doc-id": "guid", "date.issue": "updated", "date.release": "created", "date.expire": "expires", "du-key": "slugline",
    "urgency": "urgency", "ed-msg": "ed_notes", "doc.copyright": "rights", "doc.rights": "rights",
    "key-list": "keywords", "identified-content": "people",
}  # fmt: skip
_HEAD = {
    "title": "headline",
    "tobject": "subjects",
    "docdata": "guid",
    "pubdata": "url",
    "revision-history": "version",
}
_ABOVE = {
    "hedline": "headline", "note": "ed_notes", "rights": "rights", "byline": "byline", "distributor": "provider",
    "dateline": "dateline", "abstract": "summary",
}  # fmt: skip
_END = {"tagline": "creditline"}
_TAG = 60  # characters of a credit; a longer line at the end tells of the writer


class Nitf(NamedTuple):
    """What the document says."""

    known: Known
    text: Text | None
    notes: tuple[str, ...]
    numbered: bool
    issues: tuple[Issue, ...]
    account: tuple[Line, ...]


def document(root: Element, context: Context) -> Nitf:
    """Return the fields and the text of an `nitf` element."""
    top, body = child(root, "head"), child(root, "body")
    above, content, end = (child(body, f"body.{part}") for part in ("head", "content", "end"))
    first = head(top, context)
    known = first.known.copy()
    usable = known.get("pub_status", "usable") == "usable"
    _headlines(known, above, value(top, "title") if usable else "")
    _credits(known, above, end)
    known["language"] = root.get(f"{{{XML}}}lang") or root.get("baselang")
    known["summary"] = value(above, "abstract")
    notes = [said(one) for one in children(above, "note")]
    notes += [said(one) for one in below(content, "note")] if content is not None else []
    text = Text(nitf_body.body_html(content)) if content is not None else None
    if content is not None:
        known["media"] = media(content)
    text = _dated(known, child(above, "dateline"), text, context)
    if printed := value(above, "rights"):
        rights = known.get("rights") or Rights()
        if printed not in " ".join(filter(None, (rights.usage_terms, rights.notice))):
            known["rights"] = Rights(
                rights.holder, printed, rights.usage_terms, rights.starts, rights.ends, rights.geography
            )
    data = child(top, "docdata")
    tables = (
        [local(one) for one in below(content, "nitf-table", "custom-table")] if content is not None else []
    )
    lost = loss(
        *_unread(top, _HEAD), *_unread(data, _DOCDATA), *_unread(above, _ABOVE), *_unread(end, _END), *tables
    )
    told = (
        *account(data, _DOCDATA),
        *(line for line in account(top, _HEAD) if line.rule != "xml: docdata"),
        *account(above, _ABOVE),
        *account(end, _END),
        *_not_shown(content),
    )
    return Nitf(
        known, text, (*first.notes, *filter(None, notes)), first.numbered, (*first.issues, *lost), told
    )


def _not_shown(content: Element | None) -> list[Line]:
    others = nitf_body.other_media(content) if content is not None else []
    return [
        Line(line_number(m), said(m), "furniture", "xml: media of another kind") for m in others if said(m)
    ]


def media(content: Element) -> tuple[Media, ...]:
    """Return each media element with its files, their credit and caption (3.6, "media")."""
    found: dict[str, Media] = {}
    for one in below(content, "media"):
        kind = nitf_body.KINDS.get((one.get("media-type") or "image").lower())
        files = [
            (file, href)
            for file in children(one, "media-reference")
            if (href := resolve(file.get("source"), None))
        ]
        if kind is None or not files:
            continue
        first = files[0][0]
        credited = said(child(one, "media-producer")) or first.get("source-credit") or ""
        caption = said(child(one, "media-caption")).removesuffix(f"({credited})").rstrip()
        notice = first.get("copyright")
        found.setdefault(
            files[0][1],
            Media(
                files[0][1],
                kind,
                caption=caption or None,
                alt=first.get("alternate-text") or None,
                credit=credited or None,
                renditions=tuple(_file(file, href) for file, href in files),
                rights=Rights(notice=notice) if notice else None,
            ),
        )
    return tuple(found.values())


def _file(element: Element, href: str) -> Rendition:
    width, height = (
        int(v) if (v := element.get(k) or "").isdigit() and len(v) < 6 else None for k in ("width", "height")
    )
    return Rendition(href, element.get("name") or None, element.get("mime-type") or None, width, height)


def _headlines(known: Known, above: Element | None, title: str) -> None:
    lines = child(above, "hedline")
    main = value(lines, "hl1") or said(lines) or title
    below_it = [text for one in children(lines, "hl2") if (text := said(one)) != main]
    if main:
        known["headline"] = main
        known["headlines"] = (
            RoleText(main, "main"),
            *(RoleText(text, "subheadline") for text in below_it if text),
        )
    known["subheadline"] = next(filter(None, below_it), None)


def _credits(known: Known, above: Element | None, end: Element | None) -> None:
    distributor = value(above, "distributor")
    printed, authors = [], []
    for byline in children(above, "byline"):
        person, title = value(byline, "person"), value(byline, "byttl")
        if person:
            authors.append(Author(person, jobtitle=title or None))
        name = person or " ".join(said(byline).removesuffix(title).rstrip(" ,").split()) or title
        printed.append(name)
    found = credit(printed, [distributor] if distributor else [])
    if authors and "authors" in found:
        jobs = {author.name: author for author in authors}
        found["authors"] = tuple(jobs.get(author.name, author) for author in found["authors"])
    tag = value(end, "tagline")
    if tag and len(tag) <= _TAG:
        found["creditline"] = tag
    elif tag:
        known["summaries"] = (RoleText(tag, "tagline"),)
    known.update(found)
    known["provider"] = agencies.named(distributor) or distributor or None


def _dated(known: Known, printed: Element | None, text: Text | None, context: Context) -> Text | None:
    """Enter the dateline, or put it in front of the text where it is read with its day and its agency."""
    words = said(printed)
    if printed is None or not words:
        return text
    places = tuple(filter(None, (said(one) for one in below(printed, "location"))))
    return with_dateline(known, Dateline(words, places), text, context)


def _unread(parent: Element | None, fields: dict[str, str]) -> list[str]:
    return (
        [local(one) for one in parent if local(one) and local(one) not in fields]
        if parent is not None
        else []
    )
