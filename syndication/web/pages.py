"""The pages that people read, and the routes to them."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import unquote

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from syndication.model import Feed
from syndication.web.conditions import fields
from syndication.web.page_cache import ListCache, PageCache
from syndication.web.paper import HARDENED, Paper
from syndication.web.public_view import Absent, PublicView
from syndication.web.representation import Variants, answer
from syndication.web.settings import ServedFormat, WebSettings
from syndication.web.story_view import Teaser, story_view, teaser
from syndication.web.writing_direction import direction

_NEWEST = 12
_IN_BRIEF = 4


class FeedCard(msgspec.Struct, frozen=True):
    """A feed as the index shows it."""

    feed: Feed
    formats: tuple[ServedFormat, ...]
    stories: list[Teaser]
    direction: str


class Page(Response):
    """A page made ready: it answers conditional requests and in gzip (RFC 9110 §13)."""

    def __init__(self, variants: Variants) -> None:
        self.status_code = 200
        self.background = None
        self._variants = variants

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's
        """Answer the request."""
        await answer(send, scope["method"], fields(scope["headers"]), self._variants)


class Pages:
    """The routes of the index, of feeds and of articles."""

    def __init__(self, settings: WebSettings, paper: Paper, view: PublicView) -> None:
        self._settings = settings
        self._site = settings.site
        self._paper = paper
        self._view = view
        self._kept = PageCache()
        self._lists = ListCache()
        self._feeds = {feed.name: feed for feed in settings.feeds}

    def routes(self) -> list[Route]:
        """Return the routes, for GET and HEAD."""
        return [
            _route("/", self.index),
            _route("/feeds/{name}", self.feed),
            _route("/articles/{short}", self.article),
            _route("/articles/{short}/{slug}", self.article),
            _route("/assets/{name}", self.asset),
        ]

    def index(self, request: Request) -> Response:  # noqa: ARG002 - every route takes the request
        """Answer with the newest stories and all feeds."""
        now, head = datetime.now(UTC), self._view.head()
        page = self._lists.get("/", head, now)
        if page is None:
            latest = [teaser(a, self._site) for a in self._view.latest(now, _NEWEST)]
            cards = [self._card(feed, now, _IN_BRIEF) for feed in self._settings.feeds]
            page = self._paper.page("index.html", latest=latest, cards=cards)
            listed = (t.article for teasers in (latest, *(c.stories for c in cards)) for t in teasers)
            self._lists.put("/", head, now, listed, page)
        return Page(page)

    def feed(self, request: Request) -> Response:
        """Answer with the page of a feed."""
        feed = self._feeds.get(request.path_params["name"])
        if feed is None:
            raise HTTPException(404)
        now, head = datetime.now(UTC), self._view.head()
        page = self._lists.get(feed.name, head, now)
        if page is None:
            card = self._card(feed, now, feed.limit)
            page = self._paper.page("feed.html", card=card)
            self._lists.put(feed.name, head, now, (t.article for t in card.stories), page)
        return Page(page)

    def article(self, request: Request) -> Response:
        """Answer with a story: 301 to its one address, 410 once it is withdrawn, 404 if it never showed."""
        article = self._view.story(request.path_params["short"], datetime.now(UTC))
        if isinstance(article, Absent):
            raise HTTPException(article.value)
        path = self._site.path(article)
        # An address on another host keeps its first slug; ours is compared as the browser means it.
        if request.scope["path"] != unquote(path):
            return RedirectResponse(self._paper.root + path, 301, dict(_text(HARDENED)))
        page = self._kept.get(article)
        if page is None:
            page = self._paper.page("article.html", story=story_view(article, self._site))
            self._kept.put(article, page)
        return Page(page)

    def asset(self, request: Request) -> Response:
        """Answer with the style sheet or the icon, by the digest of its bytes."""
        variants = self._paper.assets.get(request.scope["path"])
        if variants is None:
            raise HTTPException(404)
        return Page(variants)

    def _card(self, feed: Feed, now: datetime, limit: int) -> FeedCard:
        stories = [teaser(a, self._site) for a in self._view.of_feed(feed.name, now, limit)]
        language = feed.language or self._site.language
        return FeedCard(feed, self._settings.served(feed), stories, direction(language))


def _route(path: str, make: Callable[[Request], Response]) -> Route:
    # Each answer takes microseconds to a few milliseconds: a thread for it would cost more than it gives.
    async def endpoint(request: Request) -> Response:
        return make(request)

    handler: Callable[[Request], Awaitable[Response]] = endpoint
    return Route(path, handler, methods=["GET"], name=make.__name__)


def _text(headers: tuple[tuple[bytes, bytes], ...]) -> list[tuple[str, str]]:
    return [(name.decode(), value.decode()) for name, value in headers]
