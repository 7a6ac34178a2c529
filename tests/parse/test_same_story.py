"""What does not matter changes nothing: blanks, marks, widths, a portal's frame, HTML for plain copy.

Every plain document of the corpus is changed in ways in which no editor would see another story.
"""

import html
import re
import textwrap
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication import parse
from syndication.errors import UnreadableCopy
from syndication.model import Article
from tests.copy_corpus import Case, cases

Change = Callable[[str], str]

SIGNED = re.compile(r"(?m)^-{1,2} ?(?=(?:IANS|आईएएनएस)(?:[/ ][a-z/]*)?$)")
ABOVE = "Home > News > National\n\nSkip to main content\n\n"
BELOW = """

Share this article:

Facebook
Twitter
WhatsApp

Also Read: Another story of the day

Subscribe to our newsletter

Tags: one, two

Follow us on Google News
"""


def curly(text: str) -> str:
    """Return the text with typographer's quotation marks and apostrophes."""
    text = re.sub(r'(?<![\w"])"(?=\S)', "“", text).replace('"', "”")
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


CHANGES: dict[str, Change] = {
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blanks in blank lines": lambda text: text.replace("\n\n", "\n \u00a0\n"),
    "blanks behind lines": lambda text: text.replace("\n", "  \n"),
    "no-break blanks in dates": lambda text: re.sub(r"(?<=[A-Z][a-z]{2}) (?=\d)", "\u00a0", text),
    "em dash": lambda text: SIGNED.sub("— ", text),
    "en dash": lambda text: SIGNED.sub("–", text),
    "hyphens and a blank": lambda text: SIGNED.sub("-- ", text),
    "curly": curly,
    "byte order mark": lambda text: "\ufeff" + text,
    "marks without width": lambda text: text.replace(", ", ",\u200b "),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{5})(?=[a-z]{5})", "\u00ad", text),
    "a margin": lambda text: re.sub(r"(?m)^(?=\S)", "  ", text),
    "furniture below": lambda text: text.rstrip("\n") + BELOW,
}
"""Changes that may come together, in any order."""

FRAMED = {"combinations/mail-style-header-lines.txt"}  # its labelled lines are a head only at the top
TABLE = re.compile(r"\t|   ")
PLAIN = [
    case for case in cases() if case.document.suffix == ".txt" and case.expectation.encoding == "utf-8-sig"
]
PROSE = [case for case in PLAIN if not TABLE.search(case.document.read_text(encoding="utf-8-sig"))]
IDENTITY = {"source", "guid", "alt_ids", "word_count", "reading_minutes"}
DECIDES = ("pub_status", "embargoed", "dateline", "headline", "byline", "signals", "genres")


def articles(case: Case, text: str, media_type: str = "text/plain") -> list[Article]:
    delivery = msgspec.structs.replace(case.delivery(), data=text.encode(), media_type=media_type)
    try:
        return [reading.article for reading in parse.parse(delivery)]
    except UnreadableCopy:
        return []


def words(case: Case) -> str:
    return case.document.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def said(article: Article) -> dict[str, Any]:
    """Return what the story says, one kind of quotation mark, without where it says so."""
    fields: dict[str, Any] = {
        name: value for name, value in msgspec.to_builtins(article).items() if name not in IDENTITY
    }
    fields["issues"] = sorted(issue.code for issue in article.issues)
    told: dict[str, Any] = _straight(fields)
    return told


def _straight(value: Any) -> Any:
    if isinstance(value, str):
        marks = str.maketrans("“”‘’", "\"\"''")
        return " ".join(value.translate(marks).split())
    if isinstance(value, dict):
        return {key: _straight(inner) for key, inner in value.items()}
    return [_straight(inner) for inner in value] if isinstance(value, list | tuple) else value


@cache
def unchanged(case: Case) -> list[dict[str, Any]]:
    return [said(article) for article in articles(case, words(case))]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(PROSE), st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4, unique=True)
)
def test_what_does_not_matter_changes_nothing(case: Case, names: list[str]) -> None:
    text = words(case)
    for name in names:
        text = CHANGES[name](text)
    assert [said(article) for article in articles(case, text)] == unchanged(case)


@pytest.mark.parametrize("name", CHANGES)
def test_every_document_bears_each_change(name: str) -> None:
    changed = {str(case): [said(a) for a in articles(case, CHANGES[name](words(case)))] for case in PROSE}
    assert [str(case) for case in PROSE if changed[str(case)] != unchanged(case)] == []


def test_a_menu_above_changes_nothing() -> None:
    framed = [case for case in PLAIN if str(case) not in FRAMED]
    assert [
        str(case)
        for case in framed
        if [said(a) for a in articles(case, ABOVE + words(case))] != unchanged(case)
    ] == []


def test_a_line_length_changes_nothing_that_decides() -> None:
    """Broken at 76 columns, the copy has the same headline, dateline and embargo."""
    changed = {}
    for case in PROSE:
        lines = (
            textwrap.wrap(line, 76, break_long_words=False, break_on_hyphens=False)
            if len(line) > 76
            else [line]
            for line in words(case).split("\n")
        )
        told = [said(a) for a in articles(case, "\n".join(part for parts in lines for part in parts))]
        if [decided(story) for story in told] != [decided(story) for story in unchanged(case)]:
            changed[str(case)] = told
    assert list(changed) == []


def decided(story: dict[str, Any]) -> dict[str, Any]:
    return {name: story[name] for name in DECIDES}


# A page without a story is none, and a reference in plain copy is one that HTML escapes twice.
REFERENCE = re.compile(r"&#?\w{2,8};")


@pytest.mark.parametrize("parted", ["p", "br"])
def test_a_page_of_the_same_paragraphs_is_the_same_story(parted: str) -> None:
    different = []
    for case in PROSE:
        before = unchanged(case)
        if REFERENCE.search(words(case)) or any(
            "no-body" in s["issues"] and s["pub_status"] == "usable" for s in before
        ):
            continue
        told = [said(article) for article in articles(case, page(words(case), parted), "text/html")]
        if [decided(story) for story in told] != [decided(story) for story in before]:
            different.append(str(case))
    assert different == []


def page(text: str, parted: str) -> str:
    escaped = html.escape(text.strip(), quote=False)
    if parted == "br":
        return f"<html><body><div>{escaped.replace(chr(10), '<br>' + chr(10))}</div></body></html>"
    paragraphs = (
        part.strip().replace("\n", "<br>\n") for part in re.split(r"\n\s*\n", escaped) if part.strip()
    )
    return f"<html><body><article>{''.join(f'<p>{part}</p>' for part in paragraphs)}</article></body></html>"
