"""Options of the test command, what it says at its end, and the installation of tests that start the product."""

import random
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.newsroom import Newsroom

STRICT = "--corpus-strict"
PIN = "--corpus-pin"
# Below the ports that the kernel gives to clients: no connection of another test takes one of these in between.
_PORTS = range(20_000, 32_000)


@pytest.fixture
def newsroom(tmp_path: Path, free_port: int) -> Iterator[Newsroom]:
    """Give an installation that is not running yet."""
    room = Newsroom(tmp_path, free_port)
    yield room
    room.end()


@pytest.fixture
def free_port() -> int:
    """Give a port of the loopback that nobody listens on."""
    chance = random.SystemRandom()  # the workers of one run are seeded alike
    while True:
        port = chance.choice(_PORTS)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that turns every document of the corpus into a test of its own."""
    parser.addoption(
        STRICT,
        action="store_true",
        help="fail for every document of the corpus that is not wholly right, with the difference",
    )
    parser.addoption(
        PIN,
        action="store_true",
        help="write what the corpus measures now into tests/quality.json, unless a share has fallen",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that the pinned floor stands for."""
    config.addinivalue_line("markers", f"corpus_case: one document of the corpus; runs with {STRICT}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave single documents to the floor test unless they are asked for."""
    if config.getoption(STRICT):
        return
    left = [item for item in items if item.get_closest_marker("corpus_case")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("corpus_case")]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show how much of the corpus is read right, so that a wrong document is never out of sight."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in report.user_properties:
                if name == "copy corpus" and report.when == "call":
                    terminalreporter.write_sep("-", f"copy corpus ({STRICT} shows the differences)")
                    terminalreporter.write_line(str(value))
