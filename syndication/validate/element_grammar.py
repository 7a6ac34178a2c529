"""What may stand where in an XML format, as a table with one line per element.

A line reads `NAME [@ATTRIBUTE[?][:TYPE]]... [: CHILD[?*+][:TYPE]...] [= TYPE]`.

* An attribute without `?` is required; a child without `?`, `*` or `+` stands exactly once.
* `PARENT/NAME` is the element inside that parent only.
* A child with `:TYPE` needs no line of its own: it has text of that type, and no attributes.
* `= TYPE` is the type of the element's own text; without it the element has none.
* `~` among the children says that their order is the table's, which is a content model then: groups in
  parentheses, `|` between choices. `...` says that others may stand there as well, unchecked; `@...` the same
  of attributes.
* `#` is a child of another namespace, `#NAME` one of that name. Where the table names one anywhere, such
  children stand where it says so and nowhere else; in other formats they are left alone, but for elements that
  hold nothing but text. `##` is any child at all. What stands unchecked and has a line is held against it.
* An attribute of the type `id` is the only one of its value, one of `idref` or `idrefs` names such.
* `%NAME WORD...` gives words a name, for the lines below it; `--` begins a remark.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pkgutil import get_data
from typing import NamedTuple

from syndication.validate.content_model import ContentModel, content_model
from syndication.validate.datatypes import complaint, language
from syndication.validate.element_identities import KINDS, Identities
from syndication.validate.finding import Breach, Element, Fault, local_name, namespace_of, shown

_XML = "{http://www.w3.org/XML/1998/namespace}"
_FOREIGN, _ANY = "#", "##"
_WORDS = {_FOREIGN: "one of another namespace", _ANY: "any element"}
_NAMED = 6  # so many names are told of those that might stand somewhere


class Shape(NamedTuple):
    """One line of a table. `attributes` and `leaves` are the types of attributes and children.

    `required` are the attributes that must be there, `identities` those that are an id or refer to one.
    """

    attributes: Mapping[str, str]
    required: tuple[str, ...]
    identities: tuple[str, ...]
    children: ContentModel
    leaves: Mapping[str, str]
    ordered: bool
    open: bool
    text: str | None
    any_attribute: bool = False

    @property
    def only_text(self) -> bool:
        """Say whether the element holds text and no elements."""
        return self.text is not None and not self.children.names and not self.open

    @property
    def lax(self) -> bool:
        """Say whether children may stand here that the line does not name."""
        return self.open or _ANY in self.children.counts

    def place(self, child: Element, name: str) -> str:
        """Return the name by which a child is counted."""
        if name == _FOREIGN and f"{_FOREIGN}{local_name(child)}" in self.children.counts:
            return f"{_FOREIGN}{local_name(child)}"
        return _ANY if _ANY in self.children.counts and name not in self.children.counts else name


_NOTHING = content_model(())


class Grammar(NamedTuple):
    """All lines of one format, by element name; `closed` where it says where other namespaces may stand.

    `prefix` is put before the names of elements where they are told, such as `media:`.
    """

    namespace: str
    shapes: Mapping[str, Shape]
    closed: bool = False
    prefix: str = ""


def grammar(namespace: str, table: str) -> Grammar:
    """Return the grammar that a table describes; raise ValueError for a line that is none."""
    shapes: dict[str, Shape] = {}
    named: dict[str, list[str]] = {}
    for line in table.strip().splitlines():
        words = [w for word in line.partition("--")[0].split() for w in named.get(word, [word])]
        if not words:
            continue
        if line.lstrip()[0] == "%":
            named[line.split()[0]] = words[1:]
        else:
            shapes[words[0]] = _shape(words[1:])
    closed = any(_FOREIGN in shape.children.counts for shape in shapes.values())
    return Grammar(namespace, shapes, closed)


def table(name: str) -> str:
    """Return the table of that name that lies beside this module; raise FileNotFoundError."""
    found = get_data(__package__, f"{name}.txt")
    if found is None:
        raise FileNotFoundError(name)
    return found.decode("utf-8")


def check(root: Element, known: Grammar) -> Iterator[Breach]:
    """Yield what is against the table, in no promised order."""
    waiting: list[tuple[Element, str, Shape]] = []
    identities = Identities(root)
    if shape := known.shapes.get(_name(root, known.namespace) or ""):
        waiting.append((root, local_name(root), shape))
    while waiting:
        element, name, shape = waiting.pop()
        children = [(c, _name(c, known.namespace) or _FOREIGN) for c in element.iterchildren("*")]
        said = f"{known.prefix}{local_name(element)}"
        yield from _attributes(element, said, shape)
        for attribute in shape.identities:
            yield from identities.faults(element, attribute, shape.attributes[attribute])
        if shape.only_text and children:
            inner = local_name(children[0][0])
            yield Breach(
                "element-in-text", Fault(children[0][0], f"{said} holds text only, and here {inner}")
            )
            continue
        yield from _text(element, said, shape)
        if children or shape.children.least:
            held = [(child, shape.place(child, local)) for child, local in children]
            yield from _children(element, said, [c for c in held if known.closed or c[1] != _FOREIGN], shape)
        for child, local in children:
            if (leaf := shape.leaves.get(local)) is not None:
                waiting.append((child, local, _leaf(leaf)))
            elif (local in shape.children.counts or shape.lax) and (
                below := known.shapes.get(f"{name}/{local}") or known.shapes.get(local)
            ):
                waiting.append((child, local, below))


def _leaf(kind: str) -> Shape:
    return Shape({}, (), (), _NOTHING, {}, ordered=False, open=False, text=kind)


def _shape(words: list[str]) -> Shape:
    attributes: dict[str, str] = {}
    required: list[str] = []
    children: list[str] = []
    leaves: dict[str, str] = {}
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
            attributes[name.rstrip("?")] = kind
            required += [] if name.endswith("?") else [name]
        elif word[0] == "=":
            text = word[1:] or "text"
        else:
            name, _, kind = word.partition(":")
            children.append(name)
            if kind:
                leaves[name.rstrip("?*+")] = kind
    named = tuple(name for name, kind in attributes.items() if kind in KINDS)
    model = content_model(children)
    return Shape(attributes, tuple(required), named, model, leaves, ordered, open_, text, any_attribute)


def _name(element: Element, namespace: str) -> str | None:
    return local_name(element) if namespace_of(element) == namespace else None


def _attributes(element: Element, local: str, shape: Shape) -> Iterator[Breach]:
    held = element.attrib
    for name in shape.required:
        if name not in held:
            yield Breach("attribute-missing", Fault(element, f"{local} lacks its attribute {name}"))
    for attribute, value in ((str(name), str(value)) for name, value in held.items()):
        kind = shape.attributes.get(attribute)
        if kind is not None:
            if wanted := complaint(value.strip(), kind):
                said = f"{attribute} of {local} is {shown(value)}, not {wanted}"
                yield Breach("value", Fault(element, said))
        elif attribute[0] == "{":
            yield from _of_xml(element, attribute, value)
        elif not shape.any_attribute:
            said = f"{local} has an unknown attribute {attribute}{_meant(attribute, shape.attributes)}"
            yield Breach("attribute-unknown", Fault(element, said))


def _of_xml(element: Element, name: str, value: str) -> Iterator[Breach]:
    """XML 1.0 §2.10, §2.12: an empty language says that it is not known."""
    if name == f"{_XML}lang" and value and not language(value):
        yield Breach("value", Fault(element, f"xml:lang is {shown(value)}, not a language tag such as en-IN"))
    if name == f"{_XML}space" and value not in {"default", "preserve"}:
        yield Breach("value", Fault(element, f"xml:space is {shown(value)}, not default or preserve"))


def _text(element: Element, local: str, shape: Shape) -> Iterator[Breach]:
    if shape.text is not None:
        value = (element.text or "").strip()
        if wanted := complaint(value, shape.text):
            yield Breach("value", Fault(element, f"{local} is {shown(value)}, not {wanted}"))
    elif not shape.open:
        loose = [element.text, *(child.tail for child in element)]
        if words := next((text.strip() for text in loose if text and text.strip()), None):
            yield Breach("text", Fault(element, f"{local} has text of its own: {shown(words)}"))


def _children(
    element: Element, local: str, held: list[tuple[Element, str]], shape: Shape
) -> Iterator[Breach]:
    """Yield what is lacking, too often there or unknown; where nothing is, what stands in the wrong place."""
    counted = Counter(name for _, name in held)
    fine = True
    for name, (least, most) in shape.children.counts.items():
        if counted[name] < least:
            fine = False
            yield Breach("missing", Fault(element, f"{local} lacks {name}"))
        if most is not None and counted[name] > most:
            fine = False
            often = "once" if most == 1 else f"{most} times at most"
            yield Breach("repeated", Fault(element, f"{local} has {name} {counted[name]} times, not {often}"))
    for child, name in held if not shape.open else ():
        if name not in shape.children.counts:
            fine = False
            said = f"{local} cannot hold {_shown_name(child, name)}{_meant(name, shape.children.counts)}"
            yield Breach("element-unknown", Fault(child, said))
    stop = shape.children.stop([name for _, name in held]) if shape.ordered and fine else None
    if stop is None:
        return
    wanted = ", ".join(_WORDS.get(name, name) for name in stop.expected[:_NAMED])
    more = ", …" if len(stop.expected) > _NAMED else ""
    if stop.at == len(held):
        yield Breach("missing", Fault(element, f"{local} is not complete: next comes {wanted}{more}"))
    else:
        child, name = held[stop.at]
        here = f"next comes {wanted}{more}" if wanted else "nothing more comes"
        said = f"{_shown_name(child, name)} stands in the wrong place in {local}: here {here}"
        yield Breach("order", Fault(child, said))


def _meant(name: str, known: Iterable[str]) -> str:
    """Return what to add of a name that differs from a known one in capitals only."""
    found = next((other for other in known if other.casefold() == name.casefold()), None)
    return f": it is written {found}" if found else ""


def _shown_name(element: Element, name: str) -> str:
    """Return the name of a child; of one of another namespace with that namespace."""
    return name if name != _FOREIGN else f"{local_name(element)} of {shown(namespace_of(element))}"
