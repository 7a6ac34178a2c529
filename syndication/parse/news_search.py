"""Records of news-search services: a headline, a teaser, an address, and the first words of the text.

Such a record is never the whole story: where the service cut the text there is the issue cut-off.
"""

import html
from collections.abc import Iterator
from typing import Any

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Line, Reading
from syndication.model.article import Issue, Media, Rendition
from syndication.on_demand import Expression
from syndication.parse import json_reader, records
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit
from syndication.parse.headlines import headline
from syndication.parse.html_inline import plain_line
from syndication.parse.html_story import Story, read_html
from syndication.parse.instants import instant
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context, Known
from syndication.prose.characters import decode_references

NAME = "news-search"
_LISTS = ("articles", "results", "news", "data", "value")
_MARK = Expression(r"\s*(?:…|\.{3})?\s*\[\+?\s*(\d{1,7})\s*(?:chars?|characters)\]\s*\Z")
_ELLIPSIS = Expression(r"\s*(?:…|\.{3}|\[…\]|\[\.{3}\])\s*\Z")
_ENDED = Expression(r"[.!?।۔)\]>][\"'”’]*\s*\Z")
_SHORTEST, _LONGEST = 180, 280  # where services cut, with or without a mark
_PARAGRAPHS = Expression(r"\s*\n\s*")
_REMOVED = "[Removed]"


class Origin(msgspec.Struct):
    """The site on which the service found the story."""

    id: str | None = None
    name: str | None = None


class Record(msgspec.Struct):
    """The record as it travels; only what we read."""

    title: str | None = None
    source: Origin | str | None = None
    author: str | list[str] | None = None
    description: str | None = None
    url: str | None = None
    urlToImage: str | None = None  # noqa: N815 - the wire's name
    image: str | None = None
    publishedAt: str | int | float | None = None  # noqa: N815 - the wire's name
    content: str | None = None
    language: str | None = None


_FIELDS = {
    "title": "headline",
    "source": "info_sources",
    "author": "byline",
    "description": "summary",
    "url": "url",
    "urlToImage": "media",
    "image": "media",
    "publishedAt": "created",
    "language": "language",
}


def sniff(head: bytes) -> bool:
    """Tell a record by `publishedAt` beside two of its other names."""
    start = json_reader.opening(head)
    if start[:1] not in {b"{", b"["} or b'"title"' not in start:
        return False
    names = (
        b'"publishedAt"',
        b'"totalResults"',
        b'"totalArticles"',
        b'"urlToImage"',
        b'"articles"',
        b'"source"',
    )
    return sum(name in start for name in names) >= 2 and b'"short_desc"' not in start


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each record of the answer; raise UnreadableCopy for what is none, or an answer that is an error.

    The readable records come first, then the error names those that are not.
    """
    document = json_reader.read(delivery)
    found = _records(document.value)
    if not found:
        raise UnreadableCopy(_complaint(document.value) or "no record in it", delivery.locator)
    yield from records.each(found, lambda given: _story(given, delivery, document.issues), delivery.locator)


def _records(value: Any) -> list[Any]:
    if isinstance(value, dict):
        listed = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        return [value] if listed is None and "title" in value else listed or []
    return value if isinstance(value, list) else []


def _complaint(value: Any) -> str | None:
    """Return what the service complains of (`{"status": "error", "message": …}`)."""
    message = value.get("message") if isinstance(value, dict) else None
    return f"the service answers: {message[:200]}" if isinstance(message, str) else None


def _story(given: Any, delivery: Delivery, issues: tuple[Issue, ...]) -> Iterator[Reading]:
    record = records.convert(given, Record, delivery.locator)
    if record.title == _REMOVED or not (record.title or record.content or record.description):
        raise UnreadableCopy("removed upstream, or empty", delivery.locator)
    site = record.source.name if isinstance(record.source, Origin) else record.source
    title = headline(plain_line(record.title), (site,), record.url)
    created = instant(record.publishedAt, delivery.hints.timezone)
    authors = [record.author] if isinstance(record.author, str) else record.author or []
    text, cut = _parted(record.content)
    teaser, short = _parted(record.description)
    known = Known(
        headline=title.text,
        summary=plain_line(teaser) or None,
        created=created.at,
        url=resolve(record.url, None),
        media=_media(record),
    )
    if site:
        known["info_sources"] = (site,)
    if record.language:
        known["language"] = record.language
    noticed = [*issues, *title.issues, *created.issues]
    account = json_reader.account(given, _FIELDS, "content")
    silent = _SHORTEST <= len(text) <= _LONGEST and not _ENDED.search(text)
    if cut or short or silent:
        missing = _MARK.search(record.content or "")
        said = f": {missing[1]} characters are missing" if missing else ""
        noticed.append(Issue("cut-off", f"the service cut the text off{said}"))
    if cut:
        account += (Line(1, cut, "issue", "json: cut-off"),)
    story = Story(Context.of(delivery, NAME), known, tuple(noticed), account)
    people = credit(authors)
    known["creditline"] = people.get("creditline")
    for reading in read_html(_markup(text), story):
        # The service names who posted the story; a byline in the text is who wrote it.
        article = reading.article
        if not article.byline:
            article = msgspec.structs.replace(
                article, byline=people.get("byline"), authors=people.get("authors", ())
            )
        yield Reading(article, reading.account)


def _parted(text: str | None) -> tuple[str, str]:
    """Return the text and the mark that tells of a cut behind it, empty where there is none."""
    said = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    found = _MARK.search(said) or _ELLIPSIS.search(said)
    return (said[: found.start()], found.group().strip()) if found else (said, "")


def _markup(text: str) -> str:
    """Return the text as HTML: plain text gets its paragraphs, markup stays."""
    if "</" in text or "<p" in text or "<br" in text:
        return text
    parts = _PARAGRAPHS.split(decode_references(text).strip())
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in parts if part)


def _media(record: Record) -> tuple[Media, ...]:
    href = resolve(record.urlToImage or record.image, record.url)
    return (Media(href, "picture", role="lead", renditions=(Rendition(href),)),) if href else ()


FORMAT = WireFormat(NAME, ("application/json",), sniff, parse)
