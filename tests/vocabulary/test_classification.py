"""Media Topics that follow from desks, categories and old codes."""

import pytest

from syndication.model.article import Signoff, Subject
from syndication.vocabulary.classification import Classification, TopicMapping, classified, default_mapping
from syndication.vocabulary.desks import DESKS
from syndication.vocabulary.media_topics import media_topics
from tests.render.stories import make

SPORT, CRICKET = "medtop:15000000", "medtop:20000888"


def codes(
    *subjects: Subject, mapping: TopicMapping | None = None, desk: str | None = None
) -> list[str | None]:
    story = make("c", subjects=subjects, signoff=Signoff("IANS", desk, "sd") if desk else None)
    classification = Classification(mapping, media_topics()) if mapping else None
    return [s.qcode for s in classified(story, classification).subjects]


@pytest.mark.parametrize(
    ("subject", "added"),
    [
        (Subject(name="spo", type="desk"), [SPORT]),
        (Subject(name="SPO", type="desk"), [SPORT]),
        (Subject(name="int", type="desk"), []),
        (Subject(name="Sports"), [SPORT]),
        (Subject(qcode="ians:cricket", name="Cricket"), [CRICKET]),
        (Subject(qcode="ians:sports"), [SPORT]),
        (Subject(name="खेल"), [SPORT]),
        (Subject(name="spo"), []),
        (Subject(qcode="subj:15017000"), [CRICKET]),
        (Subject(qcode="hws:canal", name="Canals"), []),
    ],
)
def test_what_a_subject_stands_for(subject: Subject, added: list[str]) -> None:
    assert codes(subject) == [subject.qcode, *added]


def test_the_desk_of_a_signoff_counts() -> None:
    assert codes(desk="biz") == ["medtop:04000000"]


def test_a_topic_that_is_covered_is_not_added() -> None:
    assert codes(Subject(CRICKET, "cricket"), Subject(name="spo", type="desk")) == [CRICKET, None]
    assert codes(Subject(name="spo", type="desk"), Subject(name="Cricket")) == [None, None, CRICKET]
    assert codes(Subject(SPORT, "sport"), Subject(name="Cricket")) == [SPORT, None, CRICKET]


def test_a_code_gets_its_name_and_keeps_one_that_it_has() -> None:
    story = classified(make("n", subjects=(Subject(SPORT), Subject(CRICKET, "Kricket"))))
    assert [s.name for s in story.subjects] == ["sport", "Kricket"]


def test_doing_it_twice_changes_nothing() -> None:
    once = classified(make("t", subjects=(Subject(name="Sports"), Subject("subj:15017000"))))
    assert classified(once) is once
    untouched = make("u", subjects=(Subject("hws:x", "X"),))
    assert classified(untouched) is untouched


def test_what_is_added_says_so() -> None:
    assert [s.type for s in classified(make("t", subjects=(Subject(name="Sports"),))).subjects] == [
        None,
        "mapped",
    ]


def test_a_site_changes_the_mapping() -> None:
    own = TopicMapping(desks={"INT": "medtop:11000000", "spo": ""}, categories={"Boats": "medtop:20001071"})
    mapping = default_mapping().changed(own)
    assert codes(Subject(name="int", type="desk"), mapping=mapping) == [None, "medtop:11000000"]
    assert codes(Subject(name="spo", type="desk"), mapping=mapping) == [None]
    assert codes(Subject(name="boats"), mapping=mapping) == [None, "medtop:20001071"]
    assert codes(Subject(name="Sports"), mapping=mapping) == [None, SPORT]


def test_every_code_of_the_default_is_a_topic_in_use_and_every_desk_is_one() -> None:
    mapping, topics = default_mapping(), media_topics().topics
    for code in (*mapping.desks.values(), *mapping.categories.values()):
        assert not topics[code.removeprefix("medtop:")].retired
    assert mapping.desks.keys() <= DESKS.keys()
    assert all(key == key.casefold() for key in (*mapping.desks, *mapping.categories))
