"""JSON as a strict reader takes it: one value, UTF-8, no name twice, no lone surrogate (RFC 8259)."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from syndication.validate.finding import Fault

_DEEPEST = 100
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


class JsonReading(NamedTuple):
    """The value; what makes it unreadable; and what a publisher should not do, by baseline rule."""

    value: object
    fatal: tuple[Fault, ...] = ()
    hygiene: tuple[tuple[str, Fault], ...] = ()


class _Refused(ValueError):
    """The text is JSON by the letter and no reader may rely on it."""


def read(data: bytes) -> JsonReading:
    """Return the value of the document and its faults; never raises."""
    hygiene: tuple[tuple[str, Fault], ...] = ()
    if data.startswith(b"\xef\xbb\xbf"):
        data, hygiene = data[3:], (("B01", Fault(None, "the document begins with a byte order mark")),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = Fault(None, f"byte {error.start} is not utf-8", line)
        return JsonReading(None, (fault,), (*hygiene, ("B01", fault)))
    if _is_deep(text):
        return JsonReading(None, (Fault(None, f"nested deeper than {_DEEPEST}"),), hygiene)
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_constant)
    except json.JSONDecodeError as error:
        said = f"not JSON: {error.msg}, column {error.colno}"
        return JsonReading(None, (Fault(None, said, error.lineno),), hygiene)
    except ValueError as error:
        return JsonReading(None, (Fault(None, f"not JSON: {error}"),), hygiene)
    lone = [
        Fault(at, "half of a surrogate pair stands alone")
        for at, word in strings(value)
        if _SURROGATE.search(word)
    ]
    return JsonReading(value, (), (*hygiene, *(("B03", fault) for fault in lone)))


def strings(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of a value with its JSON pointer; names of members are not among them."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, f"{at}/{escaped(name)}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(inner, f"{at}/{number}")


def at(value: object, pointer: str) -> object:
    """Return what a JSON pointer points at, None where it leads nowhere (RFC 6901 §4)."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.isdecimal() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value


def escaped(name: str) -> str:
    """Return a member's name as a step of a JSON pointer (RFC 6901 §3)."""
    return name.replace("~", "~0").replace("/", "~1")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        counted = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counted.items() if count > 1)
        raise _Refused(f"the name {twice[:60]!r} stands twice in one object")
    return members


def _constant(word: str) -> object:
    raise _Refused(f"{word} is no number of JSON")


def _is_deep(text: str) -> bool:
    depth = 0
    for found in _STRUCTURE.finditer(text):
        if found[0] in "[{":
            depth += 1
            if depth > _DEEPEST:
                return True
        elif found[0] in "]}":
            depth -= 1
    return False
