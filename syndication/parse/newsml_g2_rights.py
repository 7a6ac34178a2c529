"""Who holds the rights to a NewsML-G2 item or to a part of it (2.35, "rightsInfo")."""

from syndication.model.article import Rights
from syndication.parse.instants import instant
from syndication.parse.newsml_g2_concepts import printed
from syndication.parse.standard_elements import child, children, said, value
from syndication.parse.xml_reader import Element


def of_item(item: Element, zone: str) -> Rights | None:
    """Return the rights to the whole item; those that name parts are the parts' own."""
    whole = next((one for one in children(item, "rightsInfo") if not one.get("idrefs")), None)
    return rights(whole, zone)


def rights(info: Element | None, zone: str) -> Rights | None:
    """Return who holds the rights and what may be done, None where nothing is said."""
    if info is None:
        return None
    holder, notice = printed(child(info, "copyrightHolder")), value(info, "copyrightNotice")
    terms = " ".join(filter(None, (said(one) for one in children(info, "usageTerms"))))
    mining = child(info, "dataMining")
    machines = (mining.get("uri") or mining.get("qcode")) if mining is not None else None
    starts, ends = (instant(info.get(name) or "", zone).at for name in ("validfrom", "validto"))
    if not (holder or notice or terms or machines or starts or ends):
        return None
    return Rights(holder or None, notice or None, terms or None, starts, ends, ai_terms=machines)
