"""Bytes in, findings out: documents held against their standard and against what an aggregator demands.

Offline, on our documents or anybody's; the rules are our own writing from the standards' texts. `validate`
is for documents (`judge` says what they were read as, too), `validate_answers` for the headers they are served with, `verdict` for what to do with
an edition. One module per standard, and in `rules/` one per profile.
"""

from syndication.validate.circumstances import Facts
from syndication.validate.finding import Finding
from syndication.validate.http_headers import Answer, validate_answers
from syndication.validate.rules import TABLES
from syndication.validate.standards import NAMES
from syndication.validate.validation import Judgement, judge, validate
from syndication.validate.verdict import Verdict, verdict

STANDARDS = NAMES
PROFILES = tuple(TABLES)

__all__ = [
    "PROFILES",
    "STANDARDS",
    "Answer",
    "Facts",
    "Finding",
    "Judgement",
    "Verdict",
    "judge",
    "validate",
    "validate_answers",
    "verdict",
]
