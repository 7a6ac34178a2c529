"""What becomes of deliveries: one that is bad never holds up the next, and nothing is half stored."""

import json
import random
from collections.abc import Iterator
from datetime import datetime

import pytest

from syndication.errors import CannotStore, UnknownName
from syndication.ingest import acceptance, collect, ingest, retry
from syndication.ingest.gathering import Gathered, Shelves
from syndication.ingest.pieces import Piece
from syndication.ingest.settlement import Settlement
from syndication.model import Delivery, Hints
from syndication.model.article import Link
from syndication.store import Store
from tests.desk import NOON, accept, at, delivery, headline, kinds, raw, story

DEEP = b'{"guid":"urn:example:deep","body":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
NAIVE = delivery(story(1)).data.replace(b'"created":null', b'"created":"2026-03-14T12:00:00"')
HOSTILE = [
    pytest.param(b'{"guid":"urn:x:1"', id="cut off"),
    pytest.param(b'{"guid":"urn:x:1"}', id="no source"),
    pytest.param(DEEP, id="deep"),
    pytest.param(NAIVE, id="an instant without a zone"),
    pytest.param(
        delivery(story(1)).data.replace(b'"created":null', b'"created":"9999-12-31T23:59:59-14:00"'),
        id="an instant beyond the calendar",
    ),
    pytest.param(
        delivery(story(1)).data.replace(b'"version":1', b'"version":' + b"9" * 19), id="a huge number"
    ),
    pytest.param(delivery(story(1)).data.replace(b'"version":1', b'"version":' + b"9" * 5000), id="digits"),
    pytest.param(delivery(story(1)).data.replace(b"Port", b"\\ud800"), id="half a surrogate pair"),
    pytest.param(delivery(story(1)).data.replace(b"Port", b"\xff"), id="no UTF-8"),
]


@pytest.mark.parametrize("data", HOSTILE)
def test_a_bad_delivery_among_good_ones_goes_to_quarantine_alone(store: Store, data: bytes) -> None:
    batch = [delivery(story(2)), raw(data, at(1)), delivery(story(3))]
    outcomes = ingest(store, batch, NOON)
    assert [outcome.reason is None for outcome in outcomes] == [True, False, True]
    assert store.articles.visible_count() == len(kinds(store)) == store.deliveries.count() == 2
    (entry,) = store.quarantine.entries()
    assert entry.number == outcomes[1].number
    assert entry.reason == outcomes[1].reason != ""
    whole = store.quarantine.get(entry.number)
    assert whole is not None
    assert whole.data == data


def test_a_bad_story_does_not_take_the_good_ones_of_its_delivery_along(store: Store) -> None:
    """Its bytes are kept for it; the readable stories are published and count as repeated in a retry."""
    bad = delivery(story(1), story(2, version=2**70), story(4))
    outcomes = ingest(store, [bad, delivery(story(3))], NOON)
    assert outcomes[0].number == 1
    assert [a.decision for a in outcomes[0].stories] == ["new", "new"]
    assert all(headline(store, story(n).guid) == story(n).headline for n in (1, 3, 4))
    assert store.articles.current(story(2).guid) is None
    assert [a.decision for a in retry(store, 1, {}, NOON).stories] == ["repeated", "repeated"]


def test_a_story_that_nobody_foresaw_goes_to_quarantine_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours in placing one story holds up neither its delivery's others nor the next delivery."""

    def stumbling(shelves: Shelves, piece: Piece) -> Gathered:
        if piece.guid == story(2).guid:
            raise KeyError("unforeseen")
        return Gathered(shelves, piece)

    monkeypatch.setattr(acceptance, "Gathered", stumbling)
    outcomes = ingest(store, [delivery(story(1), story(2)), delivery(story(3))], NOON)
    assert [outcome.reason for outcome in outcomes] == [
        "a story in it cannot be stored: KeyError: 'unforeseen'",
        None,
    ]
    assert [store.articles.current(story(n).guid) is None for n in (1, 2, 3)] == [False, True, False]
    monkeypatch.undo()
    assert [a.decision for a in retry(store, 1, {}, NOON).stories] == ["repeated", "new"]


