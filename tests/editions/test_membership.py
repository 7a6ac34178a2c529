"""The SQL answer equals `feed.wants`, whatever arrived, was killed or turned, and however it was followed."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.editions.membership import follow, subject
from syndication.ingest import turn
from syndication.model import Article, Feed, Profile, Query
from syndication.model.article import Dateline, Entity, Signoff, Subject
from syndication.model.identity import short_id
from syndication.store import Store
from tests.desk import accept, at, fresh, story

PROFILE = Profile()
WORDS = ("sport", "Sport", "hockey", "int", "medtop:15000000", "Port Esmer", "IN")


def _some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2).map(tuple)


_QUERIES = st.builds(
    Query,
    desks=_some("int", "INT"),
    subjects=_some(*WORDS),
    keywords=_some(*WORDS),
    places=_some(*WORDS),
    languages=_some("en", "hi"),
    providers=_some("esmer wire"),
    urgency=st.lists(st.integers(1, 3), max_size=2).map(tuple),
    text=st.none() | st.sampled_from(["lit", "DUSK keeper", "nowhere"]),
) | st.just(Query())
_FEEDS = st.builds(
    Feed,
    name=st.just("tested"),
    title=st.just("Tested"),
    limit=st.integers(1, 4),
    max_age=st.none() | st.integers(1, 90).map(lambda m: timedelta(minutes=m)),
    query=_QUERIES,
)
_MINUTES = st.integers(-30, 120).map(at)


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    number = draw(st.integers(1, 6))
    return story(
        number,
        version=draw(st.integers(1, 3)),
        headline=draw(st.sampled_from(["It is lit", "It is dark"])),
        pub_status=draw(st.sampled_from(["usable", "usable", "usable", "canceled"])),
        keywords=draw(_some(*WORDS)),
        subjects=draw(
            st.lists(
                st.builds(Subject, st.sampled_from(WORDS), type=st.sampled_from(["desk", None])), max_size=2
            )
        ),
        places=draw(st.lists(st.builds(Entity, st.sampled_from(WORDS)), max_size=1)),
        dateline=draw(st.none() | st.just(Dateline("PORT ESMER", ("Port Esmer",), "IN"))),
        signoff=draw(st.none() | st.just(Signoff("Esmer", "int"))),
        language=draw(st.sampled_from(["en", "en-IN", "hi", None])),
        urgency=draw(st.none() | st.integers(1, 3)),
        created=draw(st.none() | _MINUTES),
        embargoed=draw(st.none() | _MINUTES),
        expires=draw(st.none() | _MINUTES),
    )


_STEPS = st.lists(
    st.tuples(st.integers(0, 20), st.lists(_articles(), max_size=3), st.booleans()), min_size=1, max_size=6
)


def _naive(store: Store, feed: Feed, now: datetime) -> list[str]:
    """Filter, sort, cut: what a feed holds, said without SQL."""
    current = (store.articles.current(story(number).guid) for number in range(1, 7))
    wanted = [s.article for s in current if s and feed.wants(s.article, now)]
    keys = {a.guid: _key(a.guid) for a in wanted}
    wanted.sort(key=lambda a: (-a.published.timestamp(), keys[a.guid]))
    return [a.guid for a in wanted[: feed.limit]]


def _key(guid: str) -> int:
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    return sum(alphabet.index(c) * 32 ** (15 - place) for place, c in enumerate(short_id(guid)))


@settings(max_examples=150, deadline=None)
@given(st.lists(_FEEDS, min_size=1, max_size=3), _STEPS)
def test_the_window_is_what_the_feed_wants(
    definitions: list[Feed], steps: list[tuple[int, list[Article], bool]]
) -> None:
    """After every step, with the definition changing on the way; the feed's time never goes back."""
    with TemporaryDirectory() as directory:
        store = fresh(Path(directory, "newsroom.db"))
        minutes, last = 0, None
        for number, (passed, articles, followed) in enumerate(steps):
            minutes += passed
            now = at(minutes)
            accept(store, articles, now)
            turn(store, now)
            feed = definitions[number % len(definitions)]
            if not followed and number < len(steps) - 1:
                continue
            kept = follow(store, [subject(feed, PROFILE)], now)
            with store.write():
                window = store.windows.load(feed.name)
            held = [a.guid for a in store.windows.articles(window.shown)]
            expected = _naive(store, feed, now)
            if kept.emptied:
                assert held
                assert expected == []
            else:
                assert held == expected
            current = {s.article.guid for s in store.windows.visible(0, 10_000)}
            assert set(held) <= current
            assert store.changes.reached("editions") == store.changes.last()
            assert window.updated is not None
            assert last is None or window.updated >= last
            last = window.updated
        store.close()


def test_a_changed_story_is_one_among_many_and_the_rest_is_not_read(tmp_path: Path) -> None:
    """The cost of an arrival is counted in statements: as many in an archive of 40 as in one of 400."""
    feeds = [subject(Feed(name=f"feed-{n}", title="x", limit=5), PROFILE) for n in range(3)]
    counts = []
    for size in (40, 400):
        store = fresh(tmp_path / f"{size}.db")
        accept(store, [story(n) for n in range(1, size)], at(0))
        while follow(store, feeds, at(0)).walking:
            pass
        statements: list[str] = []
        store.articles.current("x")
        connection = store._database.connection  # noqa: SLF001 - to look over its shoulder
        connection.set_trace_callback(statements.append)
        accept(store, [story(9000)], at(1))
        follow(store, feeds, at(1))
        connection.set_trace_callback(None)
        counts.append(len(statements))
        store.close()
    assert counts[0] == counts[1]
