"""Addresses follow from the configured site alone, also below a path and behind a hub."""

import re
from pathlib import Path

import msgspec
from lxml import html

from syndication.model import Feed, Site
from syndication.model.identity import short_id
from syndication.web.settings import WebSettings, decode, encode
from tests.web.newsroom import FORMATS, serving, story

SITE = Site(title="Below", base_url="https://news.example/wire", timezone="UTC")


def test_a_site_below_a_path_links_below_it(tmp_path: Path) -> None:
    """A proxy takes the path off before it asks us."""
    with serving(tmp_path, site=SITE) as client:
        client.newsroom.add(story("ferry"))
        ferry = SITE.path(story("ferry"))
        response, _ = client.get(f"/articles/{short_id(story('ferry').guid)}")
        assert (response.status, response.headers["Location"]) == (301, f"/wire{ferry}")
        for where in ("/", "/feeds/coast", ferry):
            response, body = client.get(where)
            links = html.fromstring(body).xpath(
                "//@href[not(starts-with(../@rel, 'schema.'))]"
            )  # those name namespaces
            assert response.status == 200
            assert f"/wire{ferry}" in links or where == ferry
            assert [link for link in links if not re.match(r"/wire/|https://|mailto:|#content", link)] == []


def test_feeds_name_their_hub(tmp_path: Path) -> None:
    with serving(tmp_path, site=SITE, hub="https://hub.example/") as client:
        response, _ = client.get("/feeds/coast.rss")
        assert response.headers["Link"] == (
            '<https://news.example/wire/feeds/coast.rss>; rel="self", <https://hub.example/>; rel="hub"'
        )


def test_a_feed_in_another_script_has_an_address(tmp_path: Path) -> None:
    feeds = (Feed(name="खेल", title="खेल", language="hi", formats=("rss",)),)
    with serving(tmp_path, feeds=feeds) as client:
        address = client.newsroom.settings.site.feed("खेल", ".rss").removeprefix(
            client.newsroom.settings.site.base_url
        )
        assert client.get(address)[0].status == 200
        _, index = client.get("/")
        page = address.removesuffix(".rss")
        assert page in html.fromstring(index).xpath("//@href")
        response, body = client.get(page)
        assert (response.status, html.fromstring(body).xpath("string(//h1)")) == (200, "खेल")


def test_settings_survive_the_pipe() -> None:
    settings = WebSettings(
        site=SITE,
        public="/srv/public",
        store="sqlite:////srv/a b.db",
        feeds=(Feed(name="a", title='T "quoted"\n'),),
        formats=FORMATS,
    )
    line = encode(settings)
    assert line.count(b"\n") == 1
    assert decode(line) == settings
    assert msgspec.json.decode(line)["formats"][0]["extension"] == ".rss"


def test_a_format_that_is_not_served_is_left_out() -> None:
    settings = WebSettings(site=SITE, public="p", store="s", formats=FORMATS)
    feed = Feed(name="a", title="A", formats=("json", "unheard-of", "rss"))
    assert [form.title for form in settings.served(feed)] == ["JSON Feed", "RSS"]
