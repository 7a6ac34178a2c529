"""Whatever a document holds, judging it takes no more memory than a few times its bytes: else it is not read."""

import gzip
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from syndication.validate import judge, validate
from syndication.validate.bounds import beyond
from tests.acceptance.newsroom import environment
from tests.validate.cases import NOW

ROOM = 1 << 30
BYTES = 60 * 1024 * 1024
HEAD = b'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>t</title><link>https://a.example/</link><description>'
TAIL = b"</channel></rss>"
FEED = b'{"version":"https://jsonfeed.org/version/1.1","items":['


def filled(before: bytes, part: bytes, after: bytes = b"", size: int = BYTES) -> bytes:
    """Return so many bytes of a part between what stands before and after it."""
    return b"".join((before, part * (size // len(part)), after))


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "deep xml": lambda: filled(b"", b"<rss>"),
    "deep json": lambda: filled(b"", b"["),
    "deep html": lambda: filled(b"<!doctype html>", b"<div>"),
    "one text": lambda: filled(HEAD, b"x ", b"</description>" + TAIL),
    "one text of json": lambda: filled(FEED + b'{"id":"1","content_html":"', b"x ", b'"}]}', BYTES // 6),
    "comments": lambda: filled(HEAD + b"</description>", b"<!---->", TAIL),
    "items": lambda: filled(HEAD + b"</description>", b"<item/>", TAIL),
    "items of json": lambda: filled(FEED, b"{},", b"{}]}"),
    "numbers of json": lambda: filled(FEED, b"1,", b"1]}"),
    "names of json": lambda: b"{" + b"".join(b'"k%d":1,' % n for n in range(3_000_000)) + b'"x":1}',
    "tags in a text": lambda: filled(FEED + b'{"id":"1","content_html":"', b"<i>", b'"}]}'),
    "escaped tags in a text": lambda: filled(FEED + b'{"id":"1","content_html":"', b"\\u003ci>", b'"}]}'),
    "attributes in a text": lambda: (
        FEED + b'{"id":"1","content_html":"<p ' + b"".join(b"a%d " % n for n in range(300_000)) + b'>"}]}'
    ),
    "attributes": lambda: (
        b"<rss " + b"".join(b'a%d="" ' % n for n in range(1_000_000)) + b"><channel/></rss>"
    ),
    "many attributes": lambda: filled(b"<rss ", b'a="" ', b"><channel/></rss>"),
    "faults": lambda: filled(
        HEAD + b"</description>", b"<item><guid>7</guid><pubDate>x</pubDate></item>", TAIL, 200_000
    ),
    "entities": lambda: (
        b"<!DOCTYPE rss ["
        + b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
        + b'<!ENTITY e0 "ha">]><rss version="2.0"><channel><title>&e11;</title></channel></rss>'
    ),
    "nothing": lambda: bytes(BYTES),
    "gzip": lambda: gzip.compress(bytes(BYTES), 1),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_judged_in_little_memory(name: str, tmp_path: Path) -> None:
    """By the command itself, in a process that gets no more."""
    file = tmp_path / "document"
    file.write_bytes(DOCUMENTS[name]())
    said = validated(str(file))
    assert said.returncode == 1, said.stderr
    assert said.stderr == b""
    found = [json.loads(line) for line in said.stdout.splitlines()]
    assert 1 <= len(found) < 20_000
    assert any(finding["level"] == "error" for finding in found)


def test_what_does_not_end_is_not_read_to_its_end() -> None:
    """A pipe has no size to be asked for: it is left as soon as it is too long."""
    endless = "import sys\nwhile True: sys.stdout.buffer.write(b'<rss>' * 100_000)"
    with subprocess.Popen(
        [sys.executable, "-c", endless], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as source:
        said = validated("-", source.stdout)
        source.kill()
    assert said.returncode == 1
    assert b"more than" in said.stderr


def validated(file: str, source: object = None) -> subprocess.CompletedProcess[bytes]:
    """Run `syndication validate` with a bound to its memory."""
    command = [sys.executable, "-m", "syndication", "validate", file, "--profile", "strict", "--json"]
    return subprocess.run(
        command,
        env=environment(),
        stdin=source,  # type: ignore[call-overload]  # a pipe's own type
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM)),
    )


def test_the_largest_sitemap_that_may_be_is_read() -> None:
    url = (
        b"<url><loc>https://bay.example/a</loc><lastmod>2026-11-25</lastmod><n:news><n:publication><n:name>x</n:name>"
        b"<n:language>en</n:language></n:publication><n:publication_date>2026-11-25</n:publication_date>"
        b"<n:title>x</n:title></n:news></url>"
    )
    assert beyond(url * 50_000, json=False) is None


def test_people_are_told_how_many_more_there_are_and_publishing_knows_each() -> None:
    data = FEED + b",".join(b'{"id":"%d","url":"/a","content_text":"x"}' % n for n in range(1_500)) + b"]}"
    everything = validate(data, None, NOW)
    told = judge(data, None, NOW).findings
    (rule,) = {f.rule for f in everything if f.entry == 1_499}
    assert sum(f.rule == rule for f in everything) == 1_500
    assert sum(f.rule == rule for f in told) == 1_001
    assert [f.text for f in told if f.rule == rule and f.entry is None] == ["and 500 more like these"]
