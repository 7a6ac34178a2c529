"""What people see: stories in the right version, at the right time, at one address, and nothing private."""

import gzip
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlsplit

import msgspec
import pytest
from lxml import html

from syndication.model import Article, Feed, Site
from syndication.model.identity import fingerprint, short_id
from tests.web.newsroom import NOW, Client, serving, story

ALL_TIME = datetime(2999, 1, 1, tzinfo=UTC)


def path(article: Article, client: Client) -> str:
    """Return the path of the article's page."""
    return client.newsroom.settings.site.path(article)


def changed(article: Article, **fields: object) -> Article:
    """Return the article with these fields."""
    return msgspec.structs.replace(article, **fields)


def words(body: bytes) -> str:
    """Return a page's text with single spaces."""
    return " ".join(html.fromstring(body).text_content().split())


def test_the_article_page_shows_all_of_the_story(client: Client) -> None:
    response, body = client.get(path(story("ferry"), client))
    page, text = html.fromstring(body), words(body)
    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    for said in (
        "Night ferry to Arvali island returns after eleven years",
        "Fishing cooperative and port trust share the cost",
        "a crate of mangoes",
        "By Meenal Karvande",
        "At a glance",
        "islanders pay half",
        "Dorhat, Nov 24",
        "one very loud ship's horn.",
        "Who pays for what",
        "Cost of the refit, in lakh rupees",
        "Life rafts & radios",
        "Livestock must book a day ahead",
        "Show the stub on landing",
        "Iqbal Daud, boat owner",
        "We used to count the winter in missed weddings.",
        "First crossing done.",
        "Photo: Anil Bhosle",
        "Corrects the number of passengers",
        "Source: Coast Wire, Dorhat Port Trust",
        "Copyright 2026 Coast Wire",
        "water transport",
        "Published 24 Nov 2026, 22:00 IST",
        "Updated 24 Nov 2026, 23:35 IST",
    ):
        assert said in text, said
    assert page.xpath("string(//h1)") == "Night ferry to Arvali island returns after eleven years"
    assert [t.get("datetime") for t in page.iter("time")] == [
        "2026-11-24T22:00:00+05:30",
        "2026-11-24T23:35:00+05:30",
        "2026-11-24T23:35:00+05:30",  # that of the correction
    ]
    assert page.xpath("//link[@rel='canonical']/@href") == [
        client.newsroom.settings.site.base_url + path(story("ferry"), client)
    ]
    assert page.xpath("//meta[@name='description']/@content")[0].startswith("The first crossing left Dorhat")
    assert page.xpath("//img/@src") == ["https://img.example/sagar-1280.jpg"]
    assert page.xpath("//img/@alt") == ["A white ferry with lit windows beside a stone jetty"]
    assert [row.xpath("count(td)") for row in page.xpath("//tbody/tr")] == [3, 3, 3]
    assert page.xpath("string(//pre)") == "Dorhat   21:40\nArvali   22:55\nArvali   23:20"
    assert "https://coop.example/ferry?night=1&way=2" in page.xpath("//main//a/@href")


def test_what_is_private_never_appears(client: Client) -> None:
    _, body = client.get(path(story("ferry"), client))
    for secret in (b"inspector", b"reader77", b"loud horn!", b"zzz", b"4711", b"inbox"):
        assert secret not in body


@pytest.mark.parametrize("name", ["ferry", "hostile"])
def test_nothing_that_the_wire_sends_becomes_active(client: Client, name: str) -> None:
    _, body = client.get(path(story(name), client))
    page = html.fromstring(body)
    assert page.xpath("//iframe | //style | //object | //embed | //form | //base") == []
    # Only what is ours: the page's script, its data and the drawing of its QR code.
    assert [s for s in page.iter("script") if s.get("type") != "application/ld+json"] == page.xpath(
        "//head/script[@src]"
    )
    assert page.xpath("//head/script[@src]/@src")[0].startswith("/assets/")
    assert page.xpath("//svg") == page.xpath("//details/svg")
    attributes = [(e.tag, a, v) for e in page.iter() for a, v in e.attrib.items()]
    assert [a for a in attributes if a[1].startswith("on")] == []
    assert [a for a in attributes if a[2].split(":")[0].strip().lower() in ("javascript", "data")] == []
    assert page.xpath("//img[not(starts-with(@src, 'https:'))]") == []


