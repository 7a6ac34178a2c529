"""Documents and the circumstances they are judged under, found by their names.

`PROFILE/RULE-pass.EXT` and `PROFILE/RULE-fail.EXT` are the documents; `RULE-fail-WORD.EXT` is one more, for
another way to break the rule. Beside them may lie, for one rule, `RULE.circumstances.json` (over the
profile's own `circumstances.json`), `RULE-previous.EXT`, the edition before, and `RULE-again.EXT`, a second
rendering.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from syndication.model import Profile
from syndication.validate import Answer, Facts, Finding, validate, validate_answers
from syndication.vocabulary import profiles

DATA = Path(__file__).parents[1] / "data" / "validate"
NOW = datetime.fromisoformat("2026-11-25T09:00:00Z")


class Case(NamedTuple):
    """One document that a rule of a profile is to pass or to fail."""

    profile: str
    rule: str
    verdict: str
    document: Path

    def __str__(self) -> str:
        return f"{self.profile}/{self.document.name}"

    def findings(self) -> list[Finding]:
        """Return what is said of the document."""
        said = _merged(
            _json(self.document.parent / "circumstances.json"), _json(self._beside(".circumstances.json"))
        )
        now = datetime.fromisoformat(said["now"])
        if self.rule == "B22":
            return validate_answers([Answer(**a) for a in _json(self.document)], now)
        facts: dict[str, Any] = {**said["facts"]}
        for name in ("previous", "again"):
            other = self._beside(f"-{name}{self.document.suffix}")
            if other.exists():
                facts[name] = other.read_bytes()
        known = msgspec.convert(facts, Facts)
        return validate(
            self.document.read_bytes(), _profile(self.profile, said["profile"]), now, said.get("form"), known
        )

    def _beside(self, ending: str) -> Path:
        return self.document.with_name(self.rule + ending)


def cases() -> list[Case]:
    """Return every document that lies there."""
    found = []
    for verdict in ("pass", "fail"):
        for path in sorted(DATA.glob(f"*/*-{verdict}*.*")):
            rule, said, *_ = path.stem.split("-")
            if said == verdict:
                found.append(Case(path.parent.name, rule, verdict, path))
    return found


def _profile(name: str, changes: dict[str, Any]) -> Profile:
    """Return the built-in profile with what the case says instead; pages have none of their own."""
    built_in = profiles.profiles()
    table = msgspec.to_builtins(built_in.get(name, Profile(name=name, rules=name)))
    return msgspec.convert(_merged(table, changes), Profile)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _merged(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
