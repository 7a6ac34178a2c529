"""A story that was published and is killed: gone from everything that the public can ask for, and told where it can be."""

import json
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from lxml import etree

from syndication.model import Article
from syndication.model.article import Link, Source, encode
from syndication.model.blocks import Paragraph
from syndication.model.identity import short_id
from syndication.render import FORMATS
from syndication.validate import validate
from syndication.xmlns import ATOM, NAR, TOMBSTONES
from tests.acceptance.newsroom import Newsroom, guids
from tests.acceptance.newsroom import story as copy
from tests.acceptance.public_face import ARCHIVED, all_formats, face, files, of_feeds, of_story
from tests.desk import story

WORDS = ("ferry", "kiln", "orchard", "tram", "quarry")
VICTIM = 1


def written(number: int, now: datetime, **fields: object) -> Article:
    """Return a story whose words are its own; all but the victim point to that as related."""
    word = WORDS[number]
    body = (
        Paragraph(f"The old {word} of Esmer was opened to {word} lovers after {number + 20} years of work."),
    )
    links = () if number == VICTIM else (Link("related", guid=story(VICTIM).guid, title="See this, too"),)
    return story(
        number,
        **{
            "headline": f"Visitors see {word}",
            "body": body,
            "links": links,
            "created": now - timedelta(minutes=number),
            "source": Source("desk", f"{number}", "article-json", now),
            **fields,
        },
    )


def publish(newsroom: Newsroom, now: datetime) -> None:
    """Have five stories published in every format, in two feeds and an archive."""
    all_formats(newsroom, ARCHIVED)
    newsroom.start()
    newsroom.drop("stories.jsonl", b"\n".join(encode(written(n, now)) for n in range(5)))
    newsroom.wait(lambda: b"quarry" in newsroom.get("/feeds/all.rss")[2])
    newsroom.wait(newsroom.settled)


def notice(now: datetime) -> bytes:
    """Return a kill notice that names the victim by its headline."""
    named = (Link("previous", title=f"Visitors see {WORDS[VICTIM]}"),)
    return encode(
        written(4, now, guid="urn:example:notice", headline=None, body=(), links=named, pub_status="canceled")
    )


def version(now: datetime) -> bytes:
    """Return the next version of the victim, which is no more."""
    return encode(written(VICTIM, now, version=2, pub_status="canceled", updated=now))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("order", [version, notice], ids=["version", "notice"])
def test_a_killed_story_is_absent_from_everything_and_told_of_where_it_can_be(
    newsroom: Newsroom, order: object
) -> None:
    begun = datetime.now(UTC).replace(microsecond=0)
    guid, word = story(VICTIM).guid, WORDS[VICTIM].encode()
    publish(newsroom, begun)
    page = next(i["url"] for i in json.loads(newsroom.get("/feeds/all.json")[2])["items"] if i["id"] == guid)
    path = page.split(str(newsroom.port))[1]
    assert newsroom.get(path)[0] == 200
    beside = f"/articles/{short_id(story(2).guid)}/visitors-see-orchard"
    assert path.encode() in newsroom.get(beside)[2], "the page beside leads to it"
    every = [a for a in ("/", *of_feeds(newsroom), *of_story(newsroom, guid)) if newsroom.get(a)[0] == 200]
    assert len([a for a in every if word in newsroom.get(a)[2]]) > 15
    newsroom.drop("kill.jsonl", order(datetime.now(UTC)))  # type: ignore[operator]  # one of the two above
    newsroom.wait(lambda: not [a for a in ("/", *of_feeds(newsroom)) if _shows(newsroom, a, word)])
    newsroom.wait(newsroom.settled)
    shown = face(newsroom, [guid, story(2).guid])
    assert not [address for address, (_, _, body) in shown.items() if word in body]
    assert not [name for name, (_, data) in files(newsroom).items() if word in data]
    assert {newsroom.get(a)[0] for a in of_story(newsroom, guid) if "oembed" not in a} == {410}
    assert {newsroom.get(a)[0] for a in of_story(newsroom, guid) if "oembed" in a} == {404}
    status, headers, body = newsroom.get(path)
    assert (status, headers["content-type"]) == (410, "text/html; charset=utf-8")
    assert b"has been withdrawn" in body
    assert b"noindex" in body
    assert path.encode() not in newsroom.get(beside)[2]
    _told(newsroom, guid, begun)
    for name, form in FORMATS.items():
        document = newsroom.get(f"/feeds/{'fresh' if name == 'sitemap-news' else 'all'}{form.extension}")[2]
        found = validate(document, None, datetime.now(UTC), form.media_type)
        assert [f for f in found if f.level == "error"] == [], name
    assert newsroom.stop() == 0
    newsroom.start()
    newsroom.wait(newsroom.settled)
    again = face(newsroom, [guid, story(2).guid])
    changed = {
        address: (shown[address], answer) for address, answer in again.items() if answer != shown[address]
    }
    assert not changed, "a restart brings nothing back"


def _shows(newsroom: Newsroom, address: str, word: bytes) -> bool:
    return word in newsroom.get(address)[2]


