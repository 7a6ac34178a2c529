"""Everything at `/articles/ID`: the page of a story, its documents, its QR code, and how it looks when it is shared."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

from msgspec import structs
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from syndication.model import Article
from syndication.model.identity import short_id
from syndication.model.site import PREVIEW
from syndication.render import SINGLES
from syndication.share import (
    Alternate,
    Shareable,
    admit,
    buttons,
    by_id,
    card_findings,
    cards,
    head_html,
    links,
    qr_png,
    qr_svg,
)
from syndication.web.error_route import NotShown
from syndication.web.page import Page, route
from syndication.web.page_cache import FreshCache, PageCache
from syndication.web.paper import ANYONE, HARDENED, Paper, document
from syndication.web.public_view import Absent, PublicView
from syndication.web.related import related_ids
from syndication.web.representation import Variants
from syndication.web.settings import ServedFormat, WebSettings
from syndication.web.share_row import share_row
from syndication.web.story_view import story_view, teaser
from syndication.web.terms import terms_headers

_DAY = timedelta(days=1)
_MOST_FEEDS = 6
_FORMS = {form.extension: form for form in SINGLES.values()}
_CODES = {"qr.svg": (qr_svg, "image/svg+xml"), "qr.png": (qr_png, "image/png")}


class StoryPages:
    """The routes of stories. What may not be seen has none of them, whatever was kept before."""

    def __init__(self, settings: WebSettings, paper: Paper, view: PublicView) -> None:
        self._settings = settings
        self._site = settings.site
        self._terms = terms_headers(settings.site)
        self._profile = structs.replace(settings.single, site=settings.site)
        self._paper = paper
        self._view = view
        self._made = PageCache()
        self._fresh = FreshCache(_DAY)

    def routes(self) -> list[Route]:
        """Return the routes, for GET and HEAD."""
        return [route("/articles/{name}", self.bare), route("/articles/{short}/{slug}", self.below)]

    def bare(self, request: Request) -> Response:
        """Answer `/articles/ID` with the way to the page, `/articles/ID.EXT` with the story in that format."""
        short, dot, extension = request.path_params["name"].partition(".")
        story = self._story(short)
        if not dot:
            return self._moved(story.article)
        form = _FORMS.get(f".{extension}")
        if form is None:
            raise HTTPException(404)
        page = self._made.get(request.scope["path"], (story.article,))
        if page is None:
            body = form.single(story.article, self._profile)
            if not body:
                raise HTTPException(404)
            charset = "; charset=utf-8" if form.charset else ""
            page = document(body, form.media_type + charset, ANYONE, *self._terms)
            self._made.put(request.scope["path"], (story.article,), page)
        return Page(page)

    def below(self, request: Request) -> Response:
        """Answer with the page of a story or what goes with it; any other name leads to the page (301).

        410 once the story is withdrawn, 404 if it never showed.
        """
        path = request.scope["path"]
        now, head = datetime.now(UTC), self._view.head()
        page = self._fresh.get(path, head, now)
        if page is not None:
            return Page(page)
        story = self._story(request.path_params["short"], now)
        # An address on another host keeps its first slug; ours is compared as the browser means it.
        if path == unquote(self._site.path(story.article)):
            related = self._view.among(related_ids(story.article, self._site), now)
            shown = (story.article, *related)
            page = self._made.get(path, shown) or self._article(story, related)
        elif request.path_params["slug"] == PREVIEW:
            shown = (story.article,)
            page = self._made.get(path, shown) or self._preview(story)
        elif request.path_params["slug"] in _CODES:
            shown = (story.article,)
            page = self._made.get(path, shown) or self._code(story, request.path_params["slug"])
        else:
            return self._moved(story.article)
        self._made.put(path, shown, page)
        self._fresh.put(path, head, now, shown, page)
        return Page(page)

    def shareable(self, short: str, now: datetime) -> Shareable | None:
        """Return the story of a short id where it may be seen and shared at `now`."""
        found = self._view.story(short, now)
        if isinstance(found, Absent):
            return None
        return admit(found, self._site, self._settings.sharing, now)

    def _story(self, short: str, now: datetime | None = None) -> Shareable:
        now = now or datetime.now(UTC)
        found = self._view.story(short, now)
        if isinstance(found, Absent):
            raise NotShown(found)
        story = admit(found, self._site, self._settings.sharing, now)
        if story is None:  # the view has just asked the same
            raise NotShown(Absent(410, found.language))
        return story

    def _moved(self, article: Article) -> Response:
        headers = {name.decode(): value.decode() for name, value in HARDENED}
        return RedirectResponse(self._paper.root + self._site.path(article), 301, headers)

    def _article(self, story: Shareable, related: list[Article]) -> Variants:
        article = story.article
        words = self._paper.labels(article.language)
        return self._paper.page(
            "article.html",
            language=article.language,
            scripted=True,
            story=story_view(article, self._site, words, related),
            head=head_html(story, self._alternates(article)),
            share=buttons(share_row(story)),
            address=story.canonical,
        )

    def _preview(self, story: Shareable) -> Variants:
        article = story.article
        return self._paper.page(
            "share.html",
            language=article.language,
            teaser=teaser(article, self._site, self._paper.labels(article.language).untitled),
            cards=cards(story),
            findings=card_findings(story),
            issues=story.issues,
            links=links(story),
            qr=links(story, ["qr"])[0].name,
            address=story.canonical,
        )

    def _code(self, story: Shareable, name: str) -> Variants:
        make, media_type = _CODES[name]
        address = story.share_address(by_id("qr"))
        code = make(address) if address else None
        if code is None:
            raise HTTPException(404)
        return document(code, media_type)

    def _alternates(self, article: Article) -> Iterator[Alternate]:
        """Yield the story in other formats, then the feeds that want it."""
        own = f"{self._site.base_url}/articles/{short_id(article.guid)}"
        for form in _FORMS.values():
            served = ServedFormat(name=form.name, extension=form.extension, media_type=form.media_type)
            yield Alternate(href=own + form.extension, media_type=form.media_type, title=served.title)
        wanting = [f for f in self._settings.feeds if f.query.wants(article) and self._settings.subscribed(f)]
        for feed in wanting[:_MOST_FEEDS]:
            for served in self._settings.subscribed(feed):
                yield Alternate(
                    href=self._site.feed(feed.name, served.extension),
                    media_type=served.media_type.partition(";")[0],
                    title=f"{feed.title} ({served.title})",
                )
