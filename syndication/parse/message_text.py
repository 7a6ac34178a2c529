"""The text of a mail: flowed lines put together, and what mail programs and lists add taken out.

RFC 3676 (format=flowed), the `-- ` of signatures (its §4.3), the footers of mailing lists, forwarded heads.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from syndication.model import Line
from syndication.on_demand import Expression
from syndication.vocabulary import agencies

_FORWARDED = Expression(
    r"-{3,}\s*(?:forwarded message|original message)\s*-{0,20}|begin forwarded message:", re.IGNORECASE
)
_HEADER = Expression(
    r"\*?(?:from|to|cc|bcc|date|sent|subject|reply-to|importance|attachments)\*?:\*?(?:\s|\Z)", re.IGNORECASE
)
_RULE = Expression(r"[_=*-]{10,}\s*")
_LIST = Expression(
    r"mailing list\b|unsubscribe|you received this (?:message|e-?mail) because|google groups|to be removed from"
    r"|list-?info/|manage your (?:subscription|preferences)",
    re.IGNORECASE,
)
_ROBOT = Expression(
    r"(?:sent from my (?:iphone|ipad|android|mobile|blackberry)\b.{0,60}|sent from (?:outlook|yahoo mail|mail for windows)\b.{0,60}"
    r"|get outlook for .{0,40}|(?:this e-?mail|this message)\b.{0,120}\b(?:confidential|intended)\b.{0,1500}"
    r"|virus-free\..{0,60}|\[image: [^\]]{0,200}\]|\[cid:[^\]]{0,200}\])\s*",
    re.IGNORECASE,
)
_SIGNATURE = "-- "
_FOOTER = 15  # lines from the end in which a list puts its footer
_TALLEST = 40  # lines of a signature with what follows it
_LONGEST = 2000
_DEEPEST = 10  # quotations inside quotations


class Stripped(NamedTuple):
    """The text with every removed line left empty, so that lines keep their numbers, and their account."""

    text: str
    dropped: tuple[Line, ...]


def unflow(text: str, *, delete_space: bool = False) -> str:
    """Return the paragraphs of format=flowed text on one line each (RFC 3676 §4.2); quoting stays."""
    lines: list[str] = []
    going_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        flowed = line.endswith(" ") and line != _SIGNATURE
        line = line.removeprefix(" ")  # noqa: PLW2901 - space-stuffing (§4.4)
        said = line[:-1] if flowed and delete_space else line
        if going_on and line != _SIGNATURE:
            lines[-1] += said
        else:
            lines.append(said)
        going_on = flowed
    return "\n".join(line if line == _SIGNATURE else line.rstrip(" ") for line in lines)


def strip(text: str) -> Stripped:
    """Return the text without signature, list footer, forwarded head and the lines of mail programs."""
    lines = _unquoted(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    rules: dict[int, str] = {}
    for start, rule in (_signature(lines), _footer(lines)):
        rules.update(dict.fromkeys(range(start, len(lines)), rule))
    rules.update(dict.fromkeys(_forwarded(lines), "forwarded head"))
    for number, line in enumerate(lines):
        if len(line) < _LONGEST and _ROBOT.fullmatch(line.strip()):
            rules.setdefault(number, "mail program")
    dropped = tuple(
        Line(number + 1, line.strip(), "furniture", f"mail: {rules[number]}")
        for number, line in enumerate(lines)
        if number in rules and line.strip()
    )
    return Stripped("\n".join("" if n in rules else line for n, line in enumerate(lines)), dropped)


def _forwarded(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that a mail program puts above what it forwards."""
    state = "text"
    for number, line in enumerate(lines):
        said = line.strip()
        if len(said) < _LONGEST and _FORWARDED.fullmatch(said):
            state = "mark"
            yield number
        elif state != "text" and _HEADER.match(said):
            state = "head"
            yield number
        elif not (state == "mark" and not said):  # blanks may stand between the mark and its head
            state = "text"


def _unquoted(lines: list[str]) -> list[str]:
    """Return the lines without `>` where every line that says something has it: forwarded as a quotation."""
    for _ in range(_DEEPEST):
        said = [line for line in lines if line.strip()]
        if not said or not all(line.lstrip().startswith(">") for line in said):
            break
        lines = [line.lstrip().removeprefix(">").removeprefix(" ") for line in lines]
    return lines


def _signature(lines: list[str]) -> tuple[int, str]:
    """Return where the signature begins; `-- ` above an agency's name is a sign-off that a wire split."""
    for number, line in enumerate(lines):
        if line == _SIGNATURE and len(lines) - number <= _TALLEST:
            below = next((line.strip() for line in lines[number + 1 :] if line.strip()), "")
            if not agencies.named(below):
                return number, "signature"
    return len(lines), "signature"


def _footer(lines: list[str]) -> tuple[int, str]:
    """Return where a list's footer begins: at its rule, else at the first line that speaks of the list."""
    last = len(lines)
    while last and not lines[last - 1].strip():
        last -= 1
    first = max(0, last - _FOOTER)
    for number in range(first, last):
        tail = lines[number:last]
        if _RULE.fullmatch(lines[number]) and any(_LIST.search(line[:_LONGEST]) for line in tail[1:4]):
            return number, "list footer"
        if len(lines[number]) < 200 and _LIST.search(lines[number]) and last - number <= 6:
            return number, "list footer"
    return len(lines), "list footer"
