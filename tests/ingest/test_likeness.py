"""Which stories are one: labelled pairs, a pinned floor, and what must hold for every text."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndication.ingest import acceptance, likeness
from syndication.ingest.shingles import Said
from syndication.model import Article
from syndication.model.article import AltId, Dateline, Source
from syndication.model.blocks import Paragraph, body_text
from syndication.model.identity import content_key, guid
from syndication.store import Store
from tests.desk import at, fresh, story

DATA = Path(__file__).parents[1] / "data" / "ingest"
LABELLED = tomllib.loads((DATA / "likeness.toml").read_text(encoding="utf-8"))
PINNED = json.loads((DATA / "quality.json").read_text())
PAIRS = [(label, *pair) for label, pairs in LABELLED["pairs"].items() for pair in pairs]
ONE = {"copy", "revision"}
FORMATS = {"portal": "html-page", "search": "news-search"}
LATER = datetime(2027, 1, 1, tzinfo=UTC)


def told(name: str) -> dict[str, Any]:
    """Return the fields of a labelled story, its text changed as it says."""
    said = dict(LABELLED["story"][name])
    if "like" in said:
        said = told(said["like"]) | said
    else:
        said["day"] = said.get("date", date(2026, 3, 14))
    for before, after in said.pop("swap", ()):
        assert before in said["text"], (name, before)
        said["text"] = said["text"].replace(before, after)
    wrapped = (said.pop("before", ""), said["text"], said.pop("after", ""))
    said["text"] = "\n\n".join(filter(None, wrapped))
    if "words" in said:
        said["text"] = " ".join(said["text"].split()[: said.pop("words")])
    return said


def labelled(name: str) -> Article:
    """Return one of the labelled stories, as plain copy without an id."""
    said = told(name)
    received = datetime.combine(said["day"], time(9), UTC) + timedelta(minutes=said.get("minutes", 0))
    body = tuple(map(Paragraph, said["text"].split("\n\n")))
    day = None if said.get("undated") else said.get("date")
    provider = said.get("provider") or None
    key = content_key(body)
    return Article(
        guid=guid(None, provider, day, key),
        alt_ids=(AltId("content-key", key),),
        headline=said["headline"],
        slugline=said.get("slugline") or None,
        signals=tuple(said.get("signals", ())),
        provider=provider,
        language=said.get("language", "en"),
        dateline=Dateline("", date=day) if day else None,
        body=body,
        source=Source(said["source"], name, FORMATS.get(said["source"], "text"), received),
    )


def compare(one: Article, other: Article) -> likeness.Likeness:
    """Compare two stories."""
    return likeness.compare(Said(one), Said(other))


def marks(article: Article) -> list[int]:
    """Return the marks of a story."""
    return Said(article).marks


class Undone(Exception):
    """What was done in the store is taken back."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store, in which nothing stays."""
    made = fresh(tmp_path_factory.mktemp("likeness") / "newsroom.db")
    yield made
    made.close()


@contextmanager
def received(store: Store, *articles: Article) -> Iterator[list[Article]]:
    """Have these come into the store, one after the other, and give what is public; then take it all back."""
    with suppress(Undone), store.write():
        for article in articles:
            list(acceptance.accept(store, article, LATER, versioned=False))
        yield store.articles.newest(9)
        raise Undone


@pytest.mark.parametrize(("label", "one", "other"), PAIRS)
def test_each_pair_is_what_its_label_says_in_both_orders(
    empty: Store, label: str, one: str, other: str
) -> None:
    """Told by what the public sees, and by what is linked."""
    pair = [labelled(name) for name in (one, other)]
    for order in (pair, pair[::-1]):
        with received(empty, *order) as shown:
            found = [empty.articles.current(a.guid) for a in shown]
            linked = any(f and empty.kinship.related(f.row) for f in found)
        assert len(shown) == (1 if label in ONE else 2)
        if label == "revision":
            newest = max(pair, key=lambda a: a.source.received)
            assert (shown[0].headline, shown[0].body) == (newest.headline, newest.body)
        if label in {"related", "apart"}:
            assert linked == (label == "related")


