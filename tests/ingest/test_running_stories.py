"""Takes, leads, copies and guids used again: one story for the reader, whatever the order of arrival."""

from datetime import datetime
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from syndication.errors import UnknownName
from syndication.ingest import apart, ingest, retry, together, turn
from syndication.model import Article
from syndication.model.article import Link, Source
from syndication.model.blocks import Paragraph
from syndication.store import Store
from tests.desk import accept, at, delivery, fresh, kinds, raw, story
from tests.ingest.test_likeness import labelled

replace = msgspec.structs.replace
HEAD = "Fire in the rope works of Velmora"


def take(number: int, minutes: float, *signals: str, **fields: object) -> Article:
    """Return a piece of the running story, under a guid of its own."""
    named: dict[str, object] = {
        "headline": HEAD,
        "signals": signals,
        "body": (
            Paragraph(f"Part {number} tells what the night watch of the rope works saw at hour {number}."),
        ),
        "source": Source("desk", f"{number}.txt", "text", at(minutes)),
    }
    return story(number, **(named | fields))


def public(store: Store) -> list[tuple[str | None, list[str]]]:
    """Return headlines and texts of what is visible, newest first."""
    return [
        (a.headline, [b.text for b in a.body if isinstance(b, Paragraph)]) for a in store.articles.newest(9)
    ]


def decisions(store: Store, guid: str) -> list[tuple[str, str]]:
    """Return what was decided about a story, with the reasons."""
    found = store.articles.current(guid)
    assert found is not None
    return [(d.what, d.reason) for d in store.history.decisions(found.row)]


FIRST, SECOND, THIRD = take(1, 1), take(2, 9, "take:2"), take(3, 17, "take:3")


def test_takes_follow_in_order_whatever_the_order_of_arrival(tmp_path: Path) -> None:
    expected = [(HEAD, [b.text for a in (FIRST, SECOND, THIRD) for b in a.body if isinstance(b, Paragraph)])]
    for number, order in enumerate(permutations((FIRST, SECOND, THIRD))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(20))
        assert public(store) == expected
        (shown,) = store.articles.newest(9)
        assert shown.guid == FIRST.guid
        assert shown.updated == at(17)
        store.close()


def test_a_take_waits_for_its_story_and_is_seen_by_nobody(store: Store) -> None:
    outcomes = accept(store, [SECOND, take(7, 2, headline="Another fire")], at(10))
    assert [o.stories[0].decision for o in outcomes] == ["waits", "new"]
    assert [head for head, _ in public(store)] == ["Another fire"]
    assert decisions(store, SECOND.guid) == [("waits", "take 2 came before the story that it continues")]


def test_a_take_that_fits_two_stories_waits_and_is_laid_before_an_editor(store: Store) -> None:
    accept(store, [FIRST, take(4, 3)], at(5))
    (outcome,) = accept(store, [SECOND], at(10))
    assert outcome.reason == f"take 2 fits several stories: {FIRST.guid}, {take(4, 3).guid}"
    assert outcome.number is not None
    assert decisions(store, SECOND.guid) == [("waits", outcome.reason)]
    assert len(public(store)) == 2
    assert [s.decision for s in retry(store, outcome.number, {}, at(11)).stories] == ["repeated"]
    assert store.quarantine.count() == 0
    with store.write():
        apart(store, SECOND.guid, at(12))
    assert len(public(store)) == 3


LEADS = (
    take(1, 1),
    take(2, 30, "lead", headline=f"{HEAD}, two hurt"),
    take(3, 60, "lead", headline=f"{HEAD}, two hurt"),
)


def test_a_lead_replaces_and_the_guid_stays(store: Store) -> None:
    same = take(2, 30, "lead")
    outcomes = accept(store, [FIRST, same], at(31))
    assert outcomes[1].stories[0].decision == "lead"
    (shown,) = store.articles.newest(9)
    assert (shown.guid, shown.version, shown.body) == (FIRST.guid, 2, same.body)
    assert (shown.created, shown.updated) == (at(1), at(30))
    assert [kind for kind, _ in kinds(store)] == ["new", "update"]
    assert decisions(store, FIRST.guid) == [("joined", f"lead {same.guid}: marked lead")]


