"""NewsArticle: what search engines recommend is there, and what must not be said is not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from syndication.model import Site
from syndication.model.article import Author, EdNote, Entity, Genre, Geo, Media, Rendition, Rights, Subject
from syndication.model.blocks import Paragraph, Subhead
from syndication.share import AuthorPage, Shareable, Sharing, SitePicture, head_html, news_article, script

# schema.org and Google name the properties, the order is the house's.
ORDER = [
    "@context", "@type", "mainEntityOfPage", "url", "headline", "alternativeHeadline", "description", "image",
    "video", "datePublished", "dateModified", "author", "publisher", "isAccessibleForFree", "hasPart", "articleSection",
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


def test_what_kind_of_writing_where_and_under_which_terms(story: Callable[..., Shareable]) -> None:
    found = news_article(
        story(
            genres=(Genre("opinion", "genre:Opinion"), Genre("sponsored")),
            authors=(Author("Ada Ferro", jobtitle="retired pilot"), Author("Mira Okello")),
            byline="Ada Ferro and Mira Okello",
            places=(Entity("Lumen", geo=Geo(12.5, -0.25)), Entity("Nowhere", geo=Geo(91, 0))),
            rights=Rights(
                usage_terms="https://wire.example/terms", geography="Lumen only", ai_terms="No models"
            ),
        )
    )
    assert found["genre"] == ["opinion", "sponsored"]
    assert [author.get("jobTitle") for author in found["author"]] == ["retired pilot", None]
    position = {"@type": "GeoCoordinates", "latitude": 12.5, "longitude": -0.25}
    assert [place.get("geo") for place in found["contentLocation"]] == [position, None]
    assert found["usageInfo"] == [
        "https://wire.example/terms",
        {"@type": "CreativeWork", "text": "Lumen only"},
        {"@type": "CreativeWork", "text": "No models"},
    ]


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


def film(**fields: Any) -> Media:
    file = Rendition("https://img.example/raft.mp4", None, "video/mp4", 1280, 720, duration=93.4)
    still = Rendition("https://img.example/raft.jpg", None, "image/jpeg", 1280, 720)
    return Media(
        **{"guid": "urn:v", "kind": "video", "headline": "The finish", "renditions": (file, still), **fields}
    )


def test_a_film_has_what_google_requires_and_recommends(story: Callable[..., Shareable]) -> None:
    (found,) = news_article(story(media=(film(caption="From the pier."),), created=EARLY))["video"]
    assert found == {
        "@type": "VideoObject",
        "name": "The finish",
        "description": "From the pier.",
        "thumbnailUrl": ["https://img.example/raft.jpg"],
        "uploadDate": "2026-11-24T06:00:00Z",
        "contentUrl": "https://img.example/raft.mp4",
        "encodingFormat": "video/mp4",
        "duration": "PT1M33S",
        "width": 1280,
        "height": 720,
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"media": (film(renditions=film().renditions[:1]),), "created": EARLY},  # no thumbnail
        {"media": (film(renditions=film().renditions[1:]),), "created": EARLY},  # no file
        {"media": (film(),)},  # no date
        {"media": (film(headline=None),), "created": EARLY, "headline": None},  # no name
        {"media": (film(kind="audio"),), "created": EARLY},
    ],
)
def test_a_film_that_lacks_what_is_required_is_not_said(
    story: Callable[..., Shareable], fields: dict[str, Any]
) -> None:
    assert "video" not in news_article(story(**fields))


NINE = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)  # nine o'clock in India
INDIA = Site(title="Hill Post", base_url="https://hillpost.example", timezone="Asia/Kolkata")


def live(*paragraphs: str, **fields: Any) -> dict[str, Any]:
    body = tuple(Subhead(p[1:]) if p.startswith("#") else Paragraph(p) for p in paragraphs)
    return {
        "headline": "Live updates: the harbour votes", "created": NINE, "updated": NINE + timedelta(hours=4), "body": body, **fields,
    }  # fmt: skip


def test_a_live_blog_is_told_entry_by_entry(story: Callable[..., Shareable]) -> None:
    told = live(
        "The board meets.",
        "#12.15 pm: The vote begins",
        "All nine sit.",
        "<b>9:05 AM IST</b> – Doors open.",
        "04:00 UTC | Tea.",
    )
    data = news_article(story(site=INDIA, **told))
    assert (data["@type"], data["coverageStartTime"]) == ("LiveBlogPosting", "2026-11-25T03:35:00Z")
    assert data["liveBlogUpdate"] == [
        {
            "@type": "BlogPosting",
            "headline": "The vote begins",
            "datePublished": "2026-11-25T06:45:00Z",
            "articleBody": "All nine sit.",
        },
        {
            "@type": "BlogPosting",
            "headline": "Doors open.",
            "datePublished": "2026-11-25T03:35:00Z",
            "articleBody": "Doors open.",
        },
        {
            "@type": "BlogPosting",
            "headline": "Tea.",
            "datePublished": "2026-11-25T04:00:00Z",
            "articleBody": "Tea.",
        },
    ]
    assert holes(data) == []


@pytest.mark.parametrize(
    "headline", ["LIVE: The vote", "बंदरगाह पर मतदान: लाइव अपडेट", "لائیو اپڈیٹس: بندرگاہ", "The vote | Live"]
)
def test_a_live_blog_says_that_it_is_one_in_the_newsrooms_languages(
    story: Callable[..., Shareable], headline: str
) -> None:
    told = live("9:05 am Doors open.", "9:30 am Tea.", headline=headline)
    assert news_article(story(site=INDIA, **told))["@type"] == "LiveBlogPosting"


@pytest.mark.parametrize(
    "told",
    [
        live("9:05 am Doors open.", "9:30 am Tea.", headline="They live by the harbour"),
        live("9:05 am Doors open.", "No other time."),
        live("9:05 am Doors open.", "9:30 am Tea.", updated=NINE + timedelta(days=1)),  # which day?
        live("9:05 am Doors open.", "9:30 am Tea.", created=None),
        live("9:05 am Doors open.", "11:30 pm Tea."),  # not within the coverage: of another zone
        live("9:05 am Doors open.", "25:30 Tea.", "14.30 am Lunch."),
    ],
)
def test_what_does_not_say_when_is_no_live_blog(
    story: Callable[..., Shareable], told: dict[str, Any]
) -> None:
    data = news_article(story(site=INDIA, **told))
    assert data["@type"] == "NewsArticle"
    assert not {"liveBlogUpdate", "coverageStartTime"} & data.keys()


def test_a_long_day_keeps_the_head_within_what_readers_fetch(story: Callable[..., Shareable]) -> None:
    entries = [f"{9 + n // 60}:{n % 60:02} बंदरगाह मंडल " + "की बैठक जारी " * 40 for n in range(200)]
    long = story(site=INDIA, **live(*entries))
    assert len(news_article(long)["liveBlogUpdate"]) == 10
    assert len(head_html(long).encode()) <= 16_000
