"""Each switch of each profile that rendering decides, by the aggregator that wants it."""

from datetime import timedelta

import msgspec
import pytest
from lxml import etree

from syndication.model import Article, Profile, Site
from syndication.model.article import AltId, Entity, Geo, Link, Rendition, RoleText
from syndication.model.blocks import Embed, Image, ListBlock, Paragraph, Preformatted, Table
from syndication.model.brand import (
    Brand,
    LineNews,
    Msn,
    NewsBreak,
    Partners,
    SmartNews,
    SponsoredLink,
)
from syndication.model.site import HOME
from syndication.render import atom, json_feed, rss
from syndication.validate import validate
from syndication.vocabulary.profiles import profiles
from syndication.xmlns import (
    ATOM,
    CONTENT,
    DC,
    DCTERMS,
    GEORSS,
    GNF,
    MEDIA,
    MI,
    NB,
    OA,
    SNF,
    TOMBSTONES,
    WEBFEEDS,
)
from tests.render.baseline import xml
from tests.render.feedgen_reference import atom_document, rss_document
from tests.render.stories import FEED, FULL, NOON, SITE, STORIES, UPDATED, changed, make, picture, prose

SCRIPT = "<script>count(']]>')</script>"
BRANDED = msgspec.structs.replace(
    SITE,
    brand=Brand(
        icon="/icon.svg", logo="/logo.svg", cover="https://img.example/c.jpg", accent_color="#AA00ff"
    ),
    partners=Partners(
        smartnews=SmartNews(
            logo="/logo.png",
            dark_mode_logo="https://img.example/dark.png",
            analytics="<script>count()</script>",
            sponsored_links=(SponsoredLink(link="https://ad.example/1", title="Buy & go", advertiser="Ads"),),
        ),
        msn=Msn(syndication_rights=True, license_id="L1", licensor_name="HWS"),
        newsbreak=NewsBreak(scripts=SCRIPT, disclosure="Paid"),
        line=LineNews(category=9, categories={"medtop:20000593": 4}),
    ),
)
PROFILES = profiles(site=BRANDED, hub="https://wire.example/hub")
ALL = list(STORIES.values())
CORRECTED = make("corrected", version=2, updated=NOON + timedelta(hours=3))
KILLED = make("killed", pub_status="canceled", version=3, updated=NOON + timedelta(hours=5))
FILM = "https://www.youtube.com/watch?v=abcdefghijk&t=3"


def channel(name: str, *articles: Article, site: Site = BRANDED) -> etree._Element:
    profile = profiles(site=site, hub="https://wire.example/hub")[name]
    return xml(rss.document(FEED, profile, UPDATED, [rss.entry(a, profile) for a in articles]))[0]


def item(name: str, article: Article, site: Site = BRANDED) -> etree._Element:
    found = channel(name, article, site=site).find("item")
    assert found is not None
    return found


def body(name: str, article: Article) -> str:
    return item(name, article).findtext(f"{{{CONTENT}}}encoded") or ""


def tags(markup: str) -> set[str]:
    return {str(e.tag) for e in etree.fromstring(f"<x>{markup}</x>").iter()} - {"x"}


def bare(markup: str) -> str:
    return "".join("".join(etree.fromstring(f"<x>{markup}</x>").itertext()).split())


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_renders_every_story(name: str) -> None:
    profile = PROFILES[name]
    for made in (rss, atom):
        root = xml(made.document(FEED, profile, UPDATED, [made.entry(a, profile) for a in ALL]))
        assert len(root.xpath("//*[local-name()='item' or local-name()='entry']")) > 10
        assert all(b"xmlns" not in made.entry(a, profile) for a in ALL)
    feed = json_feed.document(FEED, profile, UPDATED, [json_feed.entry(a, profile) for a in ALL])
    assert len(msgspec.json.decode(feed)["items"]) > 10


