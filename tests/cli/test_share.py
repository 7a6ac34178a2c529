"""`syndication share`: links, head and card of the stories in a file, and nothing of one that may not be seen."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from tests.acceptance.newsroom import Newsroom, story


@pytest.fixture
def file(newsroom: Newsroom) -> str:
    """A file of copy."""
    (newsroom.root / "a.txt").write_text(story("one"))
    return "a.txt"


def test_prints_a_link_a_line(newsroom: Newsroom, file: str) -> None:
    lines = newsroom.command("share", file).splitlines()
    assert lines[0] == "Ferry one returns to the bay"
    assert "/articles/" in lines[1]
    links = dict(line.split(None, 1) for line in lines[2:])
    assert parse_qs(urlsplit(links["x"]).query) == {"text": [lines[0]], "url": [lines[1]]}
    assert links["copy"] == lines[1]


def test_many_stories_of_many_files_stand_apart(newsroom: Newsroom, file: str) -> None:
    (newsroom.root / "b.txt").write_text(f"{story('two')}\n{story('three')}")
    said = newsroom.command("share", file, "b.txt", "--network", "x")
    heads = [part.splitlines()[0] for part in said.split("\n\n")]
    assert heads == [f"Ferry {n} returns to the bay" for n in ("one", "two", "three")]
    records = newsroom.command("share", file, "b.txt", "--json").splitlines()
    assert len({json.loads(record)["url"] for record in records}) == 3


def test_one_file_that_cannot_be_read_keeps_no_other_back(newsroom: Newsroom, file: str) -> None:
    done = newsroom.run("share", "gone.txt", file)
    assert done.returncode == 1
    assert b"gone.txt" in done.stderr
    assert done.stdout.startswith(b"Ferry one")


def test_says_what_to_mend_by_rule(newsroom: Newsroom, file: str) -> None:
    said = json.loads(newsroom.command("share", file, "--json"))
    found = {finding["rule"]: finding for finding in said["findings"]}
    assert found["SC6"]["level"] == "warning"
    assert "picture" in found["SC6"]["advice"]
    assert f"warning SC6: {found['SC6']['text']}" in newsroom.command("share", file)
    page = newsroom.root / "page.html"
    page.write_text(f"<!DOCTYPE html><html><head>{newsroom.command('share', file, '--html')}</head></html>")
    assert "SC6" in newsroom.command("validate", "page.html", "--profile", "share-card")


def test_only_the_networks_asked_for_in_their_order(newsroom: Newsroom, file: str) -> None:
    said = json.loads(newsroom.command("share", file, "--network", "reddit", "--network", "x", "--json"))
    assert [link["id"] for link in said["links"]] == ["reddit", "x"]
    assert said["json_ld"]["headline"] == "Ferry one returns to the bay"


def test_html_is_what_the_page_has(newsroom: Newsroom, file: str) -> None:
    page = html.fromstring(newsroom.command("share", file, "--html"))
    assert page.xpath("//meta[@property='og:title']/@content") == ["Ferry one returns to the bay"]
    assert page.xpath("//ul[@class='share']//a[text()='WhatsApp']")


@pytest.mark.parametrize(
    ("network", "said"),
    [
        ("twitter", "renamed X in July 2023; use x"),
        ("fax", "no such share network"),
        ("instagram", "use native"),
    ],
)
def test_a_network_without_link_is_bad_usage(newsroom: Newsroom, file: str, network: str, said: str) -> None:
    done = newsroom.run("share", file, "--network", network)
    assert done.returncode == 2
    assert said in done.stderr.decode()


@pytest.mark.parametrize("form", [[], ["--json"], ["--html"]])
def test_a_story_under_embargo_has_nothing_until_its_time(
    newsroom: Newsroom, file: str, form: list[str]
) -> None:
    article = json.loads(newsroom.command("parse", file))
    article["embargoed"] = "2027-01-01T00:00:00Z"
    (newsroom.root / "a.jsonl").write_text(json.dumps(article) + "\n")
    done = newsroom.run("share", "a.jsonl", "--now", "2026-12-31T23:59:59Z", *form)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "the story is under embargo" in done.stderr.decode()
    assert "Ferry" not in done.stderr.decode()
    assert "Ferry one" in newsroom.command("share", "a.jsonl", "--now", "2027-01-01T00:00:00Z", *form)


def test_the_configuration_decides_the_networks(newsroom: Newsroom, file: str) -> None:
    config = newsroom.root / "config" / "share.toml"
    config.write_text('[share]\norder = ["mastodon", "sms"]\n')
    said = json.loads(newsroom.command("share", file, "--json"))
    assert [link["id"] for link in said["links"]] == ["mastodon", "sms"]
