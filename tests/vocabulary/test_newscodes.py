"""The official vocabulary in each form that IPTC publishes: the same facts, the same topics."""

from pathlib import Path

import pytest

from syndication.errors import BadConfiguration
from syndication.model.article import Subject
from syndication.vocabulary.classification import Classification, TopicMapping, classified
from syndication.vocabulary.media_topics import MediaTopics, Topic, media_topics
from syndication.vocabulary.newscodes import official
from tests.render.stories import make

FORMS = sorted((Path(__file__).parents[1] / "data" / "vocabulary").glob("topics.*"))
SPORT, ROWING, TUGS = "medtop:15000000", "medtop:29900001", "medtop:29900002"


@pytest.fixture(params=FORMS, ids=lambda form: form.name)
def topics(request: pytest.FixtureRequest) -> MediaTopics:
    return official(request.param.read_bytes(), request.param.name)


def test_there_are_four_forms() -> None:
    assert len(FORMS) == 4


def test_every_form_says_the_same(topics: MediaTopics) -> None:
    sport = (("en-GB", "sport"), ("fr", "Sport & jeux"), ("hi", "खेल"))
    rowing = (("en-GB", "harbour rowing"), ("en-US", "harbor rowing"), ("pt-BR", "remo"))
    assert topics.topics == {
        "15000000": Topic("15000000", "sport", None, ("15000000",), False, sport),
        "29900001": Topic("29900001", "harbour rowing", "15000000", ("15098000",), False, rowing),
        "29900002": Topic("29900002", "tug racing", "29900001", (), True, (("en-GB", "tug racing"),)),
    }


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("hi", "खेल"),
        ("hi-IN", "खेल"),
        ("FR", "Sport & jeux"),
        ("en", "sport"),
        ("ur", "sport"),
        (None, "sport"),
    ],
)
def test_a_name_is_in_the_language_asked_for_as_far_as_it_is_known(language: str | None, name: str) -> None:
    assert official(FORMS[0].read_bytes(), "x").name(SPORT, language) == name


def test_a_language_of_another_country_is_nearer_than_english(topics: MediaTopics) -> None:
    assert topics.name(ROWING, "pt-PT") == "remo"
    assert topics.name(ROWING, "en-US") == "harbor rowing"


def test_over_the_built_in_table_the_file_decides_and_what_it_lacks_stays(topics: MediaTopics) -> None:
    whole = media_topics().under(topics)
    assert whole.name(SPORT, "hi") == "खेल"
    assert whole.name("medtop:20000888") == "cricket"
    assert whole.ancestors(TUGS) == (ROWING, SPORT)
    assert ROWING in whole.narrower(SPORT)
    assert whole.successor("subj:15098000") == ROWING
    assert whole.successor("subj:15000000") == SPORT


def test_a_release_without_old_codes_takes_none_away() -> None:
    newer = MediaTopics([Topic("15000000", "games")])
    whole = media_topics().under(newer)
    assert (whole.name(SPORT), whole.successor("subj:15000000")) == ("games", SPORT)


def test_a_story_gets_names_of_its_language_and_no_retired_topic(topics: MediaTopics) -> None:
    mapping = TopicMapping(categories={"tugs": TUGS})
    house = Classification(mapping, media_topics().under(topics))
    story = make("s", language="hi-IN", subjects=(Subject(SPORT), Subject(name="Tugs")))
    found = classified(story, house)
    assert [(s.qcode, s.name) for s in found.subjects] == [
        (SPORT, "खेल"),
        (None, "Tugs"),
        (ROWING, "harbour rowing"),
    ]
    assert classified(found, house) is found


def test_a_retired_topic_of_the_wire_is_kept_and_named(topics: MediaTopics) -> None:
    house = Classification(TopicMapping(), topics)
    assert classified(make("s", subjects=(Subject(TUGS),)), house).subjects == (Subject(TUGS, "tug racing"),)


def test_what_a_topic_is_part_of_stands_for_a_retired_one(topics: MediaTopics) -> None:
    assert [topics.current(code) for code in (TUGS, ROWING, "medtop:99999999")] == [ROWING, ROWING, None]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read"),
        (b"{", "cannot be read"),
        (b"<a", "cannot be read"),
        (b"plain words", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b'"\xff"', "cannot be read"),
        (b"{}", "holds no Media Topics"),
        (b"[1, [2], null]", "holds no Media Topics"),
        (b'{"conceptSet": [{"qcode": 7}, {"qcode": "genre:Current"}, null]}', "holds no Media Topics"),
        (b"<rss><channel/></rss>", "holds no Media Topics"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&b;</a>', "holds no Media Topics"),
    ],
)
def test_anything_else_is_an_error_that_names_the_file(data: bytes, said: str) -> None:
    with pytest.raises(BadConfiguration, match=rf"^codes\.xml: {said}"):
        official(data, "codes.xml")
