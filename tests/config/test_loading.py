"""Loading a configuration: each folder under tests/data/config is a case.

`expected.txt` lists what is wrong, one mistake a line, as `FILE:LINE: what`; an empty one means: nothing.
"""

import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from syndication import log, render
from syndication.config import Configuration, load, remarks, rules
from syndication.errors import BadConfiguration

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "config"
CASES = sorted(p.parent.name for p in DATA.glob("*/expected.txt"))


def mistakes(case: Path, environment: Mapping[str, str]) -> list[str]:
    try:
        load(case / "config", environment=environment)
    except BadConfiguration as error:
        return [f"{p.where}: {p.what}".replace(f"{case}/", "") for p in error.problems or [error]]
    return []


def test_there_are_cases() -> None:
    assert len(CASES) >= 8


@pytest.mark.parametrize("case", CASES)
def test_finds_every_mistake_with_its_line(case: str) -> None:
    expected = (DATA / case / "expected.txt").read_text().splitlines()
    assert mistakes(DATA / case, {"PORT": "x"}) == expected


def test_the_error_is_one_line_that_names_all() -> None:
    with pytest.raises(BadConfiguration) as caught:
        load(DATA / "unknown-keys" / "config")
    said = str(caught.value)
    assert "\n" not in said
    assert all(problem.where in said and problem.what in said for problem in caught.value.problems)


@pytest.fixture(scope="module")
def shipped() -> Configuration:
    return load(ROOT / "config")


def test_the_shipped_configuration_is_right(shipped: Configuration) -> None:
    names = ["all", "business", "national", "news-sitemap", "sport", "world"]
    assert [feed.name for feed in shipped.feeds] == names
    assert {feed.name: feed.query.desks for feed in shipped.feeds} == {
        "all": (),
        "business": ("biz",),
        "national": ("nat",),
        "news-sitemap": (),
        "sport": ("spo",),
        "world": ("int",),
    }
    assert [source.name for source in shipped.sources] == ["inbox"]
    assert shipped.sources[0].hints.timezone == "Asia/Kolkata"


def test_paths_start_beside_the_directory_whatever_the_working_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    here = load(Path("config"))
    monkeypatch.chdir(tmp_path)
    there = load(ROOT / "config")
    for configuration in (here, there):
        assert configuration.store.path == ROOT / "var/syndication.db"
        assert configuration.publish.directory == ROOT / "var/public"
        assert configuration.sources[0].path == ROOT / "var/inbox"


def write(directory: Path, files: Mapping[str, str]) -> Path:
    for name, text in {"config/site.toml": "", "feeds/all.toml": 'title = "All"', **files}.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return directory / "config"


def test_defaults_suffice(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {}))
    assert loaded.web.port == 8080
    assert loaded.store.path == tmp_path / "var/syndication.db"
    assert loaded.publish.directory == tmp_path / "var/public"
    assert loaded.ingest.max_bytes == 16 * 1024 * 1024
    assert loaded.feeds[0].formats == ("rss", "atom", "newsml-g2", "json")


def test_absolute_paths_stay(tmp_path: Path) -> None:
    text = '[store]\nurl = "sqlite:////srv/news.db"\n[publish]\ndirectory = "/srv/public"'
    loaded = load(write(tmp_path, {"config/site.toml": text}))
    assert str(loaded.store.path) == "/srv/news.db"
    assert str(loaded.publish.directory) == "/srv/public"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ('"48h"', timedelta(hours=48)),
        ('"2d"', timedelta(days=2)),
        ('"90 m"', timedelta(minutes=90)),
        ("3600", timedelta(hours=1)),
        ("0.5", timedelta(milliseconds=500)),
    ],
)
def test_an_age_is_text_or_seconds(tmp_path: Path, text: str, age: timedelta) -> None:
    loaded = load(write(tmp_path, {"feeds/all.toml": f'title = "All"\nmax_age = {text}'}))
    assert loaded.feeds[0].max_age == age


def test_all_keys_of_a_feed_arrive(tmp_path: Path) -> None:
    text = """
title = "Markets"
description = "Of today"
language = "hi"
formats = ["atom"]
limit = 1000
cron = "*/15 6-22 * * mon-fri"
[query]
desks = ["biz"]
subjects = ["medtop:04000000"]
keywords = ["sensex"]
places = ["IN"]
languages = ["hi"]
providers = ["IANS"]
urgency = [1, 2]
text = "rupee"
"""
    feed = load(write(tmp_path, {"feeds/markets-2.toml": text})).feeds[1]
    assert (feed.name, feed.language, feed.formats, feed.limit) == ("markets-2", "hi", ("atom",), 1000)
    assert feed.cron == "*/15 6-22 * * mon-fri"
    assert feed.query.urgency == (1, 2)
    assert feed.query.text == "rupee"


