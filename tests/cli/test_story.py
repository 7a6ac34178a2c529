"""`syndication story`: what it tells of a story's life, and that its decisions can be undone."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from syndication.cli.story_diff import differences
from syndication.model import Article
from syndication.model.article import (
    Author,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Group,
    Link,
    Media,
    PullQuote,
    Rights,
    RoleText,
    Signoff,
    Subject,
    encode,
)
from syndication.model.blocks import Paragraph, Subhead
from tests.acceptance.newsroom import Newsroom
from tests.acceptance.newsroom import story as wire
from tests.desk import at, story
from tests.ingest.test_running_stories import AGENCY, FIRST, PORTAL, SECOND

DIFFERENT: dict[str, object] = {
    "headlines": (RoleText("x"),), "summaries": (RoleText("x"),), "genres": (Genre("x"),),
    "ed_notes": (EdNote("x"),), "authors": (Author("x"),), "key_points": ("x",), "pull_quote": PullQuote("x"),
    "dateline": Dateline("x"), "signoff": Signoff("x"), "info_sources": ("x",), "subjects": (Subject("x:y"),),
    "keywords": ("x",), "places": (Entity("x"),), "people": (Entity("x"),), "organisations": (Entity("x"),),
    "signals": ("x",), "media": (Media("urn:x", "picture"),), "groups": (Group(()),), "links": (Link("x"),),
    "rights": Rights("x"), "word_count": 5, "reading_minutes": 5, "urgency": 5, "priority": 5,
    "updated": at(7), "embargoed": at(7), "expires": at(7),
}  # fmt: skip
"""Another value for each field that holds no plain text."""


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
    assert differences(before, after) == [
        "headline: [-Lighthouse number 1 is lit again-] {+Lit+}",
        "embargoed: {+2026-03-14 12:05:00Z+}",
        "paragraph 1: [-Nine-] {+Ten+} men rowed [-out at dusk.-] {+out.+}",
        "paragraph 2: {+They sang.+}",
    ]
    assert differences(after, before)[-1] == "was paragraph 2: [-They sang.-]"
    assert differences(after, after) == []


def test_a_paragraph_that_was_rewritten_is_held_against_its_old_form() -> None:
    """Also where others came before it and went after it."""
    before = story(1, body=(Paragraph("Nine men rowed out at dusk."), Paragraph("The sea was calm.")))
    after = story(1, body=(Paragraph("A storm is near."), Paragraph("Ten men rowed out at dusk.")))
    assert differences(before, after) == [
        "paragraph 1: {+A storm is near.+}",
        "paragraph 2: [-Nine-] {+Ten+} men rowed out at dusk.",
        "was paragraph 2: [-The sea was calm.-]",
    ]


def test_no_difference_goes_untold() -> None:
    before = story(1)
    for field in Article.__struct_fields__:
        if field in {"guid", "version", "source", "issues", "alt_ids", "comments", "created"}:
            continue
        other = DIFFERENT.get(field, (Paragraph("x"),) if field == "body" else "other")
        assert differences(before, replace(before, **{field: other})), field
    marked = story(1, body=tuple(Subhead(b.text) for b in before.body))  # type: ignore[union-attr]  # paragraphs
    assert differences(before, marked) == ["body: marked up or divided in another way"]


def test_a_late_version_and_a_lost_conflict_are_held_against_what_stayed(newsroom: Newsroom) -> None:
    first, second = story(1, headline="One"), story(1, version=2, headline="Two", updated=at(9))
    lost = story(1, version=2, headline="Zwei", updated=at(8))
    late = story(1, version=1, headline="Eins", updated=at(1))
    third = story(1, version=3, headline="Three", updated=at(10))
    drop(newsroom, "a.jsonl", *map(encode, (first, second, lost, late, third)))
    newsroom.command("ingest", "a.jsonl")
    versions = told(newsroom, first.guid)["versions"][::-1]  # type: ignore[index]  # JSON
    rows = {v["row"]: v["article"]["headline"] for v in versions}
    said = [(v["article"]["headline"], rows.get(v["against"]), v["counts"]) for v in versions]
    assert said == [
        ("One", None, True),
        ("Two", "One", True),
        ("Zwei", "Two", False),
        ("Eins", "Two", False),
        ("Three", "Two", True),
    ]
    words = newsroom.command("story", first.guid)
    assert "version 1 (late), which did not take the place of version 2 (update):" in words
    assert "version 3 (update), against version 2 (update):" in words


def test_a_story_is_found_by_whatever_names_it(newsroom: Newsroom) -> None:
    elsewhere = story(4, headline="Ducks swim", url="https://paper.example/ducks.html")
    renamed = story(3, version=2, headline="Kettle sings no more", updated=at(9))
    stories = (story(1), story(2), story(3, headline="Kettle that sings"), renamed, elsewhere)
    drop(newsroom, "a.jsonl", *map(encode, stories))
    newsroom.command("ingest", "a.jsonl")
    address = str(told(newsroom, story(1).guid)["address"])
    short = address.split("/articles/")[1].split("/", maxsplit=1)[0]
    for name in (
        short,
        address,
        f"{address}?utm_source=x",
        address.rpartition("/")[2],
        "number 1 IS lit",
        "NUMBER-1",
    ):
        assert told(newsroom, name)["guid"] == story(1).guid, name
    for name in ("Kettle sings no more", "that sings", "kettle"):
        assert told(newsroom, name)["guid"] == story(3).guid, name
    assert told(newsroom, "https://paper.example/ducks.html")["guid"] == elsewhere.guid
    several = newsroom.fails("story", "lighthouse")
    assert f"several stories are meant, name one by its guid: {story(2).guid} (" in several
    for nothing in ("no such words", "--", "%", "https://paper.example/geese.html"):
        assert "no such story" in newsroom.fails("story", "--", nothing)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "visible"),
        ({"expires": datetime(2099, 1, 1, tzinfo=UTC)}, "visible until 2099-01-01 00:00:00Z"),
        ({"expires": at(0)}, "not visible: expired 2026-03-14 12:00:00Z"),
        (
            {"embargoed": datetime(2099, 1, 1, tzinfo=UTC)},
            "not visible: under embargo until 2099-01-01 00:00:00Z",
        ),
        ({"pub_status": "withheld"}, "not visible: withheld"),
        ({"pub_status": "canceled"}, "not visible: killed"),
        ({"signals": ("take:2",)}, "not visible: waits for a story that has not come"),
    ],
)
def test_the_state_of_a_story_is_said_with_its_reason(
    newsroom: Newsroom, fields: dict[str, object], state: str
) -> None:
    drop(newsroom, "a.jsonl", encode(story(1, **fields)))
    newsroom.command("ingest", "a.jsonl")
    assert told(newsroom, story(1).guid)["state"] == state
    assert f"\n  {state}\n" in newsroom.command("story", story(1).guid)


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


def test_what_is_held_back_is_told_with_the_copy_that_holds_it(newsroom: Newsroom) -> None:
    copy = replace(AGENCY, guid="urn:example:mail", embargoed=datetime(2099, 1, 1, tzinfo=UTC))
    held = replace(SECOND, embargoed=copy.embargoed)
    drop(newsroom, "a.jsonl", *map(encode, (AGENCY, copy, FIRST, held)))
    newsroom.command("ingest", "a.jsonl")
    until = "under embargo until 2099-01-01 00:00:00Z"
    said = told(newsroom, AGENCY.guid)["state"]
    assert said == f"not visible: {until}, as {copy.guid}, a copy of it, says"
    assert told(newsroom, SECOND.guid)["state"] == f"not visible: take of {FIRST.guid}, {until}"
    assert "under embargo      3" in newsroom.command("status")


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


def test_a_story_is_taken_down_and_brought_back_while_the_daemon_runs(newsroom: Newsroom) -> None:
    newsroom.start()
    newsroom.drop("a.txt", wire("one"))
    newsroom.wait(lambda: b"Ferry one" in newsroom.get("/feeds/all.rss")[2])
    page = told(newsroom, "Ferry one")["address"]
    assert isinstance(page, str)
    path = "/" + page.split("/", 3)[3]
    assert newsroom.get(path)[0] == 200
    assert told(newsroom, page, "--kill")["state"] == "not visible: killed"
    assert newsroom.get(path)[0] == 410
    newsroom.wait(lambda: b"Ferry one" not in newsroom.get("/feeds/all.rss")[2])
    assert "is no story, or one that was killed already" in newsroom.fails("story", page, "--kill")
    assert newsroom.run("story", page, "--kill", "--apart").returncode == 2
    assert told(newsroom, page, "--apart")["state"] == "visible"
    newsroom.wait(lambda: b"Ferry one" in newsroom.get("/feeds/all.rss")[2])
    assert newsroom.get(path)[0] == 200
