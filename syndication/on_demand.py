"""What is made where it is first used: expressions, and modules known by name.

A command that lives for a moment pays for what its documents need and for nothing else; a daemon pays once.
"""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

Value = TypeVar("Value")
_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class Expression:
    """A regular expression that is compiled at its first use: a document needs few of the hundreds there are."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    if TYPE_CHECKING:
        match = re.compile("").match
        fullmatch = re.compile("").fullmatch
        search = re.compile("").search
        sub = re.compile("").sub
        subn = re.compile("").subn
        split = re.compile("").split
        findall = re.compile("").findall
        finditer = re.compile("").finditer
    else:

        def __getattr__(self, name: str) -> Any:
            """Return a method of the compiled expression; from then on all of them are attributes."""
            if name not in _METHODS:
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self.flags)
            vars(self).update({method: getattr(compiled, method) for method in _METHODS})
            return vars(self)[name]


class Registry(Mapping[str, Value]):
    """Things by name, in order; the module that holds one is imported when it is asked for.

    `places` says where each is: the module, a colon, the name that the thing has in it.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = dict(places)
        self._found: dict[str, Value] = {}

    def load(self) -> None:
        """Import all of them: a daemon does before its first work what would otherwise hold that up."""
        for _ in self.values():
            pass

    def __getitem__(self, name: str) -> Value:
        """Return the thing of that name; raise KeyError."""
        found = self._found.get(name)
        if found is None:
            module, _, variable = self._places[name].partition(":")
            found = self._found[name] = getattr(import_module(module), variable)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the names in order; nothing is imported."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        """Say whether there is one of that name; nothing is imported."""
        return name in self._places
