"""Every command as its user types it: what it prints, and with which status it ends."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from syndication.daemon.lock import exclusive
from tests.acceptance.newsroom import Newsroom, story

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    "run",
    "parse",
    "render",
    "share",
    "ingest",
    "build",
    "validate",
    "check-config",
    "status",
    "feeds",
    "sources",
    "story",
    "quarantine",
    "backup",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_shows_every_command(command: str) -> None:
    assert f"`syndication {command}" in README


def test_help_lists_every_command_and_nothing_else(newsroom: Newsroom) -> None:
    said = newsroom.command("--help").partition("Commands:")[2]
    assert re.findall(r"^  ([a-z-]+) ", said, re.MULTILINE) == COMMANDS
    for command in COMMANDS:
        assert newsroom.command(command, "--help").startswith("Usage:")


def test_parse_prints_an_article_a_line(newsroom: Newsroom) -> None:
    (newsroom.root / "a.txt").write_text(story("one"))
    (newsroom.root / "b.txt").write_text(story("two"))
    articles = [json.loads(line) for line in newsroom.command("parse", "a.txt", "b.txt").splitlines()]
    assert [a["headline"] for a in articles] == [
        "Ferry one returns to the bay",
        "Ferry two returns to the bay",
    ]
    assert articles[0]["dateline"]["places"] == ["Seoul"]


def test_article_json_is_an_input(newsroom: Newsroom) -> None:
    (newsroom.root / "a.txt").write_text(story("one"))
    (newsroom.root / "a.jsonl").write_text(newsroom.command("parse", "a.txt"))
    again = json.loads(newsroom.command("parse", "a.jsonl"))
    first = json.loads((newsroom.root / "a.jsonl").read_text())
    assert {k: v for k, v in again.items() if k != "source"} == {
        k: v for k, v in first.items() if k != "source"
    }


def test_explain_accounts_for_every_line(newsroom: Newsroom) -> None:
    (newsroom.root / "a.txt").write_text(story("one"))
    said = newsroom.command("parse", "--explain", "a.txt")
    for words in ("Ferry one returns", "Seoul, Nov 24 (IANS)", "The one ferry returned", "--IANS", "int/sd"):
        assert words in said
    account = json.loads(newsroom.command("parse", "--explain", "--json", "a.txt"))["account"]
    assert {row["field"] for row in account} >= {"headline", "dateline", "body", "signoff"}


def test_one_bad_file_does_not_hide_the_others(newsroom: Newsroom) -> None:
    (newsroom.root / "good.txt").write_text(story("good"))
    (newsroom.root / "empty.txt").write_text("")
    done = newsroom.run("parse", "missing.txt", "empty.txt", ".", "good.txt")
    assert done.returncode == 1
    assert json.loads(done.stdout)["headline"] == "Ferry good returns to the bay"
    lines = done.stderr.decode().splitlines()
    assert [line.split(": ")[1] for line in lines] == ["missing.txt", "empty.txt", "."]
    assert all(line.startswith("syndication: ") and line.endswith(")") for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["nonsense"],
        ["parse", "--received", "yesterday", "a.txt"],
        ["render", "a.txt", "--to", "rss", "--now", "2026-02-14T06:30:00"],
        ["render", "a.txt", "--to", "papyrus"],
        ["story"],
        ["quarantine", "show", "x"],
        ["run", "--now", "2026-02-14T06:30:00Z"],
    ],
)
def test_bad_usage_is_status_2(newsroom: Newsroom, arguments: list[str]) -> None:
    assert newsroom.run(*arguments).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["story", "tag:nobody,2026:1"], "tag:nobody,2026:1: no such story"),
        (["build", "nowhere"], "nowhere: no such feed"),
        (["quarantine", "show", "7"], "7: no such quarantine entry"),
        (["quarantine", "retry", "7"], "7: no such quarantine entry"),
        (["quarantine", "drop", "7"], "7: no such quarantine entry"),
        (["--config", "elsewhere", "status"], "elsewhere"),
    ],
)
def test_failure_is_status_1_and_one_line(newsroom: Newsroom, arguments: list[str], said: str) -> None:
    (newsroom.root / "a.txt").write_text(story("one"))
    line = newsroom.fails(*arguments)
    assert line.startswith("syndication: ")
    assert said in line


def test_mistakes_in_the_configuration_are_named_with_file_and_line(newsroom: Newsroom) -> None:
    (newsroom.root / "feeds" / "all.toml").write_text('title = "All"\nlimt = 5\n')
    done = newsroom.run("check-config")
    assert done.returncode == 1
    assert re.search(r"feeds/all\.toml:2: .*limt", done.stderr.decode())
    assert newsroom.run("run").returncode == 1


def test_check_config_names_feeds_that_their_taker_will_never_get(newsroom: Newsroom) -> None:
    """The site of the tests has no https and no logos; build says the same, once it is too late."""
    for name in ("msn", "smartnews", "google-feed"):
        (newsroom.root / "feeds" / f"for-{name}.toml").write_text(
            f'title = "T"\nformats = ["rss"]\nprofile = "{name}"\n'
        )
    said = newsroom.command("check-config").splitlines()
    found = [re.fullmatch(r"feed (\S+): cannot be published as rss for (\S+): \w+: .+", s) for s in said[1:]]
    assert [(m[1], m[2]) for m in found if m] == [("for-msn", "msn"), ("for-smartnews", "smartnews")]
    assert len(json.loads(newsroom.command("check-config", "--json"))["remarks"]) == 2
    done = newsroom.run("build")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in lines] == ["for-msn", "for-smartnews"]
    assert all(
        "; nothing is published (what the site lacks: syndication check-config" in line for line in lines
    )


def test_a_directory_that_cannot_be_written_is_named_with_one_piece_of_advice(newsroom: Newsroom) -> None:
    (newsroom.public / "all.rss").mkdir(parents=True)  # in the way
    done = newsroom.run("build")
    assert done.returncode == 1
    assert done.stderr.count(b"(check free space") == done.stderr.count(b"\n") == 1


def test_store_and_publish_without_the_daemon(newsroom: Newsroom) -> None:
    """Ingest, build, look at it: stored once, published once, then nothing is stale."""
    (newsroom.root / "a.txt").write_text(story("one"))
    (newsroom.root / "junk").write_bytes(bytes(range(256)))
    done = newsroom.run("ingest", "a.txt", "junk", "--json")
    assert done.returncode == 1
    stored, refused = (json.loads(line) for line in done.stdout.splitlines())
    guid = stored["stories"][0]["guid"]
    assert (stored["stories"][0]["decision"], refused["quarantine"]) == ("new", 1)
    assert "repeated" in newsroom.command("ingest", "a.txt")
    assert "all: 4 editions written" in newsroom.command("build")
    assert newsroom.command("build") == "nothing is stale\n"
    files = {p: p.stat().st_mtime_ns for p in newsroom.public.iterdir()}
    assert "all: 0 editions written" in newsroom.command("build", "--all")
    assert files == {p: p.stat().st_mtime_ns for p in newsroom.public.iterdir()}
    history = json.loads(newsroom.command("story", guid, "--json"))
    assert history["feeds"] == ["all", "world"]
    assert [c["kind"] for c in history["changes"]] == ["new"]
    assert newsroom.command("story", history["address"]) == newsroom.command("story", guid)
    rows = [json.loads(line) for line in newsroom.command("feeds", "--json").splitlines()]
    assert {(r["feed"], r["format"]): r["edition"]["entries"] for r in rows}["world", "rss"] == 1
    assert json.loads(newsroom.command("status", "--json"))["running"] is False
    assert json.loads(newsroom.command("sources", "--json"))["state"] == "ready"
    assert newsroom.command_bytes("quarantine", "show", "1") == bytes(range(256))
    assert newsroom.run("quarantine", "retry").returncode == 1
    assert newsroom.command("quarantine", "drop", "1") == "dropped 1\n"
    assert newsroom.command("quarantine", "list") == "quarantine is empty\n"


def test_options_stand_before_or_after_the_command(newsroom: Newsroom) -> None:
    before, after = newsroom.command("--json", "status"), newsroom.command("status", "--json")
    assert json.loads(before) == json.loads(after)


def test_one_round_without_serving(newsroom: Newsroom) -> None:
    """`run --once` waits for files that are still settling, publishes, and exits."""
    (newsroom.inbox / "placed.txt").write_text(story("placed"))
    newsroom.command("run", "--once", "--now", "2026-11-25T06:00:00Z")
    (item,) = json.loads((newsroom.public / "world.json").read_text())["items"]
    assert (item["title"], item["date_published"]) == (
        "Ferry placed returns to the bay",
        "2026-11-25T06:00:00Z",
    )
    assert not newsroom.waiting()


def test_backup_is_taken_while_the_daemon_runs_and_brings_all_back(newsroom: Newsroom) -> None:
    newsroom.start()
    newsroom.drop("a.txt", story("one"))
    newsroom.wait(lambda: b"Ferry one" in newsroom.get("/feeds/all.rss")[2])
    copy = newsroom.root / "copy.db"
    said = json.loads(newsroom.command("backup", "copy.db", "--json"))
    assert said == {"file": "copy.db", "bytes": copy.stat().st_size}
    assert newsroom.command("backup", "copy.db").startswith("copy.db: ")
    taken = newsroom.get("/feeds/all.rss")
    newsroom.stop()
    for file in (newsroom.root / "var").glob("syndication.db*"):
        file.unlink()
    copy.rename(newsroom.root / "var" / "syndication.db")
    newsroom.start()
    assert newsroom.get("/feeds/all.rss")[1]["etag"] == taken[1]["etag"]
    assert newsroom.get("/feeds/all.rss")[2] == taken[2]
    refused = newsroom.run("backup", "config/site.toml")
    assert refused.returncode == 1
    assert refused.stderr.startswith(b"syndication: config/site.toml: something else is there")


def test_a_store_is_not_brought_up_to_date_under_a_daemon_of_an_older_version(newsroom: Newsroom) -> None:
    """Statements of the older program would meet tables that it does not know."""
    (newsroom.root / "a.txt").write_text(story("one"))
    newsroom.command("ingest", "a.txt")
    file = newsroom.root / "var" / "syndication.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as earlier:
        earlier.execute("PRAGMA user_version = 4")
    with exclusive(file.with_name("syndication.db.lock")):
        for command in (["ingest", "a.txt"], ["story", "one", "--apart"], ["status"]):
            refused = newsroom.run(*command)
            assert refused.returncode == 1
            assert b"is of an older version (schema 4" in refused.stderr
            assert refused.stderr.count(b"\n") == 1
    with closing(sqlite3.connect(file)) as still:
        assert still.execute("PRAGMA user_version").fetchone() == (4,)
