"""The vocabulary, and that its compact table is the official one."""

import os
from importlib import resources
from pathlib import Path

import pytest

from syndication.model import Query
from syndication.model.article import Subject
from syndication.vocabulary.media_topics import MediaTopics, Topic, compact, media_topics
from syndication.vocabulary.newscodes import official
from tests.render.stories import make

TOPICS = media_topics()
SPORT, CRICKET = "medtop:15000000", "medtop:20000888"


@pytest.fixture(scope="module")
def newscodes() -> bytes:
    """Return the official file, or skip."""
    project = Path(__file__).parents[2]
    folder = Path(os.environ.get("SYNDICATION_SHARED", project.parent / "shared")) / "standards"
    file = folder / "newscodes" / "mediatopic.json"
    if not file.is_file():
        pytest.skip(f"the official vocabulary is not at {file}")
    return file.read_bytes()


def test_the_compact_table_is_the_official_vocabulary(newscodes: bytes) -> None:
    read = official(newscodes, "mediatopic.json")
    assert {code: t._replace(names=()) for code, t in read.topics.items()} == TOPICS.topics
    assert read.name(SPORT, "pt-BR") == "esporte"
    table = resources.files("syndication.vocabulary").joinpath("media_topics.txt").read_text("utf-8")
    assert compact(read) == table


def test_names() -> None:
    assert TOPICS.name(SPORT) == "sport"
    assert TOPICS.name(CRICKET) == "cricket"
    assert [TOPICS.name(code) for code in ("medtop:99999999", "subj:15000000", "sport", "", None)] == [
        None
    ] * 5


def test_every_parent_is_a_topic_and_leads_to_the_top() -> None:
    for topic in TOPICS.topics.values():
        assert topic.parent is None or topic.parent in TOPICS.topics
        above = TOPICS.ancestors(f"medtop:{topic.code}")
        assert not above or TOPICS.topics[above[-1].removeprefix("medtop:")].parent is None


def test_ancestors_come_nearest_first() -> None:
    assert TOPICS.ancestors(CRICKET) == ("medtop:20000822", SPORT)
    assert TOPICS.ancestors(SPORT) == ()
    assert TOPICS.ancestors("hws:x") == ()


def test_a_circle_in_a_foreign_file_ends() -> None:
    round_ = MediaTopics([Topic("1", "a", "2"), Topic("2", "b", "1")])
    assert round_.ancestors("medtop:1") == ("medtop:2", "medtop:1")
    assert set(round_.narrower("medtop:1")) == {"medtop:1", "medtop:2"}


def test_narrower_is_the_opposite_of_ancestors() -> None:
    below = TOPICS.narrower(SPORT)
    assert CRICKET in below
    assert SPORT not in below
    assert len(set(below)) == len(below)
    assert set(below) == {f"medtop:{c}" for c in TOPICS.topics if SPORT in TOPICS.ancestors(f"medtop:{c}")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("subj:15000000", SPORT),
        ("subj:15017000", CRICKET),
        ("subj:15017999", CRICKET),
        ("subj:15999000", SPORT),
        ("subj:04005000", "medtop:20000256"),
        ("subj:99000000", None),
        ("medtop:15000000", None),
        ("subj:15", None),
        ("", None),
    ],
)
def test_an_old_subject_code_has_its_successor(old: str, new: str | None) -> None:
    assert TOPICS.successor(old) == new


def test_a_query_on_a_topic_wants_its_narrower_ones() -> None:
    story = make("c", subjects=(Subject(CRICKET, "cricket"),))
    query = Query(subjects=(SPORT, "hws:canal"))
    assert not query.wants(story)
    widened = TOPICS.widened(query)
    assert widened.wants(story)
    assert widened.subjects[:2] == (SPORT, "hws:canal")
    assert not widened.wants(make("h", subjects=(Subject("medtop:07000000", "health"),)))
    assert widened.wants(make("own", subjects=(Subject("hws:canal", "Canals"),)))
    assert TOPICS.widened(widened) == widened
    assert TOPICS.widened(Query()) == Query()
