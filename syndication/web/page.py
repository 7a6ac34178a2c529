"""A page as an answer, and the route to it."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from syndication.web.conditions import fields
from syndication.web.representation import Variants, answer


class Page(Response):
    """A page made ready: it answers conditional requests and in gzip (RFC 9110 §13)."""

    def __init__(self, variants: Variants) -> None:
        self.status_code = 200
        self.background = None
        self._variants = variants

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's
        """Answer the request."""
        await answer(send, scope["method"], fields(scope["headers"]), self._variants)


def route(path: str, make: Callable[[Request], Response]) -> Route:
    """Return the route of GET and HEAD to a function.

    Each answer takes microseconds to a few milliseconds: a thread for it would cost more than it gives.
    """

    async def endpoint(request: Request) -> Response:
        return make(request)

    handler: Callable[[Request], Awaitable[Response]] = endpoint
    return Route(path, handler, methods=["GET"], name=make.__name__)
