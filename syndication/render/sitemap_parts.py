"""Sitemaps beyond the limits of one file: parts, and the index that names them (sitemaps.org, "Sitemap index").

A part holds the stories of one day or month, so that an arrival changes the newest part alone, and ageing out
the oldest. The parts lie at the root of the site: a sitemap speaks for what is below its own address
("Sitemap file location").
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from lxml.etree import Element, SubElement, tostring

from syndication.model import Feed, Site
from syndication.xmlns import SITEMAP

MOST_BYTES = 50 * 1024 * 1024
_S = f"{{{SITEMAP}}}"
_END = b"</urlset>"
_CHANGED = re.compile(rb"<lastmod>([^<]+)</lastmod>")
_PLAIN: dict[str, str] = {None: SITEMAP}  # type: ignore[dict-item]  # lxml-stubs know no key None


class Kind(NamedTuple):
    """One kind of sitemap: the ending of its names, its limit, its namespaces, and what tells an entry's period."""

    extension: str
    most: int
    nsmap: dict[str, str]
    period: re.Pattern[bytes]

    @property
    def stem(self) -> str:
        """Return what the endings of the parts begin with."""
        return self.extension.removesuffix(".xml")

    @property
    def pattern(self) -> str:
        """Return a regular expression of the endings that the parts have."""
        return rf"{re.escape(self.stem)}-[0-9]{{4}}-[0-9-]{{2,5}}-[0-9]{{1,6}}\.xml"


def urlset(entries: Sequence[bytes], kind: Kind) -> bytes:
    """Return one file around entries made before."""
    root = Element(_S + "urlset", nsmap=kind.nsmap)
    root.text = ""  # written as two tags, to be joined between
    whole = tostring(root, encoding="UTF-8", xml_declaration=True)
    return b"".join((whole.removesuffix(_END), *entries, _END))


def index(feed: Feed, site: Site, parts: dict[str, bytes]) -> bytes:
    """Return the index; a part changed when the latest of its stories did."""
    root = Element(_S + "sitemapindex", nsmap=_PLAIN)
    for extension, part in parts.items():
        sitemap = SubElement(root, _S + "sitemap")
        SubElement(sitemap, _S + "loc").text = f"{site.base_url}/{quote(feed.name)}{extension}"
        SubElement(sitemap, _S + "lastmod").text = max(_CHANGED.findall(part)).decode()
    return tostring(root, encoding="UTF-8", xml_declaration=True)


def split(entries: Sequence[bytes], kind: Kind) -> dict[str, bytes]:
    """Return the parts by the ending of their names, the newest first; none where one file holds all.

    `entries` come newest first. Within a period the parts are numbered from the oldest story on.
    """
    urls = [entry for entry in entries if entry]
    if len(urls) <= kind.most and sum(map(len, urls)) < MOST_BYTES - 1024:
        return {}
    periods: dict[str, list[bytes]] = {}
    for url in urls:
        found = kind.period.search(url)
        periods.setdefault(found[1].decode() if found else "0000-00", []).append(url)
    parts: dict[str, bytes] = {}
    for period in sorted(periods, reverse=True):
        portions = list(_portions(periods[period][::-1], kind.most))
        for number in range(len(portions), 0, -1):
            parts[f"{kind.stem}-{period}-{number}.xml"] = urlset(portions[number - 1][::-1], kind)
    return parts


def _portions(urls: Sequence[bytes], most: int) -> Iterator[list[bytes]]:
    """Yield the entries in order, as many at once as one file may hold."""
    portion: list[bytes] = []
    size = 0
    for url in urls:
        if len(portion) == most or size + len(url) > MOST_BYTES - 1024:
            yield portion
            portion, size = [], 0
        portion.append(url)
        size += len(url)
    if portion:
        yield portion