@pytest.mark.parametrize("name", PROFILES)
def test_kept_entries_joined_are_the_document_that_feedgen_writes(name: str) -> None:
    limits = {"plain_spaces": False, "max_items": None, "max_bytes": None, "max_item_bytes": None}
    profile = msgspec.structs.replace(PROFILES[name], **limits)
    items = [rss.entry(article, profile) for article in ALL]
    assert rss.document(FEED, profile, UPDATED, items) == rss_document(ALL, profile)
    entries = [atom.entry(article, profile) for article in ALL]
    assert atom.document(FEED, profile, UPDATED, entries) == atom_document(ALL, profile)


def test_a_profile_of_no_namespace_loses_none_of_the_body() -> None:
    bare_ = profiles(
        {"bare": {"extensions": [], "expiry": True, "delete_signal": "media:status text"}}, BRANDED
    )["bare"]
    read = etree.fromstring(rss.entry(FULL, bare_))
    assert {str(e.tag) for e in read} == {
        *("title", "link", "description", "guid", "category", "enclosure", "source", "pubDate")
    }
    assert "<h2>What <strong>next</strong></h2>" in (read.findtext("description") or "")


@pytest.mark.parametrize("name", PROFILES)
def test_a_story_withheld_is_in_no_profile(name: str) -> None:
    withheld = changed(FULL, pub_status="withheld")
    assert [made.entry(withheld, PROFILES[name]) for made in (rss, atom, json_feed)] == [b"", b"", b""]


# How a correction is told


@pytest.mark.parametrize("name", PROFILES)
def test_pub_date_moves_for_google_alone(name: str) -> None:
    date = item(name, CORRECTED).findtext("pubDate") or ""
    hour = {"google-feed": "15:00:00 GMT", "line": "21:00:00 +0900", "gunosy": "21:00:00 +0900"}
    assert date == "Tue, 24 Nov 2026 " + hour.get(name, "12:00:00 GMT")


@pytest.mark.parametrize("name", PROFILES)
def test_a_correction_keeps_the_guid(name: str) -> None:
    before = make("corrected", headline="Another", version=1)
    again = changed(CORRECTED, alt_ids=FULL.alt_ids)
    first = changed(before, alt_ids=FULL.alt_ids)
    assert item(name, again).findtext("guid") == item(name, first).findtext("guid")


def test_line_and_gunosy_have_their_own_times_of_change() -> None:
    assert item("line", CORRECTED).findtext(f"{{{OA}}}lastPubDate") == "Wed, 25 Nov 2026 00:00:00 +0900"
    assert item("gunosy", CORRECTED).findtext(f"{{{GNF}}}modified") == "Wed, 25 Nov 2026 00:00:00 +0900"
    assert item("line", make("new")).findtext(f"{{{OA}}}lastPubDate") == "Tue, 24 Nov 2026 21:00:00 +0900"


def test_msn_is_told_of_a_change_and_of_the_end_and_of_no_start() -> None:
    found = item("msn", FULL)
    assert found.findtext(f"{{{DCTERMS}}}modified") == "2026-11-24T14:00:00Z"
    assert found.findtext(f"{{{DCTERMS}}}valid") == "end=2027-02-22T12:00:00Z; scheme=W3C-DTF"
    assert item("msn", CORRECTED).find(f"{{{DCTERMS}}}valid") is None


# How a kill is told


def test_a_killed_story_stays_marked_where_the_aggregator_wants_that() -> None:
    smart, line, gunosy = (item(name, KILLED) for name in ("smartnews", "line", "gunosy"))
    assert smart.findtext(f"{{{MEDIA}}}status") == "deleted"
    assert line.findtext(f"{{{OA}}}pubStatus") == "0"
    status = gunosy.find(f"{{{MEDIA}}}status")
    assert status is not None
    assert (status.get("state"), status.text) == ("deleted", None)
    for found, name in ((smart, "smartnews"), (line, "line"), (gunosy, "gunosy")):
        assert found.findtext("guid") == item(name, changed(KILLED, pub_status="usable")).findtext("guid")
        assert found.findtext("title") == "This story has been withdrawn."
        assert found.findtext("pubDate")
        assert found.find("description") is None
        assert b"The council voted" not in etree.tostring(found)


def test_a_killed_story_is_absent_from_every_other_profile() -> None:
    for name in PROFILES.keys() - {"smartnews", "line", "gunosy"}:
        assert rss.entry(KILLED, PROFILES[name]) == b""