def test_nothing_is_said_of_what_a_failure_undid(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill notice that fails at its victim has not been accepted, either."""
    accept(store, [story(1)], NOON)
    notice = story(
        9, pub_status="canceled", body=(), links=(Link(rel="previous", guid=story(1).guid),), created=at(1)
    )

    def stumbling(*_: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setattr(Settlement, "settle", stumbling)
    (outcome,) = ingest(store, [delivery(notice)], at(2))
    assert outcome.number is not None
    assert outcome.stories == ()
    assert store.articles.current(notice.guid) is None


def test_what_comes_before_an_unreadable_part_is_stored(store: Store) -> None:
    cut = delivery(story(1), story(2)).data[:-40]
    (outcome,) = ingest(store, [raw(cut)], NOON)
    assert [a.guid for a in outcome.stories] == [story(1).guid]
    assert outcome.reason is not None
    entry = store.quarantine.get(outcome.number or 0)
    assert entry is not None
    assert entry.data == cut


def test_a_place_that_is_no_text_does_not_hold_up_the_batch(store: Store) -> None:
    outcomes = ingest(store, [raw(b"{}", locator="caf\udce9"), delivery(story(1))], NOON)
    assert [o.number for o in outcomes] == [1, None]


def test_what_its_source_refused_is_named_in_the_quarantine(store: Store) -> None:
    big = Delivery(data=b"", source="desk", locator="big.txt", received=NOON, refused="17 MB is too much")
    (first,), (second,) = ingest(store, [big], NOON), ingest(store, [big], NOON)
    assert (first.number, first.reason) == (second.number, second.reason) == (1, "17 MB is too much")
    entry = store.quarantine.get(1)
    assert entry is not None
    assert entry.data is None
    assert retry(store, 1, {}, NOON).reason == "17 MB is too much"


def test_a_format_that_does_not_exist_is_a_reason(store: Store) -> None:
    wrong = Delivery(data=b"x", source="desk", locator="a", received=NOON, hints=Hints(format="telex"))
    (outcome,) = ingest(store, [wrong], NOON)
    assert outcome.reason is not None
    assert "telex" in outcome.reason


# Cursors: saved with the copy, or not at all.


def test_the_cursor_moves_with_the_copy(store: Store) -> None:
    ingest(store, [delivery(story(1), cursor=b"7")], NOON)
    assert store.cursors.load("desk") == b"7"


def test_the_cursor_moves_with_copy_that_is_repeated_or_refused(store: Store) -> None:
    seen = []
    for piece in (delivery(story(1), cursor=b"1"), delivery(story(1), cursor=b"2"), raw(b"{}", cursor=b"3")):
        ingest(store, [piece], NOON)
        seen.append(store.cursors.load("desk"))
    assert seen == [b"1", b"2", b"3"]


def test_nothing_of_a_batch_is_stored_when_the_disk_is_full(store: Store) -> None:
    connection = store._database.connection  # noqa: SLF001 - SQLite itself is told how full the disk is
    connection.execute("PRAGMA max_page_count = 50")
    noise = random.Random(7)
    big = [delivery(story(n, headline=noise.randbytes(4000).hex()), cursor=b"x") for n in range(1, 60)]
    with pytest.raises(CannotStore, match="full"):
        ingest(store, big, NOON)
    assert (kinds(store), store.deliveries.count(), store.cursors.load("desk")) == ([], 0, None)
    connection.execute("PRAGMA max_page_count = 1000000")
    assert len(ingest(store, big, NOON)) == store.articles.visible_count() == 59


# The quarantine, once more.


def test_a_retry_that_succeeds_empties_the_entry(store: Store) -> None:
    broken = Delivery(
        data=delivery(story(1)).data, source="desk", locator="a", received=at(4), hints=Hints(format="telex")
    )
    (outcome,) = ingest(store, [broken], NOON)
    assert outcome.number is not None
    assert retry(store, outcome.number, {"desk": Hints(format="telex")}, at(5)).number == outcome.number
    again = retry(store, outcome.number, {"desk": Hints()}, at(6))
    assert [s.decision for s in again.stories] == ["new"]
    assert store.quarantine.count() == 0
    with pytest.raises(UnknownName, match="no such quarantine entry"):
        retry(store, outcome.number, {}, at(7))


def test_a_retry_of_what_came_since_by_another_way_empties_the_entry(store: Store) -> None:
    good = delivery(story(1))
    broken = Delivery(data=good.data, source="desk", locator="a", received=NOON, hints=Hints(format="telex"))
    (outcome,) = ingest(store, [broken], NOON)
    ingest(store, [good], NOON)
    assert outcome.number is not None
    assert retry(store, outcome.number, {}, NOON).repeated
    assert store.quarantine.count() == 0


# Collecting.


class Tray:
    """A source in memory that knows when it may forget."""

    def __init__(self, pieces: list[Delivery]) -> None:
        self.pieces = pieces
        self.taken: list[str] = []

    def deliveries(self) -> Iterator[Delivery]:
        """Yield all."""
        yield from self.pieces

    def acknowledge(self, delivery: Delivery) -> None:
        """Note the name."""
        self.taken.append(delivery.locator)


def test_a_source_may_forget_only_what_is_durable(store: Store) -> None:
    tray = Tray([delivery(story(n), locator=f"{n}.json") for n in range(1, 451)])
    sizes = []
    for outcomes in collect(store, tray, lambda: NOON):
        assert len(tray.taken) == sum(sizes), "moved aside before whoever publishes was told"
        sizes.append(len(outcomes))
        assert store.articles.visible_count() == sum(sizes)
    assert sizes == [200, 200, 50]
    assert len(tray.taken) == sum(sizes)


def test_a_batch_is_acknowledged_also_when_nobody_asks_for_the_next(store: Store) -> None:
    tray = Tray([delivery(story(n), locator=f"{n}.json") for n in range(1, 451)])
    batches = collect(store, tray, lambda: NOON)
    next(batches)
    batches.close()
    assert len(tray.taken) == store.articles.visible_count() == 200


def test_a_batch_is_bounded_in_bytes(store: Store) -> None:
    tray = Tray([raw(b"{" + b"x" * 3_000_000, locator=f"{n}.json") for n in range(7)])
    assert [len(outcomes) for outcomes in collect(store, tray, lambda: NOON)] == [3, 3, 1]


def test_what_cannot_be_stored_stays_at_its_source(store: Store) -> None:
    accept(store, [story(1)])
    tray = Tray([delivery(story(2))])
    store._database.connection.execute("PRAGMA query_only = ON")  # noqa: SLF001 - a disk mounted read-only
    with pytest.raises(CannotStore):
        list(collect(store, tray, lambda: NOON))
    assert tray.taken == []


def test_who_follows_along_is_durable_with_the_batch_or_undoes_it(store: Store) -> None:
    """One sync of the disk for both; a crash between them cannot be, and a fault of the follower loses nothing."""
    seen = []

    def follower(now: datetime) -> None:
        seen.append((now, store.changes.last()))
        store.changes.advance("editions", store.changes.last())

    ingest(store, [delivery(story(1)), delivery(story(2))], NOON, follower=follower)
    assert seen == [(NOON, 2)]
    assert store.changes.reached("editions") == 2

    def faulty(now: datetime) -> None:
        store.changes.advance("editions", 99)
        raise RuntimeError(now)

    with pytest.raises(RuntimeError):
        ingest(store, [delivery(story(3))], NOON, follower=faulty)
    assert (store.articles.current(story(3).guid), store.changes.reached("editions")) == (None, 2)
    (outcome,) = ingest(store, [delivery(story(3))], NOON)
    assert [accepted.decision for accepted in outcome.stories] == ["new"]


@pytest.mark.parametrize(
    ("numbers", "last"), [(("1", "2"), 2), ((None, None), 2), (("4", None), 5), ((None, "7"), 7)]
)
def test_a_version_that_its_wire_does_not_number_is_counted(
    store: Store, numbers: tuple[str | None, ...], last: int
) -> None:
    for minute, number in enumerate(numbers):
        copy = {
            "uri": "urn:example:counted",
            "versioncreated": at(minute).isoformat(),
            "headline": f"Lamp {minute} is lit",
        }
        data = json.dumps(copy | ({"version": number} if number else {})).encode()
        (outcome,) = ingest(store, [raw(data, at(minute))], NOON)
        assert [accepted.decision for accepted in outcome.stories] == ["update" if minute else "new"]
    found = store.articles.current("urn:example:counted")
    assert found is not None
    assert (found.article.version, found.article.headline) == (last, "Lamp 1 is lit")
