"""One object of JSON whose names and types nobody can be sure of: what is asked of it, and what was never asked for."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from syndication.model.article import Issue

_NOTHING: tuple[object, ...] = (None, "", [], {})
_MOST_NAMED = 20


class JsonObject:
    """An object whose names are told without regard to case; empty values are not there.

    A value of another kind than the one asked for counts as missing, and as not read.
    """

    def __init__(self, value: Mapping[str, object]) -> None:
        self.given = value
        self._held = {name.lower(): item for name, item in value.items() if item not in _NOTHING}
        self._read: set[str] = set()
        self._parts: dict[str, list[JsonObject]] = {}

    def __contains__(self, name: str) -> bool:
        """Say whether there is a value under that name."""
        return name in self._held

    @property
    def names(self) -> frozenset[str]:
        """The names that have a value, in lower case."""
        return frozenset(self._held)

    def text(self, *names: str) -> str | None:
        """Return the first value that is a text, or a number as text."""
        for name in names:
            found = self._held.get(name)
            if isinstance(found, str) or _is_number(found):
                self._read.add(name)
                if said := str(found).strip():
                    return said
        return None

    def number(self, name: str) -> float | None:
        """Return a number, also one that is written as text."""
        found = self._held.get(name)
        if isinstance(found, str):
            try:
                found = float(found)
            except ValueError:
                return None
        if not _is_number(found) or found != found or abs(found) > 2**53:  # noqa: PLR0124  # not a number
            return None
        self._read.add(name)
        return found

    def whole(self, name: str) -> int | None:
        """Return a whole number above zero, None for any other."""
        found = self.number(name)
        return int(found) if found is not None and found == int(found) and found > 0 else None

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list, or the one text that stands in its place."""
        found = self._held.get(name)
        each = found if isinstance(found, list) else [found]
        said = [text.strip() for text in each if isinstance(text, str)]
        if said:
            self._read.add(name)
        return [text for text in said if text]

    def prefixed(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Yield what follows the prefix in each name, and the text under that name."""
        for name in [n for n in self._held if n.startswith(prefix)]:
            said = self.text(name)
            if said:
                yield name.removeprefix(prefix), said

    def objects(self, *names: str) -> list["JsonObject"]:
        """Return the objects of a list; of a map, each with its key as `name`; a text is an object's `name`."""
        return [part for name in names for part in self._of(name)]

    def _of(self, name: str) -> list["JsonObject"]:
        if name in self._parts or name not in self._held:
            return self._parts.get(name, [])
        value = self._held[name]
        if isinstance(value, dict):
            named = {key: inner for key, inner in value.items() if inner is not None}
            maps = all(isinstance(inner, dict) for inner in named.values())
            value = [{"name": key, **inner} for key, inner in named.items()] if maps else [value]
        parts = [
            JsonObject({"name": one} if isinstance(one, str) else one)
            for one in (value if isinstance(value, list) else [value])
            if isinstance(one, dict) or (isinstance(one, str) and one.strip())
        ]
        if parts:
            self._read.add(name)
            self._parts[name] = parts
        return parts

    def numbers(self, name: str) -> list[float]:
        """Return a list that holds numbers alone, nothing for any other."""
        value = self._held.get(name)
        if not isinstance(value, list):
            return []
        found = [float(one) for one in value if _is_number(one)]
        if len(found) < len(value):
            return []
        self._read.add(name)
        return found

    def pairs(self, name: str) -> list[tuple[str, str]]:
        """Return the texts of an object with their names."""
        value = self._held.get(name)
        if not isinstance(value, dict):
            return []
        self._read.add(name)
        return [(key, str(said)) for key, said in value.items() if isinstance(said, str) or _is_number(said)]

    def ignore(self, *names: str) -> None:
        """Count these as read: they say nothing about the story."""
        self._read.update(names)

    def unread(self) -> list[str]:
        """Return the names that nobody asked for, those of parts behind the name of the part."""
        own = [name for name in self._held if name not in self._read]
        inner = [f"{n}.{one}" for n, parts in self._parts.items() for part in parts for one in part.unread()]
        return list(dict.fromkeys(own + inner))

    def loss(self) -> tuple[Issue, ...]:
        """Return the issue that names what was not read, none where all was."""
        names = self.unread()
        if not names:
            return ()
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        return (Issue("not-read", f"no field holds {', '.join(names[:_MOST_NAMED])}{more}"),)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
