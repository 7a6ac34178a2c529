"""`python -m syndication.web`: the child.

Settings come as one line on its standard input, which then stays open until the parent is gone; what it has
to report goes out as one line on its standard output.
"""

import os
import signal
import sys

import msgspec

from syndication import log
from syndication.errors import CannotServe
from syndication.web import lifeline
from syndication.web.process import Report
from syndication.web.server import serve
from syndication.web.settings import decode


def main() -> int:
    """Serve; return the exit status."""
    lifeline.die_with_parent()
    # Until the server takes the signal over there is nothing to finish.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    # The report's pipe is ours alone: whatever prints must not end up in it.
    reports = os.dup(1)
    os.dup2(2, 1)

    def report(said: Report) -> None:
        os.write(reports, msgspec.json.encode(said) + b"\n")
        os.close(reports)

    settings = decode(_line(0))
    lifeline.hold(0)
    try:
        serve(settings, lambda port: report(Report(port=port)))
    except CannotServe as error:
        report(Report(what=error.what, where=error.where))
        return 1
    finally:
        log.flush()
    return 0


def _line(pipe: int) -> bytes:
    line = b""
    while not line.endswith(b"\n") and (part := os.read(pipe, 65536)):
        line += part
    return line


sys.exit(main())
