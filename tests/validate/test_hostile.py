"""Whatever the bytes are: findings, never an exception, nothing fetched and nothing blown up."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from syndication.model import Profile
from syndication.validate import PROFILES, STANDARDS, Answer, Facts, validate, validate_answers, verdict
from syndication.validate.report import line
from syndication.vocabulary import profiles
from tests.validate.cases import NOW, cases
from tests.validate.test_structure import DOCUMENTS

BUILT_IN = profiles.profiles()
SEEDS = [d.read_bytes() for d in DOCUMENTS if d.name.startswith("valid-plain")]
SEEDS += [c.document.read_bytes() for c in cases() if c.verdict == "pass" and c.rule != "B22"][::3]
PIECES = [
    b"<", b">", b"&", b"&amp;", b"&#0;", b"]]>", b"<!--", b"<![CDATA[", b"<?xml?>", b"\xff", b"\0", b'"', b"{", b"}", b"[",
    b"null", b"NaN", b"1e999", b"\\ud800", b"\xed\xa0\x80", b"9" * 5000, b"https://[", b"https://h:99999/", b"-1",
    b"2026-02-30T25:61:61Z", b"Tue, 99 Nov 0000 99:99:99 +9999", b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+23:59",
    b"<a" * 50, b"xmlns=''", b" isPermaLink='maybe'", b"<p style=x onclick=y href=javascript:z srcset=', ,'>",
]  # fmt: skip


def judged(data: bytes, profile: str | None, form: str | None, previous: bytes | None = None) -> None:
    """Judge the bytes, and use all that is said of them."""
    taker = None if profile is None else BUILT_IN.get(profile, Profile(name=profile, rules=profile))
    facts = Facts(
        previous=previous,
        address="https://harbour.example/feeds/all",
        hidden=frozenset({"x"}),
        others=(data,),
        again=data,
    )
    found = validate(data, taker, NOW, form, facts)
    assert all(line(finding, "it") for finding in found)
    verdict(found)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([None, *PROFILES]),
    st.sampled_from([None, *STANDARDS, "text/html", "application/octet-stream"]),
)
def test_arbitrary_bytes(data: bytes, profile: str | None, form: str | None) -> None:
    judged(data, profile, form)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.sampled_from([None, *PROFILES]))
def test_mutated_documents(seed: bytes, chance: int, profile: str | None) -> None:
    dice = random.Random(chance)
    data = bytearray(seed)
    for _ in range(dice.randint(1, 6)):
        start = dice.randrange(len(data) + 1)
        end = min(len(data), start + dice.choice([0, 1, 5, 40, 400]))
        data[start:end] = dice.choice([dice.choice(PIECES), b"", bytes(data[end : end + 60])])
    judged(bytes(data), profile, None, seed)


@pytest.mark.parametrize(
    "document", [d for d in DOCUMENTS if d.name == "valid-plain.json"], ids=lambda d: d.parent.name
)
def test_a_value_of_any_type_in_any_place_of_json(document: Path) -> None:
    original = json.loads(document.read_text())
    for pointer in places(original):
        for other in (None, [], {}, 7, -1, "", True, [None], [[]], {"url": []}, {"type": {}}):
            changed = json.loads(document.read_text())
            holder = changed
            for step in pointer[:-1]:
                holder = holder[step]
            holder[pointer[-1]] = other
            for profile in (None, "apple-news"):
                judged(json.dumps(changed).encode(), profile, document.parent.name, document.read_bytes())


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, held in inner for found in ((*way, step), *places(held, (*way, step)))]


@pytest.mark.parametrize(
    "seed", [d for d in DOCUMENTS if d.name == "valid-plain.xml"], ids=lambda d: d.parent.name
)
def test_any_element_missing_doubled_emptied_or_renamed(seed: Path) -> None:
    count = len(list(etree.fromstring(seed.read_bytes()).iter("*")))
    for number in range(1, count):
        for change in ("missing", "doubled", "emptied", "renamed", "commented"):
            root = etree.fromstring(seed.read_bytes())
            element = list(root.iter("*"))[number]
            parent = element.getparent()
            assert parent is not None
            if change == "missing":
                parent.remove(element)
            elif change == "doubled":
                parent.append(copy.deepcopy(element))
            elif change == "emptied":
                element.clear()
            elif change == "renamed":
                element.tag = parent.tag
            else:
                element.insert(0, etree.Comment("c"))
                element.append(etree.PI("p", "i"))
            for profile in (None, "strict", "google-news-sitemap"):
                judged(
                    etree.tostring(root, encoding="UTF-8", xml_declaration=True),
                    profile,
                    None,
                    seed.read_bytes(),
                )


@settings(max_examples=80, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["items", "version", "id", "uri", "components", "layout", "metadata", "authors", "tags", "attachments",
                 "hubs", "headlines", "bodies", "renditions", "geoJSON", "urgency", "role", "text", "URL", "language"]
            ),
            inner,
            max_size=5,
        ),
        max_leaves=25,
    ),
    st.sampled_from(["json", "ninjs", "apple-news"]),
    st.sampled_from([None, "baseline", "apple-news"]),
)  # fmt: skip
def test_json_of_any_shape(value: object, form: str, profile: str | None) -> None:
    judged(json.dumps(value).encode(), profile, form)


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><!DOCTYPE rss [' + b"".join(b'<!ENTITY e%d "&e%d;&e%d;">' % (n, n - 1, n - 1) for n in range(1, 60))
        + b'<!ENTITY e0 "ha">]><rss version="2.0"><channel><title>&e59;</title></channel></rss>',
        b'<!DOCTYPE rss [<!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;]><rss version="2.0"/>',
        b'<!DOCTYPE feed SYSTEM "http://127.0.0.1:9/atom.dtd"><feed xmlns="http://www.w3.org/2005/Atom"/>',
        b"<rss>" * 100_000,
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"<!doctype html>" + b"<div>" * 100_000,
        b'<rss version="2.0"><channel><item><description>' + b"&lt;a " * 200_000 + b"</description></item></channel></rss>",
        b'<rss version="2.0"><channel><item><description>' + b"&lt;a href='" * 50_000 + b"</description></item></channel></rss>",
        b'<rss version="2.0"><channel><item><title>' + b"&lt;a " * 100_000 + b"</title></item></channel></rss>",
    ],
    ids=["bomb", "parameter entity", "outer subset", "deep xml", "deep list", "deep object", "deep html", "open tags",
         "open quotes", "open tags in a title"],
)  # fmt: skip
def test_hostile_documents_are_judged_at_once(data: bytes) -> None:
    """The test command's own limit of time is what would fail here."""
    for profile in (None, *PROFILES):
        judged(data, profile, None)


