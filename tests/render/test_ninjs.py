"""ninjs 3.1: single objects and the feed as one object, against the official schema."""

from typing import Any

import msgspec
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from syndication.model import Article, Profile
from syndication.model.licensing import Licensing, Rsl
from syndication.render import ninjs
from tests.render.arbitrary import arbitrary
from tests.render.stories import (
    FEED,
    FULL,
    PROFILE,
    SITE,
    STORIES,
    UPDATED,
    changed,
    make,
    picture,
)


def single(article: Article, profile: Profile = PROFILE) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(ninjs.single(article, profile))
    return found


def feed(*articles: Article) -> dict[str, Any]:
    made = ninjs.document(FEED, PROFILE, UPDATED, [ninjs.entry(a, PROFILE) for a in articles])
    found: dict[str, Any] = msgspec.json.decode(made)
    return found


def test_every_story_is_valid_alone(story: Article, ninjs_schema: Draft202012Validator) -> None:
    assert [e.message for e in ninjs_schema.iter_errors(single(story))] == []


def test_the_feed_of_all_is_valid_as_one_object(ninjs_schema: Draft202012Validator) -> None:
    assert [e.message for e in ninjs_schema.iter_errors(feed(*STORIES.values()))] == []
    assert [e.message for e in ninjs_schema.iter_errors(feed())] == []


@settings(max_examples=60, deadline=None)
@given(arbitrary())
def test_any_text_is_valid(ninjs_schema: Draft202012Validator, article: Article) -> None:
    assert [e.message for e in ninjs_schema.iter_errors(single(article))] == []


def test_what_the_full_story_says() -> None:
    found = single(FULL)
    assert found["uri"] == FULL.guid
    assert (found["version"], found["pubStatus"], found["urgency"]) == ("3", "usable", 3)
    assert (found["firstCreated"], found["versionCreated"]) == (
        "2026-11-24T12:00:00Z",
        "2026-11-24T14:00:00Z",
    )
    assert found["headlines"][:2] == [
        {"value": "Canal vote: everything", "role": "main"},
        {"value": "Canal", "role": "short"},
    ]
    assert found["subjects"][:2] == [
        {
            "name": "local government",
            "uri": "http://cv.iptc.org/newscodes/mediatopic/20000593",
            "relevance": 80,
        },
        {"name": "Canals", "literal": "hws:canal"},
    ]
    assert found["places"][0]["geoJSON"] == {"type": "Point", "coordinates": [-0.25, 12.5]}
    assert (found["copyrightHolder"], found["copyrightNotice"]) == ("Harbour Wire", "© HWS")
    assert found["usageTerms"] == "No resale. Not in Weirland. No training"
    assert found["edNote"] == "Corrects the number of boats"
    assert found["located"] == "Port Lumen"
    assert [b["role"] for b in found["bodies"]] == ["html", "text"]
    assert [a["type"] for a in found["associations"]] == ["picture", "picture", "audio", "video", "graphic"]
    assert found["associations"][0]["renditions"][1] == {
        "name": "highRes",
        "href": "https://img.example/1.jpg",
        "contentType": "image/jpeg",
        "width": 1600,
        "height": 900,
        "sizeInBytes": 250_000,
    }


def test_only_a_story_inside_a_feed_has_a_name() -> None:
    assert "name" not in single(FULL)
    assert feed(FULL)["associations"][0]["name"] == "Canal vote: everything"


def test_a_killed_story_is_its_status() -> None:
    killed = single(changed(FULL, pub_status="canceled", ed_notes=()))
    assert set(killed) == {"uri", "standard", "type", "version", "versionCreated", "pubStatus"}
    assert killed["pubStatus"] == "canceled"
    assert ninjs.single(changed(FULL, pub_status="withheld"), PROFILE) == b""


def test_media_ids_become_uris() -> None:
    story = make("m", media=(picture(guid="IMG 1"),))
    assert single(story)["associations"][0]["uri"] == "tag:hws.wire.invalid,2026:id:IMG%201"


def test_terms_for_machines_are_linked_where_configured() -> None:
    assert "rightsInfo" not in single(FULL)
    site = msgspec.structs.replace(SITE, licensing=Licensing(rsl=Rsl(prohibits=("ai-train",))))
    assert single(FULL, Profile(site=site))["rightsInfo"] == {
        "langId": "https://rslstandard.org/rsl",
        "linkedRights": "https://wire.example/license.xml",
    }
