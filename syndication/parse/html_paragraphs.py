"""HTML that is nothing but paragraphs of words, as most stories of feeds are: read without a tree."""

import html

from syndication.model.blocks import Paragraph
from syndication.parse.html_content import Content
from syndication.printable import printable_lines
from syndication.prose.characters import twice_escaped
from syndication.prose.inline import escape

_BEGIN, _END = "<p>", "</p>"
_REFERENCES = ("&amp;", "&lt;", "&gt;", "&quot;", "&#39;")
_MOST_LINES = 60_000  # a tree counts no further than 65,535


def content(markup: str) -> Content | None:
    """Return what `html_blocks.content` makes of the tree of `markup`; None for anything but plain paragraphs.

    A paragraph is plain without attributes, with no element inside and of printable characters only; all its
    references are those that writers of XML know.
    """
    if not printable_lines(markup) or (len(markup) > _MOST_LINES < markup.count("\n")):
        return None
    referring = "&" in markup
    if referring and markup.count("&") != sum(map(markup.count, _REFERENCES)):
        return None
    *paragraphs, behind = markup.split(_END)
    if not paragraphs or (behind and not behind.isspace()):
        return None
    blocks: list[Paragraph] = []
    numbers: list[int] = []
    number = 1
    for paragraph in paragraphs:
        before, begin, words = paragraph.partition(_BEGIN)
        if not begin or "<" in words or ">" in words or (before and not before.isspace()):
            return None
        number += before.count("\n")
        said = html.unescape(words) if referring else words
        if referring and "&" in said:
            said = twice_escaped(said)
            if not printable_lines(said) or said.count("\n") != words.count("\n"):
                return None
        wrapped = "\n" in words
        said = " ".join(said.split()) if wrapped or "  " in said else said.strip()
        if said:
            blocks.append(Paragraph(escape(said)))
            numbers.append(number)
        number += words.count("\n") if wrapped else 0
    return Content(tuple(blocks), tuple(numbers), flowing=not referring)
