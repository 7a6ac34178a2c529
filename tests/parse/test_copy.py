"""Agency copy as it is written: every field that a desk editor can tell must be read.

`tests/quality.json` is the pinned floor. `--corpus-pin` raises it after better reading; lowering it is a
deliberate edit with its reason in the commit. `--corpus-strict` shows every difference.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from syndication import parse
from syndication.errors import UnreadableCopy
from syndication.model import Reading
from tests.copy_corpus import Case, cases, judge, tally, wrong

FLOOR = Path(__file__).parent.parent / "quality.json"
NOTHING = {"fields_right": 0, "fields_total": 1}


@cache
def read(document: Path) -> list[Reading]:
    """Return what the parser reads in a document of the corpus; nothing where it refuses."""
    case = next(c for c in cases(document.parent) if c.document == document)
    try:
        return list(parse.parse(case.delivery()))
    except UnreadableCopy:
        return []


@pytest.mark.corpus_case
@pytest.mark.parametrize("case", cases(), ids=str)
def test_reads_what_an_editor_reads(case: Case) -> None:
    differences = [str(v) for v in judge(case, read) if not v.right]
    assert not differences, "\n" + "\n".join(differences)


def test_share_of_right_fields_is_not_below_the_floor(
    record_property: Callable[[str, object], None], request: pytest.FixtureRequest
) -> None:
    verdicts = {case: judge(case, read) for case in cases()}
    measured = tally(verdicts)
    floor: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8"))
    faults = list(wrong(verdicts))
    record_property(
        "copy corpus",
        f"{measured['fields_right']} of {measured['fields_total']} fields right; "
        f"{len(faults)} of {len(verdicts)} documents not wholly right",
    )
    fallen = _fallen("all", measured, floor)
    for group, pinned in floor["groups"].items():
        fallen += _fallen(group, measured["groups"].get(group, NOTHING), pinned)
    assert not fallen, "\n".join(["", *fallen, *faults])
    if request.config.getoption("--corpus-pin"):
        FLOOR.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


def _fallen(name: str, measured: dict[str, int], pinned: dict[str, int]) -> list[str]:
    """Return one line where the share measured is below the share pinned."""
    right, total = measured["fields_right"], measured["fields_total"]
    least, of = pinned["fields_right"], pinned["fields_total"]
    return [f"{name}: {right} of {total}, pinned {least} of {of}"] if right * of < least * total else []
