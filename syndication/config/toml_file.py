"""One TOML file: its values, the line of each, and the mistakes found in it."""

import os
import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from syndication import log
from syndication.config import positions
from syndication.errors import BadConfiguration
from syndication.on_demand import Expression

Table: TypeAlias = dict[str, Any]

_VARIABLE = Expression(r"\$(\$\{)|\$\{([^}]*)\}")
_SYNTAX = Expression(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class TomlFile:
    """A file as it was read. `problems` collects what is wrong with it."""

    def __init__(self, path: Path, environment: Mapping[str, str] = os.environ) -> None:
        """Read the file; what cannot be read is a problem, and `table` is empty then."""
        self.path = path
        self.problems: list[BadConfiguration] = []
        self.table: Table = {}
        self._text = ""
        self._environment = environment
        try:
            text = path.read_bytes().decode("utf-8")
            self.table = tomllib.loads(text)
            self._text = text
        except tomllib.TOMLDecodeError as error:
            where = _SYNTAX.search(str(error))
            line = int(where[1]) if where and where[1] else text.count("\n") + 1
            self.problems.append(self._problem(_SYNTAX.sub("", str(error)), line))
        except UnicodeDecodeError as error:
            self.problems.append(self._problem("not UTF-8", error.object.count(b"\n", 0, error.start) + 1))
        except OSError as error:
            self.problems.append(self._problem(error.strerror or str(error), 1))
        self.table = self._filled(self.table, ())

    def wrong(self, what: str, *key: str | int) -> None:
        """Note a problem at the line of a key, or of the nearest table around it."""
        while key and key not in self._lines:
            key = key[:-1]
        self.problems.append(self._problem(what, self._lines.get(key, 1)))

    def sorted_problems(self) -> list[BadConfiguration]:
        """Return the problems from the first line to the last."""
        return sorted(self.problems, key=lambda problem: int(problem.where.rpartition(":")[2]))

    @cached_property
    def _lines(self) -> dict[positions.Path, int]:
        return positions.lines(self._text)

    def _problem(self, what: str, line: int) -> BadConfiguration:
        return BadConfiguration(what, f"{self.path}:{line}")

    def _filled(self, value: Any, at: positions.Path) -> Any:
        """Return the value with each `${NAME}` replaced from the environment (`$${` is a plain `${`)."""
        if isinstance(value, dict):
            return {key: self._filled(inner, (*at, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._filled(inner, (*at, number)) for number, inner in enumerate(value)]
        return _VARIABLE.sub(lambda m: self._variable(m, at), value) if isinstance(value, str) else value

    def _variable(self, match: re.Match[str], at: positions.Path) -> str:
        if match[1]:
            return match[1]
        value = self._environment.get(match[2])
        if value is None:
            self.wrong(f"the environment has no variable {match[2]}", *at)
            return ""
        log.hide(value)
        return value
