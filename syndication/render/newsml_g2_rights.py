"""Who holds the rights to a NewsML-G2 item or to a part of it, and what may be done (2.35, "rightsInfo")."""

from lxml.etree import _Element

from syndication.model.article import Rights
from syndication.model.licensing import Tdm
from syndication.render.dates import rfc3339
from syndication.render.newsml_g2_meta import add
from syndication.render.plain_text import line

# What the PLUS vocabulary calls it: data mining is prohibited (2.34, "dataMining").
_NO_MINING = "http://ns.useplus.org/LDF/ldf-vocab#DMI-PROHIBITED"


def append_rights(news: _Element, rights: Rights, tdm: Tdm | None = None, of: str | None = None) -> None:
    """Append the rights to the whole item, or `of` one of its parts, where anything is known.

    Each condition is a term for itself; from when and until when they hold are `validfrom` and `validto`.
    """
    reserved = tdm is not None and tdm.reservation
    if not (says_anything(rights) or reserved):
        return
    known = {
        "idrefs": of,
        "validfrom": rfc3339(rights.starts) if rights.starts else None,
        "validto": rfc3339(rights.ends) if rights.ends else None,
    }
    info = add(news, "rightsInfo", **{name: value for name, value in known.items() if value})
    if holder := line(rights.holder):
        add(add(info, "copyrightHolder", literal=holder), "name", holder)
    if notice := line(rights.notice):
        add(info, "copyrightNotice", notice)
    for text in _terms(rights):
        add(info, "usageTerms", text)
    if reserved:
        add(info, "dataMining", uri=_NO_MINING)


def says_anything(rights: Rights | None) -> bool:
    """Say whether there are words to tell."""
    return rights is not None and bool(line(rights.holder) or line(rights.notice) or _terms(rights))


def _terms(rights: Rights) -> list[str]:
    terms = (rights.usage_terms, rights.geography, rights.ai_terms)
    return [text for term in terms if (text := line(term))]