@pytest.mark.parametrize("where", ["/", "/feeds/coast"])
def test_a_list_shows_the_first_picture_of_a_story_without_words_of_its_own(
    client: Client, where: str
) -> None:
    page = html.fromstring(client.get(where)[1])
    (entry,) = [e for e in page.xpath("//article") if "milk cans" in e.text_content()]
    (shown,) = entry.findall("img")
    assert (shown.get("src"), shown.get("alt")) == ("https://img.example/raft-1600.jpg", "")
    assert "raft-640.jpg 640w" in shown.get("srcset")
    assert shown.get("referrerpolicy") == "no-referrer"


@pytest.mark.parametrize("where", ["/", "/feeds/coast"])
def test_hostile_headlines_are_words_in_lists(client: Client, where: str) -> None:
    _, body = client.get(where)
    assert html.fromstring(body).xpath("//script | //svg | //i") == []
    assert "<script>alert('headline')</script>\" onmouseover=\"alert(3) & more" in words(body)
    assert "{{ 7 * 7 }}" in words(body)


def test_a_canonical_address_that_no_browser_should_follow_is_not_said(client: Client) -> None:
    """`share` does not replace what the wire names by a guess: without address there are no links either."""
    _, body = client.get(path(story("hostile"), client))
    page = html.fromstring(body)
    assert page.xpath("//link[@rel='canonical']") == []
    assert page.xpath("//ul[@class='share']//a") == []


def test_every_page_is_locked_down_and_self_contained(client: Client) -> None:
    for where in ("/", "/feeds/coast", path(story("ferry"), client), "/nothing", "/articles/x"):
        response, body = client.get(where)
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        scripts = html.fromstring(body).xpath("//script/@src")
        policy = response.headers["Content-Security-Policy"]
        assert ("script-src 'self';" if scripts else "default-src 'none'; style-src") in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
        loaded = html.fromstring(body).xpath("//link[@rel='stylesheet' or @rel='icon']/@href")
        assert len(loaded) == 2
        for asset in (*loaded, *scripts):
            assert asset.startswith("/assets/")
            got, _ = client.get(asset)
            assert (got.status, "immutable" in got.headers["Cache-Control"]) == (200, True)


def test_scripts_that_run_from_the_right(client: Client) -> None:
    _, body = client.get(path(story("urdu"), client))
    page = html.fromstring(body)
    assert (page.get("lang"), page.get("dir")) == ("ur", "rtl")
    _, body = client.get("/feeds/coast")
    entries = {a.get("lang"): a.get("dir") for a in html.fromstring(body).xpath("//article")}
    assert entries == {"en": "ltr", "en-IN": "ltr", "ur": "rtl", "hi": "ltr"}


@pytest.mark.parametrize("where", ["/", "/feeds/coast"])
def test_formats_can_be_found_by_people_and_by_readers(client: Client, where: str) -> None:
    _, body = client.get(where)
    page, base = html.fromstring(body), client.newsroom.settings.site.base_url
    links = {(a.get("type"), a.get("href")) for a in page.xpath("//link[@rel='alternate']")}
    assert ("application/rss+xml", f"{base}/feeds/coast.rss") in links
    assert ("application/feed+json", f"{base}/feeds/coast.json") in links
    names = {a.text: a.get("href") for a in page.xpath("//ul[@class='formats']//a")}
    assert names["JSON Feed"] == f"{base}/feeds/coast.json"


