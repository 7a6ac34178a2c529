"""HTTP: feeds, story pages and what goes with them, oEmbed, health.

A process of its own, so that no build and no parser ever delays an answer. Its server is uvicorn (httptools,
uvloop), owned here and not its command line. Measured on two cores against nginx on the same files: bare
uvicorn answers 0.55 as many 304s in one process of 30 MB; granian 0.65 in 41 MB and a worker that outlives its
parent's SIGKILL; bodies of 80 KB come out the same (0.6). A feed server lives on 304s, but one process that
ends when told, with limits that we can set for each connection, is worth more than the fifth that granian is
ahead. `connection.py` wins it back: a plain question for a feed is answered where it is parsed, which takes
the processor 20 µs for a 304 and 26 for 84 KB (nginx: 8 and 20), against 37 and 74 through ASGI; see
`tests/benchmarks/bench_web.py`.

`start` is how a parent starts and stops it; `server.serve` runs inside, and is not imported here, so that the
parent is spared the server's 20 MB.
"""

from syndication.web.process import WebProcess, start
from syndication.web.settings import ServedFormat, WebSettings

__all__ = ["ServedFormat", "WebProcess", "WebSettings", "start"]
