"""What becomes of one story, and that the order of arrival does not matter."""

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.ingest import acceptance, ingest
from syndication.model import Article
from syndication.model.article import AltId, Source
from syndication.store import Store
from tests.desk import NOON, accept, at, delivery, fresh, headline, kinds, raw, story

GUID = story(1).guid


def decisions(store: Store, *articles: Article) -> list[str]:
    """Ingest each Article at its time of receipt and return what was decided."""
    made = [ingest(store, [delivery(a)], a.source.received)[0] for a in articles]
    return ["same bytes" if o.repeated else o.stories[0].decision for o in made]


def take(version: int, **fields: object) -> Article:
    """Return a version of story 1 that says its number, received that many minutes after noon."""
    named = {"headline": f"Take {version}", "source": Source("desk", "x", "article-json", at(version))}
    return story(1, version=version, **(named | fields))


def unnumbered(store: Store, *articles: Article) -> list[str]:
    """Accept Articles of a wire that numbers no versions."""
    said = []
    for article in articles:
        with store.write():
            taken = acceptance.accept(store, article, article.source.received, versioned=False)
            said += [accepted.decision for accepted in taken]
    return said


def test_a_new_story_is_logged_once(store: Store) -> None:
    assert decisions(store, take(1)) == ["new"]
    assert kinds(store) == [("new", at(1))]
    found = store.articles.current(GUID)
    assert found is not None
    assert found.article.created == at(1)
    assert found.article.updated is None
    assert AltId("slug", "take-1") in found.article.alt_ids


def test_the_same_bytes_again_change_nothing(store: Store) -> None:
    assert decisions(store, take(1), take(1)) == ["new", "same bytes"]
    assert len(kinds(store)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"source": Source("mail", "other.txt", "article-json", at(50))}, id="another source"),
        pytest.param({"updated": at(40)}, id="another time of sending"),
        pytest.param({"created": at(-40)}, id="another time of creation"),
        pytest.param({"alt_ids": (AltId("transmission", "88"),)}, id="another transmission number"),
        pytest.param({"url": "https://portal.example/a"}, id="seen on a portal too"),
    ],
)
def test_the_same_story_in_other_bytes_changes_nothing(store: Store, fields: dict[str, object]) -> None:
    assert decisions(store, take(1), take(1, **fields)) == ["new", "repeated"]
    assert unnumbered(store, take(1, **fields)) == ["repeated"]
    assert len(kinds(store)) == 1
    found = store.articles.current(GUID)
    assert found is not None
    assert len(store.articles.versions(found.row)) == 1


def test_bytes_in_white_space_are_the_same_story(store: Store) -> None:
    first = delivery(take(1))
    again = raw(b"\n " + first.data.replace(b",", b", ") + b"\n\n", at(9))
    (one,), (two,) = ingest(store, [first], at(1)), ingest(store, [again], at(9))
    assert (one.stories[0].decision, two.stories[0].decision) == ("new", "repeated")
    assert not two.repeated


def test_a_newer_version_takes_the_place(store: Store) -> None:
    assert decisions(store, take(1), take(2)) == ["new", "update"]
    assert headline(store) == "Take 2"
    assert kinds(store) == [("new", at(1)), ("update", at(2))]
    found = store.articles.current(GUID)
    assert found is not None
    assert (found.article.created, found.article.updated) == (at(1), at(2))


def test_an_older_version_that_comes_late_is_history(store: Store) -> None:
    assert decisions(store, take(2), take(1)) == ["new", "late"]
    assert headline(store) == "Take 2"
    assert len(kinds(store)) == 1


def test_a_late_version_that_comes_again_is_kept_once(store: Store) -> None:
    same = {"headline": "Back to the first words"}
    said = decisions(store, take(1, **same), take(2), take(3, **same), take(1, **same, updated=at(1)))
    assert said == ["new", "update", "update", "repeated"]