def test_leads_and_their_story_end_alike_in_every_order(tmp_path: Path) -> None:
    texts = [
        "The rope works of Velmora burned on Saturday night and the night watch called for help at once, said its keeper.",
        "Two were hurt.",
        "The rope works of Velmora burned on Saturday night and the night watch called for help at once, said its owner.",
    ]
    first = take(1, 1, body=tuple(map(Paragraph, (texts[0] + " " + texts[0].replace("Velmora", "the bay"),))))
    lead = take(2, 30, "lead", body=(*first.body, Paragraph(texts[1])))
    second = take(3, 60, "lead", body=(*first.body, Paragraph(texts[1]), Paragraph(texts[2])))
    for number, order in enumerate(permutations((first, lead, second))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(70))
        ((headline, shown),) = public(store)
        assert (headline, shown) == (HEAD, [b.text for b in second.body if isinstance(b, Paragraph)])
        store.close()


def test_a_take_older_than_the_lead_is_in_it_already(store: Store) -> None:
    accept(store, [FIRST, SECOND, take(5, 40, "lead"), take(6, 50, "take:3")], at(60))
    ((_, said),) = public(store)
    assert [text.split()[1] for text in said] == ["5", "6"]


def test_a_lead_that_fits_two_stories_is_published_by_itself(store: Store) -> None:
    accept(store, [FIRST, take(4, 3), take(5, 40, "lead")], at(60))
    assert len(public(store)) == 3
    assert decisions(store, take(5, 40).guid)[0][1].startswith("it may replace any of ")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"provider": "Another Wire"}, id="another agency"),
        pytest.param({"headline": "Flood in the rope works"}, id="another name"),
        pytest.param({"source": Source("d", "x", "text", at(3000))}, id="days later"),
    ],
)
def test_a_lead_of_something_else_stays_by_itself(store: Store, other: dict[str, object]) -> None:
    accept(store, [FIRST, take(2, 30, "lead", **other)], at(3001))
    assert FIRST.body in [a.body for a in store.articles.newest(9)]
    assert len(store.articles.newest(9)) == 2


KILLS = story(
    99,
    headline=None,
    pub_status="canceled",
    links=(Link("previous", title=HEAD),),
    source=Source("desk", "kill.txt", "text", at(30)),
)


def test_a_killed_part_takes_what_it_must(store: Store) -> None:
    accept(store, [FIRST, SECOND, THIRD], at(20))
    accept(store, [replace(SECOND, version=2, pub_status="canceled")], at(21))
    ((_, said),) = public(store)
    assert [text.split()[1] for text in said] == ["1", "3"]
    accept(
        store, [take(8, 25, "lead"), replace(take(8, 26, "lead"), version=2, pub_status="canceled")], at(27)
    )
    assert public(store) == []
    assert kinds(store)[-1][0] == "kill"


def test_the_time_of_a_story_never_goes_back(store: Store) -> None:
    """Who compares times must see that the newest part is gone, and takes again what he was told to delete."""
    accept(store, [FIRST, SECOND, THIRD], at(20))
    times = [store.articles.newest(1)[0].modified]
    accept(store, [replace(THIRD, version=2, pub_status="canceled", updated=at(18))], at(21))
    times.append(store.articles.newest(1)[0].modified)
    accept(store, [KILLS], at(30))
    current = store.articles.current(FIRST.guid)
    assert current is not None
    assert current.article.pub_status == "canceled"
    times.append(current.article.modified)
    with store.write():
        apart(store, FIRST.guid, at(40))
    times.append(store.articles.newest(1)[0].modified)
    assert times == [at(17), at(21), at(30), at(40)]
    accept(store, [SECOND, THIRD], at(50))
    assert store.articles.newest(1)[0].modified == at(40)


def test_a_story_is_brought_back_with_all_that_is_in_it(store: Store) -> None:
    """The notice bears the name of each part; what comes late of it does not kill the story again."""
    accept(store, [FIRST, SECOND, KILLS], at(30))
    with store.write():
        apart(store, FIRST.guid, at(40))
    ((_, said),) = public(store)
    assert [text.split()[1] for text in said] == ["1", "2"]
    accept(store, [THIRD], at(50))
    ((_, said),) = public(store)
    assert [text.split()[1] for text in said] == ["1", "2", "3"]


