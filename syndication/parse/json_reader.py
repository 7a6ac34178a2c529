"""JSON as wires send it: decoded, bounded, every string cleaned; one place for all JSON formats."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from syndication.errors import UnreadableCopy
from syndication.model import Delivery, Line
from syndication.model.article import Issue
from syndication.parse import characters, charset, mojibake
from syndication.parse.decoding import decode
from syndication.parse.html_inline import plain_line

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Document(NamedTuple):
    """The value that the JSON holds, and what was noticed on the way."""

    value: Any
    issues: tuple[Issue, ...]


def opening(head: bytes) -> bytes:
    """Return the head of a document for `sniff`: no byte order mark, no zero bytes of UTF-16, no blanks."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()


def read(delivery: Delivery) -> Document:
    """Return the value of the delivery, or the list of its lines where each is a value of its own.

    Raises UnreadableCopy for what is no JSON or nested too deeply. Line ends inside strings are allowed
    (feeds have them), lone surrogates and forbidden characters are taken out and counted.
    """
    decoded = decode(delivery.data, charset.of_media_type(delivery.media_type), delivery.locator)
    try:
        value = _value(decoded.text)
    except RecursionError as error:
        raise UnreadableCopy("JSON nested too deeply", delivery.locator) from error
    except ValueError as error:  # also for a number of 5,000 digits
        raise UnreadableCopy(f"not JSON: {error}", delivery.locator) from error
    removed = repaired = 0
    first: list[Any] = [value]
    stack: list[list[Any] | dict[str, Any]] = [first]
    while stack:
        holder = stack.pop()
        pairs = enumerate(holder) if isinstance(holder, list) else list(holder.items())
        for key, held in pairs:
            if isinstance(held, str):
                cleaned = characters.without(held)
                right = mojibake.repair(cleaned.text)
                removed += cleaned.removed
                repaired += right.runs
                holder[key] = right.text  # type: ignore[index]  # the key came from this holder
            elif isinstance(held, list | dict):
                stack.append(held)
    issues = (*characters.removed(removed), *mojibake.repaired(mojibake.Repair("", repaired)))
    return Document(first[0], (*decoded.issues, *issues))


def account(record: Mapping[str, Any], fields: Mapping[str, str], body: str) -> tuple[Line, ...]:
    """Return what became of each name of a record: its field, or the news that it is not read.

    `fields` says which Article field a name goes to; `body` is the name whose words are accounted for as
    blocks.
    """
    lines = []
    for name, value in record.items():
        said = _said(value) if name != body else ""
        if said and name in fields:
            lines.append(Line(1, said, "field", f"json: {name}", fields[name]))
        elif said:
            lines.append(Line(1, said, "furniture", f"json: {name} is not read"))
    return tuple(lines)


def _said(value: Any) -> str:
    words: list[str] = []
    stack = [value]
    while stack:
        held = stack.pop()
        if isinstance(held, list):
            stack.extend(reversed(held))
        elif isinstance(held, dict):
            stack.extend(reversed(held.values()))
        elif held is not None and not isinstance(held, bool):
            words.append(str(held))
    return plain_line(" ".join(words))


def _value(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise
        return [json.loads(line, strict=False) for line in text.split("\n") if line.strip()]
