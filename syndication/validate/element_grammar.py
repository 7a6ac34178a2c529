"""What may stand where in an XML format, as a table with one line per element.

A line reads `NAME [@ATTRIBUTE[?][:TYPE]]... [: CHILD[?*+][:TYPE]...] [= TYPE]`.

* An attribute without `?` is required; a child without `?`, `*` or `+` stands exactly once.
* `PARENT/NAME` is the element inside that parent only.
* A child with `:TYPE` needs no line of its own: it has text of that type, and no attributes.
* `= TYPE` is the type of the element's own text; without it the element has none.
* `~` among the children says that their order is the table's; `...` that others may stand there as well,
  unchecked; `@...` the same of attributes.

Elements of other namespaces are left alone wherever they stand.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from syndication.validate.datatypes import complaint
from syndication.validate.finding import Breach, Element, Fault, local_name, namespace_of, shown

_TIMES = {"?": (0, 1), "*": (0, None), "+": (1, None)}


class Child(NamedTuple):
    """How often a child stands; its type where it is a leaf."""

    least: int
    most: int | None
    leaf: str | None


class Shape(NamedTuple):
    """One line of a table. An attribute is required or not, and of a type."""

    attributes: Mapping[str, tuple[bool, str]]
    children: Mapping[str, Child]
    ordered: bool
    open: bool
    text: str | None
    any_attribute: bool = False


class Grammar(NamedTuple):
    """All lines of one format, by element name."""

    namespace: str
    shapes: Mapping[str, Shape]


def grammar(namespace: str, table: str) -> Grammar:
    """Return the grammar that a table describes; raise ValueError for a line that is none."""
    shapes: dict[str, Shape] = {}
    for line in table.strip().splitlines():
        if words := line.split():
            shapes[words[0]] = _shape(words[1:])
    return Grammar(namespace, shapes)


def check(root: Element, known: Grammar) -> Iterator[Breach]:
    """Yield what is against the table, in no promised order."""
    waiting: list[tuple[Element, str, Shape]] = []
    if shape := known.shapes.get(_name(root, known.namespace) or ""):
        waiting.append((root, local_name(root), shape))
    while waiting:
        element, name, shape = waiting.pop()
        yield from _attributes(element, shape)
        yield from _text(element, shape)
        children = [(child, _name(child, known.namespace)) for child in element.iterchildren("*")]
        own = [(child, local) for child, local in children if local is not None]
        yield from _children(element, own, shape)
        for child, local in own:
            use = shape.children.get(local)
            if use is None:
                continue
            if use.leaf is not None:
                waiting.append((child, local, Shape({}, {}, ordered=False, open=False, text=use.leaf)))
            elif below := known.shapes.get(f"{name}/{local}") or known.shapes.get(local):
                waiting.append((child, local, below))


def _shape(words: list[str]) -> Shape:
    attributes: dict[str, tuple[bool, str]] = {}
    children: dict[str, Child] = {}
    ordered = open_ = any_attribute = False
    text = None
    for word in words:
        if word == ":":
            continue
        if word == "~":
            ordered = True
        elif word == "...":
            open_ = True
        elif word == "@...":
            any_attribute = True
        elif word[0] == "@":
            name, _, kind = word[1:].partition(":")
            attributes[name.rstrip("?")] = (not name.endswith("?"), kind)
        elif word[0] == "=":
            text = word[1:] or "text"
        else:
            name, _, kind = word.partition(":")
            least, most = _TIMES.get(name[-1], (1, 1))
            children[name.rstrip("?*+")] = Child(least, most, kind or None)
    return Shape(attributes, children, ordered, open_, text, any_attribute)


def _name(element: Element, namespace: str) -> str | None:
    return local_name(element) if namespace_of(element) == namespace else None


def _attributes(element: Element, shape: Shape) -> Iterator[Breach]:
    local = local_name(element)
    for name, (needed, kind) in shape.attributes.items():
        value = element.get(name)
        if value is None:
            if needed:
                yield Breach("attribute-missing", Fault(element, f"{local} lacks its attribute {name}"))
        elif wanted := complaint(value.strip(), kind):
            yield Breach("value", Fault(element, f"{name} of {local} is {shown(value)}, not {wanted}"))
    if shape.any_attribute:
        return
    for attribute in element.attrib:
        if isinstance(attribute, str) and attribute[0] != "{" and attribute not in shape.attributes:
            yield Breach("attribute-unknown", Fault(element, f"{local} has an unknown attribute {attribute}"))


def _text(element: Element, shape: Shape) -> Iterator[Breach]:
    local = local_name(element)
    if shape.text is not None:
        value = (element.text or "").strip()
        if wanted := complaint(value, shape.text):
            yield Breach("value", Fault(element, f"{local} is {shown(value)}, not {wanted}"))
    elif not shape.open:
        loose = [element.text, *(child.tail for child in element)]
        if words := next((text.strip() for text in loose if text and text.strip()), None):
            yield Breach("text", Fault(element, f"{local} has text of its own: {shown(words)}"))


def _children(element: Element, own: list[tuple[Element, str]], shape: Shape) -> Iterator[Breach]:
    local = local_name(element)
    counted = Counter(name for _, name in own)
    for name, use in shape.children.items():
        if counted[name] < use.least:
            yield Breach("missing", Fault(element, f"{local} lacks {name}"))
        if use.most is not None and counted[name] > use.most:
            yield Breach("repeated", Fault(element, f"{local} has {name} {counted[name]} times, not once"))
    places = {name: number for number, name in enumerate(shape.children)}
    reached = 0
    for child, name in own:
        if name not in places:
            if not shape.open:
                yield Breach("element-unknown", Fault(child, f"{local} cannot hold {name}"))
        elif shape.ordered and places[name] < reached:
            yield Breach("order", Fault(child, f"{name} stands too late in {local}"))
        else:
            reached = places[name]
