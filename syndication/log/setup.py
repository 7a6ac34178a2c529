"""Where events go and what they pass through on the way."""

import sys
import threading
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger, Processor

    from syndication.log.repeats import Repeats


class _State:
    """What is configured once in a process."""

    lock = threading.RLock()
    repeats: "Repeats | None" = None


def get(**bound: object) -> "FilteringBoundLogger":
    """Return a logger that adds these keys to each event: `get(source="inbox").info("stored", guid=...)`.

    A warning or error that repeats is merged, see Repeats; its `key` tells two of one event apart and is not
    printed.
    """
    import structlog  # noqa: PLC0415 - 130 ms, see the room's docstring

    with _State.lock:
        if _State.repeats is None:
            configure()
    logger: FilteringBoundLogger = structlog.get_logger(**bound)
    return logger


def configure(level: str = "info", stream: TextIO | None = None, *, json: bool | None = None) -> None:
    """Write events of `level` and above to `stream` (stderr), as JSON unless it is a terminal.

    What libraries say is taken in from `warning` on. Loggers that exist already follow.
    """
    import structlog  # noqa: PLC0415 - 130 ms, see the room's docstring

    from syndication.log.cleaning import cleaned  # noqa: PLC0415 - with structlog
    from syndication.log.libraries import listen  # noqa: PLC0415 - imports logging
    from syndication.log.repeats import Repeats  # noqa: PLC0415 - imports structlog

    on_terminal = (stream or sys.stderr).isatty()
    as_json = (not on_terminal) if json is None else json
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=on_terminal)
    )
    with _State.lock:
        flush()
        _State.repeats = Repeats()
        structlog.configure(
            processors=[
                structlog.contextvars.merge_contextvars,
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
                structlog.processors.format_exc_info,
                _State.repeats,
                cleaned,
                last,
            ],
            wrapper_class=structlog.make_filtering_bound_logger(level),
            logger_factory=lambda *_: structlog.WriteLogger(stream or sys.stderr),
            cache_logger_on_first_use=False,
        )
        listen(get)


def flush() -> None:
    """Write the counts of repeated failures that wait for their minute; the last act before the end."""
    from syndication.log.repeats import write  # noqa: PLC0415 - imports structlog

    if _State.repeats:
        for level, event in _State.repeats.take(everything=True):
            write(level, event)