RSS = b'<rss version="2.0"><channel><title>t</title><link>https://a.example/</link><description>%s</description></channel></rss>'


@pytest.mark.parametrize(
    "data",
    [
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + b"<url><loc>x</loc></url>" * 50_000 + b"</urlset>",
        RSS % (b"</description>" + b"<item><guid>7</guid><pubDate>x</pubDate></item>" * 10_000 + b"<description>"),
        b'{"version":"https://jsonfeed.org/version/1.1","items":[' + b'{"id":"1","url":"/a"},' * 50_000 + b"{}]}",
        b"{" + b"".join(b'"%d":1,' % n for n in range(100_000)) + b'"x":1,"x":2}',
        RSS % (b"&lt;i&gt;" * 50_000 + b"&lt;/b&gt;" * 50_000),
        RSS % (b"&lt;!--" * 100_000),
        b"<opml version='2.0'><head/><body>" + b"<outline text='x' xmlUrl='y'/>" * 30_000 + b"</body></opml>",
    ],
    ids=["sitemap", "items", "json items", "names", "ends", "comments", "outlines"],
)  # fmt: skip
def test_many_faults_cost_what_their_number_costs(data: bytes) -> None:
    """Each found by looking at all the others, these would take minutes: the limit of time would fail."""
    judged(data, None, None)


def test_no_entity_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Port Lumen is empty at night")
    data = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "{secret.as_uri()}">]><rss version="2.0"><channel><title>&s;</title></channel></rss>'
    found = validate(data.encode(), BUILT_IN["strict"], NOW)
    assert [f.rule for f in found if f.level == "error"] == ["B01", "B02", "readable"]
    assert "Port Lumen" not in "".join(line(f, "it") for f in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Answer,
            st.sampled_from([200, 304, 429, 500]),
            st.dictionaries(
                st.sampled_from(
                    ["ETag", "etag", "Vary", "Link", "Last-Modified", "Content-Type", "Cache-Control"]
                ),
                st.text(max_size=40),
            ),
        ),
        max_size=3,
    )
)
def test_any_headers(answers: list[Answer]) -> None:
    validate_answers(answers, NOW)
