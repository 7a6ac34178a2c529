"""JSON Feed 1.1: its structure, and its facts in the words of `document`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from syndication.validate import object_shape
from syndication.validate.datatypes import language, named_language
from syndication.validate.document import Document, Moment, Picture, Story, Value
from syndication.validate.feed_elements import pictures_of
from syndication.validate.finding import Breach, Fault, shown
from syndication.validate.object_shape import outlines

OUTLINES = outlines(
    """
    feed version:string title:string home_page_url?:web feed_url?:web description?:string user_comment?:string next_url?:web icon?:web favicon?:web authors?:{author}[] author?:{author} language?:language expired?:boolean hubs?:{hub}[] items:{item}[] _
    item id:nonempty url?:web external_url?:web title?:string content_html?:string content_text?:string summary?:string image?:web banner_image?:web date_published?:rfc3339 date_modified?:rfc3339 authors?:{author}[] author?:{author} tags?:nonempty[] language?:language attachments?:{attachment}[] _
    author name?:string url?:uri avatar?:uri _
    hub type:nonempty url:uri _
    attachment url:web mime_type:media-type title?:string size_in_bytes?:0.. duration_in_seconds?:amount _
    """
)
_NOT_OF_FEEDS = {"uri", "@context", "openapi"}
VERSIONS = ("https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1")


def recognises(value: object) -> bool:
    """Tell JSON Feed by its version, or by what no other format has."""
    if not isinstance(value, dict):
        return False
    version = value.get("version")
    named = isinstance(version, str) and "jsonfeed" in version
    return named or (isinstance(value.get("items"), list) and not value.keys() & _NOT_OF_FEEDS)


def read(value: object, data: bytes) -> Document:
    """Return the facts of the feed."""
    feed = value if isinstance(value, dict) else {}
    items = feed.get("items")
    numbered = list(enumerate(items)) if isinstance(items, list) else []
    stories = tuple(_story(item, f"/items/{n}") for n, item in numbered if isinstance(item, dict))
    hubs = feed.get("hubs")
    found = [h for h in hubs if isinstance(h, dict)] if isinstance(hubs, list) else []
    self_link = _value(feed, "feed_url", "")
    return Document(
        format="json",
        data=data,
        tree=value,
        title=_value(feed, "title", ""),
        link=_value(feed, "home_page_url", ""),
        description=_value(feed, "description", ""),
        language=_value(feed, "language", ""),
        self_links=(self_link,) if self_link else (),
        hubs=tuple(Value(str(h.get("url")), f"/hubs/{n}") for n, h in enumerate(found)),
        stories=stories,
        moments=tuple(m for s in stories for m in (s.published, s.updated) if m),
        addresses=tuple(_addresses(feed, numbered)),
    )


def faults(document: Document) -> Iterator[Breach]:
    """Yield what is against JSON Feed 1.1."""
    yield from object_shape.check(document.tree, "feed", OUTLINES)
    feed = document.tree if isinstance(document.tree, dict) else {}
    version = feed.get("version")
    if isinstance(version, str) and version not in VERSIONS:
        yield Breach("value", Fault("/version", f"{shown(version)} is no version of JSON Feed"))
    elif version == VERSIONS[1]:
        yield Breach("version", Fault("/version", "version 1.1 is current"), "note")
    if "author" in feed:
        yield Breach("version", Fault("/author", "author is a list called authors since 1.1"), "note")
    tongue = feed.get("language")
    if isinstance(tongue, str) and language(tongue) and not named_language(tongue):
        said = f"language is {shown(tongue)}, and no language has such a tag: English has en"
        yield Breach("value", Fault("/language", said), "warning")
    if feed.get("title") == "":
        yield Breach("empty", Fault("/title", "title is empty"), "warning")
    if isinstance(feed.get("next_url"), str) and feed.get("next_url") == feed.get("feed_url"):
        yield Breach(
            "reference",
            Fault("/next_url", "next_url leads to this very page: readers would go round in a circle"),
        )
    yield from _authors(feed, "")
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else ()):
        yield from _authors(item, f"/items/{number}")
    counted = Counter(story.key for story in document.stories if story.key)
    for story in document.stories:
        if story.body is None:
            yield Breach("missing", Fault(story.node, "item has neither content_html nor content_text"))
        if story.key and counted[story.key] > 1:
            yield Breach("identity", Fault(story.node, f"id {shown(story.key)} stands twice"))


def _authors(holder: object, at: str) -> Iterator[Breach]:
    """1.1, "authors": each has a name, an address or a picture."""
    authors = holder.get("authors") if isinstance(holder, dict) else None
    for number, author in enumerate(authors if isinstance(authors, list) else ()):
        if isinstance(author, dict) and not author.keys() & {"name", "url", "avatar"}:
            yield Breach(
                "missing", Fault(f"{at}/authors/{number}", "author has neither name, url nor avatar")
            )


def _story(item: Mapping[str, object], at: str) -> Story:
    image, html = _value(item, "image", at), _value(item, "content_html", at)
    html = replace(html, html=True) if html else None
    authors, tags = item.get("authors"), item.get("tags")
    names = [a.get("name") for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
    shown_first = (Picture(image.text, image.at),) if image else ()
    tongue = item.get("language")
    return Story(
        node=at,
        guid=_value(item, "id", at),
        link=_value(item, "url", at),
        title=_value(item, "title", at),
        published=_moment(item, "date_published", at),
        updated=_moment(item, "date_modified", at),
        summary=_value(item, "summary", at),
        body=html or _value(item, "content_text", at),
        language=tongue if isinstance(tongue, str) else None,
        authors=tuple(Value(n, f"{at}/authors") for n in names if isinstance(n, str)),
        categories=tuple(Value(t, f"{at}/tags") for t in tags if isinstance(t, str))
        if isinstance(tags, list)
        else (),
        pictures=(*shown_first, *pictures_of(html, {p.href for p in shown_first})),
    )


def _value(holder: Mapping[str, object], name: str, at: str) -> Value | None:
    found = holder.get(name)
    return Value(found.strip(), f"{at}/{name}") if isinstance(found, str) else None


def _moment(holder: Mapping[str, object], name: str, at: str) -> Moment | None:
    found = _value(holder, name, at)
    return Moment(found.text, found.at, "rfc3339") if found else None


def _addresses(feed: Mapping[str, object], items: list[tuple[int, object]]) -> Iterator[Value]:
    for name in ("home_page_url", "feed_url", "next_url", "icon", "favicon"):
        if found := _value(feed, name, ""):
            yield found
    for number, item in items:
        if not isinstance(item, dict):
            continue
        at = f"/items/{number}"
        for name in ("url", "external_url", "image", "banner_image"):
            if found := _value(item, name, at):
                yield found
        attachments = item.get("attachments")
        for place, attachment in enumerate(attachments if isinstance(attachments, list) else ()):
            if isinstance(attachment, dict) and (
                found := _value(attachment, "url", f"{at}/attachments/{place}")
            ):
                yield found
