"""One change at a time to a document of XML, at every place of it: what a slip of a program or a hand does."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from syndication.validate.finding import Element

Change = Callable[[Element], bool]
OTHER = "{urn:example:other}"
GARBLED = "not % a value"


class Mutant(NamedTuple):
    """A changed document. `label` reads `KIND PARENT/NAME [ATTRIBUTE]`."""

    label: str
    data: bytes


def mutants(data: bytes, seen: set[str]) -> Iterator[Mutant]:
    """Yield the document changed in every way; of what is alike (the same label), only what is not in `seen`."""
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True))
    for number, element in enumerate(root.iter("*")):
        parent = element.getparent()
        place = f"{'' if parent is None else local(parent)}/{local(element)}"
        changes = [(f"{kind} {place}", change) for kind, change in CHANGES.items()]
        for name in element.attrib:
            changes += [
                (f"{kind} {place} {plain(name)}", c) for kind, c in attribute_changes(str(name)).items()
            ]
        for label, change in changes:
            if label in seen:
                continue
            copy = deepcopy(root)
            if change(list(copy.iter("*"))[number]):
                seen.add(label)
                yield Mutant(label, etree.tostring(copy, xml_declaration=True, encoding="utf-8"))


def local(element: Element) -> str:
    return plain(element.tag)


def plain(name: object) -> str:
    return str(name).rpartition("}")[2]


def beside(element: Element, name: str) -> str:
    """Return a name in the namespace of an element."""
    return str(element.tag)[: str(element.tag).rfind("}") + 1] + name


def removed(element: Element) -> bool:
    parent = element.getparent()
    if parent is None:
        return False
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
    return True


def doubled(element: Element) -> bool:
    if element.getparent() is None:
        return False
    twin = deepcopy(element)
    twin.tail = None
    element.addnext(twin)
    return True


def moved(place: int) -> Change:
    def change(element: Element) -> bool:
        parent = element.getparent()
        if parent is None or parent[place] is element:
            return False
        parent.insert(0, element) if place == 0 else parent.append(element)
        return True

    return change


def emptied(element: Element) -> bool:
    if not len(element) and not element.text:
        return False
    for child in list(element):
        element.remove(child)
    element.text = None
    return True


def renamed(name: Callable[[Element], str]) -> Change:
    def change(element: Element) -> bool:
        old = element.tag
        element.tag = name(element)
        return bool(element.tag != old)

    return change


def with_words(element: Element) -> bool:
    element.text = (element.text or "") + "~ loose words"
    return True


def garbled(element: Element) -> bool:
    if len(element) or not (element.text or "").strip():
        return False
    element.text = GARBLED
    return True


def with_child(name: Callable[[Element], str]) -> Change:
    def change(element: Element) -> bool:
        etree.SubElement(element, name(element))
        return True

    return change


def with_attribute(name: str) -> Change:
    def change(element: Element) -> bool:
        element.set(name, "x")
        return True

    return change


CHANGES: dict[str, Change] = {
    "remove": removed,
    "double": doubled,
    "first": moved(0),
    "last": moved(-1),
    "empty": emptied,
    "rename": renamed(lambda e: f"{e.tag}x"),
    "foreign": renamed(lambda e: OTHER + local(e)),
    "homeless": renamed(local),
    "words": with_words,
    "garble": garbled,
    "child": with_child(lambda e: beside(e, "madeUp")),
    "guest": with_child(lambda _: f"{OTHER}extra"),
    "attribute": with_attribute("madeup"),
    "guest-attribute": with_attribute(f"{OTHER}x"),
}


def attribute_changes(name: str) -> dict[str, Change]:
    def without(element: Element) -> bool:
        del element.attrib[name]
        return True

    def valued(value: str) -> Change:
        def change(element: Element) -> bool:
            element.set(name, value)
            return True

        return change

    def misspelt(element: Element) -> bool:
        value = element.attrib.pop(name)
        element.set(f"{name}x", value)
        return True

    return {
        "attribute-remove": without,
        "attribute-garble": valued(GARBLED),
        "attribute-empty": valued(""),
        "attribute-rename": misspelt,
    }
