"""Every profile at once: what breaks a rule of one taker is left out for that taker, and told; the rest goes out."""

import json
import re
from typing import Any

import pytest
from lxml import etree

from syndication.render import FORMATS
from syndication.vocabulary.profiles import built_in
from syndication.xmlns import SITEMAP
from tests.acceptance.faulty_stories import mended, today, written
from tests.acceptance.newsroom import Newsroom

LOGOS = """
[hub]
address = "https://hub.example/"
[site.partners.smartnews]
logo = "https://pictures.example/logo.png"
dark_mode_logo = "https://pictures.example/dark.png"
"""
ROOM = "\n".join(f"[profile.{name}]\nmax_items = 200" for name in built_in())
GAUGE = re.compile(r'syndication_edition_stories_left_out\{feed="([^"]+)",format="([^"]+)"\} (\d+)\.0')


def format_of(profile: str) -> str:
    return "sitemap-news" if profile == "google-news-sitemap" else "rss"


@pytest.fixture
def takers(newsroom: Newsroom) -> Newsroom:
    """Give a site, served by https, with one feed for each profile, and room for all stories in each."""
    site = newsroom.root / "config" / "site.toml"
    site.write_text(site.read_text().replace("http://127", "https://127") + LOGOS + ROOM)
    for feed in (newsroom.root / "feeds").iterdir():
        feed.unlink()
    for profile in built_in():
        (newsroom.root / "feeds" / f"{profile}.toml").write_text(
            f'title = "{profile}"\ndescription = "News of the bay"\nprofile = "{profile}"\nlimit = 200\n'
            f'formats = ["{format_of(profile)}"]\n'
        )
    return newsroom


def names(newsroom: Newsroom, profile: str) -> list[str]:
    """Return guids and addresses of the stories in the edition."""
    root = etree.fromstring((newsroom.public / file_of(profile)).read_bytes())
    if profile == "google-news-sitemap":
        return [loc.text or "" for loc in root.iter(f"{{{SITEMAP}}}loc")]
    return [found.text or "" for item in root.iter("item") for found in item.iter("guid", "link")]


def file_of(profile: str) -> str:
    return f"{profile}{FORMATS[format_of(profile)].extension}"


def errors(newsroom: Newsroom, profile: str) -> list[dict[str, Any]]:
    """Return the errors that the user is told of a published document."""
    file = newsroom.public / file_of(profile)
    address = f"https://127.0.0.1:{newsroom.port}/feeds/{file.name}"
    said = newsroom.run("validate", str(file), "--profile", profile, "--address", address, "--json")
    return [found for line in said.stdout.splitlines() if (found := json.loads(line))["level"] == "error"]


def told(newsroom: Newsroom) -> tuple[dict[str, Any], dict[tuple[str, str], str]]:
    """Return the status, and the rules by guid and feed of the stories that were left out."""
    state: dict[str, Any] = json.loads(newsroom.run("status", "--json").stdout)
    rules = {}
    for notice in state["notices"]:
        found = re.fullmatch(r"story (\S+) in edition (\S+) as (\S+)", notice["subject"])
        assert found is not None, notice
        assert found[3] == format_of(found[2])
        rules[found[1], found[2]] = notice["text"].partition(":")[0]
    return state, rules


def test_each_taker_gets_what_is_sound_for_it(takers: Newsroom) -> None:
    now = today()
    stories = written(takers.port, now)
    for story in stories:
        takers.drop(f"{story.guid.rpartition(':')[2]}.json", story.sent())
    takers.run("run", "--once")
    state, rules = told(takers)
    assert (state["stories"], state["quarantine"]) == (len(stories), 0)
    assert (state["feeds_pending"], state["editions_at_fault"]) == ([], [])
    wanted = {(s.guid, profile): rule for s in stories for profile, rule in s.case.left_out.items()}
    assert rules == wanted
    assert state["stories_left_out"] == len(wanted)
    for profile in built_in():
        held = names(takers, profile)
        missing = {s.name for s in stories if not s.is_in(held)}
        assert missing == {s.name for s in stories if profile in {*s.case.left_out, *s.case.not_for}}, profile
        # What its wire dates ahead of its arrival goes out where the taker does not forbid it by name.
        assert [e for e in errors(takers, profile) if not (e["rule"] == "B07" and e["until"])] == [], profile
    assert_metrics(takers, rules)

    for story in stories:
        if story.mends:
            takers.drop(f"{story.guid.rpartition(':')[2]}.json", mended(story, now).sent())
    still = {(s.guid, p): rule for s in stories if not s.mends for p, rule in s.case.left_out.items()}
    takers.wait(lambda: takers.settled() and told(takers)[1] == still)
    for profile in built_in():
        held = names(takers, profile)
        missing = {s.name for s in stories if not s.is_in(held)}
        for_ever = {s.name for s in stories if not s.mends and profile in {*s.case.left_out, *s.case.not_for}}
        assert missing == for_ever, profile


def assert_metrics(newsroom: Newsroom, rules: dict[tuple[str, str], str]) -> None:
    newsroom.start()
    said = newsroom.get("/metrics")[2].decode()
    counted = {(feed, form): int(number) for feed, form, number in GAUGE.findall(said)}
    left = [profile for _, profile in rules]
    assert counted == {(p, format_of(p)): left.count(p) for p in built_in()}