# Copies.


def near(name: str, minutes: float, **fields: object) -> Article:
    """Return a labelled story as received then."""
    article = labelled(name)
    source = replace(article.source, received=at(minutes))
    return replace(article, **({"guid": f"urn:example:{name}", "source": source} | fields))


AGENCY, PORTAL, PTI = near("bridge-ians", 1), near("bridge-portal", 30), near("bridge-pti", 2)


def test_the_portal_s_copy_stands_behind_the_agency_s_and_the_other_agency_does_not(store: Store) -> None:
    outcomes = accept(store, [AGENCY, PORTAL, PTI], at(31))
    assert [o.stories[0].decision for o in outcomes] == ["new", "duplicate", "new"]
    assert {a.guid for a in store.articles.newest(9)} == {AGENCY.guid, PTI.guid}
    assert len(kinds(store)) == 2
    what, reason = decisions(store, PORTAL.guid)[0]
    assert (what, reason) == ("duplicate", "100% of its text is there already")


def test_whichever_came_first_is_published_once(tmp_path: Path) -> None:
    for number, order in enumerate(permutations((AGENCY, PORTAL, near("bridge-unsigned", 50)))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(60))
        assert [a.guid for a in store.articles.newest(9)] == [order[0].guid]
        store.close()


def test_a_correction_of_the_agency_reaches_the_reader_of_the_portal_s_copy(store: Store) -> None:
    accept(store, [PORTAL, AGENCY], at(31))
    corrected = replace(near("bridge-corrected", 40), guid=AGENCY.guid, version=2)
    accept(store, [corrected], at(41))
    (shown,) = store.articles.newest(9)
    assert shown.guid == PORTAL.guid
    assert shown.body == corrected.body
    assert kinds(store)[-1] == ("update", at(41))


def test_a_kill_of_either_copy_takes_both(tmp_path: Path) -> None:
    for number, killed in enumerate((AGENCY, PORTAL)):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, [AGENCY, PORTAL, replace(killed, version=2, pub_status="canceled")], at(50))
        assert store.articles.newest(9) == []
        accept(store, [near("bridge-unsigned", 55)], at(56))
        assert store.articles.newest(9) == []
        store.close()


def test_a_story_is_brought_back_with_its_copies(store: Store) -> None:
    heads = (AGENCY.headline, PORTAL.headline)
    links = tuple(Link("previous", title=head) for head in heads)
    notice = story(99, provider=AGENCY.provider, headline=None, pub_status="canceled", links=links, body=())
    notice = replace(notice, source=Source("desk", "kill.txt", "text", at(60)))
    accept(store, [AGENCY, PORTAL, notice], at(60))
    assert public(store) == []
    with store.write():
        apart(store, AGENCY.guid, at(70))
    assert [a.guid for a in store.articles.newest(9)] == [AGENCY.guid]
    accept(store, [near("bridge-unsigned", 55)], at(80))
    assert [a.guid for a in store.articles.newest(9)] == [AGENCY.guid]


def test_an_embargo_holds_the_copy_that_broke_it(store: Store) -> None:
    accept(store, [replace(AGENCY, embargoed=at(100)), PORTAL], at(31))
    assert store.articles.newest(9) == []
    assert kinds(store) == []


def test_what_was_taken_for_a_copy_can_be_taken_apart_and_back(store: Store) -> None:
    accept(store, [AGENCY, PORTAL], at(31))
    with store.write():
        apart(store, PORTAL.guid, at(40))
    assert {a.guid for a in store.articles.newest(9)} == {AGENCY.guid, PORTAL.guid}
    assert kinds(store)[-1] == ("new", at(40))
    assert decisions(store, PORTAL.guid)[-1] == ("apart", "by command")
    with store.write():
        together(store, PORTAL.guid, AGENCY.guid, at(50))
    assert [a.guid for a in store.articles.newest(9)] == [AGENCY.guid]
    assert kinds(store)[-1] == ("expire", at(50))
    accept(store, [replace(PORTAL, headline="Another head", version=2)], at(60))
    (shown,) = store.articles.newest(9)
    assert (shown.guid, shown.headline) == (AGENCY.guid, AGENCY.headline), (
        "a portal's head is none of the agency's"
    )
    accept(store, [replace(AGENCY, headline="Another head", version=2)], at(70))
    (shown,) = store.articles.newest(9)
    assert (shown.guid, shown.headline) == (AGENCY.guid, "Another head")


