"""What the texts of the standards ask for, statement by statement: a good document, one change, what is said of it.

`STANDARD.toml` names the good document beside it and holds `[[statement]]` tables: the `source` that asks, and
`cases`, each of what is replaced, by what, and the findings (`LEVEL KIND`, notes left out) with `,` between them. An
empty last part says that the change is none of our business.
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from syndication.validate import validate
from tests.validate.cases import NOW

FOLDER = Path(__file__).parents[1] / "data" / "validate_statements"


class Statement(NamedTuple):
    """One case of one standard."""

    document: Path
    source: str
    old: str
    new: str
    finds: str

    def __str__(self) -> str:
        return f"{self.document.name}: {self.old} > {self.new}"[:100]


def statements() -> list[Statement]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        for statement in told["statement"]:
            cases = statement["cases"]
            assert cases, statement["source"]
            found += [Statement(FOLDER / told["document"], statement["source"], *case) for case in cases]
    return found


def said(data: bytes) -> list[str]:
    return sorted(
        {f"{f.level} {f.rule.partition(':')[2]}" for f in validate(data, None, NOW) if f.level != "note"}
    )


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.[xj]*")), ids=lambda path: path.name)
def test_the_document_itself_is_good(path: Path) -> None:
    assert said(path.read_bytes()) == []


@pytest.mark.parametrize("statement", statements(), ids=str)
def test_is_said_of_what_breaks_it_and_of_nothing_else(statement: Statement) -> None:
    good = statement.document.read_text(encoding="utf-8")
    assert statement.old in good
    changed = good.replace(statement.old, statement.new, 1)
    assert said(changed.encode()) == sorted(filter(None, statement.finds.split(", ")))
