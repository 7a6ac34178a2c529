"""What the most used reading library makes of our feeds: every field as it was meant, and nothing odd."""

import re
from calendar import timegm
from datetime import datetime
from html import unescape
from typing import Any

import feedparser
import pytest
from hypothesis import example, given, settings
from msgspec import structs

from syndication.model import Article, Profile
from syndication.render import FORMATS, media_files, story
from syndication.render.body_html import body_html
from syndication.render.rss_namespaces import namespaces
from syndication.render.tailoring import tailored
from syndication.vocabulary import profiles
from tests.render.arbitrary import arbitrary
from tests.render.stories import FEED, PROFILE, SITE, STORIES, UPDATED, make

_C1 = re.compile(f"[\x80-\x9f{bytes(range(0x80, 0xA0)).decode('cp1252', 'ignore')}]")
STRICT = profiles.profiles(site=SITE, hub=PROFILE.hub)["strict"]


def read(form: str, article: Article, profile: Profile = PROFILE) -> Any:
    """Return the only entry as feedparser has it, its HTML left alone."""
    made = FORMATS[form].document(FEED, profile, UPDATED, [FORMATS[form].entry(article, profile)])
    found = feedparser.parse(made, sanitize_html=False, resolve_relative_uris=False)
    assert found.bozo == 0, found.get("bozo_exception")
    (entry,) = found.entries
    return entry


def seconds(instant: datetime) -> int:
    return timegm(instant.utctimetuple())


def check(form: str, article: Article, profile: Profile = PROFILE) -> None:
    """Compare each field with what the story says."""
    entry = read(form, article, profile)
    article = tailored(article, profile)
    page = story.page(article, SITE)
    assert entry.id == story.guid(article)
    assert entry.link == page
    assert words(entry.title) == words(story.title(article))
    if article.published.year >= 1970:
        assert timegm(entry.published_parsed) == seconds(article.published)
    in_element = form == "rss" and "dcterms" in namespaces(profile)
    told = structs.replace(article, subheadline=None) if in_element else article
    body = body_html(told, page, profile)
    held = [c.value for c in entry.get("content", ())] or [entry.get("summary", "")]
    if body:
        assert body.strip() in [text.strip() for text in held]
    assert entry.get("language", None) in {None, story.language(article.language)}
    labels = [c.label for c in story.categories(article)]
    assert [words(t["label"] or t["term"]) for t in entry.get("tags", ())] == [words(t) for t in labels]
    names = [words(name) for name in story.creators(article)]
    assert [words(a.get("name", "")) for a in entry.get("authors", ())][: len(names)] == names
    files = media_files.files(article, page, profile.images)
    assert [m["url"] for m in entry.get("media_content", ())] == [f.href for f in files]


def repaired(text: str) -> str:
    """Return the text as feedparser has it: what could be UTF-8 that was read as Latin-1 it reads so."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def words(text: str) -> list[str]:
    """Return the words: white space, and the controls that it takes for Windows letters, are its own affair."""
    return unescape(_C1.sub("", text)).split()


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_every_field_is_read_back(form: str, story: Article) -> None:
    check(form, story)
    check(form, story, STRICT)


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_media_are_read_back_with_their_sizes(form: str) -> None:
    entry = read(form, STORIES["everything"])
    wanted = media_files.files(STORIES["everything"], "https://wire.example/", PROFILE.images)
    for found, file in zip(entry.media_content, wanted, strict=True):
        said = {name: found.get(name) for name in ("type", "width", "height", "filesize")}
        known = {
            "type": file.media_type, "width": file.width, "height": file.height, "filesize": file.length,
        }  # fmt: skip
        assert said == {name: None if value is None else str(value) for name, value in known.items()}
    enclosed = [(e.href, e.get("type", ""), e.get("length", "")) for e in entry.enclosures]
    all_ = [(f.href, f.media_type or "", str(f.length or "")) for f in wanted]
    assert enclosed == (all_[:1] if form == "rss" else all_)


@settings(max_examples=60, deadline=None)
@given(arbitrary())
@example(make("any", headline="\xc2\x80\xc2\x80"))
def test_any_story_is_read_without_complaint(article: Article) -> None:
    for form in ("rss", "atom"):
        entry = read(form, article)
        assert entry.id == story.guid(article)
        assert words(entry.title) == words(repaired(story.title(article)))
