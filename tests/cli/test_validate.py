"""`syndication validate` as its user types it."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.newsroom import Newsroom, story

DATA = Path(__file__).parents[1] / "data" / "validate"
NOW = "2026-11-25T09:00:00Z"


def test_a_good_document_is_status_0(newsroom: Newsroom) -> None:
    good = str(DATA / "baseline" / "B10-pass.xml")
    assert newsroom.command("validate", good, "--now", NOW) == f"{good}: RSS 2.0, nothing to complain about\n"


def test_a_bad_one_is_status_1_and_says_where_and_what_to_do(newsroom: Newsroom) -> None:
    bad = DATA / "baseline" / "B08-fail.xml"
    assert newsroom.run("validate", str(bad), "--now", NOW).returncode == 0
    done = newsroom.run("validate", str(bad), "--profile", "baseline", "--now", NOW)
    assert done.returncode == 1
    finding, summary = done.stdout.decode().splitlines()
    assert finding.startswith(f"{bad}:")
    assert ": error B08 /rss/channel/item/pubDate: " in finding
    assert finding.endswith(")")
    assert summary == f"{bad}: RSS 2.0, 1 error"


def test_a_warning_is_status_0(newsroom: Newsroom) -> None:
    said = newsroom.command("validate", str(DATA / "msn" / "MS4-fail.xml"), "--profile", "msn", "--now", NOW)
    assert "warning MS4" in said
    assert said.endswith(": RSS 2.0, 1 warning\n")


def test_json_is_an_object_a_finding(newsroom: Newsroom) -> None:
    bad = str(DATA / "baseline" / "B04-fail.xml")
    done = newsroom.run("validate", bad, bad, "--profile", "baseline", "--now", NOW, "--json")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [(r["file"], r["rule"], r["entry"]) for r in records] == [(bad, "B04", 0), (bad, "B04", 1)] * 2
    assert {r["format"] for r in records} == {"RSS 2.0"}


def test_the_edition_before_is_compared(newsroom: Newsroom) -> None:
    folder = DATA / "google-feed"
    arguments = ["validate", str(folder / "GF4-fail.xml"), "--profile", "google-feed", "--now", NOW]
    assert newsroom.run(*arguments).returncode == 0
    done = newsroom.run(*arguments, "--previous", str(folder / "GF4-previous.xml"))
    assert done.returncode == 1
    assert b"error GF4" in done.stdout


def test_the_address_is_compared(newsroom: Newsroom) -> None:
    arguments = ["validate", str(DATA / "baseline" / "B10-pass.xml"), "--profile", "baseline", "--now", NOW]
    assert newsroom.run(*arguments, "--address", "https://harbour.example/feeds/all.rss").returncode == 0
    assert newsroom.run(*arguments, "--address", "https://harbour.example/feeds/world.rss").returncode == 1


def test_standard_input_and_a_forced_format(newsroom: Newsroom) -> None:
    """A format that is forced is not guessed at."""
    data = (DATA / "baseline" / "B10-pass.xml").read_bytes()
    for form, status in (("rss", 0), ("atom", 1)):
        done = subprocess.run(
            [sys.executable, "-m", "syndication", "validate", "-", "--format", form],
            input=data, cwd=newsroom.root, capture_output=True, check=False,
            env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
        )  # fmt: skip
        assert done.returncode == status


def test_one_missing_file_does_not_hide_the_others(newsroom: Newsroom) -> None:
    good = str(DATA / "baseline" / "B10-pass.xml")
    done = newsroom.run("validate", "missing.rss", ".", good)
    assert done.returncode == 1
    assert done.stdout.decode() == f"{good}: RSS 2.0, nothing to complain about\n"
    assert [line.split(": ")[1] for line in done.stderr.decode().splitlines()] == ["missing.rss", "."]


def test_a_missing_edition_before_is_one_line(newsroom: Newsroom) -> None:
    good = str(DATA / "baseline" / "B10-pass.xml")
    assert "missing.rss" in newsroom.fails("validate", good, "--previous", "missing.rss")


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate"],
        ["validate", "a", "--profile", "nobody"],
        ["validate", "a", "--format", "papyrus"],
        ["validate", "a", "--now", "noon"],
    ],
)
def test_bad_usage_is_status_2(newsroom: Newsroom, arguments: list[str]) -> None:
    assert newsroom.run(*arguments).returncode == 2


def test_what_we_render_is_without_error(newsroom: Newsroom) -> None:
    (newsroom.root / "a.txt").write_text(story("one"))
    (newsroom.root / "all.rss").write_text(
        newsroom.command("render", "a.txt", "--to", "rss", "--received", NOW, "--now", NOW)
    )
    said = newsroom.command("validate", "all.rss", "--profile", "baseline", "--now", NOW)
    assert " error " not in said


def test_what_is_compressed_is_judged_by_what_is_inside(newsroom: Newsroom, tmp_path: Path) -> None:
    """A sitemap may be published so; several parts are one document."""
    data = (DATA / "baseline" / "B10-pass.xml").read_bytes()
    packed = tmp_path / "feed.xml.gz"
    packed.write_bytes(gzip.compress(data[:500]) + gzip.compress(data[500:]))
    assert newsroom.command("validate", str(packed)) == f"{packed}: RSS 2.0, nothing to complain about\n"
    for broken, why in ((packed.read_bytes()[:-20], "cut off"), (b"\x1f\x8b" + bytes(40), "damaged")):
        packed.write_bytes(broken)
        done = newsroom.run("validate", str(packed))
        assert done.returncode == 1
        assert why in done.stderr.decode()


def test_a_document_too_large_is_not_judged_by_its_beginning(newsroom: Newsroom, tmp_path: Path) -> None:
    large = tmp_path / "large.xml"
    with large.open("wb") as file:
        file.write(b"<rss/>")
        file.truncate(64 * 1024 * 1024 + 1)
    packed = tmp_path / "large.xml.gz"
    packed.write_bytes(gzip.compress(bytes(64 * 1024 * 1024 + 1), 1))
    for path in (large, packed):
        done = newsroom.run("validate", str(path))
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"more than 67108864 bytes" in done.stderr
        assert b"64 MB" in done.stderr


def test_a_link_is_followed(newsroom: Newsroom, tmp_path: Path) -> None:
    link = tmp_path / "current.xml"
    link.symlink_to(DATA / "baseline" / "B10-pass.xml")
    assert newsroom.command("validate", str(link)) == f"{link}: RSS 2.0, nothing to complain about\n"


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (
            "https://harbour.example/feed",
            "nothing is fetched here: curl -sSL https://harbour.example/feed | ",
        ),
        (".", "a directory: name the files in it"),
        ("missing.xml", "No such file"),
        ("/dev/zero", "a device"),
    ],
)
def test_what_is_no_file_says_what_to_do(newsroom: Newsroom, named: str, told: str) -> None:
    done = newsroom.run("validate", named)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"syndication: {named}: {told}")


@pytest.mark.parametrize(("form", "told"), [("atom", "this is RSS 2.0: not atom"), ("json", "not JSON")])
def test_another_format_than_asked_for_is_named(newsroom: Newsroom, form: str, told: str) -> None:
    done = newsroom.run("validate", str(DATA / "baseline" / "B10-pass.xml"), "--format", form)
    assert done.returncode == 1
    assert told in done.stdout.decode()
