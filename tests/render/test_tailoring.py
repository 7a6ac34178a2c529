"""Addresses raised to https or encoded, and nothing else."""

import msgspec

from syndication.model import Profile
from syndication.model.article import Link, Rendition
from syndication.model.blocks import Embed, ListBlock, Paragraph, Preformatted, Table
from syndication.render.tailoring import tailored
from tests.render.stories import make, picture

ENCODING = msgspec.structs.replace(Profile(), strict_addresses=True)
RAISING = msgspec.structs.replace(Profile(), https=True)


def test_a_profile_that_does_not_ask_gets_the_story_itself() -> None:
    story = make("a", url="http://x.example/")
    assert tailored(story, Profile()) is story


def test_every_address_is_raised_and_no_word() -> None:
    story = make(
        "a",
        url="http://x.example/http://y",
        links=(Link("related", "HTTP://r.example/"), Link("related", None, "urn:x")),
        body=(
            Paragraph(
                "http://said.example <a href='http://a.example/?u=http://b'>x</a> <a href=http://c.example>y</a>"
            ),
            ListBlock(('<a class="k" href="http://d.example">z</a>',)),
            Table(rows=(('<a href="http://e.example">e</a>',),), caption="http://f.example"),
            Preformatted('see href="http://code.example"'),
            Embed("http://g.example", 'words <a href="http://h.example">h</a>'),
        ),
    )
    made = tailored(story, RAISING)
    assert made.url == "https://x.example/http://y"
    assert [link.href for link in made.links] == ["https://r.example/", None]
    assert made.body == (
        Paragraph(
            "http://said.example <a href='https://a.example/?u=http://b'>x</a> <a href=https://c.example>y</a>"
        ),
        ListBlock(('<a class="k" href="https://d.example">z</a>',)),
        Table(rows=(('<a href="https://e.example">e</a>',),), caption="http://f.example"),
        Preformatted('see href="http://code.example"'),
        Embed("https://g.example", 'words <a href="https://h.example">h</a>'),
    )
    assert msgspec.structs.replace(made, url=story.url, links=story.links, body=story.body) == story


def test_quotation_marks_of_addresses_are_encoded_and_no_others() -> None:
    story = make(
        "a",
        url='https://x.example/"y"',
        media=(picture(renditions=(Rendition('https://x.example/a"b.jpg'),)),),
        body=(
            Paragraph(
                """He said "href" <a href="/a?q=&quot;b&#34;&#x22;">"x"</a> <a href='/"c"'>y</a> <a href=/d&quot;>z</a>"""
            ),
            Embed('https://g.example/"h"', '"words"'),
        ),
    )
    made = tailored(story, ENCODING)
    assert made.url == "https://x.example/%22y%22"
    assert made.media[0].renditions[0].href == "https://x.example/a%22b.jpg"
    assert made.body == (
        Paragraph(
            """He said "href" <a href="/a?q=%22b%22%22">"x"</a> <a href='/%22c%22'>y</a> <a href=/d%22>z</a>"""
        ),
        Embed("https://g.example/%22h%22", '"words"'),
    )
