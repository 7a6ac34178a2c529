"""RSS as a wire: 0.9x to 2.0 and RDF Site Summary 1.0, with content:encoded, Dublin Core and Media RSS."""

from collections.abc import Iterator
from typing import cast

import lxml.etree
import msgspec

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Reading
from syndication.model.article import AltId, Issue, Link, Media, Rendition, Rights, Subject
from syndication.parse import feed_elements, records, xml_reader
from syndication.parse.addresses import resolve
from syndication.parse.credits import credit
from syndication.parse.feed_elements import Children, local, text, words
from syndication.parse.headlines import headline
from syndication.parse.html_inline import plain_line
from syndication.parse.html_story import Story, from_house, read_html
from syndication.parse.instants import instant
from syndication.parse.wire_format import WireFormat
from syndication.parse.xml_reader import Element
from syndication.prose import Context, Known
from syndication.xmlns import CONTENT, DC, DCTERMS, MEDIA

NAME = "rss"
_ENCODED = f"{{{CONTENT}}}encoded"
_FIELDS = {
    "title": "headline",
    "link": "url",
    "guid": "guid",
    "description": "summary",
    "pubDate": "created",
    "author": "byline",
    "category": "subjects",
    "source": "info_sources",
    f"{{{DC}}}creator": "byline",
    f"{{{DC}}}date": "created",
    f"{{{DC}}}subject": "subjects",
    f"{{{DC}}}language": "language",
    f"{{{DC}}}rights": "rights",
    f"{{{DC}}}identifier": "alt_ids",
    f"{{{DCTERMS}}}alternative": "subheadline",
    f"{{{DCTERMS}}}modified": "updated",
    f"{{{MEDIA}}}content": "media",
    f"{{{MEDIA}}}group": "media",
    f"{{{MEDIA}}}description": "media",
    f"{{{MEDIA}}}credit": "media",
    f"{{{MEDIA}}}keywords": "keywords",
}
# Bytes that any of these names needs: a look for them costs a tenth. NUL is a charset of wide characters.
_OLD = (b"my.netscape.com", b'purl.org/rss/1.0/"', b"purl.org/rss/1.0/'", b"\0")
_OLD_NAMES = lxml.etree.XPath(
    "descendant-or-self::*[namespace-uri() = 'http://purl.org/rss/1.0/'"
    " or starts-with(namespace-uri(), 'http://my.netscape.com/')]"
)
_STORY = 400  # characters of a description that has no content beside it: that is the story


def sniff(head: bytes) -> bool:
    """Tell RSS by its first element: `rss`, or `rdf:RDF` with the namespace of RSS 1.0."""
    name = xml_reader.root_name(head)
    return name == "rss" or (name == "RDF" and b"purl.org/rss/1.0/" in head.replace(b"\0", b""))


def parse(delivery: Delivery) -> Iterator[Reading]:
    """Yield the story of each item; raise UnreadableCopy for what is no RSS.

    In a feed the readable items come first, then the error names those that are not.
    """
    document = xml_reader.read(delivery)
    root = document.root
    if local(root) not in {"rss", "RDF"}:
        raise UnreadableCopy("not RSS", delivery.locator)
    if any(name in delivery.data for name in _OLD):
        _plain_names(root)
    channel = root.find("channel")
    items = list(root.iter("item"))
    if not items:
        raise UnreadableCopy("an RSS feed without items", delivery.locator)
    about = _Channel.of(Children(channel if channel is not None else root), delivery)
    yield from records.each(
        items, lambda item: _story(Children(item), about, document.issues), delivery.locator
    )


class _Channel(msgspec.Struct, frozen=True):
    """What a channel says for all of its items, and where they come from."""

    context: Context
    house: str
    language: str | None
    notice: str | None

    @classmethod
    def of(cls, children: Children, delivery: Delivery) -> "_Channel":
        """Return it from the elements of the channel."""
        house = plain_line(children.text("title"))
        return cls(
            from_house(Context.of(delivery, NAME), house),
            house,
            children.text("language", f"{{{DC}}}language"),
            children.text("copyright", f"{{{DC}}}rights"),
        )


def _plain_names(root: Element) -> None:
    """Take the namespaces of RSS 0.90 and 1.0 off: their elements are those of RSS 2.0."""
    for element in cast(list[Element], _OLD_NAMES(root)):
        element.tag = local(element)


