"""The pages as bytes: templates, the style sheet and the headers that every page carries."""

import gzip
from importlib import resources
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import jinja2
from markupsafe import Markup

from syndication.model import Site
from syndication.render import licensing
from syndication.web.labels import Labels, labels
from syndication.web.markup import clock, inline, readable, web_address
from syndication.web.representation import Header, Variants, represent, strong_etag
from syndication.web.terms import terms_headers
from syndication.web.writing_direction import direction

_POLICY = (
    "default-src 'none'; {}style-src 'self'; img-src https: http: 'self'; media-src https: http:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_INERT: tuple[Header, ...] = (
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"x-content-type-options", b"nosniff"),
)
HARDENED: tuple[Header, ...] = ((b"content-security-policy", _POLICY.format("").encode()), *_INERT)
_SCRIPTED: tuple[Header, ...] = (
    (b"content-security-policy", _POLICY.format("script-src 'self'; ").encode()),
    *_INERT,
)
# A kill must show at once: caches ask each time, and are answered with a 304.
FRESH: Header = (b"cache-control", b"no-cache")
ANYONE: Header = (b"access-control-allow-origin", b"*")
_PAGE: tuple[Header, ...] = ((b"content-type", b"text/html; charset=utf-8"), FRESH)
_ASSETS = {
    ".css": b"text/css; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".svg": b"image/svg+xml",
}
_FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")
_WORTH_PACKING = 1024


class Paper:
    """Prints pages for one site. `assets` holds the files that pages refer to, by path."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._terms = terms_headers(site)
        self.assets: dict[str, Variants] = {}
        named: dict[str, str] = {}
        for file in sorted((resources.files(__package__) / "assets").iterdir(), key=lambda f: f.name):
            body, suffix = file.read_bytes(), file.name[file.name.rindex(".") :]
            path = f"/assets/{strong_etag(body)[1:-1].decode()}{suffix}"
            named[file.name] = path
            self.assets[path] = _variants(body, [(b"content-type", _ASSETS[suffix]), _FOR_EVER, *HARDENED])
        self._environment = jinja2.Environment(
            loader=jinja2.PackageLoader(__package__),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # Links inside the site begin at its root, which a proxy may have put below a path; the host that a
        # request names is never used.
        self.root = urlsplit(site.base_url).path.rstrip("/")
        self._environment.globals.update(site=site, root=self.root, assets=named, direction=direction)
        # What machines may do (TDMRep, "TDM Metadata in HTML Content"; RSL 1.0, "HTML").
        self._environment.globals.update(
            licence=licensing.link(site), reservation=licensing.tdm_headers(site)
        )
        self._environment.filters.update(
            inline=inline, readable=readable, when=clock(ZoneInfo(site.timezone)), href=web_address
        )

    def labels(self, language: str | None) -> Labels:
        """Return the words of the pages in that language, else in the site's."""
        return labels(language, self._site.language)

    def page(
        self, template: str, *, language: str | None = None, scripted: bool = False, **values: object
    ) -> Variants:
        """Return a page in `language` (the site's by default), plain and packed; `scripted`: with our own script."""
        body = self.markup(template, language=language, **values)
        return _variants(body, (*_PAGE, *(_SCRIPTED if scripted else HARDENED), *self._terms))

    def markup(self, template: str, *, language: str | None = None, **values: object) -> bytes:
        """Return a page's bytes alone."""
        spoken, own = language or self._site.language, self.labels(language)
        words = {"language": spoken, "labels": own, "own_words": _marked(own.language, spoken), **values}
        return self._environment.get_template(template).render(words).encode("utf-8", "replace")


def _marked(words: str, page: str) -> Markup:
    """Return the attributes of elements that hold our own words, where the page is in another language."""
    if words == page.partition("-")[0].casefold():
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(words, direction(words))


def document(body: bytes, media_type: str, *headers: Header) -> Variants:
    """Return what is no page but is served beside pages: asked for each time, inert in a browser."""
    return _variants(body, ((b"content-type", media_type.encode()), FRESH, *HARDENED, *headers))


def _variants(body: bytes, headers: list[Header] | tuple[Header, ...]) -> Variants:
    plain = represent(body, headers)
    if len(body) < _WORTH_PACKING:
        return Variants(plain)
    packed = gzip.compress(body, compresslevel=6, mtime=0)
    return Variants(plain, represent(packed, headers, coding=b"gzip"))