def test_what_was_taken_apart_stays_apart_whatever_comes_again(store: Store) -> None:
    accept(store, [AGENCY, PORTAL], at(31))
    with store.write():
        apart(store, PORTAL.guid, at(40))
    again = replace(PORTAL, source=Source("mail", "again", "text", at(45)))
    newer = replace(
        PORTAL, headline="Another head", version=2, source=Source("mail", "newer", "text", at(46))
    )
    bridging = near("bridge-inbox", 50)
    accept(store, [again, newer, bridging], at(60))
    assert {a.guid for a in store.articles.newest(9)} == {AGENCY.guid, PORTAL.guid}
    with store.write():
        together(store, PORTAL.guid, AGENCY.guid, at(70))
    accept(store, [replace(newer, version=3, headline="A third head")], at(71))
    assert {a.guid for a in store.articles.newest(9)} == {AGENCY.guid}


def test_what_was_put_together_by_command_stays_so(store: Store) -> None:
    accept(store, [AGENCY, PTI], at(31))
    with store.write():
        together(store, PTI.guid, AGENCY.guid, at(40))
    accept(store, [PTI, replace(PTI, version=2, headline="Another head")], at(60))
    assert [(a.guid, a.headline) for a in store.articles.newest(9)] == [(AGENCY.guid, "Another head")]
    assert ("duplicate", "by command") in decisions(store, PTI.guid)


def test_a_story_that_took_its_copies_along_can_be_taken_apart(store: Store) -> None:
    noon, evening = near("bullion-noon", 1), near("bullion-evening-portal", 400)
    marked = near("bullion-evening-marked", 365)
    accept(
        store,
        [noon, evening, near("bullion-evening", 360, source=Source("inbox", "x", "text", at(360))), marked],
        at(401),
    )
    (shown,) = store.articles.newest(9)
    assert (shown.guid, shown.body) == (noon.guid, marked.body)
    with store.write():
        apart(store, evening.guid, at(410))
    assert {a.guid for a in store.articles.newest(9)} == {noon.guid, evening.guid}
    (alone,) = [a for a in store.articles.newest(9) if a.guid == evening.guid]
    assert (alone.headline, alone.body) == (evening.headline, evening.body)


def test_apart_undoes_what_a_lead_did(store: Store) -> None:
    accept(store, [FIRST, take(2, 30, "lead")], at(31))
    with store.write():
        apart(store, take(2, 30).guid, at(40))
    assert [a.body for a in store.articles.newest(9)] == [take(2, 30).body, FIRST.body]
    (found,) = [a for a in store.articles.newest(9) if a.guid == FIRST.guid]
    assert found.version == 3, "a version only rises"


@pytest.mark.parametrize("guid", [FIRST.guid, "urn:none"])
def test_what_stands_alone_cannot_be_taken_apart(store: Store, guid: str) -> None:
    accept(store, [FIRST])
    with store.write(), pytest.raises(UnknownName, match="stands in no other story"):
        apart(store, guid, at(9))


@pytest.mark.parametrize(
    ("guid", "other", "said"),
    [("urn:none", FIRST.guid, "is no story"), (FIRST.guid, FIRST.guid, "is no other story")],
)
def test_what_cannot_be_put_together(store: Store, guid: str, other: str, said: str) -> None:
    accept(store, [FIRST])
    with store.write(), pytest.raises(UnknownName, match=said):
        together(store, guid, other, at(9))


def test_stories_on_one_event_are_related(store: Store) -> None:
    sidebar = near("bridge-sidebar", 20)
    accept(store, [AGENCY, sidebar], at(31))
    rows = {a.guid: store.articles.current(a.guid) for a in (AGENCY, sidebar)}
    one, other = (found.row for found in rows.values() if found)
    assert (store.kinship.related(one), store.kinship.related(other)) == ([other], [one])


# Embargoes.

HELD = take(2, 9, "take:2", embargoed=at(100))


