"""What a feed holds is told from what it held: the same as if all its members were looked through."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.editions.membership import follow, subject
from syndication.ingest import turn
from syndication.model import Article, Feed, Profile, Query
from syndication.store import Store
from tests.desk import accept, at, fresh, story

_MINUTES = st.integers(-3, 12).map(at)  # few, so that some are of one instant


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    return story(
        draw(st.integers(1, 9)),
        version=draw(st.integers(1, 4)),
        pub_status=draw(st.sampled_from(["usable", "usable", "usable", "usable", "canceled"])),
        keywords=draw(st.sampled_from([("sport",), ("sport",), ()])),
        created=draw(st.none() | _MINUTES),
        embargoed=draw(st.none() | st.none() | _MINUTES),
        expires=draw(st.none() | st.none() | _MINUTES),
    )


_STEPS = st.lists(st.tuples(st.integers(0, 3), st.lists(_articles(), max_size=3)), min_size=2, max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4), st.none() | st.integers(1, 9), _STEPS)
def test_a_feed_holds_the_newest_of_its_members(
    limit: int, oldest: int | None, steps: list[tuple[int, list[Article]]]
) -> None:
    """After every step of one definition: stories that come late, move, are killed, come back, age, or tie."""
    max_age = None if oldest is None else timedelta(minutes=oldest)
    feed = Feed(name="tested", title="T", limit=limit, max_age=max_age, query=Query(keywords=("sport",)))
    with TemporaryDirectory() as directory:
        store = fresh(Path(directory, "newsroom.db"))
        minutes = 0
        for passed, articles in steps:
            minutes += passed
            now = at(minutes)
            accept(store, articles, now)
            turn(store, now)
            follow(store, [subject(feed, Profile())], now)
            with store.write():
                window = store.windows.load(feed.name)
            after = None if max_age is None else now - max_age
            assert window.shown == store.windows.newest(window.row, limit, after)
        store.close()


def test_an_arrival_in_a_long_feed_asks_for_one_place(tmp_path: Path) -> None:
    """Not for the hundreds that stay as they are: counted in tens of the steps of the database."""
    store: Store = fresh(tmp_path / "newsroom.db")
    feed = subject(Feed(name="long", title="Long", limit=500), Profile())
    accept(store, [story(n) for n in range(1, 450)], at(0))
    while follow(store, [feed], at(0)).walking:
        pass
    accept(store, [story(9000)], at(1))
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection = store._database.connection  # noqa: SLF001 - to look over its shoulder
    connection.set_progress_handler(count, 10)
    follow(store, [feed], at(1))
    connection.set_progress_handler(None, 0)
    store.close()
    assert steps < 200
