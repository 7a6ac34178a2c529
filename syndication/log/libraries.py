"""What libraries say through the standard library's logging, as events of ours."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger


def listen(get: "Callable[[], FilteringBoundLogger]") -> None:
    """Take in what libraries say from `warning` on, once however often this is called."""
    root = logging.getLogger()
    root.handlers = [h for h in root.handlers if not isinstance(h, _FromLibraries)] + [_FromLibraries(get)]


class _FromLibraries(logging.Handler):
    def __init__(self, get: "Callable[[], FilteringBoundLogger]") -> None:
        super().__init__(level=logging.WARNING)
        self._get = get

    def emit(self, record: logging.LogRecord) -> None:
        """Log the record as an event of its library."""
        level = "error" if record.levelno >= logging.ERROR else "warning"
        values = {
            "library": record.name,
            "message": record.getMessage(),
            "key": f"{record.name} {record.msg}",
        }
        if record.exc_info:
            values["exc_info"] = record.exc_info  # type: ignore[assignment]  # an event holds any value
        getattr(self._get(), level)("library", **values)
