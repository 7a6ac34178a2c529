"""The server: uvicorn with our application, our socket, our limits and our way to stop."""

import asyncio
import contextlib
import logging
import resource
import signal
from collections.abc import Callable, Iterator
from types import FrameType

from starlette.routing import Route, Router
from uvicorn import Config, Server

from syndication.web.connection import Connection, Limits
from syndication.web.error_route import ErrorRoute
from syndication.web.front import Front
from syndication.web.listener import listen
from syndication.web.oembed import OEmbed
from syndication.web.pages import Pages
from syndication.web.paper import Paper
from syndication.web.probes import Probes
from syndication.web.public_view import PublicView
from syndication.web.settings import WebSettings
from syndication.web.site_documents import SiteDocuments
from syndication.web.story_pages import StoryPages

_GRACE_SECONDS = 2  # for answers under way
_CUT_SECONDS = 2.8  # then the kernel ends the process, whatever it hangs in
_SPARE_DESCRIPTORS = 100


def application(settings: WebSettings) -> Front:
    """Return the ASGI application."""
    paper = Paper(settings.site)
    view = PublicView(settings.store)
    probes = Probes(settings, view)
    # Starlette's own redirect for a trailing slash would repeat the Host of the request.
    stories = StoryPages(settings, paper, view)
    oembed = Route("/oembed", OEmbed(settings, stories.shareable))
    pages = Pages(settings, paper, view).routes()
    own = SiteDocuments(settings).routes()
    routes = Router([*probes.routes(), *stories.routes(), oembed, *own, *pages], redirect_slashes=False)
    front = Front(settings, ErrorRoute(routes, paper))
    probes.watch(front)
    return front


def serve(settings: WebSettings, ready: Callable[[int], None] = lambda _: None) -> None:
    """Serve until SIGTERM; `ready` is called with the port once connections are accepted.

    Must run in the main thread. After SIGTERM answers under way get two seconds, then they are cut; a second
    SIGTERM cuts at once. SIGINT is left to the parent, which a terminal tells as well. Raise CannotServe
    where the address cannot be had.
    """
    listening = listen(settings.host, settings.port)
    front = application(settings)

    class Ours(Connection):
        limits = Limits(settings.head_seconds, settings.idle_seconds, settings.stall_seconds)
        shortcut = front.at_once

    config = Config(
        front,
        http=Ours,
        loop="uvloop",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_descriptors(settings.connections),
        timeout_keep_alive=settings.idle_seconds,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    # One line for each bad request would let strangers fill the log; our own errors are told by ErrorRoute.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    _OwnedServer(config, lambda: ready(listening.getsockname()[1])).run(sockets=[listening])


class _OwnedServer(Server):
    """uvicorn's server without its habit of raising the caught signal again, which would end us with -15."""

    def __init__(self, config: Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def on_tick(self, counter: int) -> bool:
        """Say once that we are ready; look at all connections once a second."""
        stopping = await super().on_tick(counter)
        if counter == 0:
            self._ready()
        if counter % 10 == 0:
            now = asyncio.get_running_loop().time()
            for connection in tuple(self.server_state.connections):
                if isinstance(connection, Connection):
                    connection.sweep(now)
        return stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - a signal handler's
        """Stop: gracefully at first, at once when told again."""
        self.force_exit = self.should_exit
        self.should_exit = True
        signal.setitimer(signal.ITIMER_REAL, _CUT_SECONDS)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Handle SIGTERM while we serve."""
        before = {
            signal.SIGTERM: signal.signal(signal.SIGTERM, self.handle_exit),
            signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN),
        }
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            for number, handler in before.items():
                signal.signal(number, handler)


def _descriptors(connections: int) -> int:
    """Return how many connections fit, after asking for as many open files as that takes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return connections if soft == resource.RLIM_INFINITY else min(connections, soft - _SPARE_DESCRIPTORS)
