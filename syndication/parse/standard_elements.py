"""Elements of IPTC's XML by their local names: drafts and profiles of NewsML-G2 and NITF differ in the namespace."""

from collections.abc import Iterator, Mapping

import lxml.etree

from syndication.model import Line
from syndication.model.article import Issue
from syndication.parse.html_tree import line
from syndication.parse.xml_reader import Element, line_number

_MOST_NAMED = 20
_BLOCKS = frozenset({"p", "block", "hl1", "hl2", "li", "br", "tr", "td", "th", "byttl", "div"})


def local(element: Element) -> str:
    """Return the name without its namespace, "" for what is no element."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(parent: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children that have one of these names, in the order of the document."""
    if parent is not None:
        yield from (one for one in parent if local(one) in names)


def child(parent: Element | None, *names: str) -> Element | None:
    """Return the first of them."""
    return next(children(parent, *names), None)


def below(parent: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names at any depth."""
    yield from (one for one in parent.iterdescendants() if local(one) in names)


def said(element: Element | None) -> str:
    """Return the words of an element on one line, "" for none; paragraphs in it are parted."""
    if element is None:
        return ""
    pieces: list[str] = []
    for event, one in lxml.etree.iterwalk(element, events=("start", "end")):
        apart = " " if local(one) in _BLOCKS else ""
        pieces += (
            (apart, one.text or "") if event == "start" else (apart, "" if one is element else one.tail or "")
        )
    return line("".join(pieces))


def value(parent: Element | None, *names: str) -> str:
    """Return the words of the first child of these names that says something."""
    return next((words for one in children(parent, *names) if (words := said(one))), "")


def account(parent: Element | None, fields: Mapping[str, str]) -> Iterator[Line]:
    """Yield what became of each child and of what it holds: its field, or the news that it is not read."""
    for one in parent if parent is not None else ():
        name = local(one)
        words = said(one) or " ".join(str(v) for v in one.attrib.values())
        if not words:
            continue
        if name in fields:
            yield Line(line_number(one), words, "field", f"xml: {name}", fields[name])
        else:
            yield Line(line_number(one), words, "furniture", f"xml: {name} is not read")


def loss(*unread: str) -> tuple[Issue, ...]:
    """Return the issue that names the elements which no field holds, none where all were read."""
    names = list(dict.fromkeys(unread))
    if not names:
        return ()
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return (Issue("not-read", f"no field holds {', '.join(names[:_MOST_NAMED])}{more}"),)
