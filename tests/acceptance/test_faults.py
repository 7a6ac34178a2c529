"""What is found before publishing: the status tells it for as long as it lasts, and no longer."""

import json
from typing import Any

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
