"""Fragments of HTML as a stream of tags: nothing is repaired, so that what is broken can be told."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - reads better than fourteen quotes
)
ADDRESSES = ("href", "src", "poster", "srcset")
_RAW = frozenset({"script", "style", "iframe", "xmp", "noembed", "noframes", "textarea"})
"""What holds no tags but its own end (HTML, "Raw text elements")."""
_OPENING = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]*)|(!--)|[!?/])")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?:(=?[^\s/>=]++|=)(?:\s*+(=)\s*+(\"[^\"]*\"|'[^']*'|[^\s>\"'][^\s>]*+)?+)?+)?+", re.DOTALL
)
_MOST_ATTRIBUTES = 1_000  # no tag has more that means anything
_NONE: Mapping[str, str] = {}
_COMMENT = re.compile(r"(?<=<!--)-?>|--!?>")
_SPACE = re.compile(r"\s+")


class Tag(NamedTuple):
    """One tag. `kind` is `open`, `close` or `alone` (void, or `<x/>`); `depth` counts what is open around it.

    `inside` is what stands in it behind its name: taken apart when it is asked for, as a tag may have millions of
    attributes.
    """

    name: str
    kind: str
    inside: str
    depth: int

    @property
    def attributes(self) -> Mapping[str, str]:
        """Return the attributes; the first of a name counts."""
        return _attributes(self.inside) if self.inside else _NONE


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
    """Return the tags and the text of a fragment of HTML, in one pass."""
    tags: list[Tag] = []
    texts: list[str] = []
    wrong: list[str] = []
    stack: list[str] = []
    opened: Counter[str] = Counter()
    for text, name, closing, inside, alone in _pieces(fragment):
        texts.append(text)
        if not name:
            continue
        if inside is None:
            wrong.append(f"the text ends inside the tag {name}")
            continue
        if closing:
            tags.append(Tag(name, "close", "", len(stack)))
            if opened[name]:
                if stack[-1] != name:
                    wrong.append(f"{stack[-1]} is open where {name} ends")
                while (ended := stack.pop()) != name:
                    opened[ended] -= 1
                opened[name] -= 1
            else:
                wrong.append(f"{name} ends and never began")
            continue
        single = alone or name in VOID
        tags.append(Tag(name, "alone" if single else "open", inside, len(stack)))
        if not single:
            stack.append(name)
            opened[name] += 1
    wrong += [f"{name} never ends" for name in stack]
    return Markup(tuple(tags), _SPACE.sub(" ", unescape(" ".join(texts))).strip(), tuple(wrong))


class _Piece(NamedTuple):
    """Text, and the tag behind it: no name where there is none or a comment, nothing inside where it never ends."""

    text: str
    name: str = ""
    closing: bool = False
    inside: str | None = None
    alone: bool = False


def _pieces(fragment: str) -> Iterator[_Piece]:
    """Yield the fragment as a browser takes it apart (HTML, "Tokenization"), each character read once."""
    at = 0
    while found := _OPENING.search(fragment, at):
        text = fragment[at : found.start()]
        if not found[2]:
            at = _after_comment(fragment, found)
            yield _Piece(text)
            continue
        at = _end(fragment, found.end())
        name, closing = found[2].lower(), bool(found[1])
        if at < 0:  # the fragment ends inside the tag, and a browser drops it
            yield _Piece(text, name)
            return
        alone = fragment.endswith("/>", 0, at)
        yield _Piece(text, name, closing, fragment[found.end() : at - 1], alone)
        if name in _RAW and not (closing or alone):
            end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(fragment, at)
            at = end.start() if end else len(fragment)
    yield _Piece(fragment[at:])


def _after_comment(fragment: str, found: re.Match[str]) -> int:
    """Return where a comment ends: one that nobody ends goes on to the end (HTML, "Comment state")."""
    if found[3]:
        end = _COMMENT.search(fragment, found.end())
        return end.end() if end else len(fragment)
    bogus = fragment.find(">", found.end())
    return len(fragment) if bogus < 0 else bogus + 1


def _end(fragment: str, at: int) -> int:
    """Return where a tag ends whose name ends at `at`, -1 where it does not."""
    while at < len(fragment):
        found = _ATTRIBUTE.match(fragment, at)
        if found is None or found.end() == len(fragment):
            return -1
        at = found.end()
        if found[2] and not found[3] and fragment[at] in "\"'":  # a quotation that nobody ends
            return -1
        if fragment[at] == ">":
            return at + 1
    return -1


def _attributes(inside: str) -> dict[str, str]:
    held: dict[str, str] = {}
    at = 0
    while len(held) < _MOST_ATTRIBUTES and (found := _ATTRIBUTE.match(inside, at)) and found.end() > at:
        at = found.end()
        if found[1]:
            held.setdefault(found[1].lower(), unescape((found[3] or "").strip("\"'")))
    return held


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