def test_a_take_under_embargo_is_appended_at_its_instant_in_every_order(tmp_path: Path) -> None:
    for number, order in enumerate(permutations((FIRST, HELD, THIRD))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(20))
        ((_, said),) = public(store)
        assert [text.split()[1] for text in said] == ["1", "3"]
        before = kinds(store)
        assert store.articles.next_turn() == at(100)
        assert turn(store, at(99)) == 0
        turn(store, at(130))
        ((_, said),) = public(store)
        assert [text.split()[1] for text in said] == ["1", "2", "3"]
        assert kinds(store) == [*before, ("update", at(100))]
        assert store.articles.next_turn() is None
        (shown,) = store.articles.newest(9)
        assert (shown.created, shown.updated) == (FIRST.source.received, at(100))
        store.close()


def test_what_is_under_embargo_leaves_no_trace(tmp_path: Path) -> None:
    lead = take(4, 12, "lead", embargoed=at(90))
    shown = []
    for number, arrivals in enumerate(([FIRST, THIRD], [FIRST, HELD, lead, THIRD])):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, arrivals, at(20))
        shown.append([replace(a, version=1) for a in store.articles.newest(9)])
        assert [kind for kind, _ in kinds(store)] == ["new", "update"]
        store.close()
    assert shown[0] == shown[1]


def test_a_take_that_was_public_stays_when_the_clock_is_set_back(store: Store) -> None:
    accept(store, [FIRST, HELD], at(101))
    accept(store, [THIRD], at(50))
    ((_, said),) = public(store)
    assert [text.split()[1] for text in said] == ["1", "2", "3"]
    accept(store, [replace(HELD, version=2, embargoed=at(110))], at(51))
    ((_, said),) = public(store)
    assert [text.split()[1] for text in said] == ["1", "3"]


def test_a_lead_under_embargo_replaces_its_story_at_its_instant(store: Store) -> None:
    lead = take(4, 12, "lead", embargoed=at(90))
    accept(store, [lead, FIRST], at(20))
    assert [a.body for a in store.articles.newest(9)] == [FIRST.body]
    turn(store, at(90))
    assert [a.body for a in store.articles.newest(9)] == [lead.body]


PORTAL_HELD = replace(PORTAL, embargoed=at(100))
BROKEN = near("bridge-ians", 40, guid="urn:example:mail", embargoed=at(100))


@pytest.mark.parametrize(
    ("arrivals", "early", "late"),
    [
        pytest.param((replace(AGENCY, embargoed=at(100)), PORTAL), 0, 1, id="broken by a portal"),
        pytest.param((replace(AGENCY, embargoed=at(20_000)), PORTAL), 0, 0, id="broken by two weeks"),
        pytest.param((AGENCY, PORTAL_HELD), 1, 1, id="the portal's is not the agency's"),
        pytest.param((AGENCY, BROKEN), 0, 1, id="the agency's own, free and held"),
        pytest.param((AGENCY, BROKEN, PORTAL), 0, 1, id="the agency's own, and a portal's"),
    ],
)
def test_of_the_same_words_the_strictest_embargo_of_the_best_hand_counts_in_every_order(
    tmp_path: Path, arrivals: tuple[Article, ...], early: int, late: int
) -> None:
    for number, order in enumerate(permutations(arrivals)):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(50))
        assert len(store.articles.newest(9)) == early
        turn(store, at(100))
        assert len(store.articles.newest(9)) == late
        store.close()


# A wire's own new versions of a story that others joined.


def test_the_wire_s_next_version_and_a_take_are_both_there_in_every_order(tmp_path: Path) -> None:
    newer = replace(FIRST, version=2, body=(Paragraph("Part 1 tells it better."),), updated=at(12))
    for number, order in enumerate(permutations((FIRST, newer, SECOND))):
        store = fresh(tmp_path / f"{number}.db")
        accept(store, order, at(20))
        ((_, said),) = public(store)
        assert [text.split()[1] for text in said] == ["1", "2"]
        assert said[0].endswith("better.")
        store.close()


# Guids used again (D-09).


