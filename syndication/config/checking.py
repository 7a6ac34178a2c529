"""Turns a TOML table into a record: every unknown key, wrong type and bad value is noted, none hides another."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from syndication.config.shapes import in_words
from syndication.config.toml_file import Table, TomlFile
from syndication.on_demand import Expression

Record = TypeVar("Record", bound=msgspec.Struct)

_AGE = Expression(r"(\d+)\s*([smhd])")
_LONGEST_AGE = 1e9
_UNIT = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class Checker:
    """Checks the tables of one file. `root` is where relative paths start."""

    def __init__(self, file: TomlFile, root: Path) -> None:
        """Note what is wrong in `file`."""
        self._file = file
        self._root = root

    def record(
        self,
        kind: type[Record],
        table: object,
        *at: str | int,
        without: Collection[str] = (),
        **given: object,
    ) -> Record | None:
        """Return the record that the table at that place describes, with `given` besides.

        None where a problem was noted. `without`: fields that no key may set.
        """
        if not isinstance(table, dict):
            self._file.wrong(f"{_place(at)} is a table: [{_place(at)}]", *at)
            return None
        before = len(self._file.problems)
        fields = {field.name: field for field in msgspec.structs.fields(kind) if field.name not in without}
        self.keys(table, fields, *at)
        values = dict(given)
        for name, field in fields.items():
            if name in table:
                values[name] = self._value(field.type, table[name], *at, name)
            elif field.required and name not in given:
                self._file.wrong(f"{name} is missing", *at)
        return kind(**values) if len(self._file.problems) == before else None

    def keys(self, table: Table, allowed: Iterable[str], *at: str | int) -> None:
        """Note each key that is not allowed, with the one that was perhaps meant."""
        known = sorted(allowed)
        for key in table:
            if key not in known:
                self._file.wrong(f"unknown key {key}; {meant(key, known)}", *at, key)

    def check(self, value: object, rule: Callable[[Any], str | None], *at: str | int) -> None:
        """Note what the rule says is wrong with the value; None is fine."""
        wrong = rule(value)
        if wrong:
            self._file.wrong(wrong, *at)

    def _value(self, kind: Any, value: object, *at: str | int) -> object:
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.record(kind, value, *at)
        if kind == timedelta | None:
            return self._age(value, *at)
        if get_origin(kind) is Literal and value not in get_args(kind):
            self._file.wrong(f"unknown {_place(at[-1:])}; {meant(str(value), get_args(kind))}", *at)
            return None
        try:
            converted: object = msgspec.convert(value, kind, dec_hook=self._path)
        except msgspec.ValidationError as error:
            self._file.wrong(f"{_place(at[-1:])}: {_said(str(error))}", *at)
            return None
        return converted

    def _path(self, _: type, value: object) -> Path:
        if not isinstance(value, str) or not value:
            raise ValueError("expected a path")
        return self._root / Path(value).expanduser()

    def _age(self, value: object, *at: str | int) -> timedelta | None:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            amount, unit = value, "seconds"
        else:
            match = _AGE.fullmatch(value.strip()) if isinstance(value, str) else None
            amount, unit = (int(match[1]), _UNIT[match[2]]) if match else (0, "seconds")
        if 0 < amount < _LONGEST_AGE:
            return timedelta(**{unit: amount})
        self._file.wrong(f'{_place(at[-1:])} is a length of time: "48h", "2d", or seconds', *at)
        return None


def meant(name: str, known: Collection[str]) -> str:
    """Return a hint for a name that is none of the known ones."""
    return f"{nearest(name, known)}allowed: {', '.join(known)}"


def nearest(name: str, known: Collection[str]) -> str:
    """Return the question whether the most like of the known names was meant, "" where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}? " if close else ""


def _place(at: Iterable[str | int]) -> str:
    return ".".join(str(part) for part in at if isinstance(part, str))


def _said(message: str) -> str:
    """Return msgspec's message in the words of TOML."""
    text = message.replace("`", "").replace("Expected ", "expected ").replace(" - at $", " at ")
    return in_words(re.sub(r"\barray\b", "list", text).replace(" str", " text").rstrip())
