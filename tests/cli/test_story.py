"""`syndication story`: what it tells of a story's life, and that its decisions can be undone."""

import json
from pathlib import Path

from syndication.cli.story_history import differences
from syndication.model.article import encode
from syndication.model.blocks import Paragraph
from tests.acceptance.newsroom import Newsroom
from tests.desk import at, story
from tests.ingest.test_running_stories import AGENCY, FIRST, PORTAL, SECOND


def drop(newsroom: Newsroom, name: str, *documents: bytes) -> None:
    """Put Articles where a command finds them."""
    (Path(newsroom.root) / name).write_bytes(b"\n".join(documents) + b"\n")


def told(newsroom: Newsroom, guid: str, *options: str) -> dict[str, object]:
    """Return what the command says about a story."""
    answer: dict[str, object] = json.loads(newsroom.command("story", guid, "--json", *options))
    return answer


def test_a_diff_shows_words_and_paragraphs() -> None:
    before = story(1, body=(Paragraph("Nine men rowed out at dusk."), Paragraph("All came back.")))
    after = story(
        1,
        headline="Lit",
        embargoed=at(5),
        body=(Paragraph("Ten men rowed out."), Paragraph("They sang."), Paragraph("All came back.")),
    )
    assert list(differences(before, after)) == [
        "headline: [-Lighthouse number 1 is lit again-] {+Lit+}",
        "embargoed: {+2026-03-14 12:05:00Z+}",
        "paragraph 1: [-Nine-] {+Ten+} men rowed [-out at dusk.-] {+out.+}",
        "paragraph 2: {+They sang.+}",
    ]
    assert list(differences(after, after)) == []


def test_a_running_story_is_told_whole(newsroom: Newsroom) -> None:
    drop(newsroom, "a.jsonl", encode(FIRST), encode(SECOND))
    newsroom.command("ingest", "a.jsonl")
    newsroom.command("build")
    said = told(newsroom, FIRST.guid)
    assert said["consists_of"] == [["take", SECOND.guid]]
    assert [d["what"] for d in said["decisions"]] == ["new", "joined"]  # type: ignore[attr-defined]  # JSON
    (carried,) = [c for c in said["carried"] if c["feed"] == "all"]  # type: ignore[attr-defined]  # JSON
    assert carried["formats"] == ["rss", "atom", "newsml-g2", "json"]
    assert carried["until"] is None
    words = newsroom.command("story", FIRST.guid)
    assert "paragraph 2: {+Part 2 tells" in words
    assert "take 2 of it" in words
    other = told(newsroom, SECOND.guid)
    assert (other["part"], other["stands_in"], other["visible"]) == ("take", FIRST.guid, False)


def test_a_decision_is_undone_and_made_by_command(newsroom: Newsroom) -> None:
    drop(newsroom, "a.jsonl", encode(AGENCY), encode(PORTAL))
    newsroom.command("ingest", "a.jsonl")
    assert "100% of its text is there already" in newsroom.command("story", PORTAL.guid)
    assert told(newsroom, PORTAL.guid, "--apart")["visible"] is True
    said = told(newsroom, PORTAL.guid, "--same-as", AGENCY.guid)
    assert said["visible"] is False
    assert [d["what"] for d in said["decisions"]] == ["duplicate", "apart", "duplicate"]  # type: ignore[attr-defined]  # JSON
    assert "stands in no other story" in newsroom.fails("story", AGENCY.guid, "--apart")
    assert newsroom.run("story", AGENCY.guid, "--apart", "--same-as", "x").returncode == 2


def test_a_killed_story_says_who_killed_it(newsroom: Newsroom) -> None:
    drop(newsroom, "a.jsonl", encode(story(1)), encode(story(1, version=2, pub_status="canceled")))
    newsroom.command("ingest", "a.jsonl")
    said = newsroom.command("story", story(1).guid)
    assert "its own wire says so" in said
    assert "pub_status: [-usable-] {+canceled+}" in said
    assert "no feed held it" in said
