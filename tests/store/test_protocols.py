"""Each method of each protocol, on a real file."""

from base64 import b32decode
from contextlib import suppress
from datetime import timedelta

import pytest

from syndication.model import Edition
from syndication.model.identity import fingerprint, short_id
from syndication.store import Refused, Shown, Store
from tests.desk import NOON, accept, at, headline, story


def add(store: Store, number: int = 1, **fields: object) -> int:
    """Store a story as it is and return its row."""
    article = story(number, **fields)
    with store.write():
        return store.articles.add(article, fingerprint(article), NOON, "new").row


# Every version of every story.


def test_a_story_is_found_by_guid_by_address_and_by_row(store: Store) -> None:
    row = add(store)
    found = store.articles.current(story(1).guid)
    assert found is not None
    assert found == store.articles.get(row) == store.articles.find(short_id(story(1).guid))
    assert (found.article, found.visible, found.shown) == (story(1), True, True)


def test_what_the_public_never_saw_is_not_found_for_it(store: Store) -> None:
    add(store)
    kept = story(2, embargoed=NOON + timedelta(days=1))
    with store.write():
        store.articles.add(kept, fingerprint(kept), NOON, "new")
    assert store.articles.public(short_id(story(1).guid)) == store.articles.current(story(1).guid)
    assert store.articles.current(kept.guid) is not None
    assert store.articles.public(short_id(kept.guid)) is None


@pytest.mark.parametrize(
    "short", ["", "x", "ZZZZZZZZZZZZZZZZ", "aaaaaaaaaaaaaaaa", "ñ" * 16, "a" * 8, "0" * 16]
)
def test_what_is_no_address_finds_nothing(store: Store, short: str) -> None:
    add(store)
    assert store.articles.find(short) is None
    assert store.articles.public(short) is None
    assert store.articles.find(short_id(story(1).guid).upper()) is None


def test_versions_are_kept_and_one_is_current(store: Store) -> None:
    row = add(store)
    later, late = story(1, version=3, headline="Third"), story(1, version=2, headline="Second")
    with store.write():
        now = store.articles.revise(store.articles.get(row), later, "c", at(1), "update")
        store.articles.keep(now, late, "b", "late")
    assert headline(store) == "Third"
    assert [(v.number, v.decision, v.article.headline) for v in store.articles.versions(row)] == [
        (3, "update", "Third"),
        (2, "late", "Second"),
        (1, "new", story(1).headline),
    ]
    assert store.articles.known(row, "b") == [2]
    assert store.articles.known(row, "?") == []


def test_the_clock_turns_a_story(store: Store) -> None:
    row = add(store, embargoed=at(10), expires=at(20))
    add(store, 2)
    assert store.articles.next_turn() == at(10)
    assert store.articles.due(at(9.99), 5) == []
    seen = []
    for minutes in (10, 20):
        (due,) = store.articles.due(at(minutes), 5)
        with store.write():
            after = store.articles.turn(due, at(minutes))
        seen.append((due.row, after.visible, after.shown, store.articles.next_turn()))
    assert seen == [(row, True, True, at(20)), (row, False, True, None)]


def test_stories_are_found_by_their_titles_newest_first(store: Store) -> None:
    rows = [add(store, n) for n in range(1, 26)]
    with store.write():
        for row in [*rows, rows[0]]:
            store.articles.entitle(row, ["tide-turns"])
    assert [s.row for s in store.articles.titled("tide-turns")] == rows[:4:-1]
    assert store.articles.titled("tide") == []


