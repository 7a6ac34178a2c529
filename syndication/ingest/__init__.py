"""Accepts one Delivery: stored, repeated or quarantined; versions, kills, takes, leads, copies, turns of the clock."""

from syndication.ingest.acceptance import Accepted, prevails
from syndication.ingest.collection import Origin, collect
from syndication.ingest.command import kill
from syndication.ingest.house import House
from syndication.ingest.intake import Intake, Outcome, ingest, retry
from syndication.ingest.kin import apart, together
from syndication.ingest.names import named
from syndication.ingest.turns import turn

__all__ = [
    "Accepted",
    "House",
    "Intake",
    "Origin",
    "Outcome",
    "apart",
    "collect",
    "ingest",
    "kill",
    "named",
    "prevails",
    "retry",
    "together",
    "turn",
]
