"""Faults that other publishers' feeds were reported for: ids that change, times that lie, the wrong end of the feed.

Each is tried on the real store and the real files, in every format there is.
"""

import json
import random
import re
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from syndication.model import Article
from syndication.model.article import Source, Subject, encode
from syndication.model.blocks import Paragraph
from syndication.model.identity import short_id
from syndication.render import FORMATS
from syndication.xmlns import ATOM
from tests.acceptance.newsroom import Newsroom
from tests.acceptance.public_face import all_formats, files
from tests.desk import story
from tests.reading import read

START = datetime(2026, 11, 20, 8, 49, tzinfo=UTC)
WORDS = "anchor barley copper dune ember fjord gravel harvest iron juniper kelp lantern meadow nettle oak plum".split()  # noqa: SIM905 - sixteen words are read more easily so
TAG = "tag:example.org,2026:id:7"


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def written(number: int, minutes: float = 0, **fields: object) -> Article:
    """Return a story that is like no other."""
    text = _text(number, 40)
    fixed = {
        "headline": f"Report {number} on {text[:12]}",
        "body": (Paragraph(text),),
        "created": at(minutes),
        "source": Source("desk", f"{number}", "article-json", at(minutes)),
    }
    return story(number, **(fixed | fields))


def _text(seed: int, words: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(999)}" for _ in range(words))


def ingest(newsroom: Newsroom, *stories: Article, now: datetime) -> None:
    """Have the newsroom take in and publish stories as at an instant."""
    newsroom.drop(f"{now:%d%H%M%S%f}.jsonl", b"\n".join(map(encode, stories)))
    newsroom.command("run", "--once", "--now", now.isoformat())


def document(newsroom: Newsroom, form: str) -> bytes:
    """Return the published file of a format."""
    feed = "fresh" if form == "sitemap-news" else "all"
    return (newsroom.public / f"{feed}{FORMATS[form].extension}").read_bytes()


def permalinks(newsroom: Newsroom) -> None:
    """Have the newsroom publish a feed for a taker that wants addresses for ids."""
    (newsroom.root / "feeds" / "partner.toml").write_text(
        'title = "Partner"\nformats = ["rss"]\nprofile = "linked"\n'
    )
    site = newsroom.root / "config" / "site.toml"
    site.write_text(site.read_text() + '\n[profile.linked]\nguid_style = "permalink"\n')


def test_an_id_that_is_no_address_says_so_and_one_that_is_is_the_link(newsroom: Newsroom) -> None:
    all_formats(newsroom)
    permalinks(newsroom)
    ingest(newsroom, written(1, guid="urn:newsml:example.org:2026:7"), written(2, guid=TAG), now=at(0))
    items = etree.fromstring(document(newsroom, "rss")).findall(".//item")
    said = {item.findtext("guid"): item.find("guid").get("isPermaLink") for item in items}  # type: ignore[union-attr]  # found
    assert said == {"urn:newsml:example.org:2026:7": "false", TAG: "false"}
    linked = etree.fromstring((newsroom.public / "partner.rss").read_bytes()).findall(".//item")
    assert len(linked) == 2
    for item in linked:
        assert item.findtext("guid") == item.findtext("link")
        assert item.find("guid").get("isPermaLink") == "true"  # type: ignore[union-attr]  # found


