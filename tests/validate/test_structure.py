"""Each standard: documents that keep it, and documents that break it in one named way.

`STANDARD/valid-WORD.EXT` keeps it; `invalid-KIND[-WORD].EXT` has a fault of that kind; so has
`stricter-KIND[-WORD].EXT`, which the official schema lets pass.
"""

from pathlib import Path

import pytest

from syndication.validate import STANDARDS, validate
from syndication.validate.advice import KINDS
from tests.validate.cases import NOW

FOLDER = Path(__file__).parents[1] / "data" / "validate_structure"
DOCUMENTS = sorted(FOLDER.glob("*/*"))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def kind(path: Path) -> str:
    """Return the kind that the name of a broken document promises."""
    said = path.stem.partition("-")[2]
    return max((k for k in KINDS if said == k or said.startswith(f"{k}-")), key=len)


def test_every_standard_has_documents_of_both_sorts() -> None:
    for sort in ("valid", "invalid"):
        assert {d.parent.name for d in DOCUMENTS if d.name.startswith(sort)} == set(STANDARDS)


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.name.startswith("valid")], ids=name)
def test_keeps_its_standard(document: Path) -> None:
    assert [f for f in validate(document.read_bytes(), None, NOW) if f.level == "error"] == []


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if not d.name.startswith("valid")], ids=name)
def test_breaks_its_standard(document: Path) -> None:
    """And nothing else is found: one fault in the document, one kind of fault in the findings."""
    errors = {f.rule for f in validate(document.read_bytes(), None, NOW) if f.level == "error"}
    assert f"{document.parent.name}:{kind(document)}" in errors


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_fault_says_where_it_is_and_what_to_do(document: Path) -> None:
    for finding in validate(document.read_bytes(), None, NOW):
        assert finding.advice
        assert finding.path or document.suffix == ".json"
        assert finding.line or document.suffix == ".json"