def test_a_published_story_is_marked_as_such() -> None:
    assert item("smartnews", FULL).findtext(f"{{{MEDIA}}}status") == "active"
    assert item("line", FULL).findtext(f"{{{OA}}}pubStatus") == "2"
    assert item("gunosy", FULL).find(f"{{{MEDIA}}}status") is None


@pytest.mark.parametrize("name", PROFILES)
def test_atom_has_a_tombstone_with_the_id_that_the_entry_had(name: str) -> None:
    entry = atom.entry(changed(KILLED, pub_status="usable"), PROFILES[name])
    shown = xml(atom.document(FEED, PROFILES[name], UPDATED, [entry]))
    live = shown.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}id")
    root = xml(atom.document(FEED, PROFILES[name], UPDATED, [atom.entry(KILLED, PROFILES[name])]))
    found = root.find(f"{{{TOMBSTONES}}}deleted-entry")
    if name == "strict":
        assert found is None
    else:
        assert found is not None
        assert dict(found.attrib) == {"ref": live, "when": "2026-11-24T17:00:00Z"}


# What identifies and where links go


@pytest.mark.parametrize("name", ["newsbreak", "line"])
def test_a_guid_that_is_an_address(name: str) -> None:
    guid = item(name, FULL).find("guid")
    assert guid is not None
    assert guid.text == item(name, FULL).findtext("link")
    assert guid.get("isPermaLink") == "true"
    assert msgspec.json.decode(json_feed.entry(FULL, PROFILES[name]))["id"] == guid.text
    moved = msgspec.structs.replace(BRANDED, base_url="https://new.example")
    kept = item(name, changed(FULL, alt_ids=(*FULL.alt_ids, AltId(HOME, BRANDED.base_url))), moved)
    assert kept.findtext("guid") == guid.text
    assert (kept.findtext("link") or "").startswith("https://new.example/")


def test_gunosy_never_takes_a_guid_for_a_link() -> None:
    story = make("p", guid="https://paper.example/a", url="https://paper.example/a")
    marks = {name: item(name, story).find("guid") for name in ("gunosy", "baseline")}
    assert {name: g.get("isPermaLink") for name, g in marks.items() if g is not None} == {
        "gunosy": "false",
        "baseline": "true",
    }


def test_links_lose_what_an_aggregator_refuses() -> None:
    story = make("q", url="https://paper.example/a?id=7&utm_source=x&UTM_Medium=y#top")
    assert item("baseline", story).findtext("link") == story.url
    assert item("smartnews", story).findtext("link") == "https://paper.example/a?id=7#top"
    assert item("dzen", story).findtext("link") == "https://paper.example/a#top"


def test_a_site_counts_its_links_and_the_guid_stays() -> None:
    own = {"counted": {"utm": {"source": "par tner", "medium": "feed"}}}
    counted = profiles(own, BRANDED)["counted"]
    entry = json_feed.entry(make("a", url="https://paper.example/a?id=7"), counted)
    found = msgspec.json.decode(entry)
    assert found["url"] == "https://paper.example/a?id=7&utm_source=par%20tner&utm_medium=feed"
    assert found["id"] == make("a").guid
    written = etree.fromstring(atom.entry(make("a", url="https://paper.example/a"), counted))
    assert [link.get("href") for link in written.iterfind("link")] == [
        "https://paper.example/a?utm_source=par%20tner&utm_medium=feed"
    ]


# What the body may hold


def test_line_has_its_body_in_the_description() -> None:
    found = item("line", FULL)
    assert found.find(f"{{{CONTENT}}}encoded") is None
    assert "<a href=" in (found.findtext("description") or "")


@pytest.mark.parametrize("name", ["msn", "line"])
def test_only_permitted_elements_and_no_word_lost(name: str, story: Article) -> None:
    profile = PROFILES[name]
    if story is STORIES["embeds"]:
        return  # a permitted frame stands for the link and its words
    field = "description" if name == "line" else f"{{{CONTENT}}}encoded"
    markup = item(name, story).findtext(field) or ""
    if not body("baseline", story):
        return
    assert profile.tags is not None
    assert tags(markup) <= set(profile.tags)
    assert bare(markup).replace("|", "") == bare(body("baseline", story)).replace("|", "")