def test_newest_first_and_a_fixed_order_among_equals(store: Store) -> None:
    for number in (3, 1, 2, 4):
        add(store, number, created=at(number // 4))
    add(store, 9, embargoed=at(10**6))
    newest = store.articles.newest(10)
    tied = sorted((f"urn:example:story:{n}" for n in (1, 2, 3)), key=lambda g: b32decode(short_id(g).upper()))
    assert [a.guid for a in newest] == ["urn:example:story:4", *tied]
    assert store.articles.newest(2) == newest[:2]


def test_visible_stories_are_counted_through_every_turn(store: Store) -> None:
    counts = [store.articles.visible_count()]
    accept(store, [story(1), story(2), story(3, embargoed=at(5))])
    counts.append(store.articles.visible_count())
    accept(store, [story(1, version=2, pub_status="canceled"), story(2, version=2, headline="Again")])
    counts.append(store.articles.visible_count())
    with suppress(RuntimeError), store.write():
        accept_inside = story(7)
        store.articles.add(accept_inside, "f", NOON, "new")
        raise RuntimeError
    counts.append(store.articles.visible_count())
    assert counts == [0, 2, 1, 1]


# The log and its followers.


def test_numbers_rise_and_times_are_those_of_the_clock(store: Store) -> None:
    row = add(store)
    with store.write():
        numbers = [store.changes.append(row, 1, "update", at(m)) for m in (5, 3, 9)]
    assert numbers == [1, 2, 3]
    assert [c.at for c in store.changes.after(0, 9)] == [at(5), at(3), at(9)]
    assert [c.seq for c in store.changes.after(1, 1)] == [2]
    assert store.changes.last() == 3


def test_the_changes_of_one_story(store: Store) -> None:
    one, two, three = (add(store, n) for n in (1, 2, 3))
    with store.write():
        for row, kind, minutes in ((one, "new", 1), (two, "new", 2), (one, "kill", 3)):
            store.changes.append(row, 1, kind, at(minutes))
    assert [c.kind for c in store.changes.of(one)] == ["new", "kill"]
    assert [store.changes.latest([row]) for row in (one, two, three)] == [at(3), at(2), None]
    assert (store.changes.latest([one, two]), store.changes.latest([])) == (at(3), None)


def test_a_follower_remembers(store: Store) -> None:
    with store.write():
        store.changes.advance("editions", 4)
        store.changes.advance("editions", 7)
    assert (store.changes.reached("editions"), store.changes.reached("hub")) == (7, 0)


# Deliveries, quarantine, cursors, notices.


def test_deliveries(store: Store) -> None:
    with store.write():
        store.deliveries.remember(b"1", NOON)
        store.deliveries.remember(b"1", at(1))
    assert (store.deliveries.seen(b"1"), store.deliveries.seen(b"2")) == (True, False)
    assert store.deliveries.count() == 1


def test_quarantine(store: Store) -> None:
    entry = Refused(0, "desk", "a.txt", NOON, "why", 3, b"abc")
    with store.write():
        number = store.quarantine.put(entry)
        assert store.quarantine.put(entry._replace(received=at(1), reason="still")) == number
        other = store.quarantine.put(entry._replace(locator="b.txt", data=None, size=0))
    assert store.quarantine.get(number) == Refused(number, "desk", "a.txt", at(1), "still", 3, b"abc")
    assert [e.number for e in store.quarantine.entries()] == [other, number]
    assert [e.data for e in store.quarantine.entries()] == [None, None]
    assert [e.number for e in store.quarantine.entries(1)] == [other]
    with store.write():
        store.quarantine.drop(number)
    assert (store.quarantine.count(), store.quarantine.get(number)) == (1, None)


def test_a_number_is_never_used_again(store: Store) -> None:
    entry = Refused(0, "desk", "a.txt", NOON, "why", 0, None)
    with store.write():
        store.quarantine.drop(store.quarantine.put(entry))
        assert store.quarantine.put(entry) == 2


def test_names_that_are_no_text_are_kept_escaped(store: Store) -> None:
    entry = Refused(0, "desk", "caf\udce9", NOON, "bad \ud800", 0, None)
    with store.write():
        number = store.quarantine.put(entry)
    kept = store.quarantine.get(number)
    assert kept is not None
    assert (kept.locator, kept.reason) == ("caf\\udce9", "bad \\ud800")


def test_notices_last_until_cleared(store: Store) -> None:
    notices = store.notices
    assert notices.raise_("disk", "full", at(2))
    assert not notices.raise_("disk", "full", at(3))
    assert notices.raise_("disk", "fuller", at(4))
    assert notices.raise_("feed x", "stuck", at(1))
    assert [tuple(n) for n in notices.all()] == [("feed x", "stuck", at(1)), ("disk", "fuller", at(2))]
    assert [notices.clear("disk"), notices.clear("disk")] == [True, False]
    assert [n.subject for n in notices.all()] == ["feed x"]


# What each feed holds.


def test_an_unknown_feed_gets_an_empty_window(store: Store) -> None:
    assert store.windows.shown("world") == ()
    with store.write():
        window = store.windows.load("world")
    assert (window.name, window.shown, window.updated, window.due) == ("world", (), None, None)
    assert store.windows.pending() == {"world": True}
    assert store.windows.definitions() == {"world": ""}


def test_a_window_is_kept_as_it_is(store: Store) -> None:
    with store.write():
        window = store.windows.load("world")._replace(
            definition="d",
            updated=at(1),
            due=at(2),
            pending=False,
            urgent=False,
            shown=(Shown(7, 8, at(3)),),
        )
        store.windows.save(window)
        assert store.windows.load("world") == window
    assert (store.windows.next_due(), store.windows.pending()) == (at(2), {})
    assert store.windows.shown("world") == (Shown(7, 8, at(3)),)


def test_members_come_newest_first_and_leave(store: Store) -> None:
    rows = [add(store, n, created=at(n)) for n in (1, 2, 3)]
    with store.write():
        window = store.windows.load("world").row
        for row in rows:
            store.windows.join(window, row)
    assert store.windows.memberships([*rows[:2], 99]) == {(window, row) for row in rows[:2]}
    newest = store.windows.newest
    assert [s.row for s in newest(window, 9, None)] == rows[::-1]
    assert [s.row for s in newest(window, 2, None)] == rows[:0:-1]
    assert [s.row for s in newest(window, 9, at(1))] == rows[:0:-1]
    assert [a.guid[-1] for a in store.windows.articles(newest(window, 9, None))] == ["3", "2", "1"]
    with store.write():
        for _ in range(2):
            store.windows.leave(window, rows[1])
    assert [s.row for s in newest(window, 9, None)] == [rows[2], rows[0]]
    with store.write():
        assert [store.windows.thin_out(window, 1) for _ in range(3)] == [1, 1, 0]
    assert newest(window, 9, None) == ()


def test_a_member_moves_with_its_instant(store: Store) -> None:
    row = add(store, 1, created=at(1))
    with store.write():
        window = store.windows.load("world").row
        store.windows.join(window, row)
        moved = store.articles.revise(
            store.articles.get(row), story(1, created=at(1), embargoed=at(4)), "x", at(5), "update"
        )
        store.windows.leave(window, moved.row)
        store.windows.join(window, moved.row)
    assert [s.published for s in store.windows.newest(window, 9, None)] == [at(4)]


def test_visible_stories_come_in_portions(store: Store) -> None:
    accept(store, [story(1), story(2, embargoed=at(10**6)), story(3), story(4)])
    first = store.windows.visible(0, 2)
    assert [s.article.guid for s in first] == [story(1).guid, story(3).guid]
    assert [s.article.guid for s in store.windows.visible(first[-1].row, 2)] == [story(4).guid]


def test_entries_are_kept_until_no_window_shows_them(store: Store) -> None:
    with store.write():
        for version in (1, 2):
            store.windows.keep("rss\nsite", version, b"entry %d" % version)
        store.windows.keep("rss\nsite", 2, b"entry two")
        store.windows.keep("atom", 2, b"other")
        window = store.windows.load("world")
        store.windows.save(window._replace(shown=(Shown(1, 2, NOON),)))
    assert store.windows.kept("rss\nsite", [1, 2, 3]) == {1: b"entry 1", 2: b"entry two"}
    assert store.windows.kept("never", [1]) == {}
    with store.write():
        assert store.windows.prune() == 1
    assert store.windows.kept("rss\nsite", [1, 2]) == {2: b"entry two"}
    assert store.windows.kept("atom", [2]) == {2: b"other"}


def test_editions_replace_those_of_the_feed_alone(store: Store) -> None:
    def edition(feed: str, format_: str) -> Edition:
        return Edition(feed=feed, format=format_, updated=at(1), etag="e", entries=3)

    with store.write():
        store.windows.publish("a", [edition("a", "rss"), edition("a", "atom")])
        store.windows.publish("b", [edition("b", "rss")])
        store.windows.publish("a", [edition("a", "atom")])
    assert store.windows.editions() == [edition("a", "atom"), edition("b", "rss")]


def test_a_removed_feed_leaves_nothing(store: Store) -> None:
    row = add(store)
    with store.write():
        window = store.windows.load("world")
        store.windows.join(window.row, row)
        store.windows.publish(
            "world", [Edition(feed="world", format="rss", updated=NOON, etag="", entries=1)]
        )
        store.windows.thin_out(window.row, 9)
        store.windows.remove("world")
    assert store.windows.definitions() == {}
    assert store.windows.editions() == []
    assert store.windows.newest(window.row, 9, None) == ()