@pytest.mark.parametrize("case", LABELLED["orders"], ids=lambda case: "+".join(case["come"]))
def test_every_order_of_arrival_ends_with_the_same_texts(empty: Store, case: dict[str, list[str]]) -> None:
    """The guid is that of the story that came first; what it says knows no order."""
    stories = [labelled(name) for name in case["come"]]
    expected = sorted(said(labelled(name)) for name in case["public"])
    for order in permutations(stories):
        with received(empty, *order) as shown:
            assert sorted(map(said, shown)) == expected
            assert {a.guid.partition("#")[0] for a in shown} <= {a.guid for a in stories}


def said(article: Article) -> tuple[str, str]:
    """Return headline and text."""
    return article.headline or "", body_text(article.body)


def family(name: str) -> str:
    """Return what the names of stories on one thing have in common."""
    return name.partition("-")[0]


def test_quality_over_all_pairs_has_not_fallen(empty: Store) -> None:
    """Labelled pairs as the public sees them, and every two of different families: they are two.

    The floor is pinned in quality.json: which share of what is one was found (recall), and which share of what
    was taken for one is one (precision).
    """
    of_one = {frozenset(pair) for label in ONE for pair in LABELLED["pairs"][label]}
    found = set()
    for _, *pair in PAIRS:
        with received(empty, *map(labelled, pair)) as shown:
            if len(shown) == 1:
                found.add(frozenset(pair))
    stories = {name: Said(labelled(name)) for name in LABELLED["story"]}
    found |= {
        frozenset((one, other))
        for one, other in combinations(stories, 2)
        if family(one) != family(other)
        and likeness.compare(stories[one], stories[other]).verdict in {"duplicate", "revision"}
    }
    right = len(found & of_one)
    assert right / len(of_one) >= PINNED["recall"], sorted(map(sorted, of_one - found))
    assert right / len(found) >= PINNED["precision"], sorted(map(sorted, found - of_one))


@pytest.mark.parametrize(("label", "one", "other"), [p for p in PAIRS if p[0] in ONE])
def test_the_index_finds_what_is_one(label: str, one: str, other: str) -> None:
    """Marks of the opening are shared, or no comparison would ever be made."""
    first, second = labelled(one), labelled(other)
    assert (
        first.guid == second.guid or len(set(marks(first)) & set(marks(second))) >= PINNED["shared_marks"]
    ), label


def test_a_copy_of_last_week_is_another_story() -> None:
    first = labelled("film")
    later = msgspec.structs.replace(first, guid="urn:x", source=Source("portal", "x", "text", at(0)))
    earlier = msgspec.structs.replace(later, source=Source("portal", "x", "text", at(-10_000)))
    assert compare(first, later).verdict == "duplicate"
    assert compare(first, earlier).verdict == "apart"


@given(st.lists(st.text(), max_size=8).map(tuple), st.lists(st.text(), max_size=8).map(tuple))
def test_any_texts_can_be_compared_and_order_does_not_matter(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    first, second = (
        story(number, body=tuple(map(Paragraph, said))) for number, said in enumerate((one, other))
    )
    assert compare(first, second) == compare(second, first)
    assert likeness.unrelated(first, second) == likeness.unrelated(second, first)
    assert len(marks(first)) <= 12


# A guid that comes back.


@pytest.mark.parametrize(
    ("one", "other", "days", "unrelated"),
    [
        pytest.param("film", "market-monday", 0, True, id="no words in common"),
        pytest.param("film", "film-ani", 0, False, id="rewritten"),
        pytest.param("bridge-ians", "weather-tavi", 0, True, id="only words that all news has"),
        pytest.param("film", "film-portal", 3000, False, id="the same after years"),
        pytest.param("film", "brief", 0, False, id="too short to tell"),
        pytest.param("bridge-ians", "bridge-sidebar", 0, False, id="the same event"),
    ],
)
def test_a_guid_used_again_is_told_by_the_words(one: str, other: str, days: int, unrelated: bool) -> None:
    first, second = labelled(one), labelled(other)
    second = msgspec.structs.replace(second, headline="Quite Another Line", created=at(days * 1440))
    assert likeness.unrelated(first, second) is unrelated


def test_few_words_in_common_count_as_none_after_years() -> None:
    def told(words: range, minutes: float) -> Article:
        body = (Paragraph(" ".join(f"mooring{n}" for n in words)),)
        return story(1, headline=f"From {words.start}", body=body, created=at(minutes))

    before = told(range(30), 0)
    assert not likeness.unrelated(before, told(range(20, 50), 60))
    assert likeness.unrelated(before, told(range(20, 50), 600_000))
    assert not likeness.unrelated(before, told(range(10, 40), 600_000))