def test_words_that_lose_their_element_stay_apart() -> None:
    story = make(
        "apart",
        body=(
            Paragraph("one<br>two<br><br>three"),
            ListBlock(("four", "five")),
            Table(rows=(("six", "seven"), ("eight", "nine"))),
            Preformatted("ten\neleven"),
            Paragraph("twelve"),
        ),
    )
    said = (item("line", story).findtext("description") or "").split()
    assert [w for w in said if w != "|"] == [
        *("one", "two", "three", "four", "five", "six", "seven"),
        *("eight", "nine", "ten", "eleven", "twelve"),
    ]
    assert "ten<br/>eleven" in body("msn", story)
    assert "<br/><br/>" not in body("msn", story)
    assert "one<br/>two<br/>three" in body("msn", story)


def test_nesting_is_bounded_for_msn() -> None:
    deep = (
        "<em><b><i><strong><a href='https://x.example/'><sub><sup>deep</sup></sub></a></strong></i></b></em>"
    )
    story = make("deep", language="ur", body=(Table(rows=((deep,),)),))
    root = etree.fromstring(f"<x>{body('msn', story)}</x>")
    assert "".join(root.itertext()).strip() == "deep"
    assert max(len(list(e.iterancestors())) for e in root.iter()) == 9
    baseline = etree.fromstring(f"<x>{body('baseline', story)}</x>")
    assert max(len(list(e.iterancestors())) for e in baseline.iter()) > 9


