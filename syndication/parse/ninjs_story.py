"""One ninjs object, as a story of ours: its fields, its text, and the account of every name in it."""

import re
from typing import NamedTuple

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import Group, Issue, Link, Media
from syndication.parse import json_reader, ninjs_words, nitf_body, xml_reader
from syndication.parse.html_inline import text_line
from syndication.parse.html_story import Story, from_house
from syndication.parse.json_object import JsonObject
from syndication.parse.ninjs_fields import FIELDS, fields
from syndication.parse.standard_elements import below
from syndication.parse.standard_story import Text, read
from syndication.parse.standing import Standing
from syndication.prose import Context, Known

NAME = "ninjs"
_SILENT = (
    "standard",
    "representationtype",
    "profile",
    "mimetype",
    "charcount",
    "wordcount",
    "$schema",
    "name",
    "rel",
)
_MANY = re.compile(r"(headline|description)_.*")


class Belongings(NamedTuple):
    """What the objects associated with a story give it, and what the object around it says of its use."""

    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    issues: tuple[Issue, ...] = ()
    around: Standing | None = None


def story(item: JsonObject, its: Belongings, delivery: Delivery) -> Reading:
    """Return the story of an object; `its` is what associated objects give it.

    What no field of an Article holds is named in its issues (not-read). Raises UnreadableCopy for an object that
    says nothing.
    """
    holder = text_line(item.text("copyrightholder"))
    context = from_house(Context.of(delivery, NAME), text_line(item.text("source")) or holder)
    said = ninjs_words.words(item)
    body, lost = ninjs_words.body(item)
    known, numbered, noticed, ordered = fields(item, said, context)
    if media := (*its.media, *known.get("media", ())):
        known["media"] = media
    if links := (*known.get("links", ()), *its.links):
        known["links"] = links
    if its.around:
        _hold(known, its.around)
    if its.groups:
        known["groups"] = its.groups
    if body and body.word_count:
        known["word_count"] = body.word_count
    if not (body or said.headline or said.summary or media or known["pub_status"] != "usable"):
        raise UnreadableCopy("a ninjs object that says nothing but who it is", delivery.locator)
    located = text_line(item.text("located")) or None
    item.ignore(*_SILENT)
    issues = (*noticed, *its.issues, *lost, *item.loss())
    lost_names = set(item.unread())
    named = {
        name: FIELDS[key]
        for name in item.given
        if (key := _MANY.sub(r"\1", name.lower())) in FIELDS and name.lower() not in lost_names
    }
    read_in = {"bodies", "body", f"body_{body.role}" if body else ""}
    account = json_reader.account(
        item.given, named, next((n for n in item.given if n.lower() in read_in), "")
    )
    return read(
        _text(body, delivery), Story(context, known, issues, (*account, *ordered)), located, numbered=numbered
    )


def _text(body: ninjs_words.Body | None, delivery: Delivery) -> Text | None:
    """Return the text to read; of an NITF document in a text its content."""
    if body is None or not body.is_nitf:
        return Text(body.value, body.is_html) if body else None
    inner = msgspec.structs.replace(delivery, data=body.value.encode(), media_type=None)
    content = next(below(xml_reader.read(inner).root, "body.content"), None)
    return Text(nitf_body.body_html(content)) if content is not None else None


def _hold(known: Known, around: Standing) -> None:
    """Hold a story back as long as what it stands in."""
    if around.pub_status == "withheld" and known["pub_status"] == "usable":
        known["pub_status"] = "withheld"
    if around.embargoed:
        known["embargoed"] = max(around.embargoed, known.get("embargoed") or around.embargoed)