def test_no_id_changes_when_the_site_moves_to_another_host_and_to_https(newsroom: Newsroom) -> None:
    all_formats(newsroom)
    permalinks(newsroom)
    site = newsroom.root / "config" / "site.toml"
    old = f"http://127.0.0.1:{newsroom.port}"
    ingest(newsroom, *(written(n, n) for n in range(3)), now=at(9))
    before = {form: read(form, document(newsroom, form)) for form in FORMATS}
    ids = re.findall(r"<guid.*?</guid>", (newsroom.public / "partner.rss").read_text())
    site.write_text(site.read_text().replace(f'base_url = "{old}"', 'base_url = "https://news.example"'))
    newsroom.command("build", "--now", at(10).isoformat())
    assert {form: read(form, document(newsroom, form)) for form in FORMATS} == before
    assert re.findall(r"<guid.*?</guid>", (newsroom.public / "partner.rss").read_text()) == ids
    for form in FORMATS:
        assert len(before[form].shown) == 3
        text = document(newsroom, form).decode()
        # What names the feed itself stays, too (RFC 4287 §4.2.6); everything that is followed leads to the new host.
        named = f"{old}/feeds/all" if form in {"atom", "ninjs", "newsml-g2-package"} else None
        assert text.count(old) == (text.count(named) if named else 0), form
        assert text.count(old) <= 1
        assert "https://news.example/" in text or form in {"ninjs", "newsml-g2-package"}, form


def test_a_corrected_headline_slug_and_category_leave_the_id_alone(newsroom: Newsroom) -> None:
    """The first address stays, and what the new headline would have made of it leads there."""
    all_formats(newsroom)
    first = written(
        1, headline="Mill opens", slugline="MILL", subjects=(Subject("medtop:04000000", "economy"),)
    )
    second = written(
        1, version=2, updated=at(5), headline="Dam opens", slugline="DAM", subjects=(Subject("medtop:06000000", "environment"),)
    )  # fmt: skip
    ingest(newsroom, first, now=at(0))
    before = {form: read(form, document(newsroom, form)).shown for form in FORMATS}
    ingest(newsroom, second, now=at(5))
    for form in FORMATS:
        assert read(form, document(newsroom, form)).shown == before[form] == [short_id(first.guid)]
        text = document(newsroom, form).decode()
        assert "Mill opens" not in text
        assert "Dam opens" in text or form == "sitemap"
    newsroom.start()
    own = f"/articles/{short_id(first.guid)}"
    assert newsroom.get(f"{own}/mill-opens")[0] == 200
    status, headers, _ = newsroom.get(f"{own}/dam-opens")
    assert (status, headers["location"]) == (301, f"{own}/mill-opens")


def test_an_id_of_years_ago_does_not_bring_its_old_story_back_as_another(newsroom: Newsroom) -> None:
    """Readers know the id and would hide the newcomer: it gets one of its own, and the old story stays itself."""
    all_formats(newsroom)
    old = datetime(2017, 3, 1, tzinfo=UTC)
    first = written(1, headline="Mill opens", created=old, source=Source("desk", "1", "article-json", old))
    newcomer = written(2, headline="Eels return", guid=first.guid)
    ingest(newsroom, first, now=at(0))
    ingest(newsroom, newcomer, now=at(1))
    found = read("json", document(newsroom, "json")).shown
    quarantined = newsroom.command("quarantine", "list", "--json").splitlines()
    assert len(found) == 2 or quarantined
    items = {i["title"]: i["id"] for i in json.loads(document(newsroom, "json"))["items"]}
    assert items[str(first.headline)] == first.guid
    assert items.get(str(newcomer.headline)) != first.guid


