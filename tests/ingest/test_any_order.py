"""Any few deliveries of one story's life, drawn at random, end alike in every order of arrival.

What must be equal is what the public sees once all have come, and once every embargo has ended: headlines and texts.
Who was first keeps its guid, its address and its time of publication, so these are not compared; nor are version
numbers, of which the public is given one for each thing that it saw.

A wire that dates its copy may be received in any order and at any time, numbered or not. Without a
number of two versions of one date the one received later counts, and what is sent again keeps the date that it had
when it came first: neither is drawn. Where it does not date its copy the time of receipt stands
for the date, so the same deliveries received at other times are other deliveries; what must hold then is that
their reading knows no order (`READ_LATE`, without what is sent again: it is as old as the first of the two that is
read). Some ends know no times at all, and are drawn with copy that bears none
(`UNDATED`): takes, copies, kills by id, a lead and the one story of its name. Left out there is what only times can
tell: which of two leads or of two stories of one name is the newer, and whether a take is in a lead already.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from syndication.errors import Undecided
from syndication.ingest import acceptance
from syndication.ingest.turns import turn_one
from syndication.model import Article
from syndication.model.article import Link, Source
from syndication.model.blocks import Paragraph, body_text
from syndication.store import Store
from tests.desk import at, fresh, story
from tests.ingest.test_likeness import Undone
from tests.ingest.test_orders import HEAD, SAID

SLUG = "ROPE-FIRE"
NOW, LATER = at(56), at(600)
"""Some of the embargoes have ended, and all."""


def piece(name: str, number: int, minute: int, *signals: str, **fields: object) -> Article:
    """Return a piece about the fire, made so many minutes after noon and received a little later."""
    named: dict[str, object] = {
        "guid": f"urn:example:{name}",
        "headline": HEAD,
        "signals": signals,
        "body": (Paragraph(SAID[number]),),
        "source": Source("desk", name, "text", at(minute + 0.5)),
        "created": at(minute),
    }
    return story(1, **(named | fields))


def copied(name: str, number: int, minute: int, **fields: object) -> Article:
    """Return a portal's copy under a head of its own."""
    portal = Source("portal", name, "html-page", at(minute + 0.5))
    return piece(name, number, minute, source=portal, **({"headline": "All About The Fire"} | fields))


def notice(name: str, minute: int, **link: str) -> Article:
    """Return a kill notice."""
    named = (Link("previous", **link),)
    return piece(name, 1, minute, headline=None, body=(), pub_status="canceled", links=named)


def corrected(article: Article, minute: int, version: int = 2, **fields: object) -> Article:
    """Return a later version of a piece."""
    source = replace(article.source, received=at(minute + 0.5))
    return replace(article, version=version, updated=at(minute), **({"source": source} | fields))


