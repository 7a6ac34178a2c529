"""Every answer that is not the page asked for: one small readable notice, and the one place for surprises."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from syndication import log
from syndication.errors import StoreUnusable
from syndication.web.paper import HARDENED, Paper
from syndication.web.public_view import Absent


class NotShown(HTTPException):
    """A story that cannot be seen; the notice is in its language where the public knows of it."""

    def __init__(self, absent: Absent) -> None:
        super().__init__(absent.status)
        self.language = absent.language


class ErrorRoute:
    """An ASGI application around the routes: whatever they raise becomes an answer."""

    def __init__(self, routes: ASGIApp, paper: Paper) -> None:
        self._paper = paper
        self._app = ExceptionMiddleware(
            routes, handlers={HTTPException: self._refused, StoreUnusable: self._unavailable}
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3)."""
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        # With an application in the scope Starlette raises its 404 and 405 instead of answering in plain text.
        scope["app"] = self
        try:
            await self._app(scope, receive, noted)
        except Exception as error:  # noqa: BLE001 - the error route: serve on, whatever a page stumbled over
            log.get().exception("page_failed", path=scope["path"], key=type(error).__name__)
            if not started:
                await self._notice(500)(scope, receive, send)

    def _refused(self, _: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = error.headers if isinstance(error, HTTPException) else None
        return self._notice(status, headers, error.language if isinstance(error, NotShown) else None)

    def _unavailable(self, _: Request, error: Exception) -> Response:
        log.get().warning("store_unusable", reason=str(error), key="store_unusable")
        return self._notice(503, {"Retry-After": "5"})

    def _notice(
        self, status: int, headers: Mapping[str, str] | None = None, language: str | None = None
    ) -> Response:
        response = Response(
            self._paper.markup("notice.html", language=language, status=status),
            status,
            headers={**(headers or {}), "Cache-Control": "no-cache"},
            media_type="text/html",
        )
        response.raw_headers.extend(HARDENED)
        return response
