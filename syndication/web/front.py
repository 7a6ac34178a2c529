"""The application in front: feeds are answered here, before any routing; the rest goes to the pages.

No part of an address ever reaches the file system: the paths that exist are a table made at the start, and the
numbered pages of the archives.
"""

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from syndication.model import Feed
from syndication.web.archive_pages import ArchivePages, Shelf
from syndication.web.conditions import fields
from syndication.web.published import PublishedFile
from syndication.web.published_parts import PublishedParts
from syndication.web.representation import Header, Representation, answer, brief, choose
from syndication.web.settings import ServedFormat, WebSettings
from syndication.web.site_documents import sitemaps
from syndication.web.terms import terms_headers

_ALLOW = (b"allow", b"GET, HEAD, OPTIONS")
_ANYONE = (b"access-control-allow-origin", b"*")
_PREFLIGHT = (
    _ALLOW,
    _ANYONE,
    (b"access-control-allow-methods", b"GET, HEAD, OPTIONS"),
    (b"access-control-allow-headers", b"If-None-Match, If-Modified-Since"),
    (b"access-control-max-age", b"86400"),
)
_NOT_YET = ((b"retry-after", b"10"), (b"cache-control", b"no-store"), _ANYONE)


class Front:
    """An ASGI application; `statuses` counts the answers that it and the pages behind it gave."""

    def __init__(self, settings: WebSettings, pages: ASGIApp) -> None:
        self._pages = pages
        self.files = published_files(settings)
        self._parts = published_parts(settings)
        self._archives = ArchivePages(_shelves(settings))
        self._by_target = {quote(path).encode(): file for path, file in self.files.items()}
        self.statuses: Counter[tuple[str, int]] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3)."""
        path = scope["path"]
        file = self.files.get(path) or self._parts.get(path) or self._archives.find(path)
        if file is None:
            await self._pages(scope, receive, self._counting(send))
        else:
            self.statuses["feed", await _serve(file, scope, send)] += 1

    def at_once(self, target: bytes, headers: Iterable[Header]) -> tuple[int, Representation] | None:
        """Return what a GET or HEAD of a built feed is answered with, None for everything else.

        `target` is the path as it was sent; one that is spelt in another way goes through `__call__`.
        """
        file = self._by_target.get(target)
        variants = file.current(time.time()) if file is not None else None
        if variants is None:
            return None
        status, chosen = choose(fields(headers), variants)
        self.statuses["feed", status] += 1
        return status, chosen

    def _counting(self, send: Send) -> Send:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.statuses["page", message["status"]] += 1
            await send(message)

        return counted


def published_files(settings: WebSettings) -> dict[str, PublishedFile]:
    """Return every feed address, unquoted as ASGI gives it, with its file."""
    directory = Path(settings.public) / "feeds"
    files = {
        f"/feeds/{feed.name}{form.extension}": PublishedFile(
            directory / f"{feed.name}{form.extension}",
            _headers(settings, form, settings.site.feed(feed.name, form.extension)),
        )
        for feed in settings.feeds
        for form in settings.served(feed)
    }
    for path, feed, form in sitemaps(settings):
        headers = _headers(settings, form, settings.site.base_url + path)
        files[path] = PublishedFile(directory / f"{feed.name}{form.extension}", headers)
    return files


def _shelves(settings: WebSettings) -> dict[tuple[str, str], Shelf]:
    """Return the archive of each feed in each format, by the feed's name and the extension."""
    directory = Path(settings.public) / "feeds"

    def shelf(feed: Feed, form: ServedFormat) -> Shelf:
        def headers(name: str) -> list[Header]:
            return _headers(settings, form, settings.site.feed(name, form.extension))

        address = settings.site.feed(feed.name, form.extension)
        return Shelf(directory, feed.name, form.extension, address, headers)

    return {(f.name, form.extension): shelf(f, form) for f in settings.feeds for form in settings.served(f)}


def published_parts(settings: WebSettings) -> PublishedParts:
    """Return the parts of every edition that may have some."""
    parts = PublishedParts(Path(settings.public) / "feeds")
    for feed in settings.feeds:
        for form in settings.served(feed):
            if form.parts is not None:
                parts.add(feed.name, form.parts, _headers(settings, form, None))
    return parts


async def _serve(file: PublishedFile | str, scope: Scope, send: Send) -> int:
    method = scope["method"]
    if method in ("GET", "HEAD"):
        if isinstance(file, str):
            return await brief(send, 307, "What came after that page is in the feed.", _leading(file))
        variants = file.current(time.time())
        if variants is None:
            return await brief(send, 503, "This feed is being built. Please come back in a moment.", _NOT_YET)
        return await answer(send, method, fields(scope["headers"]), variants)
    if method == "OPTIONS":
        return await brief(send, 204, "", _PREFLIGHT)
    return await brief(send, 405, "A feed can only be read.", (_ALLOW, _ANYONE))


def _leading(address: str) -> list[Header]:
    return [(b"location", address.encode()), (b"cache-control", b"no-store"), _ANYONE]


def _headers(settings: WebSettings, form: ServedFormat, address: str | None) -> list[Header]:
    """Return the headers of a feed at its address, or of a part, which nobody subscribes to."""
    links: list[Header] = []
    if address is not None:
        hub = f', <{settings.hub}>; rel="hub"' if settings.hub is not None else ""
        links = [(b"link", f'<{address}>; rel="self"{hub}'.encode())]
    return [
        (b"content-type", form.media_type.encode()),
        (b"cache-control", b"public, max-age=%d" % settings.max_age),
        _ANYONE,
        (b"access-control-expose-headers", b"ETag, Last-Modified"),
        (b"x-content-type-options", b"nosniff"),
        *links,
        *terms_headers(settings.site),
    ]
