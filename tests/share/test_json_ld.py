"""NewsArticle: what search engines recommend is there, and what must not be said is not."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from syndication.model.article import EdNote, Entity, Rights, Subject
from syndication.share import AuthorPage, Shareable, Sharing, SitePicture, news_article, script

# schema.org and Google name the properties, the order is the house's.
ORDER = [
    "@context", "@type", "mainEntityOfPage", "url", "headline", "alternativeHeadline", "description", "image",
    "datePublished", "dateModified", "author", "publisher", "isAccessibleForFree", "hasPart", "articleSection",
    "keywords", "about", "contentLocation", "mentions", "inLanguage", "dateline", "wordCount", "timeRequired",
    "copyrightHolder", "copyrightNotice", "creditText", "usageInfo", "identifier", "version", "expires",
    "correction",
]  # fmt: skip
EARLY, LATE = datetime(2026, 11, 24, 6, 0, tzinfo=UTC), datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def holes(value: Any) -> list[Any]:
    """Return every empty value inside: absent means absent."""
    if isinstance(value, dict):
        return [hole for inner in value.values() for hole in holes(inner)]
    if isinstance(value, list):
        return [value] if not value else [hole for inner in value for hole in holes(inner)]
    return [value] if value is None or value == "" else []


def test_the_least_article_has_what_it_must_and_no_holes(story: Callable[..., Shareable]) -> None:
    data = news_article(story())
    assert {"@context", "@type", "headline", "url", "mainEntityOfPage", "publisher"} <= data.keys()
    assert (data["@context"], data["@type"]) == ("https://schema.org", "NewsArticle")
    assert holes(data) == []


def test_the_recommended_properties_are_there_in_order(story: Callable[..., Shareable]) -> None:
    data = news_article(
        story(
            Sharing(authors=(AuthorPage(name="Asha Rao", url="https://hillpost.example/asha"),)),
            created=EARLY,
            updated=LATE,
            byline="Asha Rao",
            language="en-IN",
            subjects=(
                Subject("medtop:20000151", "landslide"),
                Subject("medtop:x", "bad code"),
                Subject("q:1"),
            ),
            places=(Entity("Devpur"),),
            people=(Entity("Mira Sen"), Entity(" ")),
            rights=Rights(usage_terms="Not for resale."),
        )
    )
    assert list(data) == [key for key in ORDER if key in data]
    assert (data["datePublished"], data["dateModified"]) == ("2026-11-24T06:00:00Z", "2026-11-25T08:00:00Z")
    assert data["author"] == [{"@type": "Person", "name": "Asha Rao", "url": "https://hillpost.example/asha"}]
    assert data["about"] == [
        {
            "@type": "Thing",
            "name": "landslide",
            "sameAs": "http://cv.iptc.org/newscodes/mediatopic/20000151",
        },
        {"@type": "Thing", "name": "bad code"},
    ]
    assert data["contentLocation"] == [{"@type": "Place", "name": "Devpur"}]
    assert data["mentions"] == [{"@type": "Person", "name": "Mira Sen"}]
    assert data["usageInfo"] == {"@type": "CreativeWork", "text": "Not for resale."}
    assert holes(data) == []


def test_line_separators_cannot_break_a_script() -> None:
    text = script({"text": "a\u2028b\u2029c</script>"})
    assert "\\u2028b\\u2029c\\u003c/script" in text
    assert not set("\u2028\u2029") & set(text)


def test_the_headline_is_whole(story: Callable[..., Shareable]) -> None:
    headline = "Rain returns " * 20
    assert news_article(story(headline=headline))["headline"] == headline.strip()


@pytest.mark.parametrize(
    ("created", "updated", "modified"),
    [(EARLY, None, None), (LATE, EARLY, "2026-11-25T08:00:00Z"), (None, LATE, "2026-11-25T08:00:00Z")],
)
def test_the_modified_date_is_never_before_the_published_one(
    created: datetime | None, updated: datetime | None, modified: str | None, story: Callable[..., Shareable]
) -> None:
    assert news_article(story(created=created, updated=updated)).get("dateModified") == modified


def test_an_agency_is_no_person(story: Callable[..., Shareable]) -> None:
    data = news_article(story(byline="Hill Wire", provider="Hill Wire"))
    assert data["author"] == [{"@type": "Organization", "name": "Hill Wire"}]


def test_the_default_picture_is_not_the_articles(story: Callable[..., Shareable]) -> None:
    sharing = Sharing(default_picture=SitePicture(url="https://hillpost.example/d.jpg"))
    assert "image" not in news_article(story(sharing))


@pytest.mark.parametrize(
    ("free", "selector", "keys"),
    [
        (None, ".paid", set()),
        (True, ".paid", {"isAccessibleForFree"}),
        (False, None, {"isAccessibleForFree"}),
        (False, ".paid", {"isAccessibleForFree", "hasPart"}),
    ],
)
def test_a_paywall_is_said_only_where_the_site_says_it(
    free: bool | None, selector: str | None, keys: set[str], story: Callable[..., Shareable]
) -> None:
    data = news_article(story(Sharing(free_to_read=free, paywall_selector=selector)))
    assert data.keys() & {"isAccessibleForFree", "hasPart"} == keys
    assert data.get("isAccessibleForFree") is free


def test_a_note_to_editors_is_never_a_correction(story: Callable[..., Shareable]) -> None:
    notes = (EdNote("Hold for the lawyer"), EdNote("Four villages, not three.", public=True))
    assert news_article(story(signals=("correction",), ed_notes=notes, updated=LATE))["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Four villages, not three.",
            "datePublished": "2026-11-25T08:00:00Z",
        }
    ]
    assert "correction" not in news_article(story(signals=("correction",), ed_notes=notes[:1]))
    assert "correction" not in news_article(story(ed_notes=notes))
