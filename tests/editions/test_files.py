"""Sitemaps beyond one file: parts that are there before the index names them, untouched while they stay the same."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from syndication.editions import Publication
from syndication.editions.files import EditionFiles
from syndication.errors import CannotPublish
from syndication.model import Feed, Profile
from syndication.render import FORMATS
from tests.desk import NOON, at, story
from tests.editions.conftest import PressRoom

NEWS = FORMATS["sitemap-news"]
MAP = Feed(name="map", title="Map", formats=("sitemap-news",), profile="google-news-sitemap", limit=5_000)
OTHER = Feed(name="map-2", title="Other", formats=("sitemap-news",), limit=5_000)
PROFILE = Profile()


def entries(count: int, *, newest: float = 0) -> list[bytes]:
    """Return news of one story each minute, the newest so many minutes after noon, newest first."""
    made = (story(n, created=at(newest - n)) for n in range(count))
    return [NEWS.entry(article, PROFILE) for article in made]


@pytest.fixture
def files(tmp_path: Path) -> Iterator[EditionFiles]:
    publication = Publication(tmp_path / "feeds")
    with publication.round():
        yield EditionFiles(publication, MAP, NEWS)


def publish(files: EditionFiles, found: list[bytes], minutes: float = 0) -> bool:
    return files.publish(NEWS.document(MAP, PROFILE, NOON, found), found, at(minutes))


def stamps(files: EditionFiles) -> dict[str, tuple[int, int]]:
    found = {name: (files.publication.directory / name).stat() for name in files.publication.names()}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in found.items()}


def locations(document: bytes) -> list[str]:
    return [loc.text or "" for loc in etree.fromstring(document).iter("{*}loc")]


def test_the_index_names_parts_that_are_there(files: EditionFiles) -> None:
    assert publish(files, entries(2_500))
    named = locations(files.publication.read("map.sitemap-news.xml") or b"")
    assert [name.rpartition("/")[2] for name in named] == sorted(files.parts(), reverse=True)
    assert files.are_there()
    listed = [loc for name in files.parts() for loc in locations(files.publication.read(name) or b"")]
    assert len(set(listed)) == len(listed) == 2_500


def test_what_stays_the_same_is_not_touched(files: EditionFiles) -> None:
    found = entries(2_500)
    publish(files, found)
    before = stamps(files)
    assert not publish(files, found, 5)
    assert stamps(files) == before
    assert publish(files, [*entries(1, newest=3), *found], 10)
    changed = {name for name, stamp in stamps(files).items() if before.get(name) != stamp}
    assert changed == {"map.sitemap-news.xml", max(files.parts())}


def test_parts_that_are_named_no_longer_go_and_no_others(files: EditionFiles) -> None:
    beside = EditionFiles(files.publication, OTHER, NEWS)
    found = entries(2_500)
    beside.publish(NEWS.document(OTHER, PROFILE, NOON, found), found, NOON)
    publish(files, found)
    assert publish(files, found[:1_000], 5)
    assert files.parts() == []
    assert len(locations(files.publication.read("map.sitemap-news.xml") or b"")) == 1_000
    assert beside.are_there()
    assert len(beside.parts()) > 2


def test_the_parts_stand_before_the_index_does(files: EditionFiles) -> None:
    """A part that cannot be written leaves the old document, whose parts are all there."""
    publish(files, entries(500))
    (files.publication.directory / f"map.sitemap-news-{NOON:%F}-1.xml").mkdir(parents=True)
    with pytest.raises(CannotPublish):
        publish(files, entries(2_500), 5)
    assert len(locations(files.publication.read("map.sitemap-news.xml") or b"")) == 500
    assert files.are_there()


def test_a_part_that_somebody_took_away_is_missed(files: EditionFiles) -> None:
    publish(files, entries(2_500))
    files.publication.remove(files.parts()[0])
    assert not files.are_there()


def test_a_newsroom_of_a_thousand_stories_in_two_days(tmp_path: Path) -> None:
    """From the arrival to the files: parts, a kill, the clock, a file lost, and back to one file."""
    room = PressRoom(tmp_path, (MAP,))
    room.arrive(*(story(n, created=at(-n)) for n in range(1_100)), now=at(0))
    assert len(room.files()) == 2 * 3
    killed = story(1_099, version=2, pub_status="canceled")
    page = room.site.path(story(1_099)).encode()
    assert sum(page in data for name, (_, _, data) in room.files().items() if name.endswith("xml")) == 1
    before = room.files()
    room.arrive(killed, now=at(1))
    after = room.files()
    assert not any(page in data for _, _, data in after.values())
    assert len({name for name in after if after[name] != before.get(name)} & {*before}) <= 6
    lost = min(name for name in after if name.endswith("-1.xml"))
    (room.directory / lost).unlink()
    room.refresh(at(2))
    assert room.read(lost) == after[lost][2]
    room.editions.repair()
    assert room.files().keys() == after.keys()
    room.refresh(at(0) + timedelta(hours=48) - timedelta(minutes=900))
    assert sorted(room.files()) == ["map.sitemap-news.xml", "map.sitemap-news.xml.gz"]
    room.store.close()
