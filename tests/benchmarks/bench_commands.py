"""Whole processes, their start included: what a command costs beside a script of the usual libraries."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest

from syndication.render import rss
from tests.acceptance.newsroom import environment
from tests.benchmarks import feedparser_and_feedgen
from tests.benchmarks.bench_render import STORIES
from tests.benchmarks.conftest import Measure
from tests.render.stories import FEED, PROFILE, UPDATED

SYNDICATION = (sys.executable, "-m", "syndication")


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., bytes]:
    """Return what runs a command and returns its output, everything with its bytecode as after an install."""
    kept = environment(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))

    def run(*command: str) -> bytes:
        return subprocess.run(command, capture_output=True, check=True, env=kept).stdout

    return run


def bench_500_stories_from_rss_to_rss(measure: Measure, run: Callable[..., bytes], tmp_path: Path) -> None:
    """`render` in half the time of feedparser and feedgen together."""
    file = tmp_path / "feed.rss"
    file.write_bytes(rss.document(FEED, PROFILE, UPDATED, [rss.entry(a, PROFILE) for a in STORIES]))
    ours = (*SYNDICATION, "render", str(file), "--to", "rss")
    theirs = (sys.executable, feedparser_and_feedgen.__file__, str(file))
    for command in (ours, theirs):
        assert len(feedparser.parse(run(*command)).entries) == len(STORIES)
    measure.compare(lambda: run(*ours), lambda: run(*theirs), 0.5, runs=5)


def bench_help_starts_within_1_2_of_importing_feedgen(measure: Measure, run: Callable[..., bytes]) -> None:
    """Someone who asks for help waits no longer than for the feed library alone."""
    feedgen = (sys.executable, "-c", "import feedgen.feed")
    measure.compare(lambda: run(*SYNDICATION, "--help"), lambda: run(*feedgen), 1.2)
