"""Rights and terms in every format; terms for machines only where the site configures them."""

import msgspec
import pytest
from lxml import etree

from syndication.model import Licensing, Profile, Site
from syndication.model.article import Rights
from syndication.model.licensing import Payment, Rsl, Tdm
from syndication.render import FORMATS, licensing, newsml_g2
from syndication.vocabulary.profiles import profiles
from syndication.xmlns import ATOM, NAR, RSL
from tests.render.baseline import xml
from tests.render.stories import FEED, FULL, PROFILE, SITE, STORIES, UPDATED, make, picture

TERMS = Rsl(
    permits=("search",),
    prohibits=("ai-train", "ai-input"),
    payment=Payment(
        type="subscription", amount="12.50", currency="EUR", custom="https://wire.example/buy?a=1&b=2"
    ),
    server="https://licence.example/api",
    terms="/terms",
)
LICENSED = msgspec.structs.replace(
    SITE,
    usage_terms="Only as agreed",
    licensing=Licensing(rsl=TERMS, tdm=Tdm(reservation=True, policy="/tdm.json")),
)
R = f"{{{RSL}}}"


def feed(name: str, site: Site) -> bytes:
    profile = Profile(site=site)
    return FORMATS[name].document(FEED, profile, UPDATED, [FORMATS[name].entry(FULL, profile)])


@pytest.mark.parametrize("name", ["rss", "atom", "newsml-g2", "json", "ninjs", "nitf", "newsml"])
def test_notice_and_terms_of_a_story_are_in_every_format(name: str) -> None:
    text = feed(name, SITE).decode()
    for said in ("© HWS", "No resale", "Not in Weirland", "No training"):
        assert said in text


@pytest.mark.parametrize("name", ["rss", "atom", "newsml-g2", "json", "ninjs", "nitf", "newsml"])
def test_credit_notice_and_terms_of_a_picture_are_in_every_format(name: str) -> None:
    rights = Rights(notice="© Okello", usage_terms="No archive", geography="Lumen only", ai_terms="No models")
    text = FORMATS[name].entry(make("lent", media=(picture(rights=rights),)), PROFILE).decode()
    for said in ("Mira Okello/HWS", "© Okello", "No archive", "Lumen only", "No models"):
        assert said in text


@pytest.mark.parametrize("name", ["rss", "atom", "json", "ninjs", "newsml-g2-package"])
def test_notice_and_terms_of_the_site_are_in_every_feed(name: str) -> None:
    text = FORMATS[name].document(FEED, Profile(site=LICENSED), UPDATED, []).decode()
    assert "© 2026 Harbour Wire" in text
    assert "Only as agreed" in text


def test_a_story_without_rights_says_nothing() -> None:
    for name in ("rss", "atom", "json"):
        assert b"ights>" not in FORMATS[name].entry(make("plain"), PROFILE)
        assert b"_rights" not in FORMATS[name].entry(make("plain"), PROFILE)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_for_machines_unless_configured(name: str) -> None:
    for said in (b"rslstandard", b"license.xml", b"dataMining", b"tdm"):
        assert said not in feed(name, SITE)


def test_rss_items_carry_the_terms() -> None:
    root = xml(feed("rss", LICENSED))
    assert root.nsmap["rsl"] == RSL
    content = root.find(f"channel/item/{R}content")
    assert content is not None
    assert content.get("url") == root.findtext("channel/item/link")
    assert content.get("server") == "https://licence.example/api"
    assert content.findtext(f"{R}license/{R}permits") == "search"
    assert content.findtext(f"{R}license/{R}prohibits") == "ai-train ai-input"
    payment = content.find(f"{R}license/{R}payment")
    assert payment is not None
    assert [(etree.QName(e).localname, e.text, dict(e.attrib)) for e in payment] == [
        ("custom", "https://wire.example/buy?a=1&b=2", {}),
        ("amount", "12.50", {"currency": "EUR"}),
    ]
    assert content.findtext(f"{R}terms") == "https://wire.example/terms"


def test_terms_are_about_the_sites_own_pages_only() -> None:
    profile = Profile(site=LICENSED)
    away = make("away", url="https://paper.example/a")
    assert b"rsl:" not in FORMATS["rss"].entry(away, profile)


def test_a_profile_that_names_its_extensions_gets_no_terms() -> None:
    strict = profiles(site=LICENSED)["strict"]
    assert b"rsl" not in FORMATS["rss"].document(FEED, strict, UPDATED, [FORMATS["rss"].entry(FULL, strict)])


def test_atom_links_the_licence() -> None:
    links = xml(feed("atom", LICENSED)).findall(f"{{{ATOM}}}link[@rel='license']")
    assert [(link.get("href"), link.get("type")) for link in links] == [
        ("https://wire.example/license.xml", "application/rsl+xml")
    ]


def test_newsml_g2_prohibits_mining_and_stays_valid(newsml_schema: etree.XMLSchema) -> None:
    for name in ("newsml-g2", "newsml-g2-package", "nitf"):
        newsml_schema.assertValid(xml(feed(name, LICENSED)))
    for story in STORIES.values():
        root = xml(newsml_g2.single(story, Profile(site=LICENSED)))
        newsml_schema.assertValid(root)
        mining = root.find(f"{{{NAR}}}rightsInfo/{{{NAR}}}dataMining")
        assert mining is not None
        assert (mining.get("uri") or "").endswith("#DMI-PROHIBITED")


def test_the_licence_file_and_the_ways_to_it() -> None:
    made = licensing.rsl_document(LICENSED)
    assert made is not None
    content = xml(made).find(f"{R}content")
    assert content is not None
    assert content.get("url") == "/"
    assert [etree.QName(e).localname for e in content] == ["license", "copyright", "terms"]
    assert licensing.robots_line(LICENSED) == "License: https://wire.example/license.xml\n"
    assert licensing.link(LICENSED) == ("https://wire.example/license.xml", "application/rsl+xml")
    assert (licensing.rsl_document(SITE), licensing.robots_line(SITE), licensing.link(SITE)) == (
        None,
        "",
        None,
    )


def test_tdm_reservation_as_headers_and_file() -> None:
    assert licensing.tdm_headers(LICENSED) == {
        "tdm-reservation": "1",
        "tdm-policy": "https://wire.example/tdm.json",
    }
    assert msgspec.json.decode(licensing.tdm_file(LICENSED) or b"") == [
        {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://wire.example/tdm.json"}
    ]
    open_ = msgspec.structs.replace(SITE, licensing=Licensing(tdm=Tdm(reservation=False, policy="/tdm.json")))
    assert licensing.tdm_headers(open_) == {"tdm-reservation": "0"}
    assert licensing.tdm_headers(SITE) == {}
    assert licensing.tdm_file(SITE) is None
