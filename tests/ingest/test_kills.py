"""Kill notices: copy of its own that names what must go, before or after it has come."""

from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from syndication.ingest import ingest
from syndication.model import Article
from syndication.model.article import Link, Source
from syndication.model.blocks import Paragraph, body_text
from syndication.store import Store
from tests.desk import accept, at, delivery, fresh, kinds, raw, story

COPY = b"""Lighthouse of Port Esmer is lit again

Port Esmer, March 14 (IANS) The lighthouse of Port Esmer was lit again on Saturday after nine years in the
dark, and boats sounded their horns as keeper Ada Ferro climbed the stair.

--IANS
ae/ff
"""
NOTICE = b"""KILL NOTICE

Editors: Kindly kill our story headlined "Lighthouse of Port Esmer is lit again" issued earlier today.

--IANS
ae/ff
"""


def notice(*links: Link, minutes: float = 5, **fields: object) -> Article:
    """Return a kill notice received so many minutes after noon."""
    received = Source("desk", "kill.txt", "text", at(minutes))
    return story(99, pub_status="canceled", headline=None, links=links, source=received, **fields)


NAMED = Link("previous", title="LIGHTHOUSE  number 1, is lit again")


def test_plain_copy_is_killed_by_plain_copy_in_every_order(tmp_path: Path) -> None:
    for number, order in enumerate(permutations((COPY, NOTICE, COPY.replace(b"nine", b"ten")))):
        store = fresh(tmp_path / f"{number}.db")
        for minutes, data in enumerate(order):
            ingest(store, [raw(data, at(minutes))], at(minutes))
        assert store.articles.newest(9) == []
        store.close()


def test_a_notice_kills_by_headline(store: Store) -> None:
    accept(store, [story(1), story(2)], at(2))
    (outcome,) = ingest(store, [delivery(notice(NAMED))], at(5))
    assert [(s.guid, s.decision) for s in outcome.stories] == [
        (story(99).guid, "kill"),
        (story(1).guid, "kill"),
    ]
    assert [a.guid for a in store.articles.newest(9)] == [story(2).guid]
    assert kinds(store)[2:] == [("kill", at(5))]


def test_a_notice_kills_by_guid_whatever_the_headline(store: Store) -> None:
    accept(store, [story(1), story(2)], at(2))
    accept(store, [notice(Link("previous", guid=story(2).guid), Link("previous", guid="urn:none"))], at(5))
    assert [a.guid for a in store.articles.newest(9)] == [story(1).guid]


def test_a_story_that_follows_its_notice_never_appears(store: Store) -> None:
    accept(store, [notice(NAMED)], at(5))
    accept(store, [story(1)], at(6))
    assert kinds(store) == []
    found = store.articles.current(story(1).guid)
    assert found is not None
    assert (found.shown, found.article.pub_status) == (False, "canceled")


def test_a_headline_that_was_changed_since_still_counts(store: Store) -> None:
    accept(store, [story(1), story(1, version=2, headline="Other words")], at(2))
    accept(store, [notice(NAMED)], at(5))
    assert store.articles.newest(9) == []


@pytest.mark.parametrize(
    "spared",
    [
        pytest.param({"headline": "Lighthouse number 1 is lit"}, id="another headline"),
        pytest.param({"provider": "Other Wire"}, id="another provider"),
        pytest.param({"created": at(-8 * 24 * 60)}, id="last week's story of that name"),
        pytest.param({"source": Source("d", "x", "text", at(20))}, id="the substitute that follows"),
    ],
)
def test_what_a_notice_does_not_mean_stays_in_both_orders(tmp_path: Path, spared: dict[str, object]) -> None:
    for number, order in enumerate(permutations((notice(NAMED), story(1, **spared)))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(30))
        assert [a.guid for a in store.articles.newest(9)] == [story(1).guid]
        store.close()


def test_a_notice_that_names_nothing_kills_nothing(store: Store) -> None:
    accept(store, [story(1)], at(2))
    accept(store, [notice(), notice(Link("related", title=story(1).headline), body=())], at(5))
    assert len(store.articles.newest(9)) == 1


QUOTED = b"""KILL NOTICE

Editors: Please kill our story that begins "The lighthouse of Port Esmer was lit again on Saturday", sent today.

--IANS
ae/ff
"""


