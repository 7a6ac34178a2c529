"""The pages that list stories, and the routes to them."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from syndication.model import Article, Feed
from syndication.web.page import Page, route
from syndication.web.page_cache import FreshCache
from syndication.web.paper import Paper
from syndication.web.public_view import PublicView
from syndication.web.settings import ServedFormat, WebSettings
from syndication.web.story_view import Teaser, teaser
from syndication.web.writing_direction import direction

_NEWEST = 12
_IN_BRIEF = 4


class FeedCard(msgspec.Struct, frozen=True):
    """A feed as the index shows it."""

    feed: Feed
    formats: tuple[ServedFormat, ...]
    stories: list[Teaser]
    language: str
    direction: str


class Pages:
    """The routes of the index, of feeds and of what pages are made with."""

    def __init__(self, settings: WebSettings, paper: Paper, view: PublicView) -> None:
        self._settings = settings
        self._site = settings.site
        self._paper = paper
        self._view = view
        self._lists = FreshCache()
        self._feeds = {feed.name: feed for feed in settings.feeds}
        self._subscribed = [feed for feed in settings.feeds if settings.subscribed(feed)]

    def routes(self) -> list[Route]:
        """Return the routes, for GET and HEAD."""
        return [
            route("/", self.index),
            route("/feeds/{name}", self.feed),
            route("/assets/{name}", self.asset),
        ]

    def index(self, request: Request) -> Response:  # noqa: ARG002 - every route takes the request
        """Answer with the newest stories and all feeds."""
        now, head = datetime.now(UTC), self._view.head()
        page = self._lists.get("/", head, now)
        if page is None:
            latest = self._teasers(self._view.latest(now, _NEWEST))
            cards = [self._card(feed, now, _IN_BRIEF) for feed in self._subscribed]
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
            page = self._paper.page("feed.html", language=card.language, card=card)
            self._lists.put(feed.name, head, now, (t.article for t in card.stories), page)
        return Page(page)

    def asset(self, request: Request) -> Response:
        """Answer with the style sheet or the icon, by the digest of its bytes."""
        variants = self._paper.assets.get(request.scope["path"])
        if variants is None:
            raise HTTPException(404)
        return Page(variants)

    def _card(self, feed: Feed, now: datetime, limit: int) -> FeedCard:
        language = feed.language or self._site.language
        stories = self._teasers(self._view.of_feed(feed.name, now, limit))
        return FeedCard(feed, self._settings.subscribed(feed), stories, language, direction(language))

    def _teasers(self, stories: Iterable[Article]) -> list[Teaser]:
        return [teaser(a, self._site, self._paper.labels(a.language).untitled) for a in stories]