def _told(newsroom: Newsroom, guid: str, begun: datetime) -> None:
    """Check what each format says of the kill."""
    atom = etree.fromstring(newsroom.get("/feeds/all.atom")[2])
    (tombstone,) = atom.iter(f"{{{TOMBSTONES}}}deleted-entry")
    assert tombstone.get("ref") == guid
    assert begun <= datetime.fromisoformat(str(tombstone.get("when"))) <= datetime.now(UTC)
    assert guid not in {e.text for e in atom.iter(f"{{{ATOM}}}id")}
    for name in ("newsml-g2", "nitf"):
        tree = etree.fromstring(newsroom.get(f"/feeds/all.{name}.xml")[2])
        (item,) = (i for i in tree.iter(f"{{{NAR}}}newsItem") if i.get("guid") == guid)
        assert [e.get("qcode") for e in item.iter(f"{{{NAR}}}pubStatus")] == ["stat:canceled"]
        assert item.get("version") == "2"
    newsml = etree.fromstring(newsroom.get("/feeds/all.newsml.xml")[2])
    states = [e.get("FormalName") for e in newsml.iter("Status")]
    assert sorted(map(str, states)) == ["Canceled", *["Usable"] * 4]
    ninjs = json.loads(newsroom.get("/feeds/all.ninjs.json")[2])["associations"]
    assert {a["uri"] for a in ninjs if a["pubStatus"] == "canceled"} == {guid}
    assert guid not in {i["id"] for i in json.loads(newsroom.get("/feeds/all.json")[2])["items"]}
    assert guid not in {e.text for e in etree.fromstring(newsroom.get("/feeds/all.rss")[2]).iter("guid")}


def test_agency_copy_is_killed_by_agency_copy(newsroom: Newsroom) -> None:
    """As desks write it: the notice names the headline; the substitute that follows is a story of its own."""
    newsroom.start()
    for mark in ("first", "second"):
        newsroom.drop(f"{mark}.txt", copy(mark))
    newsroom.wait(lambda: len(guids(newsroom.get("/feeds/all.json")[2])) == 2)
    newsroom.wait(newsroom.settled)
    page = next(
        i["url"] for i in json.loads(newsroom.get("/feeds/world.json")[2])["items"] if "first" in i["title"]
    )
    newsroom.drop(
        "kill.txt",
        'KILL NOTICE\n\nEditors, please kill the story headlined "Ferry first returns to the bay" moved on Nov 24. '
        "A substitute will follow.\n\n--IANS\nint/sd\n",
    )
    newsroom.wait(lambda: newsroom.get(page.split(str(newsroom.port))[1])[0] == 410)
    newsroom.wait(newsroom.settled)
    for name, (_, data) in files(newsroom).items():
        assert b"Ferry first" not in data, name
        assert b"substitute" not in data, name
    newsroom.drop("again.txt", copy("first"))
    newsroom.drop("third.txt", copy("third"))
    newsroom.wait(lambda: b"Ferry third" in newsroom.get("/feeds/all.rss")[2])
    newsroom.wait(newsroom.settled)
    assert b"Ferry first" not in newsroom.get("/feeds/all.rss")[2], "what is killed stays killed"
    assert "a kill notice names it" in newsroom.command("story", "Ferry first returns")


def test_what_tells_of_a_kill_goes_after_thirty_days(newsroom: Newsroom) -> None:
    """By the clock alone; what is published then is what it would be had the story never been."""
    all_formats(newsroom)
    start = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
    newsroom.drop("stories.jsonl", b"\n".join(encode(written(n, start)) for n in range(3)))
    newsroom.command("run", "--once", "--now", start.isoformat())
    newsroom.drop("kill.jsonl", version(start + timedelta(hours=1)))
    newsroom.command("run", "--once", "--now", (start + timedelta(hours=1)).isoformat())
    end = start + timedelta(days=30, hours=1)
    guid = story(VICTIM).guid.encode()
    telling = {"all.atom", "all.newsml-g2.xml", "all.nitf.xml", "all.ninjs.json", "all.newsml.xml"}
    newsroom.command("run", "--once", "--now", (end - timedelta(seconds=1)).isoformat())
    held = {name for name, (_, data) in files(newsroom).items() if guid in data or b"Canceled" in data}
    assert held == telling
    newsroom.command("run", "--once", "--now", end.isoformat())
    held = {name for name, (_, data) in files(newsroom).items() if guid in data or b"Canceled" in data}
    assert held == set()
    before = files(newsroom)
    newsroom.command("build", "--all", "--now", (end + timedelta(days=1)).isoformat())
    assert files(newsroom) == before


def test_a_withheld_story_leaves_as_if_it_had_not_been(newsroom: Newsroom) -> None:
    """No tombstone, no status, nothing: only that the feed changed."""
    all_formats(newsroom)
    start = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
    newsroom.drop("stories.jsonl", b"\n".join(encode(written(n, start)) for n in range(3)))
    newsroom.command("run", "--once", "--now", start.isoformat())
    held_back = msgspec.structs.replace(written(VICTIM, start), version=2, pub_status="withheld")
    newsroom.drop("held.jsonl", encode(held_back))
    newsroom.command("run", "--once", "--now", (start + timedelta(hours=1)).isoformat())
    for name, (_, data) in files(newsroom).items():
        assert WORDS[VICTIM].encode() not in data, name
        assert story(VICTIM).guid.encode() not in data, name
        assert b"ithheld" not in data, name
