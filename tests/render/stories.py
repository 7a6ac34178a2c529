"""Invented stories of every kind that the formats must carry,."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from syndication.model import Article, Feed, Profile, Site
from syndication.model.article import (
    AltId,
    Author,
    Comment,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Geo,
    Issue,
    Link,
    Media,
    PullQuote,
    Rendition,
    Rights,
    RoleText,
    Signoff,
    Source,
    Subject,
)
from syndication.model.blocks import (
    Block,
    Embed,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Subhead,
    Table,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
UPDATED = datetime(2026, 11, 25, 8, 49, tzinfo=UTC)
SITE = Site(
    title="Harbour Wire & Sons",
    base_url="https://wire.example",
    description="All the news of Port Lumen",
    copyright="© 2026 Harbour Wire",
    contact="desk@wire.example",
)
PROFILE = Profile(site=SITE, hub="https://wire.example/hub")
FEED = Feed(name="world", title="World & beyond", description="From <everywhere>", language="en")

_WORDS = [
    "the",
    "harbour",
    "council",
    "voted",
    "to",
    "widen",
    "the",
    "eastern",
    "canal",
    "while",
    "boats",
    "waited",
    "near",
    "the",
    "old",
    "customs",
    "house",
]


def make(name: str, **fields: Any) -> Article:
    """Return a story of one paragraph with the given fields changed."""
    plain: dict[str, Any] = {
        "guid": f"urn:newsml:harbour.example:20261124:{name}",
        "headline": f"Canal vote: {name}",
        "body": (Paragraph(f"The council voted on {name} late on Tuesday."),),
        "provider": "HWS",
        "language": "en",
        "created": NOON,
        "source": Source(name="inbox", locator="SECRET-file.txt", format="text", received=NOON),
    }
    return Article(**(plain | fields))


def changed(article: Article, **fields: Any) -> Article:
    """Return the story with other fields."""
    return msgspec.structs.replace(article, **fields)


def prose(count: int) -> str:
    """Return so many words, the same each time."""
    chosen = random.Random(count)
    return " ".join(chosen.choice(_WORDS) for _ in range(count))


def picture(number: int = 1, **fields: Any) -> Media:
    """Return a picture with two files."""
    plain: dict[str, Any] = {
        "guid": f"urn:picture:{number}",
        "kind": "picture",
        "headline": "The canal at dusk",
        "caption": "Boats wait & drift",
        "alt": "Three boats",
        "credit": "Mira Okello/HWS",
        "renditions": (
            Rendition(f"https://img.example/{number}-s.jpg", "thumbnail", "image/jpeg", 160, 90, None, 4_000),
            Rendition(f"https://img.example/{number}.jpg", "highRes", "image/jpeg", 1600, 900, None, 250_000),
        ),
    }
    return Media(**(plain | fields))


def _media(kind: str, media_type: str, href: str, **fields: Any) -> Media:
    return Media(
        guid=f"urn:{kind}:{href}",
        kind=kind,  # type: ignore[arg-type]  # each call names a kind
        caption=f"A {kind}",
        renditions=(Rendition(href=href, media_type=media_type, **fields),),
    )


MP3 = _media("audio", "audio/mpeg", "https://img.example/a.mp3", length=900_000, duration=61.5)
MP4 = _media("video", "video/mp4", "https://img.example/v.mp4", width=1280, height=720, duration=12.0)
CHART = _media("graphic", "image/svg+xml", "https://img.example/chart.svg", length=2_000)
NASTY = 'https://h.example/i?w=1&h=2&sig="x" and\''

BLOCKS: tuple[Block, ...] = (
    Paragraph('See <a href="/plan?a=1&amp;b=2">the <em>plan</em></a>, S&amp;T &amp; more<br>of it.'),
    Subhead("What <strong>next</strong>"),
    Quote("We &#8220;will&#8221; see", "Ada Ferro"),
    ListBlock(("one", "two <sub>2</sub>"), ordered=True),
    ListBlock(("a", "b")),
    Table(rows=(("1", "2"), ("3 &lt; 4", "")), header=("x", "y"), caption="Votes"),
    Preformatted("  5 < 6\r\n\tand & so on"),
    Image("urn:picture:1"),
    Image("urn:nowhere"),
    Embed("https://social.example/p/1", "A post", "Social"),
    Embed("javascript:alert(1)", "Kept words"),
    Paragraph("   "),
)

FULL = make(
    "everything",
    version=3,
    headlines=(RoleText("Canal", "short"), RoleText("नहर", "portal", "hi")),
    subheadline="Two votes short",
    slugline="CANAL-VOTE",
    summary="A vote on the canal, <b>finally</b>.",
    summaries=(RoleText("Vote on canal", "teaser"),),
    genres=(Genre("Interview", "genre:interview"), Genre("Colour", "hws:colour")),
    ed_notes=(EdNote("SECRET note"), EdNote("Corrects the number of boats", "correction", public=True)),
    byline="By Ada Ferro and Mira Okello",
    authors=(Author("Ada Ferro", email="SECRET@wire.example"), Author("Mira Okello")),
    creditline="HWS",
    key_points=("Vote is close", "Boats & barges wait"),
    key_points_title="Key points: <i>canal</i>",
    pull_quote=PullQuote("Nobody asked the boats", "Ada Ferro"),
    dateline=Dateline("PORT LUMEN, Nov 24 (HWS)", ("Port Lumen",), "IN", date(2026, 11, 24), "HWS"),
    signoff=Signoff("HWS", "int", "SECRETsd"),
    body=BLOCKS,
    word_count=41,
    info_sources=("City council",),
    urgency=3,
    subjects=(
        Subject("medtop:20000593", "local government", relevance=80),
        Subject("hws:canal", "Canals", scheme="https://wire.example/cv/"),
        Subject(None, "Boats", type="desk"),
    ),
    keywords=("canal", "Canal", "vote & count", "<b>bold</b>"),
    places=(
        Entity("Port Lumen", role="located", country="IN", geo=Geo(12.5, -0.25)),
        Entity("Upper Weir", geo=Geo(1.0, 2.0)),
    ),
    people=(Entity("Ada Ferro"),),
    organisations=(Entity("Council", "hws:c1"),),
    signals=("update", "take:2"),
    media=(picture(), picture(2), MP3, MP4, CHART),
    links=(
        Link("related", "https://wire.example/old", title="Old vote"),
        Link("via", "https://origin.example/feed", title="Origin"),
        Link("related", None, "urn:x"),
    ),
    rights=Rights("Harbour Wire", "© HWS", "No resale", geography="Not in Weirland", ai_terms="No training"),
    updated=NOON + timedelta(hours=2),
    embargoed=NOON - timedelta(hours=1),
    expires=NOON + timedelta(days=90),
    comments=(Comment("SECRETary", "SECRET opinion"),),
    issues=(Issue("odd", "SECRET issue"),),
    alt_ids=(AltId("sequence", "SECRET-77"), AltId("slug", "canal-vote-first")),
)

STORIES: dict[str, Article] = {
    "everything": FULL,
    "plain": make("plain"),
    "no headline": make("no-headline", headline=None),
    "no headline, long first words": make("no-headline-long", headline=None, body=(Paragraph(prose(80)),)),
    "no body": make("no-body", body=(), summary="Only a standfirst & no more."),
    "picture only": make("picture-only", body=(), headline=None, media=(picture(),)),
    "picture without words": make(
        "bare-picture",
        body=(),
        headline=None,
        media=(picture(headline=None, caption=None, alt=None, credit=None),),
    ),
    "headline only": make("headline-only", body=()),
    "nothing at all": make("nothing", headline=None, body=(), provider=None, language=None),
    "markup in the headline": make(
        "markup", headline="<script>x</script> A &amp;lt;b&gt; &lt;i&gt;B</i> 5 < 6"
    ),
    "CDATA end": make(
        "cdata",
        headline="Why ]]> ends",
        summary="a ]]> b",
        body=(Paragraph("a ]]> b"), Preformatted("]]>")),
        keywords=("]]>",),
    ),
    "controls": make(
        "controls",
        headline="Bo\x00ats\x03 wa\x0bit\ufffe",
        summary="On\x1ae\ud800 li\udfffne",
        body=(Paragraph("Mid\x08dle &#3; wo\x0crd\uffff <a href='/x\x00y'>li\x01nk</a>"),),
        keywords=("ke\x02y",),
        media=(picture(caption="Cap\x04tion", credit="\x05"),),
    ),
    "entities": make(
        "entities", body=(Paragraph("a&nbsp;b &mdash; &#8377; soft&shy;hyphen &zwj; &ndash; &bogus;"),)
    ),
    "Hindi": make(
        "hindi",
        language="hi",
        headline="नहर पर मतदान: क्‍षेत्र में ज़रूरी फ़ैसला",
        summary="परिषद ने मंगलवार को मतदान किया।",
        body=(Paragraph("परिषद ने नहर चौड़ी करने पर मतदान किया।"),),
        keywords=("नहर",),
    ),
    "Urdu": make(
        "urdu",
        language="ur",
        headline="نہر پر رائے شماری، کشتیاں منتظر",
        body=(Paragraph("کونسل نے منگل کو رائے دی\u200cہے اور گھر\u200cوں میں خوشی ہے۔"),),
    ),
    "emoji": make(
        "emoji",
        headline="Boats 🚢🏳️‍🌈 family 👩‍👩‍👧‍👦 flag 🇮🇳 thumbs 👍🏽",
        body=(Paragraph("Yes 👍🏽 and 👩‍👩‍👧‍👦"),),
    ),
    "emoji without headline": make("emoji-long", headline=None, body=(Paragraph("👩‍👩‍👧‍👦" * 60),)),
    "marks of direction": make("bidi", headline="\u200fمرحبا\u200e (canal) \u2067نہر\u2069", language="ar"),
    "nasty address": make(
        "address",
        media=(picture(renditions=(Rendition(NASTY, None, "image/jpeg", 10, 10, None, 5),)),),
        body=(Paragraph(f'<a href="{NASTY.replace(chr(34), "&quot;")}">x</a>'), Image("urn:picture:1")),
    ),
    "relative addresses": make(
        "relative",
        url="https://paper.example/news/canal.html",
        body=(
            Paragraph(
                '<a href="/a">a</a> <a href="b.html">b</a> <a href="#frag">c</a> <a href="mailto:a@b.example">d</a> '
                '<a href="tel:+91">e</a> <a href="//cdn.example/f">f</a> <a href="JavaScript:x()">g</a>'
            ),
        ),
        media=(picture(renditions=(Rendition("../img/p.jpg", media_type="image/jpeg", length=9),)),),
    ),
    "page of the wire with blanks": make("page", url="https://paper.example/नहर vote"),
    "guid is the page": make(
        "permalink", guid="https://paper.example/canal", url="https://paper.example/canal"
    ),
    "tag guid": make("tag", guid="tag:harbour.example,2026-11-24:0123456789abcdef"),
    "bare guid": make("bare", guid="20261124 canal/7"),
    "type unknown": make(
        "untyped",
        media=(_media("picture", "application/octet-stream", "https://img.example/p.jpg?x=1", length=5),),
    ),
    "length unknown": make(
        "unmeasured", media=(_media("picture", "image/png", "https://img.example/p.png"),)
    ),
    "length nonsense": make(
        "nonsense",
        media=(_media("audio", "audio/mpeg", "https://img.example/p.mp3", length=-5, duration=-1.0),),
    ),
    "video with poster": make(
        "poster",
        item_class="video",
        media=(
            Media(
                "urn:v",
                "video",
                renditions=(
                    Rendition("https://img.example/v.jpg", media_type="image/jpeg"),
                    Rendition(
                        "https://img.example/v.mp4",
                        media_type="video/mp4",
                        width=640,
                        height=360,
                        duration=3.5,
                        length=77,
                    ),
                ),
            ),
        ),
    ),
    "sound": make("sound", item_class="audio", media=(MP3,)),
    "graphic": make("graphic", item_class="graphic", media=(CHART,)),
    "package": make("package", item_class="composite"),
    "media without address": make(
        "unreachable", media=(picture(renditions=(Rendition("file:///etc/passwd"),)),)
    ),
    "byline only": make("byline", byline="By Our Correspondent"),
    "no times but receipt": make("untimed", created=None),
    "lifted embargo": make("lifted", embargoed=NOON + timedelta(hours=5)),
    "another zone": make("zone", created=datetime.fromisoformat("2026-11-24T14:19:00+05:30")),
    "version nought": make("nought", version=0),
    "odd language": make("language", language="english (India)"),
    "broken markup": make(
        "broken",
        body=(
            Paragraph(
                "<b>x<i>y</b>z</i> <b><b>q</b></b> <img src=x onerror=alert(1)> <iframe src='//e.example'>w</iframe>"
            ),
        ),
    ),
    **{
        f"{count} words": make(f"w{count}", body=tuple(Paragraph(prose(100)) for _ in range(count // 100)))
        for count in (100, 1_000, 5_000)
    },
    **{
        f"in {language}": make(f"lang-{language}", language=language, headline=text, body=(Paragraph(text),))
        for language, text in {
            "bn": "খালে ভোট হয়েছে",
            "ta": "கால்வாயில் வாக்கெடுப்பு",
            "te": "కాలువపై ఓటు",
            "mr": "कालव्यावर मतदान",
            "gu": "નહેર પર મતદાન",
            "ja": "運河をめぐる採決",
            "zh-Hant-TW": "運河投票",
            "ar": "تصويت على القناة",
            "fr": "Vote sur le canal : « enfin »",
        }.items()
    },
    **{
        f"class {kind}": make(f"class-{kind}", item_class=kind, media=(picture(), MP4))
        for kind in ("picture", "video", "composite")
    },
    "places on no earth": make("mars", places=(Entity("Weir", geo=Geo(95, 200)), Entity("Lumen", "iso:LU"))),
    "rights in part": make("rights", rights=Rights(usage_terms="Web only!", starts=NOON, ends=UPDATED)),
    "http everywhere": make(
        "http",
        url="http://paper.example/a?utm_source=x",
        body=(Paragraph('<a href="http://x.example/a">x</a>'),),
    ),
    "embeds": make(
        "embeds",
        body=(
            Embed("https://www.youtube.com/watch?v=abcdefghijk", "A film", "YouTube"),
            Embed("https://social.example/1"),
            Embed("https://open.spotify.com/episode/abc123", "", "Spotify"),
        ),
    ),
    "one word": make("word", body=(Paragraph("Yes."),)),
    "spaces": make(
        "spaces", headline="10\u00a0000 boats\u202f\u2009wait", body=(Paragraph("so&shy;ft &nbsp; x"),)
    ),
    "table of markup": make(
        "table",
        body=(
            Table(rows=(("<b>1</b>", '<a href="/x">2</a>'),), header=("<i>h</i>", ""), caption="<b>c</b>"),
        ),
    ),
    "quote alone": make("quote", body=(Quote("Only this", None),)),
    "tags that are none": make(
        "angles",
        headline="If a <b then",
        summary="If a <b then x &copy y",
        body=(Paragraph("If a &lt;b then the council of the harbour votes again."),),
    ),
    "numbers that are none": make(
        "numbers",
        version=2**63 - 1,
        urgency=9,
        priority=-1,
        word_count=-1,
        subjects=(Subject(None, "Ports", scheme="http://:65536"), Subject("medtop:1", relevance=-5)),
        people=(Entity("Ada Ferro", geo=Geo(1, 2)),),
        organisations=(Entity("Council", geo=Geo(1, 2)),),
        url="https://paper.example:/numbers",
    ),
    "far past": make(
        "past",
        created=datetime(1990, 1, 1, tzinfo=UTC),
        dateline=Dateline("PORT LUMEN", ("Port Lumen",), date=date(999, 1, 2)),
    ),
    "guid of odd characters": make("odd", guid="A:\x08"),
    "guid of no host": make("host", guid="urn://[x"),
    "many of all": make(
        "many",
        authors=tuple(Author(f"Author {n}") for n in range(12)),
        keywords=tuple(f"word {n}" for n in range(60)),
        subjects=tuple(Subject(f"medtop:{20000000 + n}", None) for n in range(40)),
        media=tuple(picture(n) for n in range(25)),
    ),
}
