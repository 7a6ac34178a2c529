"""Text on its way to a network: cleaned, counted, cut, made into tags."""

import json
import re
import unicodedata
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.model import graphemes
from syndication.share import counting
from syndication.share.clean_text import clean
from syndication.share.counting import Measure
from syndication.share.hashtags import hashtags, topic
from syndication.share.locale import locale
from syndication.share.shortening import ELLIPSIS, cut

DATA = Path(__file__).parents[1] / "data" / "share"
MEASURES: dict[str, Measure] = {
    "x": counting.x,
    "threads": counting.threads,
    "graphemes": graphemes.length,
    "mastodon": counting.mastodon,
    "weibo": counting.weibo,
}
# Arbitrary text seldom has what breaks a cut, so pieces that do are strewn in.
TRICKY = st.lists(
    st.one_of(
        st.sampled_from(
            ["क्ष", "नीति ", "👨‍👩‍👧‍👦", "🇮🇳", "👍🏽", "க்க", "، ", "– ", "https://n.example/a ", " "]
        ),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("case", cases("clean.json"), ids=itemgetter("case"))
def test_text_is_cleaned(case: dict[str, str]) -> None:
    assert clean(case["text"]) == case["clean"]


@settings(deadline=None)
@given(st.text())
def test_clean_text_is_one_line_of_nfc_and_stays_so(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u00a0]|  ", cleaned)
    cleaned.encode()


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("case", cases("counts.json"), ids=itemgetter("text"))
def test_each_network_counts_its_own_way(case: dict[str, Any], measure: str) -> None:
    assert MEASURES[measure](case["text"]) == case[measure]


@pytest.mark.parametrize("case", cases("cuts.json"), ids=itemgetter("case"))
def test_text_is_cut_where_a_reader_would(case: dict[str, Any]) -> None:
    assert cut(case["text"], case["limit"], MEASURES[case["measure"]]) == case["cut"]


@settings(deadline=None)
@given(TRICKY, st.integers(0, 60), st.sampled_from(sorted(MEASURES)))
def test_a_cut_fits_and_is_a_beginning_of_whole_graphemes(text: str, limit: int, name: str) -> None:
    text, measure = clean(text), MEASURES[name]
    shortened = cut(text, limit, measure)
    assert measure(shortened) <= limit
    if shortened not in (text, ""):
        assert shortened.endswith(ELLIPSIS)
        kept = shortened.removesuffix(ELLIPSIS)
        assert text.startswith(kept)
        pieces = graphemes.clusters(text)
        assert kept in {"".join(pieces[:n]) for n in range(len(pieces) + 1)}


@settings(deadline=None)
@given(TRICKY)
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(graphemes.clusters(text)) == text
    assert len(graphemes.clusters(text)) <= graphemes.length(text)


@pytest.mark.parametrize("case", cases("hashtags.json"), ids=str)
def test_keywords_become_hashtags_and_a_topic(case: dict[str, Any]) -> None:
    assert list(hashtags(case["keywords"], 9)) == case["tags"]
    assert topic(case["keywords"]) == case["topic"]


def test_hashtags_stop_at_their_limit() -> None:
    assert hashtags(["rain", "hills", "roads"], 2) == ("Rain", "Hills")


@pytest.mark.parametrize("case", cases("locales.json"), ids=str)
def test_a_language_has_the_locale_of_open_graph(case: dict[str, Any]) -> None:
    assert locale(case["language"], case["site"]) == case["locale"]
