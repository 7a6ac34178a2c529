"""Elements that are named by an id, and attributes that refer to them (XML Schema Part 2, §3.3.8 to §3.3.10)."""

from collections.abc import Iterator

from syndication.validate.finding import Breach, Element, Fault, shown

KINDS = frozenset({"id", "idref", "idrefs"})


class Identities:
    """The ids that were met in one document so far, and those that stand anywhere in it."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._met: set[str] = set()
        self._there: frozenset[str] | None = None

    def faults(self, element: Element, name: str, kind: str) -> Iterator[Breach]:
        """Yield that an id stood before, or that references lead nowhere: of the attribute `name`, of that kind."""
        value = element.get(name)
        if value is None:
            return
        if kind != "id":
            for word in value.split():
                if word not in self._named():
                    yield Breach(
                        "reference", Fault(element, f"{name} names {shown(word)}, and no element does")
                    )
        elif value in self._met:
            yield Breach(
                "identity", Fault(element, f"the {name} {shown(value)} stands twice in the document")
            )
        else:
            self._met.add(value)

    def _named(self) -> frozenset[str]:
        """Return every id of the document: what is referred to may be of another vocabulary, such as XHTML."""
        if self._there is None:
            ids = (e.get(name) for e in self._root.iter("*") for name in ("id", "partid"))
            self._there = frozenset(value for value in ids if value is not None)
        return self._there
