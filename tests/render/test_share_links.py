"""Share links in the items of feeds: where the site wants them and the taker allows them, and nowhere else."""

from collections.abc import Callable
from urllib.parse import unquote

import msgspec
import pytest
from lxml import etree, html

from syndication.model import Article, Delivery, Profile, Sharing
from syndication.model.blocks import Block
from syndication.parse import rss as rss_reader
from syndication.render import FORMATS, SINGLES, atom, json_feed, rss
from syndication.validate import validate
from syndication.vocabulary.profiles import built_in, profiles
from syndication.xmlns import ATOM, CONTENT
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, SITE, UPDATED, changed

SHARING = Sharing(in_feeds=True, order=("whatsapp", "x", "viber", "email", "copy", "qr"), campaign=True)
ON = profiles(site=SITE, sharing=SHARING)
OFF = profiles(site=SITE, sharing=msgspec.structs.replace(SHARING, in_feeds=False))
BASELINE = ON["baseline"]


def rss_text(article: Article, profile: Profile) -> str:
    return xml(rss.document(FEED, profile, UPDATED, [rss.entry(article, profile)])).findtext(
        f".//{{{CONTENT}}}encoded", ""
    )


def atom_text(article: Article, profile: Profile) -> str:
    return xml(atom.document(FEED, profile, UPDATED, [atom.entry(article, profile)])).findtext(
        f".//{{{ATOM}}}content", ""
    )


def json_text(article: Article, profile: Profile) -> str:
    text: str = msgspec.json.decode(json_feed.entry(article, profile))["content_html"]
    return text


TEXTS = pytest.mark.parametrize("text", [rss_text, atom_text, json_text])


def row(markup: str) -> etree._Element:
    """Return the paragraph of links, which is the last thing of the text."""
    last = html.fragment_fromstring(markup, create_parent=True)[-1]
    assert last.get("class") == "share"
    return last


@TEXTS
def test_an_item_ends_with_the_sites_links_in_its_order(text: Callable[[Article, Profile], str]) -> None:
    """Only what a feed reader can follow: no app, nothing that a page does with its script."""
    links = row(text(FULL, BASELINE)).findall("a")
    assert [k.text for k in links] == ["WhatsApp", "X", "Email"]
    page = SITE.page(FULL)
    assert f"{page}?utm_source=whatsapp&utm_medium=social&utm_campaign=share" in unquote(links[0].get("href"))


@pytest.mark.parametrize(
    ("language", "said", "direction"),
    [("hi", "साझा करें: WhatsApp · X · ईमेल", "ltr"), ("ur-PK", "شیئر کریں: WhatsApp · X · ای میل", "rtl")],
)
@TEXTS
def test_its_words_are_in_the_language_of_the_story(
    text: Callable[[Article, Profile], str], language: str, said: str, direction: str
) -> None:
    found = row(text(changed(FULL, language=language), BASELINE))
    assert found.text_content() == said
    assert (found.get("lang"), found.get("dir")) == (language[:2], direction)


def test_json_feed_has_them_as_data_too() -> None:
    found = msgspec.json.decode(json_feed.entry(FULL, BASELINE))["_share"]["links"]
    shown = row(json_text(FULL, BASELINE)).findall("a")
    assert [(k["name"], k["url"]) for k in found] == [(k.text, k.get("href")) for k in shown]
    assert [k["id"] for k in found] == ["whatsapp", "x", "email"]


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_without_the_setting_not_a_byte_changes(form: str) -> None:
    assert FORMATS[form].entry(FULL, OFF["baseline"]) == FORMATS[form].entry(FULL, Profile(site=SITE))
    assert FORMATS[form].entry(FULL, BASELINE) != FORMATS[form].entry(FULL, OFF["baseline"])
    assert OFF["baseline"].key == profiles(site=SITE)["baseline"].key


TAKERS = (
    "google-feed",
    "msn",
    "flipboard",
    "smartnews",
    "newsbreak",
    "line",
    "gunosy",
    "dzen",
    "fulltext-partner",
)


@pytest.mark.parametrize("taker", built_in())
def test_takers_of_whole_texts_get_the_story_alone(taker: str) -> None:
    for form in ("rss", "atom", "json"):
        entry = FORMATS[form].entry(FULL, ON[taker])
        assert (b"api.whatsapp.com" in entry) == (taker in {"baseline", "feedly", "strict"}), form
    assert all((ON[name].sharing is None) for name in TAKERS)


def test_a_site_can_keep_them_out_of_a_profile_of_its_own() -> None:
    own = profiles({"quiet": {"share_links": False}}, SITE, sharing=SHARING)
    assert b"whatsapp" not in rss.entry(FULL, own["quiet"])
    assert b"whatsapp" in rss.entry(FULL, own["baseline"])


@pytest.mark.parametrize("name", sorted({*FORMATS, *SINGLES} - {"rss", "atom", "json"}))
def test_what_newsrooms_exchange_has_none(name: str) -> None:
    made = FORMATS[name].entry if name in FORMATS else SINGLES[name].single
    assert b"whatsapp" not in made(FULL, BASELINE)


def test_permitted_elements_hold_for_them() -> None:
    bare = msgspec.structs.replace(BASELINE, tags=("p",))
    found = row(rss_text(FULL, bare))
    assert (found.text, len(found)) == ("Share: WhatsApp · X · Email", 0)


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_the_document_keeps_every_rule_that_it_kept_without_them(form: str) -> None:
    made = FORMATS[form]

    def findings(profile: Profile) -> list[tuple[str, str]]:
        document = made.document(FEED, profile, UPDATED, [made.entry(FULL, profile)])
        return [(f.rule, f.text) for f in validate(document, profile, UPDATED, form)]

    assert findings(BASELINE) == findings(OFF["baseline"])


def test_a_story_without_text_or_past_its_time_has_none() -> None:
    flash = changed(FULL, body=(), key_points=(), summary=None, pull_quote=None, media=(), dateline=None)
    assert b"whatsapp" not in rss.entry(flash, BASELINE)
    killed = changed(FULL, signals=("kill",))
    assert b"whatsapp" not in rss.entry(killed, BASELINE)


def test_who_reads_our_feed_gets_the_story_without_them() -> None:
    def read(profile: Profile) -> tuple[Block, ...]:
        document = rss.document(FEED, profile, UPDATED, [rss.entry(FULL, profile)])
        (found,) = rss_reader.parse(
            Delivery(data=document, source="ours", locator="feed.rss", received=UPDATED)
        )
        return found.article.body

    assert read(BASELINE) == read(OFF["baseline"])
