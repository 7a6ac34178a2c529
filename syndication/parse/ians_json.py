"""IANS's own JSON, as its site and apps fetch it: a story, a list, or a list under a name."""

from collections.abc import Iterator
from typing import Any

import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import AltId, Issue, Media, Rendition, Subject
from syndication.parse import json_reader, records
from syndication.parse.addresses import resolve
from syndication.parse.captions import caption
from syndication.parse.credits import credit
from syndication.parse.headlines import headline
from syndication.parse.html_inline import plain_line
from syndication.parse.html_story import Story, read_html
from syndication.parse.instants import instant
from syndication.parse.wire_format import WireFormat
from syndication.prose import Context, Known

NAME = "ians-json"
_PROVIDER = "IANS"
_LISTS = ("results", "data", "items")
_DEEPEST = 4
_WHOLE_HEAD = 4096


class Tag(msgspec.Struct):
    """A tag of the site; nearly every story has `national`."""

    id: int | str | None = None
    name: str | None = None
    slug: str | None = None


class Item(msgspec.Struct):
    """The story as it travels; only what we read."""

    title: str
    id: int | str | None = None
    slug: str | None = None
    short_desc: str | None = None
    content: str | None = None
    byline: str | None = None
    created_at: str | int | float | None = None
    updated_at: str | int | float | None = None
    image: str | None = None
    thumbnail: str | None = None
    image_caption: str | None = None
    keywords: str | list[str] | None = None
    tags: list[Tag | str] | None = None
    language: str | None = None
    url: str | None = None


_FIELDS = {
    "title": "headline",
    "short_desc": "summary",
    "byline": "byline",
    "created_at": "created",
    "updated_at": "updated",
    "image_caption": "media",
    "slug": "alt_ids",
    "id": "guid",
    "keywords": "keywords",
    "tags": "subjects",
    "url": "url",
    "language": "language",
    "image": "media",
    "thumbnail": "media",
}


def sniff(head: bytes) -> bool:
    """Tell the site's JSON by its names: `short_desc`, or three of the others beside `title`."""
    start = json_reader.opening(head)
    if start[:1] not in {b"{", b"["} or b'"publishedAt"' in start:
        return False
    names = (b'"slug"', b'"content"', b'"byline"', b'"created_at"', b'"image_caption"', b'"thumbnail"')
    if b'"title"' in start:
        return b'"short_desc"' in start or sum(name in start for name in names) >= 3
    # A long text in front hides the other names.
    return len(head) >= _WHOLE_HEAD and b'"content"' in start and (b'"id"' in start or b'"slug"' in start)


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield each story of the delivery; raise UnreadableCopy for what is none.

    In a list the readable stories come first, then the error names those that are not.
    """
    document = json_reader.read(delivery)
    found = _records(document.value)
    if not found:
        raise UnreadableCopy("no story in it", delivery.locator)
    yield from records.each(found, lambda given: _story(given, delivery, document.issues), delivery.locator)


def _records(value: Any) -> list[Any]:
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            return value
        if not isinstance(value, dict):
            break
        inner = next((value[name] for name in _LISTS if isinstance(value.get(name), list | dict)), None)
        if inner is None or "title" in value:
            return [value]
        value = inner
    return []


def _story(given: Any, delivery: Delivery, issues: tuple[Issue, ...]) -> Iterator[Reading]:
    item = records.convert(given, Item, delivery.locator)
    title = headline(plain_line(item.title), (_PROVIDER,), item.url)
    created = instant(item.created_at, delivery.hints.timezone)
    updated = instant(item.updated_at, delivery.hints.timezone)
    known = Known(
        headline=title.text,
        summary=plain_line(item.short_desc) or None,
        created=created.at,
        updated=updated.at,
        provider=delivery.hints.provider or _PROVIDER,
        keywords=_keywords(item.keywords),
        subjects=tuple(_subject(tag) for tag in item.tags or ()),
        url=resolve(item.url, None),
        media=_media(item),
        **credit([item.byline]),
    )
    if item.id not in {None, ""}:
        known["wire_id"] = str(item.id)
    if item.slug:
        known["alt_ids"] = (AltId("ians-slug", item.slug),)
    if item.language:
        known["language"] = item.language
    noticed = (*issues, *title.issues, *created.issues, *updated.issues)
    account = json_reader.account(given, _FIELDS, "content")
    yield from read_html(item.content or "", Story(Context.of(delivery, NAME), known, noticed, account))


def _keywords(given: str | list[str] | None) -> tuple[str, ...]:
    words = given.split(",") if isinstance(given, str) else given or []
    return tuple(dict.fromkeys(word for said in words if (word := plain_line(said))))


def _subject(tag: Tag | str) -> Subject:
    if isinstance(tag, str):
        return Subject(name=tag, scheme=_PROVIDER, type="tag")
    return Subject(
        qcode=f"ians:{tag.slug or tag.id}" if tag.slug or tag.id is not None else None,
        name=tag.name,
        scheme=_PROVIDER,
        type="tag",
    )


def _media(item: Item) -> tuple[Media, ...]:
    href = resolve(item.image, item.url) or resolve(item.thumbnail, item.url)
    if not href:
        return ()
    said = caption(plain_line(item.image_caption))
    small = resolve(item.thumbnail, item.url)
    renditions = [Rendition(href)]
    if small and small != href:
        renditions.append(Rendition(small, rendition="thumbnail"))
    return (
        Media(
            href, "picture", caption=said.text, credit=said.credit, role="lead", renditions=tuple(renditions)
        ),
    )


FORMAT = WireFormat(NAME, ("application/json",), sniff, parse)
