"""The pages as bytes: templates, the style sheet and the headers that every page carries."""

import gzip
from importlib import resources
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import jinja2

from syndication.model import Site
from syndication.web.markup import clock, inline, web_address
from syndication.web.representation import Header, Variants, represent, strong_etag
from syndication.web.writing_direction import direction

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src https: http: 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HARDENED: tuple[Header, ...] = (
    (b"content-security-policy", _POLICY.encode()),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"x-content-type-options", b"nosniff"),
)
_PAGE: tuple[Header, ...] = (
    (b"content-type", b"text/html; charset=utf-8"),
    # A kill must show at once: caches ask each time, and are answered with a 304.
    (b"cache-control", b"no-cache"),
    *HARDENED,
)
_ASSETS = {".css": b"text/css; charset=utf-8", ".svg": b"image/svg+xml"}
_FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")
_WORTH_PACKING = 1024


class Paper:
    """Prints pages for one site. `assets` holds the files that pages refer to, by path."""

    def __init__(self, site: Site) -> None:
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
        self._environment.filters.update(inline=inline, when=clock(ZoneInfo(site.timezone)), href=web_address)

    def page(self, template: str, **values: object) -> Variants:
        """Return a page, plain and packed."""
        return _variants(self.markup(template, **values), _PAGE)

    def markup(self, template: str, **values: object) -> bytes:
        """Return a page's bytes alone."""
        return self._environment.get_template(template).render(values).encode("utf-8", "replace")


def _variants(body: bytes, headers: list[Header] | tuple[Header, ...]) -> Variants:
    plain = represent(body, headers)
    if len(body) < _WORTH_PACKING:
        return Variants(plain)
    packed = gzip.compress(body, compresslevel=6, mtime=0)
    return Variants(plain, represent(packed, headers, coding=b"gzip"))
