"""What a page says about itself: JSON-LD first, then Open Graph, then microdata and meta elements.

schema.org NewsArticle, the Open Graph protocol with its article vocabulary, HTML §4.2.5.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from syndication.model.article import Issue, Media, Rendition, Rights, Subject
from syndication.on_demand import Expression
from syndication.parse import html_tree, mojibake
from syndication.parse.addresses import resolve
from syndication.parse.captions import caption
from syndication.parse.credits import credit
from syndication.parse.headlines import headline
from syndication.parse.html_inline import plain_line
from syndication.parse.html_tree import Element
from syndication.parse.instants import instant
from syndication.prose import Known

Node: TypeAlias = dict[str, Any]
_MINUTES = Expression(r"P?T?(?:(\d{1,2})H)?(\d{1,3})M", re.IGNORECASE)
_LANGUAGE = Expression(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_MOST_NODES = 2000
_MOST_OF_A_NAME = 5  # elements that say the same thing; a hostile page nests thousands


class Metadata(NamedTuple):
    """The fields that the page names, its site, the story's text where JSON-LD holds it, what was noticed.

    `article`: whether the page says that it is one.
    """

    known: Known
    site: str | None = None
    text: str | None = None
    issues: tuple[Issue, ...] = ()
    article: bool = False


def metadata(root: Element, zone: str) -> Metadata:
    """Return what the page says about itself; times without a zone are times of `zone`."""
    story = _json_ld(root)
    meta = _meta(root)
    url = _address(root, story, meta)
    site = _name(story.get("publisher")) or meta.get("og:site_name")
    title = headline(
        _first(_words(story.get("headline")), meta.get("og:title"), *_titles(root)),
        (site, meta.get("og:site_name")),
        url,
    )
    created = instant(
        _first(
            _words(story.get("datePublished")),
            meta.get("article:published_time"),
            *_times(root, "datePublished"),
        ),
        zone,
    )
    updated = instant(
        _first(
            _words(story.get("dateModified")),
            meta.get("article:modified_time"),
            meta.get("og:updated_time"),
            *_times(root, "dateModified"),
        ),
        zone,
    )
    authors = [*_names(story.get("author"))] or [
        v for v in (meta.get("author"), meta.get("article:author"), *_property(root, "author")) if v
    ]
    known = Known(
        headline=title.text,
        summary=plain_line(
            _first(_words(story.get("description")), meta.get("og:description"), meta.get("description"))
        )
        or None,
        created=created.at,
        updated=updated.at if updated.at != created.at else None,
        url=url,
        media=tuple(_media(story, meta, url)),
        keywords=tuple(dict.fromkeys(_keywords(story, meta, root))),
        subjects=tuple(Subject(name=s, type="category") for s in dict.fromkeys(_sections(story, meta))),
        **credit(authors),
    )
    spoken = _first(
        _words(story.get("inLanguage")), root.get("lang"), meta.get("og:locale"), meta.get("language")
    )
    if spoken and _LANGUAGE.fullmatch(spoken):
        known["language"] = spoken.replace("_", "-")
    minutes = _MINUTES.fullmatch(_words(story.get("timeRequired")) or "")
    if minutes:
        known["reading_minutes"] = int(minutes[1] or 0) * 60 + int(minutes[2])
    rights = Rights(
        holder=_name(story.get("copyrightHolder")),
        notice=_words(story.get("copyrightNotice")),
        usage_terms=_words(story.get("usageInfo")) or resolve(_words(story.get("license")), None),
    )
    if rights != Rights():
        known["rights"] = rights
    if "creditline" not in known and _words(story.get("creditText")):
        known["creditline"] = _words(story.get("creditText"))
    issues = (*title.issues, *created.issues, *updated.issues)
    article = bool(story) or meta.get("og:type") == "article" or "article:published_time" in meta
    return Metadata(known, site, _words(story.get("articleBody")), issues, article)


def _json_ld(root: Element) -> Node:
    """Return the first node that is an article (its `@type` ends in Article or Posting), {} where none is."""
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(html_tree.words(script.text).strip() or "null", strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; what it would have said, the page says otherwise
        found = next((n for n in _nodes(value) if _is_article(n)), None)
        if found is not None:
            return found
    return {}


def _nodes(value: Any) -> Iterator[Node]:
    stack = [value]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        held = stack.pop(0)
        if isinstance(held, list):
            stack = [*held[:_MOST_NODES], *stack]
        elif isinstance(held, dict):
            yield held
            stack += [v for name, v in held.items() if name in {"@graph", "mainEntity", "itemListElement"}]


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "BlogPosting"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _meta(root: Element) -> dict[str, str]:
    """Return every named meta element, the first of each name."""
    found: dict[str, str] = {}
    for e in root.iter("meta"):
        name = (e.get("property") or e.get("name") or e.get("itemprop") or "").strip().lower()
        said = html_tree.line(e.get("content"))
        if name and said:
            found.setdefault(name, said)
    return found


def _address(root: Element, story: Node, meta: dict[str, str]) -> str | None:
    links = [e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    entity = story.get("mainEntityOfPage")
    named = entity.get("@id") or entity.get("url") if isinstance(entity, dict) else entity
    given = (
        *links,
        meta.get("og:url"),
        _words(story.get("url")),
        _words(named),
        *(e.get("href") for e in root.iter("base")),
    )
    return next((href for value in given if (href := resolve(value, None))), None)


def _titles(root: Element) -> Iterator[str]:
    yield from _property(root, "headline")
    for name in ("h1", "title"):
        for e in islice(root.iter(name), _MOST_OF_A_NAME):
            if said := html_tree.all_words(e):
                yield said


def _times(root: Element, name: str) -> Iterator[str]:
    for e in islice(root.iterfind(f".//*[@itemprop='{name}']"), _MOST_OF_A_NAME):
        if said := e.get("datetime") or e.get("content") or html_tree.all_words(e):
            yield said
    if name == "datePublished":
        for e in root.iter("time"):
            if e.get("datetime") and (e.get("pubdate") is not None or "published" in (e.get("class") or "")):
                yield e.get("datetime") or ""


def _property(root: Element, name: str) -> Iterator[str]:
    for e in islice(root.iterfind(f".//*[@itemprop='{name}']"), _MOST_OF_A_NAME):
        inner = e.find(".//*[@itemprop='name']")
        if said := html_tree.line(e.get("content")) or html_tree.all_words(e if inner is None else inner):
            yield said


def _keywords(story: Node, meta: dict[str, str], root: Element) -> Iterator[str]:
    given = story.get("keywords")
    said = given if isinstance(given, list) else [given]
    words = [w for w in said if isinstance(w, str)] or [
        meta.get("news_keywords") or meta.get("keywords") or ""
    ]
    tags = [html_tree.line(e.get("content")) for e in root.iter("meta") if e.get("property") == "article:tag"]
    for group in (*words, *tags):
        yield from filter(None, (plain_line(word) for word in group.split(",")))


def _sections(story: Node, meta: dict[str, str]) -> Iterator[str]:
    given = story.get("articleSection") or meta.get("article:section")
    for name in given if isinstance(given, list) else [given]:
        if isinstance(name, str) and plain_line(name):
            yield plain_line(name)


def _media(story: Node, meta: dict[str, str], base: str | None) -> Iterator[Media]:
    seen: set[str] = set()
    images = story.get("image")
    for image in images if isinstance(images, list) else [images]:
        node = image if isinstance(image, dict) else {}
        href = resolve(
            image if isinstance(image, str) else _words(node.get("url") or node.get("contentUrl")), base
        )
        if href and href not in seen:
            seen.add(href)
            said = caption(plain_line(_words(node.get("caption"))), _words(node.get("creditText")))
            size = Rendition(href, width=_size(node.get("width")), height=_size(node.get("height")))
            yield Media(
                href,
                "picture",
                caption=said.text,
                credit=said.credit,
                role=None if len(seen) > 1 else "lead",
                renditions=(size,),
            )
    href = resolve(_first(meta.get("og:image"), meta.get("twitter:image")), base)
    if href and not seen:
        size = Rendition(
            href,
            media_type=meta.get("og:image:type"),
            width=_size(meta.get("og:image:width")),
            height=_size(meta.get("og:image:height")),
        )
        yield Media(href, "picture", alt=meta.get("og:image:alt"), role="lead", renditions=(size,))


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _name(one)
        if name:
            yield name


def _name(value: Any) -> str | None:
    """Return the name of a person or organisation, given as a node or as words."""
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    if not isinstance(value, str):
        return None
    return mojibake.repair(html_tree.words(value)).text.strip() or None


def _size(value: Any) -> int | None:
    digits = str(value.get("value") if isinstance(value, dict) else value)[:6].removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and int(digits) else None


def _first(*given: str | None) -> str | None:
    return next((value for value in given if value), None)