def test_a_notice_may_quote_the_first_line_in_both_orders(tmp_path: Path) -> None:
    other = COPY.replace(b"ighthouse", b"ifeboat")
    for number, order in enumerate(permutations((COPY, QUOTED, other))):
        store = fresh(tmp_path / f"{number}.db")
        for minutes, data in enumerate(order):
            assert ingest(store, [raw(data, at(minutes))], at(minutes))[0].reason is None
        (shown,) = store.articles.newest(9)
        assert "lifeboat" in body_text(shown.body)
        store.close()


def test_a_notice_that_waits_for_its_story_says_so(store: Store) -> None:
    accept(store, [notice(NAMED, body=())], at(5))
    found = store.articles.current(notice().guid)
    assert found is not None
    reasons = [(d.what, d.reason) for d in store.history.decisions(found.row)]
    assert ("waits", "no story bears a name that it gives: it waits for one") in reasons


# A substitute under the name of what was killed.

KILLED = (
    "The lighthouse of Port Esmer was lit again on Saturday, and keeper Ada Ferro had let in no visitor since nine "
    "years, as she told the harbour board in a letter that was read out at the quay."
)
SUBSTITUTE = (
    "Boats sounded their horns at dusk. After nine years without a lamp the tower over the bay shines once more, "
    "paid for by the fishing school with the sale of cakes, its head Dev Patole said."
)
HEAD = "Lighthouse is lit again"
ORIGINAL = story(1, headline=HEAD, body=(Paragraph(KILLED),), source=Source("desk", "1", "text", at(1)))
KILL = notice(Link("previous", title=HEAD), minutes=5, body=())
FRESH = story(2, headline=HEAD, body=(Paragraph(SUBSTITUTE),), source=Source("desk", "2", "text", at(8)))
COPIED = story(3, headline=HEAD, body=(Paragraph(KILLED),), source=Source("portal", "3", "html", at(9)))


def test_the_substitute_lives_and_the_killed_text_does_not_in_every_order(tmp_path: Path) -> None:
    for number, order in enumerate(permutations((ORIGINAL, KILL, FRESH, COPIED))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(30))
        assert [a.guid for a in store.articles.newest(9)] == [FRESH.guid]
        store.close()


def test_without_the_original_the_first_that_crosses_the_notice_is_meant_in_every_order(
    tmp_path: Path,
) -> None:
    second = msgspec.structs.replace(FRESH, guid="urn:x:later", body=story(7).body, source=COPIED.source)
    for number, order in enumerate(permutations((KILL, FRESH, second))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(30))
        assert [a.guid for a in store.articles.newest(9)] == [second.guid]
        store.close()


def test_whom_a_notice_spares_is_told(store: Store) -> None:
    accept(store, [KILL, FRESH], at(9))
    assert store.articles.newest(9) == []
    (outcome,) = accept(store, [ORIGINAL], at(10))
    assert [(s.guid, s.decision) for s in outcome.stories] == [
        (ORIGINAL.guid, "kill"),
        (FRESH.guid, "spared"),
    ]
    found = store.articles.current(FRESH.guid)
    assert found is not None
    assert [(d.what, d.reason) for d in store.history.decisions(found.row)][-1] == (
        "spared",
        f"the kill notice that it came after means {ORIGINAL.guid}",
    )


def test_a_notice_that_is_sent_again_leaves_the_substitute_alone(store: Store) -> None:
    again = msgspec.structs.replace(KILL, source=Source("mail", "k", "text", at(12)))
    accept(store, [ORIGINAL, KILL, FRESH, again], at(30))
    assert [a.guid for a in store.articles.newest(9)] == [FRESH.guid]


def test_a_notice_means_the_story_of_its_day_not_that_of_the_day_before_yesterday(store: Store) -> None:
    older = msgspec.structs.replace(FRESH, source=Source("desk", "0", "text", at(-2880)))
    accept(store, [older, ORIGINAL, KILL], at(30))
    assert [a.guid for a in store.articles.newest(9)] == [older.guid]


def test_a_second_notice_means_the_substitute(store: Store) -> None:
    again = msgspec.structs.replace(KILL, guid="urn:x:kill", source=Source("desk", "k", "text", at(20)))
    accept(store, [ORIGINAL, KILL, FRESH, again], at(30))
    assert store.articles.newest(9) == []
