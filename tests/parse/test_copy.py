"""Agency copy as it is written: every field that a desk editor can tell must be read.

`tests/quality.json` is the pinned floor. Raising it follows from better reading; lowering it is a
deliberate edit with its reason in the commit.
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
from tests.copy_corpus import Case, Verdict, cases, judge, tally, wrong

FLOOR = Path(__file__).parent.parent / "quality.json"


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
    record_property: Callable[[str, object], None],
) -> None:
    verdicts: dict[Case, list[Verdict]] = {case: judge(case, read) for case in cases()}
    measured = tally(verdicts)
    floor: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8"))
    faults = list(wrong(verdicts))
    record_property(
        "copy corpus",
        f"{measured['fields_right']} of {measured['fields_total']} fields right; "
        f"{len(faults)} of {len(verdicts)} documents not wholly right",
    )
    assert measured["groups"].keys() == floor["groups"].keys(), "a group of the corpus is not pinned"
    fallen = [
        f"{name}: {is_now['fields_right']} of {is_now['fields_total']}, "
        f"pinned {pinned['fields_right']} of {pinned['fields_total']}"
        for name, is_now, pinned in (
            ("all", measured, floor),
            *((g, measured["groups"][g], floor["groups"][g]) for g in floor["groups"]),
        )
        if is_now["fields_right"] * pinned["fields_total"] < pinned["fields_right"] * is_now["fields_total"]
    ]
    assert not fallen, "\n".join(["", *fallen, "measured:", json.dumps(measured, indent=2), *faults])
