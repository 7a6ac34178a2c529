"""Apple News: `article.json`."""

import re
from collections.abc import Iterator, Mapping

from syndication.validate import apple_news
from syndication.validate.circumstances import Circumstances
from syndication.validate.document import Document
from syndication.validate.finding import Fault, shown
from syndication.validate.rule import Rule

_NEEDED = ("version", "identifier", "title", "language", "layout", "components", "componentTextStyles")
_IDENTIFIER = re.compile(r"[A-Za-z0-9._:-]{1,64}", re.ASCII)
_NOT_WORDS = re.compile(r"[^\w]+")


def properties(document: Document, _: Circumstances) -> Iterator[Fault]:
    """AN1."""
    article = _article(document)
    for name in _NEEDED:
        if not article.get(name) and article.get(name) != {}:
            yield Fault("", f"the article lacks {name}")
    layout = article.get("layout")
    for name in ("columns", "width"):
        value = layout.get(name) if isinstance(layout, dict) else None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            yield Fault("/layout", f"the layout has no {name}")


def whole_story(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """AN2. Held against the wire's text where it is known."""
    roles = [c.get("role") for _, c in apple_news.components(document.tree)]
    if "title" not in roles:
        yield Fault("/components", "there is no component with the role title")
    for story in document.stories:
        if not story.authors:
            yield Fault("/components", "there is neither a byline nor an author")
        if story.body is None or not story.body.text.strip():
            yield Fault("/components", "there is no body")
            continue
        wire = circumstances.facts.texts.get(story.key or "")
        printed = [c.get("text") for _, c in apple_news.components(document.tree)]
        letters = _NOT_WORDS.sub(
            "", re.sub(r"<[^<>]{0,500}>", "", "".join(t for t in printed if isinstance(t, str)))
        )
        if wire is not None and _NOT_WORDS.sub("", wire) not in letters:
            yield Fault("/components", "the text is not the whole text of the story")


def metadata(document: Document, _: Circumstances) -> Iterator[Fault]:
    """AN3."""
    known = _article(document).get("metadata")
    held = known if isinstance(known, dict) else {}
    for story in document.stories:
        for name, moment in (("datePublished", story.published), ("dateModified", story.updated)):
            if moment is None or moment.instant is None:
                yield Fault("/metadata", f"{name} is {shown(str(held.get(name)))}, not RFC 3339")
        if story.link is None or not story.link.text.startswith("https://"):
            yield Fault("/metadata", "canonicalURL is not an https address")


def styles_are_defined(document: Document, _: Circumstances) -> Iterator[Fault]:
    """AN4."""
    article = _article(document)
    tables = {"textStyle": "componentTextStyles", "layout": "componentLayouts", "style": "componentStyles"}
    for place, component in apple_news.components(document.tree):
        for name, table in tables.items():
            used, defined = component.get(name), article.get(table)
            if isinstance(used, str) and used not in (defined if isinstance(defined, dict) else {}):
                yield Fault(f"{place}/{name}", f"{name} {shown(used)} is not defined in {table}")


def identifier_is_stable(document: Document, circumstances: Circumstances) -> Iterator[Fault]:
    """AN5."""
    for story in document.stories:
        if not _IDENTIFIER.fullmatch(story.key or ""):
            yield Fault(
                "/identifier", f"identifier is {shown(story.key or '')}: letters, digits and . _ : - only"
            )
        before = next(iter(circumstances.previous.stories), None) if circumstances.previous else None
        if before is not None and before.key != story.key:
            yield Fault("/identifier", f"identifier was {shown(before.key or '')}")


def _article(document: Document) -> Mapping[str, object]:
    return document.tree if isinstance(document.tree, dict) else {}


_APPLE = frozenset({"apple-news"})
RULES = (
    Rule("AN1", "error", properties, "add the property", _APPLE),
    Rule("AN2", "error", whole_story, "add title, byline and the whole body as components", _APPLE),
    Rule("AN3", "error", metadata, "give both dates and the https address of the page", _APPLE),
    Rule("AN4", "error", styles_are_defined, "define the style, or do not name it", _APPLE),
    Rule(
        "AN5", "error", identifier_is_stable, "make the identifier from the guid, always the same way", _APPLE
    ),
)
