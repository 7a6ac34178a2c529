"""A newsroom in a temporary folder: configuration, feeds, and the real daemon as its user starts it."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SITE = """
[site]
title = "Harbour News Service"
base_url = "http://127.0.0.1:{port}"
language = "en"
timezone = "Asia/Kolkata"
[web]
port = {port}
"""
SOURCES = """
[[source]]
name = "inbox"
kind = "folder"
path = "var/inbox"
timezone = "Asia/Kolkata"
"""
FEEDS = {
    "all": 'title = "All"\nlimit = 500\n',
    "world": 'title = "World"\nlimit = 500\n[query]\ndesks = ["int"]\n',
}

_SEEN = (
    "herons", "buoys", "cormorants", "trawlers", "jellyfish", "kites", "oars", "barrels", "seals", "lanterns",
    "rafts", "nets", "gulls", "anchors", "kelp", "dolphins", "masts", "canoes", "fog", "rain",
)  # fmt: skip


def story(mark: str, desk: str = "int") -> str:
    """Return a short story in the wire form whose words are its own: none is a copy of another."""
    chance = random.Random(mark)
    seen = ", ".join(f"{chance.choice(_SEEN)} {chance.choice(_SEEN)}" for _ in range(12))
    return (
        f"Ferry {mark} returns to the bay\n\n"
        f"Seoul, Nov 24 (IANS) The {mark} ferry returned to the bay on Tuesday with all its lamps lit.\n\n"
        f"Its captain said that {mark} would sail again in the morning, whatever the wind.\n\n"
        f"Those who met it on the way had seen {seen}.\n\n"
        f"--IANS\n{desk}/sd\n"
    )


class Newsroom:
    """One installation: what its user would type and see."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.port = port
        self.inbox = root / "var" / "inbox"
        self.public = root / "var" / "public" / "feeds"
        self._daemon: subprocess.Popen[bytes] | None = None
        (root / "config").mkdir()
        (root / "feeds").mkdir()
        self.inbox.mkdir(parents=True)
        (root / "config" / "site.toml").write_text(SITE.format(port=port))
        (root / "config" / "sources.toml").write_text(SOURCES)
        for name, text in FEEDS.items():
            (root / "feeds" / f"{name}.toml").write_text(text)

    @property
    def daemon(self) -> subprocess.Popen[bytes]:
        """Return the running daemon."""
        assert self._daemon is not None
        return self._daemon

    def start(self, *, wait: bool = True) -> None:
        """Start the daemon; with `wait`, return once it serves every feed."""
        with (self.root / "log").open("ab") as log:
            self._daemon = subprocess.Popen(
                [sys.executable, "-m", "syndication", "run"], cwd=self.root, stderr=log, env=environment()
            )
        if wait:
            self.wait(self.ready)

    def kill(self) -> None:
        """End the daemon as power loss would: SIGKILL to the parent only."""
        self.daemon.kill()
        self.daemon.wait()

    def stop(self, seconds: float = 10) -> int:
        """End the daemon by SIGTERM and return its status."""
        self.daemon.terminate()
        return self.daemon.wait(seconds)

    def drop(self, name: str, text: str | bytes) -> None:
        """Move a file into the inbox."""
        beside = self.inbox / f".{name}.part"
        beside.write_bytes(text.encode() if isinstance(text, str) else text)
        beside.rename(self.inbox / name)

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body of an address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def ready(self) -> bool:
        """Say whether the web process answers and every feed is there."""
        try:
            return self.get("/readyz")[0] == 200
        except OSError:
            return False

    def wait(self, condition: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until the condition holds; fail with the log where it does not."""
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                pytest.fail(f"not within {seconds} s; the log ends:\n{self.log()[-3000:]}")
            time.sleep(0.005)

    def settled(self) -> bool:
        """Say whether all copy was taken in, every feed is up to date, and the second it is dated has come."""
        state = json.loads(self.run("status", "--json").stdout)
        if self.waiting() or state["editions_behind"] or state["feeds_pending"]:
            return False
        now = time.time()
        return not any(0 < path.stat().st_mtime - now < 2 for path in self.public.iterdir())

    def log(self) -> str:
        """Return what the daemon logged."""
        return (self.root / "log").read_text()

    def waiting(self) -> list[str]:
        """Return the names of copy in the inbox that was not taken in yet."""
        return [e.name for e in self.inbox.iterdir() if e.is_file() and not e.name.startswith(".")]

    def command(self, *arguments: str) -> str:
        """Run `syndication` as a user and return what it printed; it must succeed."""
        return self.command_bytes(*arguments).decode()

    def command_bytes(self, *arguments: str) -> bytes:
        """Return what a successful command wrote to standard output."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def fails(self, *arguments: str) -> str:
        """Run a command that must fail with status 1 and one line; return the line."""
        done = self.run(*arguments)
        assert done.returncode == 1, done.stdout
        (line,) = done.stderr.decode().splitlines()
        return line

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run `syndication` in the newsroom's folder."""
        return subprocess.run(
            [sys.executable, "-m", "syndication", *arguments],
            cwd=self.root,
            env=environment(),
            capture_output=True,
            timeout=60,
            check=False,
        )

    def children(self) -> list[int]:
        """Return the processes that the daemon started."""
        pid = self.daemon.pid
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def end(self) -> None:
        """End whatever still runs."""
        if self._daemon is not None and self._daemon.poll() is None:
            self._daemon.send_signal(signal.SIGKILL)
            self._daemon.wait()


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command, with this checkout importable."""
    root = Path(__file__).parents[2]
    return {**os.environ, "PYTHONPATH": str(root), **more}


def guids(document: bytes) -> list[str]:
    """Return the ids in a JSON Feed."""
    return [item["id"] for item in json.loads(document)["items"]]
