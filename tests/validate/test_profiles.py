"""Each rule of each profile: a document that keeps it, and one that breaks it."""

import pytest

from syndication.validate.advice import HYGIENE
from syndication.validate.rules import TABLES, baseline
from syndication.vocabulary import profiles
from tests.validate.cases import Case, cases

CASES = cases()
LEVELS = {(name, rule.id): rule.level for name, table in TABLES.items() for rule in table}
LEVELS |= {("baseline", rule.id): rule.level for rule in baseline.RULES}
LEVELS |= {("baseline", rule): "error" for rule in (*HYGIENE, "B22")}


def test_every_rule_has_a_document_that_keeps_it_and_one_that_breaks_it() -> None:
    for verdict in ("pass", "fail"):
        assert {(c.profile, c.rule) for c in CASES if c.verdict == verdict} == set(LEVELS)


def test_every_built_in_profile_has_its_table() -> None:
    assert set(profiles.built_in()) <= set(TABLES)


def test_an_id_is_given_once() -> None:
    for table in TABLES.values():
        ids = [rule.id for rule in (*baseline.RULES, *table)]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", [c for c in CASES if c.verdict == "pass"], ids=str)
def test_keeps_the_rule(case: Case) -> None:
    """A document that passes is a good one: no rule counts an error in it."""
    findings = case.findings()
    assert [f for f in findings if f.rule == case.rule] == []
    assert [f for f in findings if f.level == "error"] == []


@pytest.mark.parametrize("case", [c for c in CASES if c.verdict == "fail"], ids=str)
def test_breaks_the_rule(case: Case) -> None:
    found = [f for f in case.findings() if f.rule == case.rule]
    assert {f.level for f in found} == {LEVELS[case.profile, case.rule]}
    assert all(f.text and f.advice for f in found)
