"""Whatever comes, in whatever order: the public sees the same texts in the end.

A delivery keeps its time of receipt when it is read late; what a store makes of it may depend on that time, never on
the order of reading.
"""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from syndication.errors import Undecided
from syndication.ingest import acceptance
from syndication.model import Article
from syndication.model.article import Link, Source
from syndication.model.blocks import Paragraph, body_text
from syndication.store import Store
from tests.desk import at, fresh, story
from tests.ingest.test_likeness import LATER, Undone, labelled

HEAD = "Fire in the rope works of Velmora"
SAID = {
    1: "Flames rose over the rope works before dawn, and the night watch ran along the quay to wake the harbour. Nobody "
    "knew yet how many had slept in the loft, keeper Ada Ferro said, nor why the bell had stayed silent.",
    2: "The second engine came from Tavi over the new bridge, its crew of nine in coats that had never seen smoke. They "
    "pumped from the basin until the tide turned, and then from the bay, Captain Dev Patole told the council.",
    3: "Insurers walked the yard at noon with a dog and a notebook. What had burned was hemp of three seasons, worth more "
    "than the walls around it, and the looms on which the grandfathers of this town had learned to count.",
    4: "Two were hurt when the rope works of Velmora burned, the hospital said, one of them in the loft. The owner, who had "
    "been told of the silent bell in winter, was being questioned, and the quay stayed closed to carts.",
    5: "The rope works will be built anew in brick, the council decided in a night session, with a bell on each floor. A "
    "loan of the harbour bank pays for it, to be given back in twenty years from the toll of the bridge.",
}


def piece(number: int, minutes: float, *signals: str, **fields: object) -> Article:
    """Return a piece about the fire, received so many minutes after noon."""
    named: dict[str, object] = {
        "headline": HEAD,
        "signals": signals,
        "body": (Paragraph(SAID[number]),),
        "source": Source("desk", f"{number}", "text", at(minutes)),
    }
    return story(number, **(named | fields))


def notice(minutes: float, title: str) -> Article:
    """Return a kill notice that names a headline or slugline."""
    return story(
        99,
        guid=f"urn:example:kill:{title}",
        headline=None,
        pub_status="canceled",
        body=(),
        links=(Link("previous", title=title),),
        source=Source("desk", "kill", "text", at(minutes)),
    )


FIRST, SECOND, THIRD = piece(1, 1), piece(2, 9, "take:2"), piece(3, 17, "take:3")
LEAD, SUBSTITUTE = piece(4, 12, "lead"), piece(5, 25)
NUMBERED = [
    piece(
        3, n, guid="urn:example:numbered", headline="Insurers in the yard", version=n, updated=at(n), **more
    )
    for n, more in enumerate(({}, {"embargoed": at(50)}, {"pub_status": "withheld"}, {"urgency": 3}), 1)
]
KILLED = replace(NUMBERED[0], version=2, pub_status="canceled", updated=at(2))
PORTAL = replace(
    NUMBERED[0],
    guid="urn:example:portal",
    headline="Hemp Of Three Seasons Lost",
    version=1,
    updated=None,
    source=Source("portal", "p", "html-page", at(30)),
)
OLD = replace(
    labelled("film"),
    guid="tag:wire.example,2026:id:77",
    created=at(-5_000_000),
    source=Source("w", "o", "text", at(3)),
)
NEW = replace(labelled("market-monday"), guid=OLD.guid, source=Source("w", "n", "text", at(9)))

NUMBERS = {id(a) for a in (*NUMBERED, KILLED, OLD, NEW)}
SETS = {
    "takes": [FIRST, SECOND, THIRD, LEAD],
    "takes and a notice": [FIRST, SECOND, LEAD, notice(20, HEAD)],
    "the substitute for a running story": [FIRST, LEAD, notice(20, HEAD), SUBSTITUTE],
    "the substitute without its story": [notice(20, HEAD), SUBSTITUTE, replace(FIRST, guid="urn:x")],
    "versions and a copy": [*NUMBERED[:2], PORTAL, NUMBERED[3]],
    "withheld, and a copy": [*NUMBERED[:3], PORTAL],
    "killed, and a copy": [NUMBERED[0], KILLED, PORTAL],
    "killed, a copy, and published anew": [NUMBERED[0], KILLED, NUMBERED[3], PORTAL],
    "killed by name, and published anew": [*NUMBERED[:2], NUMBERED[3], notice(20, "Insurers in the yard")],
    "a guid used again": [
        OLD,
        NEW,
        replace(labelled("film-portal"), source=Source("p", "f", "html-page", at(20))),
    ],
    "a notice by slugline": [
        replace(FIRST, slugline="ROPE-FIRE"),
        replace(LEAD, slugline="ROPE-FIRE"),
        notice(20, "rope fire"),
        replace(PORTAL, body=FIRST.body),
    ],
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store, in which nothing stays."""
    made = fresh(tmp_path_factory.mktemp("orders") / "newsroom.db")
    yield made
    made.close()


def end(store: Store, articles: list[Article]) -> list[tuple[str, str]]:
    """Return headlines and texts that are public when all have come, and what is in quarantine; take all back."""
    shown: list[tuple[str, str]] = []
    with suppress(Undone), store.write():
        for article in articles:
            try:
                with store.attempt():
                    list(acceptance.accept(store, article, LATER, versioned=id(article) in NUMBERS))
            except Undecided:
                shown.append(("quarantine", article.guid))
        shown += [(a.headline or "", body_text(a.body)) for a in store.articles.newest(99)]
        raise Undone
    return sorted(shown)


@pytest.mark.parametrize("name", SETS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_order_ends_alike(empty: Store, name: str, data: st.DataObject) -> None:
    order = data.draw(st.permutations(SETS[name]))
    assert end(empty, order) == end(empty, SETS[name])
