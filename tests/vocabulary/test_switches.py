"""Every switch of a profile does something: to a document, to a feed, or to what is demanded before publishing."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from syndication.model import Feed, Profile, Sharing, Site
from syndication.model.article import Comment, EdNote, Link, Rendition
from syndication.model.blocks import Embed, Paragraph
from syndication.model.brand import Brand
from syndication.render import FORMATS
from syndication.validate import validate
from syndication.vocabulary.profiles import profiles
from tests.render.stories import FEED, FULL, NOON, UPDATED, make, picture, prose

WIDE = Rendition("https://img.example/w.jpg", None, "image/jpeg", 4000, 1000, None, 9)
FITTING = Rendition("https://img.example/f.jpg", None, "image/jpeg", 1200, 800, None, 9)
SITE = Site(base_url="https://wire.example", brand=Brand(icon="/icon.svg"))
CORRECTED = make(
    "corrected",
    version=2,
    updated=NOON + timedelta(hours=3),
    url='http://paper.example/a?utm_source=x&id="7"',
    summary="Short.",
    expires=NOON + timedelta(days=90),
    comments=(Comment("A", "b"),),
    signals=("correction",),
    ed_notes=(EdNote("Corrects the depth", "correction", public=True),),
    body=(
        Paragraph("10&nbsp;000 <b><i><em>ves&shy;sels</em></i></b>"),
        *(Paragraph(prose(40)) for _ in range(3)),
        Paragraph('Ask <a href="tel:+912234">the desk</a>.'),
        Embed("https://www.youtube.com/watch?v=abcdefghijk", "Its words"),
    ),
    media=(picture(1), picture(2), picture(3, renditions=(WIDE, FITTING))),
    links=(Link("related", "http://rel.example/", title="r"),),
)
KILLED = make("killed", pub_status="canceled", version=3, updated=NOON + timedelta(hours=5))
STORIES = (
    CORRECTED,
    KILLED,
    make("plain", summary="A standfirst that is longer than the text itself. " * 9),
    FULL,
)
# Another value of each switch, and what it takes beside it to be seen.
PRINTED: dict[str, dict[str, Any]] = {
    "update_signal": {"update_signal": "pubDate"},
    "delete_signal": {"delete_signal": "media:status text", "keep_deleted": "P7D"},
    "withdrawn": {"withdrawn": "Gone.", "delete_signal": "media:status text", "keep_deleted": "P7D"},
    "correction_note": {"correction_note": False},
    "expiry": {"expiry": True},
    "guid_style": {"guid_style": "permalink"},
    "link_query": {"link_query": "none"},
    "utm": {"utm": {"source": "partner"}},
    "body_element": {"body_element": "description"},
    "tags": {"tags": ["p"]},
    "max_depth": {"max_depth": 2},
    "link_schemes": {"link_schemes": ["https", "mailto"]},
    "embeds": {"embeds": "frame", "frame_hosts": ["www.youtube.com"]},
    "frame_hosts": {"frame_hosts": ["www.youtube.com"], "embeds": "frame"},
    "frame_class": {"frame_class": True, "embeds": "frame", "frame_hosts": ["www.youtube.com"]},
    "plain_spaces": {"plain_spaces": True},
    "https": {"https": True},
    "strict_addresses": {"strict_addresses": True},
    "min_description": {"min_description": 300},
    "drop_long_description": {"drop_long_description": True},
    "max_channel_description": {"max_channel_description": 9},
    "max_title": {"max_title": 20, "more_extensions": ["mi"]},
    "max_items": {"max_items": 1},
    "max_bytes": {"max_bytes": 4_000},
    "max_item_bytes": {"max_item_bytes": 1_500},
    "date_zone": {"date_zone": "+0530"},
    "images": {"images": {"max_ratio": 1.9}},
    "enclose_all": {"enclose_all": True},
    "item_thumbnail": {"item_thumbnail": True},
    "channel_date": {"channel_date": True},
    "hop_history": {"hop_history": True},
    "extensions": {"extensions": ["atom", "content"]},
    "more_extensions": {"more_extensions": ["slash", "webfeeds"]},
}
SELECTED: dict[str, Any] = {"max_age": "P1D", "one_language": True, "one_item_class": True}
# What demands it of a document, and in which built-in profile.
DEMANDED: dict[str, tuple[str, Any]] = {
    "need_hub": ("google-feed", False),
    "min_title": ("msn", 60),
    "need_image": ("msn", False),
    "min_body": ("newsbreak", 5_000),
    "min_items": ("fulltext-partner", 1),
}
# Given by who runs the feed; how long marked items stay is a matter of editions; share links are tested below.
ELSEWHERE = {"name", "rules", "site", "sharing", "hub", "keep_deleted", "share_links"}


def printed(profile: Profile) -> dict[str, bytes]:
    feed = msgspec.structs.replace(FEED, description="All that the harbour knows")
    return {
        name: made.document(feed, profile, UPDATED, [made.entry(story, profile) for story in STORIES])
        for name, made in FORMATS.items()
    }


def test_every_switch_is_here() -> None:
    fields = {field.name for field in msgspec.structs.fields(Profile)}
    assert fields == {*PRINTED, *SELECTED, *DEMANDED, *ELSEWHERE}


@pytest.mark.parametrize("switch", PRINTED)
def test_a_switch_changes_a_document(switch: str) -> None:
    """Beside what it takes to be seen, which stays the same."""
    with_it = {"x": PRINTED[switch]}
    without = {"x": {key: value for key, value in PRINTED[switch].items() if key != switch}}
    assert printed(profiles(with_it, SITE)["x"]) != printed(profiles(without, SITE)["x"])


@pytest.mark.parametrize("switch", SELECTED)
def test_a_switch_changes_what_a_feed_holds(switch: str) -> None:
    feed = Feed(name="world", title="World")
    assert profiles({"x": {switch: SELECTED[switch]}}, SITE)["x"].bounded(feed) != feed


@pytest.mark.parametrize("switch", DEMANDED)
def test_a_switch_changes_what_is_demanded(switch: str) -> None:
    like, value = DEMANDED[switch]
    made = profiles({"x": {"like": like, switch: value}}, SITE)
    story = make("plain", body=(Paragraph(prose(90)),))
    document = FORMATS["rss"].document(FEED, made["x"], UPDATED, [FORMATS["rss"].entry(story, made["x"])])
    found = [{f.text for f in validate(document, made[name], UPDATED)} for name in ("x", like)]
    assert found[0] != found[1]


def test_share_links_are_a_switch_where_the_site_has_them() -> None:
    own = {"x": {"share_links": False}}
    made = profiles(own, SITE, sharing=Sharing(in_feeds=True))
    assert printed(made["x"]) != printed(made["baseline"])


def test_the_readme_names_every_switch() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    said = set(
        re.findall(r"`([a-z_]+)`", readme.partition("| switch | says |")[2].partition("## Subjects")[0])
    )
    assert {*PRINTED, *SELECTED, *DEMANDED, "keep_deleted", "share_links"} <= said
