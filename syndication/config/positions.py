"""On which line of a TOML text each key stands; the standard library's parser does not say."""

import re
from typing import TypeAlias

from syndication.on_demand import Expression

Path: TypeAlias = tuple[str | int, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_KEY = Expression(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*")
_PARTS = Expression(_PART)
_TOKEN = Expression(
    r'"""(?:[^\\]|\\.)*?"""' r"|'''.*?'''" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'" r"|\#[^\n]*" r"|[\[\]{}\n]",
    re.DOTALL,
)


def lines(text: str) -> dict[Path, int]:
    """Return the line, from 1, of each table and key of a valid TOML text (TOML 1.0).

    A key within an inline table has the line of the key that holds the table.
    """
    found: dict[Path, int] = {}
    arrays: dict[Path, int] = {}
    table: Path = ()
    for line, statement in _statements(text):
        header = re.match(r"\s*(\[\[?)", statement)
        key = _KEY.match(statement, header.end() if header else 0)
        if key is None:
            continue
        name: Path = tuple(_plain(part) for part in _PARTS.findall(key[1]))
        if header is None:
            for end in range(1, len(name) + 1):
                found.setdefault(table + name[:end], line)
            continue
        table = _within(name[:-1], arrays) + name[-1:]
        if header[1] == "[[":
            arrays[table] = arrays.get(table, -1) + 1
            found.setdefault(table, line)
            table = (*table, arrays[table])
        elif table in arrays:
            table = (*table, arrays[table])
        found[table] = line
    return found


def _statements(text: str) -> list[tuple[int, str]]:
    """Cut the text where a line ends outside of strings and brackets: one header or key each."""
    statements = []
    start, depth = 0, 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "\n" and depth == 0:
            statements.append((start, text[start : token.start()]))
            start = token.end()
    statements.append((start, text[start:]))
    return [(text.count("\n", 0, at + len(s) - len(s.lstrip())) + 1, s) for at, s in statements if s.strip()]


def _within(name: Path, arrays: dict[Path, int]) -> Path:
    """Return the full path of a header's parents: the newest element of each array of tables."""
    full: Path = ()
    for part in name:
        full = (*full, part)
        if full in arrays:
            full = (*full, arrays[full])
    return full


def _plain(part: str) -> str:
    if part.startswith("'"):
        return part[1:-1]
    if part.startswith('"'):
        return part[1:-1].encode("latin-1", "backslashreplace").decode("unicode_escape")
    return part
