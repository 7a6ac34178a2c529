"""One change at a time to a value of JSON, at every place of it."""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

Place = tuple[str | int, ...]
VALUES: dict[str, Any] = {
    "null": None,
    "number": 7,
    "large": 10**12,
    "negative": -3,
    "fraction": 2.5,
    "text": "not a value",
    "nothing": "",
    "true": True,
    "list": [],
    "object": {},
    "list-of-text": ["x"],
    "list-of-null": [None],
}


class Mutant(NamedTuple):
    """A changed value. `label` reads `KIND NAME/*/NAME`."""

    label: str
    value: Any


def mutants(document: Any, seen: set[str]) -> Iterator[Mutant]:
    """Yield the value changed in every way; of what is alike (the same label), only what is not in `seen`."""
    for place, held in walked(document):
        name = "/".join("*" if isinstance(step, int) else step for step in place)
        for kind, changed in changes(document, place, held):
            label = f"{kind} {name}".rstrip()
            if label not in seen:
                seen.add(label)
                yield Mutant(label, changed)


def walked(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    yield place, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, held in inner:
        yield from walked(held, (*place, step))


def changes(document: Any, place: Place, held: Any) -> Iterator[tuple[str, Any]]:
    for kind, value in VALUES.items():
        if value != held or type(value) is not type(held):
            yield kind, put(document, place, value)
    if place and isinstance(place[-1], str):
        yield "remove", without(document, place)
        for kind, name in (("rename", f"{place[-1]}x"), ("capitals", place[-1].upper())):
            yield kind, put(without(document, place), (*place[:-1], name), held)
    if isinstance(held, dict):
        yield "extra", put(document, place, {**held, "madeUp": "x"})
        yield "extension", put(document, place, {**held, "_x": {}})
    if isinstance(held, list) and held:
        yield "double", put(document, place, [*held, held[0]])


def put(document: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    changed = copy.deepcopy(document)
    holder(changed, place)[place[-1]] = copy.deepcopy(value)
    return changed


def without(document: Any, place: Place) -> Any:
    changed = copy.deepcopy(document)
    del holder(changed, place)[place[-1]]
    return changed


def holder(document: Any, place: Place) -> Any:
    for step in place[:-1]:
        document = document[step]
    return document
