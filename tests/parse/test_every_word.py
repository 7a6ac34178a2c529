"""Nothing is lost without a trace: each word of a record is in its Article or in the account of its lines."""

import json
import re
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.model import Delivery
from syndication.parse import (
    WireFormat,
    atom,
    ians_json,
    internet_message,
    news_search,
    newsml_g2,
    ninjs,
    nitf,
    rss,
)

WORD = re.compile(r"qz\d+x")


def told(form: WireFormat, data: bytes) -> set[str]:
    """Return the marked words that the Articles and their accounts hold."""
    delivery = Delivery(data=data, source="s", locator="x", received=datetime(2026, 6, 3, tzinfo=UTC))
    said = [
        text
        for reading in form.parse(delivery)
        for text in (
            msgspec.json.encode(reading.article).decode(),
            *(line.text for line in reading.account),
        )
    ]
    return set(WORD.findall(" ".join(said)))


def marked(template: str, picks: list[str]) -> str:
    """Return the template with a word of its own at each `@`, in one of the given settings."""
    numbers = iter(range(10_000))
    return re.sub("@", lambda _: (picks[(n := next(numbers)) % len(picks)]).replace("@", f"qz{n}x"), template)


SETTINGS = st.lists(
    st.sampled_from(
        ["@", "The pier of @ sank on Tuesday, they said.", "@ - @", "--@", "@: @", "(@) @", "By @", "@…"]
    ),
    min_size=1,
    max_size=12,
)
TEMPLATES = [
    pytest.param(
        ians_json.FORMAT,
        '{"results":[{"id":"@","title":"@","slug":"@","short_desc":"@","content":"<p>@</p><ul><li>@</li></ul><p>@</p>",'
        '"byline":"@","created_at":"@","image":"@","image_caption":"@","keywords":["@","@"],"more":{"a":["@"],"b":7},'
        '"tags":[{"name":"@","slug":"@"},"@"],"seo":"@"}]}',
        id="ians-json",
    ),
    pytest.param(
        news_search.FORMAT,
        '{"status":"ok","articles":[{"source":{"id":"@","name":"@"},"author":"@","title":"@","description":"@",'
        '"url":"@","urlToImage":"@","publishedAt":"@","content":"@ [+9 chars]","more":["@"]}]}',
        id="news-search",
    ),
    pytest.param(
        rss.FORMAT,
        '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><title>@</title><link>@</link>'
        "<guid>@</guid><description>@</description><author>@</author><category>@</category><pubDate>@</pubDate>"
        "<c:encoded>&lt;p>@&lt;/p>&lt;div>@&lt;/div></c:encoded><other><inner>@</inner>@</other></item></channel></rss>",
        id="rss",
    ),
    pytest.param(
        rss.FORMAT,
        "<rss><channel><item><title>@</title><description>&lt;p>@&lt;/p></description></item></channel></rss>",
        id="rss with a description alone",
    ),
    pytest.param(
        atom.FORMAT,
        '<entry xmlns="http://www.w3.org/2005/Atom"><id>@</id><title>@</title><summary>@</summary><updated>@</updated>'
        "<author><name>@</name><uri>@</uri></author><content>@\n@</content><x xmlns='y'>@</x></entry>",
        id="atom",
    ),
    pytest.param(
        internet_message.FORMAT,
        "From: @\nDate: @\nX-Other: @\nSubject: @\n\n@\n\n@\n@\n\n@\n-- \n@\n",
        id="mail",
    ),
    pytest.param(
        ninjs.FORMAT,
        '{"uri":"urn:a","headlines":[{"role":"main","value":"@"},{"value":"@","role":"@"}],"descriptions":[{"value":"@"}],'
        '"bodies":[{"contentType":"text/html","value":"<p>@</p><ul><li>@</li></ul><p>@</p>"}],"by":"@","slugline":"@",'
        '"located":"@","edNote":"@","versionCreated":"@","urgency":"@","copyrightHolder":"@","usageTerms":"@",'
        '"subjects":[{"name":"@","uri":"@","rel":"@"}],"people":[{"name":"@","x":"@"}],"altIds":[{"value":"@"}],'
        '"language":"@","associations":[{"type":"picture","uri":"@","by":"@","renditions":[{"href":"@"}]}],"other":{"a":"@"}}',
        id="ninjs",
    ),
    pytest.param(
        ninjs.FORMAT,
        '{"uri":"urn:a","pubstatus":"usable","headline":"@","headline_x":"@","description_text":"@","description_y":"@",'
        '"body_text":"@\\n\\n@","byline":"@","source":"@","ednote":"@","subject":[{"code":"@","name":"@","scheme":"@"}],'
        '"keywords":["@"],"place":[{"name":"@"}],"authors":[{"name":"@","role":"@"}],"altids":{"a":"@"},"extra":{"b":"@"}}',
        id="ninjs 1",
    ),
    pytest.param(
        newsml_g2.FORMAT,
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="1"><rightsInfo><copyrightHolder><name>@</name>'
        "</copyrightHolder><copyrightNotice>@</copyrightNotice></rightsInfo><itemMeta><provider><name>@</name></provider>"
        "<versionCreated>@</versionCreated><title>@</title><edNote>@</edNote><odd>@</odd></itemMeta><contentMeta><urgency>@</urgency>"
        "<creator><name>@</name></creator><subject qcode='a:b'><name>@</name></subject><keyword>@</keyword><headline>@</headline>"
        "<headline>@</headline><dateline>@</dateline><by>@</by><creditline>@</creditline><description>@</description></contentMeta>"
        "<contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>@</p><ul><li>@</li></ul><p>@</p></body></html>"
        "</inlineXML></contentSet></newsItem>",
        id="newsml-g2",
    ),
    pytest.param(
        nitf.FORMAT,
        "<nitf><head><title>@</title><docdata><doc-id id-string='urn:a'/><urgency ed-urg='@'/><ed-msg info='@'/>"
        "<key-list><keyword key='@'/></key-list><odd>@</odd></docdata></head><body><body.head><hedline><hl1>@</hl1><hl2>@</hl2></hedline>"
        "<note>@</note><byline>@<byttl>@</byttl></byline><distributor>@</distributor><dateline>@</dateline><abstract><p>@</p></abstract>"
        "</body.head><body.content><p>@</p><ul><li>@</li></ul><note>@</note><p>@ <person>@</person></p></body.content>"
        "<body.end><tagline>@</tagline></body.end></body></nitf>",
        id="nitf",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("form", "template"), TEMPLATES)
@given(picks=SETTINGS)
@settings(max_examples=60, deadline=None)
def test_each_word_is_read_or_told(form: WireFormat, template: str, picks: list[str]) -> None:
    text = marked(template, picks)
    assert told(form, text.encode()) == set(WORD.findall(text))


def test_the_marks_are_words_of_their_own() -> None:
    assert json.loads(marked('["@","@"]', ["a @", "@"])) == ["a qz0x", "qz1x"]