def test_the_address_the_public_was_given_stays(store: Store) -> None:
    decisions(store, take(1), take(2, url="https://portal.example/a", headline="Other words"))
    found = store.articles.current(GUID)
    assert found is not None
    assert found.article.url is None
    assert [a.value for a in found.article.alt_ids] == ["take-1"]


def test_nobody_was_given_the_address_of_a_story_under_embargo(store: Store) -> None:
    decisions(
        store, take(1, embargoed=at(60)), take(2, url="https://portal.example/a", headline="Other words")
    )
    found = store.articles.current(GUID)
    assert found is not None
    assert found.article.url == "https://portal.example/a"
    assert [a.value for a in found.article.alt_ids] == ["other-words"]
    assert kinds(store) == [("new", at(2))]


# Kills.


def test_a_kill_takes_the_story_away(store: Store) -> None:
    assert decisions(store, take(1), take(2, pub_status="canceled")) == ["new", "kill"]
    assert kinds(store) == [("new", at(1)), ("kill", at(2))]
    assert store.articles.newest(9) == []


def test_a_kill_that_comes_first_wins(store: Store) -> None:
    assert decisions(store, take(2, pub_status="canceled"), take(1)) == ["kill", "late"]
    assert kinds(store) == []
    found = store.articles.current(GUID)
    assert found is not None
    assert (found.visible, found.shown) == (False, False)


def test_a_kill_under_the_same_number_wins_in_both_orders(tmp_path: Path) -> None:
    killed, alive = take(1, pub_status="canceled"), take(1, updated=at(500), headline="Still here")
    for number, order in enumerate(permutations((killed, alive))):
        store = fresh(tmp_path / f"{number}.db")
        decisions(store, *order)
        assert store.articles.newest(9) == []
        store.close()


def test_a_killed_story_can_be_published_anew_by_its_wire(store: Store) -> None:
    decisions(store, take(1), take(2, pub_status="canceled"), take(3))
    assert [kind for kind, _ in kinds(store)] == ["new", "kill", "update"]
    assert headline(store) == "Take 3"


def test_a_withheld_story_is_not_shown(store: Store) -> None:
    assert decisions(store, take(1), take(2, pub_status="withheld"), take(3)) == ["new", "update", "update"]
    assert [kind for kind, _ in kinds(store)] == ["new", "kill", "update"]


# Two contents under one number.


def test_a_conflict_is_kept_and_flagged(store: Store) -> None:
    assert decisions(store, take(1), take(1, headline="Other", updated=at(5))) == ["new", "conflict"]
    found = store.articles.current(GUID)
    assert found is not None
    assert [(v.number, v.decision) for v in store.articles.versions(found.row)] == [
        (1, "conflict"),
        (1, "new"),
    ]
    assert [i.code for i in found.article.issues] == ["version-conflict"]
    assert headline(store) == "Other"


@pytest.mark.parametrize(
    ("fields", "winner"),
    [
        pytest.param(({"updated": at(7)}, {"updated": at(6)}), 0, id="the one changed last"),
        pytest.param(({"updated": at(6)}, {"updated": at(7)}), 1, id="the one changed last, again"),
        pytest.param(({}, {"updated": at(7)}), 1, id="received before the other was changed"),
        pytest.param(({"created": at(90)}, {"source": Source("d", "x", "j", at(9))}), 1, id="received last"),
    ],
)
def test_a_conflict_ends_alike_in_both_orders(
    tmp_path: Path, fields: tuple[dict[str, object], ...], winner: int
) -> None:
    pair = [take(1, headline=f"Content {n}", **given) for n, given in enumerate(fields)]
    for number, order in enumerate(permutations(pair)):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(99))
        assert headline(store) == f"Content {winner}"
        store.close()


# Wires that number no versions.


