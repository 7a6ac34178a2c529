"""A saved article page: what it says about itself, then its text, comments and pictures.

Navigation, asides, related links, share rows, forms, cookie and captcha text are told from the story by
element, role and class; what remains is read as any copy is (prose). Nothing is ever fetched.
"""

import html
import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Line, Reading
from syndication.model.article import RoleText
from syndication.model.blocks import Block, Image, Paragraph, Subhead, body_text, texts
from syndication.on_demand import Expression
from syndication.parse import charset, html_blocks, html_comments, html_scope, html_tree, xml_reader
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit
from syndication.parse.decoding import decode
from syndication.parse.html_content import Content
from syndication.parse.html_story import Story, from_house, read_content
from syndication.parse.html_tree import Element
from syndication.parse.page_metadata import Metadata, metadata
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context, Known

NAME = "html-page"
_ELEMENTS = frozenset(
    {
        "html", "head", "body", "meta", "title", "link", "base", "script", "style", "main", "article", "section",
        "header", "nav", "div", "p", "h1", "h2", "h3", "table", "center", "figure", "blockquote",
    }
)  # fmt: skip
_SAVED_FROM = Expression(r"<!-- saved from url=\(\d{1,6}\)([^\s>]{1,2000})")
_LONGEST_HEAD = 20_000
_LETTERS = Expression(r"[\W_]+")
_HEAD = 4  # blocks in which a page repeats what its head says
_MOST_HEADINGS = 20
_BY = Expression(r"by:?\s(?!(?:the|an?|and|then|now|order)\s)[^\d.,:;]{2,50}", re.IGNORECASE)
_CUT = Expression(r"\s*(?:\.{3}|…)\s*\Z")


def sniff(head: bytes) -> bool:
    """Tell HTML by its document type or by its first element."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith(b"<!doctype html"):
        return True
    return (xml_reader.root_name(start) or "") in _ELEMENTS


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the story of the page; raise UnreadableCopy for a page without words, or a hostile one."""
    label = charset.declared(delivery.data, delivery.media_type)
    decoded = decode(delivery.data, label, delivery.locator)
    root = html_tree.tree(decoded.text, delivery.locator)
    said = metadata(root, delivery.hints.timezone)
    saved = _SAVED_FROM.search(decoded.text[:_LONGEST_HEAD])
    known = said.known.copy()
    if not known.get("url") and saved:
        known["url"] = resolve(saved[1], None)
    base = next((href for e in root.iter("base") if (href := resolve(e.get("href"), known.get("url")))), None)
    told = html_comments.comments(root, delivery.hints.timezone)
    if told.comments:
        known["comments"] = told.comments
    mass = html_scope.masses(root, told.sections)
    scope = html_scope.scope(root, mass)
    content = html_blocks.content(root, base or known.get("url"), scope, lambda: mass, told.sections)
    content = _spoken(content, said)
    content, account = _without_head(content, root, known)
    if not known.get("headline"):
        known.pop("headline", None)  # the text may have one
    context = from_house(Context.of(delivery, NAME), said.site)
    issues = (*decoded.issues, *said.issues)
    for reading in read_content(content, Story(context, known, issues, (*told.account, *account))):
        story = reading.article
        if not story.body and not said.article and story.pub_status == "usable":  # a notice has no body
            raise UnreadableCopy("a page without a story", delivery.locator)
        yield reading


def _spoken(content: Content, said: Metadata) -> Content:
    """Return the text that JSON-LD holds where the page itself holds less than half of it."""
    if not said.text or 2 * len(body_text(content.blocks)) > len(said.text):
        return content
    text = html.unescape(said.text)
    blocks = tuple(
        Paragraph(html.escape(line.strip(), quote=False)) for line in text.split("\n") if line.strip()
    )
    kept = tuple(
        Line(number, body_text((block,)), "furniture", "html: less than articleBody")
        for number, block in zip(content.numbers, content.blocks, strict=True)
        if not isinstance(block, Image)
    )
    return msgspec.structs.replace(
        content, blocks=blocks, numbers=(1,) * len(blocks), dropped=(*content.dropped, *kept)
    )


def _without_head(content: Content, root: Element, known: Known) -> tuple[Content, tuple[Line, ...]]:
    """Take headline and summary out of the blocks where the page repeats what its head names.

    `known` loses a summary that is only the story's own beginning (a machine cut it for search engines),
    and a headline that was cut gets its whole length from the page.
    """
    account: list[Line] = []
    kept: list[tuple[Block, int]] = []
    printed = {_letters(html_tree.all_words(h)) for h in islice(root.iter("h1"), _MOST_HEADINGS)} - {""}
    words = 0
    for block, number in zip(content.blocks, content.numbers, strict=True):
        text = " ".join(" ".join(texts(block)).split())
        words += not isinstance(block, Image)
        field = _repeated(block, text, printed, known) if words <= _HEAD else None
        if field:
            account.append(Line(number, text, "field", "html: head of the page", field))
            continue
        summary = _letters(_CUT.sub("", known.get("summary") or ""))
        if summary and isinstance(block, Paragraph) and _letters(text).startswith(summary):
            known["summary"] = None
        kept.append((block, number))
    blocks, numbers = tuple(b for b, _ in kept), tuple(n for _, n in kept)
    return msgspec.structs.replace(content, blocks=blocks, numbers=numbers), tuple(account)


def _repeated(block: Block, text: str, printed: set[str], known: Known) -> str | None:
    """Return the field that a block in the head of the page prints; `known` learns from it. None: it is text."""
    letters = _letters(text)
    if not letters or not isinstance(block, Paragraph | Subhead):
        return None
    if isinstance(block, Subhead) and letters in printed:
        known["headline"] = _heading(text, known.get("headline"), known)
        return "headline"
    for field in ("headline", "summary"):
        if letters == _letters(known.get(field)):
            return field
    if isinstance(block, Paragraph) and "<br>" not in block.text and _BY.fullmatch(text):
        found = credit([text])
        known["byline"] = known.get("byline") or found.get("byline")
        known["authors"] = known.get("authors") or found.get("authors", ())
        known["creditline"] = known.get("creditline") or found.get("creditline")
        return "byline"
    return None


def _heading(printed: str, named: str | None, known: Known) -> str:
    """Return the headline of a page that prints one and names one in its head."""
    if not named or _letters(printed).startswith(_letters(_CUT.sub("", named))):
        return printed
    if _letters(printed) != _letters(named):
        known["headlines"] = (*known.get("headlines", ()), RoleText(printed, "page"))
    return named


def _letters(text: object) -> str:
    return _LETTERS.sub("", text if isinstance(text, str) else "").casefold()


FORMAT = WireFormat(NAME, ("text/html", "application/xhtml+xml"), sniff, parse)
