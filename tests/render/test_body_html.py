"""The body."""

import pytest

from syndication.model.article import Dateline, PullQuote
from syndication.model.blocks import Block, Embed, Image, ListBlock, Paragraph, Preformatted, Quote, Table
from syndication.render.body_html import body_html
from tests.render.stories import FULL, MP3, make, picture

PAGE = "https://paper.example/news/canal.html"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(" "), ""),
        (Quote("said", "<Ada>"), "<blockquote><p>said</p><p>— &lt;Ada&gt;</p></blockquote>"),
        (Quote("", "Ada"), ""),
        (ListBlock(("a", "", "b"), ordered=True), "<ol><li>a</li><li>b</li></ol>"),
        (ListBlock(()), ""),
        (Table(rows=(("1", ""),)), "<table><tbody><tr><td>1</td><td></td></tr></tbody></table>"),
        (Preformatted("1 <b>\n 2"), "<pre>1 &lt;b&gt;\n 2</pre>"),
        (Image("nowhere"), ""),
        (Image(MP3.guid), '<p><a href="https://img.example/a.mp3">A audio</a></p>'),
        (
            Embed("/p", "w"),
            f'<blockquote><p>w</p><p><a href="{"https://paper.example/p"}">https://paper.example/p</a></p></blockquote>',
        ),
        (Embed("javascript:x"), ""),
    ],
)
def test_blocks(block: Block, expected: str) -> None:
    story = make("b", body=(Paragraph("first"), block), media=(MP3,))
    assert body_html(story, PAGE) == "\n".join(filter(None, ["<p>first</p>", expected]))


def test_a_dateline_is_printed_once() -> None:
    dateline = Dateline("LUMEN, Nov 24")
    story = make("d", dateline=dateline, body=(Paragraph("It rained."),))
    repeated = make("d", dateline=dateline, body=(Paragraph("LUMEN, Nov 24 - It rained."),))
    assert body_html(story, PAGE) == "<p>LUMEN, Nov 24</p>\n<p>It rained.</p>"
    assert body_html(repeated, PAGE) == "<p>LUMEN, Nov 24 - It rained.</p>"


def test_a_pull_quote_is_printed_where_the_text_has_not_its_words() -> None:
    quote = PullQuote("Nobody asked - the boats")
    said = make("q", pull_quote=quote, body=(Paragraph('"Nobody asked the boats," he said.'),))
    unsaid = make("q", pull_quote=quote)
    assert "blockquote" not in body_html(said, PAGE)
    assert body_html(unsaid, PAGE).endswith("<blockquote><p>Nobody asked - the boats</p></blockquote>")


def test_pictures_stand_in_for_a_missing_text_only() -> None:
    assert "<img" in body_html(make("p", body=(), media=(picture(),)), PAGE)
    assert "<img" not in body_html(make("p", media=(picture(),)), PAGE)


def test_neither_sign_off_nor_notes_nor_comments_are_printed() -> None:
    assert "SECRET" not in body_html(FULL, PAGE)