def test_each_other_content_is_the_next_version(store: Store) -> None:
    said = unnumbered(store, take(1), take(1, headline="B"), take(1), take(1, headline="C"))
    assert said == ["new", "update", "repeated", "update"]
    found = store.articles.current(GUID)
    assert found is not None
    assert [v.number for v in store.articles.versions(found.row)] == [3, 2, 1]
    assert headline(store) == "C"


def test_a_killed_story_stays_killed(store: Store) -> None:
    said = unnumbered(store, take(1), take(1, pub_status="canceled"), take(1, headline="Correction"), take(1))
    assert said == ["new", "kill", "late", "repeated"]
    assert store.articles.newest(9) == []


PLAIN = """Ferry returns to Port Esmer

Port Esmer, March 14 (IANS) The ferry returned to Port Esmer on Saturday after the storm had kept it on the far
shore for three days, and the harbour master Ada Ferro said that every one of its passengers was well. Shops on
the quay opened late into the evening, and the band of the fishing school played until the tide had turned.

"We were never in danger," said the captain.
"""


def test_plain_copy_that_is_sent_again_in_other_bytes_is_the_same_story(store: Store) -> None:
    again = "\r\n" + PLAIN.replace("\n", "\r\n").replace("storm had", "storm  had")
    corrected = PLAIN.replace("never in danger", "seldom in danger")
    said = [
        [s.decision for s in ingest(store, [raw(text.encode(), at(n), locator=f"{n}.txt")], at(n))[0].stories]
        for n, text in enumerate((PLAIN, again, corrected))
    ]
    assert said == [["new"], ["repeated"], ["update"]]
    assert [kind for kind, _ in kinds(store)] == ["new", "update"]


@st.composite
def _versions(draw: st.DrawFn) -> list[Article]:
    """Versions of two stories: kills, embargoes over and to come, one content never under one number twice."""
    found: dict[tuple[int, int, int], Article] = {}
    for place in range(draw(st.integers(1, 6))):
        number, version, words = (draw(st.integers(1, most)) for most in (2, 3, 3))
        status = draw(st.sampled_from(["usable", "usable", "usable", "canceled", "withheld"]))
        minutes = st.none() | st.integers(-30, 30).map(at)
        found[number, version, words] = story(
            number,
            version=version,
            headline=f"{number}.{version}.{words} {status}",
            pub_status=status,
            updated=draw(minutes),
            embargoed=draw(st.none() | st.sampled_from([at(-60), at(10**6)])),
            source=Source("desk", str(place), "article-json", at(draw(st.integers(-60, 60)))),
        )
    return list(found.values())


def _end(directory: str, name: str, articles: list[Article]) -> list[object]:
    store = fresh(Path(directory, name))
    accept(store, articles, at(99))
    found = [store.articles.current(story(number).guid) for number in (1, 2)]
    log = {row for row in found if row and row.visible} == {
        row for row in found if row and store.changes.latest([row.row]) and row.visible
    }
    count = store.articles.visible_count() == sum(1 for row in found if row and row.visible)
    store.close()
    said = [row and (row.visible, row.article.version, row.article.headline) for row in found]
    return [*said, log, count]


@settings(max_examples=60, deadline=None)
@given(_versions().flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_every_order_of_arrival_ends_alike(orders: tuple[list[Article], list[Article]]) -> None:
    with TemporaryDirectory() as directory:
        first, second = (_end(directory, f"{n}.db", order) for n, order in enumerate(orders))
    assert first == second
    assert first[2:] == [True, True]


def test_one_delivery_may_hold_two_versions(store: Store) -> None:
    (outcome,) = ingest(store, [delivery(take(1), take(2), story(2))], NOON)
    assert [(s.guid[-1], s.decision) for s in outcome.stories] == [
        ("1", "new"),
        ("1", "update"),
        ("2", "new"),
    ]


def test_a_story_without_any_words_is_a_story(store: Store) -> None:
    bare = msgspec.structs.replace(story(1), headline=None, body=())
    assert decisions(store, bare) == ["new"]
