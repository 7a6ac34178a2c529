"""The lines of a JSON document on which the values begin that JSON pointers lead to (RFC 6901)."""

import json
import re
from collections.abc import Collection

from syndication.validate.json_reader import escaped

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:\n]|[^\s{}\[\],:"]+', re.DOTALL)


def lines_of(data: bytes, pointers: Collection[str]) -> dict[str, int]:
    """Return the line of each pointer, counted from 1: of its value, else of what would hold it.

    `data` is JSON that was read without a fault. "" is the whole document, and has no line of its own.
    """
    wanted = {pointer for pointer in pointers if pointer}
    wanted |= {begun for pointer in wanted for begun in _holders(pointer)}
    found = _begun(data.decode("utf-8-sig", "replace"), wanted)
    lines = {}
    for pointer in pointers:
        at = next((p for p in (pointer, *_holders(pointer)) if p in found), None)
        if at is not None:
            lines[pointer] = found[at]
    return lines


def _holders(pointer: str) -> list[str]:
    """Return the pointers to what holds the value, the nearest first."""
    steps = pointer.split("/")
    return ["/".join(steps[:count]) for count in range(len(steps) - 1, 1, -1)]


def _begun(text: str, wanted: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    line = 1
    at = ""  # the pointer of the value that comes next
    holders: list[tuple[str, int | None]] = []  # pointer of each open value; the place in a list
    name_next = False
    for token in _TOKEN.finditer(text):
        said = token[0]
        if said == "\n":
            line += 1
        elif said == ":":
            name_next = False
        elif said == ",":
            held, place = holders[-1]
            if place is None:
                name_next = True
            else:
                holders[-1] = (held, place + 1)
                at = f"{held}/{place + 1}"
        elif said in "}]":
            holders.pop()
            name_next = False
        elif name_next:
            at = f"{holders[-1][0]}/{escaped(json.loads(said))}"
        else:
            if at in wanted:
                found.setdefault(at, line)
            if said in "{[":
                holders.append((at, None if said == "{" else 0))
                name_next = said == "{"
                at = f"{at}/0"
    return found
