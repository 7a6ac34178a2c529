"""What a NewsML-G2 item says of single files: partMeta that refers to them, and their own rights (2.35)."""

from typing import NamedTuple

from syndication.model.article import Rights
from syndication.parse.newsml_g2_rights import rights
from syndication.parse.standard_elements import children, said, value
from syndication.parse.xml_reader import Element
from syndication.vocabulary import schemes


class Part(NamedTuple):
    """The words that go with a picture, film or sound."""

    headline: str | None = None
    caption: str | None = None
    alt: str | None = None
    credit: str | None = None
    rights: Rights | None = None


def parts(item: Element, zone: str) -> dict[str, Part]:
    """Return what is said of each file, by the identifier that the file has."""
    held = {
        part: info for info in children(item, "rightsInfo") for part in (info.get("idrefs") or "").split()
    }
    found: dict[str, Part] = {}
    for one in children(item, "partMeta"):
        part = _part(one, rights(held.get(one.get("partid") or ""), zone))
        found |= dict.fromkeys((one.get("contentrefs") or "").split(), part)
    return found


def _part(element: Element, own: Rights | None) -> Part:
    """Return the words; of two descriptions that which is called a caption is one, the other tells what is seen."""
    described = [(schemes.word(one.get("role")), said(one)) for one in children(element, "description")]
    captions = [text for role, text in described if role == "caption"]
    others = [text for role, text in described if role != "caption"]
    caption = next(iter(captions or others), None)
    alt = next(iter(others), None) if captions else None
    return Part(
        headline=value(element, "headline") or None,
        caption=caption or None,
        alt=alt or None,
        credit=value(element, "creditline", "by") or None,
        rights=own,
    )
