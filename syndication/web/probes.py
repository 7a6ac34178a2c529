"""What machines ask: does the process live, can it serve, how is it doing."""

import time
from collections.abc import Iterator

import msgspec
from prometheus_client import CollectorRegistry, GCCollector, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from syndication.editions import faults
from syndication.errors import StoreUnusable
from syndication.web.front import Front
from syndication.web.public_view import PublicView
from syndication.web.settings import WebSettings

_UNCACHED = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class Probes:
    """The routes of `/healthz`, `/readyz` and `/metrics`."""

    def __init__(self, settings: WebSettings, view: PublicView) -> None:
        self._settings = settings
        self._view = view
        self._front: Front | None = None
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)

    def watch(self, front: Front) -> None:
        """Take the application in front, which counts the answers and holds the files."""
        self._front = front
        self._registry.register(_Standing(self._settings, self._view, front))

    def routes(self) -> list[Route]:
        """Return the routes, for GET and HEAD."""
        return [
            Route("/healthz", self._health),
            Route("/readyz", self._readiness),
            Route("/metrics", self._metrics),
        ]

    async def _health(self, _: Request) -> Response:
        return PlainTextResponse("ok\n", headers=_UNCACHED)

    async def _readiness(self, _: Request) -> Response:
        reasons = list(self._reasons())
        body = msgspec.json.encode({"ready": not reasons, "reasons": reasons}) + b"\n"
        return Response(body, 503 if reasons else 200, _UNCACHED, "application/json")

    async def _metrics(self, _: Request) -> Response:
        return Response(
            generate_latest(self._registry), headers={**_UNCACHED, "Content-Type": CONTENT_TYPE_LATEST}
        )

    def _reasons(self) -> Iterator[str]:
        """Yield why the process cannot serve; without paths, which the public has no business with."""
        try:
            self._view.store.articles.visible_count()
        except StoreUnusable:
            yield "the store cannot be opened"
        files = self._front.files if self._front else {}
        now = time.time()
        yield from (f"{address} is not built yet" for address, f in files.items() if f.current(now) is None)


class _Standing(Collector):
    """The figures of one moment. Everything counted here is public: a story under embargo moves no number."""

    def __init__(self, settings: WebSettings, view: PublicView, front: Front) -> None:
        self._settings = settings
        self._view = view
        self._front = front

    def describe(self) -> list[Metric]:
        """Return nothing: the registry need not read the store to know the names."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Yield the metrics; those of the store are left out while it cannot be read."""
        answers = CounterMetricFamily(
            "syndication_http_responses",
            "Answers, by what was asked and class of status.",
            labels=("of", "class"),
        )
        classes: dict[tuple[str, str], int] = {}
        for (of, status), count in self._front.statuses.items():
            key = of, f"{status // 100}xx"
            classes[key] = classes.get(key, 0) + count
        for (of, kind), count in sorted(classes.items()):
            answers.add_metric((of, kind), count)
        yield answers
        try:
            yield from self._stored()
            up = 1
        except StoreUnusable:
            up = 0
        yield _gauge("syndication_store_up", "Whether the store can be read.", up)

    def _stored(self) -> Iterator[Metric]:
        store = self._view.store
        yield _gauge(
            "syndication_stories_visible", "Stories that can be seen.", store.articles.visible_count()
        )
        head = store.changes.last()
        yield _gauge("syndication_changes_head", "Number of the newest change in the log.", head)
        lag = GaugeMetricFamily(
            "syndication_follower_lag", "Changes that a follower has not worked on.", labels=("follower",)
        )
        for follower in self._settings.followers:
            lag.add_metric((follower,), max(0, head - store.changes.reached(follower)))
        yield lag
        yield _gauge(
            "syndication_quarantine_entries", "Copy that could not be ingested.", store.quarantine.count()
        )
        age = GaugeMetricFamily(
            "syndication_edition_age_seconds",
            "Since the newest change of an edition.",
            labels=("feed", "format"),
        )
        configured = {feed.name for feed in self._settings.feeds}
        yield from self._faults()
        for edition in store.windows.editions():
            if edition.feed in configured:
                age.add_metric(
                    (edition.feed, edition.format), max(0.0, time.time() - edition.updated.timestamp())
                )
        yield age

    def _faults(self) -> Iterator[Metric]:
        """Yield what was found before publishing, 0 for each edition without a fault."""
        labels = ("feed", "format")
        whole = GaugeMetricFamily(
            "syndication_edition_faulty",
            "Whether a document is at fault, so that it is not kept up.",
            labels=labels,
        )
        left_out = GaugeMetricFamily(
            "syndication_edition_stories_left_out", "Stories that a feed may not show.", labels=labels
        )
        found = faults(notice.subject for notice in self._view.store.notices.all())
        for feed in self._settings.feeds:
            for name in feed.formats:
                of_edition = [f for f in found if (f.feed, f.format) == (feed.name, name)]
                stories = sum(fault.story is not None for fault in of_edition)
                whole.add_metric((feed.name, name), int(len(of_edition) > stories))
                left_out.add_metric((feed.name, name), stories)
        yield from (whole, left_out)


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, text, value=value)