def test_a_guid_of_years_ago_with_another_story_is_a_new_story(store: Store) -> None:
    old = replace(
        labelled("film"),
        guid="tag:wire.example,2026:id:77",
        created=datetime.fromisoformat("2017-05-01T00:00Z"),
    )
    new = replace(labelled("market-monday"), guid=old.guid)
    accept(store, [old], at(1))
    accept(store, [new], at(2))
    shown = store.articles.newest(9)
    assert {a.headline for a in shown} == {old.headline, new.headline}
    assert len({a.guid for a in shown}) == 2
    corrected = replace(new, version=2, headline="Esmer index ends higher")
    accept(store, [corrected], at(3))
    assert {a.headline for a in store.articles.newest(9)} == {old.headline, corrected.headline}
    accept(store, [replace(new, version=3, body=(), pub_status="canceled")], at(4))
    assert [a.headline for a in store.articles.newest(9)] == [old.headline]


# Older copy without a number.


def test_older_copy_without_a_number_does_not_undo_a_correction(store: Store) -> None:
    head = b"Ferry returns to Port Esmer\n\nPort Esmer, March 14 (IANS) "
    opening = (
        b"The ferry came back on Saturday after three days on the far shore, and all of those on board were well. "
        * 4
    )
    early, late = (
        raw(head + opening + end, at(m)) for m, end in ((1, b"\n\nIt was red."), (5, b"\n\nIt was blue."))
    )
    assert [ingest(store, [d], d.received)[0].stories[0].decision for d in (late, early)] == ["new", "late"]
    assert b"blue" in delivery(store.articles.newest(1)[0]).data


# Kill notices that fit several stories.


def test_a_notice_that_fits_two_stories_kills_both_in_every_order_and_says_so(tmp_path: Path) -> None:
    other = take(4, 3)
    notice = story(
        9, pub_status="canceled", body=(), headline=None, links=(Link("previous", title=HEAD),), created=at(9)
    )
    for number, order in enumerate(permutations((FIRST, other, notice))):
        store = fresh(tmp_path / f"{number}.db")
        outcomes = dict(zip((a.guid for a in order), accept(store, order, at(9)), strict=True))
        assert public(store) == []
        killed = ("kill", f"a kill notice names it: {notice.guid}")
        assert all(killed in decisions(store, a.guid) for a in (FIRST, other))
        if order[2] is notice:
            reason = f"its names fit several stories: {FIRST.guid}, {other.guid}"
            assert outcomes[notice.guid].reason == reason
        store.close()


def test_a_story_that_a_notice_did_not_mean_is_brought_back_by_command(store: Store) -> None:
    other = take(4, 3)
    notice = story(9, pub_status="canceled", body=(), links=(Link("previous", title=HEAD),), created=at(9))
    accept(store, [FIRST, other, notice], at(9))
    with store.write():
        apart(store, other.guid, at(12))
    assert [a.guid for a in store.articles.newest(9)] == [other.guid]
    accept(store, [take(5, 3.5, headline="Another fire"), replace(other, version=2, urgency=1)], at(13))
    assert other.guid in {a.guid for a in store.articles.newest(9)}, "whatever comes later does not undo it"
    assert FIRST.guid not in {a.guid for a in store.articles.newest(9)}


def test_of_two_names_both_are_told_which_story_is_meant(store: Store) -> None:
    by_slug = story(
        9,
        pub_status="canceled",
        body=(),
        links=(Link("previous", title=HEAD), Link("previous", title="ROPE-FIRE")),
        created=at(9),
    )
    slugged = take(6, 5, slugline="ROPE-FIRE")
    accept(store, [FIRST, take(5, 4, slugline="Rope-Fire", headline="Other"), slugged], at(9))
    assert accept(store, [by_slug], at(10))[0].reason is None
    assert {a.guid for a in store.articles.newest(9)} == {FIRST.guid, take(5, 4).guid}


def test_a_notice_by_slugline_kills_the_running_story_whole(store: Store) -> None:
    first = replace(FIRST, slugline="Rope-Fire")
    accept(store, [first, SECOND, take(5, 40, "lead")], at(41))
    accept(
        store,
        [
            story(
                9,
                pub_status="canceled",
                headline=None,
                body=(),
                links=(Link("previous", title="rope fire"),),
                source=Source("d", "k", "text", at(50)),
            )
        ],
        at(50),
    )
    assert public(store) == []
    assert ("kill", "a kill notice names it: urn:example:story:9") in decisions(store, FIRST.guid)