def test_the_index_shows_the_newest_first_and_every_feed(client: Client) -> None:
    _, body = client.get("/")
    page = html.fromstring(body)
    assert page.xpath("string((//section[@class='latest']//h3)[1])").startswith("Night ferry")
    assert page.xpath("//section[@class='card']/h3/a/text()") == ["Coast", "World"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("where", ["/", "/feeds/coast", "article"])
def test_pages_answer_conditions_and_codings(client: Client, where: str, method: str) -> None:
    at = path(story("ferry"), client) if where == "article" else where
    plain, body = client.get(at)
    packed, sent = client.get(at, accept_encoding="gzip")
    assert gzip.decompress(sent) == body
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    same, nothing = client.ask(method, at, {"If-None-Match": plain.headers["ETag"]})
    assert (same.status, nothing, same.headers["ETag"]) == (304, b"", plain.headers["ETag"])
    head, nothing = client.ask("HEAD", at)
    assert (head.status, nothing, head.headers["Content-Length"]) == (200, b"", str(len(body)))


@pytest.mark.parametrize("slug", ["", "/", "/another-slug", "/night-ferry", "/%D8%B4"])
def test_other_slugs_lead_to_the_kept_one_whatever_host_is_named(client: Client, slug: str) -> None:
    ferry = story("ferry")
    response, _ = client.get(f"/articles/{short_id(ferry.guid)}{slug}", host="evil.example")
    if slug == "/":
        assert response.status == 404
        return
    assert response.status == 301
    target = urlsplit(response.headers["Location"])
    assert (target.netloc, target.path) == ("", path(ferry, client))


def test_a_slug_in_another_script_is_compared_as_it_is_meant(client: Client) -> None:
    urdu = story("urdu")
    escaped = path(urdu, client)
    assert client.get(escaped)[0].status == 200
    assert client.get(quote(escaped.lower(), safe="/%"))[0].status == 200


def test_no_page_names_the_host_of_the_request(client: Client) -> None:
    for where in ("/", "/feeds/coast", path(story("ferry"), client), "/nothing"):
        response, body = client.get(where, host="evil.example", x_forwarded_host="evil.example")
        assert b"evil.example" not in body.replace(b"https://evil.example/", b"")
        assert "evil.example" not in str(response.headers)


def test_embargoed_and_unknown_cannot_be_told_apart(client: Client) -> None:
    embargoed = client.get(path(story("embargoed"), client))
    unknown = client.get(path(changed(story("embargoed"), guid="tag:nobody:1"), client))
    bare = client.get(f"/articles/{short_id(story('embargoed').guid)}")
    nonsense = client.get("/articles/ÿ".encode().decode("latin-1").replace("Ã¿", "%FF"))
    for response, body in (embargoed, unknown, bare, nonsense):
        assert (response.status, body) == (404, unknown[1])
        assert {**dict(response.headers), "date": ""} == {**dict(unknown[0].headers), "date": ""}
    for where in ("/", "/feeds/coast", "/metrics"):
        assert b"lamp-keeper" not in client.get(where)[1]


def test_an_embargo_moves_no_byte_of_any_page(own: Client) -> None:
    own.newsroom.add(story("ferry"))
    before = {where: own.get(where)[0].headers["ETag"] for where in ("/", "/feeds/coast")}
    own.newsroom.add(story("embargoed"))
    time.sleep(1.1)  # lists are kept for a second
    after = {where: own.get(where)[0].headers["ETag"] for where in before}
    assert after == before


def test_a_release_shows_the_story_at_once(own: Client) -> None:
    waiting = story("embargoed")
    stored = own.newsroom.add(waiting)
    assert own.get(path(waiting, own))[0].status == 404
    freed = changed(waiting, embargoed=NOW, version=2)
    own.newsroom.revise(stored, freed, "release")
    assert own.get(path(waiting, own))[0].status == 200
    assert b"lamp-keeper" in own.get("/feeds/coast")[1]


def test_an_embargo_holds_by_its_own_time_whatever_the_log_says(own: Client) -> None:
    """The clock was ahead when it was stored: the log calls it visible before its time."""
    waiting = story("embargoed")
    with own.newsroom.store.write():
        own.newsroom.store.articles.add(waiting, fingerprint(waiting), ALL_TIME, "new")
    assert own.get(path(waiting, own))[0].status != 200
    assert b"lamp-keeper" not in own.get("/")[1]


def test_a_kill_takes_effect_at_once_everywhere(own: Client) -> None:
    article = story("withdrawn")
    stored = own.newsroom.add(article)
    for _ in range(2):  # the second time from memory
        assert own.get(path(article, own))[0].status == 200
    assert b"Bakery" in own.get("/feeds/coast")[1]
    own.newsroom.revise(stored, changed(article, pub_status="canceled", version=2), "kill")
    response, body = own.get(path(article, own))
    assert response.status == 410
    assert "withdrawn" in words(body)
    for where in (path(article, own), f"/articles/{short_id(article.guid)}", "/", "/feeds/coast"):
        assert b"akery" not in own.get(where)[1].replace(b"bakery-strike", b"")


def test_an_expired_story_is_gone(own: Client) -> None:
    article = changed(story("withdrawn"), expires=NOW - timedelta(days=1))
    with own.newsroom.store.write():
        own.newsroom.store.articles.add(article, fingerprint(article), NOW - timedelta(days=2), "new")
    assert own.get(path(article, own))[0].status == 410


def test_a_correction_replaces_the_page_that_was_kept(own: Client) -> None:
    article = story("withdrawn")
    stored = own.newsroom.add(article)
    first, _ = own.get(path(article, own))
    # Same number, other words: agencies do that.
    corrected = changed(article, subheadline="A correction in small type")
    own.newsroom.revise(stored, corrected, "update")
    response, body = own.get(path(article, own), if_none_match=first.headers["ETag"])
    assert response.status == 200
    assert "A correction in small type" in words(body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_pages_can_only_be_read(client: Client, method: str) -> None:
    response, body = client.ask(method, "/")
    assert response.status == 405
    assert {"GET", "HEAD"} == set(response.headers["Allow"].split(", "))
    assert "can only be read" in words(body)


@pytest.mark.parametrize("where", ["/nothing", "/feeds/nothing", "/articles", "/articles/", "/assets/x.css"])
def test_what_does_not_exist_is_a_readable_page(client: Client, where: str) -> None:
    response, body = client.get(where)
    assert (response.status, "Not found" in words(body)) == (404, True)
    head, nothing = client.ask("HEAD", where)
    assert (head.status, nothing) == (404, b"")


@pytest.fixture(scope="module")
def bazaar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A Hindi newsroom with a feed in Urdu and one in Tamil, for which there are no words."""
    feeds = (
        Feed(name="coast", title="तट", formats=("rss",)),
        Feed(name="urdu", title="ساحل", formats=("rss",), language="ur"),
        Feed(name="tamil", title="கரை", formats=("rss",), language="ta"),
    )
    site = Site(title="तट समाचार", base_url="https://coast.example", language="hi", timezone="Asia/Kolkata")
    with serving(tmp_path_factory.mktemp("bazaar"), feeds=feeds, site=site) as client:
        client.newsroom.add(story("hindi"))
        client.newsroom.add(story("urdu"), feed="urdu")
        client.newsroom.add(story("ferry"), feed="urdu")
        yield client


@pytest.mark.parametrize(
    ("where", "language", "direction", "said"),
    [
        ("/", "hi", "ltr", ["ताज़ा ख़बरें", "फ़ीड"]),
        ("/feeds/coast", "hi", "ltr", ["फ़ीड", "सदस्यता लें"]),
        ("/feeds/urdu", "ur", "rtl", ["فیڈ", "سبسکرائب کریں", "تازہ کاری"]),
        ("/feeds/tamil", "ta", "ltr", ["इस समय कोई ख़बर नहीं है।"]),
        ("/nothing", "hi", "ltr", ["पृष्ठ नहीं मिला", "ताज़ा ख़बरों पर जाएँ"]),
    ],
)
def test_lists_and_notices_speak_the_language_of_their_feed_or_site(
    bazaar: Client, where: str, language: str, direction: str, said: list[str]
) -> None:
    _, body = bazaar.get(where)
    page = html.fromstring(body)
    assert (page.get("lang"), page.get("dir")) == (language, direction)
    assert [text for text in said if text not in words(body)] == []
    assert [
        w for w in ("Subscribe", "Latest", "Feed", "updated", "No stories", "newest") if w in words(body)
    ] == []


def test_our_words_are_marked_inside_stories_and_pages_of_other_languages(bazaar: Client) -> None:
    urdu = html.fromstring(bazaar.get("/feeds/urdu")[1])
    (english,) = urdu.xpath("//article[@lang='en']")
    (times,) = english.xpath(".//p[@class='facts']/span[@lang='ur'][@dir='rtl']")
    assert len(times.findall(".//time")) >= 1
    tamil = html.fromstring(bazaar.get("/feeds/tamil")[1])
    assert tamil.xpath("//p[@class='empty']/@lang") == ["hi"]


def test_a_withdrawn_story_is_missed_in_its_own_language(own: Client) -> None:
    own.newsroom.add(changed(story("hindi"), pub_status="canceled"), feed=None)
    hidden = own.get(path(story("hindi"), own))
    told = own.newsroom.add(story("urdu"))
    own.newsroom.revise(told, changed(story("urdu"), pub_status="canceled", version=9), "kill")
    response, body = own.get(path(story("urdu"), own))
    assert (response.status, html.fromstring(body).get("lang")) == (410, "ur")
    assert "یہ خبر واپس لے لی گئی ہے" in words(body)
    unknown = own.get("/articles/aaaaaaaaaaaaaaaa/nothing")
    assert (hidden[0].status, hidden[1]) == (404, unknown[1])


def test_a_page_that_fails_says_so_and_the_next_one_is_served(own: Client) -> None:
    own.newsroom.add(story("ferry"))
    with sqlite3.connect(own.newsroom.store.path) as damage:
        damage.execute("UPDATE version SET document = x'00'")
    damage.close()
    response, body = own.get(path(story("ferry"), own))
    assert (response.status, "The fault has been noted" in words(body)) == (500, True)
    assert b"zlib" not in body
    assert own.get("/healthz")[0].status == 200
