"""The same files give the same bytes, whatever the machine's zone, locale and hash seed."""

import itertools
import os
import subprocess
import sys
import time

import pytest

from tests.acceptance.newsroom import Newsroom, environment, story

ZONES = ("UTC", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Chatham")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
SEEDS = ("0", "4242")


@pytest.mark.parametrize("form", ["rss", "atom", "newsml-g2", "json"])
def test_renders_the_same_bytes_everywhere(newsroom: Newsroom, form: str) -> None:
    names = [f"{mark}.txt" for mark in ("one", "two", "three")]
    for name in names:
        path = newsroom.root / name
        path.write_text(story(name.partition(".")[0]))
        os.utime(path, (1_764_000_000, 1_764_000_000))
    command = [sys.executable, "-m", "syndication", "render", *names, "--to", form]
    documents = {
        subprocess.run(
            command,
            cwd=newsroom.root,
            env=environment(TZ=zone, LC_ALL=locale, LANG=locale, PYTHONHASHSEED=seed),
            capture_output=True,
            check=True,
        ).stdout
        for zone, locale, seed in itertools.product(ZONES, LOCALES, SEEDS)
    }
    time.sleep(1.1)
    documents.add(newsroom.command_bytes("render", *names, "--to", form))
    (document,) = documents
    assert b"Ferry three returns to the bay" in document
