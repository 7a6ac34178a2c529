"""Stories whose every field may hold anything that Article JSON can carry."""

import string
from datetime import UTC, date

from hypothesis import strategies as st

from syndication.model import Article
from syndication.model.article import (
    AltId,
    Author,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Geo,
    Group,
    GroupItem,
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
    Embed,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Subhead,
    Table,
)
from tests.render.stories import NOON, make

TEXT = (
    st.text(st.characters(), max_size=40)
    | st.text(string.printable, max_size=40)
    | st.sampled_from(
        [
            "]]>", "<b>x</b>", "&amp;amp;", "a\x00b", "\ud800", "", " ", "\r\n", "<!--", "&#0;", "<a href='x", "\ufffe",
            "\u2028", "\x85", "\x7f", "क्\u200dष", "گھر\u200cوں", "👩🏽\u200d🚀", "🇮🇳🇮", "\u202eabc\u202c", "x" * 300,
            "A\u0301" * 90, "</script>", "{{x}}", "%zz", "a:b", "medtop:04000000", "en-IN", "image/jpeg",
        ]
    )
)  # fmt: skip
ADDRESS = TEXT | st.sampled_from(
    [
        "https://x.example/a b?q=\"'&r=[1]#ü", "//cdn.example/x.jpg", "/a/../b", "?q", "#f", "http://ü.example/ß", "https://[::1]/",
        "https://user:secret@x.example/", "https://x.example:99999/", "https://x.example:/", "data:text/html,x", "HTTPS://X.example",
        "javascript:alert(1)", "https://x.example/%", "https://x.example/%e0%a4%a8", "https://", "https://x..example/", "urn:a:b",
        "https://" + "a" * 70 + ".example/", "mailto:a@x.example", "ftp://x.example/a", "https://x.example/\u202e",
    ]
)  # fmt: skip
NUMBER = st.none() | st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 1, 9, 10])
FLOAT = st.floats(allow_nan=False, allow_infinity=False)
SECONDS = st.none() | FLOAT
INSTANT = st.none() | st.datetimes(timezones=st.just(UTC))
OPTIONAL = st.none() | TEXT


def several(one: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=most).map(tuple)


BLOCK = st.one_of(
    st.builds(Paragraph, TEXT),
    st.builds(lambda href: Paragraph(f'<a href="{href}">x</a>'), ADDRESS),
    st.builds(Subhead, TEXT),
    st.builds(Quote, TEXT, OPTIONAL),
    st.builds(ListBlock, several(TEXT, 3), st.booleans()),
    st.builds(Table, several(several(TEXT)), several(TEXT), OPTIONAL),
    st.builds(Preformatted, TEXT),
    st.builds(Image, TEXT | st.just("m")),
    st.builds(Embed, ADDRESS, TEXT, OPTIONAL),
)
RENDITION = st.builds(Rendition, ADDRESS, OPTIONAL, OPTIONAL, NUMBER, NUMBER, SECONDS, NUMBER)
RIGHTS = st.none() | st.builds(Rights, OPTIONAL, OPTIONAL, OPTIONAL, INSTANT, INSTANT, OPTIONAL, OPTIONAL)
MEDIA = st.builds(
    Media,
    TEXT | st.just("m"),
    st.sampled_from(["picture", "video", "audio", "graphic"]),
    *[OPTIONAL] * 5,
    several(RENDITION),
    RIGHTS,
)
GEO = st.none() | st.builds(Geo, FLOAT, FLOAT)
ENTITY = st.builds(Entity, TEXT, OPTIONAL, OPTIONAL | st.just("located"), OPTIONAL, GEO)
SAID = st.builds(RoleText, TEXT, OPTIONAL, OPTIONAL)
FIELDS = {
    "guid": TEXT | ADDRESS,
    "version": st.integers(0, 2**63 - 1),
    "alt_ids": several(st.builds(AltId, TEXT, TEXT)),
    "item_class": st.sampled_from(["text", "picture", "video", "audio", "graphic", "composite"]),
    "headline": OPTIONAL,
    "headlines": several(SAID),
    "subheadline": OPTIONAL,
    "slugline": OPTIONAL,
    "summary": OPTIONAL,
    "summaries": several(SAID),
    "genres": several(st.builds(Genre, TEXT, OPTIONAL)),
    "ed_notes": several(st.builds(EdNote, TEXT, OPTIONAL, st.booleans())),
    "byline": OPTIONAL,
    "authors": several(st.builds(Author, TEXT, OPTIONAL, OPTIONAL, OPTIONAL)),
    "creditline": OPTIONAL,
    "key_points": several(TEXT),
    "key_points_title": OPTIONAL,
    "pull_quote": st.none() | st.builds(PullQuote, TEXT, OPTIONAL),
    "dateline": st.none()
    | st.builds(Dateline, TEXT, several(TEXT), OPTIONAL, st.none() | st.dates(date.min, date.max), OPTIONAL),
    "signoff": st.none() | st.builds(Signoff, OPTIONAL, OPTIONAL, OPTIONAL),
    "body": several(BLOCK, 4),
    "word_count": NUMBER,
    "reading_minutes": NUMBER,
    "provider": OPTIONAL,
    "source": st.builds(Source, TEXT, TEXT, TEXT, INSTANT.map(lambda when: when or NOON)),
    "info_sources": several(TEXT),
    "language": OPTIONAL,
    "urgency": NUMBER,
    "priority": NUMBER,
    "subjects": several(st.builds(Subject, OPTIONAL, OPTIONAL, OPTIONAL | ADDRESS, OPTIONAL, NUMBER)),
    "keywords": several(TEXT, 3),
    "places": several(ENTITY),
    "people": several(ENTITY),
    "organisations": several(ENTITY),
    "signals": several(TEXT | st.sampled_from(["correction", "update", "take:2", "lead"])),
    "media": several(MEDIA),
    "groups": several(
        st.builds(
            Group, several(st.builds(GroupItem, OPTIONAL, ADDRESS, OPTIONAL, OPTIONAL)), OPTIONAL, OPTIONAL
        )
    ),
    "links": several(
        st.builds(Link, TEXT | st.sampled_from(["related", "via", "previous"]), ADDRESS, OPTIONAL, OPTIONAL)
    ),
    "rights": RIGHTS,
    "created": INSTANT,
    "updated": INSTANT,
    "embargoed": INSTANT,
    "expires": INSTANT,
    "url": st.none() | ADDRESS,
}


def arbitrary() -> st.SearchStrategy[Article]:
    """Return stories of which some fields, each as often as any other, hold anything."""
    return st.fixed_dictionaries({}, optional=FIELDS).map(lambda fields: make("any", **fields))
