"""What is found before publishing: the status tells it for as long as it lasts, and no longer."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from syndication.model.article import encode
from tests import desk
from tests.acceptance.newsroom import Newsroom, story

FLASH = "Ferry sinks off Mandwa\n\nMumbai, Nov 24 (IANS)\n\n--IANS\nint/sd\n"


def status(newsroom: Newsroom) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(newsroom.run("status", "--json").stdout)
    return found


def define(newsroom: Newsroom, name: str, profile: str) -> None:
    (newsroom.root / "feeds" / f"{name}.toml").write_text(
        f'title = "{name}"\nprofile = "{profile}"\nformats = ["rss", "json"]\n'
    )


def test_the_status_names_feed_format_story_and_rule(newsroom: Newsroom) -> None:
    define(newsroom, "smart", "smartnews")  # its logos are not configured
    define(newsroom, "break", "newsbreak")  # takes no story without text
    newsroom.drop("whole.txt", story("amber"))
    newsroom.drop("flash.txt", FLASH)
    newsroom.run("run", "--once")
    found = status(newsroom)
    assert found["editions_at_fault"] == ["smart as rss"]
    assert found["stories_left_out"] == 1
    said = {n["subject"]: n["text"] for n in found["notices"]}
    assert said["edition smart as rss"].startswith("SN")
    (left_out,) = (subject for subject in said if subject.startswith("story "))
    assert left_out.endswith(" in edition break as rss")
    assert said[left_out].startswith("NB1: ")

    (newsroom.root / "feeds" / "smart.toml").unlink()
    define(newsroom, "break", "baseline")
    newsroom.run("run", "--once")
    found = status(newsroom)
    assert (found["editions_at_fault"], found["stories_left_out"], found["notices"]) == ([], 0, [])


def test_a_story_that_is_dated_ahead_is_published_when_its_time_has_come(newsroom: Newsroom) -> None:
    """MSN takes none before (MS3); nothing else arrives that would have the feed printed."""
    site = newsroom.root / "config" / "site.toml"
    site.write_text(site.read_text().replace("http://127", "https://127"))
    define(newsroom, "msn", "msn")
    newsroom.start()
    due = (datetime.now(UTC) + timedelta(seconds=6)).replace(microsecond=0)
    early = desk.story(1, created=due, updated=due)
    newsroom.drop("early.json", encode(early))
    newsroom.wait(lambda: early.guid.encode() in newsroom.get("/feeds/all.rss")[2])
    newsroom.wait(newsroom.settled)
    told = {n["subject"]: n["text"] for n in status(newsroom)["notices"]}
    kept_back = newsroom.get("/feeds/msn.rss")[2]
    if datetime.now(UTC) < due:  # a machine that is slower than that has nothing to compare with
        said = told[f"story {early.guid} in edition msn as rss"]
        assert said.endswith(f"; it is published at {due:%FT%TZ}")
        assert early.guid.encode() not in kept_back
    newsroom.wait(lambda: early.guid.encode() in newsroom.get("/feeds/msn.rss")[2])
    assert datetime.now(UTC) >= due
    newsroom.wait(lambda: status(newsroom)["stories_left_out"] == 0)
