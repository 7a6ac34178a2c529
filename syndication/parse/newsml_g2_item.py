"""One news item or package of NewsML-G2, as a story of ours: metadata, text, and the account of every element."""

from collections.abc import Iterator

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Line, Reading
from syndication.model.article import Group, Issue, Media
from syndication.parse.editor_notes import editor_notes
from syndication.parse.html_story import Story, from_house
from syndication.parse.newsml_g2_concepts import Concepts
from syndication.parse.newsml_g2_content import KINDS, Kind, content
from syndication.parse.newsml_g2_meta import CONTENT_META, ITEM_META, RIGHTS_INFO, SILENT, item_class, meta
from syndication.parse.nitf_document import Nitf
from syndication.parse.standard_elements import account, child, children, local, loss, said
from syndication.parse.standard_story import filled, read, with_dateline, with_notes
from syndication.parse.xml_reader import Element
from syndication.prose import Context, Known

NAME = "newsml-g2"
_SECTIONS = (("rightsInfo", RIGHTS_INFO), ("itemMeta", ITEM_META), ("contentMeta", CONTENT_META))
_PARTS = frozenset(
    {"catalogRef", "catalog", "hopHistory", "pubHistory", "contentSet", "groupSet", "assert", "partMeta"}
)
_PARTS |= {name for name, _ in _SECTIONS}


def story(
    item: Element,
    around: tuple[Element, ...],
    groups: tuple[Group, ...],
    issues: tuple[Issue, ...],
    delivery: Delivery,
) -> Reading:
    """Return the story of an item; `around` may hold catalogues, `groups` are those of a package.

    Raises UnreadableCopy for an item that says nothing.
    """
    context = Context.of(delivery, NAME)
    concepts = Concepts(item, around)
    kind = KINDS.get(item_class(item))
    held = content(item, context, kind)
    notes = [said(one) for one in children(child(item, "itemMeta"), "edNote")]
    noted = editor_notes((*notes, *(held.nitf.notes if held.nitf else ())), context)
    told = meta(item, concepts, delivery.hints.timezone, noted.known.get("embargoed"))
    inner = _fields(held.nitf)
    known = Known(**{**inner, **filled(told.known)})
    if known["pub_status"] == "usable" and held.nitf:
        known["pub_status"] = held.nitf.known.get("pub_status", "usable")  # the stricter of the two
    text = held.text
    if told.dateline is not None and not (held.nitf and _is_dated(held.nitf)):
        text = with_dateline(known, told.dateline, text, context)
    known["media"] = _media(known, held.media, kind)
    if groups:
        known["groups"] = groups
        known["item_class"] = "composite"
    if held.word_count:
        known["word_count"] = held.word_count
    known = with_notes(filled(known), noted)
    if (
        not (text and text.value)
        and not known.keys() & {"headline", "media", "groups"}
        and known["pub_status"] == "usable"
    ):
        raise UnreadableCopy("a NewsML-G2 item that says nothing but who it is", delivery.locator)
    nested = held.nitf.issues if held.nitf else ()
    noticed = (
        *issues,
        *told.issues,
        *held.issues,
        *nested,
        *noted.issues,
        *_unresolved(concepts),
        *_loss(item),
    )
    lines = (*_account(item), *(held.nitf.account if held.nitf else ()), *noted.account)
    context = from_house(context, known.get("provider"))
    return read(text, Story(context, known, noticed, lines), numbered=told.numbered)


def _fields(nitf: Nitf | None) -> Known:
    """Return what an NITF document inside the item says; who and when it is says the item around it."""
    if nitf is None:
        return Known()
    own = filled(nitf.known)
    for name in ("wire_id", "alt_ids", "version", "pub_status", "created", "updated", "provider", "url"):
        own.pop(name, None)  # type: ignore[misc]  # each is a field of Known
    return own


def _is_dated(nitf: Nitf) -> bool:
    return "dateline" in nitf.known or any(line.rule == "xml: dateline" for line in nitf.account)


def _media(known: Known, remote: tuple[Media, ...], kind: Kind | None) -> tuple[Media, ...]:
    """Return the files of the item with the words of the text's own media, each once.

    What a media item says of itself it says of its file, where it says nothing of that alone.
    """
    if kind and len(remote) == 1:
        (file,) = remote
        caption, credit = file.caption or known.get("summary"), file.credit or known.get("creditline")
        return (msgspec.structs.replace(file, caption=caption, credit=credit),)
    told = {file.href: m for m in known.get("media", ()) for file in m.renditions}
    made = tuple(_worded(item, [told[f.href] for f in item.renditions if f.href in told]) for item in remote)
    held = {file.href for item in made for file in item.renditions}
    return (*made, *(m for m in known.get("media", ()) if not any(f.href in held for f in m.renditions)))


def _worded(item: Media, told: list[Media]) -> Media:
    """Return a file of the item with the words that the text gives it; its title may only repeat the caption."""
    if not told or item.caption or item.credit:
        return item
    same = told[0]
    headline = None if item.headline == same.caption else item.headline
    return msgspec.structs.replace(
        item, headline=headline, caption=same.caption, alt=same.alt, credit=same.credit, rights=same.rights
    )


def _unresolved(concepts: Concepts) -> tuple[Issue, ...]:
    names = concepts.unresolved
    if not names:
        return ()
    return (
        Issue("unknown-alias", f"no catalogue here explains {', '.join(names[:20])}: their codes are kept"),
    )


def _account(item: Element) -> Iterator[Line]:
    for name, fields in _SECTIONS:
        yield from account(child(item, name), fields)


def _loss(item: Element) -> tuple[Issue, ...]:
    unread = [local(one) for one in item if local(one) and local(one) not in _PARTS]
    unread += ["partMeta" for one in children(item, "partMeta") if not one.get("contentrefs")]
    for name, fields in _SECTIONS:
        part = child(item, name)
        unread += [local(one) for one in part if local(one) not in fields] if part is not None else []
    return loss(*(name for name in unread if name and name not in SILENT))
