"""What belongs to a story besides its words: head, share row, related stories, QR code, documents, oEmbed."""

import io
import json
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import quote

import extruct
import msgspec
import pytest
import zxingcpp
from lxml import etree, html
from PIL import Image

from syndication.model import Feed, Profile, Sharing, Site
from syndication.model.article import AltId
from syndication.model.identity import short_id
from syndication.web import ServedFormat, WebSettings, start
from tests.web.newsroom import FORMATS, Client, serving, story
from tests.web.test_pages import changed, path, words

SITE = Site(title="Coast Daily", base_url="https://coast.example", language="en-IN")
ADDRESS = "https://coast.example" + SITE.path(story("regatta"))
EVERYTHING = ("", "/share", "/qr.svg", "/qr.png", ".ninjs.json", ".nitf.xml", ".newsml-g2.xml", ".newsml.xml")


def below(name: str, rest: str) -> str:
    """Return an address that belongs to the story."""
    return f"/articles/{short_id(story(name).guid)}{rest}"


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A newsroom at a public address."""
    with serving(tmp_path_factory.mktemp("coast"), site=SITE, sharing=Sharing(campaign=True)) as client:
        for name in ("regatta", "ferry", "hindi", "urdu", "embargoed"):
            client.newsroom.add(story(name))
        yield client


def test_an_independent_reader_finds_the_story_in_its_open_graph(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    read = extruct.extract(body.decode(), syntaxes=["opengraph"])["opengraph"][0]["properties"]
    said, article = dict(reversed(read)), story("regatta")
    assert said["og:title"] == article.headline
    assert said["og:description"] == article.summary
    assert said["og:url"] == ADDRESS
    assert said["og:image"] == "https://img.example/raft-1600.jpg"
    assert (said["og:image:width"], said["og:image:height"]) == ("1600", "900")
    assert said["og:locale"] == "en_IN"
    assert said["article:published_time"] == "2026-11-22T11:00:00Z"
    assert said["article:modified_time"] == "2026-11-22T15:30:00Z"
    assert said["article:section"] == "sailing"
    assert [value for name, value in read if name == "article:tag"] == list(article.keywords)


def test_an_independent_reader_finds_the_story_in_its_dublin_core(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    (read,) = extruct.extract(body.decode(), syntaxes=["dublincore"])["dublincore"]
    found = [(e["name"], e["content"]) for e in (*read["elements"], *read["terms"])]
    article = story("regatta")
    # This reader takes the plain description and author for Dublin Core, too.
    assert {pair for pair in found if pair[0].startswith("DC")} == {
        ("DC.title", article.headline),
        ("DC.creator", "Meenal Karvande"),
        ("DC.creator", "Tobias Quill"),
        ("DC.date.issued", "2026-11-22"),
        ("DCTERMS.modified", "2026-11-22T15:30:00Z"),
        ("DC.language", "en-IN"),
        ("DC.identifier", ADDRESS),
        ("DC.publisher", "Coast Daily"),
        ("DC.rights", "Coast Wire"),
    }


def test_the_json_ld_has_what_search_engines_recommend(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    [data] = extruct.extract(body.decode(), syntaxes=["json-ld"])["json-ld"]
    article = story("regatta")
    assert (data["@context"], data["@type"]) == ("https://schema.org", "NewsArticle")
    assert data["headline"] == article.headline == html.fromstring(body).findtext(".//h1")
    assert [image["url"].rpartition("/")[2] for image in data["image"]] == [
        "raft-1600.jpg",
        "raft-square.jpg",
    ]
    assert (data["datePublished"], data["dateModified"]) == ("2026-11-22T11:00:00Z", "2026-11-22T15:30:00Z")
    assert [(a["@type"], a["name"]) for a in data["author"]] == [
        ("Person", "Meenal Karvande"),
        ("Person", "Tobias Quill"),
    ]
    assert data["publisher"]["name"] == "Coast Daily"
    assert [c["text"] for c in data["correction"]] == ["Corrects the number of milk cans to 64."]
    assert data["articleSection"] == ["sailing"]
    assert data["mainEntityOfPage"]["@id"] == ADDRESS


def test_the_head_comes_first_and_within_what_previewers_read(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    assert body.index(b"</script>") < 16_384
    assert body.index(b"og:title") < body.index(b"stylesheet")


def test_the_head_names_every_other_form_of_the_story_and_its_feeds(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    found = {a.get("href"): a.get("type") for a in html.fromstring(body).xpath("//link[@rel='alternate']")}
    own = f"https://coast.example{below('regatta', '')}"
    assert found[f"{own}.ninjs.json"] == "application/json"
    assert found[f"{own}.newsml-g2.xml"] == "application/vnd.iptc.g2.newsitem+xml"
    assert found["https://coast.example/feeds/coast.rss"] == "application/rss+xml"
    oembed = f"https://coast.example/oembed?url={quote(ADDRESS, safe='')}&format=json"
    assert found[oembed] == "application/json+oembed"


def test_a_page_is_a_304_after_a_restart_and_after_other_stories(own: Client) -> None:
    """Its tag follows from its bytes, which other stories and the process that made them do not change."""
    own.newsroom.add(story("ferry"))
    where = path(story("ferry"), own)
    page = own.get(where)[0].headers["ETag"]
    preview = own.get(where.rpartition("/")[0] + "/share")[0].headers["ETag"]
    own.newsroom.add(story("hindi"))
    assert own.get(where, if_none_match=page)[0].status == 304
    settings = msgspec.structs.replace(own.newsroom.settings, port=0)
    with start(settings) as again:
        other = Client(own.newsroom, again)
        assert other.get(where, if_none_match=page)[0].status == 304
        assert other.get(where.rpartition("/")[0] + "/share", if_none_match=preview)[0].status == 304


def test_a_sitemap_is_no_feed_to_subscribe_to(tmp_path: Path) -> None:
    sitemap = ServedFormat(name="sitemap-news", extension=".xml", media_type="application/xml")
    feeds = (
        Feed(name="robots", title="For robots", formats=("sitemap-news",)),
        Feed(name="coast", title="Coast", formats=("rss", "sitemap-news")),
    )
    with serving(tmp_path, site=SITE, feeds=feeds, formats=(*FORMATS, sitemap)) as client:
        client.newsroom.add(story("ferry"))
        for where in ("/", path(story("ferry"), client), "/feeds/coast"):
            _, body = client.get(where)
            assert b"For robots" not in body
            assert "https://coast.example/feeds/coast.rss" in html.fromstring(body).xpath("//link/@href")
            assert b"coast.xml" not in body
        own = client.get("/feeds/robots")
        assert (own[0].status, html.fromstring(own[1]).xpath("//*[@class='subscribe']")) == (200, [])
        assert client.get("/feeds/robots.xml")[0].status == 200


def test_page_style_and_script_stay_under_forty_kilobytes(coast: Client) -> None:
    for name in ("regatta", "ferry", "urdu"):
        _, body = coast.get(path(story(name), coast))
        files = html.fromstring(body).xpath(
            "//head/link[starts-with(@href, '/assets/')]/@href | //script/@src"
        )
        assert len(files) == 3
        assert len(body) + sum(len(coast.get(file)[1]) for file in files) < 40_000


def test_films_and_sounds_can_be_played(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    page = html.fromstring(body)
    assert page.xpath("//video/source/@src") == ["https://img.example/raft.mp4"]
    assert page.xpath("//video/@poster") == ["https://img.example/raft-poster.jpg"]
    assert page.xpath("//audio/source/@src") == ["https://img.example/crowd.mp3"]
    assert set(page.xpath("//video/@preload | //audio/@preload")) == {"none"}
    assert b"raft.mov" not in body
    assert page.xpath("//img/@srcset") == [
        "https://img.example/raft-640.jpg 640w, https://img.example/raft-1600.jpg 1600w"
    ]


def test_related_stories_are_those_that_may_be_seen(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    related = html.fromstring(body).xpath("//nav[@class='related']//a")
    assert [(a.get("href"), a.text) for a in related] == [
        (SITE.path(story(name)), story(name).headline) for name in ("ferry", "hindi")
    ]
    for hidden in (b"lamp", b"Never heard", b"older headline"):
        assert hidden not in body


def test_a_related_story_goes_with_its_kill(own: Client) -> None:
    own.newsroom.add(story("regatta"))
    ferry = own.newsroom.add(story("ferry"))
    for _ in range(2):
        assert b"Night ferry" in own.get(path(story("regatta"), own))[1]
    own.newsroom.revise(ferry, changed(story("ferry"), pub_status="canceled", version=3), "kill")
    assert b"Night ferry" not in own.get(path(story("regatta"), own))[1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hindi", ("प्रकाशित", "नवंबर", "यह ख़बर साझा करें", "स्रोत: Coast Wire")),
        ("urdu", ("اشاعت", "نومبر", "شیئر کریں")),
    ],
)
def test_labels_are_in_the_language_of_the_story(coast: Client, name: str, said: tuple[str, ...]) -> None:
    body = html.fromstring(coast.get(path(story(name), coast))[1]).find("body")
    text = " ".join(body.text_content().split())
    for label in said:
        assert label in text
    for english in ("Published", "Share this", "Copy link", "Source:"):
        assert english not in text


def test_the_share_row_works_without_a_script(coast: Client) -> None:
    _, body = coast.get(path(story("regatta"), coast))
    page = html.fromstring(body)
    names = [a.text for a in page.xpath("//ul[@class='share']//a")]
    assert names == ["WhatsApp", "Telegram", "X", "Facebook", "LinkedIn", "Email"]
    assert page.xpath("//ul[@class='share']//button/@data-share") == ["copy", "native", "print"]
    assert len(page.xpath("//ul[@class='share']//details/svg")) == 1
    assert page.xpath("//p[@class='permalink']/a/@href") == [ADDRESS]
    assert "utm_source=whatsapp" in page.xpath("//ul[@class='share']//a/@href")[0].replace("%3D", "=")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_qr_code_leads_to_the_story(coast: Client, form: str) -> None:
    response, body = coast.get(below("regatta", f"/qr.{form}"))
    assert response.status == 200
    assert coast.get(below("regatta", f"/qr.{form}"), if_none_match=response.headers["ETag"])[0].status == 304
    if form == "svg":
        assert response.headers["Content-Type"] == "image/svg+xml"
        assert etree.fromstring(body).tag == "{http://www.w3.org/2000/svg}svg"
    else:
        [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(body)))
        assert code.text.startswith(ADDRESS)
        assert "utm_source=qr" in code.text


def test_single_documents_come_in_their_formats(coast: Client) -> None:
    response, body = coast.get(below("regatta", ".ninjs.json"))
    assert (response.status, response.headers["Content-Type"]) == (200, "application/json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert json.loads(body)["uri"] == story("regatta").guid
    response, body = coast.get(below("regatta", ".newsml-g2.xml"))
    assert response.headers["Content-Type"] == "application/vnd.iptc.g2.newsitem+xml; charset=utf-8"
    assert etree.fromstring(body).get("guid") == story("regatta").guid
    assert coast.get(below("regatta", ".doc"))[0].status == 404


@pytest.mark.parametrize("rest", EVERYTHING)
def test_nothing_tells_an_embargoed_story_from_an_unknown_one(coast: Client, rest: str) -> None:
    embargoed = coast.get(below("embargoed", rest))
    unknown = coast.get(f"/articles/{short_id('tag:nobody:1')}{rest}")
    assert embargoed[0].status == unknown[0].status == 404
    assert embargoed[1] == unknown[1]
    assert {**dict(embargoed[0].headers), "date": ""} == {**dict(unknown[0].headers), "date": ""}


@pytest.mark.parametrize("rest", EVERYTHING)
def test_nothing_is_left_of_a_killed_story(own: Client, rest: str) -> None:
    kept = own.newsroom.add(story("withdrawn"))
    at = path(story("withdrawn"), own) if not rest else below("withdrawn", rest)
    for _ in range(2):
        assert own.get(at)[0].status == 200
    asked = f"/oembed?url={own.newsroom.settings.site.base_url}{path(story('withdrawn'), own)}"
    assert own.get(asked)[0].status == 200
    own.newsroom.revise(kept, changed(story("withdrawn"), pub_status="canceled", version=2), "kill")
    response, body = own.get(at)
    assert response.status == 410
    assert b"akery" not in body
    assert own.get(asked)[0].status == 404


@pytest.mark.parametrize("signal", ["kill", "withdrawal"])
def test_a_signal_takes_a_story_away_whatever_its_status_says(own: Client, signal: str) -> None:
    own.newsroom.add(changed(story("withdrawn"), signals=(signal,)))
    assert own.get(path(story("withdrawn"), own))[0].status == 410
    for where in ("/", "/feeds/coast"):
        assert b"akery" not in own.get(where)[1]


@pytest.mark.parametrize("alt_ids", [(), (AltId("slug", "share"),)], ids=["new", "kept"])
def test_a_story_called_share_has_its_page_and_its_preview(own: Client, alt_ids: tuple[AltId, ...]) -> None:
    named = changed(story("withdrawn"), headline="Share", alt_ids=alt_ids)
    own.newsroom.add(named)
    page = path(named, own)
    _, body = own.get(page)
    assert html.fromstring(body).findtext(".//h1") == "Share"
    preview = html.fromstring(own.get(page.rpartition("/")[0] + "/share")[1])
    assert preview.xpath("count(//article)") == 5


def test_the_preview_shows_every_card_and_what_to_mend(coast: Client) -> None:
    response, body = coast.get(below("regatta", "/share"))
    page, text = html.fromstring(body), words(body)
    assert response.status == 200
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//article/h3/text()") == ["X", "Facebook", "WhatsApp", "LinkedIn", "Google"]
    assert "the title has 63 characters and is cut: Google at 60" in text
    assert page.xpath("//script") == []
    assert "there is no og:image" in words(coast.get(below("hindi", "/share"))[1])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hindi", ["साझा करने पर यह ऐसी दिखेगी", "सुधारने योग्य", "चेतावनी"]),
        ("urdu", ["شیئر ہونے پر", "قابلِ اصلاح", "کارڈ"]),
    ],
)
def test_the_preview_speaks_the_language_of_its_story(coast: Client, name: str, said: list[str]) -> None:
    _, body = coast.get(below(name, "/share"))
    page = html.fromstring(body)
    assert page.get("lang") == story(name).language
    assert [text for text in said if text not in words(body)] == []
    rules = page.xpath("//ul[@class='findings']/li/code/text()")
    assert rules
    assert set(page.xpath("//ul[@class='findings']/li/span/@lang")) == {"en"}


def ask(client: Client, method: str = "GET", **parameters: str) -> tuple[HTTPResponse, bytes]:
    """Ask the endpoint; parameters are encoded."""
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters.items())
    return client.ask(method, f"/oembed?{query}")


def test_oembed_speaks_json_and_xml(coast: Client) -> None:
    response, body = ask(coast, url=ADDRESS)
    assert (response.status, response.headers["Content-Type"]) == (200, "application/json")
    said = json.loads(body)
    assert (said["type"], said["version"], said["title"]) == ("link", "1.0", story("regatta").headline)
    assert (said["provider_name"], said["author_name"]) == ("Coast Daily", "Meenal Karvande")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    again, nothing = coast.get(f"/oembed?url={ADDRESS}", if_none_match=response.headers["ETag"])
    assert (again.status, nothing) == (304, b"")
    response, body = ask(coast, url=ADDRESS, format="xml")
    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert {e.tag: e.text for e in etree.fromstring(body)} == {key: str(value) for key, value in said.items()}
    assert (ask(coast, "HEAD", url=ADDRESS)[0].status, ask(coast, "HEAD", url=ADDRESS)[1]) == (200, b"")


@pytest.mark.parametrize(
    ("method", "parameters", "status"),
    [
        ("POST", {"url": ADDRESS}, 405),
        ("GET", {}, 400),
        ("GET", {"url": "nonsense"}, 400),
        ("GET", {"url": ADDRESS, "maxwidth": "-1"}, 400),
        ("GET", {"url": ADDRESS, "format": "yaml"}, 501),
        ("GET", {"url": "https://other.example/articles/aaaaaaaaaaaaaaaa"}, 404),
        ("GET", {"url": "https://coast.example" + SITE.path(story("embargoed"))}, 404),
        ("OPTIONS", {}, 204),
    ],
)
def test_oembed_refuses_without_a_body(
    coast: Client, method: str, parameters: dict[str, str], status: int
) -> None:
    response, body = ask(coast, method, **parameters)
    assert (response.status, body) == (status, b"")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert (response.headers["Allow"] is not None) == (status in (204, 405))


def test_a_site_that_hides_paid_stories_answers_401(tmp_path: Path) -> None:
    with serving(tmp_path, site=SITE, sharing=Sharing(free_to_read=False, hide_paid=True)) as client:
        client.newsroom.add(story("regatta"))
        response, body = ask(client, url=ADDRESS)
        assert (response.status, body) == (401, b"")
        assert response.headers["WWW-Authenticate"].startswith("Subscription ")


def test_how_a_site_shares_reaches_the_web_process(tmp_path: Path) -> None:
    sharing = Sharing(order=("mastodon",), without=("qr",), x_handle="@coast")
    with serving(tmp_path, site=SITE, sharing=sharing) as client:
        client.newsroom.add(story("regatta"))
        page = html.fromstring(client.get(path(story("regatta"), client))[1])
        assert [a.text for a in page.xpath("//ul[@class='share']//a")] == ["Mastodon"]
        assert page.xpath("//details") == []
        assert page.xpath("//meta[@name='twitter:site']/@content") == ["@coast"]
        settings: WebSettings = client.newsroom.settings
        assert msgspec.json.decode(msgspec.json.encode(settings), type=WebSettings) == settings


def test_single_documents_follow_the_baseline_of_the_site(tmp_path: Path) -> None:
    """`[profile.baseline]` in the configuration changes them like the feeds."""
    address = f"/articles/{short_id(story('ferry').guid)}.newsml-g2.xml"
    bodies = []
    for single in (Profile(), Profile(hop_history=True)):
        with serving(tmp_path / str(single.hop_history), single=single) as client:
            client.newsroom.add(story("ferry"))
            bodies.append(client.get(address)[1])
            base = client.newsroom.settings.site.base_url.encode()
            assert base in bodies[-1]
    assert [b"hopHistory" in body for body in bodies] == [False, True]
