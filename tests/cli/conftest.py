"""The installation that each test of the command line gets."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.newsroom import Newsroom


@pytest.fixture
def newsroom(tmp_path: Path, free_port: int) -> Iterator[Newsroom]:
    """Give an installation that is not running yet."""
    room = Newsroom(tmp_path, free_port)
    yield room
    room.end()


@pytest.fixture
def free_port() -> int:
    """Give a port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