def test_secrets_come_from_the_environment_and_stay_out_of_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '[site]\ntitle = "${DESK} news"\ndescription = "$${DESK} stays"'
    loaded = load(write(tmp_path, {"config/site.toml": text}), environment={"DESK": "hush-hush-7"})
    assert loaded.site.title == "hush-hush-7 news"
    assert loaded.site.description == "${DESK} stays"
    log.configure(json=True)
    log.get().info("loaded", title=loaded.site.title)
    assert "hush-hush-7" not in capsys.readouterr().err


def test_what_the_environment_says_is_text_never_toml(tmp_path: Path) -> None:
    evil = '"\nbase_url = "http://evil.example'
    loaded = load(write(tmp_path, {"config/site.toml": '[site]\ntitle = "${T}"'}), environment={"T": evil})
    assert loaded.site.title == evil
    assert loaded.site.base_url == "http://127.0.0.1:8080"


def test_feeds_may_lie_inside_or_anywhere(tmp_path: Path) -> None:
    write(tmp_path, {"config/feeds/inside.toml": 'title = "In"', "else/other.toml": 'title = "Else"'})
    assert [f.name for f in load(tmp_path / "config").feeds] == ["inside"]
    assert [f.name for f in load(tmp_path / "config", tmp_path / "else").feeds] == ["other"]


def test_no_directory_and_no_files_are_said(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match=r"nowhere: cannot read the directory: No such file"):
        load(tmp_path / "nowhere")
    (tmp_path / "config").mkdir()
    with pytest.raises(BadConfiguration, match=r"config: there is no file \*\.toml"):
        load(tmp_path / "config")


def test_a_profile_may_be_like_one_that_stands_later_or_in_another_file(tmp_path: Path) -> None:
    first = "[profile.a]\nlike = 'b'\n[profile.b]\nlike = 'c'\nmax_title = 90\n"
    files = {"config/a.toml": first, "config/z.toml": "[profile.c]\nlike = 'msn'\nmin_title = 30\n"}
    made = load(write(tmp_path, files)).profiles["a"]
    assert (made.rules, made.max_title, made.min_title) == ("msn", 90, 30)


def test_a_profile_that_stands_twice_is_a_mistake(tmp_path: Path) -> None:
    files = {"config/a.toml": "[profile.x]\nhttps = true", "config/b.toml": "[profile.x]\nhttps = false"}
    with pytest.raises(BadConfiguration, match=r"b\.toml:1: \[profile\.x\] stands in a\.toml already"):
        load(write(tmp_path, files))


def test_formats_that_go_out_in_parts_are_those_whose_feeds_may_be_large() -> None:
    assert {f.name for f in render.FORMATS.values() if f.parts} == rules.IN_PARTS


@pytest.mark.parametrize(
    ("formats", "limit", "fine"),
    [
        ('["sitemap"]', 500_000, True),
        ('["sitemap-news", "sitemap"]', 2_000, True),
        ('["sitemap"]', 500_001, False),
        ('["sitemap", "rss"]', 1_001, False),
        ('["rss"]', 1_000, True),
        ('["rss"]', 0, False),
    ],
)
def test_only_a_sitemap_is_larger_than_a_feed(tmp_path: Path, formats: str, limit: int, fine: bool) -> None:
    directory = write(tmp_path, {"feeds/all.toml": f'title = "All"\nformats = {formats}\nlimit = {limit}'})
    if fine:
        assert load(directory).feeds[0].limit == limit
    else:
        with pytest.raises(BadConfiguration, match="limit is from 1 to 1000"):
            load(directory)