@pytest.mark.parametrize(
    ("href", "frame"),
    [
        (FILM, "https://www.youtube.com/embed/abcdefghijk"),
        ("https://youtu.be/abcdefghijk?t=1", "https://www.youtube.com/embed/abcdefghijk"),
        ("https://vimeo.com/1234", "https://player.vimeo.com/video/1234"),
        ("https://player.vimeo.com/video/1234", "https://player.vimeo.com/video/1234"),
        ("http://player.vimeo.com/video/1234", None),
        ("https://www.youtube.com/@canal", None),
        ("https://unknown.example/embed/1", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_embed_is_a_frame_only_where_its_host_is_permitted(href: str, frame: str | None) -> None:
    story = make("embed", body=(Embed(href, "Its words", "Social"), Paragraph("x")))
    for name in PROFILES:
        field = "description" if name == "line" else f"{{{CONTENT}}}encoded"
        markup = item(name, story).findtext(field) or ""
        root = etree.fromstring(f"<x>{markup}</x>")
        frames = [e.get("src") for e in root.iter("iframe")]
        permitted = PROFILES[name].embeds == "frame"
        # MSN raises addresses to https, so that its frame is permitted there
        raised = name == "msn" and href.startswith("http:")
        assert frames == ([frame] if frame and permitted else frames if raised else [])
        assert "Its words" in markup
        if not frames and not href.startswith("javascript"):
            assert next(e.get("href") or "" for e in root.iter("a")).split(":")[1] == href.split(":")[1]


def test_newsbreak_names_the_kind_of_frame() -> None:
    sound = "https://open.spotify.com/episode/abc123"
    markup = body("newsbreak", make("embed", body=(Embed(FILM), Embed(sound), Paragraph("x"))))
    classes = [e.get("class") for e in etree.fromstring(f"<x>{markup}</x>").iter("iframe")]
    assert classes == ["nb-video", "nb-audio"]


def test_pictures_of_newsbreak_are_figures_with_their_caption() -> None:
    markup = body("newsbreak", make("fig", body=(Image("urn:picture:1"),), media=(picture(),)))
    assert markup.startswith("<figure><img ")
    assert "<figcaption>Boats wait &amp; drift (Mira Okello/HWS)</figcaption>" in markup


def test_http_is_raised_where_configured_and_never_in_words_or_guids() -> None:
    story = make(
        "http",
        guid="http://paper.example/a",
        url="http://paper.example/a",
        body=(
            Paragraph('See http://plain.example <a href="http://x.example/">x</a>'),
            Preformatted(' href="http://code.example"'),
            Image("urn:picture:1"),
        ),
        media=(picture(renditions=(Rendition("http://img.example/1.jpg", None, "image/jpeg", 900, 800),)),),
        links=(Link("related", "http://rel.example/", title="r"),),
    )
    found = item("msn", story)
    text = etree.tostring(found, encoding="unicode")
    assert found.findtext("guid") == "http://paper.example/a"
    assert found.findtext("link") == "https://paper.example/a"
    assert 'href="https://x.example/"' in (found.findtext(f"{{{CONTENT}}}encoded") or "")
    assert "See http://plain.example" in text
    assert "http://code.example" in text
    assert text.count("https://img.example/1.jpg") == 3
    assert "http://img.example" not in text
    assert 'href="http://x.example/"' in body("baseline", story)


def test_dzen_gets_plain_spaces_and_no_soft_hyphens() -> None:
    story = make("nbsp", headline="A\u00a0b\u202fc so\u00adft", body=(Paragraph("10&nbsp;000 ves&shy;sels"),))
    found = item("dzen", story)
    assert found.findtext("title") == "A b c soft"
    assert found.findtext(f"{{{CONTENT}}}encoded") == "<p>10 000 vessels</p>"
    assert item("baseline", story).findtext("title") == "A\u00a0b\u202fc so\u00adft"


# How much, how long


def test_flipboard_gets_a_description_of_three_hundred_characters() -> None:
    story = make("long", summary="Short.", body=tuple(Paragraph(prose(20 + n)) for n in range(6)))
    found = item("flipboard", story).findtext("description") or ""
    assert 300 <= len(found) <= 600
    assert found.startswith("Short. ")
    assert item("baseline", story).findtext("description") == "Short."
    short = make("short", summary="Short.")
    assert item("flipboard", short).findtext("description") == (
        "Short. The council voted on short late on Tuesday."
    )


def test_google_takes_the_longer_of_description_and_body() -> None:
    story = make(
        "g", summary="A standfirst that is much longer than the text itself is.", body=(Paragraph("x"),)
    )
    assert item("google-feed", story).find("description") is None
    assert item("google-feed", FULL).findtext("description") == "A vote on the canal, finally."


def test_the_oldest_go_first_when_the_file_would_be_too_large() -> None:
    profile = msgspec.structs.replace(PROFILES["smartnews"], max_bytes=20_000)
    entries = [rss.entry(make(f"s{n}", body=(Paragraph(prose(300)),)), profile) for n in range(30)]
    made = rss.document(FEED, profile, UPDATED, entries)
    kept = [i.findtext("guid") for i in xml(made).iter("item")]
    assert len(made) <= 20_000
    assert 3 < len(kept) < 30
    assert [g.rpartition(":")[2] for g in kept if g] == [f"s{n}" for n in range(len(kept))]


@pytest.mark.parametrize(
    ("name", "most"),
    [("google-feed", 60), ("msn", 50), ("flipboard", 60), ("smartnews", 20), ("baseline", 80)],
)
def test_no_more_items_than_the_aggregator_takes(name: str, most: int) -> None:
    stories = [make(f"n{n}") for n in range(80)]
    assert len(channel(name, *stories).findall("item")) == most
    assert channel(name, *stories).findtext("item/guid") == stories[0].guid


def test_one_story_too_large_leaves_room_for_the_others() -> None:
    profile = msgspec.structs.replace(PROFILES["google-feed"], max_item_bytes=3_000)
    stories = [make("a"), make("large", body=(Paragraph(prose(2000)),)), make("b")]
    root = xml(rss.document(FEED, profile, UPDATED, [rss.entry(s, profile) for s in stories]))
    assert [(g.text or "")[-1] for g in root.iter("guid")] == ["a", "b"]
    feed = json_feed.document(FEED, profile, UPDATED, [json_feed.entry(s, profile) for s in stories])
    assert len(msgspec.json.decode(feed)["items"]) == 2


def test_smartnews_wants_a_short_description_of_the_channel_and_its_date() -> None:
    long = msgspec.structs.replace(FEED, description="Everything from everywhere, every day and night")
    profile = PROFILES["smartnews"]
    found = xml(rss.document(long, profile, UPDATED, []))[0]
    assert found.findtext("description") == "Everything from everywhere…"
    assert found.findtext("pubDate") == "Wed, 25 Nov 2026 08:49:00 GMT"
    assert channel("baseline").find("pubDate") is None


# Media


def test_dzen_encloses_every_picture() -> None:
    enclosed = [e.get("url") for e in item("dzen", FULL).iter("enclosure")]
    assert enclosed == [
        "https://img.example/1.jpg",
        "https://img.example/2.jpg",
        "https://img.example/chart.svg",
    ]
    assert len(list(item("baseline", FULL).iter("enclosure"))) == 1


def test_a_picture_that_keeps_the_rules_is_chosen_and_leads() -> None:
    wide = Rendition("https://img.example/w.jpg", None, "image/jpeg", 4000, 1000, None, 9)
    fits = Rendition("https://img.example/f.jpg", None, "image/jpeg", 1200, 800, None, 9)
    heavy = Rendition("https://img.example/h.jpg", None, "image/jpeg", 3000, 2000, None, 16_000_000)
    tiff = Rendition("https://img.example/t.tif", None, "image/tiff", 3000, 2000, None, 9)
    moving = picture(7, renditions=(Rendition("https://img.example/m.gif", None, "image/gif", 900, 800),))
    story = make("rules", media=(moving, picture(8, renditions=(wide, fits, heavy, tiff))))
    urls = [e.get("url") for e in item("msn", story).iter(f"{{{MEDIA}}}content")]
    assert urls == ["https://img.example/f.jpg", "https://img.example/m.gif"]
    baseline = [e.get("url") for e in item("baseline", story).iter(f"{{{MEDIA}}}content")]
    assert baseline == ["https://img.example/m.gif", "https://img.example/h.jpg"]


@pytest.mark.parametrize("name", ["smartnews", "newsbreak"])
def test_a_thumbnail_stands_in_the_item_itself(name: str) -> None:
    found = item(name, FULL).find(f"{{{MEDIA}}}thumbnail")
    assert found is not None
    assert found.get("url") == "https://img.example/1-s.jpg"
    assert item("baseline", FULL).find(f"{{{MEDIA}}}thumbnail") is None


# What the site's configuration adds


def test_smartnews_elements_come_from_the_configuration() -> None:
    head = channel("smartnews")
    assert head.findtext(f"{{{SNF}}}logo/url") == "https://wire.example/logo.png"
    assert head.findtext(f"{{{SNF}}}darkModeLogo/url") == "https://img.example/dark.png"
    found = item("smartnews", FULL)
    assert found.findtext(f"{{{SNF}}}analytics") == "<script>count()</script>"
    assert b"<snf:analytics><![CDATA[<script>" in rss.entry(FULL, PROFILES["smartnews"])
    link = found.find(f"{{{SNF}}}advertisement/{{{SNF}}}sponsoredLink")
    assert link is not None
    assert dict(link.attrib) == {"link": "https://ad.example/1", "title": "Buy & go", "advertiser": "Ads"}


def test_without_configuration_no_partner_gets_an_empty_element() -> None:
    for name in PROFILES:
        for element in channel(name, FULL, site=SITE).iter():
            assert element.text or element.attrib or len(element), f"{name}: {element.tag}"


def test_a_script_that_would_end_its_section_is_escaped() -> None:
    assert item("newsbreak", FULL).findtext(f"{{{NB}}}scripts") == SCRIPT
    assert item("newsbreak", FULL).findtext(f"{{{NB}}}disclosure") == "Paid"


def test_msn_finds_in_atom_what_it_finds_in_rss() -> None:
    """The partner hub takes either, and asks the same of both."""
    story = changed(
        FULL, headline="Canal " * 40, headlines=(RoleText("Canal", "short"),), expires=UPDATED, created=NOON
    )
    profile = PROFILES["msn"]
    feed = etree.fromstring(atom.document(FEED, profile, UPDATED, [atom.entry(story, profile)]))
    found = feed.find(f"{{{ATOM}}}entry")
    assert found is not None
    in_rss = item("msn", story)
    names = (
        f"{{{DCTERMS}}}valid",
        f"{{{DCTERMS}}}alternative",
        f"{{{MI}}}shortTitle",
        f"{{{MI}}}dateTimeWritten",
    )
    for name in names:
        assert found.findtext(name)
        assert found.findtext(name) == in_rss.findtext(name)
    rights = [e.text for e in found.iter(f"{{{MI}}}hasSyndicationRights")]
    assert rights == [e.text for e in in_rss.iter(f"{{{MI}}}hasSyndicationRights")] != []
    assert found.findtext(f"{{{ATOM}}}content", "").count("Two votes short") == 0
    rules = profiles()["msn"]
    findings = validate(etree.tostring(feed), rules, UPDATED, atom.MEDIA_TYPE)
    assert "MS2" not in {finding.rule for finding in findings}


def test_msn_elements() -> None:
    story = changed(
        FULL,
        headline="Canal " * 40,
        headlines=(RoleText("A portal line", "portal"), RoleText("Canal", "short")),
    )
    found = item("msn", story)
    assert found.findtext(f"{{{MI}}}shortTitle") == "Canal"
    assert item("msn", FULL).find(f"{{{MI}}}shortTitle") is None
    assert found.findtext(f"{{{MI}}}dateTimeWritten") == "2026-11-24T12:00:00Z"
    assert found.findtext(f"{{{DCTERMS}}}alternative") == "Two votes short"
    assert [e.text for e in found.iter(f"{{{ATOM}}}name")] == ["Ada Ferro", "Mira Okello"]
    for content in found.iter(f"{{{MEDIA}}}content"):
        rights = [
            content.findtext(f"{{{MI}}}{n}") for n in ("hasSyndicationRights", "licenseId", "licensorName")
        ]
        assert rights == (["1", "L1", "HWS"] if content.get("medium") == "image" else [None, None, None])


def test_line_elements() -> None:
    many = tuple(Link("related", f"https://wire.example/{n}", title=f"R{n}") for n in range(7))
    found = item("line", changed(FULL, links=many))
    assert found.findtext(f"{{{OA}}}category") == "4"
    assert item("line", make("plain")).findtext(f"{{{OA}}}category") == "9"
    assert [e.text for e in found.iter(f"{{{OA}}}refTitle")] == ["R0", "R1", "R2", "R3", "R4"]
    assert found.findtext(f"{{{OA}}}reflink/{{{OA}}}refUrl") == "https://wire.example/0"


def test_feedly_elements() -> None:
    head = channel("feedly")
    cover = head.find(f"{{{WEBFEEDS}}}cover")
    assert cover is not None
    assert cover.get("image") == "https://img.example/c.jpg"
    said = [head.findtext(f"{{{WEBFEEDS}}}{name}") for name in ("icon", "logo", "accentColor")]
    assert said == ["https://wire.example/icon.svg", "https://wire.example/logo.svg", "AA00ff"]


def test_strict_has_no_namespace_but_four() -> None:
    story = changed(FULL, places=(Entity("Weir", geo=Geo(1, 2)),))
    root = channel("strict", story).getparent()
    assert root is not None
    assert set(root.nsmap) == {"atom", "content", "dc", "media"}
    assert root.find(f".//{{{GEORSS}}}point") is None
    assert root.find(f".//{{{DCTERMS}}}modified") is None
    assert root.findtext(f".//{{{DC}}}creator") == "Ada Ferro"
    entry = atom.document(FEED, PROFILES["strict"], UPDATED, [atom.entry(story, PROFILES["strict"])])
    assert set(xml(entry).nsmap) == {None, "media"}


def test_reader_comments_are_counted_only_where_asked_and_never_shown() -> None:
    asked = profiles({"slashed": {"more_extensions": ["slash"]}}, BRANDED)["slashed"]
    entry = rss.entry(FULL, asked)
    assert b"<slash:comments>1</slash:comments>" in entry
    assert b"SECRET" not in entry
    assert b"slash:" not in rss.entry(FULL, Profile(site=BRANDED))
