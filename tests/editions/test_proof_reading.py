"""An edition is read before anyone sees it: a story at fault is left out, a document at fault stays unpublished."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree
from msgspec import structs

from syndication.model import Article, Feed
from syndication.model.article import Media, Rendition
from syndication.model.blocks import Paragraph
from syndication.model.brand import Partners, SmartNews
from syndication.render import FORMATS
from tests.desk import at, story
from tests.editions.conftest import SITE, PressRoom, by_feed

ALL = Feed(name="all", title="Everything", formats=("json",))
STRICT = Feed(name="partner", title="Partner", formats=("rss",), profile="newsbreak")
LOGOLESS = Feed(name="smart", title="Smart", formats=("rss",), profile="smartnews")
SHOWN = (
    Media(
        guid="urn:example:picture",
        kind="picture",
        renditions=(
            Rendition("https://esmer.example/a.jpg", "web", "image/jpeg", 1600, 900),
            Rendition("https://esmer.example/t.jpg", "thumbnail", "image/jpeg", 160, 90),
        ),
    ),
)


def test_a_story_at_fault_is_left_out_of_the_feed_that_forbids_it_alone(
    open_room: Callable[..., PressRoom],
) -> None:
    """NewsBreak takes no item without a body; everybody else reads the flash."""
    room = open_room(ALL, STRICT)
    flash = story(2, body=())
    printed = by_feed(room.arrive(story(1), flash))
    assert [i["title"] for i in json.loads(room.read("all.json"))["items"]] == [
        flash.headline,
        story(1).headline,
    ]
    assert (story(1).headline or "").encode() in room.read("partner.rss")
    assert (flash.headline or "").encode() not in room.read("partner.rss")
    assert printed["all"].faults == ()
    (reason,) = printed["partner"].faults
    assert "NB1" in reason.said
    assert reason.subject == f"story {flash.guid} in edition partner as rss"
    again = by_feed(room.refresh(at(9), everything=True))
    assert again["partner"].faults == printed["partner"].faults, "the status goes on to say so"
    assert again["partner"].written == 0
    whole = by_feed(room.arrive(story(2, version=2), now=at(10)))
    assert whole["partner"].faults == ()
    assert (flash.headline or "").encode() in room.read("partner.rss")


def test_a_profile_of_the_sites_own_has_the_rules_of_the_one_it_is_like(
    open_room: Callable[..., PressRoom],
) -> None:
    room = open_room(structs.replace(STRICT, profile="ours"))
    room.own_profiles = {"ours": {"like": "newsbreak", "min_body": 10}}
    (printed,) = room.arrive(story(1), story(2, body=())).printed
    (reason,) = printed.faults
    assert "NB1" in reason.said


def test_a_story_at_fault_is_on_no_page_of_the_archive_and_comes_back_by_none(
    open_room: Callable[..., PressRoom],
) -> None:
    """A page is made from the shelf, and fills it: what it would keep unread, the feed would print unread."""
    room = open_room(structs.replace(STRICT, limit=3))
    stories = [story(1), story(2), story(3, body=()), *(story(n) for n in range(4, 9))]
    for copy in stories:
        room.arrive(copy, now=at(20))
    room.refresh(at(21), everything=True)
    files = {name: room.read(name) for name in room.files() if name.endswith(".rss")}
    assert len(files) > 1, "there is an archive"
    assert any(b"number 8 " in data for data in files.values())
    assert not any(b"number 3 " in data for data in files.values())


def test_a_story_that_is_dated_ahead_is_no_fault_of_the_others(open_room: Callable[..., PressRoom]) -> None:
    """Else a single wrong date would take the news of two days out of the sitemap."""
    room = open_room(
        Feed(name="news", title="News", formats=("sitemap-news",), profile="google-news-sitemap")
    )
    now = at(60 * 24)
    (printed,) = room.arrive(
        story(1, created=now - timedelta(hours=3), updated=None),
        story(2, created=now + timedelta(days=3), updated=None),
        now=now,
    ).printed
    assert "number 1 " not in "".join(fault.subject for fault in printed.faults)
    assert b"number 1 " in room.read("news.sitemap-news.xml")


MSN = Feed(name="msn", title="Portal", formats=("rss",), profile="msn")


def ahead(number: int, minutes: float, **fields: object) -> Article:
    """Return a story whose wire dates it so many minutes after noon."""
    return story(number, created=at(minutes), updated=at(minutes), media=SHOWN, **fields)


def test_a_story_that_is_too_early_is_published_at_the_instant_from_which_it_is_sound(
    open_room: Callable[..., PressRoom],
) -> None:
    """MSN takes nothing that is dated ahead (MS3); no arrival has to come for its day to come."""
    room = open_room(MSN)
    (printed,) = room.arrive(
        story(1, media=SHOWN), ahead(2, 12), ahead(3, 180), ahead(4, 5), now=at(2)
    ).printed
    assert sorted(fault.story or "" for fault in printed.faults) == [story(n).guid for n in (2, 3, 4)]
    assert {fault.said[:4] for fault in printed.faults} == {"MS3:"}
    seen = [numbers(room, "msn.rss")]
    for minutes in (5, 12, 180):
        assert room.editions.next_due() == at(minutes)
        assert room.refresh(at(minutes - 0.001)).printed == ()
        (printed,) = room.refresh(at(minutes)).printed
        assert printed.written == 1
        assert (room.updated("msn") or at(0)) >= at(minutes), "the feed is not older than what it holds"
        seen.append(numbers(room, "msn.rss"))
    assert seen == [["1"], ["4", "1"], ["2", "4", "1"], ["3", "2", "4", "1"]]
    assert (printed.faults, room.editions.next_due()) == ((), at(1) + timedelta(days=365))


def test_a_story_that_stays_at_fault_keeps_nobody_awake(open_room: Callable[..., PressRoom]) -> None:
    """Its date is no longer ahead one day, its headline stays too short for ever."""
    room = open_room(structs.replace(MSN, profile="ours"))
    room.own_profiles = {"ours": {"like": "msn", "min_title": 15}}
    room.arrive(story(1, media=SHOWN), ahead(2, 12, headline="Too short"), now=at(2))
    assert numbers(room, "msn.rss") == ["1"]
    assert room.editions.next_due() == at(1) + timedelta(days=365)


def test_no_story_stops_the_feed_of_the_others_by_its_kind_or_the_region_of_its_language(
    open_room: Callable[..., PressRoom],
) -> None:
    """MSN takes one language and one kind in a feed (MS12): that of the feed, whatever else comes."""
    room = open_room(MSN)
    film = Media(
        guid="urn:film",
        kind="video",
        renditions=(Rendition("https://esmer.example/f.mp4", "web", "video/mp4", 1600, 900),),
    )
    shown = {"media": SHOWN}
    (printed,) = room.arrive(
        story(1, **shown),
        story(2, **shown, language="en-IN"),
        story(3, media=(film, *SHOWN)),
        story(4, media=(film,), body=()),
        story(5, **shown, language="hi"),
    ).printed
    assert (printed.failure, [fault.story for fault in printed.faults]) == (None, [story(4).guid])
    assert numbers(room, "msn.rss") == ["3", "2", "1"]


def test_a_story_of_a_date_that_nobody_believes_is_left_out(open_room: Callable[..., PressRoom]) -> None:
    """A wire that knows no time says 1970 (B07)."""
    room = open_room(ALL)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    (printed,) = room.arrive(story(1), story(2, created=epoch, updated=epoch)).printed
    (fault,) = printed.faults
    assert (fault.story, fault.said[:4]) == (story(2).guid, "B07:")
    assert story(2).guid.encode() not in room.read("all.json")
    assert story(1).guid.encode() in room.read("all.json")


@pytest.mark.parametrize("limit", ["max_item_bytes", "max_bytes"])
def test_a_story_that_is_too_large_is_told_and_no_other_suffers_for_it(
    open_room: Callable[..., PressRoom], limit: str
) -> None:
    """Neither is another story blamed in its place, nor do the older ones leave the feed to make room for it."""
    room = open_room(structs.replace(STRICT, profile="ours", formats=("rss", "json", "atom")))
    room.own_profiles = {"ours": {"like": "newsbreak", limit: 20_000}}
    large = (Paragraph("A keeper climbed the stair. " * 1_000),)
    (printed,) = room.arrive(story(1), story(2, body=()), story(3), story(4, body=large), story(5)).printed
    told = {(fault.story, fault.format): fault.said.partition(":")[0] for fault in printed.faults}
    assert told == {
        (story(2).guid, "rss"): "NB1",
        **{(story(4).guid, name): "B19" for name in ("rss", "json", "atom")},
    }
    assert titles(room, "partner.rss") == [story(n).headline for n in (5, 3, 1)]


def test_a_page_of_the_archive_gets_the_story_that_was_too_early_for_it(
    open_room: Callable[..., PressRoom],
) -> None:
    room = open_room(structs.replace(MSN, limit=3))
    room.arrive(*(story(n, media=SHOWN) for n in (1, 2)), ahead(3, 30), now=at(5))
    room.arrive(*(story(n, media=SHOWN) for n in (4, 5, 6, 7)), now=at(8))
    page = "msn.archive-1.rss"
    assert numbers(room, page) == ["2", "1"]
    others = {name: data for name, data in room.files().items() if page not in name}
    assert room.editions.next_due() == at(30)
    room.refresh(at(30))
    assert sorted(numbers(room, page)) == ["1", "2", "3"]
    assert "3" in numbers(room, "msn.rss")
    now = room.files()
    assert {name for name, data in others.items() if now[name] != data} == {"msn.rss", "msn.rss.gz"}


def titles(room: PressRoom, file: str) -> list[str | None]:
    """Return the headlines in an RSS file, in order."""
    return [title.text for title in etree.fromstring(room.read(file)).iterfind("channel/item/title")]


def numbers(room: PressRoom, file: str) -> list[str]:
    """Return the numbers of the stories in an RSS file, in order."""
    guids = etree.fromstring(room.read(file)).iterfind("channel/item/guid")
    return [(guid.text or "").rpartition(":")[2] for guid in guids]


def test_a_document_at_fault_keeps_the_last_edition(open_room: Callable[..., PressRoom]) -> None:
    """SmartNews demands logos that this site has not configured: its feed waits, the others go out."""
    room = open_room(ALL, LOGOLESS)
    printed = by_feed(room.arrive(story(1)))
    assert printed["all"].failure is None
    assert "SN2" in (printed["smart"].failure or "")
    assert "smart.rss" not in room.files()
    assert room.store.windows.pending().keys() == {"smart"}


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_must_go_goes_from_a_document_at_fault(open_room: Callable[..., PressRoom], status: str) -> None:
    """The logos were taken out of the configuration: that holds up news, but no kill."""
    logo = "https://esmer.example/logo.png"
    logos = Partners(smartnews=SmartNews(logo=logo, dark_mode_logo=logo))
    room = open_room(LOGOLESS)
    room.site = structs.replace(SITE, partners=logos)
    room.arrive(story(1, media=SHOWN), story(2, media=SHOWN))
    room.site = SITE
    assert "SN2" in (
        by_feed(room.arrive(story(3, media=SHOWN), story(2, version=2, headline="Out", media=SHOWN)))[
            "smart"
        ].failure
        or ""
    )
    kept = room.read("smart.rss")
    assert b"number 1 " in kept
    assert b"number 3 " not in kept
    assert b"Out" not in kept
    failure = by_feed(room.arrive(story(1, version=2, pub_status=status), now=at(9)))["smart"].failure
    assert "SN2" in (failure or "")
    assert b"number 1 " not in room.read("smart.rss")
    assert by_feed(room.refresh(at(10)))["smart"].written == 0


@pytest.mark.parametrize("name", FORMATS)
def test_a_feed_without_stories_is_published_in_every_format(
    open_room: Callable[..., PressRoom], name: str
) -> None:
    """Also where the standard has no word for it, as NewsML 1.2: else the last story would never leave."""
    room = open_room(structs.replace(ALL, formats=(name,)))
    file = f"all{FORMATS[name].extension}"
    room.refresh(at(0))
    assert not room.store.windows.pending()
    room.arrive(story(1))
    full = room.read(file)
    room.arrive(story(1, version=2, expires=at(5)), now=at(6))
    assert not room.store.windows.pending()
    assert len(room.read(file)) < len(full)
    assert b"ighthouse" not in room.read(file)


def test_files_that_were_taken_away_come_back_in_the_next_round(open_room: Callable[..., PressRoom]) -> None:
    room = open_room(ALL)
    room.arrive(story(1))
    before = room.read("all.json")
    for path in room.directory.iterdir():
        path.unlink()
    assert by_feed(room.refresh(at(5)))["all"].written == 1
    assert room.read("all.json") == before
