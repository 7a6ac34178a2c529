"""What may stand where in a JSON format, as a table with one line per object.

A line reads `NAME MEMBER[?]:TYPE...`. A type is `string`, `number`, `amount` for one that is not negative,
`integer`, `boolean`, `any`, a range of whole numbers `1..9` or `0..`, a simple type of `datatypes` for strings, a choice `a|b`, or `{NAME}` for an object of the
table; `[]` behind it says a list of these. A member without `?` is required. `...` says that other members may
stand there as well, `_` that those may whose name begins with it (JSON Feed 1.1, "Extensions").
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from syndication.validate.datatypes import complaint
from syndication.validate.finding import Breach, Fault, shown
from syndication.validate.json_reader import escaped


class Member(NamedTuple):
    """Whether a member must be there, and its type."""

    needed: bool
    kind: str


class Outline(NamedTuple):
    """One line of a table."""

    members: Mapping[str, Member]
    open: bool
    extended: bool


Outlines: TypeAlias = Mapping[str, Outline]
_NUMBERS = frozenset({"number", "amount", "integer"})


def outlines(table: str) -> Outlines:
    """Return what a table describes."""
    found = {}
    for line in table.strip().splitlines():
        if words := line.split():
            pairs = [word.partition(":") for word in words[1:] if word not in {"...", "_"}]
            members = {n.rstrip("?"): Member(not n.endswith("?"), kind) for n, _, kind in pairs}
            found[words[0]] = Outline(members, "..." in words, "_" in words)
    return found


def check(value: object, name: str, known: Outlines, at: str = "") -> Iterator[Breach]:
    """Yield what is against the table in the value, which should be an object `name`."""
    if not isinstance(value, dict):
        yield Breach("type", Fault(at, f"{_member(at)} should be an object ({name})"))
        return
    outline = known[name]
    for member, use in outline.members.items():
        if member not in value:
            if use.needed:
                yield Breach("missing", Fault(at, f"{name} lacks {member}"))
            continue
        yield from _kind(value[member], use.kind, known, f"{at}/{escaped(member)}")
    if not outline.open:
        for member in value:
            if member not in outline.members and not (outline.extended and member.startswith("_")):
                meant = next((m for m in outline.members if m.casefold() == member.casefold()), None)
                written = f": it is written {meant}" if meant else ""
                told = " (names of extensions begin with _)" if outline.extended and not meant else ""
                said = f"{name} has no member {member[:60]!r}{written}{told}"
                yield Breach("member-unknown", Fault(f"{at}/{escaped(member)}", said))


def _kind(value: object, kind: str, known: Outlines, at: str) -> Iterator[Breach]:
    if kind.endswith("[]"):
        if not isinstance(value, list):
            yield Breach("type", Fault(at, f"{_member(at)} should be a list"))
            return
        for number, inner in enumerate(value):
            yield from _kind(inner, kind[:-2], known, f"{at}/{number}")
    elif kind[0] == "{":
        yield from check(value, kind[1:-1], known, at)
    elif kind in _NUMBERS or ".." in kind:
        yield from _number(value, kind, at)
    elif kind == "boolean":
        if not isinstance(value, bool):
            yield Breach("type", Fault(at, f"{_member(at)} should be true or false"))
    elif kind != "any":
        if not isinstance(value, str):
            yield Breach("type", Fault(at, f"{_member(at)} should be a string"))
        elif wanted := complaint(value, kind):
            yield Breach("value", Fault(at, f"{_member(at)} is {shown(value)}, not {wanted}"))


def _number(value: object, kind: str, at: str) -> Iterator[Breach]:
    """A whole number may be written with a fraction that is zero (JSON Schema, "type")."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield Breach("type", Fault(at, f"{_member(at)} should be a number"))
    elif kind in {"number", "amount"}:
        if kind == "amount" and value < 0:
            yield Breach("value", Fault(at, f"{_member(at)} is {value}, which is negative"))
    elif value % 1 != 0:
        yield Breach("value", Fault(at, f"{_member(at)} is {value}, not a whole number"))
    elif ".." in kind:
        least, _, most = kind.partition("..")
        if value < int(least) or (most and value > int(most)):
            bounds = f"from {least} to {most}" if most else f"{least} or more"
            yield Breach("value", Fault(at, f"{_member(at)} is {value}, not {bounds}"))


def _member(at: str) -> str:
    """Return the name of the member that a value is of, by its pointer."""
    names = [step for step in at.split("/")[1:] if not step.isdecimal()]
    return names[-1] if names else "the document"
