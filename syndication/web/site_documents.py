"""What a site says of itself at fixed addresses: its list of feeds, its news sitemap, its terms for machines."""

from collections.abc import Iterable, Iterator
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from syndication.model import Feed, Site
from syndication.render import licensing, opml
from syndication.web.page import Page, route
from syndication.web.paper import ANYONE, document
from syndication.web.representation import Variants
from syndication.web.settings import ServedFormat, WebSettings

_SITEMAPS = {"sitemap": "/sitemap.xml", "sitemap-news": "/sitemap-news.xml"}


class SiteDocuments:
    """The routes of documents that follow from the configuration alone: made once."""

    def __init__(self, settings: WebSettings) -> None:
        site = settings.site
        maps = [f"{site.base_url}{path}" for path, _, _ in sitemaps(settings)]
        made: dict[str, Variants] = {
            "/robots.txt": document(_robots(site, maps).encode(), "text/plain; charset=utf-8"),
        }
        if listed := opml.document(settings.feeds, site):
            made["/opml.xml"] = document(listed, f"{opml.MEDIA_TYPE}; charset=utf-8", ANYONE)
        if terms := licensing.rsl_document(site):
            made[licensing.RSL_PATH] = document(terms, f"{licensing.RSL_TYPE}; charset=utf-8", ANYONE)
        if reserved := licensing.tdm_file(site):
            made[licensing.TDM_PATH] = document(reserved, "application/json", ANYONE)
        self._made = made

    def routes(self) -> list[Route]:
        """Return the routes, for GET and HEAD."""
        return [route(path, self.made) for path in self._made]

    def made(self, request: Request) -> Response:
        """Answer with a document that was made at the start."""
        return Page(self._made[request.scope["path"]])


def sitemaps(settings: WebSettings) -> Iterator[tuple[str, Feed, ServedFormat]]:
    """Yield the first feed of each kind of sitemap, and the path at the site's root where it answers, too.

    A sitemap speaks for what lies below its own address (sitemaps.org, "Sitemap file location").
    """
    for name, path in _SITEMAPS.items():
        editions = ((f, s) for f in settings.feeds for s in settings.served(f) if s.name == name)
        for feed, form in islice(editions, 1):
            yield path, feed, form


def _robots(site: Site, maps: Iterable[str]) -> str:
    """Return robots.txt (RFC 9309): everything may be read; where the sitemaps and the terms are."""
    lines = ["User-agent: *\nAllow: /\n", licensing.robots_line(site)]
    return "".join([*lines, *(f"Sitemap: {address}\n" for address in maps)])
