"""A request to correct a story is never published and changes nothing; the quarantine says which story it means."""

from datetime import timedelta

import pytest

from syndication.ingest import ingest
from syndication.store import Store
from tests.desk import NOON, raw

STORY = b"""Heron colony counted on salt pans

Bhuj, March 14 (IANS) Naturalists counted 141 nests of herons on the salt pans on Saturday, the most in nine years.

They rowed for two days and slept in the tower.

--IANS
nat/sk
"""
GUID_OF_NONE = "of a story that is not here"
REQUESTS = {
    "addressed": b"""CORRECTION

Editors, in the story headlined "Heron colony counted on salt pans", please read "411 nests" instead of "141 nests".

--IANS
nat/sk
""",
    "under its headline": b"""CORRECTION: Heron colony counted on salt pans

Bhuj, March 14 (IANS) In the IANS story "Heron colony counted on salt pans", please read the number of nests as 411.

--IANS
""",
}


@pytest.mark.parametrize("kind", REQUESTS)
@pytest.mark.parametrize("first", ["story", "request"])
def test_a_request_changes_nothing_in_either_order(store: Store, kind: str, first: str) -> None:
    copies = [STORY, REQUESTS[kind]] if first == "story" else [REQUESTS[kind], STORY]
    outcomes = ingest(
        store, [raw(c, NOON + timedelta(minutes=n), locator=f"{n}.txt") for n, c in enumerate(copies)], NOON
    )
    (published,) = store.articles.newest(9)
    assert published.headline == "Heron colony counted on salt pans"
    assert len(published.body) == 2
    assert published.signals == ()
    (entry,) = store.quarantine.entries()
    meant = published.guid if first == "story" else GUID_OF_NONE
    assert entry.reason.startswith("it asks editors for a correction ")
    assert meant in entry.reason
    assert [o.reason is not None for o in outcomes] == [c is not STORY for c in copies]
