"""Share links: decoding one once gives back the exact words and the exact address."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from syndication.model import Article, Site, graphemes
from syndication.model.article import Media, Rendition, Source
from syndication.share import (
    NETWORKS,
    NativeData,
    Shareable,
    ShareLink,
    Sharing,
    admit,
    by_id,
    counting,
    link,
    links,
)
from syndication.share.clean_text import clean

DATA = Path(__file__).parents[1] / "data" / "share"
PARAMETERS: dict[str, dict[str, str]] = json.loads((DATA / "parameters.json").read_text(encoding="utf-8"))
EQUIPPED = Sharing(facebook_app_id="123", lemmy_instance="lemmy.example")
PICTURE = Media(
    "p", "picture", renditions=(Rendition("https://img.example/a b.jpg", None, "image/jpeg", 1200, 675),)
)
HEADLINES: list[str] = json.loads((DATA / "headlines.json").read_text(encoding="utf-8"))
ADDRESSES = [
    "https://hillpost.example/world/7",
    "https://hillpost.example/a%2Fb/50%25?x=1&y=%26&z=a+b#top",
    "https://समाचार.भारत/ख़बर?q=नीति",
]


def decoded(href: str) -> dict[str, str]:
    """Read a link as its receiver does: percent-decoding once, `+` is a plus."""
    rest = re.split(r"[?#]", href, maxsplit=1)[1]
    return {
        unquote(name): unquote(value)
        for name, _, value in (pair.partition("=") for pair in rest.split("&") if pair)
    }


@pytest.mark.parametrize("network_id", PARAMETERS)
@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_gives_back_its_words_and_address(
    network_id: str, headline: str, address: str, story: Callable[..., Shareable]
) -> None:
    shared = story(EQUIPPED, headline=headline, summary=f"So: {headline}", url=address, media=(PICTURE,))
    title, url = clean(headline), str(shared.address)
    summary = f"So: {title}"
    expected = {
        "title": title,
        "url": url,
        "text": f"{title}\n{url}",
        "summary": summary,
        "mail": f"{summary}\r\n\r\n{url}",
        "image": "https://img.example/a%20b.jpg",
        "host": shared.address.host if shared.address else "",
    }
    href = link(shared, by_id(network_id)).href
    assert href is not None
    assert re.fullmatch(r"[!-~]+", href)
    assert not re.search(r"[+'()*<>\"]", href.partition(":")[2])
    found = decoded(href)
    assert {name: found[at] for name, at in PARAMETERS[network_id].items()} == {
        name: expected[name] for name in PARAMETERS[network_id]
    }


# Any code point, lone surrogates and NUL with them, and what links, mails and scripts trip over.
PIECES = st.sampled_from(
    [
        "&",
        "#",
        "%",
        "%41",
        "+",
        "'",
        '"',
        "<",
        "\r\n",
        "\0",
        "\ud83d",
        "\udc00",
        "👨\u200d👩\u200d👧",
        "🇮🇳",
        "👍🏽",
        "क्ष",
        "नीति",
        "خبر",
        "ہے\u200c",
        "é",
        " ",
    ]
)
ANYTHING = st.lists(st.one_of(PIECES, st.characters(exclude_categories=())), max_size=120).map("".join)


@settings(deadline=None)
@given(ANYTHING, ANYTHING)
@example("\ud800 & \0", "\ud800/\0?a=%&b#c")
def test_whatever_the_headline_the_address_arrives_whole(headline: str, path: str) -> None:
    shared = made(headline, f"https://hillpost.example/{path}")
    title, url = clean(headline), str(shared.address)
    for network_id, places in PARAMETERS.items():
        made_link = link(shared, by_id(network_id))
        if made_link.href is None:
            assert made_link.reason in {
                "the story has no headline",
                "the story has no picture at an https address",
            }
            continue
        found = decoded(made_link.href)
        said = found.get(places.get("title", ""), "")
        if "url" in places:
            assert found[places["url"]] == url
        else:
            said, _, arrived = found[places.get("text", places.get("mail", ""))].rpartition("\n")
            assert arrived == url
        if "mail" not in places and said not in ("", title):
            assert said.endswith("…")
            assert title.startswith(said.removesuffix("…"))


def made(headline: str, url: str) -> Shareable:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    article = Article(guid="urn:example:1", headline=headline, url=url, source=Source("s", "l", "text", now))
    shared = admit(article, Site(), EQUIPPED, now)
    assert shared is not None
    return shared


LONG = "शब्द " * 400
LIMITS = [
    ("telegram", 4096, counting.code_points),
    ("reddit", 300, counting.code_points),
    ("threads", 500, counting.threads),
    ("lemmy", 200, counting.code_points),
    ("pinterest", 500, counting.code_points),
    ("hackernews", 80, counting.code_points),
    ("weibo", 280, counting.weibo),
    ("livejournal", 255, counting.code_points),
    ("pinboard", 255, counting.code_points),
    ("gab", 3000, counting.code_points),
    ("truthsocial", 1000, counting.code_points),
    ("vk", 300, graphemes.length),
    ("bluesky", 300, graphemes.length),
    ("mastodon", 500, counting.mastodon),
    ("viber", 1000, counting.code_points),
    ("threema", 3500, counting.octets),
    ("whatsapp", 300 + 1 + 32, graphemes.length),
]


@pytest.mark.parametrize(
    ("network_id", "most", "measure"), LIMITS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_words_are_cut_to_the_networks_own_limit(
    network_id: str, most: int, measure: counting.Measure, story: Callable[..., Shareable]
) -> None:
    href = link(story(EQUIPPED, headline=LONG, media=(PICTURE,)), by_id(network_id)).href
    assert href is not None
    places = PARAMETERS[network_id]
    said = decoded(href)[places.get("title", places.get("text", ""))]
    assert "…" in said
    if network_id not in {"telegram", "gab"}:  # the length of the whole link is the narrower bound for these
        assert most - measure("शब्द ") < measure(said) <= most
    assert len(href) <= 8000 or network_id in {"viber", "threema"}


def test_x_leaves_room_for_what_its_composer_adds(story: Callable[..., Shareable]) -> None:
    sharing = Sharing(hashtags=True, x_handle="@hillpost")
    shared = story(sharing, headline="word " * 80, keywords=("South Korea", "विदेश नीति", "third"))
    found = decoded(link(shared, by_id("x")).href or "")
    assert found["hashtags"] == "SouthKorea,विदेशनीति"
    assert found["via"] == "hillpost"
    composed = f"{found['text']} {found['url']} #SouthKorea #विदेशनीति via @hillpost"
    assert 275 <= counting.x(composed) <= 280


@pytest.mark.parametrize("network_id", ["x", "bluesky"])
def test_hashtags_that_leave_no_room_are_dropped(network_id: str, story: Callable[..., Shareable]) -> None:
    sharing = Sharing(hashtags=True, hashtag_limit=30)
    found = decoded(
        link(story(sharing, keywords=tuple(f"keyword {n}" * 9 for n in range(9))), by_id(network_id)).href
        or ""
    )
    assert found["text"].startswith("Rain returns to the hills")
    assert "eyword" not in "".join(found.values())


def test_an_address_longer_than_the_limit_goes_alone(story: Callable[..., Shareable]) -> None:
    url = "https://hillpost.example/" + "a" * 400
    assert decoded(link(story(url=url), by_id("bluesky")).href or "") == {"text": url}


def test_sms_is_never_cut(story: Callable[..., Shareable]) -> None:
    href = link(story(headline=LONG), by_id("sms")).href or ""
    assert href.startswith("sms:?&body=")
    assert decoded(href)["body"] == f"{LONG.strip()}\nhttps://hillpost.example/world/7"


@pytest.mark.parametrize("network_id", ["email", "gmail", "qzone"])
def test_a_long_link_drops_the_summary_first_then_cuts_the_headline(
    network_id: str, story: Callable[..., Shareable]
) -> None:
    network = by_id(network_id)
    places = PARAMETERS[network_id]
    short = link(story(headline="नीति", summary="सार " * 900), network).href or ""
    assert len(short) <= (network.longest or 0)
    assert decoded(short)[places["title"]] == "नीति"
    assert "सार" not in unquote(short)
    assert unquote(unquote(short)).count("hillpost.example/world/7") == 1
    cut = link(story(headline="नीति " * 400, summary="सार " * 900), network).href or ""
    assert len(cut) <= (network.longest or 0)
    assert decoded(cut)[places["title"]].endswith("नीति…")


def test_a_mail_has_no_second_header(story: Callable[..., Shareable]) -> None:
    href = link(story(headline="Rain\r\nBcc: all@hillpost.example", summary=None), by_id("email")).href
    assert href == (
        "mailto:?subject=Rain%20Bcc%3A%20all%40hillpost.example"
        "&body=https%3A%2F%2Fhillpost.example%2Fworld%2F7"
    )


@pytest.mark.parametrize(
    ("network_id", "tagged"),
    [
        ("facebook", "&hashtag=%23SouthKorea"),
        ("threads", "&tag=South%20Korea"),
        ("tumblr", "&tags=SouthKorea%2CRain"),
        ("weibo", "&title=Rain%20returns%20to%20the%20hills%20%23SouthKorea%23%20%23Rain%23"),
        ("mastodon", "hills%20%23SouthKorea%20%23Rain%0Ahttps"),
        ("reddit", "&title=Rain%20returns%20to%20the%20hills"),
    ],
)
def test_each_network_takes_hashtags_in_its_own_place(
    network_id: str, tagged: str, story: Callable[..., Shareable]
) -> None:
    keywords = ("South Korea", "rain", "roads")
    with_tags = link(story(Sharing(hashtags=True), keywords=keywords), by_id(network_id)).href or ""
    without = link(story(keywords=keywords), by_id(network_id)).href or ""
    assert tagged in with_tags
    assert "Korea" not in without


@pytest.mark.parametrize(
    ("network_id", "begins"),
    [
        ("mastodon", "https://social.example/share?text=Rain%20"),
        ("misskey", "https://social.example/share?text=Rain%20"),
        ("lemmy", "https://social.example/create_post?url=https%3A%2F%2F"),
    ],
)
def test_a_configured_instance_is_linked_to(
    network_id: str, begins: str, story: Callable[..., Shareable]
) -> None:
    host = "social.example"
    sharing = Sharing(mastodon_instance=host, misskey_instance=host, lemmy_instance=host)
    assert (link(story(sharing), by_id(network_id)).href or "").startswith(begins)


@pytest.mark.parametrize(
    ("network_id", "fields", "reason"),
    [
        ("messenger", {}, "needs [share] facebook_app_id"),
        ("lemmy", {}, "needs [share] lemmy_instance"),
        ("pinterest", {}, "the story has no picture at an https address"),
        ("telegram", {"headline": None}, "the story has no headline"),
        ("naver", {}, "switched off in [share]"),
        ("x", {"url": "javascript:alert(1)"}, "the story's address cannot be shared"),
        ("copy", {"url": "/world/7"}, "the story's address cannot be shared"),
    ],
)
def test_what_cannot_be_linked_says_why(
    network_id: str, fields: dict[str, str | None], reason: str, story: Callable[..., Shareable]
) -> None:
    found = link(story(Sharing(without=("naver",)), **fields), by_id(network_id))
    assert (found.href, found.url, found.reason) == (None, None, reason)


def test_without_a_headline_the_address_goes_alone_where_it_may(story: Callable[..., Shareable]) -> None:
    href = link(story(headline=None), by_id("whatsapp")).href
    assert href == "https://api.whatsapp.com/send?text=https%3A%2F%2Fhillpost.example%2Fworld%2F7"


def test_the_page_does_what_no_link_can(story: Callable[..., Shareable]) -> None:
    url = "https://hillpost.example/world/7"
    data = NativeData("Rain returns to the hills", "Roads close.", url)
    made_links = links(story(summary="Roads close."), ["copy", "qr", "wechat", "print", "native"])
    assert made_links == (
        ShareLink(id="copy", name="Copy link", kind="copy", url=url),
        ShareLink(id="qr", name="QR code", kind="qr", url=url),
        ShareLink(id="wechat", name="WeChat", kind="qr", url=url),
        ShareLink(id="print", name="Print", kind="print"),
        ShareLink(id="native", name="Share…", kind="native", url=url, data=data),
    )


def test_every_link_carries_its_own_campaign_once(story: Callable[..., Shareable]) -> None:
    sharing = Sharing(campaign=True, campaign_name="Monsoon 2026")
    shared = story(sharing, url="https://hillpost.example/7?p=1&utm_source=old#top")
    for network in NETWORKS:
        found = link(shared, network)
        value = unquote(found.href) if found.href else found.url
        if value is None:
            continue
        campaign = f"?p=1&utm_source={network.id}&utm_medium={network.medium}&utm_campaign=monsoon%202026#top"
        assert campaign in value
        assert value.count("utm_source") == 1
    assert shared.canonical == "https://hillpost.example/7?p=1"
