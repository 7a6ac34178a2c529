"""Embargoes that end and stories that expire: never before their instant, and logged with it however late."""

import pytest

from syndication.ingest import turn
from syndication.store import Store
from tests.desk import accept, at, kinds, story


def test_an_embargo_is_not_logged_before_it_ends(store: Store) -> None:
    accept(store, [story(1, embargoed=at(10))], at(1))
    assert turn(store, at(9.999)) == 0
    assert (kinds(store), store.articles.newest(9)) == ([], [])
    assert store.articles.next_turn() == at(10)


@pytest.mark.parametrize("noticed", [10, 10.001, 5000])
def test_its_end_is_logged_with_its_own_instant(store: Store, noticed: float) -> None:
    accept(store, [story(1, embargoed=at(10))], at(1))
    assert turn(store, at(noticed)) == 1
    assert kinds(store) == [("release", at(10))]
    assert turn(store, at(noticed)) == 0
    assert store.articles.next_turn() is None


def test_an_expiry(store: Store) -> None:
    accept(store, [story(1, expires=at(20))], at(1))
    assert turn(store, at(30)) == 1
    assert kinds(store) == [("new", at(1)), ("expire", at(20))]


def test_what_came_and_went_unseen_is_not_logged(store: Store) -> None:
    accept(store, [story(1, embargoed=at(10), expires=at(20))], at(1))
    assert turn(store, at(30)) == 1
    assert kinds(store) == []
    accept(store, [story(2, expires=at(-5))], at(31))
    assert kinds(store) == []


def test_several_turns_are_logged_in_their_order(store: Store) -> None:
    accept(store, [story(1, embargoed=at(12)), story(2, embargoed=at(11)), story(3, expires=at(11.5))], at(1))
    turn(store, at(60))
    assert kinds(store) == [("new", at(1)), ("release", at(11)), ("expire", at(11.5)), ("release", at(12))]


def test_more_turns_than_one_step_takes(store: Store) -> None:
    accept(store, [story(n, embargoed=at(2000 + n % 7)) for n in range(1, 1102)], at(1))
    assert turn(store, at(3000)) == 1101
    instants = [instant for _, instant in kinds(store)]
    assert len(instants) == store.articles.visible_count() == 1101
    assert instants == sorted(instants)


def test_a_kill_under_embargo_leaves_nothing_to_turn(store: Store) -> None:
    accept(store, [story(1, embargoed=at(10)), story(1, version=2, pub_status="canceled")], at(1))
    assert store.articles.next_turn() is None
    turn(store, at(60))
    assert kinds(store) == []


def test_a_new_version_before_the_late_turn_is_logged_once(store: Store) -> None:
    accept(store, [story(1, embargoed=at(10))], at(1))
    accept(store, [story(1, version=2, headline="Second", embargoed=at(10))], at(12))
    turn(store, at(13))
    assert kinds(store) == [("new", at(12))]


def test_an_embargo_put_on_a_published_story_hides_it_until_then(store: Store) -> None:
    accept(store, [story(1)], at(1))
    accept(store, [story(1, version=2, embargoed=at(10))], at(2))
    turn(store, at(10))
    assert kinds(store) == [("new", at(1)), ("expire", at(2)), ("release", at(10))]


def test_a_clock_that_steps_back_turns_nothing_and_the_log_says_what_it_said(store: Store) -> None:
    accept(store, [story(1, embargoed=at(10)), story(2, expires=at(50))], at(1))
    turn(store, at(11))
    assert turn(store, at(-600)) == 0
    accept(store, [story(3)], at(-600))
    assert [instant for _, instant in kinds(store)] == [at(1), at(10), at(-600)]
    turn(store, at(60))
    assert kinds(store)[-1] == ("expire", at(50))
