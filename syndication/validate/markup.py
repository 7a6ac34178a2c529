"""Fragments of HTML as a stream of tags: nothing is repaired, so that what is broken can be told."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - reads better than fourteen quotes
)
ADDRESSES = ("href", "src", "poster", "srcset")
_RAW = frozenset({"script", "style"})
_TOKEN = re.compile(
    r"<!--(?:(?!-->).){0,200000}+(?:-->|\Z)|<(/?)([A-Za-z][^\s/<>]{0,60})"
    r"((?:[^<>\"']|\"[^\"]{0,20000}\"|'[^']{0,20000}'){0,20000}+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]{1,100})(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")
_SPACE = re.compile(r"\s+")


class Tag(NamedTuple):
    """One tag. `kind` is `open`, `close` or `alone` (void, or `<x/>`); `depth` counts what is open around it."""

    name: str
    kind: str
    attributes: Mapping[str, str]
    depth: int
    start: int
    end: int


class Markup(NamedTuple):
    """The tags of a fragment in their order, its text without them, and what is not balanced."""

    tags: tuple[Tag, ...]
    text: str
    unbalanced: tuple[str, ...]

    def named(self, *names: str) -> Iterator[Tag]:
        """Yield the tags that begin an element of one of these names."""
        return (tag for tag in self.tags if tag.kind != "close" and tag.name in names)

    @property
    def begun(self) -> Iterator[Tag]:
        """Yield the tags that begin an element."""
        return (tag for tag in self.tags if tag.kind != "close")


def markup(fragment: str) -> Markup:
    """Return the tags and the text of a fragment of HTML."""
    tags: list[Tag] = []
    texts: list[str] = []
    wrong: list[str] = []
    stack: list[str] = []
    raw: str | None = None
    reached = 0
    for token in _TOKEN.finditer(fragment):
        name = (token[2] or "").lower()
        closing = token[1] == "/"
        if raw and not (closing and name == raw):
            continue
        if raw is None:
            texts.append(fragment[reached : token.start()])
        reached, raw = token.end(), None
        if not name:
            continue
        if closing:
            tags.append(Tag(name, "close", {}, len(stack), token.start(), token.end()))
            if stack and stack[-1] == name:
                stack.pop()
            elif name in stack:
                wrong.append(f"{stack[-1]} is open where {name} ends")
                while stack.pop() != name:
                    pass
            else:
                wrong.append(f"{name} ends and never began")
            continue
        alone = name in VOID or token[3].rstrip().endswith("/")
        kind = "alone" if alone else "open"
        tags.append(Tag(name, kind, _attributes(token[3]), len(stack), token.start(), token.end()))
        if not alone:
            stack.append(name)
            raw = name if name in _RAW else None
    if raw is None:
        texts.append(fragment[reached:])
    wrong += [f"{name} never ends" for name in stack]
    return Markup(tuple(tags), _SPACE.sub(" ", unescape(" ".join(texts))).strip(), tuple(wrong))


def candidates(srcset: str) -> list[str]:
    """Return the addresses of a `srcset` (HTML, "Srcset attributes")."""
    return [words[0] for words in (part.split() for part in re.split(r",\s+|,$", srcset)) if words]


def addresses(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield the name of each attribute of a tag that holds addresses, and each address."""
    for name in ADDRESSES:
        if name in tag.attributes:
            value = tag.attributes[name]
            found = candidates(value) if name == "srcset" else [value]
            yield from ((name, href) for href in found)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(value.strip("\"'")))
    return found
