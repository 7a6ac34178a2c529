"""SQL lives in files beside the code: each statement has a name and its reason."""

from functools import cache
from importlib.resources import files
from sqlite3 import complete_statement


@cache
def statements(name: str) -> dict[str, str]:
    """Return the statements of `NAME.sql` by the names in their `--: name` lines."""
    found: dict[str, str] = {}
    for part in _text(f"{name}.sql").split("--: ")[1:]:
        title, _, statement = part.partition("\n")
        found[title.strip()] = statement.strip()
    return found


def migrations() -> list[tuple[int, list[str]]]:
    """Return the numbered migrations in order, each as its single statements."""
    names = sorted(
        f.name for f in files(__package__).joinpath("migrations").iterdir() if f.name.endswith(".sql")
    )
    return [(int(name.removesuffix(".sql")), _split(_text(f"migrations/{name}"))) for name in names]


def _text(path: str) -> str:
    return files(__package__).joinpath(path).read_text(encoding="utf-8")


def _split(script: str) -> list[str]:
    """Cut a script into statements: `executescript` would commit before it begins."""
    parts: list[str] = []
    current = ""
    for line in script.splitlines(keepends=True):
        current += line
        if complete_statement(current):
            parts.append(current)
            current = ""
    return parts
