"""What happened, as events with keys: one line each on stderr, JSON where nobody looks on.

structlog does the work: its processors are plain functions, and what libraries say through `logging` goes the
same way. Importing it takes 130 ms, so that waits for the first `get`: `syndication --help` never pays.
"""

from syndication.log.cleaning import hide
from syndication.log.setup import configure, flush, get

__all__ = ["configure", "flush", "get", "hide"]
