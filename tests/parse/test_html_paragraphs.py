"""Plain paragraphs read without a tree say what the tree says; for anything else the tree is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from syndication import printable
from syndication.model.blocks import Paragraph
from syndication.parse import html_blocks, html_content, html_paragraphs, html_tree

PIECES = (
    "<p>",
    "</p>",
    "</p>\n<p>",
    "dock ",
    "हिन्दी",
    " ",
    "\n",
    "&amp;",
    "&lt;",
    "&quot;",
    "&amp;lt;",
    "&amp;nbsp;",
    "&amp;#8217;",
    "<b>",
    "\xa0",
)


def of_tree(markup: str) -> html_content.Content:
    """Return what the tree of the markup holds."""
    return html_blocks.content(html_tree.tree(markup, "a feed"), None)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), min_size=1, max_size=5))
def test_it_says_what_the_tree_says(paragraphs: list[str]) -> None:
    """Whatever stands in a paragraph, the answer is the tree's or none."""
    markup = "\n\n".join(f"<p>{words}</p>" for words in paragraphs)
    found = html_paragraphs.content(markup)
    assert found is None or structs.replace(found, flowing=False) == of_tree(markup)
    if found and found.flowing:
        said = [block.text for block in found.blocks if isinstance(block, Paragraph)]
        assert len(said) == len(found.blocks)
        assert all(text and printable.flowing(text) and not {"<", "&"} & set(text) for text in said)


def test_paragraphs_of_words_are_read() -> None:
    """References are decoded, blanks are one, and each paragraph has its line."""
    found = html_paragraphs.content("\n<p>Salt &amp; tin\n  rose.</p>\n<p> </p>\n<p>Ola fell.</p> \n")
    assert found is not None
    assert found.blocks == (Paragraph("Salt &amp; tin rose."), Paragraph("Ola fell."))
    assert found.numbers == (2, 5)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "Words alone",
        "<p>Open",
        "<p>One</p> and more",
        "Before <p>one</p>",
        '<p class="x">One</p>',
        "<p>One <b>bold</b></p>",
        "<p>One<br></p>",
        "<p>A&nbsp;B</p>",
        "<p>A & B</p>",
        "<p>A\x00B</p>",
        "<p>A\ud800B</p>",
        "<p>One<p>Two</p>",
        "<p>One</p></p>",
        "<P>One</P>",
        "<p>1 > 0</p>",
        "<p>One</p>" + "\n" * 70_000 + "<p>Two</p>",
    ],
)
def test_anything_else_is_left_to_the_tree(markup: str) -> None:
    """Elements, attributes, other references and characters that do not print."""
    assert html_paragraphs.content(markup) is None


@pytest.mark.parametrize("said", ['class="has-text-align"', 'id="p7" lang="en"', 'style="margin: 0"'])
def test_attributes_that_say_nothing_leave_a_paragraph_one(said: str) -> None:
    """Publishers mark paragraphs for their own pages."""
    assert of_tree(f"<p {said}>Ola won.</p>").blocks == (Paragraph("Ola won."),)


@pytest.mark.parametrize("said", ["hidden", 'class="share-box"', 'itemprop="author"', 'class="pullquote"'])
def test_attributes_that_make_something_else_of_it_are_heard(said: str) -> None:
    """Furniture, metadata and pull quotes are no paragraphs."""
    assert of_tree(f"<p {said}>Ola won.</p><p>Then rain fell.</p>").blocks == (Paragraph("Then rain fell."),)