@pytest.mark.parametrize("zone", ["Europe/Athens", "UTC", "America/Los_Angeles"])
def test_local_time_is_converted_before_it_is_called_utc(
    newsroom: Newsroom, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wire says 14:19 in India; wherever the machine stands, each date is 08:49 UTC."""
    monkeypatch.setenv("TZ", zone)
    all_formats(newsroom)
    wired = encode(written(1)).replace(b"2026-11-20T08:49:00Z", b"2026-11-20T14:19:00+05:30")
    assert wired.count(b"+05:30") == 2
    newsroom.drop("wired.jsonl", wired)
    newsroom.command("run", "--once", "--now", at(0).isoformat())
    for form in FORMATS:
        text = document(newsroom, form).decode()
        dates = re.findall(
            r"\d{4}-\d\d-\d\dT[\d:]+(?:\.\d+)?(?:Z|[+-][\d:]+)|\d{8}T\d{6}\S{1,5}|\d\d:\d\d:\d\d GMT", text
        )
        assert dates or form == "json", form
        for date in dates:
            assert re.match(
                r"2026-11-20T08:49:00(Z|\+00:00)\Z|20261120T084900(Z|\+0000)|08:49:00 GMT", date
            ), (form, date)


def test_old_entries_are_not_dated_by_the_build(newsroom: Newsroom) -> None:
    all_formats(newsroom)
    ingest(newsroom, *(written(n, n) for n in range(3)), now=at(3))
    before = _updated(newsroom)
    ingest(newsroom, written(9, 4), now=at(4))
    after = _updated(newsroom)
    assert len(before) == 3
    assert all(before.values())
    assert {guid: when for guid, when in after.items() if guid in before} == before
    assert after[written(9).guid][:19] == f"{at(4):%Y-%m-%dT%H:%M:%S}"


def _updated(newsroom: Newsroom) -> dict[str, str]:
    entries = etree.fromstring(document(newsroom, "atom")).iter(f"{{{ATOM}}}entry")
    return {str(e.findtext(f"{{{ATOM}}}id")): str(e.findtext(f"{{{ATOM}}}updated")) for e in entries}


def test_a_rebuild_an_hour_later_changes_no_byte_no_time_and_no_etag(newsroom: Newsroom) -> None:
    all_formats(newsroom)
    ingest(newsroom, *(written(n, n) for n in range(3)), now=at(3))
    before = files(newsroom)
    newsroom.command("build", "--all", "--now", at(63).isoformat())
    assert files(newsroom) == before
    newsroom.start()
    addresses = [f"/feeds/{name}" for name in before if not name.endswith((".gz", "sitemap-news.xml"))]
    etags = {address: newsroom.get(address)[1]["etag"] for address in addresses}
    assert newsroom.stop() == 0
    newsroom.command("build", "--all")
    newsroom.start()
    for address, etag in etags.items():
        assert newsroom.get(address, **{"If-None-Match": etag})[0] == 304, address


@pytest.mark.timeout(300)
def test_the_newest_come_first_however_they_came_and_no_more_than_are_wanted(
    newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A thousand in random order, a third of them at one instant: one order, the cap kept, in both newsrooms."""
    other = Newsroom(tmp_path_factory.mktemp("other"), newsroom.port)
    stories = [written(n, n // 3) for n in range(1000)]
    for room, seed in ((newsroom, 1), (other, 2)):
        all_formats(room)
        ingest(room, *random.Random(seed).sample(stories, len(stories)), now=at(400))
    newest = sorted(stories, key=lambda a: a.published, reverse=True)
    for form in FORMATS:
        found = read(form, document(newsroom, form))
        assert found == read(form, document(other, form)), form
        assert len(found.shown) == len(set(found.shown)) == 50
        times = {short_id(a.guid): a.published for a in newest}
        shown = [times[short] for short in found.shown]
        assert shown == [a.published for a in newest[:50]], form


def test_a_feed_is_no_larger_than_its_taker_reads(newsroom: Newsroom) -> None:
    """The oldest are left out, never the newest."""
    all_formats(newsroom)
    (newsroom.root / "feeds" / "google.toml").write_text(
        'title = "Google"\nlimit = 500\nformats = ["rss", "json"]\nprofile = "google-feed"\n'
    )
    long = {n: (*(Paragraph(_text(n * 1000 + k, 60)) for k in range(110)),) for n in range(40)}
    ingest(newsroom, *(written(n, n, body=long[n]) for n in range(40)), now=at(60))
    for form in ("rss", "json"):
        data = (newsroom.public / f"google{FORMATS[form].extension}").read_bytes()
        found = read(form, data).shown
        assert len(data) <= 2_000_000
        assert 10 < len(found) < 40
        assert found == [short_id(written(n).guid) for n in range(39, 39 - len(found), -1)]
