"""The door: what the public may not see is not shared."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from syndication.model import Article, Site
from syndication.share import Shareable, Sharing, admit, head_html, oembed, refusal

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
INSTANT = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"pub_status": "withheld"}, "the story is withheld"),
        ({"pub_status": "canceled"}, "the story is canceled"),
        ({"embargoed": NOW + INSTANT}, "the story is under embargo"),
        ({"expires": NOW}, "the story has expired"),
        ({"expires": NOW - INSTANT}, "the story has expired"),
        ({"signals": ("update", "kill")}, "the story carries the signal kill"),
        ({"signals": ("withdrawal",)}, "the story carries the signal withdrawal"),
    ],
)
def test_nothing_is_said_about_what_is_kept_back(
    fields: dict[str, Any], reason: str, article: Callable[..., Article]
) -> None:
    assert refusal(article(**fields), NOW) == reason
    assert admit(article(**fields), Site(), Sharing(), NOW) is None


@pytest.mark.parametrize(
    "fields",
    [{}, {"embargoed": NOW}, {"expires": NOW + INSTANT}, {"signals": ("correction", "update")}],
)
def test_what_the_public_may_see_is_admitted(fields: dict[str, Any], article: Callable[..., Article]) -> None:
    assert refusal(article(**fields), NOW) is None
    assert admit(article(**fields), Site(), Sharing(), NOW) is not None


def test_a_long_headline_is_not_cut(story: Callable[..., Shareable]) -> None:
    headline = "Rain " * 22 + "x"
    assert story(headline=headline).headline == headline


def test_keywords_are_clean_and_each_named_once(story: Callable[..., Shareable]) -> None:
    assert story(keywords=("rain", " Rain", "", "hill\u00a0roads")).keywords == ("rain", "hill roads")


def test_a_story_without_page_has_ours(story: Callable[..., Shareable]) -> None:
    shared = story(url=None)
    assert shared.canonical == f"https://hillpost.example{shared.site.path(shared.article)}"


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://hillpost.example/7", []),
        ("http://hillpost.example/7", []),
        ("javascript:alert(1)", ["unusable-address"]),
    ],
)
def test_an_address_that_cannot_be_shared_is_noticed(
    url: str, codes: list[str], story: Callable[..., Shareable]
) -> None:
    assert [issue.code for issue in story(url=url).issues] == codes


def test_a_site_without_address_of_its_own_says_none(story: Callable[..., Shareable]) -> None:
    shared = story(site=Site(base_url="hillpost"))
    assert shared.home is None
    assert "oembed" not in head_html(shared)
    assert "provider_url" not in oembed(shared)
