"""What machines ask. Nothing that they are told depends on a story that nobody may see."""

import re

import msgspec
from prometheus_client.parser import text_string_to_metric_families

from syndication.editions import Fault
from syndication.store import Refused
from tests.web.newsroom import NOW, Client, story

STEADY = re.compile(r"syndication_(?!edition_age|http_responses)")


def figures(client: Client) -> dict[str, float]:
    """Return every sample of /metrics by name and labels."""
    response, body = client.get("/metrics")
    assert response.headers["Content-Type"].startswith("text/plain")
    return {
        sample.name + "".join(f" {key}={value}" for key, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(body.decode())
        for sample in family.samples
    }


def test_lives(client: Client) -> None:
    response, body = client.get("/healthz")
    assert (response.status, body) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"


def test_is_ready_once_every_file_is_there(own: Client) -> None:
    assert own.get("/readyz")[0].status == 200
    (own.newsroom.public / "feeds" / "world.newsml-g2.xml").rename(own.newsroom.public / "kept")
    # What was served once stays served, so that is not a reason.
    assert own.get("/readyz")[0].status == 200


def test_says_why_it_is_not_ready(own: Client) -> None:
    (own.newsroom.public / "feeds" / "world.rss").unlink()
    response, body = own.get("/readyz")
    assert (response.status, response.headers["Content-Type"]) == (503, "application/json")
    assert msgspec.json.decode(body) == {"ready": False, "reasons": ["/feeds/world.rss is not built yet"]}


def test_counts_what_the_public_can_see(own: Client) -> None:
    before = figures(own)
    assert before["syndication_stories_visible"] == 0
    own.newsroom.add(story("ferry"))
    own.newsroom.add(story("hindi"))
    with own.newsroom.store.write():
        own.newsroom.store.changes.advance("editions", 1)
        own.newsroom.store.quarantine.put(Refused(0, "inbox", "x.txt", NOW, "unreadable", 1, b"x"))
    after = figures(own)
    assert after["syndication_stories_visible"] == 2
    assert after["syndication_changes_head"] == 2
    assert after["syndication_follower_lag follower=editions"] == 1
    assert after["syndication_quarantine_entries"] == 1
    assert after["syndication_edition_age_seconds feed=coast format=rss"] > 0
    assert after["syndication_store_up"] == 1
    assert after["process_resident_memory_bytes"] > 1_000_000
    assert after["process_open_fds"] > 3


def test_counts_answers_by_class(own: Client) -> None:
    tag = own.get("/feeds/coast.rss")[0].headers["ETag"]
    own.get("/feeds/coast.rss", if_none_match=tag)
    own.get("/nothing")
    counted = figures(own)
    assert counted["syndication_http_responses_total class=2xx of=feed"] == 1
    assert counted["syndication_http_responses_total class=3xx of=feed"] == 1
    assert counted["syndication_http_responses_total class=4xx of=page"] == 1


def test_a_story_under_embargo_moves_no_figure(own: Client) -> None:
    own.newsroom.add(story("ferry"))
    before = figures(own)
    own.newsroom.add(story("embargoed"), feed=None)
    after = figures(own)
    steady = {name for name in before if STEADY.match(name)}
    assert {name: after[name] for name in steady} == {name: before[name] for name in steady}
    assert after.keys() == before.keys() | {"syndication_http_responses_total class=2xx of=page"}


def test_tells_what_was_found_before_publishing(own: Client) -> None:
    names = ("edition_faulty", "edition_stories_left_out")
    before = figures(own)
    assert {before[f"syndication_{name} feed=coast format=rss"] for name in names} == {0}
    found = [
        Fault("coast", "rss", "SN2: no logo"),
        Fault("coast", "json", "B11: markup in a title", "urn:example:1"),
        Fault("coast", "json", "B11: markup in a title", "tag:example,2026:edition world as rss"),
        Fault("gone", "rss", "B11: markup in a title", "urn:example:1"),
    ]
    for fault in found:
        own.newsroom.store.notices.raise_(fault.subject, fault.said, NOW)
    own.newsroom.store.notices.raise_("feed coast", "the disk is full", NOW)
    after = {name: value for name, value in figures(own).items() if any(n in name for n in names) and value}
    assert after == {
        "syndication_edition_faulty feed=coast format=rss": 1,
        "syndication_edition_stories_left_out feed=coast format=json": 2,
    }
