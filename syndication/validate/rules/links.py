"""Baseline B10, B18, B20: addresses in the document, and the address of the document."""

from collections.abc import Iterator
from urllib.parse import SplitResult

from syndication.validate.circumstances import Circumstances
from syndication.validate.datatypes import split, web
from syndication.validate.document import Document
from syndication.validate.finding import Fault, Place, local_name, shown
from syndication.validate.rules.addresses import ELSEWHERE, every, in_bodies, names_only, scheme


def addresses_are_absolute(document: Document, _: Circumstances) -> Iterator[Fault]:
    """B10."""
    for address in document.addresses:
        if web(address.text) or (_is_anchor(address.at) and scheme(address.text) in ELSEWHERE):
            continue
        if not (document.format == "newsml-g2" and names_only(address.text)):
            yield Fault(address.at, f"{shown(address.text)} is no absolute http or https address")
    for address in in_bodies(document):
        if not web(address.text) and scheme(address.text) not in ELSEWHERE | {"javascript"}:
            yield Fault(address.at, f"{shown(address.text)} in the body is no absolute http or https address")


def self_and_hub(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B18. Scheme, host and path are compared."""
    served = circumstances.address
    if not document.self_links:
        yield Fault(None, "the document does not name its own address")
    for link in document.self_links:
        if served is not None and _place(split(link.text)) != _place(split(served)):
            yield Fault(link.at, f"the document says it is at {shown(link.text)}, and is at {shown(served)}")
    hub = circumstances.profile.hub
    if hub is None and circumstances.profile.need_hub and not document.hubs:
        yield Fault(None, "the document names no hub")
    elif hub is not None and hub not in {value.text for value in document.hubs}:
        yield Fault(None, f"the document does not name the hub {shown(hub)}")


def all_https(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """B20."""
    served = circumstances.address or circumstances.profile.site.base_url
    if served.startswith("https:"):
        for address in every(document):
            if scheme(address.text) == "http":
                yield Fault(address.at, f"{shown(address.text)} is not https")


def _is_anchor(place: Place) -> bool:
    """Say whether it is the `a` of a body that is XHTML or NITF: it may lead to a mail or a telephone."""
    return place is not None and not isinstance(place, str) and local_name(place) == "a"


def _place(parts: SplitResult | None) -> tuple[str, str, str] | None:
    return None if parts is None else (parts.scheme, parts.netloc.lower(), parts.path)