def _story(item: Children, channel: _Channel, issues: tuple[Issue, ...]) -> Iterator[Reading]:
    zone = channel.context.hints.timezone
    guid = item.text("guid")
    link = resolve(item.text("link"), None)
    if link is None and guid and item.named("guid")[0].get("isPermaLink", "true").lower() == "true":
        link = resolve(guid, None)  # RSS 2.0: a guid is the permalink unless it says no
    title = headline(plain_line(item.text("title")), (channel.house,), link)
    created = instant(item.text("pubDate", f"{{{DC}}}date"), zone)
    updated = instant(item.text(f"{{{DCTERMS}}}modified"), zone)
    body, teaser = _body(item)
    subjects, genres = feed_elements.sorted_out(_subjects(item))
    known = Known(
        headline=title.text,
        summary=teaser,
        created=created.at,
        updated=updated.at,
        url=link,
        media=_media(item, link),
        subjects=subjects,
        genres=genres,
        subheadline=plain_line(item.text(f"{{{DCTERMS}}}alternative")) or None,
        keywords=tuple(w for said in item.texts(f"{{{MEDIA}}}keywords") for w in _parted(said)),
        **credit([*item.texts(f"{{{DC}}}creator"), *item.texts("author")]),
    )
    if guid or link:
        known["wire_id"] = guid or link or ""
    identifier = item.text(f"{{{DC}}}identifier")
    if identifier and identifier != guid:
        known["alt_ids"] = (AltId("dc:identifier", identifier),)
    language = item.text(f"{{{DC}}}language") or channel.language
    if language:
        known["language"] = language.replace("_", "-")
    origins = tuple(item.texts("source"))
    if origins:
        known["info_sources"] = origins
    known["links"] = tuple(_copied_from(item))
    notice = item.text(f"{{{DC}}}rights") or channel.notice
    if notice:
        known["rights"] = Rights(notice=plain_line(notice))
    noticed = (*issues, *title.issues, *created.issues, *updated.issues)
    read = frozenset({_ENCODED} if teaser is not None else {_ENCODED, "description"})
    account = feed_elements.account(item.parent, _FIELDS, read) if channel.context.explained else ()
    yield from read_html(body, Story(channel.context, known, noticed, tuple(account)))


def _copied_from(item: Children) -> Iterator[Link]:
    """Yield the feed that the item was copied from (RSS 2.0, "source")."""
    for source in item.named("source"):
        title = plain_line(words(source))
        if title and (href := resolve(source.get("url"), None)):
            yield Link("source", href, title=title)


def _body(item: Children) -> tuple[str, str | None]:
    """Return the story's HTML and its summary: a description alone is the story when it is long or has paragraphs."""
    encoded, description = item.text(_ENCODED), item.text("description")
    if encoded or not description:
        return encoded or "", plain_line(description) or None
    long = len(plain_line(description)) > _STORY or "<p" in description or "<br" in description
    return (description, None) if long else ("", plain_line(description))


def _media(item: Children, link: str | None) -> tuple[Media, ...]:
    found = {m.guid: m for m in feed_elements.media(item, link)}
    for e in item.named("enclosure"):
        if e.get("url") in found:  # the same file, of which Media RSS says more
            continue
        enclosed = feed_elements.enclosure(e.get("url"), e.get("type"), e.get("length"), link)
        if enclosed:
            found.setdefault(enclosed.guid, enclosed)
    for picture in item.named("image")[:1]:  # no element of RSS items, and yet some have it
        named = feed_elements.enclosure(text(picture, "url") or item.text("image"), "image", None, link)
        if named:
            found.setdefault(named.guid, msgspec.structs.replace(named, renditions=(Rendition(named.guid),)))
    first, *others = found.values() or (None,)
    return (msgspec.structs.replace(first, role="lead"), *filter(None, others)) if first else ()


def _subjects(item: Children) -> Iterator[Subject]:
    seen = set()
    for category in item.named("category"):
        name = plain_line(words(category))
        if name and name not in seen:
            seen.add(name)
            yield Subject(name=name, scheme=category.get("domain") or None, type="category")
    for name in item.texts(f"{{{DC}}}subject"):
        if name not in seen:
            seen.add(name)
            yield Subject(name=name, scheme="dc:subject")


def _parted(said: str) -> list[str]:
    return [word.strip() for word in said.split(",") if word.strip()]


FORMAT = WireFormat(NAME, ("application/rss+xml", "application/xml", "text/xml"), sniff, parse)
