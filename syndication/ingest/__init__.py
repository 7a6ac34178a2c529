"""Accepts one Delivery: stored, repeated or quarantined; versions, kills, and turns of the clock."""

from syndication.ingest.acceptance import Accepted
from syndication.ingest.collection import Origin, collect
from syndication.ingest.intake import Intake, Outcome, ingest, retry
from syndication.ingest.turns import turn

__all__ = ["Accepted", "Intake", "Origin", "Outcome", "collect", "ingest", "retry", "turn"]
