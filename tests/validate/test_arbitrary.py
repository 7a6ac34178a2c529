"""Whatever a story holds, what we make of it under every profile is without error, and the same again."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from syndication.model import Article, Feed, Site
from syndication.render import FORMATS, SINGLES, opml
from syndication.validate import Facts, Finding, validate
from syndication.vocabulary import profiles
from tests.render.arbitrary import OPTIONAL, TEXT, arbitrary
from tests.render.stories import FEED, PROFILE, SITE, UPDATED

BUILT_IN = profiles.profiles(site=SITE, hub=PROFILE.hub)
LATER = datetime.max.replace(tzinfo=UTC)
# What a story without a fitting date, size or scheme breaks is its own fault, and it is left out for it.
_OF_THE_STORY = {"B07", "B15", "B19", "B20"}


def faults(data: bytes, profile: str, form: str, address: str) -> list[Finding]:
    """Return the errors under the baseline, under `strict` its warnings too."""
    demands = replace(BUILT_IN[profile], rules="strict" if profile == "strict" else "baseline")
    found = validate(data, demands, LATER, form, Facts(address=address))
    counted = {"error", "warning"} if profile == "strict" else {"error"}
    others = {*_OF_THE_STORY, "format"}  # `strict` speaks of RSS and Atom only, and says so of the rest
    return [f for f in found if f.level in counted and f.rule not in others]


@settings(max_examples=60, deadline=None)
@given(arbitrary(), st.sampled_from(sorted(BUILT_IN)))
def test_any_story_makes_documents_without_error(article: Article, name: str) -> None:
    profile = BUILT_IN[name]
    for target in FORMATS.values():
        entry = target.entry(article, profile)
        assert target.entry(article, profile) == entry
        data = target.document(FEED, profile, UPDATED, [entry] if entry else [])
        assert faults(data, name, target.media_type, SITE.feed(FEED.name, target.extension)) == []
    for form, single in SINGLES.items():
        if data := single.single(article, profile):
            assert [f for f in validate(data, None, LATER, form) if f.level == "error"] == []


FEEDS = st.builds(
    Feed,
    name=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    title=TEXT,
    description=OPTIONAL,
    language=OPTIONAL,
    formats=st.lists(st.sampled_from(sorted(FORMATS)), unique=True, min_size=1).map(tuple),
)
SITES = st.builds(
    Site,
    title=TEXT,
    base_url=st.sampled_from(
        ["https://bay.example", "http://[::1]:8080", "https://bay.example/news", "https://x--n.example/~a;b"]
    ),
    language=TEXT,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(FEEDS, max_size=4), SITES, st.none() | st.datetimes(timezones=st.just(UTC)))
def test_any_feeds_make_a_list_without_error(feeds: list[Feed], site: Site, updated: datetime | None) -> None:
    data = opml.document(feeds, site, updated)
    assert opml.document(feeds, site, updated) == data
    listed = [feed for feed in feeds if {"rss", "atom"}.intersection(feed.formats)]
    if not listed:
        assert data == b"", "OPML has no word for a list without feeds"
        return
    found = validate(data, replace(BUILT_IN["baseline"], site=site), LATER, "opml")
    assert [f for f in found if f.level == "error" and f.rule not in _OF_THE_STORY] == []
    outlines = list(etree.fromstring(data).iter("outline"))
    assert [o.get("htmlUrl") for o in outlines] == [site.feed(feed.name) for feed in listed]
    assert all(o.get("text") for o in outlines)
