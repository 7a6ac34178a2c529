"""The site's terms for machines: RSL 1.0 as a document, in RSS and in robots.txt; TDMRep as headers and file.

Nothing where the site's configuration says nothing.
"""

from urllib.parse import urlsplit

import msgspec
from lxml.etree import Element, SubElement, _Element, tostring

from syndication.model import Site
from syndication.model.licensing import Rsl
from syndication.render import address
from syndication.render.plain_text import line
from syndication.xmlns import RSL

RSL_TYPE = "application/rsl+xml"
RSL_PATH = "/license.xml"
TDM_PATH = "/.well-known/tdmrep.json"
_R = f"{{{RSL}}}"


def rsl_document(site: Site) -> bytes | None:
    """Return the licence file of the whole site (RSL 1.0, "rsl"), None where there are no terms."""
    terms = site.licensing.rsl
    if terms is None:
        return None
    root = Element(_R + "rsl", nsmap={None: RSL})  # type: ignore[dict-item]  # lxml-stubs know no key None
    content = append_rsl(root, terms, "/", site.base_url)
    if holder := line(site.copyright):
        copyright_ = Element(_R + "copyright")
        copyright_.text = holder
        content.insert(1, copyright_)  # the standard's order: license, copyright, terms
    return tostring(root, encoding="UTF-8", xml_declaration=True)


def append_rsl(parent: _Element, terms: Rsl, url: str, base: str) -> _Element:
    """Append and return the terms of what `url` names (RSL 1.0, "content"); addresses start from `base`."""
    content = SubElement(parent, _R + "content", url=url)
    if server := address.absolute(terms.server, base):
        content.set("server", server)
    licence = SubElement(content, _R + "license")
    for name, uses in (("permits", terms.permits), ("prohibits", terms.prohibits)):
        if uses:
            SubElement(licence, _R + name, type="usage").text = " ".join(filter(None, map(line, uses)))
    if pay := terms.payment:
        payment = SubElement(licence, _R + "payment", type=pay.type)
        for name, href in (("standard", pay.standard), ("custom", pay.custom)):
            if found := address.absolute(href, base):
                SubElement(payment, _R + name).text = found
        if pay.amount:
            SubElement(payment, _R + "amount", currency=pay.currency).text = line(pay.amount)
    if page := address.absolute(terms.terms, base):
        SubElement(content, _R + "terms").text = page
    return content


def licence_of(site: Site, page: str) -> Rsl | None:
    """Return the site's terms where they reach `page`: only pages of the site itself (RSL 1.0, "url")."""
    own = urlsplit(site.base_url).netloc == urlsplit(page).netloc
    return site.licensing.rsl if own else None


def robots_line(site: Site) -> str:
    """Return the line of robots.txt that leads to the licence file, "" where there is none."""
    return f"License: {site.base_url}{RSL_PATH}\n" if site.licensing.rsl else ""


def link(site: Site) -> tuple[str, str] | None:
    """Return address and media type of the licence, for `rel="license"` in pages and Link headers."""
    return (f"{site.base_url}{RSL_PATH}", RSL_TYPE) if site.licensing.rsl else None


def tdm_headers(site: Site) -> dict[str, str]:
    """Return the headers of every answer that carries content (TDMRep, "HTTP Response Headers")."""
    tdm = site.licensing.tdm
    if tdm is None:
        return {}
    policy = address.absolute(tdm.policy, site.base_url) if tdm.reservation else None
    return {"tdm-reservation": str(int(tdm.reservation))} | ({"tdm-policy": policy} if policy else {})


def tdm_file(site: Site) -> bytes | None:
    """Return the file of the whole site (TDMRep, "TDM File on the Origin Server"), None without a word."""
    if not (headers := tdm_headers(site)):
        return None
    rule: dict[str, str | int] = {"location": "/", "tdm-reservation": int(headers["tdm-reservation"])}
    if policy := headers.get("tdm-policy"):
        rule["tdm-policy"] = policy
    return msgspec.json.encode([rule])
