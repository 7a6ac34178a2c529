"""Whatever comes in, a form gives Articles or one clear refusal, and nothing active leaves it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import lxml.etree
import msgspec
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading, article
from syndication.model.blocks import INLINE_TAGS
from syndication.parse import (
    WireFormat,
    atom,
    characters,
    html_page,
    ians_json,
    internet_message,
    news_search,
    newsml_g2,
    ninjs,
    nitf,
    rss,
)

FORMS = {
    m.FORMAT.name: m.FORMAT
    for m in (atom, html_page, ians_json, internet_message, news_search, newsml_g2, ninjs, nitf, rss)
}
ROOT = Path(__file__).parent.parent / "data" / "parse"
SAMPLES = [p.read_bytes() for p in sorted(ROOT.glob("*/*")) if not p.name.endswith(".expected.json")]
EACH_FORM = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)

HOSTILE = {
    "nothing": b"",
    "nul": b"\0",
    "bytes": bytes(range(256)) * 4,
    "surrogates in json": rb'[{"title":"\ud83d","slug":"x","content":"\udc00 <p>y","created_at":1}]',
    "nul in json": rb'[{"title":"a\u0000b","slug":"x","content":"<p>c\u0000d</p>","created_at":"z"}]',
    "long number": b'[{"title":' + b"9" * 5000 + b"}]",
    "deep json": b'{"results":' * 3000 + b"}" * 3000,
    "deep list": b"[" * 100_000,
    "wrong types": b'{"articles":[{"title":{"a":1},"source":7,"content":[]},{"title":"x","publishedAt":{}}]}',
    "no object": b'[null,1,"x",[],{}]',
    "not a number": b'[{"title":"x","id":NaN,"slug":"","created_at":Infinity}]',
    "unclosed tags": b"<html><body>" + b"<p>x" * 20_000,
    "deep html": b"<html>" + b"<div>" * 20_000 + b"x",
    "many attributes": b"<html><p " + b"a=1 " * 50_000 + b">x",
    "unclosed comments": b"<html>" + b"<!--" * 50_000,
    "unclosed scripts": b"<html>" + b"<script>" * 50_000,
    "deep xml": b"<rss>" * 5000,
    "cut xml": b"<rss><channel><item><title>x</title></item>",
    "unclosed cdata": b"<rss>" + b"<![CDATA[" * 50_000,
    "external entity": b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b"<rss><channel><item><title>&x;</title></item></channel></rss>",
    "parameter entity": b'<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'
    b"<rss><channel><item><title>y</title></item></channel></rss>",
    "bomb": b"<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]><rss><channel><item><title>&a11;</title></item></channel></rss>",
    "nested mail": b"From: a@b.c\nDate: x\n" + b'Content-Type: multipart/mixed; boundary="a"\n\n--a\n' * 3000,
    "mails in mails": b"From: a@b.c\nDate: x\n" + b"Content-Type: message/rfc822\n\n" * 60 + b"\nx",
    "broken words": b"From: =?utf-8?B?!!!?=\nDate: =?x?Q?=\nSubject: =?nope?Q?=ff?=\n\nA pier sank.\n",
    "raw header": b"From: \xff\xfe\xe9\nDate: \x00\nSubject: caf\xe9\n\nA pier sank.\n",
    "no charset": b"From: a\nDate: b\nContent-Type: text/plain; charset=\xff*''\n\nA pier sank.\n",
    "bad base64": b"From: a\nDate: b\nContent-Transfer-Encoding: base64\n\n!!!!\n",
}


def read(form: WireFormat, data: bytes) -> list[Reading]:
    """Return what the form yields before it ends or refuses: anything else it raises fails the test."""
    found: list[Reading] = []
    delivery = Delivery(data=data, source="inbox", locator="x", received=datetime(2026, 6, 3, tzinfo=UTC))
    try:
        found.extend(form.parse(delivery))
    except UnreadableCopy as error:
        refusal = str(error)
    else:
        refusal = ""
    assert "\n" not in refusal
    assert len(refusal) < 2000
    return found


def check(reading: Reading) -> None:
    """Hold what must hold of every Article against one."""
    encoded = article.encode(reading.article)
    assert article.decode(encoded) == reading.article
    for text in strings(json.loads(encoded)):
        assert not characters.FORBIDDEN.search(text)
    for block in json.loads(encoded)["body"]:
        if block["type"] != "preformatted":
            for markup in strings(block.get("text") or block.get("items") or block.get("rows") or ""):
                assert_inert(markup)
        assert not block.get("href") or block["href"].startswith(("http://", "https://"))
    for item in reading.article.media:
        assert all(r.href.startswith(("http://", "https://")) for r in item.renditions)


def assert_inert(markup: str) -> None:
    """Only tags of the allow-list, closed, links to the public web: a sanitiser finds nothing to do."""
    clean = nh3.clean(
        markup,
        tags=set(INLINE_TAGS),
        attributes={"a": {"href"}},
        link_rel=None,
        url_schemes={"http", "https"},
    )
    assert re.findall(r"<[^>]*>", clean) == re.findall(r"<[^>]*>", markup)
    lxml.etree.fromstring(
        f"<p>{re.sub('&(?!(amp|lt|gt|quot|#x27);)', '&amp;', markup).replace('<br>', '<br/>')}</p>"
    )


def strings(value: Any) -> list[str]:
    """Return every string below a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


@EACH_FORM
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_copy_is_read_or_refused(form: WireFormat, data: bytes) -> None:
    for reading in read(form, data):
        check(reading)


@EACH_FORM
@given(data=st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(form: WireFormat, data: bytes) -> None:
    for reading in read(form, data):
        check(reading)


@EACH_FORM
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_damaged_copy_is_read_or_refused(form: WireFormat, data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(SAMPLES))
    at = data.draw(st.integers(0, len(sample)))
    gone = data.draw(st.integers(0, 40))
    junk = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"<p>", b"</div>", b"&", b"]]>", b'"', b"\0", b"\xe0\xa4"])
    )
    for reading in read(form, sample[:at] + junk + sample[at + gone :]):
        check(reading)


TAGS = st.sampled_from(
    ["p", "div", "b", "i", "a", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "h1", "h2", "pre", "nav",
     "aside", "figure", "figcaption", "form", "span", "cite", "article", "section", "footer", "br", "img", "time"]
)  # fmt: skip
CLASSES = st.sampled_from(
    ["", "comment", "comments", "share", "pullquote", "caption", "author", "ad", "byline", "text"]
)
NODES: st.SearchStrategy[Any] = st.recursive(
    st.none(), lambda inner: st.tuples(TAGS, CLASSES, st.lists(inner, max_size=4)), max_leaves=25
)


@given(NODES)
@settings(max_examples=300, deadline=None)
def test_every_word_of_a_page_is_told(tree: Any) -> None:
    count = 0

    def write(node: Any) -> str:
        nonlocal count
        count += 1
        if node is None:
            return f" qz{count}x "
        tag, kind, inner = node
        return f"<{tag} class='{kind}'>{''.join(map(write, inner))}</{tag}>"

    body = write(tree) + write(None)
    page = f"<!DOCTYPE html><html><head><title>A pier</title></head><body>{body}</body></html>"
    for reading in read(html_page.FORMAT, page.encode()):
        check(reading)
        said = " ".join(
            [
                *(line.text for line in reading.account),
                *strings(json.loads(msgspec.json.encode(reading.article))),
            ]
        )
        told = set(re.findall(r"qz\d+x", said))
        assert told == set(re.findall(r"qz\d+x", body))
