"""Which stories a feed wants."""

from datetime import timedelta

import msgspec
import pytest

from syndication.model import Feed, Query
from syndication.model.article import Dateline, Entity, Signoff, Subject
from syndication.model.blocks import Paragraph, Table
from tests.desk import at, story

STORY = story(
    1,
    headline="Lighthouse lit",
    summary="Port Esmer rejoices",
    body=(Paragraph("The <b>keeper</b> climbed &amp; sang."), Table((("oil", "9 litres"),))),
    subjects=(
        Subject("medtop:11000000", "politics"),
        Subject("INT", "International", type="desk"),
        Subject(None, "harbours"),
    ),
    keywords=("Lighthouses",),
    places=(Entity("Esmer Bay", country="XZ"),),
    dateline=Dateline("PORT ESMER", ("Port Esmer",), "XE"),
    signoff=Signoff("Esmer", "sd"),
    language="en-IN",
    provider="Esmer Wire",
    urgency=3,
)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({}, True),
        ({"desks": ("international",)}, True),
        ({"desks": ("int",)}, True),
        ({"desks": ("SD",)}, True),
        ({"desks": ("politics",)}, False),
        ({"subjects": ("MEDTOP:11000000",)}, True),
        ({"subjects": ("Politics",)}, True),
        ({"subjects": ("harbours",)}, True),
        ({"subjects": ("medtop:1100000",)}, False),
        ({"keywords": ("lighthouses",)}, True),
        ({"keywords": ("lighthouse",)}, False),
        ({"places": ("port esmer",)}, True),
        ({"places": ("xe",)}, True),
        ({"places": ("XZ",)}, True),
        ({"places": ("esmer bay",)}, True),
        ({"places": ("esmer",)}, False),
        ({"languages": ("en",)}, True),
        ({"languages": ("EN-in",)}, True),
        ({"languages": ("e",)}, False),
        ({"languages": ("en-US", "hi")}, False),
        ({"providers": ("esmer wire",)}, True),
        ({"providers": ("other",)}, False),
        ({"urgency": (1, 3)}, True),
        ({"urgency": (1,)}, False),
        ({"text": "KEEPER esmer lit"}, True),
        ({"text": "climbed &"}, True),
        ({"text": "litres"}, True),
        ({"text": "keeper swam"}, False),
        ({"text": "<b>"}, False),
        ({"keywords": ("none", "Lighthouses")}, True),
        ({"keywords": ("Lighthouses",), "urgency": (1,)}, False),
    ],
    ids=str,
)
def test_a_query(query: dict[str, object], wanted: bool) -> None:
    assert Query(**query).wants(STORY) is wanted  # type: ignore[arg-type]  # a table of every key


def test_a_bare_story_is_wanted_by_the_empty_query_alone() -> None:
    bare = msgspec.structs.replace(story(1), headline=None, body=(), language=None, provider=None)
    assert Query().wants(bare)
    for key, value in (("languages", ("en",)), ("providers", ("x",)), ("urgency", (1,)), ("text", "x")):
        assert not msgspec.structs.replace(Query(), **{key: value}).wants(bare)


@pytest.mark.parametrize(
    ("minutes", "wanted"),
    [(0.99, False), (1, True), (60.99, True), (61, False)],
)
def test_a_feed_wants_what_may_be_seen_and_is_not_too_old(minutes: float, wanted: bool) -> None:
    feed = Feed(name="x", title="X", max_age=timedelta(hours=1))
    assert feed.wants(story(1, embargoed=at(1)), at(minutes)) is wanted
    assert not feed.wants(story(1, pub_status="canceled"), at(minutes))
