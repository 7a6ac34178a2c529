"""The web process as its parent sees it: started with its settings, waited for, stopped."""

import os
import selectors
import subprocess
import sys
import time
from types import TracebackType
from typing import Self

import msgspec

from syndication.errors import CannotServe
from syndication.web.settings import WebSettings, encode

_STOP_SECONDS = 4.0


class Report(msgspec.Struct, frozen=True):
    """What the child says once, on its standard output: the port it serves on, or why it does not."""

    port: int | None = None
    what: str | None = None
    where: str | None = None


class WebProcess:
    """A running child. Its standard input stays open for as long as it shall live."""

    def __init__(self, child: subprocess.Popen[bytes], port: int) -> None:
        self._child = child
        self.port = port

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """Return the child's process id."""
        return self._child.pid

    def ended(self) -> int | None:
        """Return the status that the child ended with, None while it runs."""
        return self._child.poll()

    def stop(self) -> int:
        """Stop the child and return its status: 0 within three seconds, whatever its clients do."""
        self._child.terminate()
        return _reap(self._child, _STOP_SECONDS)


def start(settings: WebSettings, timeout: float = 10.0) -> WebProcess:
    """Start the web process and return it once it serves; raise CannotServe where it does not.

    Call it from a thread that lives as long as the child shall: the kernel ends the child with that thread.
    The settings go through a pipe, because everybody may read a command line.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", "syndication.web"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    if child.stdin is None or child.stdout is None:  # pragma: no cover - both were asked for
        raise CannotServe("has no pipes to its web process", settings.host)
    where = f"{settings.host}:{settings.port}"
    try:
        child.stdin.write(encode(settings))
        child.stdin.flush()
        said = _line(child.stdout.fileno(), time.monotonic() + timeout)
        report = msgspec.json.decode(said, type=Report)
    except (OSError, msgspec.MsgspecError) as error:
        child.kill()
        _reap(child, _STOP_SECONDS)
        raise CannotServe("the web process did not start: see what it printed", where) from error
    if report.port is None:
        _reap(child, _STOP_SECONDS)
        raise CannotServe(report.what or "the web process did not start", report.where or where)
    return WebProcess(child, report.port)


def _line(pipe: int, deadline: float) -> bytes:
    """Return what `pipe` says up to a line's end, its own end or the deadline."""
    said = b""
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while not said.endswith(b"\n") and selector.select(max(0.0, deadline - time.monotonic())):
            part = os.read(pipe, 4096)
            if not part:
                break
            said += part
    return said


def _reap(child: subprocess.Popen[bytes], seconds: float) -> int:
    try:
        status = child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        status = child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
    return status
