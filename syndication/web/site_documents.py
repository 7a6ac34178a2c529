"""What a site says of itself at fixed addresses: its list of feeds, its news sitemap, its terms for machines."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from syndication.model import Feed, Site
from syndication.render import licensing, opml
from syndication.web.page import Page, route
from syndication.web.paper import ANYONE, document
from syndication.web.representation import Header, Variants
from syndication.web.settings import ServedFormat, WebSettings

NEWS_SITEMAP = "/sitemap-news.xml"
_NEWS_FORMAT = "sitemap-news"


class SiteDocuments:
    """The routes of documents that follow from the configuration alone: made once."""

    def __init__(self, settings: WebSettings) -> None:
        site = settings.site
        sitemap = f"{site.base_url}{NEWS_SITEMAP}" if news_feed(settings) else None
        made: dict[str, Variants] = {
            "/opml.xml": document(
                opml.document(settings.feeds, site), f"{opml.MEDIA_TYPE}; charset=utf-8", ANYONE
            ),
            "/robots.txt": document(_robots(site, sitemap).encode(), "text/plain; charset=utf-8"),
        }
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


def terms_headers(site: Site) -> list[Header]:
    """Return the headers that state the site's terms with its content; none where it states none."""
    headers = [(k.encode(), v.encode()) for k, v in licensing.tdm_headers(site).items()]
    if licence := licensing.link(site):
        headers.append((b"link", f'<{licence[0]}>; rel="license"; type="{licence[1]}"'.encode()))
    return headers


def news_feed(settings: WebSettings) -> tuple[Feed, ServedFormat] | None:
    """Return the first feed that is published as a news sitemap: it answers at the site's root, too.

    A sitemap speaks for what lies below its own address (sitemaps.org, "Sitemap file location").
    """
    return next(((f, s) for f in settings.feeds for s in settings.served(f) if s.name == _NEWS_FORMAT), None)


def _robots(site: Site, sitemap: str | None) -> str:
    """Return robots.txt (RFC 9309): everything may be read; where the news and the terms are."""
    lines = "User-agent: *\nAllow: /\n"
    return lines + licensing.robots_line(site) + (f"Sitemap: {sitemap}\n" if sitemap else "")
