"""Which Articles a feed holds, when it is stale, and its bytes: whole or not at all.

`membership` follows the log, `press` prints, `publication` puts files in place, `refresh` is one round.
"""

from syndication.editions.faults import Fault, faults
from syndication.editions.membership import FOLLOWER
from syndication.editions.names import file_name
from syndication.editions.press import Printed
from syndication.editions.proof_reading import impossible
from syndication.editions.publication import Publication
from syndication.editions.refresh import Editions, Round

__all__ = [
    "FOLLOWER",
    "Editions",
    "Fault",
    "Printed",
    "Publication",
    "Round",
    "faults",
    "file_name",
    "impossible",
]