def test_a_feed_has_the_query_of_another_under_a_profile_of_the_site(tmp_path: Path) -> None:
    """One selection goes out under several profiles; a topic stands for its narrower ones."""
    config = write(
        tmp_path,
        {
            "config/profiles.toml": "[profile.partner]\nlike = 'msn'\nmax_items = 7",
            "feeds/a.toml": 'title = "A"\n[query]\nsubjects = ["medtop:11000000"]',
            "feeds/b.toml": 'title = "B"\nprofile = "partner"\nquery_of = "a"',
        },
    )
    loaded = load(config)
    first, second = (feed for feed in loaded.feeds if feed.name in {"a", "b"})
    assert second.query == first.query
    assert first.query.subjects[0] == "medtop:11000000"
    assert len(first.query.subjects) > 10
    assert loaded.profiles["partner"].max_items == 7
    assert loaded.profiles["partner"].update_signal == loaded.profiles["msn"].update_signal


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"feeds/a.toml": 'title = "A"\nquery_of = "b"'}, "feeds/a.toml:2: query_of names no other feed: b"),
        ({"feeds/a.toml": 'title = "A"\nquery_of = "a"'}, "feeds/a.toml:2: query_of names no other feed: a"),
        (
            {
                "feeds/a.toml": 'title = "A"\nquery_of = "b"\n[query]\ndesks = ["int"]',
                "feeds/b.toml": 'title = "B"',
            },
            "feeds/a.toml:2: a feed has a [query] or query_of, not both",
        ),
        (
            {
                "feeds/a.toml": 'title = "A"\nquery_of = "b"',
                "feeds/b.toml": 'title = "B"\nquery_of = "c"',
                "feeds/c.toml": 'title = "C"',
            },
            "feeds/a.toml:2: query_of names b, which has its query of c",
        ),
        (
            {"config/p.toml": "[profile.x]\nmax_itmes = 3", "feeds/a.toml": 'title = "A"'},
            "config/p.toml:1: profile x",
        ),
        (
            {"config/p.toml": "[profile.x]\nlike = 'y'", "feeds/a.toml": 'title = "A"'},
            "there is none to start from",
        ),
    ],
)
def test_mistakes_in_what_feeds_share(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        load(write(tmp_path, files))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "example.com",
        "//example.com",
        "ftp://example.com",
        "https://",
        "https://example.com/",
        "https://example.com?a=b",
        "https://example.com#top",
        "https://user:pass@example.com",
        "https://example.com:port",
        "https://exa mple.com",
        "http://[::1",
    ],
)
def test_refuses_a_base_url_that_is_none(tmp_path: Path, url: str) -> None:
    config = write(tmp_path, {"config/site.toml": f'[site]\nbase_url = "{url}"'})
    with pytest.raises(BadConfiguration, match=r"site\.toml:2: base_url "):
        load(config)


@pytest.mark.parametrize("url", ["https://news.example", "http://[::1]:8080", "https://example.com/news"])
def test_takes_a_base_url(tmp_path: Path, url: str) -> None:
    assert load(write(tmp_path, {"config/site.toml": f'[site]\nbase_url = "{url}"'})).site.base_url == url


def test_a_vocabulary_of_the_sites_own_is_laid_over_the_built_in_one(tmp_path: Path) -> None:
    """It widens queries, names topics in their languages, and what it retired is told."""
    said = '[topics]\nmedia_topics = "topics.json"\n[topics.desks]\nboa = "medtop:29900002"\n'
    world = 'title = "World"\n[query]\nsubjects = ["medtop:15000000", "medtop:12345678"]\n'
    directory = write(tmp_path, {"config/topics.toml": said, "feeds/world.toml": world})
    shutil.copy(ROOT / "tests" / "data" / "vocabulary" / "topics.json", tmp_path)
    configuration = load(directory)
    feed = configuration.feeds[-1]
    assert "medtop:29900001" in feed.query.subjects
    assert configuration.classification.topics.name("medtop:15000000", "fr") == "Sport & jeux"
    assert list(remarks(configuration.classification, configuration.feeds)) == [
        "desk boa: medtop:29900002 is retired; medtop:29900001 (harbour rowing) stands for it",
        "feed world: medtop:12345678 is no Media Topic that is known here",
    ]


def test_a_vocabulary_that_is_not_there_is_a_mistake_at_its_line(tmp_path: Path) -> None:
    directory = write(tmp_path, {"config/topics.toml": '[topics]\nmedia_topics = "none.rdf"'})
    with pytest.raises(BadConfiguration, match=r"topics\.toml:2: .*none\.rdf: No such file"):
        load(directory)


@pytest.mark.parametrize(
    "address",
    [
        "hub.example",
        "ftp://hub.example/",
        "https://hub.example/#a",
        "https://a:b@hub.example/",
        "https://h/ b",
    ],
)
def test_refuses_a_hub_that_nobody_could_ask(tmp_path: Path, address: str) -> None:
    with pytest.raises(BadConfiguration, match=r"site\.toml:2: address "):
        load(write(tmp_path, {"config/site.toml": f'[hub]\naddress = "{address}"'}))


def test_every_profile_knows_the_hub(tmp_path: Path) -> None:
    address = "https://hub.example/push?of=us"
    found = load(write(tmp_path, {"config/site.toml": f'[hub]\naddress = "{address}"'}))
    assert {profile.hub for profile in found.profiles.values()} == {address}