LENTILS = (
    "Lentil prices in the market of Tavi were firm on Thursday, traders said, and onions fell by a third after the rains. "
    "Sellers expect wheat to follow within weeks, once carts can pass again."
)
FIRST = piece("first", 1, 1, slugline=SLUG)
SECOND, THIRD = piece("take-2", 2, 9, "take:2"), piece("take-3", 3, 17, "take:3")
LEAD = piece("lead", 4, 12, "lead")
OTHER = piece("other", 5, 5)
SENT_AGAIN_LATER = corrected(LEAD, 23, 3)
DATED = (
    FIRST,
    corrected(FIRST, 12, body=(Paragraph(SAID[3]),)),
    corrected(FIRST, 13, body=(Paragraph(SAID[4]),)),
    corrected(FIRST, 22, 3, headline=f"{HEAD}, in brief"),
    corrected(FIRST, 14, pub_status="canceled"),
    corrected(FIRST, 15, pub_status="withheld"),
    corrected(FIRST, 11, embargoed=at(60)),
    corrected(FIRST, 10, expires=at(40)),
    replace(FIRST, source=Source("desk", "again", "text", at(50))),
    replace(
        FIRST,
        headline="Lentils firm in Tavi",
        slugline=None,
        body=(Paragraph(LENTILS),),
        source=Source("desk", "reused", "text", at(33)),
        created=at(-40),
        updated=at(33),
    ),
    piece("correction", 1, 15, "correction", body=(Paragraph(SAID[1].replace("Ferro", "Ferrow")),)),
    SECOND,
    corrected(SECOND, 16, body=(Paragraph(f"{SAID[2]} All nine are well."),)),
    corrected(SECOND, 19, 3, pub_status="canceled"),
    THIRD,
    piece("take-3-held", 3, 17, "take:3", embargoed=at(70)),
    LEAD,
    corrected(LEAD, 21, pub_status="canceled"),
    SENT_AGAIN_LATER,
    piece("lead-2", 5, 24, "lead", "update"),
    piece("revision", 1, 18, body=(Paragraph(f"{SAID[1]} {SAID[2]}"),), embargoed=at(58)),
    OTHER,
    corrected(OTHER, 16, embargoed=at(50)),
    notice("kill-id", 20, guid=FIRST.guid),
    notice("kill-headline", 26, title=HEAD),
    notice("kill-slug", 27, title=SLUG),
    piece("substitute", 5, 29),
    copied("portal", 1, 30),
    copied("portal-held", 1, 31, embargoed=at(65)),
    copied("portal-of-lead", 4, 32),
    piece("agency-held", 1, 33, source=Source("mail", "held", "text", at(33)), embargoed=at(66)),
)
UNNUMBERED = tuple(
    replace(a, version=1, updated=a.updated or a.created) for a in DATED if a is not SENT_AGAIN_LATER
)
READ_LATE = tuple(replace(a, created=None, updated=None) for a in DATED if a.source.locator != "again")
UNDATED = tuple(
    replace(a, created=None, updated=None)
    for a in (
        FIRST,
        corrected(FIRST, 14, pub_status="canceled"),
        SECOND,
        THIRD,
        notice("kill-id", 20, guid=FIRST.guid),
        copied("portal", 1, 30),
        copied("portal-held", 1, 31, embargoed=at(65)),
        piece("agency-held", 1, 33, source=Source("mail", "held", "text", at(33)), embargoed=at(66)),
    )
)
WITH_A_LEAD = (
    *(a for a in UNDATED if not a.signals and a.pub_status == "usable"),
    replace(LEAD, created=None, updated=None),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store, in which nothing stays."""
    made = fresh(tmp_path_factory.mktemp("orders") / "newsroom.db")
    yield made
    made.close()


def end(store: Store, articles: Sequence[Article], *, numbered: bool = True) -> list[list[tuple[str, str]]]:
    """Return what is public when all have come, and when every embargo has ended; take all back."""
    shown: list[list[tuple[str, str]]] = []
    with suppress(Undone), store.write():
        for article in articles:
            with suppress(Undecided), store.attempt():
                list(acceptance.accept(store, article, NOW, versioned=numbered))
        shown.append(public(store))
        turned(store)
        shown.append(public(store))
        raise Undone
    return shown


def turned(store: Store) -> None:
    """Let every embargo end, inside the open transaction."""
    while due := store.articles.due(LATER, 99):
        for one in due:
            turn_one(store, one, LATER)


def public(store: Store) -> list[tuple[str, str]]:
    """Return headlines and texts of what is visible."""
    return sorted((a.headline or "", body_text(a.body)) for a in store.articles.newest(99))


def received(articles: Sequence[Article], begin: datetime) -> list[Article]:
    """Return these, each received in its place."""
    span = at(1) - at(0)
    return [
        replace(a, source=replace(a.source, received=begin + place * span))
        for place, a in enumerate(articles)
    ]


def two_orders(articles: Sequence[Article]) -> st.SearchStrategy[tuple[list[Article], list[Article]]]:
    """Draw a few deliveries in two orders."""
    few = st.lists(st.sampled_from(range(len(articles))), min_size=2, max_size=6, unique=True)
    return few.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))).map(
        lambda orders: ([articles[n] for n in orders[0]], [articles[n] for n in orders[1]])
    )


bounded = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@bounded
@given(orders=two_orders(DATED))
def test_dated_copy_ends_alike_whenever_it_is_received(
    empty: Store, orders: tuple[list[Article], list[Article]]
) -> None:
    one, other = (end(empty, received(order, at(100))) for order in orders)
    assert one == other


@bounded
@given(orders=two_orders(UNNUMBERED))
def test_dated_copy_without_numbers_ends_alike_whenever_it_is_received(
    empty: Store, orders: tuple[list[Article], list[Article]]
) -> None:
    one, other = (end(empty, received(order, at(100)), numbered=False) for order in orders)
    assert one == other


@bounded
@given(orders=two_orders(READ_LATE))
def test_copy_without_dates_ends_alike_in_whatever_order_it_is_read(
    empty: Store, orders: tuple[list[Article], list[Article]]
) -> None:
    one, other = (end(empty, order) for order in orders)
    assert one == other


@pytest.mark.parametrize("articles", [UNDATED, WITH_A_LEAD], ids=["takes", "a lead"])
@bounded
@given(data=st.data())
def test_what_needs_no_dates_ends_alike_whenever_it_is_received(
    empty: Store, articles: Sequence[Article], data: st.DataObject
) -> None:
    one, other = (end(empty, received(order, at(1))) for order in data.draw(two_orders(articles)))
    assert one == other
