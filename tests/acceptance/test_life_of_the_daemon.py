"""What the daemon survives: a dead web process, a full disk, a vanished inbox, a backlog, an embargo."""

import json
import os
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.acceptance.newsroom import Newsroom, guids, story


def test_a_web_process_that_dies_is_started_again(newsroom: Newsroom) -> None:
    newsroom.start()
    (before,) = newsroom.children()
    os.kill(before, signal.SIGKILL)
    newsroom.wait(lambda: newsroom.children() not in ([], [before]) and newsroom.ready())
    (after,) = newsroom.children()
    assert newsroom.stop() == 0
    assert not Path(f"/proc/{after}").exists()


def test_an_inbox_that_goes_and_comes_back(newsroom: Newsroom) -> None:
    """As when a network drive is unmounted: the daemon says so and goes on when it is there again."""
    newsroom.start()
    for path in (newsroom.inbox / "done",):
        assert not path.exists()
    newsroom.inbox.rmdir()
    time.sleep(0.5)
    newsroom.inbox.mkdir()
    newsroom.drop("back.txt", story("back"))
    newsroom.wait(lambda: b"Ferry back" in newsroom.get("/feeds/all.rss")[2], 70)


def test_a_publish_directory_that_cannot_be_written_keeps_what_is_served(newsroom: Newsroom) -> None:
    """The last good edition stays, the status says what is wrong, and it heals by itself."""
    newsroom.start()
    newsroom.drop("first.txt", story("first"))
    for name in ("all.rss", "world.json"):
        newsroom.wait(lambda name=name: b"Ferry first" in newsroom.get(f"/feeds/{name}")[2])
    aside = newsroom.public.with_name("aside")
    newsroom.public.rename(aside)
    newsroom.public.write_text("a file where the directory should be")
    newsroom.drop("second.txt", story("second"))
    newsroom.wait(lambda: newsroom.run("status").returncode == 1)
    assert "feeds" in json.loads(newsroom.run("status", "--json").stdout)["notices"][0]["text"]
    assert b"Ferry first" in newsroom.get("/feeds/all.rss")[2]
    newsroom.public.unlink()
    aside.rename(newsroom.public)
    newsroom.wait(lambda: b"Ferry second" in newsroom.get("/feeds/all.rss")[2], 70)
    newsroom.wait(lambda: newsroom.run("status").returncode == 0)


def test_a_backlog_of_thousands_is_taken_in_and_a_stop_leaves_the_rest(newsroom: Newsroom) -> None:
    """SIGTERM in the middle of a backlog: status 0 in time, nothing lost, the rest next time."""
    for number in range(3000):
        newsroom.drop(f"b{number}.txt", story(f"backlog{number}"))
    newsroom.start(wait=False)
    newsroom.wait(lambda: len(newsroom.waiting()) < 2500, 30)
    begun = time.monotonic()
    assert newsroom.stop() == 0
    assert time.monotonic() - begun < 10
    newsroom.start()
    newsroom.wait(lambda: not newsroom.waiting(), 60)
    newsroom.wait(lambda: json.loads(newsroom.command("status", "--json"))["editions_behind"] == 0)
    assert json.loads(newsroom.command("status", "--json"))["stories"] == 3000
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) == 500)


def test_an_embargo_ends_to_the_second_and_hides_until_then(newsroom: Newsroom) -> None:
    """No byte of any public address tells of the story before; it appears without another arrival."""
    newsroom.start()
    newsroom.drop("plain.txt", story("plain"))
    newsroom.wait(lambda: b"Ferry plain" in newsroom.get("/feeds/world.json")[2])
    (newsroom.root / "later.txt").write_text(story("later"))
    article = json.loads(newsroom.command("parse", "later.txt"))
    end = datetime.now(UTC) + timedelta(seconds=6)
    article["embargoed"] = end.isoformat()
    addresses = (
        "/",
        "/feeds/all",
        "/feeds/all.rss",
        "/feeds/world.json",
        "/feeds/all.atom",
        "/feeds/all.newsml-g2.xml",
    )
    before = {address: newsroom.get(address)[1:] for address in addresses}
    newsroom.drop("later.jsonl", json.dumps(article))
    newsroom.wait(lambda: not newsroom.waiting())
    short = json.loads(newsroom.command("story", article["guid"], "--json"))["address"].split("/articles/")[1]
    unknown = newsroom.get("/articles/aaaaaaaaaaaaaaaa/never")
    while datetime.now(UTC) < end - timedelta(seconds=0.3):
        for address, (headers, body) in before.items():
            _, now, same = newsroom.get(address)
            assert same == body, address
            assert {k: v for k, v in now.items() if k != "date"} == {
                k: v for k, v in headers.items() if k != "date"
            }
        hidden = newsroom.get(f"/articles/{short}")
        assert (hidden[0], hidden[2]) == (unknown[0], unknown[2]) == (404, unknown[2])
        time.sleep(0.2)
    newsroom.wait(lambda: b"Ferry later" in newsroom.get("/feeds/world.json")[2])
    assert datetime.now(UTC) >= end
    assert datetime.now(UTC) < end + timedelta(seconds=3)


def test_a_store_that_is_removed_ends_the_daemon(newsroom: Newsroom) -> None:
    """What would be taken in from then on would be lost: no more is, and the caller hears of it."""
    newsroom.start()
    for path in (newsroom.root / "var").glob("syndication.db*"):
        if path.suffix != ".lock":
            path.unlink()
    assert newsroom.daemon.wait(15) == 1
    newsroom.drop("later.txt", story("later"))
    assert newsroom.waiting() == ["later.txt"]


def test_the_status_says_what_keeps_copy_from_coming_in(newsroom: Newsroom) -> None:
    newsroom.start()
    newsroom.wait(newsroom.settled)
    aside = newsroom.inbox.with_name("aside")
    newsroom.inbox.rename(aside)
    newsroom.wait(lambda: newsroom.run("status").returncode == 1)
    (notice,) = json.loads(newsroom.run("status", "--json").stdout)["notices"]
    assert notice["subject"] == "folder of inbox"
    aside.rename(newsroom.inbox)
    newsroom.wait(lambda: newsroom.run("status").returncode == 0, 70)


def test_the_future_is_refused_while_a_daemon_runs(newsroom: Newsroom) -> None:
    newsroom.start()
    assert newsroom.run("build", "--now", "2099-01-01T00:00:00Z").returncode == 2
    newsroom.command("build", "--now", "2026-01-01T00:00:00Z")
